// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/caserecord.h"

namespace core {

/// What became of a promise to bring what was missing (容缺): `Passed` means that the day went by and nothing, or not everything, came;
/// `Released` that the case ended before that day, withdrawn or ended by its department: nobody is waited for any more.
enum class DeferralOutcome { None, Open, InTime, Late, Passed, Released };

/// The outcome after something happened to a case on `day`. `owed` is what was still owed before it, `before` the outcome until then.
DeferralOutcome deferralOutcome(DeferralOutcome before, const QList<DeferredMaterial>& owed, const CaseRecord& after, const QDate& day);

QString toWire(DeferralOutcome outcome); ///< empty: nothing was ever deferred
DeferralOutcome deferralOutcomeFromWire(const QString& wire);

} // namespace core
