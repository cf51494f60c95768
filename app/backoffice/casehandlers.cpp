// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/handlers.h"

#include "app/core/canonicaljson.h"
#include "app/core/caseact.h"
#include "app/core/halltime.h"

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

QSet<QString> hashesOf(const QList<core::PageRef>& captured)
{
    QSet<QString> pages;
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
                             "received_hash, etag, body, holder, query_code) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                             {record.id, record.hall.code, record.number, provisional, record.item.code, core::toWire(record.state),
                              record.receivedAt.toMSecsSinceEpoch(), receivedHash, etag, body, holderKey(record.applicant.certificate),
                              record.queryCode});
    }
    for (const QString& sha256 : hashesOf(core::capturedOf(record)))
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
    const QStringList missing = missingPages(context, hashesOf(core::capturedOf(*record)));
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
    for (const auto& [parameter, condition] :
         {std::pair(u"from"_s, u" AND received_at >= ?"_s), std::pair(u"until"_s, u" AND received_at < ?"_s)}) {
        const QDate day = QDate::fromString(request.query.queryItemValue(parameter), Qt::ISODate);
        if (!day.isValid())
            continue;
        sql += condition;
        bindings.append(core::hallMidnight(day).toMSecsSinceEpoch());
    }
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

/// By POST: what somebody types may be a certificate number, which stands in no address and no log.
Answer searchCases(const Request& request, const Context& context)
{
    if (!context.caller.serves())
        return problem(403, u"forbidden"_s);
    const QString text = request.json()[u"text"_s].toString().trimmed().toUpper();
    if (text.isEmpty())
        return problem(422, u"invalid-body"_s, {u"/text"_s});
    QString sql = u"SELECT body FROM case_record WHERE hall = ? AND (number = ? OR provisional_number = ? OR query_code = ?"_s;
    QVariantList bindings{context.caller.hall, text, text, text};
    for (const core::CertificateType type : core::allCertificateTypes()) {
        sql += u" OR holder = ?"_s;
        bindings.append(holderKey({type, text}));
    }
    bindings.append(LargestPage);
    QSqlQuery rows = context.database.run(sql + u") ORDER BY received_at DESC LIMIT ?"_s, bindings);
    QJsonArray cases;
    while (rows.next())
        cases.append(QJsonDocument::fromJson(rows.value(0).toString().toUtf8()).object());
    return Answer::json(200, {{u"cases"_s, cases}});
}

namespace {

bool mayDo(const Caller& caller, core::CaseAct act)
{
    using core::CaseAct;
    if (act == CaseAct::SilencePassed || act == CaseAct::LimitPassed)
        return false; // time does that, and nobody
    if (act == CaseAct::Void)
        return caller.role == u"supervisor";
    const bool ofDepartments = act == CaseAct::StartReview || act == CaseAct::Decide || act == CaseAct::Terminate;
    if (caller.role == u"department")
        return ofDepartments;
    return caller.serves() && (!ofDepartments || caller.role == u"supervisor");
}

/// What a department granted need not be brought to the next window.
void addLicence(const Context& context, const core::CaseRecord& record)
{
    context.database.run(
        u"INSERT INTO e_licence (id, hall, holder, kind, name, number, issued_on) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"_s,
        {record.id, record.hall.code, holderKey(record.applicant.certificate), QString(u"result:"_s + record.item.code), record.item.name,
         record.number, core::hallTime(context.nowMs).date().toString(Qt::ISODate)});
}

/// What came of it: the record as it now is, with the act behind it.
Answer writeAct(const Context& context, const core::CaseRecord& record, const core::ActRecord& act, const QString& hash,
                const QJsonObject& stored)
{
    QJsonObject json = record.toJson();
    if (stored.contains(u"provisionalNumber"_s))
        json[u"provisionalNumber"_s] = stored[u"provisionalNumber"_s];
    const QString etag = core::contentHash(json);
    const QString body = QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
    context.database.run(u"UPDATE case_record SET state = ?, etag = ?, body = ? WHERE id = ?"_s,
                         {core::toWire(record.state), etag, body, record.id});
    context.database.run(
        u"INSERT INTO case_act (id, case_id, seq, act, at, received_hash, body) SELECT ?, ?, coalesce(max(seq), 0) + 1, ?, ?, ?, ? "
        "FROM case_act WHERE case_id = ?"_s,
        {act.id, record.id, core::toWire(act.act), context.nowMs, hash,
         QString::fromUtf8(QJsonDocument(act.toJson()).toJson(QJsonDocument::Compact)), record.id});
    for (const QString& sha256 : hashesOf(core::capturedOf(act)))
        context.database.run(u"INSERT INTO case_page (case_id, sha256) VALUES (?, ?) ON CONFLICT DO NOTHING"_s, {record.id, sha256});
    if (act.act == core::CaseAct::Decide && act.result == u"granted")
        addLicence(context, record);
    context.audit(u"case."_s + core::toWire(act.act), record.id);
    context.emitEvent(record.hall.code, u"case"_s,
                      {{u"id"_s, record.id}, {u"number"_s, record.number}, {u"state"_s, core::toWire(record.state)}});
    return caseAnswer(201, etag, body);
}

} // namespace

/// The same act again is answered with the case as it is by now.
Answer putCaseAct(const Request& request, const Context& context)
{
    const QString caseId = request.captures.value(0);
    const auto act = core::ActRecord::fromJson(request.json());
    if (!act)
        return problem(422, u"invalid-body"_s, act.error().facts);
    if (act->caseId != caseId || act->id != request.captures.value(1))
        return problem(422, u"invalid-body"_s, {act->caseId == caseId ? u"/id"_s : u"/caseId"_s});
    const auto stored = storedCase(context, caseId);
    if (!stored)
        return problem(404, u"not-found"_s);
    if (stored->hall != context.caller.hall || !mayDo(context.caller, act->act))
        return problem(403, u"forbidden"_s);
    const QString hash = core::contentHash(request.json());
    QSqlQuery before = context.database.run(u"SELECT case_id, received_hash FROM case_act WHERE id = ?"_s, {act->id});
    if (before.next()) {
        const bool same = before.value(0).toString() == caseId && before.value(1).toString() == hash;
        return same ? caseAnswer(200, stored->etag, stored->body) : problem(422, u"invalid-body"_s, {u"/id"_s});
    }
    before.finish();
    const QStringList missing = missingPages(context, hashesOf(core::capturedOf(*act)));
    if (!missing.isEmpty())
        return problem(409, u"pages-missing"_s, {}, {{u"missing"_s, QJsonArray::fromStringList(missing)}});
    const QJsonObject json = QJsonDocument::fromJson(stored->body.toUtf8()).object();
    const auto record = core::CaseRecord::fromJson(json);
    if (!record)
        return problem(503, u"busy"_s);
    const auto after = core::applyAct(*record, *act);
    if (!after)
        return problem(409, u"case-act-refused"_s, {}, {{u"reason"_s, after.error().code}, {u"current"_s, json}});
    return writeAct(context, *after, *act, hash, json);
}

Answer listCaseActs(const Request& request, const Context& context)
{
    const auto stored = storedCase(context, request.captures.value(0));
    if (!stored)
        return problem(404, u"not-found"_s);
    if (!context.caller.readsCases() || stored->hall != context.caller.hall)
        return problem(403, u"forbidden"_s);
    QSqlQuery rows = context.database.run(u"SELECT body FROM case_act WHERE case_id = ? ORDER BY seq"_s, {request.captures.value(0)});
    QJsonArray acts;
    while (rows.next())
        acts.append(QJsonDocument::fromJson(rows.value(0).toString().toUtf8()).object());
    return Answer::json(200, {{u"acts"_s, acts}});
}

} // namespace backoffice
