// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/casedue.h"

#include <algorithm>

namespace core {

namespace {
constexpr int SoonDays = 3; ///< working days
}

std::optional<QDate> dueOf(const CaseRecord& record)
{
    if (!isLive(record.state) && record.state != CaseState::Decided) // a decided one may still owe its supplement
        return std::nullopt;
    if (record.waitsUntil)
        return record.waitsUntil;
    if (!record.deferred.isEmpty())
        return std::min_element(record.deferred.begin(), record.deferred.end(),
                                [](const auto& a, const auto& b) { return a.deadline < b.deadline; })
            ->deadline;
    return isLive(record.state) ? record.promisedUntil : std::nullopt;
}

QDate soonUntil(const QDate& today, const WorkCalendar& calendar, int days)
{
    const auto next = calendar.addWorkingDays(today, days + 1);
    return next ? next->addDays(-1) : today.addDays(days);
}

QDate soonUntil(const QDate& today, const WorkCalendar& calendar)
{
    return soonUntil(today, calendar, SoonDays);
}

Urgency urgencyOf(const std::optional<QDate>& due, const QDate& today, const QDate& soon)
{
    if (!due || !today.isValid())
        return Urgency::Later;
    const qint64 days = today.daysTo(*due);
    return days < 0 ? Urgency::Overdue : days == 0 ? Urgency::Today : *due <= soon ? Urgency::Soon : Urgency::Later;
}

bool dueEarlier(const CaseRecord& a, const CaseRecord& b)
{
    const QDate far(9999, 1, 1);
    const QDate ofA = dueOf(a).value_or(far);
    const QDate ofB = dueOf(b).value_or(far);
    return ofA != ofB ? ofA < ofB : a.receivedAt > b.receivedAt;
}

} // namespace core
