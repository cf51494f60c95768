// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/caserecord.h"

namespace core {

/// The refusals that 行政许可法 art. 32 knows, in the law's words: no licence is needed; another organ is competent (which one, the
/// clerk adds).
QList<Refusal> lawfulRefusals();
/// Whether a refusal has to name the competent organ.
bool namesAnotherOrgan(const Refusal& refusal);

} // namespace core
