// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/caseact.h"
#include "app/core/recordbuilder.h"

namespace core {

/// A visit that goes on with a case: what the case has, to be completed.
IntakeDraft draftToGoOn(const CaseRecord& record);
/// A visit that was begun before, on the case as it is by now: what was brought in it stays. Pages for what came elsewhere meanwhile wait
/// to be sorted.
IntakeDraft renewed(const IntakeDraft& draft, const CaseRecord& record);
/// Whether a window can go on with a case in this state by taking in papers.
bool goesOn(CaseState state);
/// Whether such a visit brings a supplement of a case that is accepted.
bool isSupplement(CaseState state);
/// Materials that such a visit may bring: those that are owed, or all where the case is not accepted yet.
QStringList materialsToBring(const CaseRecord& base);

/// The other endings that such a visit can come to: a one-time notice, a deferred receipt or a refusal. `until` as in ActRecord.
/// Fails as applyAct would.
Result<ActRecord> buildEnding(const IntakeDraft& draft, CaseAct kind, const std::optional<QDate>& until, const Moment& now,
                              const CaseSetting& setting);

/// The act that such a visit comes to: a supplement, or the acceptance of a case that was incomplete. The
/// act's id is for the caller to give. Fails as applyAct would, and with `verdict.not-permitted`.
Result<ActRecord> buildAct(const IntakeDraft& draft, const ServiceItem& item, const Verdict& verdict, const Moment& now,
                           const CaseSetting& setting, const WorkCalendar& calendar);

} // namespace core
