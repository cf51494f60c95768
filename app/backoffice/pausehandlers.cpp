// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/handlers.h"
#include "app/backoffice/pauses.h"
#include "app/backoffice/ticketrows.h"
#include "app/core/halltime.h"

using namespace Qt::StringLiterals;

namespace backoffice {

// Pauses that a window asks its supervisor for.

namespace {

using State = core::PauseRequest::State;

constexpr qsizetype LongestWord = 100;
const QString PauseColumns = u"id, service_window, clerk, reason, asked_at, state, answered_by, word"_s;

core::PauseRequest requestFrom(const Rows& row)
{
    return {row.value(0).toString(),
            row.value(1).toString(),
            row.value(2).toString(),
            row.value(3).toString(),
            QDateTime::fromMSecsSinceEpoch(row.value(4).toLongLong(), Qt::UTC),
            core::pauseStateFromWire(row.value(5).toString()).value_or(State::Withdrawn),
            row.value(6).toString(),
            row.value(7).toString()};
}

std::optional<core::PauseRequest> kept(const Context& context, const QString& id)
{
    Rows row =
        context.database.run(u"SELECT "_s + PauseColumns + u" FROM pause_request WHERE id = ? AND hall = ?"_s, {id, context.caller.hall});
    return row.next() ? std::optional(requestFrom(row)) : std::nullopt;
}

bool isOwn(const Context& context, const core::PauseRequest& request)
{
    return context.caller.serves() && request.window == context.caller.window;
}

void announce(const Context& context, const core::PauseRequest& request)
{
    context.audit(u"pause."_s + core::toWire(request.state), request.id);
    context.emitEvent(context.caller.hall, u"pause"_s,
                      {{u"id"_s, request.id}, {u"window"_s, request.window}, {u"state"_s, core::toWire(request.state)}});
}

void save(const Context& context, const core::PauseRequest& request)
{
    context.database.run(
        u"UPDATE pause_request SET state = ?, answered_by = ?, answered_at = ?, word = ? WHERE id = ?"_s,
        {core::toWire(request.state), request.answeredBy, request.answeredBy.isEmpty() ? 0 : context.nowMs, request.word, request.id});
    announce(context, request);
}

/// A supervisor is signed in.
bool isSupervised(const Context& context)
{
    return context.database
        .run(u"SELECT 1 FROM session s JOIN account a ON a.number = s.account WHERE a.hall = ? AND a.role = 'supervisor' AND "
             "s.taken_by = '' AND s.access_until > ?"_s,
             {context.caller.hall, context.nowMs})
        .next();
}

/// A window asks for one thing at a time: what it asked before is asked no more.
Answer ask(const Context& context, const QString& id, const QString& reason)
{
    if (!context.caller.serves())
        return problem(403, u"forbidden"_s);
    if (!core::needsApproval(reason))
        return problem(422, u"invalid-body"_s, {u"/reason"_s});
    Rows window = context.database.run(u"SELECT state FROM service_window WHERE code = ? AND hall = ?"_s,
                                       {context.caller.window, context.caller.hall});
    if (!window.next() || window.value(0).toString() != u"open")
        return problem(409, u"window-not-open"_s);
    window.finish();
    if (!isSupervised(context)) // the window pauses without
        return problem(409, u"nobody-to-ask"_s);
    settlePauses(context, context.caller.window, u"open"_s, {});
    const core::PauseRequest asked{
        id, context.caller.window, context.caller.name, reason, QDateTime::fromMSecsSinceEpoch(context.nowMs, Qt::UTC), State::Asked, {},
        {}};
    context.database.run(
        u"INSERT INTO pause_request (id, hall, service_window, clerk, reason, asked_at, state) VALUES (?, ?, ?, ?, ?, ?, 'asked')"_s,
        {id, context.caller.hall, asked.window, asked.clerk, reason, context.nowMs});
    announce(context, asked);
    return Answer::json(201, asked.toJson());
}

Answer withdraw(const Context& context, core::PauseRequest request)
{
    if (request.state == State::Withdrawn)
        return Answer::json(200, request.toJson());
    if (!request.isOpen())
        return problem(409, u"pause-answered"_s);
    request.state = State::Withdrawn;
    save(context, request);
    return Answer::json(200, request.toJson());
}

/// What a window is told where nobody asks it: the message waits for whoever sits there.
void tellDeclined(const Context& context, const core::PauseRequest& request)
{
    const QString word = request.word.isEmpty() ? u"请继续办理。"_s : request.word;
    context.database.run(
        u"INSERT INTO message (id, hall, service_window, text, sender, at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"_s,
        {request.id, context.caller.hall, request.window, u"暂停申请没有同意："_s + word, request.answeredBy, context.nowMs});
    context.emitEvent(context.caller.hall, u"message"_s, {{u"id"_s, request.id}, {u"window"_s, request.window}});
}

Answer answer(const Context& context, core::PauseRequest request, State state, const QString& word)
{
    if (context.caller.role != u"supervisor")
        return problem(403, u"forbidden"_s);
    if (word.size() > LongestWord)
        return problem(422, u"invalid-body"_s, {u"/word"_s});
    if (request.state == state && request.answeredBy == context.caller.name)
        return Answer::json(200, request.toJson());
    if (request.state != State::Asked)
        return problem(409, u"pause-answered"_s);
    request.state = state;
    request.answeredBy = context.caller.name;
    request.word = word;
    save(context, request);
    if (state == State::Declined)
        tellDeclined(context, request);
    return Answer::json(200, request.toJson());
}

} // namespace

/// Asked and taken back by a window, approved and declined by a supervisor: the same again changes nothing.
Answer putPause(const Request& request, const Context& context)
{
    const QString id = request.captures.value(0);
    const QJsonObject body = request.json();
    const auto state = core::pauseStateFromWire(body[u"state"_s].toString());
    if (!state || *state == State::Taken) // a window takes it by pausing
        return problem(422, u"invalid-body"_s, {u"/state"_s});
    const auto held = kept(context, id);
    const QString reason = body[u"reason"_s].toString();
    if (!held)
        return *state == State::Asked ? ask(context, id, reason) : problem(404, u"not-found"_s);
    if (*state == State::Approved || *state == State::Declined)
        return answer(context, *held, *state, body[u"word"_s].toString().trimmed());
    if (!isOwn(context, *held))
        return problem(403, u"forbidden"_s);
    if (*state == State::Withdrawn)
        return withdraw(context, *held);
    return held->reason == reason ? Answer::json(200, held->toJson()) : problem(409, u"id-taken"_s);
}

Answer getPause(const Request& request, const Context& context)
{
    const auto held = kept(context, request.captures.value(0));
    if (!context.caller.serves())
        return problem(403, u"forbidden"_s);
    if (!held)
        return problem(404, u"not-found"_s);
    return isOwn(context, *held) || context.caller.role == u"supervisor" ? Answer::json(200, held->toJson()) : problem(403, u"forbidden"_s);
}

QList<core::PauseRequest> pausesAsked(const Context& context)
{
    const qint64 midnight = core::hallMidnight(core::hallTime(context.nowMs).date()).toMSecsSinceEpoch();
    QList<core::PauseRequest> asked;
    Rows rows = context.database.run(
        u"SELECT "_s + PauseColumns + u" FROM pause_request WHERE hall = ? AND state = 'asked' AND asked_at >= ? ORDER BY asked_at, id"_s,
        {context.caller.hall, midnight});
    while (rows.next())
        asked.append(requestFrom(rows));
    return asked;
}

void settlePauses(const Context& context, const QString& window, const QString& state, const QString& reason)
{
    QList<core::PauseRequest> open;
    Rows rows = context.database.run(u"SELECT "_s + PauseColumns +
                                         u" FROM pause_request WHERE hall = ? AND service_window = ? AND state IN ('asked', 'approved')"_s,
                                     {context.caller.hall, window});
    while (rows.next())
        open.append(requestFrom(rows));
    rows.finish();
    bool approved = false;
    for (core::PauseRequest& request : open) {
        const bool taken = state == u"paused" && request.state == State::Approved && request.reason == reason;
        approved = approved || taken;
        request.state = taken ? State::Taken : State::Withdrawn;
        context.database.run(u"UPDATE pause_request SET state = ? WHERE id = ?"_s, {core::toWire(request.state), request.id});
        announce(context, request);
    }
    if (state == u"paused" && !approved && queueSettings(context).pauseApproval && core::needsApproval(reason))
        context.audit(u"window.paused-unapproved"_s, window); // it could ask nobody, or did not
}

} // namespace backoffice
