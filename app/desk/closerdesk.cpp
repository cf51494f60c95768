// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/closerdesk.h"

#include "app/core/uuid7.h"
#include "app/sync/ticketjson.h"

#include <QJsonArray>
#include <QTimer>

#include <array>

using namespace Qt::StringLiterals;

namespace desk {

namespace {
constexpr std::array Patience{40, 80, 120, 200}; ///< milliseconds in which a window gives a ticket back that it may call alone
}

CloserDesk::CloserDesk(Services& services, WorkDay& day) : m_services(services), m_day(day)
{
    connect(&day, &WorkDay::signedOut, this, &CloserDesk::leave);
}

void CloserDesk::lookAtWindow(const QString& code)
{
    look(Subject::Window, code);
}

void CloserDesk::lookAtClass(const QString& code)
{
    look(Subject::TicketClass, code);
}

void CloserDesk::leave()
{
    look(Subject::Nothing, {});
}

void CloserDesk::look(Subject subject, const QString& code)
{
    if (subject == m_subject && code == m_code)
        return;
    m_subject = subject;
    m_code = code;
    m_window.reset();
    m_class.reset();
    m_stale = m_asked = m_again = false;
    ++m_look;
    Q_EMIT subjectChanged();
    refresh();
}

std::optional<qint64> CloserDesk::ageSeconds() const
{
    const QDateTime at = m_window ? m_window->at : m_class ? m_class->at : QDateTime();
    return at.isValid() ? std::optional(std::max<qint64>(0, at.secsTo(m_day.now()))) : std::nullopt;
}

void CloserDesk::refresh()
{
    if (m_subject == Subject::Nothing || !m_day.isSignedIn())
        return;
    if (m_asked) {
        m_again = true;
        return;
    }
    m_asked = true;
    const QString kind = m_subject == Subject::Window ? u"windows"_s : u"classes"_s;
    m_services.api.call({"GET", u"halls/%1/%2/%3"_s.arg(m_day.hall().code, kind, m_code)})
        .then(this, [this, look = m_look](const syncing::ApiResult& reply) {
            if (look == m_look)
                take(reply);
        });
}

void CloserDesk::take(const syncing::ApiResult& reply)
{
    m_asked = false;
    m_stale = true;
    if (reply && m_subject == Subject::Window) {
        if (const auto view = core::WindowView::fromJson(reply->json())) {
            m_window = *view;
            m_stale = false;
        }
    } else if (reply) {
        if (const auto view = core::ClassView::fromJson(reply->json())) {
            m_class = *view;
            m_stale = false;
        }
    }
    Q_EMIT changed();
    if (std::exchange(m_again, false))
        refresh();
}

void CloserDesk::setClasses(const QStringList& classes)
{
    if (m_acting || m_subject != Subject::Window)
        return;
    m_acting = true;
    const QString window = m_code;
    m_services.api.call(syncing::ApiCall::put(u"windows/%1/classes"_s.arg(window), {{u"classes"_s, QJsonArray::fromStringList(classes)}}))
        .then(this, [this, window, classes](const syncing::ApiResult& reply) {
            m_acting = false;
            if (!reply)
                Q_EMIT refused(adviceFor(reply.error()));
            else
                Q_EMIT classesSet(window, classes);
            refresh();
        });
}

void CloserDesk::sendBack()
{
    if (m_acting || !m_window || !m_window->isTicketLeft())
        return;
    m_acting = true;
    const QJsonObject body{{u"act"_s, core::toWire(core::TicketAct::ReturnToQueue)},
                           {u"at"_s, m_day.now().toUTC().toString(Qt::ISODateWithMs)},
                           {u"reason"_s, tr("Left at a window that has closed")}};
    m_services.api.call(syncing::ApiCall::put(u"tickets/%1/acts/%2"_s.arg(m_window->ticketId, core::idText(core::newId())), body))
        .then(this, [this, number = m_window->window.ticketNumber](const syncing::ApiResult& reply) {
            m_acting = false;
            if (reply)
                Q_EMIT sentBack(number);
            else
                Q_EMIT refused(adviceFor(reply.error()));
            refresh(); // where the answer was lost, it says what became of it
        });
}

void CloserDesk::move(const core::WaitingTicket& ticket, const QString& windowOrClass)
{
    const QString place = windowOrClass.trimmed().toUpper();
    if (m_acting || place.isEmpty())
        return;
    m_acting = true;
    QString& actId = m_actIds[ticket.id + u'/' + place];
    if (actId.isEmpty())
        actId = core::idText(core::newId());
    send(ticket, place, actId, 0);
}

void CloserDesk::send(const core::WaitingTicket& ticket, const QString& place, const QString& actId, int tries)
{
    const bool window = place.front().isDigit();
    const bool patient = tries < int(Patience.size());
    const QJsonObject body{{u"act"_s, u"transfer"_s},
                           {u"at"_s, m_day.now().toUTC().toString(Qt::ISODateWithMs)},
                           {window ? u"toWindow"_s : u"toClass"_s, place},
                           {u"patient"_s, patient}};
    m_services.api.call(syncing::ApiCall::put(u"tickets/%1/acts/%2"_s.arg(ticket.id, actId), body))
        .then(this, [=, this](const syncing::ApiResult& reply) {
            if (!reply && reply.error().code == u"server.lease-wanted" && patient) {
                QTimer::singleShot(Patience[std::size_t(tries)], this, [=, this] { send(ticket, place, actId, tries + 1); });
                return;
            }
            m_acting = false;
            if (reply || !syncing::isUnanswered(reply.error()))
                m_actIds.remove(ticket.id + u'/' + place);
            if (reply)
                Q_EMIT moved(ticket, place);
            else if (reply.error().code == u"server.invalid-body")
                Q_EMIT refused(adviceFor({core::ErrorKind::InvalidInput, u"queue.no-such-place"_s, {}}));
            else
                Q_EMIT refused(adviceFor(reply.error()));
            refresh();
        });
}

} // namespace desk
