// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/handlers.h"

#include "app/backoffice/document.h"
#include "app/core/halltime.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace backoffice {

namespace {

Answer conditional(const Request& request, const Context& context, const QString& name)
{
    Rows row = context.database.run(u"SELECT etag, body FROM document WHERE name = ?"_s, {name});
    if (!row.next())
        return problem(404, u"not-found"_s);
    const QByteArray etag = '"' + row.value(0).toByteArray() + '"';
    if (request.header("if-none-match") == etag)
        return {304, {{"etag", etag}}};
    return {200, {{"content-type", "application/json"}, {"etag", etag}, {"cache-control", "no-cache"}}, row.value(1).toString().toUtf8()};
}

} // namespace

/// 503 where the database does not answer: whoever shares requests out asks another instance then.
Answer health(const Request&, const Context& context)
{
    (void)context.database.run(u"SELECT 1"_s).next();
    return Answer::json(200, {{u"status"_s, u"ok"_s},
                              {u"server"_s, QStringLiteral(YICHUANG_VERSION)},
                              {u"contract"_s, u"1.0"_s},
                              {u"readOnly"_s, false},
                              {u"time"_s, QDateTime::fromMSecsSinceEpoch(context.nowMs, Qt::UTC).toString(Qt::ISODateWithMs)}});
}

/// With `since`, only what changed; where that is not known, or nearly everything did, the whole.
Answer catalogue(const Request& request, const Context& context)
{
    const QString since = request.query.queryItemValue(u"since"_s);
    Rows known = context.database.run(u"SELECT seq FROM catalogue_version WHERE etag = ?"_s, {since});
    if (since.isEmpty() || !known.next())
        return conditional(request, context, u"catalogue"_s);
    const QVariant seq = known.value(0);
    known.finish();
    Rows current = context.database.run(u"SELECT etag FROM document WHERE name = 'catalogue'"_s);
    if (!current.next())
        return problem(404, u"not-found"_s);
    const QByteArray etag = '"' + current.value(0).toByteArray() + '"';
    if (current.value(0).toString() == since)
        return {304, {{"etag", etag}}};
    Rows counts =
        context.database.run(u"SELECT count(*), coalesce(sum(CASE WHEN changed_in > ? THEN 1 ELSE 0 END), 0) FROM catalogue_item"_s, {seq});
    counts.next();
    if (2 * counts.value(1).toLongLong() > counts.value(0).toLongLong())
        return conditional(request, context, u"catalogue"_s);
    QJsonObject delta = documentNamed(context.database, u"catalogue-head"_s);
    QJsonArray items;
    QJsonArray removed;
    Rows changes = context.database.run(u"SELECT code, body, removed FROM catalogue_item WHERE changed_in > ? ORDER BY code"_s, {seq});
    while (changes.next()) {
        if (changes.value(2).toBool())
            removed.append(changes.value(0).toString());
        else
            items.append(QJsonDocument::fromJson(changes.value(1).toString().toUtf8()).object());
    }
    delta[u"since"_s] = since;
    delta[u"items"_s] = items;
    delta[u"removed"_s] = removed;
    Answer answer = Answer::json(200, delta);
    answer.headers.insert("etag", etag);
    answer.headers.insert("cache-control", "no-cache");
    return answer;
}

Answer calendar(const Request& request, const Context& context)
{
    return conditional(request, context, u"calendar-"_s + request.captures.value(0));
}

Answer leaseNumbers(const Request& request, const Context& context)
{
    const QJsonObject body = request.json();
    const QString id = body[u"id"_s].toString();
    const int count = body[u"count"_s].toInt();
    if (id.isEmpty() || count < 1 || count > 1000)
        return problem(422, u"invalid-body"_s, {id.isEmpty() ? u"/id"_s : u"/count"_s});
    if (!context.caller.serves())
        return problem(403, u"forbidden"_s);
    const auto answer = [&](const QString& prefix, qint64 first, qint64 last) {
        return Answer::json(201, {{u"id"_s, id}, {u"prefix"_s, prefix}, {u"digits"_s, 6}, {u"first"_s, first}, {u"last"_s, last}});
    };
    Rows known = context.database.run(u"SELECT prefix, first_number, last_number FROM number_block WHERE id = ? AND hall = ?"_s,
                                      {id, context.caller.hall});
    if (known.next()) // its answer was lost, and the machine may be at another window by now
        return answer(known.value(0).toString(), known.value(1).toLongLong(), known.value(2).toLongLong());
    const QString prefix = context.caller.hall + core::hallTime(context.nowMs).date().toString(u"yyyy"_s);
    Rows highest = context.database.run(u"SELECT coalesce(max(last_number), 0) FROM number_block WHERE prefix = ?"_s, {prefix});
    highest.next();
    const qint64 first = highest.value(0).toLongLong() + 1;
    highest.finish();
    context.database.run(
        u"INSERT INTO number_block (id, hall, service_window, prefix, first_number, last_number) VALUES (?, ?, ?, ?, ?, ?)"_s,
        {id, context.caller.hall, context.caller.window, prefix, first, first + count - 1});
    return answer(prefix, first, first + count - 1);
}

} // namespace backoffice
