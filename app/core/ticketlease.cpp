// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/ticketlease.h"

namespace core {

void TicketLease::grant(const QList<Ticket>& tickets, int seconds, Instant asked)
{
    m_until = {asked.steadyMs + 1000LL * seconds, asked.wallMs + 1000LL * seconds};
    m_tickets.clear();
    for (const Ticket& ticket : tickets) {
        if (!m_gone.contains(ticket.id))
            m_tickets.append(ticket);
    }
}

void TicketLease::drop(const QString& id)
{
    m_gone.insert(id);
    m_tickets.removeIf([&](const Ticket& ticket) { return ticket.id == id; });
}

void TicketLease::mayComeAgain(const QStringList& ids)
{
    for (const QString& id : ids)
        m_gone.remove(id);
}

std::optional<Ticket> TicketLease::take(Instant now)
{
    if (!holds(now) || m_tickets.isEmpty())
        return std::nullopt;
    const Ticket first = m_tickets.constFirst();
    drop(first.id);
    m_taken.insert(first.id);
    return first;
}

QStringList TicketLease::ids() const
{
    QStringList ids;
    for (const Ticket& ticket : m_tickets)
        ids.append(ticket.id);
    return ids;
}

int TicketLease::count(Instant now) const
{
    return holds(now) ? int(m_tickets.size()) : 0;
}

} // namespace core
