// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/store/caseacts.h"

#include "app/core/transfer.h"
#include "app/store/audit.h"
#include "app/store/casebody.h"
#include "app/store/drafts.h"
#include "app/store/outbox.h"
#include "app/store/transfers.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace store {

namespace {

constexpr int MostOpened = 5000; ///< names are sealed: this many are opened to look for one

QByteArray actContext(const QString& actId)
{
    return "act:" + actId.toUtf8();
}

core::Result<void> insertAct(Session& session, const core::ActRecord& act, const QByteArray& plain, qint64 nowMs)
{
    return session
        .change(u"INSERT INTO case_act (id, case_id, act, at, body) VALUES (?, ?, ?, ?, ?)"_s,
                {act.id, act.caseId, core::toWire(act.act), nowMs, session.sealer().seal(plain, actContext(act.id))})
        .map([](int) {});
}

} // namespace

core::Result<void> replaceCase(Session& session, const core::CaseRecord& record)
{
    const auto number = numberKept(session, record);
    if (!number)
        return tl::unexpected(number.error());
    return session
        .change(u"UPDATE case_record SET number = ?, state = ?, version = ?, holder_hash = ?, body = ? WHERE id = ?"_s,
                {*number, core::toWire(record.state), record.version, holderHash(session, record.applicant.certificate),
                 sealedCase(session, record), record.id})
        .map([](int) {});
}

core::Result<core::CaseRecord> commitAct(Session& session, const core::ActRecord& act, const core::Moment& now)
{
    const auto held = findCase(session, act.caseId);
    if (!held)
        return tl::unexpected(held.error());
    if (!*held)
        return core::fail(core::ErrorKind::NotFound, u"case.unknown"_s);
    const auto written = session.first(u"SELECT 1 FROM case_act WHERE id = ?"_s, {act.id});
    if (!written)
        return tl::unexpected(written.error());
    if (*written)
        return dropDraft(session, act.caseId).map([&] { return **held; });
    const auto after = core::applyAct(**held, act);
    if (!after)
        return after;
    const qint64 nowMs = now.time.toMSecsSinceEpoch();
    const QByteArray plain = QJsonDocument(act.toJson()).toJson(QJsonDocument::Compact);
    return replaceCase(session, *after)
        .and_then([&] { return core::originalsOf(act.materials).isEmpty() ? core::Result<void>() : noteOriginals(session, act.caseId); })
        .and_then([&] { return insertAct(session, act, plain, nowMs); })
        .and_then([&] { return enqueuePages(session, act.caseId, core::capturedOf(act), nowMs); })
        .and_then([&] {
            return enqueue(session, {act.caseId, OutboxKind::CaseAct, u"cases/%1/acts/%2"_s.arg(act.caseId, act.id)}, plain, nowMs);
        })
        .and_then([&] {
            return addAudit(session, {now, act.clerk.code, u"case."_s + core::toWire(act.act), act.caseId, u"number="_s + after->number});
        })
        .and_then([&] { return dropDraft(session, act.caseId); })
        .map([&] { return *after; });
}

core::Result<void> adoptCase(Session& session, const core::CaseRecord& record)
{
    const auto waits = session.first(u"SELECT 1 FROM outbox WHERE subject = ? AND kind <> 'evaluation'"_s, {record.id});
    if (!waits || *waits)
        return waits.map([](const auto&) {});
    const auto held = session.first(u"SELECT version FROM case_record WHERE id = ?"_s, {record.id});
    if (!held)
        return tl::unexpected(held.error());
    if (*held && (*held)->constFirst().toInt() > record.version)
        return {}; // an answer that was overtaken
    if (*held)
        return replaceCase(session, record);
    const auto number = numberKept(session, record);
    if (!number)
        return tl::unexpected(number.error());
    return session
        .change(u"INSERT INTO case_record (id, number, item_code, state, received_at, holder_hash, version, body, adopted) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)"_s,
                {record.id, *number, record.item.code, core::toWire(record.state), record.receivedAt.toMSecsSinceEpoch(),
                 holderHash(session, record.applicant.certificate), record.version, sealedCase(session, record)})
        .map([](int) {});
}

core::Result<QList<core::ActRecord>> actsOf(Session& session, const QString& caseId)
{
    auto rows = session.run(u"SELECT id, body FROM case_act WHERE case_id = ? ORDER BY at, id"_s, {caseId});
    if (!rows)
        return tl::unexpected(rows.error());
    QList<core::ActRecord> acts;
    while (rows->next()) {
        const auto plain = session.sealer().open(rows->value(1).toByteArray(), actContext(rows->value(0).toString()));
        const auto act =
            plain.and_then([](const QByteArray& json) { return core::ActRecord::fromJson(QJsonDocument::fromJson(json).object()); });
        if (act)
            acts.append(*act);
        else
            session.passOver();
    }
    return acts;
}

core::Result<QList<CaseSummary>> casesInStates(Session& session, const QList<core::CaseState>& states, int limit)
{
    QStringList marks;
    QVariantList bindings;
    for (const core::CaseState state : states) {
        marks.append(u"?"_s);
        bindings.append(core::toWire(state));
    }
    bindings.append(limit);
    const QString rest = states.contains(core::CaseState::Accepted) ? QString() : u"AND c.state <> 'accepted' "_s; // what the index holds
    const QString where = u"c.state IN (%1) %2ORDER BY c.received_at DESC LIMIT ?"_s.arg(marks.join(u','), rest);
    return summariesFrom(session, session.run(summaryQuery(where), bindings));
}

core::Result<QList<CaseSummary>> searchCases(Session& session, const QString& text, int limit)
{
    const QString wanted = text.trimmed();
    if (wanted.isEmpty())
        return QList<CaseSummary>();
    QVariantList bindings{wanted, wanted, wanted};
    QString holders;
    for (const core::CertificateType type : core::allCertificateTypes()) {
        holders += u" OR c.holder_hash = ?"_s;
        bindings.append(holderHash(session, {type, wanted.toUpper()}));
    }
    bindings.append(limit);
    auto exact = summariesFrom(session, session.run(summaryQuery(u"substr(c.number, 1, length(?)) = ? OR c.provisional_number = ?%1 "
                                                                 "ORDER BY c.received_at DESC LIMIT ?"_s.arg(holders)),
                                                    bindings));
    if (!exact || !exact->isEmpty())
        return exact;
    auto recent = summariesFrom(session, session.run(summaryQuery(u"1 ORDER BY c.received_at DESC LIMIT ?"_s), {MostOpened}));
    if (!recent)
        return recent;
    QList<CaseSummary> found;
    for (const CaseSummary& summary : std::as_const(*recent)) {
        const core::CaseRecord& record = summary.record;
        const bool fits = record.applicant.name.contains(wanted) || record.item.name.contains(wanted) ||
                          (record.agent && record.agent->name.contains(wanted)) || record.queryCode == wanted.toUpper();
        if (fits && found.size() < limit)
            found.append(summary);
    }
    return found;
}

} // namespace store
