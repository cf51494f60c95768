// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFile>

namespace store {

/// What was written to an open file is on disk when it returns; false: it may not be.
bool flushToDisk(QFile& file);
/// A new name is on disk only once its folder is.
void flushFolder(const QString& folder);

} // namespace store
