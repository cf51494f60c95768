// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/actbuilder.h"

#include "app/core/caseclock.h"
#include "app/core/halltime.h"
#include "app/core/stacksorter.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace core {

namespace {

ActRecord actBy(const IntakeDraft& draft, CaseAct kind, const Moment& now, const CaseSetting& setting)
{
    ActRecord act;
    act.caseId = draft.caseId;
    act.act = kind;
    act.window = setting.window;
    act.clerk = setting.clerk;
    act.at = now.time;
    act.offline = now.offline;
    return act;
}

/// What changed since the case was last written.
QList<MaterialRecord> brought(const IntakeDraft& draft)
{
    QList<MaterialRecord> materials;
    const QStringList allowed = materialsToBring(*draft.base);
    const auto authorised = [&](const MaterialRecord& material) { return material.code == Authorisation && draft.agentAuthorised; };
    for (MaterialRecord material : draft.base->materials) {
        DraftMaterial given = draft.materials.value(material.code);
        if (authorised(material))
            given.status = MaterialStatus::Present;
        const bool brought = given.status != material.status || given.pages != material.pages || given.shortfall != material.shortfall;
        const auto checked = verificationOf(given);
        const bool changed = brought || given.askedBecause != material.askedBecause || checked != material.verified;
        if (!changed || !allowed.contains(material.code))
            continue;
        material.status = given.status;
        material.pages = given.pages;
        material.shortfall = given.shortfall;
        material.source = given.source;
        material.askedBecause = given.askedBecause;
        material.verified = checked;
        materials.append(material);
    }
    return materials;
}

Result<void> takeSupplement(ActRecord& act, const IntakeDraft& draft, const ServiceItem& item, const WorkCalendar& calendar)
{
    act.act = CaseAct::Supplement;
    act.materials = brought(draft);
    act.materials.removeIf([](const MaterialRecord& material) { return !isHere(material.status); });
    act.papers = {{PaperKind::SupplementSlip, {}, 1}};
    const QDate today = hallTime(act.at).date();
    const bool complete = act.materials.size() == draft.base->deferred.size();
    const bool starts = item.clockStart == ClockStart::SupplementComplete;
    const bool goesOn = draft.base->suspendedSince && draft.base->suspendedFor.isEmpty();
    if (!complete || (!starts && !goesOn))
        return {};
    const auto limits = starts ? deadlinesFor(item, today, false, calendar) : limitsAfterSuspension(*draft.base, &item, today, calendar);
    return limits.map([&](const Deadlines& deadlines) {
        act.statutoryUntil = deadlines.statutory;
        act.promisedUntil = deadlines.promised;
    });
}

Result<void> takeCorrection(ActRecord& act, const IntakeDraft& draft, const ServiceItem& item, const Verdict& verdict,
                            const CaseSetting& setting)
{
    const bool deferred = verdict.outcome == Outcome::Deferrable;
    if (!verdict.permitted || (!deferred && verdict.outcome != Outcome::Complete))
        return fail(ErrorKind::InvalidInput, u"verdict.not-permitted"_s);
    act.act = deferred ? CaseAct::AcceptDeferred : CaseAct::Accept;
    act.materials = brought(draft);
    return buildRecord(draft, item, verdict, act.act, {act.at, act.offline}, setting).map([&](const CaseRecord& record) {
        act.deferred = record.deferred;
        act.papers = record.papers;
        act.statutoryUntil = record.statutoryUntil;
        act.promisedUntil = record.promisedUntil;
    });
}

} // namespace

bool isSupplement(CaseState state)
{
    return state == CaseState::AcceptedDeferred || state == CaseState::InReview || state == CaseState::Decided;
}

bool goesOn(CaseState state)
{
    return isSupplement(state) || state == CaseState::Received || state == CaseState::ToCorrect || state == CaseState::ReceivedDeferred;
}

QStringList materialsToBring(const CaseRecord& base)
{
    QStringList codes;
    if (isSupplement(base.state)) {
        for (const DeferredMaterial& material : base.deferred)
            codes.append(material.code);
        return codes;
    }
    for (const MaterialRecord& material : base.materials)
        codes.append(material.code);
    return codes;
}

IntakeDraft draftToGoOn(const CaseRecord& record)
{
    IntakeDraft draft;
    draft.caseId = record.id;
    draft.itemCode = record.item.code;
    draft.scenarioCode = record.scenario.code;
    draft.applicant = record.applicant;
    draft.hasAgent = record.agent.has_value();
    draft.agent = record.agent.value_or(Party{});
    const bool lacking = std::any_of(record.materials.begin(), record.materials.end(), [](const MaterialRecord& material) {
        return material.code == Authorisation && !isHere(material.status);
    });
    draft.agentAuthorised = draft.hasAgent && !lacking; // otherwise it was seen, or the case would not be there
    for (const MaterialRecord& material : record.materials)
        draft.materials.insert(material.code, {material.status, material.pages, material.shortfall, material.source, material.askedBecause,
                                               material.verified});
    draft.step = IntakeStep::Materials;
    draft.base = record;
    const QStringList owed = materialsToBring(record);
    for (const QString& code : owed) {
        if (draft.focusMaterial.isEmpty() && !isHere(draft.materials.value(code).status))
            draft.focusMaterial = code;
    }
    return draft;
}

IntakeDraft renewed(const IntakeDraft& draft, const CaseRecord& record)
{
    IntakeDraft now = draftToGoOn(record);
    if (!draft.base)
        return now;
    if (draft.base->version > record.version || *draft.base == record)
        return draft;
    const IntakeDraft before = draftToGoOn(*draft.base);
    const QStringList owed = materialsToBring(record);
    DraftMaterial waiting = draft.materials.value(UnsortedMaterial);
    for (auto it = draft.materials.cbegin(); it != draft.materials.cend(); ++it) {
        if (it.key() == UnsortedMaterial || *it == before.materials.value(it.key()))
            continue;
        if (owed.contains(it.key()))
            now.materials[it.key()] = *it;
        else
            std::copy_if(it->pages.begin(), it->pages.end(), std::back_inserter(waiting.pages),
                         [&](const PageRef& page) { return !now.materials.value(it.key()).pages.contains(page); });
    }
    if (!waiting.pages.isEmpty())
        now.materials[UnsortedMaterial] = waiting;
    IntakeDraft result = draft;
    result.base = record;
    result.applicant = now.applicant;
    result.hasAgent = now.hasAgent;
    result.agent = now.agent;
    if (draft.agentAuthorised == before.agentAuthorised)
        result.agentAuthorised = now.agentAuthorised;
    result.materials = now.materials;
    result.commitmentAgreed = false; // it was given for what was lacking then
    result.signature.reset();
    return result;
}

Result<ActRecord> buildEnding(const IntakeDraft& draft, CaseAct kind, const std::optional<QDate>& until, const Moment& now,
                              const CaseSetting& setting)
{
    if (!draft.base)
        return fail(ErrorKind::InvalidInput, u"case.unknown"_s);
    ActRecord act = actBy(draft, kind, now, setting);
    act.until = until;
    act.materials = brought(draft);
    const bool tells = kind == CaseAct::NotifyOnce || kind == CaseAct::ReceiveDeferred;
    const bool listed = std::any_of(draft.base->materials.begin(), draft.base->materials.end(),
                                    [](const MaterialRecord& material) { return material.code == Authorisation; });
    if (tells && !listed && lacksAuthorisation(draft))
        act.materials.append(missingAuthorisation());
    act.reason = draft.noticeReason.trimmed();
    if (kind == CaseAct::Refuse)
        act.refusal = refusalOn(draft, now.time);
    if (const auto state = nextState(draft.base->state, kind))
        act.papers = kind == CaseAct::NotifyOnce ? papersFor(CaseState::ToCorrect) : papersFor(*state);
    return applyAct(*draft.base, act).map([&](const CaseRecord&) { return act; });
}

Result<ActRecord> buildAct(const IntakeDraft& draft, const ServiceItem& item, const Verdict& verdict, const Moment& now,
                           const CaseSetting& setting, const WorkCalendar& calendar)
{
    if (!draft.base)
        return fail(ErrorKind::InvalidInput, u"case.unknown"_s);
    ActRecord act = actBy(draft, CaseAct::Accept, now, setting);
    const auto built =
        isSupplement(draft.base->state) ? takeSupplement(act, draft, item, calendar) : takeCorrection(act, draft, item, verdict, setting);
    if (!built)
        return tl::unexpected(built.error());
    return applyAct(*draft.base, act).map([&](const CaseRecord&) { return act; });
}

} // namespace core
