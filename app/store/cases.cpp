// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/store/cases.h"

#include "app/core/transfer.h"
#include "app/core/uuid7.h"
#include "app/store/audit.h"
#include "app/store/casebody.h"
#include "app/store/drafts.h"
#include "app/store/numbers.h"
#include "app/store/outbox.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace store {

namespace {

QByteArray bytesOf(const QJsonObject& json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

core::Result<void> insertCase(Session& session, const core::CaseRecord& record, const QByteArray& plain)
{
    return session
        .change(u"INSERT INTO case_record (id, number, provisional_number, item_code, state, received_at, holder_hash, version, "
                "body, originals) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                {record.id, record.number, record.numberProvisional ? QVariant(record.number) : QVariant(), record.item.code,
                 core::toWire(record.state), record.receivedAt.toMSecsSinceEpoch(), holderHash(session, record.applicant.certificate),
                 record.version, sealedCase(session, record.id, plain), core::originalsOf(record.materials).isEmpty() ? 0 : 1})
        .map([](int) {});
}

/// A back office restored from a backup leases numbers again that this window has used: those are passed over.
core::Result<QString> unusedNumber(Session& session)
{
    while (true) {
        const auto number = takeNumber(session);
        if (!number)
            return number;
        const auto used = session.first(u"SELECT 1 FROM case_record WHERE number = ?"_s, {*number});
        if (!used)
            return tl::unexpected(used.error());
        if (!*used)
            return number;
    }
}

core::Result<QString> numberFor(Session& session, core::CaseRecord& record, const core::Moment& now)
{
    return unusedNumber(session).or_else([&](const core::Error& error) -> core::Result<QString> {
        if (error.code != u"number.none-left")
            return tl::unexpected(error);
        record.numberProvisional = true;
        return provisionalNumber(record, now);
    });
}

} // namespace

QString provisionalNumber(const core::CaseRecord& record, const core::Moment& now)
{
    return u"临%1-%2-%3"_s.arg(record.window.code, now.time.toString(u"yyMMddHHmmss"_s), record.id.right(4));
}

core::Result<core::CaseRecord> commitCase(Session& session, core::CaseRecord record, const core::Moment& now)
{
    const auto existing = findCase(session, record.id);
    if (!existing)
        return tl::unexpected(existing.error());
    if (*existing)
        return dropDraft(session, record.id).map([&] { return **existing; });
    const auto number = numberFor(session, record, now);
    if (!number)
        return tl::unexpected(number.error());
    record.number = *number;
    for (core::PaperRecord& paper : record.papers)
        paper.number = record.number;
    const qint64 nowMs = now.time.toMSecsSinceEpoch();
    const QByteArray plain = bytesOf(record.toJson());
    return insertCase(session, record, plain)
        .and_then([&] { return enqueuePages(session, record.id, core::capturedOf(record), nowMs); })
        .and_then([&] { return enqueue(session, {record.id, OutboxKind::Case, record.id}, plain, nowMs); })
        .and_then([&] {
            return addAudit(session, {now, record.clerk.code, u"case."_s + core::toWire(record.state), record.id,
                                      u"number=%1 item=%2"_s.arg(record.number, record.item.code)});
        })
        .and_then([&] { return dropDraft(session, record.id); })
        .map([&] { return record; });
}

core::Result<std::optional<core::CaseRecord>> findCase(Session& session, const QString& id)
{
    const auto row = session.first(u"SELECT body FROM case_record WHERE id = ?"_s, {id});
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return std::optional<core::CaseRecord>();
    return openedCase(session, id, (*row)->constFirst().toByteArray()).map([](const core::CaseRecord& record) {
        return std::optional(record);
    });
}

core::Result<QList<CaseSummary>> casesSince(Session& session, qint64 fromMs, int limit)
{
    return summariesFrom(
        session,
        session.run(summaryQuery(u"(c.adopted = 0 AND c.received_at >= ?) OR o.id IS NOT NULL ORDER BY c.received_at DESC LIMIT ?"_s),
                    {fromMs, limit}));
}

core::Result<bool> setFinalNumber(Session& session, const QString& caseId, const QString& number)
{
    return findCase(session, caseId).and_then([&](std::optional<core::CaseRecord> record) -> core::Result<bool> {
        if (!record || record->number == number)
            return true;
        record->number = number;
        record->numberProvisional = false;
        for (core::PaperRecord& paper : record->papers)
            paper.number = number;
        const auto kept = numberKept(session, *record);
        if (!kept)
            return tl::unexpected(kept.error());
        return session.run(u"UPDATE case_record SET number = ?, body = ? WHERE id = ?"_s, {*kept, sealedCase(session, *record), caseId})
            .map([&](const QSqlQuery&) { return *kept == number; });
    });
}

core::Result<QList<core::CaseRecord>> unprintedCases(Session& session)
{
    auto rows = session.run(
        u"SELECT id, body FROM case_record WHERE adopted = 0 AND id NOT IN (SELECT case_id FROM paper_print) ORDER BY received_at"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    QList<core::CaseRecord> records;
    while (rows->next()) {
        const auto record = openedCase(session, rows->value(0).toString(), rows->value(1).toByteArray());
        if (!record) {
            session.passOver();
            continue;
        }
        records.append(*record);
    }
    return records;
}

} // namespace store
