// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/handlers.h"

#include "app/core/canonicaljson.h"
#include "app/core/caserecord.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace backoffice {

namespace {

constexpr int LargestPage = 200;

struct StoredCase
{
    QString hall;
    QString receivedHash;
    QString etag;
    QString body;
};

std::optional<StoredCase> storedCase(const Context& context, const QString& id)
{
    QSqlQuery row = context.database.run(u"SELECT hall, received_hash, etag, body FROM case_record WHERE id = ?"_s, {id});
    if (!row.next())
        return std::nullopt;
    return StoredCase{row.value(0).toString(), row.value(1).toString(), row.value(2).toString(), row.value(3).toString()};
}

QByteArray quoted(const QString& etag)
{
    return '"' + etag.toLatin1() + '"';
}

Answer caseAnswer(int status, const QString& etag, const QString& body)
{
    return {status, {{"content-type", "application/json"}, {"etag", quoted(etag)}}, body.toUtf8()};
}

QSet<QString> pagesOf(const core::CaseRecord& record)
{
    QSet<QString> pages;
    const auto captured = core::capturedOf(record);
    for (const core::PageRef& page : captured)
        pages.insert(page.sha256);
    return pages;
}

QStringList missingPages(const Context& context, const QSet<QString>& pages)
{
    QStringList missing;
    for (const QString& sha256 : pages) {
        if (!context.database.run(u"SELECT 1 FROM blob_hall WHERE sha256 = ? AND hall = ?"_s, {sha256, context.caller.hall}).next())
            missing.append(sha256);
    }
    return missing;
}

QString finalNumber(const Context& context, const QString& hall)
{
    const QString prefix = hall + u"P"_s;
    QSqlQuery count = context.database.run(u"SELECT count(*) FROM case_record WHERE provisional_number IS NOT NULL"_s);
    count.next();
    return prefix + QString::number(count.value(0).toLongLong() + 1).rightJustified(8, u'0');
}

void writeCase(const Context& context, const core::CaseRecord& received, const QString& receivedHash, const QString& storedNumber,
               QString& etag, QString& body)
{
    const bool known = !storedNumber.isEmpty();
    core::CaseRecord record = received;
    QVariant provisional;
    if (received.numberProvisional) {
        provisional = received.number;
        record.number = storedNumber.isEmpty() ? finalNumber(context, received.hall.code) : storedNumber;
        record.numberProvisional = false;
        for (core::PaperRecord& paper : record.papers)
            paper.number = record.number;
    }
    QJsonObject json = record.toJson();
    if (!provisional.isNull())
        json[u"provisionalNumber"_s] = provisional.toString();
    etag = core::contentHash(json);
    body = QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
    if (known) {
        context.database.run(u"UPDATE case_record SET state = ?, received_hash = ?, etag = ?, body = ? WHERE id = ?"_s,
                             {core::toWire(record.state), receivedHash, etag, body, record.id});
    } else {
        context.database.run(u"INSERT INTO case_record (id, hall, number, provisional_number, item_code, state, received_at, "
                             "received_hash, etag, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                             {record.id, record.hall.code, record.number, provisional, record.item.code, core::toWire(record.state),
                              record.receivedAt.toMSecsSinceEpoch(), receivedHash, etag, body});
    }
    for (const QString& sha256 : pagesOf(record))
        context.database.run(u"INSERT INTO case_page (case_id, sha256) VALUES (?, ?) ON CONFLICT DO NOTHING"_s, {record.id, sha256});
    context.audit(u"case."_s + core::toWire(record.state), record.id);
    context.emitEvent(record.hall.code, u"case"_s,
                      {{u"id"_s, record.id}, {u"number"_s, record.number}, {u"state"_s, core::toWire(record.state)}});
}

} // namespace

Answer putCase(const Request& request, const Context& context)
{
    const QJsonObject json = request.json();
    const auto record = core::CaseRecord::fromJson(json);
    if (!record)
        return problem(422, u"invalid-body"_s, record.error().facts);
    if (record->id != request.captures.value(0))
        return problem(422, u"invalid-body"_s, {u"/id"_s});
    if (!context.caller.serves() || record->hall.code != context.caller.hall)
        return problem(403, u"forbidden"_s);
    const QString hash = core::contentHash(json);
    const auto stored = storedCase(context, record->id);
    if (stored && stored->hall != context.caller.hall)
        return problem(403, u"forbidden"_s);
    if (stored && stored->receivedHash == hash)
        return caseAnswer(200, stored->etag, stored->body);
    if (stored && request.header("if-match") != quoted(stored->etag))
        return problem(412, u"stale-version"_s, {}, {{u"current"_s, QJsonDocument::fromJson(stored->body.toUtf8()).object()}});
    const QStringList missing = missingPages(context, pagesOf(*record));
    if (!missing.isEmpty())
        return problem(409, u"pages-missing"_s, {}, {{u"missing"_s, QJsonArray::fromStringList(missing)}});
    if (!stored && context.database.run(u"SELECT 1 FROM case_record WHERE number = ?"_s, {record->number}).next())
        return problem(422, u"invalid-body"_s, {u"/number"_s});
    QString etag;
    QString body;
    const QString storedNumber = stored ? QJsonDocument::fromJson(stored->body.toUtf8())[u"number"_s].toString() : QString();
    if (stored && !record->numberProvisional && record->number != storedNumber)
        return problem(422, u"invalid-body"_s, {u"/number"_s}); // a case keeps its number
    writeCase(context, *record, hash, storedNumber, etag, body);
    return caseAnswer(stored ? 200 : 201, etag, body);
}

Answer getCase(const Request& request, const Context& context)
{
    const auto stored = storedCase(context, request.captures.value(0));
    if (!stored)
        return problem(404, u"not-found"_s);
    if (!context.caller.readsCases() || stored->hall != context.caller.hall)
        return problem(403, u"forbidden"_s);
    return caseAnswer(200, stored->etag, stored->body);
}

Answer listCases(const Request& request, const Context& context)
{
    if (!context.caller.readsCases())
        return problem(403, u"forbidden"_s);
    QString sql = u"SELECT id, body FROM case_record WHERE hall = ? AND id > ?"_s;
    QVariantList bindings{context.caller.hall, request.query.queryItemValue(u"after"_s)};
    const auto filter = [&](const QString& parameter, const QString& condition) {
        const QString value = request.query.queryItemValue(parameter, QUrl::FullyDecoded);
        if (value.isEmpty())
            return;
        sql += u" AND "_s + condition;
        for (qsizetype i = 0; i < condition.count(u'?'); ++i)
            bindings.append(value);
    };
    filter(u"number"_s, u"(number = ? OR provisional_number = ?)"_s);
    filter(u"item"_s, u"item_code = ?"_s);
    filter(u"state"_s, u"state = ?"_s);
    const int limit = std::clamp(request.query.queryItemValue(u"limit"_s).toInt(), 0, LargestPage);
    bindings.append(limit > 0 ? limit : LargestPage);
    QSqlQuery rows = context.database.run(sql + u" ORDER BY id LIMIT ?"_s, bindings);
    QJsonArray cases;
    QString last;
    while (rows.next()) {
        last = rows.value(0).toString();
        cases.append(QJsonDocument::fromJson(rows.value(1).toString().toUtf8()).object());
    }
    QJsonObject answer{{u"cases"_s, cases}};
    if (!last.isEmpty())
        answer[u"last"_s] = last;
    return Answer::json(200, answer);
}

} // namespace backoffice
