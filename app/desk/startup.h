// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/intakedraft.h"
#include "app/desk/workday.h"

namespace desk {

/// What the last run left: drafts to go on with and cases whose papers were never printed.
struct Unfinished
{
    QList<core::IntakeDraft> drafts;
    QList<core::CaseRecord> unprinted;
    int pagesReattached = 0;
    int pagesDamaged = 0;   ///< files that fail their check
    int rowsUnreadable = 0; ///< drafts and cases that fail theirs
};

/// Puts the store in order after a crash and tells what is unfinished.
QFuture<core::Result<Unfinished>> recover(Services& services);

} // namespace desk
