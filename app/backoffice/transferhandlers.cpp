// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/caserows.h"
#include "app/backoffice/handlers.h"
#include "app/core/canonicaljson.h"
#include "app/core/halltime.h"
#include "app/core/transfer.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace backoffice {

// Paper originals between windows and departments (交接单), and what a window did in a day.

namespace {

QJsonObject transferJson(const Rows& row)
{
    QJsonObject json = QJsonDocument::fromJson(row.value(0).toString().toUtf8()).object();
    if (!row.value(1).toString().isEmpty()) {
        json[u"receivedBy"_s] = row.value(1).toString();
        json[u"receivedAt"_s] = core::isoTime(core::hallTime(row.value(2).toLongLong()));
        if (!row.value(3).toString().isEmpty())
            json[u"remarks"_s] = row.value(3).toString();
    }
    return json;
}

const QString TransferColumns = u"body, received_by, received_at, remarks"_s;

bool isOfHall(const Context& context, const QString& window)
{
    return context.database.run(u"SELECT 1 FROM service_window WHERE code = ? AND hall = ?"_s, {window, context.caller.hall}).next();
}

/// Entries name cases of this hall that belong to the department.
std::optional<QString> foreignCase(const Context& context, const core::Transfer& transfer)
{
    for (qsizetype i = 0; i < transfer.entries.size(); ++i) {
        Rows row = context.database.run(u"SELECT hall, body FROM case_record WHERE id = ?"_s, {transfer.entries[i].caseId});
        if (!row.next()) // the case itself is still on its way
            continue;
        const QJsonObject record = QJsonDocument::fromJson(row.value(1).toString().toUtf8()).object();
        if (row.value(0).toString() != context.caller.hall || record[u"department"_s].toString() != transfer.department)
            return u"/entries/%1/caseId"_s.arg(i);
    }
    return std::nullopt;
}

} // namespace

Answer putTransfer(const Request& request, const Context& context)
{
    if (!context.caller.serves())
        return problem(403, u"forbidden"_s);
    const auto transfer = core::Transfer::fromJson(request.json());
    if (!transfer)
        return problem(422, u"invalid-body"_s, {transfer.error().facts.value(0)});
    if (transfer->id != request.captures.value(0))
        return problem(422, u"invalid-body"_s, {u"/id"_s});
    if (!isOfHall(context, transfer->window.code)) // the list may be older than who sits there now
        return problem(403, u"forbidden"_s);
    if (const auto foreign = foreignCase(context, *transfer))
        return problem(422, u"invalid-body"_s, {*foreign});
    const QJsonObject body = transfer->toJson();
    const QString hash = core::contentHash(body);
    Rows held = context.database.run(u"SELECT hash, "_s + TransferColumns + u" FROM transfer WHERE id = ?"_s, {transfer->id});
    if (held.next())
        return held.value(0).toString() == hash ? Answer::json(200, body) : problem(409, u"id-taken"_s);
    held.finish();
    context.database.run(u"INSERT INTO transfer (id, hall, department, number, at, hash, body) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                         {transfer->id, context.caller.hall, transfer->department, transfer->number, transfer->at.toMSecsSinceEpoch(), hash,
                          QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Compact))});
    context.audit(u"originals.handed-over"_s, transfer->id);
    return Answer::json(201, body);
}

/// What departments have not signed for, or with `open=false` everything, the newest first.
Answer listTransfers(const Request& request, const Context& context)
{
    if (!context.caller.readsCases())
        return problem(403, u"forbidden"_s);
    constexpr int Most = 200;
    QString where = u"hall = ?"_s;
    QVariantList bindings{context.caller.hall};
    if (request.query.queryItemValue(u"open"_s) != u"false")
        where += u" AND received_by = ''"_s;
    if (context.caller.isDepartment()) {
        where += u" AND department = ?"_s;
        bindings.append(context.caller.department);
    }
    bindings.append(Most);
    QJsonArray list;
    Rows rows = context.database.run(u"SELECT "_s + TransferColumns + u" FROM transfer WHERE "_s + where + u" ORDER BY at DESC LIMIT ?"_s,
                                     bindings);
    while (rows.next())
        list.append(transferJson(rows));
    return Answer::json(200, {{u"transfers"_s, list}});
}

/// The department has counted the originals and signs for them.
Answer receiveTransfer(const Request& request, const Context& context)
{
    const QString id = request.captures.value(0);
    Rows row = context.database.run(u"SELECT "_s + TransferColumns + u", hall, department FROM transfer WHERE id = ?"_s, {id});
    if (!row.next())
        return problem(404, u"not-found"_s);
    if (!context.caller.isDepartment() || row.value(4).toString() != context.caller.hall ||
        row.value(5).toString() != context.caller.department)
        return problem(403, u"forbidden"_s);
    const QString receivedBy = request.json()[u"receivedBy"_s].toString().trimmed();
    if (receivedBy.isEmpty())
        return problem(422, u"invalid-body"_s, {u"/receivedBy"_s});
    if (!row.value(1).toString().isEmpty()) // signed for once
        return row.value(1).toString() == receivedBy ? Answer::json(200, transferJson(row)) : problem(409, u"id-taken"_s);
    row.finish();
    context.database.run(u"UPDATE transfer SET received_by = ?, received_at = ?, remarks = ? WHERE id = ?"_s,
                         {receivedBy, context.nowMs, request.json()[u"remarks"_s].toString().trimmed(), id});
    context.audit(u"originals.received"_s, id);
    Rows now = context.database.run(u"SELECT "_s + TransferColumns + u" FROM transfer WHERE id = ?"_s, {id});
    now.next();
    return Answer::json(200, transferJson(now));
}

/// What the back office counted for a window today: cases and enquiries it has from there, and tickets by state.
Answer shift(const Request& request, const Context& context)
{
    if (!context.caller.serves() || request.captures.value(0) != context.caller.window)
        return problem(403, u"forbidden"_s);
    const QDate today = core::hallTime(context.nowMs).date();
    const qint64 from = core::hallMidnight(today).toMSecsSinceEpoch();
    Rows cases = context.database.run(u"SELECT count(*) FROM case_record WHERE hall = ? AND service_window = ? AND received_at >= ?"_s,
                                      {context.caller.hall, context.caller.window, from});
    const int count = cases.next() ? cases.value(0).toInt() : 0;
    cases.finish();
    Rows answered = context.database.run(u"SELECT count(*) FROM enquiry WHERE hall = ? AND service_window = ? AND at >= ?"_s,
                                         {context.caller.hall, context.caller.window, from});
    const int enquiries = answered.next() ? answered.value(0).toInt() : 0;
    answered.finish();
    QJsonObject tickets;
    Rows rows = context.database.run(u"SELECT state, count(*) FROM ticket WHERE service_window = ? AND ticket_day = ? GROUP BY state"_s,
                                     {context.caller.window, today.toString(Qt::ISODate)});
    while (rows.next())
        tickets[rows.value(0).toString()] = rows.value(1).toInt();
    return Answer::json(
        200, {{u"day"_s, today.toString(Qt::ISODate)}, {u"cases"_s, count}, {u"enquiries"_s, enquiries}, {u"tickets"_s, tickets}});
}

} // namespace backoffice
