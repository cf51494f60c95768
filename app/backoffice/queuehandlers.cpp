// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/handlers.h"
#include "app/backoffice/pauses.h"
#include "app/backoffice/ticketrows.h"
#include "app/backoffice/windowstate.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace backoffice {

namespace {
/// `locked`: nobody is at the window for a moment, and nobody said why.
const QStringList PauseReasons{u"meal"_s, u"meeting"_s, u"restroom"_s, u"system"_s, u"locked"_s};
constexpr int LastCalls = 12; ///< what a screen has room for

QJsonArray waitingClasses(const Context& context)
{
    QJsonArray waiting;
    Rows classes = context.database.run(u"SELECT queue_class, count(*), min(taken_at) FROM ticket WHERE hall = ? AND ticket_day = ? "
                                        "AND state IN ('waiting', 'transferred') GROUP BY queue_class ORDER BY queue_class"_s,
                                        {context.caller.hall, queueDay(context)});
    while (classes.next())
        waiting.append(QJsonObject{{u"class"_s, classes.value(0).toString()},
                                   {u"waiting"_s, classes.value(1).toInt()},
                                   {u"longestSeconds"_s, (context.nowMs - classes.value(2).toLongLong()) / 1000}});
    return waiting;
}

/// Who stands at a window is that window's business.
QJsonArray windowsOf(const Context& context)
{
    QJsonArray windows;
    Rows rows = context.database.run(
        u"SELECT w.code, w.name, w.state, w.since, coalesce(t.number, '') FROM service_window w LEFT JOIN ticket t ON "
        "t.service_window = w.code AND t.hall = w.hall AND t.ticket_day = ? AND t.state IN ('called', 'serving') WHERE w.hall = ? "
        "ORDER BY w.code"_s,
        {queueDay(context), context.caller.hall});
    while (rows.next()) {
        const QString code = rows.value(0).toString();
        QJsonObject window{{u"code"_s, code},
                           {u"name"_s, rows.value(1).toString()},
                           {u"state"_s, rows.value(2).toString()},
                           {u"since"_s, isoTime(rows.value(3).toLongLong())}};
        if (const QString number = rows.value(4).toString(); !number.isEmpty())
            window[u"ticketNumber"_s] = number;
        if (context.caller.serves() && code == context.caller.window) {
            if (const auto ticket = inService(context, code))
                window[u"ticket"_s] = ticketJson(*ticket); // a window that was restarted picks its ticket up again
            if (const auto held = lastHeld(context, code))
                window[u"held"_s] = ticketJson(*held);
        }
        windows.append(window);
    }
    return windows;
}

/// Those of today whose window is still the one they were called to.
QJsonArray lastCalls(const Context& context)
{
    QJsonArray calls;
    Rows rows = context.database.run(
        u"SELECT t.number, t.service_window, w.name, t.called_at, t.calls FROM ticket t JOIN service_window w ON w.code = t.service_window "
        "WHERE t.hall = ? AND t.ticket_day = ? AND t.called_at > 0 ORDER BY t.called_at DESC, t.number LIMIT %1"_s.arg(LastCalls),
        {context.caller.hall, queueDay(context)});
    while (rows.next())
        calls.append(QJsonObject{{u"number"_s, rows.value(0).toString()},
                                 {u"window"_s, rows.value(1).toString()},
                                 {u"windowName"_s, rows.value(2).toString()},
                                 {u"calledAt"_s, isoTime(rows.value(3).toLongLong())},
                                 {u"calls"_s, rows.value(4).toInt()}});
    return calls;
}

} // namespace

Answer board(const Request& request, const Context& context)
{
    if (request.captures.value(0) != context.caller.hall)
        return problem(403, u"forbidden"_s);
    const core::QueueSettings& settings = queueSettings(context);
    QJsonArray classes;
    for (const core::TicketClass& one : settings.classes)
        classes.append(QJsonObject{{u"code"_s, one.code}, {u"name"_s, one.name}});
    return Answer::json(200, {{u"at"_s, isoTime(context.nowMs)},
                              {u"waiting"_s, waitingClasses(context)},
                              {u"windows"_s, windowsOf(context)},
                              {u"calls"_s, lastCalls(context)},
                              {u"classes"_s, classes},
                              {u"notices"_s, QJsonArray::fromStringList(settings.notices)}});
}

Answer setWindowState(const Request& request, const Context& context)
{
    const QString code = request.captures.value(0);
    if (!context.caller.serves() || context.caller.window != code)
        return problem(403, u"forbidden"_s);
    const QJsonObject body = request.json();
    const QString state = body[u"state"_s].toString();
    const QString reason = body[u"reason"_s].toString();
    if (state != u"open" && state != u"paused" && state != u"closed")
        return problem(422, u"invalid-body"_s, {u"/state"_s});
    if (state == u"paused" && !PauseReasons.contains(reason))
        return problem(422, u"invalid-body"_s, {u"/reason"_s});
    settlePauses(context, code, state, reason);
    if (state == u"closed")
        freeThoseSentTo(context, code);
    noteState(context, code, {state, reason, context.caller.number});
    context.audit(u"window."_s + state, code);
    const QJsonObject data{{u"code"_s, code}, {u"state"_s, state}, {u"reason"_s, reason}};
    context.emitEvent(context.caller.hall, u"window"_s, data);
    return Answer::json(200, data);
}

/// Which classes a window serves is the supervisor's word.
Answer setWindowClasses(const Request& request, const Context& context)
{
    const QString code = request.captures.value(0);
    if (context.caller.role != u"supervisor")
        return problem(403, u"forbidden"_s);
    Rows known = context.database.run(u"SELECT classes FROM service_window WHERE code = ? AND hall = ?"_s, {code, context.caller.hall});
    if (!known.next())
        return problem(404, u"not-found"_s);
    const QStringList served = known.value(0).toString().split(u','); // maybe one that the catalogue has given up
    known.finish();
    const core::QueueSettings& settings = queueSettings(context);
    QStringList classes;
    const QJsonArray named = request.json()[u"classes"_s].toArray();
    for (const QJsonValue& entry : named) {
        if (!settings.knowsClass(entry.toString()) && !isWaitedFor(context, entry.toString()) && !served.contains(entry.toString()))
            return problem(422, u"invalid-body"_s, {u"/classes/%1"_s.arg(classes.size())});
        classes.append(entry.toString());
    }
    classes.removeDuplicates();
    if (classes.isEmpty())
        return problem(422, u"invalid-body"_s, {u"/classes"_s});
    context.database.run(u"UPDATE service_window SET classes = ? WHERE code = ?"_s, {classes.join(u','), code});
    context.audit(u"window.classes"_s, code);
    context.emitEvent(context.caller.hall, u"window"_s, {{u"code"_s, code}, {u"classes"_s, classes.join(u',')}});
    return Answer::json(200, {{u"code"_s, code}, {u"classes"_s, QJsonArray::fromStringList(classes)}});
}

Answer events(const Request& request, const Context& context)
{
    if (context.caller.isDepartment()) // its feed tells it of its own cases, and of no others
        return problem(403, u"forbidden"_s);
    Answer answer{200, {{"content-type", "text/event-stream"}, {"cache-control", "no-store"}}};
    const QByteArray last = request.header("last-event-id");
    Rows newest = context.database.run(u"SELECT coalesce((SELECT max(id) FROM event WHERE hall = ?), 0), "
                                       "coalesce((SELECT max(id) FROM event), 0)"_s,
                                       {context.caller.hall});
    newest.next();
    bool number = false;
    EventStream stream{context.caller.hall, last.toLongLong(&number)};
    const bool unknown = !number || stream.after <= 0 || stream.after > newest.value(1).toLongLong();
    if (unknown) // a new listener starts from now; one that heard what this log never had is told so
        stream.after = newest.value(0).toLongLong();
    stream.reset = unknown && !last.isEmpty();
    stream.queueOnly = !context.caller.serves() && context.caller.role != u"supervisor";
    stream.evaluations = context.caller.role == u"supervisor";
    stream.account = context.caller.number;
    stream.window = context.caller.window;
    answer.events = stream;
    return answer;
}

} // namespace backoffice
