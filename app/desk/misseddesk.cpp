// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/misseddesk.h"

#include "app/core/uuid7.h"
#include "app/sync/ticketjson.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int MissedPatienceMs = 5'000; ///< somebody stands there

/// Why a number does not come back, by how it stands.
core::Error notMissed(const core::Ticket& ticket)
{
    using core::ErrorKind;
    if (ticket.state == core::TicketState::Void)
        return {ErrorKind::InvalidInput, u"ticket.void"_s, {ticket.number}};
    return {ErrorKind::InvalidInput, ticket.state == core::TicketState::Done ? u"ticket.done"_s : u"ticket.not-missed"_s, {ticket.number}};
}

} // namespace

MissedDesk::MissedDesk(Services& services, WorkDay& day) : m_services(services), m_day(day)
{
    connect(&day, &WorkDay::signedOut, this, &MissedDesk::forget);
}

void MissedDesk::setTickets(const QList<core::MissedTicket>& tickets)
{
    m_tickets = tickets;
    Q_EMIT changed();
}

void MissedDesk::forget()
{
    ++m_asked;
    m_busy = false;
    m_tickets.clear();
    m_putBack.clear();
    m_fault.clear();
    Q_EMIT changed();
}

void MissedDesk::fail(const core::Error& error)
{
    m_busy = false;
    m_fault = adviceFor(error).text();
    Q_EMIT changed();
}

void MissedDesk::putBack(qsizetype index)
{
    if (index >= 0 && index < m_tickets.size() && !m_busy && m_day.isSignedIn())
        putBack(core::MissedTicket(m_tickets[index]));
}

void MissedDesk::putBack(const QString& number)
{
    const QString wanted = number.trimmed().toUpper();
    if (wanted.isEmpty() || m_busy || !m_day.isSignedIn())
        return;
    m_busy = true;
    m_fault.clear();
    m_putBack.clear();
    const QString name = QString::fromLatin1(QUrl::toPercentEncoding(wanted));
    syncing::ApiCall call{"GET", u"halls/%1/tickets/%2"_s.arg(m_day.workplace().hall.code, name)};
    call.timeoutMs = MissedPatienceMs;
    m_services.api.call(call).then(this, [this, wanted, asked = ++m_asked](const syncing::ApiResult& reply) {
        if (asked != m_asked)
            return;
        const auto ticket = reply.and_then([](const syncing::ApiReply& answer) { return syncing::ticketFrom(answer.json()); });
        if (!ticket) {
            const bool unknown = ticket.error().code == u"server.not-found";
            return fail(unknown ? core::Error{core::ErrorKind::InvalidInput, u"ticket.unknown"_s, {wanted}} : ticket.error());
        }
        if (ticket->state != core::TicketState::NoShow)
            return fail(notMissed(*ticket));
        putBack(core::MissedTicket{ticket->id, ticket->number, ticket->calledAt});
    });
}

void MissedDesk::putBack(const core::MissedTicket& ticket)
{
    m_busy = true;
    m_fault.clear();
    m_putBack.clear();
    QString& actId = m_actIds[ticket.id];
    if (actId.isEmpty())
        actId = core::idText(core::newId());
    syncing::ApiCall call =
        syncing::ApiCall::put(u"tickets/%1/acts/%2"_s.arg(ticket.id, actId), {{u"act"_s, core::toWire(core::TicketAct::ReturnToQueue)},
                                                                              {u"at"_s, m_day.now().toUTC().toString(Qt::ISODate)},
                                                                              {u"reason"_s, tr("Missed, and put back at the desk")}});
    call.timeoutMs = MissedPatienceMs;
    m_services.api.call(call).then(this, [this, ticket, asked = ++m_asked](const syncing::ApiResult& reply) {
        if (reply || !syncing::isUnanswered(reply.error()))
            m_actIds.remove(ticket.id);
        if (asked != m_asked)
            return;
        if (!reply)
            return fail(reply.error());
        m_busy = false;
        m_tickets.removeIf([&](const core::MissedTicket& one) { return one.id == ticket.id; });
        m_putBack = ticket.number;
        Q_EMIT changed();
    });
}

} // namespace desk
