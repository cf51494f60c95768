// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/handlers.h"
#include "app/backoffice/ticketrows.h"
#include "app/backoffice/windowstate.h"
#include "app/core/halltime.h"
#include "app/core/wording.h"

#include <QDateTime>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace backoffice {

namespace {

constexpr qsizetype LongestText = 200;

QDateTime nowOf(const Context& context)
{
    return QDateTime::fromMSecsSinceEpoch(context.nowMs, Qt::UTC);
}

Answer refused(const QString& reason)
{
    return problem(409, u"ticket-act-refused"_s, {}, {{u"reason"_s, reason}});
}

void endLease(TicketRow& row)
{
    row.leaseWindow.clear();
    row.leaseUntilMs = 0;
}

/// Calls it to the caller's window; nothing where it is not to be called.
std::optional<TicketRow> called(const Context& context, const TicketRow& row, core::CallReason why, const QString& reason)
{
    const auto ticket = core::afterAct(row.ticket, core::TicketAct::Call, nowOf(context), {});
    TicketRow next = row;
    next.ticket = ticket.value_or(row.ticket);
    next.window = context.caller.window;
    if (!row.leaseWindow.isEmpty() && row.leaseWindow != context.caller.window && next.ticket.note.isEmpty())
        next.ticket.note = leaseNote(row.leaseWindow);
    if (row.leaseWindow != context.caller.window)
        endLease(next);
    if (!ticket)
        return std::nullopt;
    saveTicket(context, row, next, {core::TicketAct::Call, core::toWire(why), reason});
    if (core::isJump(why))
        context.audit(u"ticket.jump."_s + core::toWire(why), row.ticket.id);
    return next;
}

QJsonObject callJson(const Context& context, const QString& callId, const TicketRow& row, core::CallReason why)
{
    return {{u"id"_s, callId}, {u"at"_s, isoTime(context.nowMs)}, {u"ticket"_s, ticketJson(row)}, {u"why"_s, core::toWire(why)}};
}

QString numberIn(const QJsonObject& body)
{
    return body[u"number"_s].toString().trimmed().toUpper();
}

bool isLeasedElsewhere(const Context& context, const TicketRow& row)
{
    return core::isWaiting(row.ticket.state) && !row.leaseWindow.isEmpty() && row.leaseWindow != context.caller.window &&
           row.leaseUntilMs >= context.nowMs - 1000LL * queueSettings(context).leaseGraceSeconds;
}

/// The window that has it to call alone is asked to give it back, and the caller to wait a moment.
Answer wantedBack(const Context& context, const TicketRow& row)
{
    context.emitEvent(context.caller.hall, u"lease-wanted"_s, {{u"window"_s, row.leaseWindow}, {u"ticket"_s, row.ticket.id}});
    return problem(409, u"lease-wanted"_s);
}

/// Somebody whose turn it is may be leased to a window that could give them back at once: it is asked to, and the caller to wait a
/// moment.
std::optional<Answer> leaseWanted(const Context& context, const OwnWindow& window, const QJsonObject& body)
{
    if (!body[u"patient"_s].toBool() || window.state != u"open" || queueSettings(context).leaseTickets == 0)
        return std::nullopt;
    if (body.contains(u"number"_s)) {
        const auto row = ticketByNumber(context, numberIn(body));
        return row && isLeasedElsewhere(context, *row) ? std::optional(wantedBack(context, *row)) : std::nullopt;
    }
    const QList<TicketRow> leased = candidates(context, window.classes, context.caller.window, Leased::Elsewhere);
    if (leased.isEmpty() || inService(context, context.caller.window))
        return std::nullopt;
    const QList<TicketRow> rows = candidates(context, window.classes, context.caller.window);
    const auto next =
        core::nextCall(placesOf(rows + leased), queueSettings(context).order, nowOf(context), jumpsInARow(context, window.classes));
    if (!next || next->index < rows.size())
        return std::nullopt;
    return wantedBack(context, leased[next->index - rows.size()]);
}

Answer callByOrder(const Context& context, const QString& callId, const QStringList& classes)
{
    const core::OrderRule& rule = queueSettings(context).order;
    const int jumps = jumpsInARow(context, classes);
    QList<TicketRow> rows = candidates(context, classes, context.caller.window);
    while (const auto next = core::nextCall(placesOf(rows), rule, nowOf(context), jumps)) {
        if (const auto row = called(context, rows[next->index], next->reason, {}))
            return Answer::json(200, callJson(context, callId, *row, next->reason));
        rows.removeAt(next->index);
    }
    return problem(404, u"queue-empty"_s);
}

/// Who did it, who may not be the one that is signed in by now.
Caller whoDidIt(const Context& context, const QString& clerk)
{
    Caller caller = context.caller;
    if (clerk.isEmpty() || clerk == caller.number)
        return caller;
    Rows row = context.database.run(u"SELECT name FROM account WHERE number = ? AND hall = ? AND role IN ('clerk', 'supervisor')"_s,
                                    {clerk, caller.hall});
    if (row.next()) {
        caller.number = clerk;
        caller.name = row.value(0).toString();
    }
    return caller;
}

/// When it happened and by whom, as far as that can be: not before the ticket's last step, not after now.
Context atTheTime(const Context& context, const QJsonObject& body, const QDateTime& earliest)
{
    Context then = context;
    then.teller = Teller{context.caller.number, context.nowMs};
    then.caller = whoDidIt(context, body[u"clerk"_s].toString());
    const QDateTime said = QDateTime::fromString(body[u"at"_s].toString(), Qt::ISODate);
    if (said.isValid())
        then.nowMs = std::clamp(said.toMSecsSinceEpoch(), std::min(earliest.toMSecsSinceEpoch(), context.nowMs), context.nowMs);
    return then;
}

Answer callByNumber(const Context& context, const QString& callId, const QString& number, const QString& reason)
{
    if (reason.isEmpty() || reason.size() > LongestText)
        return problem(422, u"invalid-body"_s, {u"/reason"_s});
    const auto row = ticketByNumber(context, number);
    if (!row)
        return problem(404, u"not-found"_s);
    if (isLeasedElsewhere(context, *row))
        return refused(u"ticket.leased"_s);
    const auto next = called(context, *row, core::CallReason::Chosen, reason);
    return next ? Answer::json(200, callJson(context, callId, *next, core::CallReason::Chosen)) : refused(u"ticket.transition"_s);
}

/// A place behind so many others of its class.
QDateTime placeBehind(const Context& context, const TicketRow& row, int others)
{
    const QDateTime last = placeOf(context, row.ticket.ticketClass, others);
    return last.isValid() ? last.addMSecs(1) : nowOf(context);
}

/// Where a ticket stands after an act that sent it back to wait, for a window only while somebody is there. Who only waited elsewhere
/// keeps their place by arrival.
void putBack(const Context& context, TicketRow& row, core::TicketAct act, core::TicketState before, const core::QueueSettings& settings)
{
    const bool missed = act == core::TicketAct::NoShow || before == core::TicketState::NoShow;
    const bool moved = core::isWaiting(before);
    row.window.clear();
    if (act != core::TicketAct::Transfer && !row.targetWindow.isEmpty() && isClosed(context, row.targetWindow))
        row.targetWindow.clear();
    if (missed) {
        row.place.since = placeBehind(context, row, settings.noShow.requeueAfter);
        row.place.way = core::QueueEntry::Way::Taken;
        row.place.slotBegin = row.place.slotEnd = {};
    } else if (!moved) {
        row.place.way = act == core::TicketAct::Transfer ? core::QueueEntry::Way::Transferred : core::QueueEntry::Way::Returned;
    }
}

/// Reads where a transfer goes into the row; the pointer of what is wrong with it.
std::optional<QString> readTransfer(const Context& context, const QJsonObject& body, const core::QueueSettings& settings, TicketRow& row)
{
    const QString window = body[u"toWindow"_s].toString();
    const QString ticketClass = body[u"toClass"_s].toString();
    if (window.isEmpty() == ticketClass.isEmpty())
        return u"/toWindow"_s;
    if (!ticketClass.isEmpty() && !settings.knowsClass(ticketClass))
        return u"/toClass"_s;
    Rows known =
        context.database.run(u"SELECT 1 FROM service_window WHERE hall = ? AND (code = ? OR (? = '' AND ',' || classes || ',' LIKE ?))"_s,
                             {context.caller.hall, window, window, QString(u"%,"_s + ticketClass + u",%"_s)});
    const bool waits = row.window.isEmpty();
    const bool stays =
        waits ? window == row.targetWindow && (!window.isEmpty() || ticketClass == row.ticket.ticketClass) : window == row.window;
    if (!known.next() || stays)
        return window.isEmpty() ? u"/toClass"_s : u"/toWindow"_s;
    const QString note = body[u"note"_s].toString();
    if (note.size() > LongestText)
        return u"/note"_s;
    row.targetWindow = window;
    if (!ticketClass.isEmpty())
        row.ticket.ticketClass = ticketClass;
    if (!waits || !note.isEmpty())
        row.ticket.note = note;
    return std::nullopt;
}

Answer undo(const Context& context, const TicketRow& row)
{
    auto before = beforeLastStep(context, row, context.nowMs - 1000LL * queueSettings(context).undoSeconds);
    if (!before)
        return refused(u"ticket.undo-late"_s);
    const auto isHere = [](const TicketRow& one) {
        return one.ticket.state == core::TicketState::Called || one.ticket.state == core::TicketState::Serving;
    };
    const auto present = isHere(*before) ? inService(context, before->window) : std::nullopt;
    if (present && present->ticket.id != row.ticket.id)
        return problem(409, u"ticket-in-service"_s);
    if (core::isWaiting(before->ticket.state) && !before->targetWindow.isEmpty() && isClosed(context, before->targetWindow))
        before->targetWindow.clear();
    undoStep(context, row, *before);
    context.audit(u"ticket.undo"_s, row.ticket.id);
    return Answer::json(200, ticketJson(*before));
}

/// Sends somebody who waits to wait elsewhere.
bool isMove(const TicketRow& row, const QString& act)
{
    return act == u"transfer" && core::isWaiting(row.ticket.state);
}

/// A window acts on the ticket it called. Who was missed comes back by whatever desk they go to; a supervisor may send back what is held
/// anywhere or was left at a window that has closed, and move who waits.
bool mayAct(const Context& context, const TicketRow& row, const QString& act)
{
    if (!context.caller.serves())
        return false;
    if (act == u"undo") // the steps say whose they were
        return true;
    const bool returns = act == u"return";
    if (returns && row.ticket.state == core::TicketState::NoShow)
        return true;
    const auto isLeft = [&] { return row.ticket.state == core::TicketState::Held || isClosed(context, row.window); };
    if (context.caller.role == u"supervisor" && ((returns && isLeft()) || isMove(row, act)))
        return true;
    return row.window == context.caller.window;
}

/// Why somebody who was missed cannot wait again by this ticket: it is of another day, or they have a newer one.
std::optional<Answer> refusedReturn(const Context& context, const TicketRow& row)
{
    if (core::hallTime(row.ticket.takenAt).date().toString(Qt::ISODate) != queueDay(context))
        return refused(u"ticket.other-day"_s);
    const core::TicketClass* rule = queueSettings(context).ticketClass(row.ticket.ticketClass);
    const auto newer = rule && rule->several ? std::nullopt : liveTicketOf(context, holderOf(context, row), row.ticket.ticketClass);
    return newer ? std::optional(problem(409, u"already-waiting"_s, {}, {{u"number"_s, newer->ticket.number}})) : std::nullopt;
}

Answer act(const Context& context, const TicketRow& row, core::TicketAct kind, const QJsonObject& body)
{
    const core::QueueSettings& settings = queueSettings(context);
    const QString reason = body[u"reason"_s].toString();
    if (reason.size() > LongestText || (reason.isEmpty() && settings.reasonNeeded.contains(core::toWire(kind))))
        return problem(422, u"invalid-body"_s, {u"/reason"_s});
    if (kind == core::TicketAct::Resume && inService(context, context.caller.window))
        return problem(409, u"ticket-in-service"_s);
    if (kind == core::TicketAct::ReturnToQueue && row.ticket.state == core::TicketState::NoShow) {
        if (const auto refusal = refusedReturn(context, row))
            return *refusal;
    }
    core::NoShowRule rule = settings.noShow;
    if (body[u"offline"_s].toBool()) // the window kept to it, by a clock of its own
        rule.minimumSeconds = rule.minimumCalls = 0;
    const auto ticket = core::afterAct(row.ticket, kind, nowOf(context), rule);
    if (!ticket)
        return refused(ticket.error().code);
    TicketRow next = row;
    next.ticket = *ticket;
    endLease(next);
    if (kind == core::TicketAct::Transfer) {
        if (const auto fault = readTransfer(context, body, settings, next))
            return problem(422, u"invalid-body"_s, {*fault});
        if (!next.targetWindow.isEmpty() && isClosed(context, next.targetWindow))
            return refused(u"ticket.window-closed"_s);
    }
    if (core::isWaiting(next.ticket.state))
        putBack(context, next, kind, row.ticket.state, settings);
    saveTicket(context, row, next, {kind, body[u"offline"_s].toBool() ? u"offline"_s : QString(), reason});
    context.audit(u"ticket."_s + core::toWire(kind), row.ticket.id);
    return Answer::json(200, ticketJson(next));
}

/// What a window did while it could not reach us, with a ticket that was leased to it.
Answer callLeased(const Context& context, const QString& callId, const QJsonObject& body)
{
    const auto row = ticketById(context, body[u"offline"_s].toString());
    if (!row)
        return problem(404, u"not-found"_s);
    const auto present = inService(context, context.caller.window);
    if (present && present->ticket.id == row->ticket.id) // called before, the answer was lost
        return Answer::json(200, callJson(context, callId, *present, core::CallReason::Offline));
    if (!core::isWaiting(row->ticket.state) || row->leaseWindow != context.caller.window) {
        context.audit(u"ticket.lease-lost"_s, row->ticket.id);
        return refused(u"ticket.lease-lost"_s);
    }
    if (present) { // it knows nothing of it: the answer that gave it was lost
        const auto away = present->ticket.state == core::TicketState::Called ? core::TicketAct::ReturnToQueue : core::TicketAct::Hold;
        act(context, *present, away, {{u"reason"_s, u"offline"_s}});
    }
    const Context then = atTheTime(context, body, row->ticket.takenAt);
    const auto next = called(then, *row, core::CallReason::Offline, {});
    return next ? Answer::json(200, callJson(then, callId, *next, core::CallReason::Offline)) : refused(u"ticket.transition"_s);
}

Answer call(const Context& context, const QString& callId, const OwnWindow& window, const QJsonObject& body)
{
    if (body[u"offline"_s].isString())
        return callLeased(context, callId, body);
    if (window.state != u"open")
        return problem(409, u"window-not-open"_s);
    if (inService(context, context.caller.window).has_value())
        return problem(409, u"ticket-in-service"_s);
    const QString number = numberIn(body);
    return number.isEmpty() ? callByOrder(context, callId, window.classes)
                            : callByNumber(context, callId, number, body[u"reason"_s].toString().trimmed());
}

/// The window could not hear the answer and went on without it, with another ticket: what it was given waits again, and the call is
/// never done.
Answer abandon(const Context& context, const QString& callId, const QString& target, const QJsonObject& body)
{
    const QString abandonId = body[u"abandon"_s].toString();
    const auto first = replayed(context, callId, target);
    if (!first)
        remembered(context, callId, target, problem(404, u"queue-empty"_s));
    const QString given = first ? QJsonDocument::fromJson(first->body)[u"ticket"_s][u"id"_s].toString() : QString();
    const auto row = ticketById(context, given);
    if (row && given != body[u"instead"_s].toString() && row->ticket.state == core::TicketState::Called &&
        row->window == context.caller.window) {
        act(context, *row, core::TicketAct::ReturnToQueue, {{u"reason"_s, u"offline"_s}});
        setLease(context, given, row->leaseWindow, row->leaseUntilMs); // the window may still call it
    }
    return remembered(context, abandonId, u"abandon:"_s + callId, Answer::json(200, {{u"id"_s, callId}, {u"abandoned"_s, true}}));
}

/// What a call by the order looks at.
void foreseeCall(const Request& request, const Context& context, const QString& target, const OwnWindow& window, const QJsonObject& body)
{
    context.database.foresee([&] {
        (void)callerOf(request, context);
        (void)replayed(context, request.captures.value(1), target);
        (void)inService(context, context.caller.window);
        if (window.state != u"open" || body.contains(u"number"_s) || body.contains(u"offline"_s))
            return;
        (void)candidates(context, window.classes, context.caller.window);
        if (body[u"patient"_s].toBool())
            (void)candidates(context, window.classes, context.caller.window, Leased::Elsewhere);
        (void)jumpsInARow(context, window.classes);
    });
}

} // namespace

Answer callNext(const Request& request, const Context& context)
{
    const QString code = request.captures.value(0);
    const QString callId = request.captures.value(1);
    const QString target = u"call:"_s + code;
    const auto window = ownWindow(context, code);
    if (!window)
        return problem(403, u"forbidden"_s);
    const QJsonObject body = request.json();
    const QString abandonId = body[u"abandon"_s].toString();
    (void)queueSettings(context); // read before the hall waits for us
    return context.inTransaction([&] {
        const bool abandons = !abandonId.isEmpty();
        if (!abandons)
            foreseeCall(request, context, target, *window, body);
        if (!callerOf(request, context)) // taken over a moment ago: nobody is called to a window that was left
            return noCaller(request, context);
        if (auto answer = abandons ? replayed(context, abandonId, u"abandon:"_s + callId) : replayed(context, callId, target))
            return *answer;
        if (abandons)
            return abandon(context, callId, target, body);
        if (auto wait = leaseWanted(context, *context.ownWindow, body)) // not remembered: it asks once more
            return *wait;
        return remembered(context, callId, target, call(context, callId, *context.ownWindow, body)); // as it stands in our turn
    });
}

Answer ticketAct(const Request& request, const Context& context)
{
    const QString ticketId = request.captures.value(0);
    const QString actId = request.captures.value(1);
    const QJsonObject body = request.json();
    const QString name = body[u"act"_s].toString();
    const auto kind = core::ticketActFromWire(name);
    if (name != u"undo" && (!kind || *kind == core::TicketAct::Call))
        return problem(422, u"invalid-body"_s, {u"/act"_s});
    const QString target =
        QStringList{u"act:"_s + ticketId, name, body[u"toWindow"_s].toString(), body[u"toClass"_s].toString()}.join(u':');
    (void)queueSettings(context); // read before the hall waits for us
    return context.inTransaction([&] {
        context.database.foresee([&] {
            (void)replayed(context, actId, target);
            (void)ticketById(context, ticketId);
        });
        if (auto answer = replayed(context, actId, target))
            return *answer;
        const auto row = ticketById(context, ticketId);
        if (!row)
            return problem(404, u"not-found"_s);
        if (!mayAct(context, *row, name))
            return problem(403, u"forbidden"_s);
        if (isMove(*row, name) && isLeasedElsewhere(context, *row)) // not remembered: it asks once more
            return body[u"patient"_s].toBool() ? wantedBack(context, *row) : refused(u"ticket.leased"_s);
        const Context then = body[u"offline"_s].toBool() ? atTheTime(context, body, row->ticket.calledAt) : context;
        return remembered(context, actId, target, kind ? act(then, *row, *kind, body) : undo(context, *row));
    });
}

Answer ticketOfNumber(const Request& request, const Context& context)
{
    if (request.captures.value(0) != context.caller.hall || !context.caller.serves())
        return problem(403, u"forbidden"_s);
    const auto row = ticketByNumber(context, request.captures.value(1).toUpper());
    return row ? Answer::json(200, numberJson(*row)) : problem(404, u"not-found"_s);
}

} // namespace backoffice
