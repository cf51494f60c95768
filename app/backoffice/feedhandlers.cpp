// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/handlers.h"

#include "app/core/caserecord.h"
#include "app/core/halltime.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace backoffice {

// The outbound half of 一口进，一口出: a department's system follows its cases in the order in which they changed.

namespace {

constexpr int UsualFeed = 50;
constexpr int LargestFeed = 100;

bool isItsOwn(const Request& request, const Caller& caller)
{
    return caller.isDepartment() && !caller.department.isEmpty() && request.captures.value(0) == caller.department;
}

qint64 acknowledged(const Context& context)
{
    Rows row = context.database.run(u"SELECT seq FROM feed_cursor WHERE hall = ? AND department = ?"_s,
                                    {context.caller.hall, context.caller.department});
    return row.next() ? row.value(0).toLongLong() : 0;
}

qint64 endOfFeed(const Context& context)
{
    Rows row = context.database.run(u"SELECT coalesce(max(seq), 0) FROM feed_entry WHERE hall = ? AND department = ?"_s,
                                    {context.caller.hall, context.caller.department});
    return row.next() ? row.value(0).toLongLong() : 0;
}

/// Every page of a case that can be fetched as a blob, in the order of its material.
QJsonArray filesOf(const QJsonObject& record)
{
    QJsonArray files;
    const QJsonArray materials = record[u"materials"_s].toArray();
    for (const QJsonValue& material : materials) {
        const QJsonArray pages = material[u"pages"_s].toArray();
        for (qsizetype i = 0; i < pages.size(); ++i) {
            QJsonObject file = pages[i].toObject();
            file[u"material"_s] = material[u"code"_s];
            file[u"materialName"_s] = material[u"name"_s];
            file[u"order"_s] = i + 1;
            files.append(file);
        }
    }
    return files;
}

} // namespace

/// `case` is the case as it stands now: newer than the entry's version where more followed, which further entries tell.
Answer departmentFeed(const Request& request, const Context& context)
{
    if (!isItsOwn(request, context.caller))
        return problem(403, u"forbidden"_s);
    const qint64 known = acknowledged(context);
    const qint64 after = request.query.hasQueryItem(u"after"_s) ? request.after() : known;
    if (after < 0)
        return problem(422, u"invalid-body"_s, {u"/after"_s});
    QJsonArray entries;
    qint64 last = after;
    Rows rows = context.database.run(u"SELECT f.seq, f.kind, f.case_id, f.version, f.at, c.body FROM feed_entry f "
                                     "JOIN case_record c ON c.id = f.case_id "
                                     "WHERE f.hall = ? AND f.department = ? AND f.seq > ? ORDER BY f.seq LIMIT ?"_s,
                                     {context.caller.hall, context.caller.department, after, request.limit(UsualFeed, LargestFeed)});
    while (rows.next()) {
        const QJsonObject record = QJsonDocument::fromJson(rows.value(5).toString().toUtf8()).object();
        last = rows.value(0).toLongLong();
        entries.append(QJsonObject{{u"cursor"_s, last},
                                   {u"kind"_s, rows.value(1).toString()},
                                   {u"caseId"_s, rows.value(2).toString()},
                                   {u"version"_s, rows.value(3).toInt()},
                                   {u"at"_s, core::isoTime(core::hallTime(rows.value(4).toLongLong()))},
                                   {u"case"_s, record},
                                   {u"files"_s, filesOf(record)}});
    }
    rows.finish();
    return Answer::json(200,
                        {{u"entries"_s, entries}, {u"last"_s, last}, {u"acknowledged"_s, known}, {u"more"_s, last < endOfFeed(context)}});
}

Answer acknowledgeFeed(const Request& request, const Context& context)
{
    if (!isItsOwn(request, context.caller))
        return problem(403, u"forbidden"_s);
    const QJsonValue value = request.json()[u"cursor"_s];
    const qint64 cursor = value.toInteger(-1);
    if (cursor < 0)
        return problem(422, u"invalid-body"_s, {u"/cursor"_s});
    if (cursor > endOfFeed(context))
        return problem(409, u"behind-the-end"_s);
    const qint64 known = acknowledged(context);
    if (cursor > known) {
        context.database.run(u"INSERT INTO feed_cursor (hall, department, seq) VALUES (?, ?, ?) "
                             "ON CONFLICT (hall, department) DO UPDATE SET seq = excluded.seq"_s,
                             {context.caller.hall, context.caller.department, cursor});
        context.audit(u"feed.acknowledged"_s, QString::number(cursor));
    }
    return Answer::json(200, {{u"cursor"_s, std::max(cursor, known)}});
}

} // namespace backoffice
