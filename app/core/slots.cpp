// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/slots.h"

#include "app/core/halltime.h"

using namespace Qt::StringLiterals;

namespace core {

QList<Slot> slotsOf(const QDate& day, const TicketClass& kind, const SlotRule& rule)
{
    QList<Slot> found;
    if (!day.isValid() || kind.slotMinutes <= 0)
        return found;
    const QDateTime midnight = hallMidnight(day);
    const QList<SlotHours> hours = rule.hours.isEmpty() ? QList{SlotHours{0, 24 * 60}} : rule.hours;
    for (const SlotHours& open : hours) {
        for (int begin = open.from; begin + kind.slotMinutes <= open.until; begin += kind.slotMinutes)
            found.append({midnight.addSecs(begin * 60LL), midnight.addSecs((begin + kind.slotMinutes) * 60LL)});
    }
    return found;
}

Result<void> mayBookOn(const QDate& day, const QDate& today, const SlotRule& rule, const WorkCalendar& calendar)
{
    if (day < today)
        return fail(ErrorKind::Refused, u"slot.past"_s);
    if (rule.daysAhead > 0 && day > today.addDays(rule.daysAhead))
        return fail(ErrorKind::Refused, u"slot.too-far"_s, {today.addDays(rule.daysAhead).toString(Qt::ISODate)});
    if (rule.onRestDays)
        return {};
    return calendar.isWorkingDay(day).and_then([](bool works) -> Result<void> {
        if (!works)
            return fail(ErrorKind::Refused, u"slot.rest-day"_s);
        return {};
    });
}

} // namespace core
