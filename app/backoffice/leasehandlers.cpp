// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/handlers.h"
#include "app/backoffice/ticketrows.h"

using namespace Qt::StringLiterals;

namespace backoffice {

namespace {

/// Somebody else could take them at once.
void giveBack(const Context& context, const QString& window, const QJsonArray& ids)
{
    for (const QJsonValue& id : ids)
        context.database.run(u"UPDATE ticket SET lease_window = '', lease_until = 0 WHERE id = ? AND hall = ? AND lease_window = ?"_s,
                             {id.toString(), context.caller.hall, window});
}

/// The window pauses or closes: of what it has it only keeps what it called and could not tell yet.
void release(const Context& context, const QString& window, const QJsonArray& keep)
{
    const QList<TicketRow> mine = leasedTo(context, window);
    for (const TicketRow& row : mine) {
        if (!keep.contains(row.ticket.id))
            setLease(context, row.ticket.id, {}, 0);
    }
}

/// Those that the window has already, and the next ones in the order. What another window may have called alone is called with us
/// only, and then says so.
QList<TicketRow> chosen(const Context& context, const OwnWindow& window, const QJsonArray& without)
{
    const core::QueueSettings& settings = queueSettings(context);
    QList<TicketRow> mine = leasedTo(context, context.caller.window);
    QList<TicketRow> rows = candidates(context, window.classes, context.caller.window, Leased::Never);
    rows.removeIf([&](const TicketRow& row) { return without.contains(row.ticket.id); });
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(context.nowMs, Qt::UTC);
    int jumps = jumpsInARow(context, window.classes);
    while (mine.size() < settings.leaseTickets) {
        const auto next = core::nextCall(placesOf(rows), settings.order, now, jumps);
        if (!next)
            break;
        jumps = core::isJump(next->reason) ? jumps + 1 : 0;
        mine.append(rows.takeAt(next->index));
    }
    return mine;
}

/// With the name, which the window shows once it has called.
QJsonObject leasedJson(const TicketRow& row)
{
    QJsonObject json = ticketJson(row);
    if (!row.ticket.holderName.isEmpty())
        json[u"holderName"_s] = row.ticket.holderName;
    return json;
}

} // namespace

/// Tickets for calling without the back office. A window never loses one that it did not give back before its time is over.
Answer leaseTickets(const Request& request, const Context& context)
{
    const QString code = request.captures.value(0);
    const QString id = request.captures.value(1);
    if (!ownWindow(context, code))
        return problem(403, u"forbidden"_s);
    const core::QueueSettings& settings = queueSettings(context);
    const QJsonObject body = request.json();
    const QJsonArray without = body[u"without"_s].toArray();
    return context.inTransaction([&] {
        if (!callerOf(request, context)) // taken over a moment ago: its tickets are another machine's now
            return noCaller(request, context);
        if (auto answer = replayed(context, id, u"lease:"_s + code))
            return *answer;
        giveBack(context, code, without);
        if (body[u"release"_s].toBool()) {
            release(context, code, body[u"keep"_s].toArray());
            return remembered(context, id, u"lease:"_s + code,
                              Answer::json(200, {{u"id"_s, id}, {u"seconds"_s, 0}, {u"tickets"_s, QJsonArray()}}));
        }
        const OwnWindow& window = *context.ownWindow; // as it stands in our turn
        if (window.state != u"open")
            return remembered(context, id, u"lease:"_s + code, problem(409, u"window-not-open"_s));
        const qint64 until = context.nowMs + 60'000LL * settings.leaseMinutes;
        QJsonArray tickets;
        const QList<TicketRow> rows = chosen(context, window, without);
        for (const TicketRow& row : rows) {
            setLease(context, row.ticket.id, code, until);
            tickets.append(leasedJson(row));
        }
        return remembered(context, id, u"lease:"_s + code,
                          Answer::json(200, {{u"id"_s, id}, {u"seconds"_s, 60 * settings.leaseMinutes}, {u"tickets"_s, tickets}}));
    });
}

} // namespace backoffice
