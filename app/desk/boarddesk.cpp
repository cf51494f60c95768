// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/boarddesk.h"

#include "app/core/uuid7.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace desk {

namespace {
constexpr auto Interval = std::chrono::seconds(5);
constexpr auto AfterEvent = std::chrono::milliseconds(800); // two hundred windows have an event all the time
} // namespace

BoardDesk::BoardDesk(Services& services, WorkDay& day) : m_services(services), m_day(day), m_closer(services, day)
{
    m_poll.setInterval(Interval);
    m_soon.setSingleShot(true);
    m_soon.setInterval(AfterEvent);
    connect(&m_poll, &QTimer::timeout, this, &BoardDesk::refresh);
    connect(&m_soon, &QTimer::timeout, this, &BoardDesk::refresh);
    connect(&services.events, &syncing::EventStream::received, this, [this](const QString& kind, const QJsonObject& data) {
        const bool ofHall = kind == u"ticket" || kind == u"window" || kind == u"evaluation" || kind == u"pause";
        if (kind == u"pause" && data[u"state"_s].toString() == u"asked" && m_day.supervises() && !m_poll.isActive())
            Q_EMIT pauseAsked(data[u"window"_s].toString());
        if (ofHall && m_poll.isActive() && !m_soon.isActive())
            m_soon.start();
    });
    connect(&m_closer, &CloserDesk::classesSet, this, [this](const QString& window, const QStringList& classes) {
        tell(window, u"从现在起本窗口办理：%1类。"_s.arg(classes.join(u'、')));
    });
    connect(&m_closer, &CloserDesk::moved, this, &BoardDesk::refresh);
    connect(&day, &WorkDay::signedOut, this, [this] {
        watch(false);
        m_board.reset(); // the next one may be no supervisor
        m_alerts.clear();
        Q_EMIT changed();
    });
}

void BoardDesk::watch(bool watching)
{
    if (watching == m_poll.isActive())
        return;
    watching ? m_poll.start() : m_poll.stop();
    if (watching)
        refresh();
}

std::optional<qint64> BoardDesk::ageSeconds() const
{
    return m_board ? std::optional(std::max<qint64>(0, m_board->at.secsTo(m_day.now()))) : std::nullopt;
}

core::AlertLimits BoardDesk::limits() const
{
    return m_day.catalogue() ? m_day.catalogue()->settings().alerts : core::AlertLimits{};
}

QString BoardDesk::groupName(const QString& code) const
{
    const core::PriorityGroup* group = m_day.catalogue() ? m_day.catalogue()->settings().queue.group(code) : nullptr;
    return group ? group->name : QString();
}

QString BoardDesk::className(const QString& code) const
{
    const core::TicketClass* known = m_day.catalogue() ? m_day.catalogue()->settings().queue.ticketClass(code) : nullptr;
    return known ? known->name : QString();
}

void BoardDesk::refresh()
{
    m_closer.refresh();
    if (m_asked || !m_day.isSignedIn())
        return;
    m_asked = true;
    m_services.api.call({"GET", u"halls/%1/overview"_s.arg(m_day.hall().code)}).then(this, [this](const syncing::ApiResult& reply) {
        take(reply);
    });
}

void BoardDesk::take(const syncing::ApiResult& reply)
{
    m_asked = false;
    if (!m_poll.isActive())
        return; // left meanwhile
    const auto board = reply ? core::HallBoard::fromJson(reply->json()) : core::Result<core::HallBoard>(tl::unexpected(reply.error()));
    m_stale = !board;
    if (board) {
        m_board = *board;
        m_alerts = core::alertsOf(*board, limits());
    }
    Q_EMIT changed();
}

void BoardDesk::act(const core::HallAlert& alert)
{
    if (m_acting || !m_day.isSignedIn())
        return;
    if (alert.act == core::AlertAct::OpenClass)
        openClass(alert);
    else if (alert.act == core::AlertAct::AnswerPause)
        answerPause(alert.pause, true, {});
    else if (alert.act == core::AlertAct::Remind)
        tell(alert.window, u"本窗口已暂停%1分钟，请尽快恢复办理。"_s.arg(alert.minutes));
}

bool BoardDesk::answerPause(const core::PauseRequest& request, bool approved, const QString& word)
{
    if (m_acting || !m_day.isSignedIn())
        return false;
    m_acting = true;
    QJsonObject body{{u"state"_s, approved ? u"approved"_s : u"declined"_s}};
    if (!word.trimmed().isEmpty())
        body[u"word"_s] = word.trimmed();
    m_services.api.call(syncing::ApiCall::put(u"pauses/"_s + request.id, body))
        .then(this, [this, request](const syncing::ApiResult& reply) {
            m_acting = false;
            if (reply)
                Q_EMIT told(request.window);
            else
                Q_EMIT adviceGiven(adviceFor(reply.error()));
            refresh();
        });
    return true;
}

void BoardDesk::openClass(const core::HallAlert& alert)
{
    const auto window = std::find_if(m_board->windows.begin(), m_board->windows.end(),
                                     [&](const core::WindowFigures& one) { return one.code == alert.window; });
    if (window == m_board->windows.end())
        return;
    QStringList classes = window->classes;
    classes.append(alert.ticketClass);
    m_acting = true;
    m_services.api
        .call(syncing::ApiCall::put(u"windows/%1/classes"_s.arg(alert.window), {{u"classes"_s, QJsonArray::fromStringList(classes)}}))
        .then(this, [this, alert](const syncing::ApiResult& reply) {
            m_acting = false;
            if (!reply)
                return Q_EMIT adviceGiven(adviceFor(reply.error()));
            tell(alert.window, u"请同时办理%1类：%2人等候，最长%3分钟。"_s.arg(alert.ticketClass).arg(alert.count).arg(alert.minutes));
        });
}

void BoardDesk::tell(const QString& window, const QString& text)
{
    m_acting = true;
    const QString path = u"messages/"_s + core::idText(core::newId());
    m_services.api.call(syncing::ApiCall::put(path, {{u"window"_s, window}, {u"text"_s, text}}))
        .then(this, [this, window](const syncing::ApiResult& reply) {
            m_acting = false;
            if (!reply)
                return Q_EMIT adviceGiven(adviceFor(reply.error()));
            Q_EMIT told(window);
            refresh();
        });
}

} // namespace desk
