// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/caseact.h"
#include "app/core/catalogue.h"

namespace core {

// What time does to a case: silence accepts, deadlines return, end or suspend.

/// Until when a state lasts that an act begins on `day`: received (silence), to correct (the applicant's limit), received-deferred
/// (the papers are kept). Nothing where it ends only by somebody's act. Fails with `calendar.not-covered`.
Result<std::optional<QDate>> waitsUntil(CaseAct act, const ServiceItem& item, const LocalSettings& settings, const QDate& day,
                                        const WorkCalendar& calendar);

/// The legal limits moved by the working days that the clock stood still until `day`: of `item`, where it is known, not before its
/// clock began at all.
Result<Deadlines> limitsAfterSuspension(const CaseRecord& record, const ServiceItem* item, const QDate& day, const WorkCalendar& calendar);

/// Writes into a Resume what moves with it: the legal limits and, behind an excluded procedure, the days of what is owed.
Result<void> moveLimits(ActRecord& resume, const CaseRecord& record, const ServiceItem* item, const QDate& day,
                        const WorkCalendar& calendar);

/// Whether a procedure stops the legal clock: those that 行政许可法 art. 45 names, and those that the item names.
bool stopsTheClock(const QString& procedure, const ServiceItem& item);

/// A procedure and the working days it takes, as one writes them in a line: "专家评审 10" or "听证15个工作日".
struct ProcedureTime
{
    QString procedure;
    int days = 0;
};
std::optional<ProcedureTime> procedureFrom(const QString& words);

/// The last day before time does something to a case by itself; nothing where it does nothing.
std::optional<QDate> lastDayOf(const CaseRecord& record);

/// What time alone does to a case by `now`, without an id; nothing while nothing has passed. `item` may be missing from the running
/// catalogue: then only what needs no rule of it happens. Fails with `calendar.not-covered` or `case.item-gone`.
Result<std::optional<ActRecord>> actOfTime(const CaseRecord& record, const ServiceItem* item, const QDateTime& now,
                                           const WorkCalendar& calendar);

} // namespace core
