// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/queueorder.h"
#include "app/core/ticket.h"

class QJsonObject;

namespace core {

struct CatalogueFault;

/// People who are called earlier (优先群体).
struct PriorityGroup
{
    QString code;
    QString name;
    int headStartMinutes = 0; ///< counted as if they had come so much earlier
    int fromAge = 0;          ///< read off a citizen number; 0: somebody says so
};

/// One kind of ticket.
struct TicketClass
{
    QString code; ///< its letter
    QString name;
    int minutesEach = 10;  ///< what one takes, for the expected wait
    bool realName = false; ///< taken with a certificate only
    bool several = false;  ///< one person may wait more than once
    int slotMinutes = 0;   ///< length of an appointment's slot; 0: no appointments
    int slotPlaces = 0;    ///< appointments in one slot
};

/// A part of the day, in minutes from midnight.
struct SlotHours
{
    int from = 0;
    int until = 0;

    friend bool operator==(const SlotHours&, const SlotHours&) = default;
};

/// When people may book (预约).
struct SlotRule
{
    QList<SlotHours> hours;  ///< what slots lie in; empty: the whole day
    int daysAhead = 0;       ///< the last day is so many after today; 0: any
    bool onRestDays = false; ///< the hall is open on days that the calendar has off
};

/// The queue's local rules, delivered with the catalogue's settings as `queue`.
struct QueueSettings
{
    OrderRule order;
    NoShowRule noShow;
    int undoSeconds = 10;
    int slotEarlyMinutes = 15; ///< one may check in so long before the slot
    int slotLateMinutes = 15;  ///< and is in time so long after its end
    SlotRule slots;
    int leaseTickets = 2; ///< that one window may call without the back office; 0: none
    int leaseMinutes = 15;
    int leaseGraceSeconds = 60; ///< after that time others may call them
    bool pauseApproval = false; ///< a window asks its supervisor before it pauses
    QStringList reasonNeeded;   ///< acts that need a reason
    QList<PriorityGroup> groups;
    QList<TicketClass> classes; ///< empty: any letter is one
    QStringList notices;        ///< what the hall's screens tell everybody, in turn

    /// `settings` of a catalogue; what is not there keeps its default.
    static QueueSettings fromJson(const QJsonObject& settings);
    /// What is wrong with it; empty when it is sound.
    static QList<CatalogueFault> check(const QJsonObject& settings);

    [[nodiscard]] const PriorityGroup* group(const QString& code) const;
    [[nodiscard]] const TicketClass* ticketClass(const QString& code) const;
    /// The group that `age` alone puts somebody in; null: none.
    [[nodiscard]] const PriorityGroup* groupOfAge(int age) const;
    [[nodiscard]] bool knowsClass(const QString& code) const;
};

/// Minutes until somebody with `ahead` people before them is called at `windows` windows.
int expectedMinutes(int ahead, int minutesEach, int windows);

} // namespace core
