// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/handlers.h"
#include "app/backoffice/tickettimes.h"

#include "app/core/halltime.h"
#include "app/core/ticket.h"
#include "app/core/uuid7.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace backoffice {

namespace {

const QString TicketColumns = u"id, number, ticket_class, state, calls, taken_at, called_at, holder, service_window"_s;

QString isoTime(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

QString today(const Context& context)
{
    return core::hallTime(context.nowMs).date().toString(Qt::ISODate);
}

core::Ticket ticketFrom(const QSqlQuery& row)
{
    core::Ticket ticket;
    ticket.id = row.value(0).toString();
    ticket.number = row.value(1).toString();
    ticket.ticketClass = row.value(2).toString();
    ticket.state = core::ticketStateFromWire(row.value(3).toString()).value_or(core::TicketState::Waiting);
    ticket.calls = row.value(4).toInt();
    ticket.takenAt = QDateTime::fromMSecsSinceEpoch(row.value(5).toLongLong());
    ticket.calledAt = QDateTime::fromMSecsSinceEpoch(row.value(6).toLongLong());
    ticket.holderName = row.value(7).toString();
    return ticket;
}

/// Names stay hidden until a ticket is called.
QJsonObject ticketJson(const core::Ticket& ticket)
{
    QJsonObject json{{u"id"_s, ticket.id},
                     {u"number"_s, ticket.number},
                     {u"class"_s, ticket.ticketClass},
                     {u"state"_s, core::toWire(ticket.state)},
                     {u"calls"_s, ticket.calls},
                     {u"takenAt"_s, isoTime(ticket.takenAt.toMSecsSinceEpoch())}};
    if (ticket.calls > 0)
        json[u"calledAt"_s] = isoTime(ticket.calledAt.toMSecsSinceEpoch());
    if (ticket.state != core::TicketState::Waiting && !ticket.holderName.isEmpty())
        json[u"holderName"_s] = ticket.holderName;
    return json;
}

std::optional<Answer> replayed(const Context& context, const QString& id, const QString& target)
{
    QSqlQuery row = context.database.run(u"SELECT status, answer, target FROM replay WHERE id = ?"_s, {id});
    if (!row.next())
        return std::nullopt;
    if (row.value(2).toString() != target)
        return problem(409, u"ticket-act-refused"_s);
    return Answer{row.value(0).toInt(), {{"content-type", "application/json"}}, row.value(1).toString().toUtf8()};
}

Answer remembered(const Context& context, const QString& id, const QString& target, const Answer& answer)
{
    context.database.run(u"INSERT INTO replay (id, target, status, answer, at) VALUES (?, ?, ?, ?, ?)"_s,
                         {id, target, answer.status, QString::fromUtf8(answer.body), context.nowMs});
    return answer;
}

void saveTicket(const Context& context, const core::Ticket& ticket, const QString& window)
{
    context.database.run(
        u"UPDATE ticket SET state = ?, calls = ?, called_at = ?, service_window = ? WHERE id = ?"_s,
        {core::toWire(ticket.state), ticket.calls, ticket.calledAt.isValid() ? ticket.calledAt.toMSecsSinceEpoch() : 0, window, ticket.id});
    noteTimes(context, ticket);
    context.emitEvent(
        context.caller.hall, u"ticket"_s,
        {{u"id"_s, ticket.id}, {u"number"_s, ticket.number}, {u"state"_s, core::toWire(ticket.state)}, {u"window"_s, window}});
}

std::optional<core::Ticket> inService(const Context& context, const QString& window)
{
    QSqlQuery row = context.database.run(u"SELECT "_s + TicketColumns +
                                             u" FROM ticket WHERE service_window = ? AND ticket_day = ? "
                                             "AND state IN ('called', 'serving')"_s,
                                         {window, today(context)});
    if (!row.next())
        return std::nullopt;
    return ticketFrom(row);
}

std::optional<core::Ticket> lastHeld(const Context& context, const QString& window)
{
    QSqlQuery row = context.database.run(u"SELECT "_s + TicketColumns +
                                             u" FROM ticket WHERE service_window = ? AND ticket_day = ? AND state = 'held' "
                                             "ORDER BY called_at DESC LIMIT 1"_s,
                                         {window, today(context)});
    if (!row.next())
        return std::nullopt;
    return ticketFrom(row);
}

std::optional<core::Ticket> firstWaiting(const Context& context, const QStringList& classes)
{
    QStringList marks(classes.size(), u"?"_s);
    QVariantList bindings{context.caller.hall, today(context)};
    for (const QString& ticketClass : classes)
        bindings.append(ticketClass);
    QSqlQuery row = context.database.run(u"SELECT "_s + TicketColumns +
                                             u" FROM ticket WHERE hall = ? AND ticket_day = ? AND "
                                             "state = 'waiting' AND ticket_class IN ("_s +
                                             marks.join(u',') + u") ORDER BY taken_at, serial LIMIT 1"_s,
                                         bindings);
    if (!row.next())
        return std::nullopt;
    return ticketFrom(row);
}

core::NoShowRule noShowRule(const Context& context)
{
    QSqlQuery row = context.database.run(u"SELECT body FROM document WHERE name = 'catalogue'"_s);
    if (!row.next())
        return {};
    const QJsonObject settings = QJsonDocument::fromJson(row.value(0).toString().toUtf8()).object()[u"settings"_s].toObject();
    return {settings[u"noShowMinimumSeconds"_s].toInt(30), settings[u"noShowMinimumCalls"_s].toInt(1)};
}

struct Window
{
    QString state;
    QStringList classes;
};

/// The caller's own window, when `code` is it.
std::optional<Window> ownWindow(const Context& context, const QString& code)
{
    if (!context.caller.serves() || context.caller.window != code)
        return std::nullopt;
    QSqlQuery row = context.database.run(u"SELECT state, classes FROM service_window WHERE code = ?"_s, {code});
    if (!row.next())
        return std::nullopt;
    return Window{row.value(0).toString(), row.value(1).toString().split(u',')};
}

} // namespace

Answer takeTicket(const Request& request, const Context& context)
{
    const QString hall = request.captures.value(0);
    if (hall != context.caller.hall)
        return problem(403, u"forbidden"_s);
    const QJsonObject body = request.json();
    const QString ticketClass = body[u"class"_s].toString();
    if (ticketClass.isEmpty() || ticketClass.size() > 2)
        return problem(422, u"invalid-body"_s, {u"/class"_s});
    QSqlQuery highest =
        context.database.run(u"SELECT coalesce(max(serial), 0) FROM ticket WHERE hall = ? AND ticket_day = ? AND ticket_class = ?"_s,
                             {hall, today(context), ticketClass});
    highest.next();
    const int serial = highest.value(0).toInt() + 1;
    highest.finish();
    core::Ticket ticket;
    ticket.id = core::idText(core::newId());
    ticket.number = ticketClass + QString::number(serial).rightJustified(3, u'0');
    ticket.ticketClass = ticketClass;
    ticket.takenAt = QDateTime::fromMSecsSinceEpoch(context.nowMs);
    context.database.run(
        u"INSERT INTO ticket (id, hall, ticket_day, ticket_class, serial, number, state, taken_at, holder) "
        "VALUES (?, ?, ?, ?, ?, ?, 'waiting', ?, ?)"_s,
        {ticket.id, hall, today(context), ticketClass, serial, ticket.number, context.nowMs, body[u"holderName"_s].toString()});
    context.emitEvent(hall, u"ticket"_s,
                      {{u"id"_s, ticket.id}, {u"number"_s, ticket.number}, {u"state"_s, u"waiting"_s}, {u"window"_s, QString()}});
    return Answer::json(201, ticketJson(ticket));
}

Answer board(const Request& request, const Context& context)
{
    const QString hall = request.captures.value(0);
    if (hall != context.caller.hall)
        return problem(403, u"forbidden"_s);
    QJsonArray waiting;
    QSqlQuery classes = context.database.run(u"SELECT ticket_class, count(*), min(taken_at) FROM ticket WHERE hall = ? AND ticket_day = ? "
                                             "AND state = 'waiting' GROUP BY ticket_class ORDER BY ticket_class"_s,
                                             {hall, today(context)});
    while (classes.next())
        waiting.append(QJsonObject{{u"class"_s, classes.value(0).toString()},
                                   {u"waiting"_s, classes.value(1).toInt()},
                                   {u"longestSeconds"_s, (context.nowMs - classes.value(2).toLongLong()) / 1000}});
    QJsonArray windows;
    QSqlQuery rows = context.database.run(u"SELECT code, name, state, since FROM service_window WHERE hall = ? ORDER BY code"_s, {hall});
    while (rows.next()) {
        QJsonObject window{{u"code"_s, rows.value(0).toString()},
                           {u"name"_s, rows.value(1).toString()},
                           {u"state"_s, rows.value(2).toString()},
                           {u"since"_s, isoTime(rows.value(3).toLongLong())}};
        if (const auto ticket = inService(context, rows.value(0).toString())) {
            window[u"ticketNumber"_s] = ticket->number;
            if (rows.value(0).toString() == context.caller.window)
                window[u"ticket"_s] = ticketJson(*ticket); // a window that was restarted picks its ticket up again
        }
        if (rows.value(0).toString() == context.caller.window) {
            if (const auto held = lastHeld(context, context.caller.window))
                window[u"held"_s] = ticketJson(*held);
        }
        windows.append(window);
    }
    return Answer::json(200, {{u"at"_s, isoTime(context.nowMs)}, {u"waiting"_s, waiting}, {u"windows"_s, windows}});
}

Answer callNext(const Request& request, const Context& context)
{
    const QString code = request.captures.value(0);
    const QString callId = request.captures.value(1);
    const auto window = ownWindow(context, code);
    if (!window)
        return problem(403, u"forbidden"_s);
    if (auto answer = replayed(context, callId, u"call:"_s + code))
        return *answer;
    if (window->state != u"open")
        return problem(409, u"window-not-open"_s);
    if (inService(context, code).has_value())
        return problem(409, u"ticket-in-service"_s);
    const auto waiting = firstWaiting(context, window->classes);
    if (!waiting)
        return problem(404, u"queue-empty"_s);
    const auto called = core::afterAct(*waiting, core::TicketAct::Call, QDateTime::fromMSecsSinceEpoch(context.nowMs), {});
    if (!called)
        return problem(409, u"ticket-act-refused"_s);
    saveTicket(context, *called, code);
    return remembered(context, callId, u"call:"_s + code,
                      Answer::json(200, {{u"id"_s, callId}, {u"at"_s, isoTime(context.nowMs)}, {u"ticket"_s, ticketJson(*called)}}));
}

Answer setWindowState(const Request& request, const Context& context)
{
    const QString code = request.captures.value(0);
    if (!ownWindow(context, code))
        return problem(403, u"forbidden"_s);
    const QJsonObject body = request.json();
    const QString state = body[u"state"_s].toString();
    const QString reason = body[u"reason"_s].toString();
    if (state != u"open" && state != u"paused" && state != u"closed")
        return problem(422, u"invalid-body"_s, {u"/state"_s});
    if (state == u"paused" && reason.isEmpty())
        return problem(422, u"invalid-body"_s, {u"/reason"_s});
    context.database.run(
        u"UPDATE service_window SET since = CASE WHEN state = ? THEN since ELSE ? END, state = ?, reason = ?, clerk = ? WHERE "
        "code = ?"_s,
        {state, context.nowMs, state, reason, context.caller.name, code});
    context.audit(u"window."_s + state, code);
    const QJsonObject data{{u"code"_s, code}, {u"state"_s, state}, {u"reason"_s, reason}};
    context.emitEvent(context.caller.hall, u"window"_s, data);
    return Answer::json(200, data);
}

Answer ticketAct(const Request& request, const Context& context)
{
    const QString ticketId = request.captures.value(0);
    const QString actId = request.captures.value(1);
    if (auto answer = replayed(context, actId, u"act:"_s + ticketId))
        return *answer;
    const auto act = core::ticketActFromWire(request.json()[u"act"_s].toString());
    if (!act)
        return problem(422, u"invalid-body"_s, {u"/act"_s});
    QSqlQuery row =
        context.database.run(u"SELECT "_s + TicketColumns + u" FROM ticket WHERE id = ? AND hall = ?"_s, {ticketId, context.caller.hall});
    if (!row.next())
        return problem(404, u"not-found"_s);
    if (!context.caller.serves() || row.value(8).toString() != context.caller.window)
        return problem(403, u"forbidden"_s);
    const core::Ticket ticket = ticketFrom(row);
    row.finish();
    if (*act == core::TicketAct::Resume && inService(context, context.caller.window))
        return problem(409, u"ticket-in-service"_s);
    const auto next = core::afterAct(ticket, *act, QDateTime::fromMSecsSinceEpoch(context.nowMs), noShowRule(context));
    if (!next)
        return problem(409, u"ticket-act-refused"_s, {}, {{u"reason"_s, next.error().code}});
    saveTicket(context, *next, next->state == core::TicketState::Waiting ? QString() : context.caller.window);
    context.audit(u"ticket."_s + core::toWire(*act), ticketId);
    return remembered(context, actId, u"act:"_s + ticketId, Answer::json(200, ticketJson(*next)));
}

Answer events(const Request& request, const Context& context)
{
    if (context.caller.isDepartment()) // its feed tells it of its own cases, and of no others
        return problem(403, u"forbidden"_s);
    Answer answer{200, {{"content-type", "text/event-stream"}, {"cache-control", "no-store"}}};
    const QByteArray last = request.header("last-event-id");
    EventStream stream{context.caller.hall, last.toLongLong()};
    if (last.isEmpty()) { // a new listener starts from now
        QSqlQuery newest = context.database.run(u"SELECT coalesce(max(id), 0) FROM event"_s);
        newest.next();
        stream.after = newest.value(0).toLongLong();
    }
    answer.events = stream;
    return answer;
}

} // namespace backoffice
