// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/error.h"

#include <QDate>
#include <QMap>
#include <QSet>

class QJsonObject;

namespace core {

/// One year's exceptions to Monday–Friday, as the State Council's holiday notice names them.
struct CalendarYear
{
    int year = 0;
    int version = 0;
    QSet<QDate> holidays;
    QSet<QDate> makeUpDays; ///< weekend days that are worked (调休)

    /// From `{"year","version","holidays":[…],"makeUpDays":[…]}`; fails with `calendar.year` or `calendar.date`.
    static Result<CalendarYear> fromJson(const QJsonObject& json);
};

/// Working days. Outside the years it holds it refuses to guess (`calendar.not-covered` with the year).
class WorkCalendar
{
public:
    void setYear(const CalendarYear& year) { m_years.insert(year.year, year); }
    [[nodiscard]] bool covers(int year) const { return m_years.contains(year); }

    [[nodiscard]] Result<bool> isWorkingDay(const QDate& day) const;
    /// The `count`-th working day after `day`; the day itself is day zero and is not counted.
    [[nodiscard]] Result<QDate> addWorkingDays(const QDate& day, int count) const;
    /// How many working days lie after `from` up to and including `to`; negative when `to` is earlier.
    [[nodiscard]] Result<int> workingDaysBetween(const QDate& from, const QDate& to) const;

private:
    QMap<int, CalendarYear> m_years;
};

} // namespace core
