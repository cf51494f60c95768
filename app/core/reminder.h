// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/caseact.h"
#include "app/core/workcalendar.h"

namespace core {

// What applicants are told about their cases (办事提醒), when it no longer holds, and in which words.

enum class ReminderKind { Taken, Incomplete, Due, Overdue, Ready };

struct Reminder
{
    ReminderKind kind = ReminderKind::Taken;
    QString occasion = {}; ///< a case is told of a kind once for each: a deadline, a notice's time, a state

    friend bool operator==(const Reminder&, const Reminder&) = default;
};

/// What an applicant is to be told of a change. `before`: nothing for a new case. `act`: null where a window sent the case whole.
std::optional<Reminder> reminderAfter(const std::optional<CaseRecord>& before, const CaseRecord& after, const ActRecord* act);

/// Until when the applicant has to bring something: the end of a deferral, of a correction, of a deferred receipt.
std::optional<QDate> supplyBy(const CaseRecord& record);
/// Deadlines up to this day are reminded of today: they end in three working days or fewer. Fails with `calendar.not-covered`.
Result<QDate> remindedUntil(const QDate& today, const WorkCalendar& calendar);
/// Of a deadline up to `until`, once the day is over on which they were told of it first.
std::optional<Reminder> dueReminder(const CaseRecord& record, const QDate& today, const QDate& until);

/// Whether it is still true of the case as it stands now.
bool holds(const Reminder& reminder, const CaseRecord& record);

/// In plain Chinese, with the item, the case number and dates, without anything of the person.
QString reminderText(ReminderKind kind, const CaseRecord& record);
/// The applicant's phone, otherwise the agent's; empty where there is none.
QString reminderPhone(const CaseRecord& record);

enum class ReminderState { Open, Sent, Failed, Phoned, Dropped };
/// The way of a message: a failure may be reported after it was sent, and nothing undoes a clerk's call.
bool mayBecome(ReminderState from, ReminderState to);

QString toWire(ReminderKind kind);
Result<ReminderKind> reminderKindFromWire(const QString& wire);
QString toWire(ReminderState state);
Result<ReminderState> reminderStateFromWire(const QString& wire);

} // namespace core
