// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/hallfigures.h"
#include "app/backoffice/handlers.h"
#include "app/core/csv.h"
#include "app/core/statisticstable.h"

using namespace Qt::StringLiterals;

namespace backoffice {

namespace {

/// As a spreadsheet, where the query or else the Accept header asks for it; nothing where the query asks for something else.
std::optional<bool> wantsTable(const Request& request)
{
    const QString format = request.query.queryItemValue(u"format"_s);
    if (format.isEmpty())
        return request.header("accept").toLower().contains("text/csv");
    return format == u"csv" || format == u"json" ? std::optional(format == u"csv") : std::nullopt;
}

Answer tableOf(const core::HallStatistics& statistics)
{
    const QString name = u"statistics-%1-%2-%3.csv"_s.arg(statistics.period.from.toString(Qt::ISODate),
                                                          statistics.period.to.toString(Qt::ISODate), core::toWire(statistics.group));
    return {200,
            {{"content-type", "text/csv; charset=utf-8"}, {"content-disposition", "attachment; filename=\"" + name.toLatin1() + '"'}},
            core::csvFile(core::statisticsTable(statistics))};
}

} // namespace

Answer statistics(const Request& request, const Context& context)
{
    if (context.caller.role != u"supervisor" || request.captures.value(0) != context.caller.hall)
        return problem(403, u"forbidden"_s);
    const auto period = core::periodFrom(request.query.queryItemValue(u"from"_s), request.query.queryItemValue(u"to"_s));
    if (!period)
        return problem(422, u"invalid-body"_s, {u'/' + period.error().facts.value(0)});
    const QString named = request.query.queryItemValue(u"group"_s);
    const auto group = core::statisticsGroupFromWire(named.isEmpty() ? core::toWire(core::StatisticsGroup::Day) : named);
    if (!group)
        return problem(422, u"invalid-body"_s, {u"/group"_s});
    const auto table = wantsTable(request);
    if (!table)
        return problem(422, u"invalid-body"_s, {u"/format"_s});
    const core::HallStatistics result = HallFigures(context, *period).read(*group);
    return *table ? tableOf(result) : Answer::json(200, result.toJson());
}

} // namespace backoffice
