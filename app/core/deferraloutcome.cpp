// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/deferraloutcome.h"

#include "app/core/caselife.h"
#include "app/core/wire.h"

#include <algorithm>

namespace core {

namespace {
constexpr WireNames<DeferralOutcome, 6> Outcomes{{{DeferralOutcome::None, u""},
                                                  {DeferralOutcome::Open, u"open"},
                                                  {DeferralOutcome::InTime, u"in-time"},
                                                  {DeferralOutcome::Late, u"late"},
                                                  {DeferralOutcome::Passed, u"passed"},
                                                  {DeferralOutcome::Released, u"released"}}};
} // namespace

DeferralOutcome deferralOutcome(DeferralOutcome before, const QList<DeferredMaterial>& owed, const CaseRecord& after, const QDate& day)
{
    using O = DeferralOutcome;
    if (!after.deferred.isEmpty() && after.commitment != Commitment::Open)
        return O::Passed; // credit that was repaired brought nothing
    if (!after.deferred.isEmpty())
        return isLive(after.state) || after.state == CaseState::Decided ? O::Open : O::Released; // decided, it is owed still
    if (before == O::None || before == O::InTime || before == O::Late)
        return before;
    const bool tooLate = std::any_of(owed.begin(), owed.end(), [&](const DeferredMaterial& one) { return one.deadline < day; });
    return tooLate || after.commitment != Commitment::Open ? O::Late : O::InTime;
}

QString toWire(DeferralOutcome outcome)
{
    return wireName(Outcomes, outcome);
}

DeferralOutcome deferralOutcomeFromWire(const QString& wire)
{
    return fromWireName(Outcomes, wire, {}).value_or(DeferralOutcome::None);
}

} // namespace core
