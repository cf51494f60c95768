// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/store/recovery.h"

#include "app/store/drafts.h"
#include "app/store/pages.h"

#include <QSet>

namespace store {

namespace {
core::Result<void> reattach(Session& session, QList<core::IntakeDraft>& drafts, const Page& page, const QString& file, qint64 nowMs)
{
    for (core::IntakeDraft& draft : drafts) {
        if (draft.caseId != page.caseId)
            continue;
        core::DraftMaterial& material = draft.materials[page.materialCode];
        if (!material.pages.contains(page.ref))
            material.pages.append(page.ref);
        if (material.status == core::MaterialStatus::Missing)
            material.status = core::MaterialStatus::Present;
        return addPage(session, page, file, nowMs).and_then([&] { return saveDraft(session, draft, nowMs); });
    }
    return {};
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
            recovered.faults.append(page.error());
            continue;
        }
        if (auto done = reattach(session, *drafts, *page, name, nowMs); !done)
            return tl::unexpected(done.error());
        recovered.pagesReattached += 1;
    }
    return recovered;
}

} // namespace store
