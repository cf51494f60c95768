// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/hallstatistics.h"

#include "app/core/evaluation.h"
#include "app/core/halltime.h"
#include "app/core/wire.h"

#include <QRegularExpression>

#include <numeric>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr WireNames<StatisticsGroup, 5> Groups{{{StatisticsGroup::Day, u"day"},
                                                {StatisticsGroup::Hour, u"hour"},
                                                {StatisticsGroup::Clerk, u"clerk"},
                                                {StatisticsGroup::Item, u"item"},
                                                {StatisticsGroup::Class, u"class"}}};

/// The seconds of a span that lie on a day.
qint64 secondsOn(const QDate& day, const WindowSpan& span)
{
    const QDateTime from = std::max(span.since, hallMidnight(day));
    const QDateTime to = std::min(span.until, hallMidnight(day.addDays(1)));
    return std::max<qint64>(0, from.secsTo(to));
}

} // namespace

QDate dayFrom(const QString& text)
{
    static const QRegularExpression form(u"^\\s*(\\d{4})(?:[-./]?)(\\d{1,2})(?:[-./]?)(\\d{1,2})\\s*$"_s);
    const QRegularExpressionMatch match = form.match(text);
    return match.hasMatch() ? QDate(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt()) : QDate();
}

Result<Period> periodFrom(const QString& from, const QString& to)
{
    const Period period{dayFrom(from), dayFrom(to)};
    if (!period.from.isValid())
        return fail(ErrorKind::InvalidInput, u"statistics.period"_s, {u"from"_s});
    if (!period.to.isValid() || period.days() < 1 || period.days() > LongestPeriodDays)
        return fail(ErrorKind::InvalidInput, u"statistics.period"_s, {u"to"_s});
    return period;
}

Period periodOf(PeriodChoice choice, const QDate& today)
{
    switch (choice) {
    case PeriodChoice::Week: return {today.addDays(1 - today.dayOfWeek()), today};
    case PeriodChoice::Month: return {today.addDays(1 - today.day()), today};
    case PeriodChoice::Today: break;
    }
    return {today, today};
}

QString toWire(StatisticsGroup group)
{
    return wireName(Groups, group);
}

Result<StatisticsGroup> statisticsGroupFromWire(const QString& wire)
{
    return fromWireName(Groups, wire, u"statistics.group"_s);
}

TicketFigures& TicketFigures::operator+=(const TicketFigures& other)
{
    taken += other.taken;
    called += other.called;
    served += other.served;
    noShow += other.noShow;
    longWaits += other.longWaits;
    waitSeconds += other.waitSeconds;
    longestWaitSeconds = std::max(longestWaitSeconds, other.longestWaitSeconds);
    measured += other.measured;
    serviceSeconds += other.serviceSeconds;
    return *this;
}

CaseFigures& CaseFigures::operator+=(const CaseFigures& other)
{
    takenIn += other.takenIn;
    oneWindow += other.oneWindow;
    papersSaved += other.papersSaved;
    oneTrip += other.oneTrip;
    deferred += other.deferred;
    inTime += other.inTime;
    late += other.late;
    passed += other.passed;
    return *this;
}

qint64 EvaluationFigures::given() const
{
    return std::accumulate(levels.begin(), levels.end(), qint64(0));
}

qint64 EvaluationFigures::satisfied() const
{
    return std::accumulate(levels.begin() + (LeastGoodLevel - WorstLevel), levels.end(), qint64(0));
}

EvaluationFigures& EvaluationFigures::operator+=(const EvaluationFigures& other)
{
    for (std::size_t i = 0; i < levels.size(); ++i)
        levels[i] += other.levels[i];
    return *this;
}

TimeFigures& TimeFigures::operator+=(const TimeFigures& other)
{
    openSeconds += other.openSeconds;
    servingSeconds += other.servingSeconds;
    pausedSeconds += other.pausedSeconds;
    longPauses += other.longPauses;
    return *this;
}

StatisticsFigures& StatisticsFigures::operator+=(const StatisticsFigures& other)
{
    tickets += other.tickets;
    cases += other.cases;
    evaluations += other.evaluations;
    time += other.time;
    return *this;
}

StatisticsParts partsOf(StatisticsGroup group)
{
    switch (group) {
    case StatisticsGroup::Hour: return {true, true, true, false};
    case StatisticsGroup::Item: return {false, true, true, false};
    case StatisticsGroup::Class: return {true, false, false, false};
    case StatisticsGroup::Day:
    case StatisticsGroup::Clerk: break;
    }
    return {};
}

QList<WeekdayArrivals> arrivalsByWeekday(const QList<HourArrivals>& arrivals)
{
    std::array<WeekdayArrivals, 7> weekdays;
    QList<QDate> seen;
    for (const HourArrivals& one : arrivals) {
        if (!one.day.isValid() || one.hour < 0 || one.hour >= HoursOfDay || one.taken < 1)
            continue;
        WeekdayArrivals& weekday = weekdays[std::size_t(one.day.dayOfWeek() - 1)];
        weekday.weekday = one.day.dayOfWeek();
        weekday.hours[std::size_t(one.hour)] += one.taken;
        if (!seen.contains(one.day)) {
            seen.append(one.day);
            ++weekday.days;
        }
    }
    QList<WeekdayArrivals> found;
    std::copy_if(weekdays.begin(), weekdays.end(), std::back_inserter(found), [](const auto& weekday) { return weekday.days > 0; });
    return found;
}

QList<TimeShare> sharesOf(const WindowSpan& span, const Period& period, int longPauseMinutes)
{
    if (!span.since.isValid() || span.until <= span.since)
        return {};
    const QDate began = hallTime(span.since).date();
    QList<TimeShare> shares;
    if (span.paused) {
        if (span.until > hallMidnight(began.addDays(1)) || !period.contains(began))
            return {};
        const qint64 seconds = secondsOn(began, span);
        return {{began, span.clerk, {0, 0, seconds, seconds > 60LL * longPauseMinutes ? 1 : 0}}};
    }
    const QDate ended = std::min(hallTime(span.until).date(), period.to);
    for (QDate day = std::max(began, period.from); day <= ended; day = day.addDays(1)) {
        if (const qint64 seconds = secondsOn(day, span); seconds > 0)
            shares.append({day, span.clerk, {seconds, 0, 0, 0}});
    }
    return shares;
}

} // namespace core
