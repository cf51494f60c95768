// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/error.h"

#include <QSqlDatabase>
#include <QStringList>

namespace store {

/// The numbered schema scripts, oldest first.
QStringList migrationScripts();
/// Brings a database from the version it is at (PRAGMA user_version) to the newest, each step in one transaction.
/// Returns the version reached; fails with `store.newer` when the database is ahead of the scripts.
core::Result<int> migrate(const QSqlDatabase& database, const QStringList& scripts);

} // namespace store
