// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/hallfigures.h"

#include "app/backoffice/document.h"
#include "app/backoffice/evaluations.h"
#include "app/backoffice/ticketrows.h"
#include "app/core/halltime.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace backoffice {

namespace {

using Group = core::StatisticsGroup;

/// The hour of a moment, as a hall's clock shows it.
QString hourOf(const QString& column)
{
    return u"(%1 + 28800000) / 3600000 % 24"_s.arg(column);
}

/// The number of a moment's day, since 1970.
QString dayOf(const QString& column)
{
    return u"(%1 + 28800000) / 86400000"_s.arg(column);
}

/// As rows are named: what the database gives for a moment's day or hour is a number.
QString keyFrom(Group group, const QVariant& value)
{
    if (group == Group::Day && value.typeId() != QMetaType::QString)
        return QDate(1970, 1, 1).addDays(value.toLongLong()).toString(Qt::ISODate);
    if (group == Group::Hour)
        return QString::number(value.toInt()).rightJustified(2, u'0');
    return value.toString();
}

qint64 secondsIn(const QVariant& ms)
{
    return std::max<qint64>(0, ms.toLongLong() / 1000);
}

QDateTime moment(qint64 ms)
{
    return core::hallTime(ms);
}

} // namespace

qint64 HallFigures::beginMs() const
{
    return core::hallMidnight(m_period.from).toMSecsSinceEpoch();
}

qint64 HallFigures::endMs() const
{
    return core::hallMidnight(m_period.to.addDays(1)).toMSecsSinceEpoch();
}

core::AlertLimits HallFigures::limits() const
{
    QJsonObject settings = documentNamed(m_context.database, u"settings"_s);
    if (settings.isEmpty()) // imported before they had a document of their own
        settings = documentNamed(m_context.database, u"catalogue"_s)[u"settings"_s].toObject();
    return core::AlertLimits::fromJson(settings);
}

void HallFigures::addTickets(Group group, const core::AlertLimits& limits, ByKey& figures) const
{
    const QString key = group == Group::Day     ? u"ticket_day"_s
                        : group == Group::Hour  ? hourOf(u"taken_at"_s)
                        : group == Group::Clerk ? u"clerk"_s
                                                : u"queue_class"_s;
    const QString today = queueDay(m_context);
    const qint64 longWait = 60'000LL * limits.waitMinutes;
    const QString from = m_period.from.toString(Qt::ISODate);
    const QString to = m_period.to.toString(Qt::ISODate);
    Rows rows = m_context.database.run(
        u"SELECT k, count(*), sum(CASE WHEN first_called_at > 0 THEN 1 ELSE 0 END), sum(CASE WHEN state = 'done' THEN 1 ELSE 0 END), "
        "sum(CASE WHEN state IN ('no-show', 'void') THEN 1 ELSE 0 END), sum(CASE WHEN waited > ? THEN 1 ELSE 0 END), "
        "sum(CASE WHEN first_called_at > 0 THEN waited ELSE 0 END), max(waited), sum(CASE WHEN service > 0 THEN 1 ELSE 0 END), "
        "sum(service), sum(running) FROM (SELECT "_s +
            key +
            u" AS k, state, first_called_at, "
            "CASE WHEN first_called_at > 0 THEN first_called_at - taken_at WHEN state <> 'waiting' THEN 0 WHEN ticket_day = ? THEN "
            "? - taken_at WHEN last_at > taken_at THEN last_at - taken_at ELSE 0 END AS waited, "
            "CASE WHEN state = 'done' AND started_at > 0 AND ended_at > started_at THEN ended_at - started_at - held_ms ELSE 0 END AS "
            "service, "
            "CASE WHEN state = 'serving' AND started_at > 0 AND ticket_day = ? THEN ? - started_at - held_ms ELSE 0 END AS running "
            "FROM ticket LEFT JOIN (SELECT ticket_day AS last_day, max(at) AS last_at FROM ticket_step WHERE hall = ? AND ticket_day >= ? "
            "AND ticket_day <= ? GROUP BY ticket_day) AS ends ON last_day = ticket_day "
            "WHERE hall = ? AND ticket_day >= ? AND ticket_day <= ?) AS one GROUP BY k"_s,
        {longWait, today, m_context.nowMs, today, m_context.nowMs, m_context.caller.hall, from, to, m_context.caller.hall, from, to});
    while (rows.next()) {
        const auto at = [&rows](int column) { return rows.value(column).toLongLong(); };
        core::StatisticsFigures& sums = figures[keyFrom(group, rows.value(0))];
        sums.tickets += {at(1), at(2), at(3), at(4), at(5), secondsIn(at(6)), secondsIn(at(7)), at(8), secondsIn(at(9))};
        if (core::partsOf(group).time)
            sums.time.servingSeconds += secondsIn(at(9)) + secondsIn(at(10));
    }
}

void HallFigures::addCases(Group group, ByKey& figures) const
{
    const QString key = group == Group::Day     ? dayOf(u"c.received_at"_s)
                        : group == Group::Hour  ? hourOf(u"c.received_at"_s)
                        : group == Group::Clerk ? u"c.clerk"_s
                                                : u"c.item_code"_s;
    Rows rows = m_context.database.run(
        u"SELECT k, count(*), sum(several), sum(papers_saved), sum(one_trip), sum(CASE WHEN deferral <> '' THEN 1 ELSE 0 END), "
        "sum(CASE WHEN deferral = 'in-time' THEN 1 ELSE 0 END), sum(CASE WHEN deferral = 'late' THEN 1 ELSE 0 END), "
        "sum(CASE WHEN deferral = 'passed' THEN 1 ELSE 0 END) FROM (SELECT "_s +
            key +
            u" AS k, CASE WHEN w.classes LIKE '%,%' THEN 1 ELSE 0 END AS several, c.papers_saved, c.one_trip, c.deferral "
            "FROM case_record c LEFT JOIN service_window w ON w.code = c.service_window AND w.hall = c.hall "
            "WHERE c.hall = ? AND c.received_at >= ? AND c.received_at < ? AND c.state <> 'voided') AS one GROUP BY k"_s,
        {m_context.caller.hall, beginMs(), endMs()});
    while (rows.next()) {
        const auto at = [&rows](int column) { return rows.value(column).toLongLong(); };
        figures[keyFrom(group, rows.value(0))].cases += {at(1), at(2), at(3), at(4), at(5), at(6), at(7), at(8)};
    }
}

/// Those given of a case count for its item; of a ticket nobody knows what it was for.
void HallFigures::addEvaluations(Group group, ByKey& figures) const
{
    const QString key = group == Group::Day     ? dayOf(u"e.at"_s)
                        : group == Group::Hour  ? hourOf(u"e.at"_s)
                        : group == Group::Clerk ? u"e.clerk"_s
                                                : u"coalesce(c.item_code, '')"_s;
    Rows rows = m_context.database.run(
        u"SELECT k, level, count(*) FROM (SELECT "_s + key +
            u" AS k, e.level FROM evaluation e LEFT JOIN case_record c ON e.subject_kind = 'case' AND c.id = e.subject "
            "WHERE e.hall = ? AND e.at >= ? AND e.at < ? AND "_s +
            OnceAVisit + u") AS one GROUP BY k, level"_s,
        {m_context.caller.hall, beginMs(), endMs()});
    while (rows.next())
        figures[keyFrom(group, rows.value(0))].evaluations.levels.at(std::size_t(rows.value(1).toInt() - 1)) += rows.value(2).toLongLong();
}

/// What windows did and have ended, and what they do now.
QList<core::WindowSpan> HallFigures::spans() const
{
    QList<core::WindowSpan> spans;
    Rows past = m_context.database.run(u"SELECT clerk, state, since, until FROM window_time WHERE hall = ? AND since < ? AND until > ?"_s,
                                       {m_context.caller.hall, endMs(), beginMs()});
    while (past.next())
        spans.append({past.value(0).toString(), past.value(1).toString() == u"paused", moment(past.value(2).toLongLong()),
                      moment(past.value(3).toLongLong())});
    past.finish();
    Rows now =
        m_context.database.run(u"SELECT clerk, state, since FROM service_window WHERE hall = ? AND state <> 'closed' AND since >= ?"_s,
                               {m_context.caller.hall, core::hallMidnight(core::hallTime(m_context.nowMs).date()).toMSecsSinceEpoch()});
    while (now.next())
        spans.append(
            {now.value(0).toString(), now.value(1).toString() == u"paused", moment(now.value(2).toLongLong()), moment(m_context.nowMs)});
    return spans;
}

void HallFigures::addTime(Group group, const core::AlertLimits& limits, ByKey& figures) const
{
    for (const core::WindowSpan& span : spans()) {
        for (const core::TimeShare& share : core::sharesOf(span, m_period, limits.pauseMinutes))
            figures[group == Group::Day ? share.day.toString(Qt::ISODate) : share.clerk].time += share.figures;
    }
}

HallFigures::ByKey HallFigures::figures(Group group, const core::AlertLimits& limits) const
{
    const core::StatisticsParts parts = core::partsOf(group);
    ByKey figures;
    if (parts.tickets)
        addTickets(group, limits, figures);
    if (parts.cases)
        addCases(group, figures);
    if (parts.evaluations)
        addEvaluations(group, figures);
    if (parts.time)
        addTime(group, limits, figures);
    figures.remove(QString()); // nobody's yet
    return figures;
}

QList<core::WeekdayArrivals> HallFigures::arrivals() const
{
    const QString hour = hourOf(u"taken_at"_s);
    QList<core::HourArrivals> found;
    Rows rows = m_context.database.run(u"SELECT ticket_day, "_s + hour +
                                           u", count(*) FROM ticket WHERE hall = ? AND ticket_day >= ? AND ticket_day <= ? "
                                           "GROUP BY ticket_day, "_s +
                                           hour,
                                       {m_context.caller.hall, m_period.from.toString(Qt::ISODate), m_period.to.toString(Qt::ISODate)});
    while (rows.next())
        found.append({QDate::fromString(rows.value(0).toString(), Qt::ISODate), rows.value(1).toInt(), rows.value(2).toLongLong()});
    return core::arrivalsByWeekday(found);
}

QString HallFigures::nameOf(Group group, const QString& key) const
{
    if (group == Group::Hour)
        return key + u":00"_s;
    if (group == Group::Class) {
        const core::TicketClass* one = queueSettings(m_context).ticketClass(key);
        return one && !one->name.isEmpty() ? one->name : key;
    }
    if (group == Group::Clerk) {
        Rows row = m_context.database.run(u"SELECT name FROM account WHERE number = ?"_s, {key});
        return row.next() ? row.value(0).toString() + u' ' + key : key;
    }
    if (group != Group::Item)
        return key;
    Rows row = m_context.database.run(u"SELECT body FROM catalogue_item WHERE code = ?"_s, {key});
    const QString name = row.next() ? QJsonDocument::fromJson(row.value(0).toString().toUtf8())[u"name"_s].toString() : QString();
    return name.isEmpty() ? key : name;
}

core::HallStatistics HallFigures::read(Group group) const
{
    core::HallStatistics result;
    result.at = moment(m_context.nowMs);
    result.period = m_period;
    result.group = group;
    result.limits = limits();
    const ByKey days = figures(Group::Day, result.limits);
    for (const core::StatisticsFigures& day : days)
        result.totals += day; // every figure is of some day
    const ByKey found = group == Group::Day ? days : figures(group, result.limits);
    for (auto it = found.cbegin(); it != found.cend(); ++it)
        result.rows.append({it.key(), nameOf(group, it.key()), it.value()});
    result.arrivals = arrivals();
    return result;
}

} // namespace backoffice
