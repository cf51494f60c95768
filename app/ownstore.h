// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/store/keyvault.h"
#include "app/store/store.h"

#include <QLockFile>

/// A store that no other program works on: two would take each other's drafts.
struct OwnStore
{
    std::shared_ptr<store::Store> store;
    std::shared_ptr<QLockFile> lock;

    /// Blocks: call it off the UI thread. Fails with `store.in-use`, or as vault and store do.
    static core::Result<OwnStore> open(const QString& folder, const core::Result<store::SharedKey>& key);
};
