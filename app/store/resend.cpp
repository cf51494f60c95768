// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/store/resend.h"

#include "app/store/audit.h"
#include "app/store/caseacts.h"
#include "app/store/casebody.h"
#include "app/store/cases.h"
#include "app/store/outbox.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace store {

namespace {

core::Result<core::CaseRecord> held(Session& session, const QString& caseId)
{
    return findCase(session, caseId).and_then([](const std::optional<core::CaseRecord>& record) -> core::Result<core::CaseRecord> {
        if (!record)
            return core::fail(core::ErrorKind::NotFound, u"case.unknown"_s);
        return *record;
    });
}

core::Result<std::optional<OutboxEntry>> waitingCase(Session& session, const QString& caseId)
{
    return outboxEntries(session).map([&](const QList<OutboxEntry>& entries) {
        const auto found = std::find_if(entries.begin(), entries.end(), [&](const OutboxEntry& entry) {
            return entry.kind == OutboxKind::Case && entry.subject == caseId && entry.readable;
        });
        return found == entries.end() ? std::nullopt : std::optional(*found);
    });
}

core::Result<void> mended(core::CaseRecord& record, const Mend& mend, const core::Moment& now)
{
    if (mend.otherNumber) {
        record.numberProvisional = true;
        record.number = provisionalNumber(record, now);
        for (core::PaperRecord& paper : record.papers)
            paper.number = record.number;
        record.correctedAt = now.time;
    }
    if (mend.otherNumber && mend.correction == core::correctionOf(record))
        return {};
    return core::correct(record, mend.correction, now.time);
}

core::Result<void> noted(Session& session, const core::CaseRecord& record, const core::Moment& now, const QString& clerk,
                         const QString& act)
{
    return addAudit(session, {now, clerk, act, record.id, u"number="_s + record.number});
}

} // namespace

core::Result<core::CaseRecord> mendUnsent(Session& session, const QString& caseId, const Mend& mend, const core::Moment& now)
{
    auto record = held(session, caseId);
    const auto waiting = waitingCase(session, caseId);
    if (!record || !waiting)
        return tl::unexpected(record ? waiting.error() : record.error());
    auto sent = *waiting ? core::CaseRecord::fromJson((*waiting)->body)
                         : core::Result<core::CaseRecord>(core::fail(core::ErrorKind::NotFound, u"case.unknown"_s));
    if (!sent)
        return sent;
    for (core::CaseRecord* one : {&*sent, &*record}) {
        if (const auto done = mended(*one, mend, now); !done)
            return tl::unexpected(done.error());
    }
    return replaceCase(session, *record)
        .and_then([&] { return replaceBody(session, **waiting, QJsonDocument(sent->toJson()).toJson(QJsonDocument::Compact)); })
        .and_then([&]() -> core::Result<void> {
            if (!mend.otherNumber)
                return {};
            return session.change(u"UPDATE case_record SET provisional_number = number WHERE id = ?"_s, {caseId}).map([](int) {});
        })
        .and_then([&] { return makeDue(session, caseId); })
        .and_then([&] { return noted(session, *record, now, mend.clerk, u"case.mended-unsent"_s); })
        .map([&] { return *record; });
}

core::Result<core::CaseRecord> sendWhole(Session& session, const QString& caseId, const core::Moment& now, const QString& clerk)
{
    const auto record = held(session, caseId);
    if (!record)
        return record;
    const QByteArray plain = QJsonDocument(record->toJson()).toJson(QJsonDocument::Compact);
    return dropCase(session, caseId)
        .and_then([&] { return enqueuePages(session, caseId, core::capturedOf(*record), 0); })
        .and_then([&] { return enqueue(session, {caseId, OutboxKind::Case, caseId}, plain, 0); })
        .and_then([&] { return putLast(session, caseId, OutboxKind::Handover); }) // what is about the case goes once it is there
        .and_then([&] { return putLast(session, caseId, OutboxKind::Evaluation); })
        .and_then([&] { return noted(session, *record, now, clerk, u"case.sent-whole"_s); })
        .map([&] { return *record; });
}

} // namespace store
