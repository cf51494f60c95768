// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/store/recovery.h"

#include "app/store/cases.h"
#include "app/store/drafts.h"
#include "app/store/pages.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace store {

namespace {

bool lists(const core::CaseRecord& record, const core::PageRef& page)
{
    return core::capturedOf(record).contains(page);
}

/// True when the page belongs to a draft or a case of this window.
core::Result<bool> reattach(Session& session, QList<core::IntakeDraft>& drafts, const Page& page, const QString& file, qint64 nowMs)
{
    const auto yes = [] { return true; };
    for (core::IntakeDraft& draft : drafts) {
        if (draft.caseId != page.caseId)
            continue;
        if (page.materialCode == core::DerivedMaterial)
            return false; // what it was made from is there
        core::DraftMaterial& material = draft.materials[page.materialCode];
        if (!material.pages.contains(page.ref))
            material.pages.append(page.ref);
        if (material.status == core::MaterialStatus::Missing)
            material.status = core::MaterialStatus::Present;
        return addPage(session, page, file, nowMs).and_then([&] { return saveDraft(session, draft, nowMs); }).map(yes);
    }
    return findCase(session, page.caseId).and_then([&](const std::optional<core::CaseRecord>& record) -> core::Result<bool> {
        if (!record || !lists(*record, page.ref))
            return false;
        return addPage(session, page, file, nowMs).map(yes);
    });
}

/// The page stands already, in a file that can be read: scanned again around a crash.
bool isTwin(Session& session, const PageFiles& files, const Page& page)
{
    const auto first = session.first(u"SELECT file FROM page WHERE case_id = ? AND sha256 = ?"_s, {page.caseId, page.ref.sha256});
    return first && *first && files.read((*first)->constFirst().toString()); // another case's is no twin: its row goes with its case
}

} // namespace

core::Result<Recovered> recoverPages(Session& session, const QString& pageFolder, qint64 nowMs)
{
    const PageFiles files(pageFolder, session.sealer());
    files.removeUnfinished();
    const auto known = knownPageFiles(session);
    auto drafts = loadDrafts(session);
    if (!known || !drafts)
        return tl::unexpected(known ? drafts.error() : known.error());
    const QSet<QString> knownFiles(known->begin(), known->end());
    Recovered recovered;
    const QStringList names = files.names();
    for (const QString& name : names) {
        if (knownFiles.contains(name))
            continue;
        const auto page = files.read(name);
        if (!page) {
            ++recovered.pagesDamaged;
            continue;
        }
        if (isTwin(session, files, *page)) {
            files.remove(name);
            continue;
        }
        const auto attached = reattach(session, *drafts, *page, name, nowMs);
        if (!attached)
            return tl::unexpected(attached.error());
        recovered.pagesReattached += *attached ? 1 : 0;
        if (!*attached && page->materialCode == core::DerivedMaterial)
            files.remove(name);
    }
    return recovered;
}

} // namespace store
