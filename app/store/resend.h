// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/clock.h"
#include "app/core/correction.h"
#include "app/store/session.h"

namespace store {

/// What is put right in a case that the back office did not take, and who does it.
struct Mend
{
    core::Correction correction;
    bool otherNumber = false; ///< the number is another case's over there: a provisional one, which gets its final one there
    QString clerk;            ///< number
};

/// The case as it was taken in, and as it is by now, put right and sent again. Fails with `case.unknown` where the case itself is not
/// what waits, and as `correct` does.
core::Result<core::CaseRecord> mendUnsent(Session& session, const QString& caseId, const Mend& mend, const core::Moment& now);
/// The back office has lost the case: it gets it whole, as it is here, acts included. Fails with `case.unknown`.
core::Result<core::CaseRecord> sendWhole(Session& session, const QString& caseId, const core::Moment& now, const QString& clerk);

} // namespace store
