// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/forecasts.h"
#include "app/backoffice/handlers.h"
#include "app/core/halltime.h"
#include "app/core/hallview.h"

#include <QMap>

using namespace Qt::StringLiterals;

namespace backoffice {

// One window of the hall, or one class, as its supervisor looks at it closely.

namespace {

constexpr int LastServices = 20;
constexpr int MostWaiting = 200;
constexpr qsizetype Foretold = 30; ///< of who waits; each is a simulation

QDateTime utc(qint64 ms)
{
    return ms > 0 ? QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC) : QDateTime();
}

bool maySee(const Request& request, const Context& context)
{
    return context.caller.role == u"supervisor" && request.captures.value(0) == context.caller.hall;
}

std::optional<core::WindowFigures> figuresOf(const Context& context, const QString& code)
{
    Rows row = context.database.run(
        u"SELECT w.code, w.name, w.state, w.reason, coalesce(a.name, w.clerk), w.classes, w.since FROM service_window w "
        "LEFT JOIN account a ON a.number = w.clerk WHERE w.code = ? AND w.hall = ?"_s,
        {code, context.caller.hall});
    if (!row.next())
        return std::nullopt;
    const bool closed = row.value(2).toString() == u"closed";
    return core::WindowFigures{row.value(0).toString(),
                               row.value(1).toString(),
                               row.value(2).toString(),
                               row.value(3).toString(),
                               closed ? QString() : row.value(4).toString(),
                               row.value(5).toString().split(u',', Qt::SkipEmptyParts),
                               QDateTime::fromMSecsSinceEpoch(row.value(6).toLongLong(), Qt::UTC), // also of one that never opened
                               {},
                               {}};
}

void addTicket(const Context& context, core::WindowView& view)
{
    Rows row = context.database.run(
        u"SELECT number, queue_class, state, called_at, started_at, id FROM ticket WHERE service_window = ? AND hall = ? AND "
        "ticket_day = ? AND state IN ('called', 'serving')"_s,
        {view.window.code, context.caller.hall, queueDay(context)});
    if (!row.next())
        return;
    view.window.ticketNumber = row.value(0).toString();
    view.ticketId = row.value(5).toString();
    view.ticketClass = row.value(1).toString();
    view.ticketState = row.value(2).toString();
    view.window.ticketSince = utc(row.value(4).toLongLong() > 0 ? row.value(4).toLongLong() : row.value(3).toLongLong());
}

/// By class, who waits for it.
QMap<QString, int> waitingByClass(const Context& context)
{
    QMap<QString, int> waiting;
    Rows rows = context.database.run(u"SELECT queue_class, count(*) FROM ticket WHERE hall = ? AND ticket_day = ? AND "
                                     "state IN ('waiting', 'transferred') GROUP BY queue_class"_s,
                                     {context.caller.hall, queueDay(context)});
    while (rows.next())
        waiting[rows.value(0).toString()] = rows.value(1).toInt();
    return waiting;
}

/// Open windows, and the classes of each.
QMap<QString, QStringList> openWindows(const Context& context)
{
    QMap<QString, QStringList> windows;
    Rows rows =
        context.database.run(u"SELECT code, classes FROM service_window WHERE hall = ? AND state = 'open'"_s, {context.caller.hall});
    while (rows.next())
        windows[rows.value(0).toString()] = rows.value(1).toString().split(u',', Qt::SkipEmptyParts);
    return windows;
}

/// Those that the hall has; where any letter is a class, those that somebody serves or waits for.
QStringList classesOfHall(const Context& context, const core::WindowView& view, const QMap<QString, int>& waiting)
{
    QStringList codes;
    for (const core::TicketClass& one : queueSettings(context).classes)
        codes.append(one.code);
    if (codes.isEmpty()) {
        codes = waiting.keys();
        const QMap<QString, QStringList> windows = openWindows(context);
        for (const QStringList& classes : windows)
            codes.append(classes);
        codes.sort();
    }
    codes.append(view.window.classes); // also one that the catalogue knows no more
    codes.removeDuplicates();
    return codes;
}

void addClasses(const Context& context, core::WindowView& view)
{
    const QMap<QString, int> waiting = waitingByClass(context);
    QMap<QString, QStringList> others = openWindows(context);
    others.remove(view.window.code);
    const QStringList codes = classesOfHall(context, view, waiting);
    for (const QString& code : codes) {
        const core::TicketClass* known = queueSettings(context).ticketClass(code);
        const auto elsewhere =
            std::count_if(others.begin(), others.end(), [&](const QStringList& classes) { return classes.contains(code); });
        view.classes.append(
            {code, known ? known->name : QString(), view.window.classes.contains(code), waiting.value(code), int(elsewhere)});
    }
}

/// What followed a call, up to the next one.
void followSteps(const Context& context, core::WindowService& service, const QString& ticketId, int step)
{
    Rows rows = context.database.run(u"SELECT act, at FROM ticket_step WHERE ticket_id = ? AND undone = 0 AND step > ? ORDER BY step"_s,
                                     {ticketId, step});
    while (rows.next()) {
        const auto act = core::ticketActFromWire(rows.value(0).toString());
        const QDateTime at = utc(rows.value(1).toLongLong());
        if (!act || *act == core::TicketAct::Recall)
            continue;
        if (*act == core::TicketAct::Call)
            return;
        if (*act == core::TicketAct::Start) {
            service.startedAt = at;
        } else if (*act == core::TicketAct::Resume) { // the same visit goes on
            service.end.clear();
            service.endedAt = {};
        } else if (service.end.isEmpty() || service.end == u"hold") { // what became of it later elsewhere is not this window's
            service.end = core::toWire(*act);
            service.endedAt = at;
        }
    }
}

void addServices(const Context& context, core::WindowView& view)
{
    struct Call
    {
        QString ticketId;
        int step;
    };
    QList<Call> calls;
    Rows rows = context.database.run(
        u"SELECT s.ticket_id, s.step, t.number, s.queue_class, s.at FROM ticket_step s JOIN ticket t ON t.id = s.ticket_id WHERE "
        "s.hall = ? AND s.ticket_day = ? AND s.act = 'call' AND s.undone = 0 AND s.service_window = ? ORDER BY s.at DESC, s.step DESC "
        "LIMIT %1"_s.arg(LastServices),
        {context.caller.hall, queueDay(context), view.window.code});
    while (rows.next()) {
        calls.append({rows.value(0).toString(), rows.value(1).toInt()});
        view.services.append({rows.value(2).toString(), rows.value(3).toString(), utc(rows.value(4).toLongLong()), {}, {}, {}});
    }
    rows.finish();
    for (qsizetype i = 0; i < calls.size(); ++i)
        followSteps(context, view.services[i], calls[i].ticketId, calls[i].step);
    Rows done = context.database.run(u"SELECT count(*), avg(CASE WHEN started_at > 0 AND ended_at > started_at THEN ended_at - started_at "
                                     u"- held_ms END) FROM ticket WHERE "
                                     "service_window = ? AND hall = ? AND ticket_day = ? AND state = 'done'"_s,
                                     {view.window.code, context.caller.hall, queueDay(context)});
    done.next();
    view.served = done.value(0).toInt();
    view.averageServiceSeconds = int(done.value(1).toDouble() / 1000);
}

void addPauses(const Context& context, core::WindowView& view)
{
    const qint64 midnight = core::hallMidnight(core::hallTime(context.nowMs).date()).toMSecsSinceEpoch();
    Rows rows = context.database.run(u"SELECT reason, since, until FROM window_time WHERE hall = ? AND service_window = ? AND "
                                     "state = 'paused' AND since >= ? ORDER BY since"_s,
                                     {context.caller.hall, view.window.code, midnight});
    while (rows.next())
        view.pauses.append({rows.value(0).toString(), utc(rows.value(1).toLongLong()), utc(rows.value(2).toLongLong())});
    if (view.window.state == u"paused" && view.window.since.toMSecsSinceEpoch() >= midnight)
        view.pauses.append({view.window.reason, view.window.since, {}});
}

void addKept(const Context& context, core::WindowView& view)
{
    const QList<TicketRow> rows = leasedTo(context, view.window.code);
    for (const TicketRow& row : rows) {
        if (row.leaseUntilMs > context.nowMs)
            view.kept.append({row.ticket.number, utc(row.leaseUntilMs)});
    }
}

/// By ticket, the class it was taken for, of those that wait in another one.
QMap<QString, QString> takenElsewhere(const Context& context, const QString& code)
{
    QMap<QString, QString> classes;
    Rows rows = context.database.run(u"SELECT id, ticket_class FROM ticket WHERE hall = ? AND ticket_day = ? AND queue_class = ? AND "
                                     "ticket_class <> queue_class"_s,
                                     {context.caller.hall, queueDay(context), code});
    while (rows.next())
        classes[rows.value(0).toString()] = rows.value(1).toString();
    return classes;
}

core::WaitingTicket waitingFrom(const Context& context, const TicketRow& row)
{
    core::WaitingTicket one;
    one.id = row.ticket.id;
    one.number = row.ticket.number;
    one.state = core::toWire(row.ticket.state);
    one.group = row.ticket.group;
    one.takenAt = row.ticket.takenAt;
    one.returned = row.place.way == core::QueueEntry::Way::Returned;
    one.misses = row.ticket.misses;
    one.window = row.ticket.state == core::TicketState::Held ? row.window : row.targetWindow;
    if (row.leaseUntilMs > context.nowMs)
        one.keptFor = row.leaseWindow;
    one.slotAt = row.place.slotBegin;
    return one;
}

/// Until the call of somebody who is called so many-th; nothing where nobody serves the class.
std::optional<int> expectedSeconds(const Context& context, const core::ClassView& view, const core::WaitingTicket& one)
{
    if (view.windows.isEmpty())
        return std::nullopt;
    const auto forecast =
        one.position <= Foretold ? context.forecasts->of(context, one.id, view.code) : std::optional<core::WaitForecast>();
    if (forecast)
        return int(context.forecasts->expected(context, *forecast).seconds);
    const core::TicketClass* known = queueSettings(context).ticketClass(view.code);
    return 60 *
           core::expectedMinutes(one.position - 1, known ? known->minutesEach : core::TicketClass().minutesEach, int(view.windows.size()));
}

void addTickets(const Context& context, core::ClassView& view)
{
    const QList<TicketRow> rows = ticketsOfClass(context, view.code, MostWaiting);
    QList<TicketRow> byTurn;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(byTurn),
                 [](const TicketRow& row) { return core::isWaiting(row.ticket.state) && row.targetWindow.isEmpty(); });
    const QStringList order =
        core::callOrder(placesOf(byTurn), queueSettings(context).order, utc(context.nowMs), jumpsInARow(context, {view.code}));
    const QMap<QString, QString> takenAs = takenElsewhere(context, view.code);
    for (const TicketRow& row : rows) {
        core::WaitingTicket one = waitingFrom(context, row);
        one.takenAs = takenAs.value(one.id);
        one.position = int(order.indexOf(one.id)) + 1;
        if (one.position > 0)
            one.expectedSeconds = expectedSeconds(context, view, one);
        view.tickets.append(one);
    }
    const auto rank = [](const core::WaitingTicket& one) {
        return std::pair(one.state == u"held" ? 2 : one.position == 0 ? 1 : 0, one.position);
    };
    std::stable_sort(view.tickets.begin(), view.tickets.end(),
                     [&](const core::WaitingTicket& a, const core::WaitingTicket& b) { return rank(a) < rank(b); });
}

} // namespace

Answer windowView(const Request& request, const Context& context)
{
    if (!maySee(request, context))
        return problem(403, u"forbidden"_s);
    const auto figures = figuresOf(context, request.captures.value(1));
    if (!figures)
        return problem(404, u"not-found"_s);
    core::WindowView view;
    view.at = utc(context.nowMs);
    view.window = *figures;
    addTicket(context, view);
    addClasses(context, view);
    addServices(context, view);
    addPauses(context, view);
    addKept(context, view);
    return Answer::json(200, view.toJson());
}

Answer classView(const Request& request, const Context& context)
{
    if (!maySee(request, context))
        return problem(403, u"forbidden"_s);
    core::ClassView view;
    view.code = request.captures.value(1);
    if (!queueSettings(context).knowsClass(view.code) && !isWaitedFor(context, view.code))
        return problem(404, u"not-found"_s);
    view.at = utc(context.nowMs);
    if (const core::TicketClass* known = queueSettings(context).ticketClass(view.code))
        view.name = known->name;
    const QMap<QString, QStringList> windows = openWindows(context);
    for (auto window = windows.begin(); window != windows.end(); ++window) {
        if (window.value().contains(view.code))
            view.windows.append(window.key());
    }
    addTickets(context, view);
    return Answer::json(200, view.toJson());
}

} // namespace backoffice
