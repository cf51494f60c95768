// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/missedticket.h"
#include "app/desk/workday.h"

namespace desk {

/// Numbers of today that were missed (过号) and are put back in their queue here, whichever window called them. Lives on the UI thread.
class MissedDesk : public QObject
{
    Q_OBJECT

public:
    MissedDesk(Services& services, WorkDay& day);

    /// Of the person who stands here, by their last call.
    [[nodiscard]] const QList<core::MissedTicket>& tickets() const { return m_tickets; }
    /// The number that waits again; empty: none yet.
    [[nodiscard]] QString putBackLast() const { return m_putBack; }
    /// Why it does not, in the clerk's words.
    [[nodiscard]] QString fault() const { return m_fault; }

    void setTickets(const QList<core::MissedTicket>& tickets);
    /// Somebody else stands here.
    void forget();
    /// By its place in the list; one that is none does nothing.
    void putBack(qsizetype index);
    /// As it stands on the slip; of any holder.
    void putBack(const QString& number);

Q_SIGNALS:
    void changed();

private:
    void putBack(const core::MissedTicket& ticket);
    void fail(const core::Error& error);

    Services& m_services;
    WorkDay& m_day;
    QList<core::MissedTicket> m_tickets;
    QHash<QString, QString> m_actIds; ///< of what waits for its answer, by ticket: a lost reply puts nothing back twice
    QString m_putBack;
    QString m_fault;
    int m_asked = 0; ///< what was asked before somebody else stood here is no answer any more
    bool m_busy = false;
};

} // namespace desk
