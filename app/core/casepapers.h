// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/caserecord.h"

namespace core {

// What the papers of a case are worth by now.

/// Those that still say what is true: a paper made before the last act would come out with other materials and deadlines than the one
/// that was handed over, and is not printed again.
QList<PaperRecord> reprintable(const CaseRecord& record);
/// Those in the applicant's hands that are replaced when it was wrong whose case it is.
QList<PaperRecord> papersToReplace(const CaseRecord& record);
/// Whether a paper stands in place of an earlier one that was wrong.
bool isReplacement(const CaseRecord& record, PaperKind kind);
/// Since when a paper reads as it does: what was printed before then was another one.
QDateTime standsSince(const CaseRecord& record, PaperKind kind);

} // namespace core
