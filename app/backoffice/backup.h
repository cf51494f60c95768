// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backoffice/blobstore.h"
#include "app/backoffice/database.h"

namespace backoffice {

/// Copies a back office on SQLite into a folder while it serves: first the database, as of one moment, then the pages, of which those
/// that are there already are not copied again. The folder is good for `serve --data`. Returns how many pages were copied.
///
/// Fails with `backup.postgresql` (whose own tools do it), `backup.database` or `backup.pages`, and the cause.
core::Result<int> backUp(const Database& database, const BlobStore& blobs, const QString& folder);

} // namespace backoffice
