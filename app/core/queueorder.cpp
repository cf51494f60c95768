// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/queueorder.h"

#include "app/core/wire.h"

#include <algorithm>

namespace core {

namespace {

constexpr WireNames<CallReason, 9> ReasonNames{{{CallReason::Arrival, u"arrival"},
                                                {CallReason::Overdue, u"overdue"},
                                                {CallReason::AfterCap, u"after-cap"},
                                                {CallReason::Appointment, u"appointment"},
                                                {CallReason::Transferred, u"transferred"},
                                                {CallReason::Returned, u"returned"},
                                                {CallReason::Priority, u"priority"},
                                                {CallReason::Chosen, u"chosen"},
                                                {CallReason::Offline, u"offline"}}};

/// As if it had come so much earlier.
QDateTime countedSince(const QueueEntry& entry)
{
    return entry.since.addSecs(-60LL * entry.headStartMinutes);
}

/// The first of those that `belongs` lets through, by `key`; the smaller index where keys are equal.
template<class Belongs, class Key>
std::optional<qsizetype> firstOf(const QList<QueueEntry>& entries, const Belongs& belongs, const Key& key)
{
    std::optional<qsizetype> first;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (belongs(entries[i]) && (!first || key(entries[i]) < key(entries[*first])))
            first = i;
    }
    return first;
}

constexpr auto Since = [](const QueueEntry& entry) { return entry.since; };
constexpr auto Everybody = [](const QueueEntry&) { return true; };

bool isOrdinary(const QueueEntry& entry, const QDateTime& now)
{
    return entry.way == QueueEntry::Way::Taken && entry.headStartMinutes == 0 && !entry.isInSlot(now);
}

} // namespace

bool isJump(CallReason reason)
{
    return reason != CallReason::Arrival && reason != CallReason::Overdue && reason != CallReason::AfterCap &&
           reason != CallReason::Offline;
}

std::optional<NextCall> nextCall(const QList<QueueEntry>& entries, const OrderRule& rule, const QDateTime& now, int jumps)
{
    const auto oldest = firstOf(entries, Everybody, Since);
    if (!oldest)
        return std::nullopt;
    if (entries[*oldest].since.secsTo(now) >= 60LL * rule.overtakenMinutes)
        return NextCall{*oldest, CallReason::Overdue};
    if (rule.jumpsInARow > 0 && jumps >= rule.jumpsInARow) {
        if (const auto plain = firstOf(entries, [&](const QueueEntry& entry) { return isOrdinary(entry, now); }, Since))
            return NextCall{*plain, CallReason::AfterCap};
    }
    const auto inSlot = [&](const QueueEntry& entry) { return entry.isInSlot(now); };
    const auto slot = [](const QueueEntry& entry) { return std::pair(entry.slotBegin, entry.since); };
    if (const auto booked = firstOf(entries, inSlot, slot))
        return NextCall{*booked, CallReason::Appointment};
    const auto cameBack = [](const QueueEntry& entry) { return entry.way != QueueEntry::Way::Taken; };
    if (const auto back = firstOf(entries, cameBack, Since)) {
        const bool transferred = entries[*back].way == QueueEntry::Way::Transferred;
        return NextCall{*back, transferred ? CallReason::Transferred : CallReason::Returned};
    }
    const auto counted = *firstOf(entries, Everybody, countedSince);
    return NextCall{counted, counted == *oldest ? CallReason::Arrival : CallReason::Priority};
}

QStringList callOrder(QList<QueueEntry> entries, const OrderRule& rule, const QDateTime& now, int jumps)
{
    QStringList ids;
    while (const auto next = nextCall(entries, rule, now, jumps)) {
        jumps = isJump(next->reason) ? jumps + 1 : 0;
        ids.append(entries.takeAt(next->index).id);
    }
    return ids;
}

int peopleAhead(QList<QueueEntry> entries, const QString& id, const OrderRule& rule, const QDateTime& now, int jumps)
{
    int ahead = 0;
    while (const auto next = nextCall(entries, rule, now, jumps)) {
        if (entries[next->index].id == id)
            return ahead;
        jumps = isJump(next->reason) ? jumps + 1 : 0;
        entries.removeAt(next->index);
        ++ahead;
    }
    return ahead;
}

QString toWire(CallReason reason)
{
    return wireName(ReasonNames, reason);
}

CallReason callReasonFromWire(const QString& wire)
{
    return fromWireName(ReasonNames, wire, QStringLiteral("ticket.why")).value_or(CallReason::Arrival);
}

} // namespace core
