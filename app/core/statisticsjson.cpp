// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/hallstatistics.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace core {

// Statistics as they travel.

namespace {

template<class Figures, std::size_t N> using StatisticsNames = std::array<std::pair<QStringView, qint64 Figures::*>, N>;

constexpr StatisticsNames<TicketFigures, 9> TicketNames{{{u"taken", &TicketFigures::taken},
                                                         {u"called", &TicketFigures::called},
                                                         {u"served", &TicketFigures::served},
                                                         {u"noShow", &TicketFigures::noShow},
                                                         {u"longWaits", &TicketFigures::longWaits},
                                                         {u"waitSeconds", &TicketFigures::waitSeconds},
                                                         {u"longestWaitSeconds", &TicketFigures::longestWaitSeconds},
                                                         {u"measured", &TicketFigures::measured},
                                                         {u"serviceSeconds", &TicketFigures::serviceSeconds}}};
constexpr StatisticsNames<CaseFigures, 8> CaseNames{{{u"takenIn", &CaseFigures::takenIn},
                                                     {u"oneWindow", &CaseFigures::oneWindow},
                                                     {u"papersSaved", &CaseFigures::papersSaved},
                                                     {u"oneTrip", &CaseFigures::oneTrip},
                                                     {u"deferred", &CaseFigures::deferred},
                                                     {u"inTime", &CaseFigures::inTime},
                                                     {u"late", &CaseFigures::late},
                                                     {u"passed", &CaseFigures::passed}}};
constexpr StatisticsNames<TimeFigures, 4> TimeNames{{{u"openSeconds", &TimeFigures::openSeconds},
                                                     {u"servingSeconds", &TimeFigures::servingSeconds},
                                                     {u"pausedSeconds", &TimeFigures::pausedSeconds},
                                                     {u"longPauses", &TimeFigures::longPauses}}};

template<class Figures, std::size_t N> QJsonObject written(const StatisticsNames<Figures, N>& names, const Figures& figures)
{
    QJsonObject json;
    for (const auto& [name, member] : names)
        json[name] = figures.*member;
    return json;
}

/// The name of the first field that is missing; empty: none.
template<class Figures, std::size_t N> QString read(const StatisticsNames<Figures, N>& names, const QJsonValue& json, Figures& figures)
{
    for (const auto& [name, member] : names) {
        if (!json[name].isDouble())
            return name.toString();
        figures.*member = json[name].toInteger();
    }
    return {};
}

QJsonObject ticketsJson(const TicketFigures& tickets)
{
    QJsonObject json = written(TicketNames, tickets);
    json[u"averageWaitSeconds"_s] = tickets.averageWaitSeconds();
    json[u"averageServiceSeconds"_s] = tickets.averageServiceSeconds();
    return json;
}

QJsonObject timeJson(const TimeFigures& time)
{
    QJsonObject json = written(TimeNames, time);
    json[u"idleSeconds"_s] = time.idleSeconds();
    return json;
}

QJsonObject evaluationsJson(const EvaluationFigures& evaluations)
{
    QJsonArray levels;
    for (const qint64 count : evaluations.levels)
        levels.append(count);
    return {{u"levels"_s, levels}, {u"given"_s, evaluations.given()}, {u"satisfied"_s, evaluations.satisfied()}};
}

QString readEvaluations(const QJsonValue& json, EvaluationFigures& evaluations)
{
    const QJsonArray levels = json[u"levels"_s].toArray();
    if (levels.size() != qsizetype(evaluations.levels.size()))
        return u"levels"_s;
    for (std::size_t i = 0; i < evaluations.levels.size(); ++i)
        evaluations.levels[i] = levels[qsizetype(i)].toInteger();
    return {};
}

QJsonObject figuresJson(const StatisticsFigures& figures, const StatisticsParts& parts)
{
    QJsonObject json;
    if (parts.tickets)
        json[u"tickets"_s] = ticketsJson(figures.tickets);
    if (parts.cases)
        json[u"cases"_s] = written(CaseNames, figures.cases);
    if (parts.evaluations)
        json[u"evaluations"_s] = evaluationsJson(figures.evaluations);
    if (parts.time)
        json[u"time"_s] = timeJson(figures.time);
    return json;
}

QString readFigures(const QJsonValue& json, const StatisticsParts& parts, StatisticsFigures& figures)
{
    QString missing;
    if (parts.tickets)
        missing = read(TicketNames, json[u"tickets"_s], figures.tickets);
    if (parts.cases && missing.isEmpty())
        missing = read(CaseNames, json[u"cases"_s], figures.cases);
    if (parts.evaluations && missing.isEmpty())
        missing = readEvaluations(json[u"evaluations"_s], figures.evaluations);
    if (parts.time && missing.isEmpty())
        missing = read(TimeNames, json[u"time"_s], figures.time);
    return missing;
}

QJsonObject arrivalsJson(const WeekdayArrivals& arrivals)
{
    QJsonArray hours;
    for (const qint64 count : arrivals.hours)
        hours.append(count);
    return {{u"weekday"_s, arrivals.weekday}, {u"days"_s, arrivals.days}, {u"hours"_s, hours}};
}

WeekdayArrivals arrivalsFrom(const QJsonValue& json)
{
    WeekdayArrivals arrivals{json[u"weekday"_s].toInt(), json[u"days"_s].toInt(), {}};
    const QJsonArray hours = json[u"hours"_s].toArray();
    for (qsizetype i = 0; i < std::min<qsizetype>(hours.size(), HoursOfDay); ++i)
        arrivals.hours[std::size_t(i)] = hours[i].toInteger();
    return arrivals;
}

} // namespace

QJsonObject HallStatistics::toJson() const
{
    QJsonArray list;
    for (const StatisticsRow& row : rows) {
        QJsonObject json = figuresJson(row.figures, partsOf(group));
        json[u"key"_s] = row.key;
        json[u"name"_s] = row.name;
        list.append(json);
    }
    QJsonArray weekdays;
    for (const WeekdayArrivals& one : arrivals)
        weekdays.append(arrivalsJson(one));
    return {{u"at"_s, at.toUTC().toString(Qt::ISODateWithMs)},
            {u"from"_s, period.from.toString(Qt::ISODate)},
            {u"to"_s, period.to.toString(Qt::ISODate)},
            {u"group"_s, toWire(group)},
            {u"longWaitMinutes"_s, limits.waitMinutes},
            {u"longPauseMinutes"_s, limits.pauseMinutes},
            {u"totals"_s, figuresJson(totals, {})},
            {u"rows"_s, list},
            {u"arrivals"_s, weekdays}};
}

Result<HallStatistics> HallStatistics::fromJson(const QJsonObject& json)
{
    const auto wrong = [](const QString& field) { return fail(ErrorKind::BadAnswer, u"statistics.field"_s, {field}); };
    HallStatistics result;
    result.at = QDateTime::fromString(json[u"at"_s].toString(), Qt::ISODateWithMs);
    if (!result.at.isValid())
        return wrong(u"at"_s);
    const auto period = periodFrom(json[u"from"_s].toString(), json[u"to"_s].toString());
    if (!period)
        return wrong(period.error().facts.value(0));
    result.period = *period;
    const auto group = statisticsGroupFromWire(json[u"group"_s].toString());
    if (!group)
        return wrong(u"group"_s);
    result.group = *group;
    result.limits = {json[u"longWaitMinutes"_s].toInt(), json[u"longPauseMinutes"_s].toInt()};
    if (const QString missing = readFigures(json[u"totals"_s], {}, result.totals); !missing.isEmpty())
        return wrong(missing);
    for (const QString& field : {u"rows"_s, u"arrivals"_s}) {
        if (!json[field].isArray())
            return wrong(field);
    }
    const QJsonArray list = json[u"rows"_s].toArray();
    for (const QJsonValue& one : list) {
        StatisticsRow row{one[u"key"_s].toString(), one[u"name"_s].toString(), {}};
        if (const QString missing = readFigures(one, partsOf(*group), row.figures); !missing.isEmpty())
            return wrong(missing);
        result.rows.append(row);
    }
    const QJsonArray weekdays = json[u"arrivals"_s].toArray();
    for (const QJsonValue& one : weekdays)
        result.arrivals.append(arrivalsFrom(one));
    return result;
}

} // namespace core
