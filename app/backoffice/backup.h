// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backoffice/blobstore.h"
#include "app/backoffice/database.h"

namespace backoffice {

/// Whether somebody's work is in the database: an empty one must never take the place of a backup. Fails with `backup.nothing` when
/// there is no hall in it, with `backup.database` when it cannot be read. A file that is not there is not made.
core::Result<void> holdsBackOffice(const QString& place);

/// Copies a back office on SQLite into a folder while it serves: first the database, as of one moment, then the pages, of which those
/// that are there already are not copied again. The folder is good for `serve --data`, and so is what it held before until the new
/// database takes the old one's place at the end. Returns how many pages were copied.
///
/// Fails with `backup.postgresql` (whose own tools do it), `backup.itself` (the folder is the one that is to be copied),
/// `backup.database` or `backup.pages`, and the cause.
core::Result<int> backUp(const Database& database, const BlobStore& blobs, const QString& folder);

} // namespace backoffice
