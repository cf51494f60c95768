// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/ticketlease.h"

#include <algorithm>

namespace core {

void TicketLease::grant(const QList<Ticket>& tickets, int seconds, Instant asked)
{
    m_until = {asked.steadyMs + 1000LL * seconds, asked.wallMs + 1000LL * seconds};
    m_tickets.clear();
    for (const Ticket& ticket : tickets) {
        if (const auto gone = m_gone.constFind(ticket.id); gone != m_gone.constEnd() && ticket.calls <= *gone)
            continue;
        m_gone.remove(ticket.id);
        m_taken.remove(ticket.id);
        m_tickets.append(ticket);
    }
}

void TicketLease::drop(const QString& id, int calls)
{
    m_gone.insert(id, calls);
    m_tickets.removeIf([&](const Ticket& ticket) { return ticket.id == id; });
}

void TicketLease::drop(const QString& id)
{
    const auto held = std::find_if(m_tickets.begin(), m_tickets.end(), [&](const Ticket& ticket) { return ticket.id == id; });
    drop(id, held == m_tickets.end() ? 0 : held->calls);
}

void TicketLease::mayComeAgain(const QStringList& ids)
{
    for (const QString& id : ids) {
        m_gone.remove(id);
        m_taken.remove(id);
    }
}

void TicketLease::markTaken(const QString& id, int calls)
{
    drop(id, calls);
    m_taken.insert(id);
}

bool TicketLease::holds(const QString& id) const
{
    return std::any_of(m_tickets.begin(), m_tickets.end(), [&](const Ticket& ticket) { return ticket.id == id; });
}

std::optional<Ticket> TicketLease::take(Instant now)
{
    if (!lasts(now) || m_tickets.isEmpty())
        return std::nullopt;
    const Ticket first = m_tickets.constFirst();
    markTaken(first.id, first.calls);
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
    return lasts(now) ? int(m_tickets.size()) : 0;
}

} // namespace core
