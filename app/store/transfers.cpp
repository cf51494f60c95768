// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/store/transfers.h"

#include "app/store/audit.h"
#include "app/store/caseacts.h"
#include "app/store/casebody.h"
#include "app/store/drafts.h"
#include "app/store/outbox.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace store {

namespace {

core::Result<QStringList> goneOf(Session& session, const QString& caseId)
{
    auto rows = session.run(u"SELECT material FROM transferred WHERE case_id = ?"_s, {caseId});
    if (!rows)
        return tl::unexpected(rows.error());
    QStringList gone;
    while (rows->next())
        gone.append(rows->value(0).toString());
    return gone;
}

/// What of a case lies here: what it was taken in with, unless that was elsewhere, and what acts of this machine brought. What came
/// later at other windows lies there.
core::Result<QList<core::MaterialRecord>> broughtHere(Session& session, const core::CaseRecord& record, bool adopted)
{
    return actsOf(session, record.id).map([&](const QList<core::ActRecord>& acts) {
        QSet<QString> byActs;
        for (const core::ActRecord& act : acts) {
            for (const core::MaterialRecord& material : act.materials)
                byActs.insert(material.code);
        }
        QList<core::MaterialRecord> materials = record.materials; // as they stand: each once, whatever several acts said
        materials.removeIf([&](const core::MaterialRecord& material) {
            const bool takenIn = !adopted && !material.arrivedAt.isValid();
            return !takenIn && !byActs.contains(material.code);
        });
        return materials;
    });
}

/// The originals of a case that lie here and have not left.
core::Result<core::TransferEntry> lyingHere(Session& session, const core::CaseRecord& record, bool adopted)
{
    const auto gone = goneOf(session, record.id);
    const auto brought = broughtHere(session, record, adopted);
    if (!gone || !brought)
        return tl::unexpected(gone ? brought.error() : gone.error());
    return core::transferOf(record, *brought, *gone);
}

struct Held
{
    core::CaseRecord record;
    bool adopted = false;
};

core::Result<QList<Held>> casesWithOriginals(Session& session)
{
    auto rows = session.run(u"SELECT id, body, adopted FROM case_record WHERE originals = 1 ORDER BY received_at"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    QList<Held> held;
    while (rows->next()) {
        const auto record = openedCase(session, rows->value(0).toString(), rows->value(1).toByteArray());
        if (record)
            held.append({*record, rows->value(2).toBool()});
        else
            session.passOver();
    }
    return held;
}

/// Only what has left altogether: an act may have brought more since the list was made.
core::Result<void> clearEmptied(Session& session, const core::Transfer& transfer)
{
    const auto held = casesWithOriginals(session);
    if (!held)
        return tl::unexpected(held.error());
    for (const Held& one : *held) {
        const bool listed = std::any_of(transfer.entries.begin(), transfer.entries.end(),
                                        [&](const core::TransferEntry& entry) { return entry.caseId == one.record.id; });
        const auto left = listed ? lyingHere(session, one.record, one.adopted) : core::Result<core::TransferEntry>(core::TransferEntry());
        if (!left)
            return tl::unexpected(left.error());
        if (!listed || !left->originals.isEmpty())
            continue;
        if (const auto done = session.change(u"UPDATE case_record SET originals = 0 WHERE id = ?"_s, {one.record.id}); !done)
            return tl::unexpected(done.error());
    }
    return {};
}

core::Result<QStringList> numbers(Session& session, const QString& condition, qint64 fromMs)
{
    auto rows = session.run(
        u"SELECT number FROM case_record WHERE adopted = 0 AND received_at >= ? AND "_s + condition + u" ORDER BY received_at"_s, {fromMs});
    if (!rows)
        return tl::unexpected(rows.error());
    QStringList list;
    while (rows->next())
        list.append(rows->value(0).toString());
    return list;
}

core::Result<int> count(Session& session, const QString& sql, const QVariantList& bindings = {})
{
    auto rows = session.run(sql, bindings);
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->next() ? rows->value(0).toInt() : 0;
}

core::Result<QMap<core::CaseState, int>> casesByState(Session& session, qint64 fromMs)
{
    auto rows = session.run(u"SELECT state, count(*) FROM case_record WHERE adopted = 0 AND received_at >= ? GROUP BY state"_s, {fromMs});
    if (!rows)
        return tl::unexpected(rows.error());
    QMap<core::CaseState, int> cases;
    while (rows->next()) {
        if (const auto state = core::caseStateFromWire(rows->value(0).toString()))
            cases[*state] += rows->value(1).toInt();
    }
    return cases;
}

} // namespace

core::Result<void> noteOriginals(Session& session, const QString& caseId)
{
    return session.change(u"UPDATE case_record SET originals = 1 WHERE id = ?"_s, {caseId}).map([](int) {});
}

core::Result<QList<core::Transfer>> waitingTransfers(Session& session)
{
    const auto held = casesWithOriginals(session);
    if (!held)
        return tl::unexpected(held.error());
    QMap<QString, core::Transfer> byDepartment;
    for (const Held& one : *held) {
        if (!core::travels(one.record.state))
            continue;
        const auto entry = lyingHere(session, one.record, one.adopted);
        if (!entry)
            return tl::unexpected(entry.error());
        if (entry->originals.isEmpty())
            continue;
        core::Transfer& transfer = byDepartment[one.record.department];
        transfer.department = one.record.department;
        transfer.entries.append(*entry);
    }
    return byDepartment.values();
}

core::Result<void> commitTransfer(Session& session, const core::Transfer& transfer, const core::Moment& now)
{
    const auto held = session.first(u"SELECT 1 FROM transfer WHERE id = ?"_s, {transfer.id});
    if (!held || *held)
        return held.map([](const auto&) {});
    const qint64 nowMs = now.time.toMSecsSinceEpoch();
    const QByteArray body = QJsonDocument(transfer.toJson()).toJson(QJsonDocument::Compact);
    auto done = session.change(u"INSERT INTO transfer (id, number, department, at, body) VALUES (?, ?, ?, ?, ?)"_s,
                               {transfer.id, transfer.number, transfer.department, nowMs, QString::fromUtf8(body)});
    for (const core::TransferEntry& entry : transfer.entries) {
        for (const core::TransferEntry::Original& original : entry.originals) {
            if (done)
                done = session.change(u"INSERT INTO transferred (case_id, material, transfer_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"_s,
                                      {entry.caseId, original.code, transfer.id});
        }
    }
    return done.map([](int) {})
        .and_then([&] { return clearEmptied(session, transfer); })
        .and_then([&] { return enqueue(session, {transfer.id, OutboxKind::Transfer, u"transfers/"_s + transfer.id}, body, nowMs); })
        .and_then([&] {
            return addAudit(session, {now, transfer.clerk.code, u"originals.handed-over"_s, transfer.id, u"number="_s + transfer.number});
        });
}

core::Result<QList<core::Transfer>> transfersSince(Session& session, qint64 fromMs)
{
    auto rows = session.run(u"SELECT body FROM transfer WHERE at >= ? ORDER BY at DESC"_s, {fromMs});
    if (!rows)
        return tl::unexpected(rows.error());
    QList<core::Transfer> transfers;
    while (rows->next()) {
        if (const auto transfer = core::Transfer::fromJson(QJsonDocument::fromJson(rows->value(0).toString().toUtf8()).object()))
            transfers.append(*transfer);
    }
    return transfers;
}

core::Result<ShiftFigures> shiftFigures(Session& session, qint64 fromMs)
{
    const auto cases = casesByState(session, fromMs);
    const auto unprinted = numbers(session, u"id NOT IN (SELECT case_id FROM paper_print)"_s, fromMs);
    const auto unsent = numbers(session, u"id IN (SELECT subject FROM outbox)"_s, fromMs);
    const auto printed = count(session, u"SELECT count(*) FROM paper_print WHERE printed_at >= ?"_s, {fromMs});
    const auto kinds = count(session,
                             u"SELECT count(*) FROM paper_print p WHERE printed_at >= ? AND EXISTS (SELECT 1 FROM paper_print q "
                             "WHERE q.case_id = p.case_id AND q.kind = p.kind AND q.id < p.id)"_s,
                             {fromMs});
    const auto drafts = count(session, u"SELECT count(*) FROM draft"_s);
    const auto outbox = count(session, u"SELECT count(*) FROM outbox"_s);
    const auto enquiries = count(session, u"SELECT count(*) FROM enquiry WHERE at >= ?"_s, {fromMs});
    const auto guides = count(session, u"SELECT count(*) FROM enquiry WHERE at >= ? AND guide_printed = 1"_s, {fromMs});
    const auto stuck = count(session, u"SELECT count(*) FROM outbox WHERE state <> 'waiting'"_s);
    for (const auto* figure : {&printed, &kinds, &drafts, &outbox, &enquiries, &guides, &stuck}) {
        if (!*figure)
            return tl::unexpected(figure->error());
    }
    if (!cases || !unprinted || !unsent)
        return tl::unexpected(!cases ? cases.error() : !unprinted ? unprinted.error() : unsent.error());
    return ShiftFigures{*cases, *unprinted, *unsent, *printed - *kinds, *kinds, *drafts, *outbox, *enquiries, *guides, *stuck};
}

} // namespace store
