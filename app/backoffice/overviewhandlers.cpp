// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/caserows.h"
#include "app/backoffice/evaluations.h"
#include "app/backoffice/forecasts.h"
#include "app/backoffice/handlers.h"
#include "app/backoffice/pauses.h"
#include "app/core/casedue.h"
#include "app/core/evaluation.h"
#include "app/core/hallboard.h"
#include "app/core/halltime.h"

using namespace Qt::StringLiterals;

namespace backoffice {

// The hall as its supervisor sees it, and what they tell a window.

namespace {

constexpr qint64 HourMs = 3600LL * 1000;
constexpr int SoonDays = 3;   ///< working days
constexpr int LastHours = 24; ///< a message older than that is nobody's any more
constexpr qsizetype LongestMessage = 200;

QDateTime momentAt(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

QDate today(const Context& context)
{
    return core::hallTime(context.nowMs).date();
}

void addForecast(const Context& context, core::ClassFigures& figures)
{
    if (const auto forecast = context.forecasts->now(context, figures.code)) {
        const core::ExpectedWait wait = context.forecasts->expected(context, *forecast);
        figures.expected = core::ExpectedFigures{int(wait.seconds), int(wait.low), int(wait.high)};
    }
    if (const auto forecast = context.forecasts->withOneMore(context, figures.code))
        figures.oneMoreSeconds = int(context.forecasts->expected(context, *forecast).seconds);
}

QList<core::ClassFigures> classesOf(const Context& context, const QString& day)
{
    QList<core::ClassFigures> classes;
    Rows rows = context.database.run(
        u"SELECT queue_class, sum(CASE WHEN state IN ('waiting', 'transferred') THEN 1 ELSE 0 END), "
        "min(CASE WHEN state IN ('waiting', 'transferred') THEN taken_at END), "
        "avg(CASE WHEN first_called_at > 0 THEN first_called_at - taken_at END) FROM ticket WHERE hall = ? AND ticket_day = ? "
        "GROUP BY queue_class ORDER BY queue_class"_s,
        {context.caller.hall, day});
    while (rows.next()) {
        const qint64 first = rows.value(2).toLongLong();
        classes.append({rows.value(0).toString(), rows.value(1).toInt(), first > 0 ? int((context.nowMs - first) / 1000) : 0,
                        int(rows.value(3).toDouble() / 1000)});
    }
    rows.finish();
    for (core::ClassFigures& one : classes)
        addForecast(context, one);
    return classes;
}

QList<core::WindowFigures> windowsOf(const Context& context, const QString& day)
{
    QList<core::WindowFigures> windows;
    Rows rows = context.database.run(
        u"SELECT w.code, w.name, w.state, w.reason, coalesce(a.name, w.clerk), w.classes, w.since, coalesce(t.number, ''), "
        "CASE WHEN coalesce(t.started_at, 0) > 0 THEN t.started_at ELSE coalesce(t.called_at, 0) END FROM service_window w "
        "LEFT JOIN account a ON a.number = w.clerk LEFT JOIN ticket t ON t.service_window = w.code AND t.hall = w.hall AND t.ticket_day = "
        "? AND t.state IN ('called', 'serving') "
        "WHERE w.hall = ? ORDER BY w.code"_s,
        {day, context.caller.hall});
    while (rows.next()) {
        const bool closed = rows.value(2).toString() == u"closed";
        windows.append({rows.value(0).toString(), rows.value(1).toString(), rows.value(2).toString(), rows.value(3).toString(),
                        closed ? QString() : rows.value(4).toString(), rows.value(5).toString().split(u',', Qt::SkipEmptyParts),
                        momentAt(rows.value(6).toLongLong()), rows.value(7).toString(), momentAt(rows.value(8).toLongLong())});
    }
    return windows;
}

/// Hour by hour, who had taken a ticket and not been called.
QList<core::HourFigures> hoursOf(const Context& context, const QString& day)
{
    const qint64 midnight = core::hallMidnight(today(context)).toMSecsSinceEpoch();
    const int now = int((context.nowMs - midnight) / HourMs);
    QList<core::HourFigures> hours(now + 1);
    Rows rows = context.database.run(u"SELECT taken_at, first_called_at FROM ticket WHERE hall = ? AND ticket_day = ?"_s,
                                     {context.caller.hall, day});
    while (rows.next()) {
        const int taken = int((rows.value(0).toLongLong() - midnight) / HourMs);
        const qint64 calledAt = rows.value(1).toLongLong();
        const int called = calledAt > 0 ? int((calledAt - midnight) / HourMs) : now + 1;
        if (taken < 0 || taken > now)
            continue;
        ++hours[taken].taken;
        for (int hour = taken; hour < std::min(called, now + 1); ++hour)
            ++hours[hour].waiting;
    }
    for (int hour = 0; hour <= now; ++hour)
        hours[hour].hour = hour;
    while (!hours.isEmpty() && hours.constFirst().taken == 0 && hours.constFirst().waiting == 0)
        hours.removeFirst();
    return hours;
}

int number(const Context& context, const QString& sql, const QVariantList& bindings)
{
    Rows row = context.database.run(sql, bindings);
    return row.next() ? row.value(0).toInt() : 0;
}

void addDeadlines(const Context& context, core::HallBoard& board)
{
    const QString now = today(context).toString(Qt::ISODate);
    const core::WorkCalendar calendar = calendarOf(context.database);
    const QString next = core::soonUntil(today(context), calendar, 1).toString(Qt::ISODate);
    const QString soon = core::soonUntil(today(context), calendar, SoonDays).toString(Qt::ISODate);
    Rows notices = context.database.run(u"SELECT count(*), min(last_day) FROM case_record WHERE hall = ? AND state = 'received' AND "
                                        "last_day <> '' AND last_day <= ?"_s,
                                        {context.caller.hall, next});
    if (notices.next() && notices.value(0).toInt() > 0) {
        board.noticesDue = notices.value(0).toInt();
        board.firstNotice = QDate::fromString(notices.value(1).toString(), Qt::ISODate);
    }
    const QString owed = u"SELECT count(*) FROM case_record WHERE hall = ? AND state IN ('accepted-deferred', 'in-review', 'decided') AND "
                         "last_day <> '' AND last_day "_s;
    board.supplementsToday = number(context, owed + u"= ?"_s, {context.caller.hall, now});
    board.supplementsSoon = number(context, owed + u"> ? AND last_day <= ?"_s, {context.caller.hall, now, soon});
    board.supplementsPassed = number(context, owed + u"< ?"_s, {context.caller.hall, now});
}

void addFigures(const Context& context, const QString& day, core::HallBoard& board)
{
    Rows tickets = context.database.run(u"SELECT avg(CASE WHEN first_called_at > 0 THEN first_called_at - taken_at END), "
                                        "avg(CASE WHEN started_at > 0 AND ended_at > started_at THEN ended_at - started_at - held_ms END) "
                                        "FROM ticket WHERE hall = ? AND ticket_day = ?"_s,
                                        {context.caller.hall, day});
    if (tickets.next()) {
        board.averageWaitSeconds = int(tickets.value(0).toDouble() / 1000);
        board.averageServiceSeconds = int(tickets.value(1).toDouble() / 1000);
    }
    tickets.finish();
    const qint64 from = core::hallMidnight(today(context)).toMSecsSinceEpoch();
    Rows given = context.database.run(
        u"SELECT count(*), coalesce(sum(CASE WHEN e.level >= ? THEN 1 ELSE 0 END), 0) FROM evaluation e WHERE e.hall = ? AND e.at >= ? AND "_s +
            OnceAVisit,
        {core::LeastGoodLevel, context.caller.hall, from});
    if (given.next()) {
        board.evaluations = given.value(0).toInt();
        board.satisfied = given.value(1).toInt();
    }
    given.finish();
    Rows cases = context.database.run(
        u"SELECT count(*), coalesce(sum(one_trip), 0), coalesce(sum(papers_saved), 0) FROM case_record WHERE hall = ? AND received_at >= ? "
        "AND state <> 'voided'"_s,
        {context.caller.hall, from});
    if (cases.next()) {
        board.takenIn = cases.value(0).toInt();
        board.oneTrip = cases.value(1).toInt();
        board.papersSaved = cases.value(2).toInt();
    }
}

QJsonObject messageJson(const Rows& row)
{
    return {{u"id"_s, row.value(0).toString()},
            {u"text"_s, row.value(1).toString()},
            {u"from"_s, row.value(2).toString()},
            {u"at"_s, momentAt(row.value(3).toLongLong()).toString(Qt::ISODate)}};
}

bool isWindowOfHall(const Context& context, const QString& window)
{
    return context.database.run(u"SELECT 1 FROM service_window WHERE code = ? AND hall = ?"_s, {window, context.caller.hall}).next();
}

} // namespace

Answer overview(const Request& request, const Context& context)
{
    if (context.caller.role != u"supervisor" || request.captures.value(0) != context.caller.hall)
        return problem(403, u"forbidden"_s);
    const QString day = today(context).toString(Qt::ISODate);
    core::HallBoard board;
    board.at = momentAt(context.nowMs);
    board.classes = classesOf(context, day);
    board.windows = windowsOf(context, day);
    board.hours = hoursOf(context, day);
    board.pauses = pausesAsked(context);
    addFigures(context, day, board);
    addDeadlines(context, board);
    return Answer::json(200, board.toJson());
}

Answer putMessage(const Request& request, const Context& context)
{
    if (context.caller.role != u"supervisor")
        return problem(403, u"forbidden"_s);
    const QString id = request.captures.value(0);
    const QString window = request.json()[u"window"_s].toString();
    const QString text = request.json()[u"text"_s].toString().trimmed();
    if (text.isEmpty() || text.size() > LongestMessage)
        return problem(422, u"invalid-body"_s, {u"/text"_s});
    if (!isWindowOfHall(context, window))
        return problem(422, u"invalid-body"_s, {u"/window"_s});
    Rows held = context.database.run(u"SELECT service_window, text FROM message WHERE id = ?"_s, {id});
    if (held.next()) {
        const bool same = held.value(0).toString() == window && held.value(1).toString() == text;
        return same ? Answer::json(200, {{u"id"_s, id}}) : problem(409, u"id-taken"_s);
    }
    held.finish();
    context.database.run(u"INSERT INTO message (id, hall, service_window, text, sender, at) VALUES (?, ?, ?, ?, ?, ?)"_s,
                         {id, context.caller.hall, window, text, context.caller.name, context.nowMs});
    context.emitEvent(context.caller.hall, u"message"_s, {{u"id"_s, id}, {u"window"_s, window}});
    return Answer::json(201, {{u"id"_s, id}});
}

/// For the caller's own window, what nobody has read there.
Answer listMessages(const Request&, const Context& context)
{
    if (!context.caller.serves())
        return problem(403, u"forbidden"_s);
    Rows rows = context.database.run(
        u"SELECT id, text, sender, at FROM message WHERE hall = ? AND service_window = ? AND read_at = 0 AND at > ? ORDER BY at, id"_s,
        {context.caller.hall, context.caller.window, context.nowMs - LastHours * HourMs});
    QJsonArray list;
    while (rows.next())
        list.append(messageJson(rows));
    return Answer::json(200, {{u"messages"_s, list}});
}

Answer readMessage(const Request& request, const Context& context)
{
    if (!context.caller.serves())
        return problem(403, u"forbidden"_s);
    const QString id = request.captures.value(0);
    Rows held = context.database.run(u"SELECT 1 FROM message WHERE id = ? AND hall = ? AND service_window = ?"_s,
                                     {id, context.caller.hall, context.caller.window});
    if (!held.next())
        return problem(404, u"not-found"_s);
    held.finish();
    context.database.run(u"UPDATE message SET read_at = ? WHERE id = ? AND read_at = 0"_s, {context.nowMs, id});
    return Answer::json(200, {{u"id"_s, id}});
}

} // namespace backoffice
