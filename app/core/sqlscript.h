// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStringList>

namespace core {

/// The statements of a schema script: parted at semicolons at the end of a line, `--` comment lines left out.
QStringList sqlStatements(const QString& script);

} // namespace core
