// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/statisticstable.h"

#include "app/core/evaluation.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

QString minutes(qint64 seconds)
{
    return QString::number(double(seconds) / 60, 'f', 1);
}

QString count(qint64 number)
{
    return QString::number(number);
}

/// Empty where there is nothing to take a share of.
QString share(qint64 part, qint64 whole)
{
    return whole > 0 ? QString::number(100.0 * double(part) / double(whole), 'f', 1) : QString();
}

QStringList keyHead(StatisticsGroup group)
{
    switch (group) {
    case StatisticsGroup::Day: return {u"日期"_s};
    case StatisticsGroup::Hour: return {u"时段"_s};
    case StatisticsGroup::Clerk: return {u"窗口人员"_s};
    case StatisticsGroup::Item: return {u"事项编码"_s, u"事项名称"_s};
    case StatisticsGroup::Class: break;
    }
    return {u"号类"_s, u"名称"_s};
}

QStringList headOf(const HallStatistics& statistics)
{
    const StatisticsParts parts = partsOf(statistics.group);
    QStringList head = keyHead(statistics.group);
    if (parts.tickets)
        head += {u"取号"_s,           u"叫号"_s,           u"办结"_s,           u"过号"_s,
                 u"平均等候（分）"_s, u"最长等候（分）"_s, u"平均办理（分）"_s, u"等候超过%1分钟"_s.arg(statistics.limits.waitMinutes)};
    if (parts.time)
        head += {u"开窗（分）"_s, u"办理（分）"_s, u"空闲（分）"_s, u"暂停（分）"_s,
                 u"暂停超过%1分钟（次）"_s.arg(statistics.limits.pauseMinutes)};
    if (parts.cases)
        head += {u"收件"_s, u"综合窗口收件"_s, u"少交材料（份）"_s, u"一次办成"_s,  u"一次办成率（%）"_s,
                 u"容缺"_s, u"按期补齐"_s,     u"逾期补齐"_s,       u"到期未补齐"_s};
    if (parts.evaluations) {
        for (int level = BestLevel; level >= WorstLevel; --level)
            head += levelWords(level);
        head += u"满意率（%）"_s;
    }
    return head;
}

QStringList cellsOf(const StatisticsFigures& figures, const StatisticsParts& parts)
{
    QStringList cells;
    if (const TicketFigures& it = figures.tickets; parts.tickets)
        cells += {count(it.taken),
                  count(it.called),
                  count(it.served),
                  count(it.noShow),
                  minutes(it.averageWaitSeconds()),
                  minutes(it.longestWaitSeconds),
                  minutes(it.averageServiceSeconds()),
                  count(it.longWaits)};
    if (const TimeFigures& it = figures.time; parts.time)
        cells += {minutes(it.openSeconds), minutes(it.servingSeconds), minutes(it.idleSeconds()), minutes(it.pausedSeconds),
                  count(it.longPauses)};
    if (const CaseFigures& it = figures.cases; parts.cases)
        cells += {count(it.takenIn),  count(it.oneWindow), count(it.papersSaved), count(it.oneTrip), share(it.oneTrip, it.takenIn),
                  count(it.deferred), count(it.inTime),    count(it.late),        count(it.passed)};
    if (const EvaluationFigures& it = figures.evaluations; parts.evaluations) {
        for (auto level = it.levels.rbegin(); level != it.levels.rend(); ++level)
            cells += count(*level);
        cells += share(it.satisfied(), it.given());
    }
    return cells;
}

} // namespace

QList<QStringList> statisticsTable(const HallStatistics& statistics)
{
    const StatisticsParts parts = partsOf(statistics.group);
    const bool named = keyHead(statistics.group).size() > 1;
    QList<QStringList> table{headOf(statistics)};
    for (const StatisticsRow& row : statistics.rows)
        table.append((named ? QStringList{row.key, row.name} : QStringList{row.name}) + cellsOf(row.figures, parts));
    table.append((named ? QStringList{u"合计"_s, {}} : QStringList{u"合计"_s}) + cellsOf(statistics.totals, parts));
    return table;
}

} // namespace core
