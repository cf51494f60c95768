// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/caserecord.h"

namespace desk {

/// A paper's name on screen.
QString paperName(core::PaperKind kind);
/// "notice ×2 · letter · slip".
QString paperNames(const QList<core::PaperRecord>& papers);

} // namespace desk
