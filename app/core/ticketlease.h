// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/ticket.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <optional>

namespace core {

/// The tickets that this window alone may call while it cannot reach the back office, in the order in which it calls them.
class TicketLease
{
public:
    /// Two clocks: one that nobody can set, and one that goes on while the machine sleeps. Milliseconds.
    struct Instant
    {
        qint64 steadyMs = 0;
        qint64 wallMs = 0;
    };

    /// What the back office granted for so long from when it was `asked` at the earliest. Those that were called or given back here
    /// meanwhile do not come again.
    void grant(const QList<Ticket>& tickets, int seconds, Instant asked);
    /// Called by this window. `calls`: how often it had been called until then; when it is granted with more, it waits again.
    void drop(const QString& id, int calls);
    /// Given back, or called at another window.
    void drop(const QString& id);
    /// It was called from here before the program began anew; `calls` until then.
    void markTaken(const QString& id, int calls);
    [[nodiscard]] bool holds(const QString& id) const;
    /// The back office knows that they were given back, or that their call was undone: what it grants from now on may hold them again.
    void mayComeAgain(const QStringList& ids);
    /// The next one to call, which is no longer there then; nothing when there is none or the time is over.
    std::optional<Ticket> take(Instant now);
    [[nodiscard]] int count(Instant now) const;
    /// It was called from here: it is not given back any more, however late somebody asks for it.
    [[nodiscard]] bool wasTaken(const QString& id) const { return m_taken.contains(id); }
    [[nodiscard]] QStringList taken() const { return {m_taken.begin(), m_taken.end()}; }
    [[nodiscard]] QStringList ids() const;
    void clear() { m_tickets.clear(); }

private:
    [[nodiscard]] bool lasts(Instant now) const { return now.steadyMs < m_until.steadyMs && now.wallMs < m_until.wallMs; }

    QList<Ticket> m_tickets;
    Instant m_until;
    QHash<QString, int> m_gone; ///< with the calls until then
    QSet<QString> m_taken;
};

} // namespace core
