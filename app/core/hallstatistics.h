// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/hallalerts.h"

#include <array>

namespace core {

// What a hall did in a period, for its supervisor. Clerks by name, applicants by nothing. Figures are sums, so that those of two days
// are added by adding them; averages and shares are made of the sums.

constexpr int LongestPeriodDays = 92;
constexpr int HoursOfDay = 24;

/// Days of the hall, the first and the last one within.
struct Period
{
    QDate from;
    QDate to;

    [[nodiscard]] int days() const { return int(from.daysTo(to)) + 1; }
    [[nodiscard]] bool contains(const QDate& day) const { return from <= day && day <= to; }
    friend bool operator==(const Period&, const Period&) = default;
};

/// As people write days: 2026-11-23, 2026.11.23, 2026/11/23, 20261123. Invalid where it is none.
QDate dayFrom(const QString& text);
/// Fails with `statistics.period` and the field at fault: `from`, or `to` where it lies before `from` or more than 92 days are asked for.
Result<Period> periodFrom(const QString& from, const QString& to);

enum class PeriodChoice { Today, Week, Month };
/// Up to today; a week begins on Monday.
Period periodOf(PeriodChoice choice, const QDate& today);

/// What the rows are.
enum class StatisticsGroup { Day, Hour, Clerk, Item, Class };
QString toWire(StatisticsGroup group);
/// Fails with `statistics.group`.
Result<StatisticsGroup> statisticsGroupFromWire(const QString& wire);

struct TicketFigures
{
    qint64 taken = 0;
    qint64 called = 0;
    qint64 served = 0;
    qint64 noShow = 0;
    qint64 longWaits = 0;          ///< longer than the limit, of those called and of those who still wait today
    qint64 waitSeconds = 0;        ///< of those called, together
    qint64 longestWaitSeconds = 0; ///< of those called and of those who still wait today
    qint64 measured = 0;           ///< of those served, whose beginning was noted
    qint64 serviceSeconds = 0;     ///< of these, together

    [[nodiscard]] qint64 averageWaitSeconds() const { return called > 0 ? waitSeconds / called : 0; }
    [[nodiscard]] qint64 averageServiceSeconds() const { return measured > 0 ? serviceSeconds / measured : 0; }
    TicketFigures& operator+=(const TicketFigures& other);
    friend bool operator==(const TicketFigures&, const TicketFigures&) = default;
};

struct CaseFigures
{
    qint64 takenIn = 0;
    qint64 oneWindow = 0; ///< of them at windows that serve several classes (综合窗口)
    qint64 papersSaved = 0;
    qint64 oneTrip = 0;  ///< complete at once
    qint64 deferred = 0; ///< taken in with something to follow (容缺); those of the next three, and those still open
    qint64 inTime = 0;
    qint64 late = 0;
    qint64 passed = 0;

    CaseFigures& operator+=(const CaseFigures& other);
    friend bool operator==(const CaseFigures&, const CaseFigures&) = default;
};

struct EvaluationFigures
{
    std::array<qint64, 5> levels{}; ///< level 1, the worst, first

    [[nodiscard]] qint64 given() const;
    [[nodiscard]] qint64 satisfied() const; ///< 基本满意 or better
    EvaluationFigures& operator+=(const EvaluationFigures& other);
    friend bool operator==(const EvaluationFigures&, const EvaluationFigures&) = default;
};

/// What clerks did with their time.
struct TimeFigures
{
    qint64 openSeconds = 0;
    qint64 servingSeconds = 0;
    qint64 pausedSeconds = 0;
    qint64 longPauses = 0; ///< longer than the limit

    [[nodiscard]] qint64 idleSeconds() const { return std::max<qint64>(0, openSeconds - servingSeconds); }
    TimeFigures& operator+=(const TimeFigures& other);
    friend bool operator==(const TimeFigures&, const TimeFigures&) = default;
};

struct StatisticsFigures
{
    TicketFigures tickets;
    CaseFigures cases;
    EvaluationFigures evaluations;
    TimeFigures time;

    StatisticsFigures& operator+=(const StatisticsFigures& other);
    friend bool operator==(const StatisticsFigures&, const StatisticsFigures&) = default;
};

/// Which figures a row of a group can have: nobody takes a ticket for an item.
struct StatisticsParts
{
    bool tickets = true;
    bool cases = true;
    bool evaluations = true;
    bool time = true;
};
StatisticsParts partsOf(StatisticsGroup group);

struct StatisticsRow
{
    QString key; ///< 2026-11-23, 09, a clerk's number, an item's code, a class's letter
    QString name;
    StatisticsFigures figures;

    friend bool operator==(const StatisticsRow&, const StatisticsRow&) = default;
};

/// Tickets taken on the Mondays, Tuesdays … of a period, hour by hour.
struct WeekdayArrivals
{
    int weekday = 1; ///< Monday is 1
    int days = 0;    ///< so many of them had any
    std::array<qint64, HoursOfDay> hours{};

    friend bool operator==(const WeekdayArrivals&, const WeekdayArrivals&) = default;
};

struct HourArrivals
{
    QDate day;
    int hour = 0;
    qint64 taken = 0;
};
/// Weekdays without any are left out.
QList<WeekdayArrivals> arrivalsByWeekday(const QList<HourArrivals>& arrivals);

/// What a window was, open or paused, from when until when.
struct WindowSpan
{
    QString clerk;
    bool paused = false;
    QDateTime since;
    QDateTime until;
};

/// What of a span belongs to a day. Serving is not known from it.
struct TimeShare
{
    QDate day;
    QString clerk;
    TimeFigures figures;
};
/// A pause that is still there at midnight is none: somebody left without closing the window. A long one counts where it began.
QList<TimeShare> sharesOf(const WindowSpan& span, const Period& period, int longPauseMinutes);

struct HallStatistics
{
    QDateTime at; ///< when it was reckoned
    Period period;
    StatisticsGroup group = StatisticsGroup::Day;
    AlertLimits limits; ///< what a long wait and a long pause are here
    StatisticsFigures totals;
    QList<StatisticsRow> rows; ///< in the order of their keys
    QList<WeekdayArrivals> arrivals;

    [[nodiscard]] QJsonObject toJson() const;
    /// Fails with `statistics.field` and what is missing.
    static Result<HallStatistics> fromJson(const QJsonObject& json);
    friend bool operator==(const HallStatistics& a, const HallStatistics& b)
    {
        return a.at == b.at && a.period == b.period && a.group == b.group && a.totals == b.totals && a.rows == b.rows &&
               a.arrivals == b.arrivals;
    }
};

} // namespace core
