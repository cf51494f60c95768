// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/store/standoff.h"

#include "app/store/audit.h"
#include "app/store/caseacts.h"
#include "app/store/cases.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace store {

namespace {

core::Result<QList<OutboxEntry>> waitingFor(Session& session, const QString& caseId)
{
    return outboxEntries(session).map([&](QList<OutboxEntry> entries) {
        entries.removeIf([&](const OutboxEntry& entry) { return entry.subject != caseId; });
        return entries;
    });
}

QList<core::ActRecord> actsIn(const QList<OutboxEntry>& entries)
{
    QList<core::ActRecord> acts;
    for (const OutboxEntry& entry : entries) {
        if (entry.kind != OutboxKind::CaseAct)
            continue;
        if (const auto act = core::ActRecord::fromJson(entry.body))
            acts.append(*act);
    }
    return acts;
}

core::Result<void> noted(Session& session, const QList<core::ActRecord>& acts, const core::CaseRecord& record, const core::Moment& now,
                         const AuditEntry& entry)
{
    QStringList names;
    for (const core::ActRecord& act : acts)
        names.append(core::toWire(act.act));
    AuditEntry full = entry;
    full.at = now;
    full.subject = record.id;
    full.facts = u"number=%1 acts=%2"_s.arg(record.number, names.join(u','));
    return addAudit(session, full);
}

} // namespace

core::Result<std::optional<Standoff>> standoffOf(Session& session, const QString& caseId)
{
    const auto entries = waitingFor(session, caseId);
    const auto ours = findCase(session, caseId);
    if (!entries || !ours)
        return tl::unexpected(entries ? ours.error() : entries.error());
    const auto stuck =
        std::find_if(entries->begin(), entries->end(), [](const OutboxEntry& entry) { return entry.state != OutboxState::Waiting; });
    if (stuck == entries->end() || !*ours)
        return std::optional<Standoff>();
    return std::optional(Standoff{**ours, actsIn(*entries), stuck->lastAnswer, stuck->state == OutboxState::Conflict, stuck->kind});
}

core::Result<core::CaseRecord> keepOurs(Session& session, const core::CaseRecord& theirs, const core::Moment& now, const QString& clerk)
{
    const auto entries = waitingFor(session, theirs.id);
    if (!entries)
        return tl::unexpected(entries.error());
    const QList<core::ActRecord> acts = actsIn(*entries);
    core::CaseRecord record = theirs;
    for (const core::ActRecord& act : acts) {
        const auto after = core::applyAct(record, act);
        if (!after)
            return after;
        record = *after;
    }
    return session
        .change(u"DELETE FROM outbox WHERE subject = ? AND kind = 'case'"_s, {theirs.id}) // they have it
        .and_then([&](int) { return replaceCase(session, record); })
        .and_then([&] { return makeDue(session, theirs.id); })
        .and_then([&] { return noted(session, acts, record, now, {{}, clerk, u"conflict.ours"_s, {}, {}}); })
        .map([&] { return record; });
}

core::Result<void> takeTheirs(Session& session, const core::CaseRecord& theirs, const core::Moment& now, const QString& clerk)
{
    const auto entries = waitingFor(session, theirs.id);
    if (!entries)
        return tl::unexpected(entries.error());
    const QList<core::ActRecord> acts = actsIn(*entries);
    for (const core::ActRecord& act : acts) {
        if (const auto dropped = session.change(u"DELETE FROM case_act WHERE id = ?"_s, {act.id}); !dropped)
            return tl::unexpected(dropped.error());
    }
    return dropCase(session, theirs.id).and_then([&] { return replaceCase(session, theirs); }).and_then([&] {
        return noted(session, acts, theirs, now, {{}, clerk, u"conflict.theirs"_s, {}, {}});
    });
}

} // namespace store
