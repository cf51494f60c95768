// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/ticketpage.h"

#include "app/backoffice/forecasts.h"
#include "app/backoffice/webpage.h"
#include "app/core/halltime.h"
#include "app/core/wording.h"

using namespace Qt::StringLiterals;

namespace backoffice {

namespace {

QString oneText(const Context& context, const QString& sql, const QVariantList& bindings)
{
    Rows row = context.database.run(sql, bindings);
    return row.next() ? row.value(0).toString() : QString();
}

} // namespace

std::optional<ShownTicket> ticketBehind(const Context& context, const QString& code)
{
    if (code.isEmpty())
        return std::nullopt;
    Rows found = context.database.run( // in the words of the index, which has no empty ones
        u"SELECT id, hall FROM ticket WHERE query_token = ? AND query_token <> '' AND ticket_day = ?"_s, {code, queueDay(context)});
    if (!found.next())
        return std::nullopt;
    const QString id = found.value(0).toString();
    const QString hall = found.value(1).toString();
    found.finish();
    const Context there = context.inHall(hall);
    const auto row = ticketById(there, id);
    if (!row)
        return std::nullopt;
    const bool waits = core::isWaiting(row->ticket.state);
    const QString window = oneText(there, u"SELECT name FROM service_window WHERE code = ?"_s, {waits ? row->targetWindow : row->window});
    const int ahead = !waits ? 0 : row->targetWindow.isEmpty() ? peopleAhead(there, *row) : sentAhead(there, *row);
    const auto wait = waits && row->targetWindow.isEmpty() ? waitOf(there, *row) : std::nullopt;
    return ShownTicket{*row, hall, code, core::progressOf(row->ticket, window, ahead, wait)};
}

Answer ticketPage(const Context& context, const ShownTicket& shown)
{
    const Context there = context.inHall(shown.hall);
    const core::TicketClass* ticketClass = queueSettings(there).ticketClass(shown.row.ticket.ticketClass);
    const bool rated = isEvaluated(context, {SubjectKind::Ticket, shown.row.ticket.id});
    return webPage(200, u"ticket.html"_s,
                   {{u"hallName"_s, oneText(there, u"SELECT name FROM hall WHERE code = ?"_s, {shown.hall})},
                    {u"className"_s, ticketClass ? ticketClass->name : QString()},
                    {u"number"_s, shown.row.ticket.number},
                    {u"ticketState"_s, shown.progress.state},
                    {u"ticketNext"_s, shown.progress.next},
                    {u"live"_s, !shown.progress.ended},
                    {u"mayRate"_s, shown.progress.mayRate && !rated},
                    {u"rated"_s, rated},
                    {u"code"_s, shown.code},
                    {u"asOf"_s, core::chineseTime(core::hallTime(context.nowMs))}});
}

Evaluation evaluationOf(const Context& context, const ShownTicket& shown)
{
    Evaluation evaluation;
    evaluation.of = {SubjectKind::Ticket, shown.row.ticket.id};
    evaluation.number = shown.row.ticket.number;
    evaluation.window = shown.row.window;
    evaluation.clerk = oneText(
        context, u"SELECT clerk FROM ticket_step WHERE ticket_id = ? AND act = 'finish' AND undone = 0 ORDER BY step DESC LIMIT 1"_s,
        {shown.row.ticket.id});
    return evaluation;
}

} // namespace backoffice
