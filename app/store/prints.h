// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/caserecord.h"
#include "app/store/session.h"

namespace store {

/// A paper that left the printer of this window.
struct PrintNote
{
    core::PaperKind kind = core::PaperKind::ReceiptSlip;
    int copies = 1;
    qint64 atMs = 0;
    QString clerk; ///< who printed it; empty where that was not noted yet

    friend bool operator==(const PrintNote&, const PrintNote&) = default;
};

core::Result<void> addPrint(Session& session, const QString& caseId, const PrintNote& note);
/// In the order in which they were printed.
core::Result<QList<PrintNote>> printsOf(Session& session, const QString& caseId);
/// Papers of the case that have left the printer as they stand now: one that replaces another counts from then on.
core::Result<QList<core::PaperKind>> printedKinds(Session& session, const core::CaseRecord& record);

} // namespace store
