// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/store/store.h"

namespace store {

/// What a start found that the last run left unfinished.
struct Recovered
{
    int pagesReattached = 0;
    int pagesDamaged = 0;
};

/// Gives pages whose row was never written back to their draft or case, and removes files that were never complete and
/// second files of a page that is there.
core::Result<Recovered> recoverPages(Session& session, const QString& pageFolder, qint64 nowMs);

} // namespace store
