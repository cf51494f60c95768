// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/store/handovers.h"

#include "app/core/uuid7.h"
#include "app/store/audit.h"
#include "app/store/caseacts.h"
#include "app/store/casebody.h"
#include "app/store/drafts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace store {

namespace {

core::IntakeDraft draftOf(const OutboxEntry& entry)
{
    return core::IntakeDraft::fromJson(entry.body[u"draft"_s].toObject());
}

} // namespace

core::Result<void> commitHandover(Session& session, const core::IntakeDraft& draft, const HandoverWords& words, const core::Moment& now)
{
    const core::IntakeDraft leaving = core::travelling(draft);
    const qint64 nowMs = now.time.toMSecsSinceEpoch();
    OutboxEntry entry;
    entry.subject = draft.caseId;
    entry.kind = OutboxKind::Handover;
    entry.target = u"cases/%1/holder"_s.arg(draft.caseId);
    entry.body = {{u"id"_s, core::idText(core::newId())},
                  {u"window"_s, words.window},
                  {u"reason"_s, words.reason},
                  {u"at"_s, core::isoTime(now.time)},
                  {u"draft"_s, leaving.toJson()}};
    const auto waiting = session.first(u"SELECT 1 FROM outbox WHERE subject = ? AND kind = 'handover'"_s, {draft.caseId});
    if (!waiting)
        return tl::unexpected(waiting.error());
    if (*waiting) // it may have arrived: nothing takes its place
        return core::fail(core::ErrorKind::InvalidInput, u"handover.waiting"_s);
    return enqueuePages(session, draft.caseId, core::capturedOf(leaving), nowMs)
        .and_then([&] { return enqueue(session, entry, nowMs); })
        .and_then([&] { return addAudit(session, {now, words.clerk, u"visit.handed-over"_s, draft.caseId, u"window="_s + words.window}); })
        .and_then([&] { return dropDraft(session, draft.caseId); });
}

core::Result<std::optional<OutboxEntry>> handoverWith(Session& session, const QString& caseId, const QString& sha256)
{
    return outboxEntries(session).map([&](const QList<OutboxEntry>& entries) {
        const auto found = std::find_if(entries.begin(), entries.end(), [&](const OutboxEntry& entry) {
            const auto pages =
                entry.kind == OutboxKind::Handover && entry.subject == caseId ? core::capturedOf(draftOf(entry)) : QList<core::PageRef>();
            return std::any_of(pages.begin(), pages.end(), [&](const core::PageRef& page) { return page.sha256 == sha256; });
        });
        return found == entries.end() ? std::nullopt : std::optional(*found);
    });
}

core::Result<void> takeHandoverBack(Session& session, const OutboxEntry& entry, qint64 nowMs)
{
    return keepHandedOver(session, draftOf(entry), nowMs).and_then([&](const HandedOver&) {
        return session // pages that something else waits for stay
            .change(u"DELETE FROM outbox WHERE subject = ? AND (id = ? OR (id < ? AND kind = 'page' AND id > coalesce("
                    "(SELECT max(id) FROM outbox WHERE subject = ? AND kind <> 'page' AND id < ?), 0)))"_s,
                    {entry.subject, entry.id, entry.id, entry.subject, entry.id})
            .map([](int) {});
    });
}

core::Result<HandedOver> keepHandedOver(Session& session, const core::IntakeDraft& draft, qint64 nowMs)
{
    const auto held = draft.base ? adoptCase(session, *draft.base) : core::Result<void>();
    const auto here = held.and_then([&] { return findDraft(session, draft.caseId); });
    if (!here)
        return tl::unexpected(here.error());
    const HandedOver kept{*here ? core::joined(**here, draft) : draft, *here};
    return saveDraft(session, kept.draft, nowMs).map([&] { return kept; });
}

} // namespace store
