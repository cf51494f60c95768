// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/audittrail.h"

#include "app/backoffice/handlers.h"
#include "app/backoffice/ticketrows.h"
#include "app/core/canonicaljson.h"

#include <QCryptographicHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace backoffice {

namespace {

constexpr int AtATime = 4;  ///< batches; the rest has time until the next minute
constexpr int AtOnce = 500; ///< nobody else writes meanwhile, where the database is a file
constexpr int MostEntries = 200;

const QString Sealed = u"at, actor, hall, act, subject"_s;

/// `row` begins with the columns that are sealed.
QString sealOf(const QString& previous, qint64 link, const Rows& row)
{
    QJsonArray fields{QString::number(link), QString::number(row.value(0).toLongLong())};
    for (int column = 1; column < 5; ++column)
        fields.append(row.value(column).toString());
    const QByteArray whole = previous.toLatin1() + core::canonicalJson(fields);
    return QString::fromLatin1(QCryptographicHash::hash(whole, QCryptographicHash::Sha256).toHex());
}

int sealSome(const Context& context)
{
    AuditSeal last = lastSeal(context.database);
    struct Open
    {
        qint64 seq;
        AuditSeal seal;
    };
    QList<Open> open;
    Rows rows = context.database.run(u"SELECT "_s + Sealed + u", seq FROM audit WHERE link = 0 ORDER BY seq LIMIT %1"_s.arg(AtOnce));
    while (rows.next()) {
        last = {last.link + 1, sealOf(last.hash, last.link + 1, rows)};
        open.append({rows.value(5).toLongLong(), last});
    }
    rows.finish();
    for (const Open& one : open)
        context.database.later(u"UPDATE audit SET link = ?, hash = ? WHERE seq = ?"_s, {one.seal.link, one.seal.hash, one.seq});
    return int(open.size());
}

QJsonObject entryJson(const Rows& row)
{
    QJsonObject json{{u"seq"_s, row.value(5).toLongLong()},
                     {u"at"_s, isoTime(row.value(0).toLongLong())},
                     {u"actor"_s, row.value(1).toString()},
                     {u"act"_s, row.value(3).toString()},
                     {u"subject"_s, row.value(4).toString()}};
    if (const qint64 link = row.value(6).toLongLong(); link > 0) {
        json[u"link"_s] = link;
        json[u"hash"_s] = row.value(7).toString();
    }
    return json;
}

} // namespace

AuditSeal lastSeal(const Database& database)
{
    Rows row = database.run(u"SELECT link, hash FROM audit WHERE link > 0 ORDER BY link DESC LIMIT 1"_s);
    return row.next() ? AuditSeal{row.value(0).toLongLong(), row.value(1).toString()} : AuditSeal();
}

int sealAudit(const Context& context)
{
    const Context nowhere = context.inHall({}); // instances take turns
    int sealed = 0;
    int some = AtOnce;
    for (int batch = 0; batch < AtATime && some == AtOnce; ++batch) {
        (void)nowhere.inTransaction([&] {
            some = sealSome(nowhere);
            return Answer{};
        });
        sealed += some;
    }
    return sealed;
}

std::optional<qint64> firstBrokenLink(const Database& database, const AuditSeal& kept)
{
    Rows rows = database.run(u"SELECT "_s + Sealed + u", link, hash FROM audit WHERE link > 0 ORDER BY link"_s);
    AuditSeal last;
    while (rows.next()) {
        const AuditSeal next{last.link + 1, sealOf(last.hash, last.link + 1, rows)};
        const bool fits = rows.value(5).toLongLong() == next.link && rows.value(6).toString() == next.hash;
        if (!fits || (next.link == kept.link && next.hash != kept.hash))
            return next.link;
        last = next;
    }
    return kept.link > last.link ? std::optional(last.link + 1) : std::nullopt;
}

Answer listAudit(const Request& request, const Context& context)
{
    if (context.caller.role != u"supervisor")
        return problem(403, u"forbidden"_s);
    QString sql = u"SELECT "_s + Sealed + u", seq, link, hash FROM audit WHERE hall = ? AND seq > ?"_s;
    QVariantList bindings{context.caller.hall, request.query.queryItemValue(u"after"_s).toLongLong()};
    for (const QString& field : {u"actor"_s, u"act"_s, u"subject"_s}) {
        const QString value = request.query.queryItemValue(field, QUrl::FullyDecoded);
        if (value.isEmpty())
            continue;
        sql += u" AND %1 = ?"_s.arg(field);
        bindings.append(value);
    }
    withinDays(request, u"at"_s, sql, bindings);
    const int limit = std::clamp(request.query.queryItemValue(u"limit"_s).toInt(), 0, MostEntries);
    bindings.append(limit > 0 ? limit : MostEntries);
    Rows rows = context.database.run(sql + u" ORDER BY seq LIMIT ?"_s, bindings);
    QJsonArray entries;
    while (rows.next())
        entries.append(entryJson(rows));
    rows.finish();
    QJsonObject answer{{u"entries"_s, entries}};
    if (!entries.isEmpty())
        answer[u"last"_s] = entries.last()[u"seq"_s];
    if (const AuditSeal seal = lastSeal(context.database); seal.link > 0)
        answer[u"seal"_s] = QJsonObject{{u"link"_s, seal.link}, {u"hash"_s, seal.hash}};
    return Answer::json(200, answer);
}

} // namespace backoffice
