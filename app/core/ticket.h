// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/error.h"

#include <QDateTime>

namespace core {

/// Void (作废): missed too often, never called again.
enum class TicketState { Waiting, Called, Serving, Held, Done, NoShow, Transferred, Void };

enum class TicketAct { Call, Recall, Start, Finish, NoShow, Hold, Resume, Transfer, ReturnToQueue };

/// A place in the queue (号票).
struct Ticket
{
    QString id;
    QString number;      ///< A012
    QString ticketClass; ///< A
    TicketState state = TicketState::Waiting;
    int calls = 0;
    QDateTime takenAt;
    QDateTime calledAt; ///< last call
    QString holderName; ///< personal; empty until called
    QString group;      ///< priority group, empty: none
    QString note;       ///< what the window that sent it here wrote
    int misses = 0;     ///< how often nobody came

    friend bool operator==(const Ticket&, const Ticket&) = default;
};

/// When a called ticket may be passed over, and what becomes of it then.
struct NoShowRule
{
    int minimumSeconds = 30;
    int minimumCalls = 1;
    int requeueAfter = 0;  ///< waits again behind so many; 0: passed over for good
    int missesAllowed = 0; ///< so often, then it is void
};

/// The ticket after an act at `now`; fails with `ticket.transition`, `ticket.no-show-too-early` (seconds left) or
/// `ticket.no-show-calls`.
Result<Ticket> afterAct(const Ticket& ticket, TicketAct act, const QDateTime& now, const NoShowRule& rule);

/// "A012" → "A零一二" read digit by digit, for the voice and for papers that spell it.
QString spokenNumber(const QString& number);

/// Waits for its turn.
bool isWaiting(TicketState state);

QString toWire(TicketState state);
QString toWire(TicketAct act);
Result<TicketState> ticketStateFromWire(const QString& wire);
Result<TicketAct> ticketActFromWire(const QString& wire);

} // namespace core
