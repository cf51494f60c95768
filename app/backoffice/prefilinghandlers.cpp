// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/handlers.h"

#include "app/core/prefiling.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace backoffice {

namespace {

/// A window that took one over and never made a case of it does not keep it.
constexpr qint64 KeptMs = 30LL * 60 * 1000;

bool isTaken(const Context& context, const QString& caseId, qint64 takenAt)
{
    if (caseId.isEmpty())
        return false;
    return takenAt + KeptMs > context.nowMs || context.database.run(u"SELECT 1 FROM case_record WHERE id = ?"_s, {caseId}).next();
}

} // namespace

QJsonArray prefilingsOf(const Context& context, const QString& holder)
{
    QJsonArray open;
    Rows rows =
        context.database.run(u"SELECT body, taken_case, taken_at FROM prefiling WHERE hall = ? AND holder = ? ORDER BY submitted_at DESC"_s,
                             {context.caller.hall, holder});
    while (rows.next()) {
        if (isTaken(context, rows.value(1).toString(), rows.value(2).toLongLong()))
            continue;
        auto head = core::Prefiling::fromJson(QJsonDocument::fromJson(rows.value(0).toString().toUtf8()).object());
        if (!head)
            continue;
        open.append(core::Prefiling{head->id, head->number, head->item, head->scenario, head->submittedAt}.toJson()); // no more than that
    }
    return open;
}

/// The same case again gets the same answer; another one, that somebody else is at it.
Answer takePrefilingOver(const Request& request, const Context& context)
{
    if (!context.caller.serves())
        return problem(403, u"forbidden"_s);
    const QString caseId = request.json()[u"caseId"_s].toString();
    if (caseId.isEmpty())
        return problem(422, u"invalid-body"_s, {u"/caseId"_s});
    Rows row = context.database.run(u"SELECT body, taken_case, taken_at, hall FROM prefiling WHERE id = ?"_s, {request.captures.value(0)});
    if (!row.next())
        return problem(404, u"not-found"_s);
    if (row.value(3).toString() != context.caller.hall)
        return problem(403, u"forbidden"_s);
    const QJsonObject body = QJsonDocument::fromJson(row.value(0).toString().toUtf8()).object();
    const QString taken = row.value(1).toString();
    const qint64 takenAt = row.value(2).toLongLong();
    row.finish();
    if (taken != caseId && isTaken(context, taken, takenAt))
        return problem(409, u"prefiling-taken"_s);
    context.database.run(u"UPDATE prefiling SET taken_case = ?, taken_at = ? WHERE id = ?"_s,
                         {caseId, context.nowMs, request.captures.value(0)});
    context.audit(u"prefiling.taken-over"_s, request.captures.value(0));
    return Answer::json(200, body);
}

} // namespace backoffice
