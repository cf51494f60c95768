// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/startup.h"

#include "app/store/cases.h"
#include "app/store/drafts.h"
#include "app/store/recovery.h"

namespace desk {

QFuture<core::Result<Unfinished>> recover(Services& services)
{
    const qint64 nowMs = services.clock->now().time.toMSecsSinceEpoch();
    const QString folder = services.store->pageFolder();
    return services.store->write([=](store::Session& session) -> core::Result<Unfinished> {
        const auto pages = store::recoverPages(session, folder, nowMs);
        if (!pages)
            return tl::unexpected(pages.error());
        auto drafts = store::loadDrafts(session);
        auto unprinted = store::unprintedCases(session);
        if (!drafts || !unprinted)
            return tl::unexpected(drafts ? unprinted.error() : drafts.error());
        return Unfinished{*drafts, *unprinted, pages->pagesReattached, pages->pagesDamaged, session.unreadable()};
    });
}

} // namespace desk
