// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace backoffice {

/// What was written to an open file is on disk when it returns; false: it may not be.
bool flushToDisk(int handle);
/// A new name is on disk only once its folder is.
void flushFolder(const QString& path);
/// `fresh` is flushed and takes the place of `target` in one step: at every moment one of the two is there, whole.
bool putInPlace(const QString& fresh, const QString& target);

} // namespace backoffice
