// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/store/store.h"

namespace store {

/// What a start found that the last run left unfinished.
struct Recovered
{
    int pagesReattached = 0;
    QList<core::Error> faults;
};

/// Gives pages whose row was never written back to their draft, and removes files that were never complete.
core::Result<Recovered> recoverPages(Session& session, const QString& pageFolder, qint64 nowMs);

} // namespace store
