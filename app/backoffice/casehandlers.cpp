// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/caserows.h"
#include "app/backoffice/handlers.h"

#include "app/core/canonicaljson.h"
#include "app/core/caseclock.h"
#include "app/core/deadlines.h"
#include "app/core/halltime.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <tuple>

using namespace Qt::StringLiterals;

namespace backoffice {

namespace {

constexpr int LargestPage = 200;

QByteArray quoted(const QString& etag)
{
    return '"' + etag.toLatin1() + '"';
}

Answer caseAnswer(int status, const StoredCase& stored)
{
    return {status, {{"content-type", "application/json"}, {"etag", quoted(stored.etag)}}, stored.body.toUtf8()};
}

/// What acts alone change, which ask who may do them and when.
auto standingOf(const core::CaseRecord& record)
{
    return std::tie(record.state, record.result, record.commitment, record.deferred, record.extended, record.noticedAgain,
                    record.statutoryUntil, record.promisedUntil, record.waitsUntil, record.suspendedSince, record.suspendedFor,
                    record.refusal, record.delivery);
}

/// Why a case that stands is not replaced by this one.
std::optional<Answer> keptFrom(const Context& context, const StoredCase& stored, const core::CaseRecord& record)
{
    const QJsonObject json = QJsonDocument::fromJson(stored.body.toUtf8()).object();
    const auto before = core::CaseRecord::fromJson(json);
    if (!before)
        return problem(503, u"busy"_s);
    if (!record.numberProvisional && record.number != before->number)
        return problem(422, u"invalid-body"_s, {u"/number"_s}); // a case keeps its number
    if (record.department != stored.department)
        return problem(422, u"invalid-body"_s, {u"/department"_s}); // and its department, which was told of it
    if (core::changesIdentity(*before, core::correctionOf(record)) && context.caller.role != u"supervisor")
        return problem(403, u"forbidden"_s);
    if (standingOf(*before) != standingOf(record))
        return problem(409, u"case-act-refused"_s, {}, {{u"reason"_s, u"case.changed-by-acts-only"_s}, {u"current"_s, json}});
    return std::nullopt;
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
    if (const auto pointer = ungranted(context, *record))
        return problem(422, u"invalid-body"_s, {*pointer});
    const QString hash = core::contentHash(json);
    const auto stored = storedCase(context, record->id);
    if (stored && stored->hall != context.caller.hall)
        return problem(403, u"forbidden"_s);
    if (stored && stored->receivedHash == hash)
        return caseAnswer(200, *stored);
    if (stored && request.header("if-match") != quoted(stored->etag))
        return problem(412, u"stale-version"_s, {}, {{u"current"_s, QJsonDocument::fromJson(stored->body.toUtf8()).object()}});
    const QStringList missing = missingPages(context, hashesOf(core::capturedOf(*record)));
    if (!missing.isEmpty())
        return problem(409, u"pages-missing"_s, {}, {{u"missing"_s, QJsonArray::fromStringList(missing)}});
    if (!stored && context.database.run(u"SELECT 1 FROM case_record WHERE number = ?"_s, {record->number}).next())
        return problem(422, u"invalid-body"_s, {u"/number"_s});
    const QString storedNumber = stored ? QJsonDocument::fromJson(stored->body.toUtf8())[u"number"_s].toString() : QString();
    if (auto refusal = stored ? keptFrom(context, *stored, *record) : std::nullopt)
        return *refusal;
    return caseAnswer(stored ? 200 : 201, writeCase(context, *record, hash, storedNumber));
}

Answer getCase(const Request& request, const Context& context)
{
    const auto stored = storedCase(context, request.captures.value(0));
    if (!stored)
        return problem(404, u"not-found"_s);
    if (!context.caller.sees(stored->hall, stored->department))
        return problem(403, u"forbidden"_s);
    return caseAnswer(200, *stored);
}

void withinDays(const Request& request, const QString& column, QString& sql, QVariantList& bindings)
{
    for (const auto& [parameter, condition] : {std::pair(u"from"_s, u" AND %1 >= ?"_s), std::pair(u"until"_s, u" AND %1 < ?"_s)}) {
        const QDate day = QDate::fromString(request.query.queryItemValue(parameter), Qt::ISODate);
        if (!day.isValid())
            continue;
        sql += condition.arg(column);
        bindings.append(core::hallMidnight(day).toMSecsSinceEpoch());
    }
}

Answer listCases(const Request& request, const Context& context)
{
    if (!context.caller.readsCases())
        return problem(403, u"forbidden"_s);
    QString sql = u"SELECT id, body FROM case_record WHERE hall = ? AND id > ?"_s;
    QVariantList bindings{context.caller.hall, request.query.queryItemValue(u"after"_s)};
    if (context.caller.isDepartment()) {
        sql += u" AND department = ?"_s;
        bindings.append(context.caller.department);
    }
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
    if (request.query.queryItemValue(u"owing"_s) == u"true")
        sql += u" AND deferral IN ('open', 'passed')"_s; // a procedure may let no day of it pass
    withinDays(request, u"received_at"_s, sql, bindings);
    const int limit = std::clamp(request.query.queryItemValue(u"limit"_s).toInt(), 0, LargestPage);
    bindings.append(limit > 0 ? limit : LargestPage);
    Rows rows = context.database.run(sql + u" ORDER BY id LIMIT ?"_s, bindings);
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
    const QString& hall = context.caller.hall;
    QStringList sources; // each by an index of its own
    QVariantList bindings;
    for (const QString& column : {u"number"_s, u"provisional_number"_s, u"query_code"_s}) {
        sources.append(u"SELECT id FROM case_record WHERE hall = ? AND %1 = ?"_s.arg(column));
        bindings << hall << text;
    }
    QStringList holders;
    bindings << hall;
    for (const core::CertificateType type : core::allCertificateTypes()) {
        holders.append(u"?"_s);
        bindings << holderKey({type, text});
    }
    sources.append(u"SELECT id FROM case_record WHERE hall = ? AND holder IN (%1)"_s.arg(holders.join(u',')));
    bindings << LargestPage;
    Rows rows = context.database.run(
        u"SELECT body FROM case_record WHERE id IN (%1) ORDER BY received_at DESC LIMIT ?"_s.arg(sources.join(u" UNION "_s)), bindings);
    QJsonArray cases;
    while (rows.next())
        cases.append(QJsonDocument::fromJson(rows.value(0).toString().toUtf8()).object());
    return Answer::json(200, {{u"cases"_s, cases}});
}

namespace {

bool mayDo(const Caller& caller, const core::ActRecord& record)
{
    using core::CaseAct;
    const CaseAct act = record.act;
    if (act == CaseAct::SilencePassed || act == CaseAct::LimitPassed || (act == CaseAct::Suspend && record.procedure.isEmpty()))
        return false; // time does that, and nobody
    if (act == CaseAct::Void || act == CaseAct::RepairCredit)
        return caller.role == u"supervisor";
    const bool ofDepartments = act == CaseAct::StartReview || act == CaseAct::Decide || act == CaseAct::Terminate ||
                               act == CaseAct::Suspend || act == CaseAct::Resume;
    if (caller.isDepartment())
        return ofDepartments;
    return caller.serves() && (!ofDepartments || caller.role == u"supervisor");
}

/// From the day that the last owed paper came, whichever windows brought the others.
core::Deadlines limitsOnceComplete(const Context& context, const core::CaseRecord& record, const core::ActRecord& act)
{
    const QDate day = core::hallTime(std::min(act.at.toMSecsSinceEpoch(), context.nowMs)).date();
    const core::WorkCalendar calendar = calendarOf(context.database);
    auto item = itemOf(context.database, record.item.code);
    const core::Deadlines asSent{act.statutoryUntil, act.promisedUntil, {}, 0};
    if (item && item->clockStart == core::ClockStart::SupplementComplete && !record.statutoryUntil) {
        item->statutoryDays = record.statutoryDays; // as it was promised
        item->promisedDays = record.promisedDays;
        return core::deadlinesFor(*item, day, false, calendar).value_or(asSent); // papers are not refused for want of a calendar
    }
    if (record.suspendedSince && record.suspendedFor.isEmpty())
        return core::limitsAfterSuspension(record, item ? &*item : nullptr, day, calendar).value_or(asSent);
    return asSent;
}

/// A procedure stops the clock where the law or the item says so; what moves then is reckoned here, by this calendar.
core::Result<core::CaseRecord> applied(const Context& context, const core::CaseRecord& record, core::ActRecord act)
{
    if (act.act == core::CaseAct::Suspend) {
        const auto item = itemOf(context.database, record.item.code);
        if (!item || !core::stopsTheClock(act.procedure, *item))
            return core::fail(core::ErrorKind::InvalidInput, u"act.procedure"_s, {act.procedure});
    }
    if (act.act == core::CaseAct::Resume) {
        const QDate day =
            core::hallTime(std::min(act.at.toMSecsSinceEpoch(), context.nowMs)).date(); // it was done, however late it arrives
        const auto item = itemOf(context.database, record.item.code);
        if (const auto moved = core::moveLimits(act, record, item ? &*item : nullptr, day, calendarOf(context.database)); !moved)
            return tl::unexpected(moved.error());
    }
    if (act.act != core::CaseAct::Supplement)
        return core::applyAct(record, act);
    const auto after = core::applyAct(record, act);
    if (!after || !after->deferred.isEmpty() || record.deferred.isEmpty())
        return after;
    const core::Deadlines limits = limitsOnceComplete(context, record, act);
    act.statutoryUntil = limits.statutory;
    act.promisedUntil = limits.promised;
    return core::applyAct(record, act);
}

/// What was done before time did something counts first, however late it arrives: a supplement taken in on the last day while the
/// network was away is on time.
core::Result<core::CaseRecord> inItsOrder(const Context& context, const core::CaseRecord& record, const core::ActRecord& act)
{
    if (const auto earlier = beforeTime(context, record.id, act.at.toMSecsSinceEpoch())) {
        if (auto after = applied(context, *earlier, act)) {
            after->version = record.version + 1; // newer than what windows have been told
            return after;
        }
    }
    return applied(context, record, act);
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
    if (!context.caller.sees(stored->hall, stored->department) || !mayDo(context.caller, *act))
        return problem(403, u"forbidden"_s);
    const QString hash = core::contentHash(request.json());
    Rows before = context.database.run(u"SELECT case_id, received_hash FROM case_act WHERE id = ?"_s, {act->id});
    if (before.next()) {
        const bool same = before.value(0).toString() == caseId && before.value(1).toString() == hash;
        return same ? caseAnswer(200, *stored) : problem(422, u"invalid-body"_s, {u"/id"_s});
    }
    before.finish();
    const QStringList missing = missingPages(context, hashesOf(core::capturedOf(*act)));
    if (!missing.isEmpty())
        return problem(409, u"pages-missing"_s, {}, {{u"missing"_s, QJsonArray::fromStringList(missing)}});
    const QJsonObject json = QJsonDocument::fromJson(stored->body.toUtf8()).object();
    const auto record = core::CaseRecord::fromJson(json);
    if (!record)
        return problem(503, u"busy"_s);
    const bool identity = act->correction && core::changesIdentity(*record, *act->correction);
    if (identity && context.caller.role != u"supervisor")
        return problem(403, u"forbidden"_s);
    const auto after = inItsOrder(context, *record, *act);
    if (!after)
        return problem(409, u"case-act-refused"_s, {}, {{u"reason"_s, after.error().code}, {u"current"_s, json}});
    return caseAnswer(201, writeAct(context, *after, *act, hash, json));
}

Answer listCaseActs(const Request& request, const Context& context)
{
    const auto stored = storedCase(context, request.captures.value(0));
    if (!stored)
        return problem(404, u"not-found"_s);
    if (!context.caller.sees(stored->hall, stored->department))
        return problem(403, u"forbidden"_s);
    Rows rows = context.database.run(u"SELECT body FROM case_act WHERE case_id = ? ORDER BY seq"_s, {request.captures.value(0)});
    QJsonArray acts;
    while (rows.next())
        acts.append(QJsonDocument::fromJson(rows.value(0).toString().toUtf8()).object());
    return Answer::json(200, {{u"acts"_s, acts}});
}

} // namespace backoffice
