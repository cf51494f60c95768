// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/workcalendar.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace core {

namespace {
Result<QSet<QDate>> datesOf(const QJsonValue& value, int year)
{
    QSet<QDate> dates;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& entry : array) {
        const QDate date = QDate::fromString(entry.toString(), Qt::ISODate);
        if (!date.isValid() || date.year() != year)
            return fail(ErrorKind::BadAnswer, u"calendar.date"_s, {entry.toString().left(20)});
        dates.insert(date);
    }
    return dates;
}
} // namespace

Result<CalendarYear> CalendarYear::fromJson(const QJsonObject& json)
{
    CalendarYear result;
    result.year = json[u"year"_s].toInt();
    result.version = json[u"version"_s].toInt();
    if (result.year < 2000 || result.year > 2200 || !json[u"holidays"_s].isArray() || !json[u"makeUpDays"_s].isArray())
        return fail(ErrorKind::BadAnswer, u"calendar.year"_s);
    return datesOf(json[u"holidays"_s], result.year)
        .and_then([&](const QSet<QDate>& free) {
            result.holidays = free;
            return datesOf(json[u"makeUpDays"_s], result.year);
        })
        .map([&](const QSet<QDate>& worked) {
            result.makeUpDays = worked;
            return result;
        });
}

Result<bool> WorkCalendar::isWorkingDay(const QDate& day) const
{
    const auto year = m_years.constFind(day.year());
    if (year == m_years.constEnd())
        return fail(ErrorKind::NotCovered, u"calendar.not-covered"_s, {QString::number(day.year())});
    if (year->makeUpDays.contains(day))
        return true;
    return day.dayOfWeek() <= Qt::Friday && !year->holidays.contains(day);
}

Result<QDate> WorkCalendar::addWorkingDays(const QDate& day, int count) const
{
    QDate date = day;
    for (int left = count; left > 0;) {
        date = date.addDays(1);
        const Result<bool> working = isWorkingDay(date);
        if (!working)
            return tl::unexpected(working.error());
        left -= *working ? 1 : 0;
    }
    return date;
}

Result<int> WorkCalendar::workingDaysBetween(const QDate& from, const QDate& to) const
{
    if (to < from)
        return workingDaysBetween(to, from).map([](int days) { return -days; });
    int days = 0;
    for (QDate date = from.addDays(1); date <= to; date = date.addDays(1)) {
        const Result<bool> working = isWorkingDay(date);
        if (!working)
            return tl::unexpected(working.error());
        days += *working ? 1 : 0;
    }
    return days;
}

} // namespace core
