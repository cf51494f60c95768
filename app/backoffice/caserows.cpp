// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/caserows.h"

#include "app/backoffice/casenews.h"
#include "app/backoffice/document.h"
#include "app/backoffice/handlers.h"
#include "app/core/canonicaljson.h"
#include "app/core/caseclock.h"
#include "app/core/deferraloutcome.h"
#include "app/core/halltime.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace backoffice {

namespace {

QString finalNumber(const Context& context, const QString& hall)
{
    const QString prefix = hall + u"P"_s;
    Rows count = context.database.run(u"SELECT count(*) FROM case_record WHERE provisional_number IS NOT NULL"_s);
    count.next();
    return prefix + QString::number(count.value(0).toLongLong() + 1).rightJustified(8, u'0');
}

QString textOf(const QJsonObject& json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

void addPages(const Context& context, const QString& caseId, const QList<core::PageRef>& captured)
{
    for (const QString& sha256 : hashesOf(captured))
        context.database.run(u"INSERT INTO case_page (case_id, sha256) VALUES (?, ?) ON CONFLICT DO NOTHING"_s, {caseId, sha256});
}

/// What a department granted need not be brought to the next window.
void addLicence(const Context& context, const core::CaseRecord& record)
{
    context.database.run(
        u"INSERT INTO e_licence (id, hall, holder, kind, name, number, issued_on) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"_s,
        {record.id, record.hall.code, holderKey(record.applicant.certificate), QString(u"result:"_s + record.item.code), record.item.name,
         record.number, core::hallTime(context.nowMs).date().toString(Qt::ISODate)});
}

/// A broken commitment bars its holder until it is made good.
void setCredit(const Context& context, const core::CaseRecord& record)
{
    const QString holder = holderKey(record.applicant.certificate);
    context.database.run(u"DELETE FROM credit_bar WHERE case_id = ? AND holder <> ?"_s,
                         {record.id, holder}); // somebody else's, as it turned out
    if (record.commitment == core::Commitment::Broken)
        context.database.run(u"INSERT INTO credit_bar (hall, holder, case_id, since) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"_s,
                             {record.hall.code, holder, record.id, context.nowMs});
    else
        context.database.run(u"DELETE FROM credit_bar WHERE case_id = ?"_s, {record.id});
}

std::optional<core::CaseRecord> recordIn(const QString& body)
{
    const auto record = core::CaseRecord::fromJson(QJsonDocument::fromJson(body.toUtf8()).object());
    return record ? std::optional(*record) : std::nullopt;
}

/// Whose case it is, and what was granted by it.
void setHolder(const Context& context, const core::CaseRecord& record)
{
    const QString holder = holderKey(record.applicant.certificate);
    context.database.run(u"UPDATE case_record SET holder = ? WHERE id = ? AND holder <> ?"_s, {holder, record.id, holder});
    context.database.run(u"UPDATE e_licence SET holder = ? WHERE id = ? AND holder <> ?"_s, {holder, record.id, holder});
}

/// What the supervisor's figures are made of: papers that were not asked for, and whether one trip was enough.
void countFor(const Context& context, const core::CaseRecord& record)
{
    const auto saved = std::count_if(record.materials.begin(), record.materials.end(), [](const core::MaterialRecord& material) {
        return material.status == core::MaterialStatus::Reused || material.status == core::MaterialStatus::ELicence;
    });
    const bool oneTrip = record.state == core::CaseState::Accepted && record.deferred.isEmpty();
    context.database.run(u"UPDATE case_record SET papers_saved = ?, one_trip = ? WHERE id = ?"_s, {int(saved), oneTrip ? 1 : 0, record.id});
}

/// What became of what was to follow.
void noteDeferral(const Context& context, const std::optional<core::CaseRecord>& before, const core::CaseRecord& record,
                  const QDateTime& at)
{
    Rows row = context.database.run(u"SELECT deferral FROM case_record WHERE id = ?"_s, {record.id});
    const auto noted = core::deferralOutcomeFromWire(row.next() ? row.value(0).toString() : QString());
    row.finish();
    const QList<core::DeferredMaterial> owed = before ? before->deferred : QList<core::DeferredMaterial>();
    const auto outcome = core::deferralOutcome(noted, owed, record, core::hallTime(at).date());
    if (outcome != noted)
        context.database.run(u"UPDATE case_record SET deferral = ? WHERE id = ?"_s, {core::toWire(outcome), record.id});
}

/// When time goes on with the case, and who hears of the change.
void changed(const Context& context, const std::optional<core::CaseRecord>& before, const core::CaseRecord& record,
             const core::ActRecord* act)
{
    const auto last = core::lastDayOf(record);
    context.database.run(u"UPDATE case_record SET last_day = ? WHERE id = ?"_s,
                         {last ? last->toString(Qt::ISODate) : QString(), record.id});
    noteDeferral(context, before, record, act ? act->at : record.receivedAt);
    tell(context, before, record, act);
    context.audit(u"case."_s + (act ? core::toWire(act->act) : core::toWire(record.state)), record.id);
    context.emitEvent(record.hall.code, u"case"_s,
                      {{u"id"_s, record.id}, {u"number"_s, record.number}, {u"state"_s, core::toWire(record.state)}});
}

} // namespace

std::optional<StoredCase> storedCase(const Context& context, const QString& id)
{
    Rows row = context.database.run(u"SELECT hall, department, received_hash, etag, body FROM case_record WHERE id = ?"_s, {id});
    if (!row.next())
        return std::nullopt;
    return StoredCase{row.value(0).toString(), row.value(1).toString(), row.value(2).toString(), row.value(3).toString(),
                      row.value(4).toString()};
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

StoredCase writeCase(const Context& context, const core::CaseRecord& received, const QString& receivedHash, const QString& storedNumber)
{
    core::CaseRecord record = received;
    const auto held = storedNumber.isEmpty() ? std::nullopt : storedCase(context, received.id);
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
    const StoredCase stands{record.hall.code, record.department, receivedHash, core::contentHash(json), textOf(json)};
    if (!storedNumber.isEmpty()) {
        context.database.run(u"UPDATE case_record SET state = ?, received_hash = ?, etag = ?, body = ? WHERE id = ?"_s,
                             {core::toWire(record.state), receivedHash, stands.etag, stands.body, record.id});
        setHolder(context, record);
    } else {
        context.database.run(
            u"INSERT INTO case_record (id, hall, number, provisional_number, item_code, state, received_at, "
            "received_hash, etag, body, holder, query_code, service_window, department, clerk) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
            {record.id, record.hall.code, record.number, provisional, record.item.code, core::toWire(record.state),
             record.receivedAt.toMSecsSinceEpoch(), receivedHash, stands.etag, stands.body, holderKey(record.applicant.certificate),
             record.queryCode, record.window.code, record.department, record.clerk.code});
    }
    countFor(context, record);
    addPages(context, record.id, core::capturedOf(record));
    for (const QString& table : {u"visit_holder WHERE case_id"_s, u"loose_page WHERE subject"_s}) // it is a case now
        context.database.run(u"DELETE FROM "_s + table + u" = ?"_s, {record.id});
    changed(context, held ? recordIn(held->body) : std::nullopt, record, nullptr);
    return stands;
}

StoredCase writeAct(const Context& context, const core::CaseRecord& record, const core::ActRecord& act, const QString& hash,
                    const QJsonObject& stored)
{
    QJsonObject json = record.toJson();
    if (stored.contains(u"provisionalNumber"_s))
        json[u"provisionalNumber"_s] = stored[u"provisionalNumber"_s];
    const StoredCase stands{record.hall.code, record.department, hash, core::contentHash(json), textOf(json)};
    context.database.run(u"UPDATE case_record SET state = ?, etag = ?, body = ? WHERE id = ?"_s,
                         {core::toWire(record.state), stands.etag, stands.body, record.id});
    context.database.run(u"INSERT INTO case_act (id, case_id, seq, act, at, received_hash, body, before) "
                         "SELECT ?, ?, coalesce(max(seq), 0) + 1, ?, ?, ?, ?, ? FROM case_act WHERE case_id = ?"_s,
                         {act.id, record.id, core::toWire(act.act), context.nowMs, hash, textOf(act.toJson()),
                          hash == ByTime ? textOf(stored) : QString(), record.id});
    addPages(context, record.id, core::capturedOf(act));
    if (act.act == core::CaseAct::Decide && act.result == u"granted")
        addLicence(context, record);
    if (act.act == core::CaseAct::Correct)
        setHolder(context, record);
    setCredit(context, record);
    changed(context, recordIn(textOf(stored)), record, &act);
    return stands;
}

std::optional<core::CaseRecord> beforeTime(const Context& context, const QString& caseId, qint64 atMs)
{
    Rows row =
        context.database.run(u"SELECT before FROM case_act WHERE case_id = ? AND received_hash = ? AND at > ? AND seq > "
                             "(SELECT coalesce(max(seq), 0) FROM case_act WHERE case_id = ? AND received_hash <> ?) ORDER BY seq LIMIT 1"_s,
                             {caseId, ByTime, atMs, caseId, ByTime});
    if (!row.next())
        return std::nullopt;
    return recordIn(row.value(0).toString());
}

std::optional<core::ServiceItem> itemOf(const Database& database, const QString& code)
{
    Rows row = database.run(u"SELECT body FROM catalogue_item WHERE code = ?"_s, {code});
    if (!row.next())
        return std::nullopt;
    QJsonObject json = documentNamed(database, u"catalogue-head"_s);
    json.remove(u"bundles"_s); // they name other items
    json[u"items"_s] = QJsonArray{QJsonDocument::fromJson(row.value(0).toString().toUtf8()).object()};
    const auto read = core::Catalogue::fromJson(json);
    return read && read->item(code) ? std::optional(*read->item(code)) : std::nullopt;
}

core::WorkCalendar calendarOf(const Database& database)
{
    core::WorkCalendar calendar;
    Rows rows = database.run(u"SELECT body FROM document WHERE name LIKE 'calendar-%'"_s);
    while (rows.next()) {
        const auto year =
            core::CalendarYear::fromJson(QJsonDocument::fromJson(rows.value(0).toString().toUtf8())[u"calendar"_s].toObject());
        if (year)
            calendar.setYear(*year);
    }
    return calendar;
}

} // namespace backoffice
