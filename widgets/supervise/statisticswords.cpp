// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/supervise/statisticswords.h"

#include "app/core/wording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

constexpr qint64 Minute = 60;
constexpr qint64 Hour = 60 * Minute;

QString number(qint64 value)
{
    return QString::number(value);
}

/// Nothing to take a share of: no figure is better than nought.
QString share(qint64 part, qint64 whole)
{
    return whole > 0 ? QString::number(100.0 * double(part) / double(whole), 'f', part == whole ? 0 : 1) + u'%' : u"—"_s;
}

/// Hours between the first and the last are there, whether anything happened in them or not.
QList<core::StatisticsRow> withoutGaps(const core::HallStatistics& statistics)
{
    QList<core::StatisticsRow> rows;
    for (const core::StatisticsRow& row : statistics.rows) {
        if (statistics.group == core::StatisticsGroup::Hour && !rows.isEmpty()) {
            for (int hour = rows.constLast().key.toInt() + 1; hour < row.key.toInt(); ++hour)
                rows.append({QString::number(hour), {}, {}});
        }
        rows.append(row);
    }
    return rows;
}

} // namespace

QString StatisticsWords::minutes(qint64 seconds)
{
    return tr("%n min", nullptr, int((seconds + Minute / 2) / Minute));
}

QString StatisticsWords::hours(qint64 seconds)
{
    return seconds < Hour ? minutes(seconds) : tr("%1 h").arg(double(seconds) / double(Hour), 0, 'f', 1);
}

QString StatisticsWords::weekday(int number)
{
    switch (number) {
    case 1: return tr("Mon");
    case 2: return tr("Tue");
    case 3: return tr("Wed");
    case 4: return tr("Thu");
    case 5: return tr("Fri");
    case 6: return tr("Sat");
    default: return tr("Sun");
    }
}

QString StatisticsWords::period(const core::Period& period)
{
    if (period.days() == 1)
        return core::chineseDate(period.from) + u' ' + weekday(period.from.dayOfWeek());
    return tr("%1 to %2").arg(core::chineseDate(period.from), core::chineseDate(period.to));
}

QList<StatisticsWords::Figure> StatisticsWords::figures(const core::HallStatistics& statistics)
{
    const auto& [tickets, cases, evaluations, time] = statistics.totals;
    return {
        {tr("Tickets taken"), number(tickets.taken), {tr("served %1").arg(tickets.served), tr("no-show %1").arg(tickets.noShow)}},
        {tr("Average wait"),
         tickets.called > 0 ? minutes(tickets.averageWaitSeconds()) : u"—"_s,
         {tr("longest %1").arg(minutes(tickets.longestWaitSeconds)),
          tr("over %1 min: %2").arg(statistics.limits.waitMinutes).arg(tickets.longWaits)}},
        {tr("Average service"),
         tickets.measured > 0 ? minutes(tickets.averageServiceSeconds()) : u"—"_s,
         {tr("pauses over %1 min: %2").arg(statistics.limits.pauseMinutes).arg(time.longPauses)}},
        {tr("Satisfied"),
         share(evaluations.satisfied(), evaluations.given()),
         {tr("evaluations %1").arg(evaluations.given()), tr("bad %1").arg(evaluations.given() - evaluations.satisfied())}},
        {tr("Cases taken in"),
         number(cases.takenIn),
         {tr("one-window %1").arg(cases.oneWindow), tr("one trip %1").arg(share(cases.oneTrip, cases.takenIn))}},
        {tr("Papers saved"),
         number(cases.papersSaved),
         {tr("deferred %1, kept %2").arg(cases.deferred).arg(cases.inTime), tr("late %1, passed %2").arg(cases.late).arg(cases.passed)}}};
}

QString StatisticsWords::courseTitle(const core::HallStatistics& statistics)
{
    return statistics.group == core::StatisticsGroup::Hour ? tr("Tickets taken, hour by hour") : tr("Tickets taken, day by day");
}

CourseChart StatisticsWords::course(const core::HallStatistics& statistics)
{
    CourseChart chart{
        tr("Average wait (min)"), {}, double(statistics.limits.waitMinutes), tr("limit %n min", nullptr, statistics.limits.waitMinutes)};
    for (const core::StatisticsRow& row : withoutGaps(statistics)) {
        const core::TicketFigures& tickets = row.figures.tickets;
        const QDate day = QDate::fromString(row.key, Qt::ISODate);
        const QString label = day.isValid() ? day.toString(u"M/d"_s) : tr("%1h").arg(row.key.toInt());
        chart.parts.append({label, double(tickets.taken), double(tickets.averageWaitSeconds()) / double(Minute), tickets.called > 0});
    }
    return chart;
}

QString StatisticsWords::arrivalsTitle(const core::HallStatistics& statistics)
{
    const bool averaged = std::any_of(statistics.arrivals.begin(), statistics.arrivals.end(), [](const auto& one) { return one.days > 1; });
    return averaged ? tr("When people come: tickets on an average day") : tr("When people come: tickets");
}

HeatChart StatisticsWords::arrivals(const core::HallStatistics& statistics)
{
    HeatChart chart;
    int first = core::HoursOfDay;
    int last = -1;
    for (const core::WeekdayArrivals& one : statistics.arrivals) {
        for (int hour = 0; hour < core::HoursOfDay; ++hour) {
            if (one.hours[std::size_t(hour)] > 0) {
                first = std::min(first, hour);
                last = std::max(last, hour);
            }
        }
    }
    for (int hour = first; hour <= last; ++hour)
        chart.columns.append(tr("%1h").arg(hour));
    for (const core::WeekdayArrivals& one : statistics.arrivals) {
        chart.rows.append(weekday(one.weekday));
        QList<double> values;
        for (int hour = first; hour <= last; ++hour)
            values.append(double(one.hours[std::size_t(hour)]) / std::max(1, one.days));
        chart.values.append(values);
        chart.decimals = std::max(chart.decimals, one.days > 1 ? 1 : 0);
    }
    return chart;
}

StatisticsWords::Table StatisticsWords::clerks(const core::HallStatistics& statistics)
{
    Table table{tr("Clerks"),
                {tr("Clerk"), tr("Called"), tr("Served"), tr("Average"), tr("Open"), tr("Serving"), tr("Idle"), tr("Paused"),
                 tr("Long pauses"), tr("Cases"), tr("Satisfied")},
                {},
                {}};
    const auto cells = [](const QString& name, const core::StatisticsFigures& of) -> QStringList {
        return {name,
                number(of.tickets.called),
                number(of.tickets.served),
                of.tickets.measured > 0 ? minutes(of.tickets.averageServiceSeconds()) : u"—"_s,
                hours(of.time.openSeconds),
                hours(of.time.servingSeconds),
                hours(of.time.idleSeconds()),
                hours(of.time.pausedSeconds),
                number(of.time.longPauses),
                number(of.cases.takenIn),
                share(of.evaluations.satisfied(), of.evaluations.given())};
    };
    for (const core::StatisticsRow& row : statistics.rows)
        table.rows.append(cells(row.name, row.figures));
    table.sum = cells(tr("Together"), statistics.totals);
    return table;
}

StatisticsWords::Table StatisticsWords::items(const core::HallStatistics& statistics)
{
    Table table{tr("Items"),
                {tr("Item"), tr("Cases"), tr("One trip"), tr("Papers saved"), tr("Deferred"), tr("In time"), tr("Late"), tr("Passed"),
                 tr("Satisfied")},
                {},
                {}};
    const auto cells = [](const QString& name, const core::StatisticsFigures& of) -> QStringList {
        const core::CaseFigures& cases = of.cases;
        return {name,
                number(cases.takenIn),
                share(cases.oneTrip, cases.takenIn),
                number(cases.papersSaved),
                number(cases.deferred),
                number(cases.inTime),
                number(cases.late),
                number(cases.passed),
                share(of.evaluations.satisfied(), of.evaluations.given())};
    };
    QList<core::StatisticsRow> rows = statistics.rows;
    std::stable_sort(rows.begin(), rows.end(), [](const core::StatisticsRow& a, const core::StatisticsRow& b) {
        return a.figures.cases.takenIn > b.figures.cases.takenIn;
    });
    for (const core::StatisticsRow& row : rows)
        table.rows.append(cells(row.name, row.figures));
    table.sum = cells(tr("Together"), statistics.totals);
    return table;
}

QString StatisticsWords::spoken(const CourseChart& chart)
{
    QStringList words;
    for (const CourseChart::Slot& part : chart.parts) {
        const QString wait = part.hasLine ? u", "_s + minutes(qint64(part.line * double(Minute))) : QString();
        words.append(u"%1 %2%3"_s.arg(part.label).arg(part.column).arg(wait));
    }
    return words.join(u"; "_s);
}

QString StatisticsWords::spoken(const HeatChart& chart)
{
    QStringList words;
    for (qsizetype row = 0; row < chart.rows.size(); ++row) {
        for (qsizetype column = 0; column < chart.columns.size(); ++column) {
            if (chart.values[row][column] > 0)
                words.append(
                    u"%1 %2 %3"_s.arg(chart.rows[row], chart.columns[column]).arg(chart.values[row][column], 0, 'f', chart.decimals));
        }
    }
    return words.join(u"; "_s);
}

} // namespace widgets
