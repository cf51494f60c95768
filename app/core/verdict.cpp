// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/verdict.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// What the checklist comes to, before the people are looked at.
struct Checklist
{
    QStringList missing;
    bool correctable = false;
    bool wrong = false;
    bool deferrable = true; ///< every missing one may be deferred
};

Checklist examine(const VerdictInput& input, Verdict& verdict)
{
    Checklist list;
    const auto requirements = input.item->materialsOf(input.scenarioCode);
    for (const MaterialRequirement& requirement : requirements) {
        switch (input.materials.value(requirement.code, MaterialStatus::Missing)) {
        case MaterialStatus::Present:
        case MaterialStatus::Reused:
        case MaterialStatus::ELicence: break;
        case MaterialStatus::WrongCorrectable:
            list.correctable = true;
            verdict.reasons.append({ReasonLevel::Blocking, u"material.correct-now"_s, requirement.code});
            break;
        case MaterialStatus::Wrong:
            list.wrong = true;
            list.missing.append(requirement.code);
            verdict.reasons.append({ReasonLevel::Blocking, u"material.wrong"_s, requirement.code});
            break;
        case MaterialStatus::Missing: {
            list.missing.append(requirement.code);
            const Reason reason = whyDeferrable(*input.item, requirement);
            list.deferrable = list.deferrable && reason.level != ReasonLevel::Blocking;
            verdict.reasons.append(reason);
            break;
        }
        }
    }
    return list;
}

void judgeDeferral(const VerdictInput& input, Verdict& verdict)
{
    const auto add = [&](ReasonLevel level, const QString& code, const QStringList& facts = {}) {
        verdict.reasons.append({level, code, {}, facts});
    };
    const qsizetype most = std::max(input.item->deferral.maxMaterials, input.grantedDeferrals);
    if (verdict.missing.size() > input.item->deferral.maxMaterials && verdict.missing.size() <= most)
        add(ReasonLevel::Warning, u"deferral.more-granted"_s, {QString::number(most)});
    else if (verdict.missing.size() > most)
        add(ReasonLevel::Blocking, u"deferral.too-many"_s, {QString::number(input.item->deferral.maxMaterials)});
    switch (input.credit) {
    case CreditStanding::Clear: add(ReasonLevel::Ok, u"credit.clear"_s); break;
    case CreditStanding::Barred:
        add(input.barLifted ? ReasonLevel::Warning : ReasonLevel::Blocking, input.barLifted ? u"credit.bar-lifted"_s : u"credit.barred"_s);
        break;
    case CreditStanding::Unknown: add(ReasonLevel::Warning, u"credit.unknown"_s); break;
    }
    if (input.hasAgent)
        add(input.agentAuthorised ? ReasonLevel::Ok : ReasonLevel::Blocking,
            input.agentAuthorised ? u"agent.may-sign"_s : u"agent.not-authorised"_s);
}

bool blocked(const Verdict& verdict)
{
    return std::any_of(verdict.reasons.begin(), verdict.reasons.end(),
                       [](const Reason& reason) { return reason.level == ReasonLevel::Blocking; });
}

Outcome outcomeOf(const VerdictInput& input, const Checklist& list, Verdict& verdict)
{
    if (list.correctable)
        return Outcome::CorrectOnSpot;
    if (list.missing.isEmpty()) {
        verdict.reasons.append({ReasonLevel::Ok, u"materials.complete"_s});
        return Outcome::Complete;
    }
    if (list.deferrable && !list.wrong) {
        verdict.reasons.prepend({ReasonLevel::Ok, u"materials.keys-complete"_s});
        judgeDeferral(input, verdict);
        if (!blocked(verdict))
            return Outcome::Deferrable;
    }
    return input.leavesPapers ? Outcome::DeferredReceipt : Outcome::Incomplete;
}

void setDeadlines(const VerdictInput& input, const WorkCalendar& calendar, Verdict& verdict)
{
    const bool deferred = verdict.outcome == Outcome::Deferrable;
    const Result<Deadlines> deadlines = deadlinesFor(*input.item, input.today, deferred, calendar);
    if (deadlines)
        verdict.deadlines = *deadlines;
    else
        verdict.reasons.append({ReasonLevel::Blocking, deadlines.error().code, {}, deadlines.error().facts});
    if (deferred && !input.commitmentAgreed)
        verdict.reasons.append({ReasonLevel::Blocking, u"commitment.needed"_s});
}

} // namespace

bool Verdict::hasReason(const QString& code) const
{
    return std::any_of(reasons.begin(), reasons.end(), [&](const Reason& reason) { return reason.code == code; });
}

Reason whyDeferrable(const ServiceItem& item, const MaterialRequirement& requirement)
{
    if (requirement.key)
        return {ReasonLevel::Blocking, u"deferral.key-material"_s, requirement.code};
    if (item.deferral.maxMaterials <= 0)
        return {ReasonLevel::Blocking, u"deferral.item-forbids"_s, requirement.code};
    if (!requirement.deferrable)
        return {ReasonLevel::Blocking, u"deferral.not-deferrable"_s, requirement.code};
    if (deferralDays(item) <= 0)
        return {ReasonLevel::Blocking, u"deferral.no-time"_s, requirement.code};
    return {ReasonLevel::Warning, u"deferral.allowed"_s, requirement.code};
}

Verdict decide(const VerdictInput& input, const WorkCalendar& calendar)
{
    Verdict verdict;
    if (input.notOurs) {
        verdict.outcome = Outcome::NotOurs;
        verdict.reasons.append({ReasonLevel::Blocking, u"item.not-ours"_s});
        return verdict;
    }
    if (!input.item || !input.item->scenario(input.scenarioCode)) {
        verdict.reasons.append({ReasonLevel::Blocking, input.item ? u"scenario.needed"_s : u"item.needed"_s});
        return verdict;
    }
    const Checklist list = examine(input, verdict);
    verdict.missing = list.missing;
    verdict.outcome = outcomeOf(input, list, verdict);
    const bool accepts = verdict.outcome == Outcome::Complete || verdict.outcome == Outcome::Deferrable;
    if (accepts)
        setDeadlines(input, calendar, verdict);
    if (!input.openCase.isEmpty())
        verdict.reasons.append({ReasonLevel::Warning, u"case.open-already"_s, {}, {input.openCase}});
    if (!input.applicantComplete)
        verdict.reasons.append({ReasonLevel::Blocking, u"applicant.needed"_s});
    const bool told = accepts || verdict.outcome == Outcome::Incomplete; // everything at once, the authorisation too
    if (told && input.hasAgent && !input.agentAuthorised && !verdict.hasReason(u"agent.not-authorised"_s))
        verdict.reasons.append({ReasonLevel::Blocking, u"agent.not-authorised"_s});
    verdict.permitted = accepts ? !blocked(verdict) : input.applicantComplete && verdict.outcome != Outcome::CorrectOnSpot;
    return verdict;
}

} // namespace core
