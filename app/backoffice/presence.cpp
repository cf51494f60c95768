// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/presence.h"

#include "app/backoffice/ticketrows.h"
#include "app/backoffice/windowstate.h"

#include <QJsonObject>
#include <QSet>

using namespace Qt::StringLiterals;

namespace backoffice {

namespace {

const QString Serving = u"(SELECT number FROM account WHERE role IN ('clerk', 'supervisor'))"_s;
const QString Beside = u"s.taken_by = '' AND (s.account = ? OR s.service_window = ?) AND s.account IN "_s + Serving;

/// Another machine calls at the window now, which does not know what the former one called alone.
void markLeased(const Context& context, const QString& window)
{
    context.database.run(u"UPDATE ticket SET note = ? WHERE hall = ? AND ticket_day = ? AND lease_window = ? AND note = '' AND "
                         "state IN ('waiting', 'transferred')"_s,
                         {leaseNote(window), context.caller.hall, queueDay(context), window});
}

/// Whom the clerk was serving goes along, unless somebody is being served where they go.
void bringTicket(const Context& context, const QString& from)
{
    const auto row = inService(context, from);
    if (!row || inService(context, context.caller.window))
        return;
    context.database.run(u"UPDATE ticket SET service_window = ? WHERE id = ?"_s, {context.caller.window, row->ticket.id});
    context.audit(u"ticket.moved-with-clerk"_s, row->ticket.id);
    context.emitEvent(context.caller.hall, u"ticket"_s,
                      {{u"id"_s, row->ticket.id},
                       {u"number"_s, row->ticket.number},
                       {u"state"_s, core::toWire(row->ticket.state)},
                       {u"window"_s, context.caller.window}});
}

/// They stay marked: the window may have called one and not been able to say so.
void endLeases(const Context& context, const QString& window)
{
    const QList<TicketRow> leased = leasedTo(context, window);
    for (const TicketRow& row : leased)
        setLease(context, row.ticket.id, window, 0);
}

} // namespace

std::optional<Presence> inTheWay(const Context& context, const QString& device)
{
    const Caller& caller = context.caller;
    if (!caller.serves())
        return std::nullopt;
    Rows row = context.database.run(
        u"SELECT s.account, a.name, s.service_window, s.since FROM session s JOIN account a ON a.number = "
        "s.account WHERE "_s +
            Beside +
            u" AND (s.device <> ? OR s.device = '') AND s.refresh_until > ? AND s.access_until > ? "
            "ORDER BY CASE WHEN s.account = ? THEN 1 ELSE 0 END, s.access_until DESC LIMIT 1"_s,
        {caller.number, caller.window, device, context.nowMs + RefreshGraceMs, context.nowMs - AccessMs, caller.number});
    if (!row.next())
        return std::nullopt;
    const bool own = row.value(0).toString() == caller.number;
    return Presence{row.value(2).toString(), row.value(3).toLongLong(), own ? QString() : row.value(1).toString()};
}

void endOthers(const Context& context, const QString& device)
{
    const Caller& caller = context.caller;
    if (!caller.serves())
        return;
    QSet<QString> left;
    QSet<QString> taken;
    QSet<QString> own;
    Rows rows =
        context.database.run(u"SELECT s.service_window, s.device, s.account FROM session s WHERE ("_s + Beside +
                                 u") OR (s.device = ? AND s.device <> '' AND s.taken_by = '' AND s.account IN "_s + Serving + u")"_s,
                             {caller.number, caller.window, device});
    while (rows.next()) {
        const QString window = rows.value(0).toString();
        if (window != caller.window)
            left.insert(window);
        if (window != caller.window && rows.value(2).toString() == caller.number)
            own.insert(window);
        if (device.isEmpty() || rows.value(1).toString() != device)
            taken.insert(window);
    }
    rows.finish();
    context.database.run(u"DELETE FROM session WHERE device = ? AND device <> '' AND account IN "_s + Serving, {device});
    context.database.run(u"UPDATE session SET taken_by = ?, taken_window = ? WHERE taken_by = '' AND (account = ? OR service_window = ?) "
                         "AND account IN "_s +
                             Serving,
                         {caller.number, caller.window, caller.number, caller.window});
    for (const QString& window : std::as_const(own))
        bringTicket(context, window);
    for (const QString& window : left)
        closeWindow(context, window);
    for (const QString& window : left + taken)
        endLeases(context, window);
    for (const QString& window : std::as_const(taken)) {
        markLeased(context, window);
        context.audit(u"session.taken-over"_s, window);
        context.emitEvent(caller.hall, u"taken-over"_s, {{u"window"_s, window}});
    }
}

} // namespace backoffice
