// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace core {

/// Why a ticket is next.
enum class CallReason {
    Arrival,     ///< came first
    Overdue,     ///< has waited as long as anybody may be overtaken
    AfterCap,    ///< so many were called before their turn that it is an ordinary one's now
    Appointment, ///< inside its slot
    Transferred, ///< sent here by another window
    Returned,    ///< was called already and went back
    Priority,    ///< of a priority group
    Chosen,      ///< called by its number, with a reason
    Offline,     ///< leased to a window that could not reach the back office
};

/// A ticket that may be called, as far as its turn depends on it.
struct QueueEntry
{
    enum class Way { Taken, Transferred, Returned }; ///< how it came to wait

    QString id;
    QDateTime since;          ///< its place by arrival; a miss moves it back
    int headStartMinutes = 0; ///< of its priority group; 0: none
    QDateTime slotBegin = {}; ///< of its appointment
    QDateTime slotEnd = {};
    Way way = Way::Taken;

    [[nodiscard]] bool isInSlot(const QDateTime& now) const { return slotBegin.isValid() && slotBegin <= now && now <= slotEnd; }
};

/// What a hall sets about the order.
struct OrderRule
{
    int overtakenMinutes = 45; ///< whoever has waited so long is overtaken by nobody
    int jumpsInARow = 3;       ///< calls before their turn, then an ordinary ticket if there is one; 0: no cap
};

struct NextCall
{
    qsizetype index = 0; ///< into the entries
    CallReason reason = CallReason::Arrival;
};

/// Called before its turn: counted by the cap and written into the audit trail.
bool isJump(CallReason reason);

/// Whose turn it is, after `jumps` calls in a row that were before their turn; nothing when nobody waits.
std::optional<NextCall> nextCall(const QList<QueueEntry>& entries, const OrderRule& rule, const QDateTime& now, int jumps);

/// Their ids as they are called one after another when nobody else comes.
QStringList callOrder(QList<QueueEntry> entries, const OrderRule& rule, const QDateTime& now, int jumps);

/// How many are called before `id` when nobody else comes.
int peopleAhead(QList<QueueEntry> entries, const QString& id, const OrderRule& rule, const QDateTime& now, int jumps);

QString toWire(CallReason reason);
/// Arrival for what this version does not know.
CallReason callReasonFromWire(const QString& wire);

} // namespace core
