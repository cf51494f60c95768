// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/recordbuilder.h"

#include "app/core/halltime.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

QList<MaterialRecord> materialsOf(const IntakeDraft& draft, const ServiceItem& item)
{
    QList<MaterialRecord> materials;
    const auto requirements = item.materialsOf(draft.scenarioCode);
    for (const MaterialRequirement& requirement : requirements) {
        const DraftMaterial given = draft.materials.value(requirement.code);
        materials.append({requirement.code,
                          requirement.name,
                          requirement.form,
                          requirement.count,
                          given.status,
                          given.pages,
                          given.shortfall,
                          {},
                          given.source,
                          given.askedBecause,
                          verificationOf(given)});
    }
    return materials;
}

QList<DeferredMaterial> deferredOf(const ServiceItem& item, const Verdict& verdict)
{
    QList<DeferredMaterial> deferred;
    for (const QString& code : verdict.missing) {
        if (const MaterialRequirement* requirement = item.material(code))
            deferred.append({code, requirement->name, requirement->form, verdict.deadlines.supplement.value_or(QDate())});
    }
    return deferred;
}

} // namespace

std::optional<Verification> verificationOf(const DraftMaterial& given)
{
    return given.status == MaterialStatus::Present && !given.pages.isEmpty() ? given.verified : std::nullopt;
}

bool lacksAuthorisation(const IntakeDraft& draft)
{
    return draft.hasAgent && !draft.agentAuthorised;
}

MaterialRecord missingAuthorisation()
{
    return {Authorisation, u"授权委托书"_s};
}

Refusal refusalOn(const IntakeDraft& draft, const QDateTime& now)
{
    return {draft.refusal.reason.trimmed(), draft.refusal.basis.trimmed(), draft.refusal.competentOrgan.trimmed(), hallTime(now).date()};
}

QList<PaperRecord> papersFor(CaseState state)
{
    switch (state) {
    case CaseState::Accepted: return {{PaperKind::AcceptanceNotice, {}, 1}, {PaperKind::ReceiptSlip, {}, 1}};
    case CaseState::AcceptedDeferred:
        return {{PaperKind::DeferredNotice, {}, 2}, {PaperKind::CommitmentLetter, {}, 1}, {PaperKind::ReceiptSlip, {}, 1}};
    case CaseState::Received: return {{PaperKind::ReceiptSlip, {}, 1}};
    case CaseState::ToCorrect: return {{PaperKind::OneTimeNotice, {}, 1}};
    case CaseState::ReceivedDeferred: return {{PaperKind::DeferredReceiptSlip, {}, 1}};
    case CaseState::Refused: return {{PaperKind::RefusalNotice, {}, 1}};
    default: return {};
    }
}

Result<CaseRecord> buildRecord(const IntakeDraft& draft, const ServiceItem& item, const Verdict& verdict, CaseAct act, const Moment& now,
                               const CaseSetting& setting)
{
    const Scenario* scenario = item.scenario(draft.scenarioCode);
    const Result<CaseState> state = nextState(act == CaseAct::Receive ? CaseState::Draft : CaseState::Received, act);
    if (!state || !scenario)
        return fail(ErrorKind::InvalidInput, u"case.transition"_s, {toWire(CaseState::Received)});
    CaseRecord record;
    record.id = draft.caseId;
    record.item = {item.code, item.name};
    record.scenario = {scenario->code, scenario->name};
    record.state = *state;
    record.applicant = draft.applicant;
    if (draft.hasAgent)
        record.agent = draft.agent;
    record.materials = materialsOf(draft, item);
    record.papers = papersFor(*state);
    record.hall = setting.hall;
    record.window = setting.window;
    record.clerk = setting.clerk;
    record.department = item.department;
    record.ticketNumber = draft.ticketNumber;
    const bool today = draft.receivedAt.isValid() && hallTime(draft.receivedAt).date() == hallTime(now.time).date();
    record.receivedAt = today ? draft.receivedAt : now.time; // what was parked overnight went home with the applicant
    record.offline = now.offline;
    record.statutoryDays = item.statutoryDays;
    record.promisedDays = item.promisedDays;
    record.queryCode = setting.queryCode;
    record.prefiling = draft.prefiling;
    record.postTo = draft.postTo.trimmed();
    if (act == CaseAct::NotifyOnce)
        record.notifiedAt = now.time;
    if ((act == CaseAct::NotifyOnce || act == CaseAct::ReceiveDeferred) && lacksAuthorisation(draft))
        record.materials.append(missingAuthorisation());
    if (act == CaseAct::Refuse)
        record.refusal = refusalOn(draft, now.time);
    if (act != CaseAct::Accept && act != CaseAct::AcceptDeferred)
        return record;
    record.acceptedAt = now.time;
    record.statutoryUntil = verdict.deadlines.statutory;
    record.promisedUntil = verdict.deadlines.promised;
    if (act == CaseAct::AcceptDeferred) {
        std::copy_if(draft.grants.begin(), draft.grants.end(), std::back_inserter(record.grants),
                     [](const Grant& grant) { return grant.answer == Grant::Answer::Granted; });
        record.deferred = deferredOf(item, verdict);
        for (PaperRecord& paper : record.papers) {
            if (paper.kind == PaperKind::CommitmentLetter && draft.signature && draft.signature->letter == letterOf(draft, verdict))
                paper.signature = draft.signature->image;
        }
    }
    return record;
}

} // namespace core
