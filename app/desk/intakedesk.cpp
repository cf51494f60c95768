// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/intakedesk.h"

#include "app/core/querycode.h"
#include "app/core/uuid7.h"
#include "app/desk/partyfaults.h"
#include "app/store/drafts.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype UndoSteps = 50;

/// A case was opened, and nothing was brought to it: that is no unfinished intake.
bool isOnlyLookedAt(const core::IntakeDraft& draft)
{
    if (!draft.base)
        return false;
    core::IntakeDraft fresh = core::draftToGoOn(*draft.base);
    fresh.step = draft.step;
    fresh.focusMaterial = draft.focusMaterial;
    return draft == fresh;
}

} // namespace

IntakeDesk::IntakeDesk(Services& services, WorkDay& day) : m_services(services), m_day(day), m_shelf(services), m_keeper(services)
{
    connect(&m_keeper, &DraftKeeper::failed, this, [this](const core::Error& error) { Q_EMIT adviceGiven(adviceFor(error)); });
    connect(&m_keeper, &DraftKeeper::safeAgain, this, &IntakeDesk::safeAgain);
    connect(&day, &WorkDay::referenceChanged, this, [this] {
        decide();
        Q_EMIT changed();
    });
    connect(&m_shelf, &PageShelf::changed, this, &IntakeDesk::changed);
    beginVisit(std::nullopt);
}

const core::ServiceItem* IntakeDesk::item() const
{
    if (m_draft.base && m_ofCase)
        return &*m_ofCase; // the catalogue may have moved on, the case has not
    return m_day.catalogue() ? m_day.catalogue()->item(m_draft.itemCode) : nullptr;
}

QList<core::MaterialRequirement> IntakeDesk::materials() const
{
    if (!item())
        return {};
    auto asked = item()->materialsOf(m_draft.scenarioCode);
    if (m_draft.base)
        asked.removeIf([codes = core::materialsToBring(*m_draft.base)](const auto& material) { return !codes.contains(material.code); });
    return asked;
}

QList<FieldFault> IntakeDesk::faults() const
{
    return faultsOf(m_draft, m_day.today());
}

bool IntakeDesk::isUnfinished() const
{
    return m_touched && !m_record;
}

void IntakeDesk::beginVisit(const std::optional<core::Ticket>& ticket)
{
    m_draft = {};
    m_draft.caseId = core::idText(core::newId());
    if (ticket) {
        m_draft.ticketId = ticket->id;
        m_draft.ticketNumber = ticket->number;
        m_draft.applicant.name = ticket->holderName; // the rest is on the card
    }
    m_record.reset();
    m_undo.clear();
    m_undoField.clear();
    m_shelf.clear();
    m_queryCode = core::newQueryCode();
    m_touched = false;
    m_brought.clear();
    m_broughtFor = {};
    m_ofCase.reset();
    decide();
    Q_EMIT visitBegun();
    Q_EMIT changed();
}

core::IntakeDraft IntakeDesk::another() const
{
    core::IntakeDraft next;
    next.caseId = core::idText(core::newId());
    next.ticketId = m_draft.ticketId;
    next.ticketNumber = m_draft.ticketNumber;
    next.applicant = m_draft.applicant;
    next.hasAgent = m_draft.hasAgent;
    next.agent = m_draft.agent;
    next.receivedAt = m_services.clock->now().time;
    return next;
}

void IntakeDesk::beginAnother()
{
    if (!m_record || m_busy)
        return;
    const QList<core::Holding> brought = broughtSoFar();
    const core::Certificate holder = m_record->applicant.certificate;
    restore(another());
    m_brought = brought;
    m_broughtFor = holder;
    m_touched = false; // nothing of the next case is entered yet
    decide();
    Q_EMIT changed();
}

void IntakeDesk::restore(const core::IntakeDraft& draft)
{
    m_draft = draft;
    m_record.reset();
    m_undo.clear();
    m_undoField.clear();
    m_queryCode = core::newQueryCode();
    m_brought.clear();
    m_broughtFor = {};
    const core::ServiceItem* known = m_day.catalogue() ? m_day.catalogue()->item(draft.itemCode) : nullptr;
    m_ofCase = draft.base ? std::optional(core::itemOfCase(*draft.base, known)) : std::nullopt;
    m_touched = !isOnlyLookedAt(draft);
    decide();
    m_shelf.clear();
    m_shelf.load(m_draft);
    Q_EMIT visitBegun();
    Q_EMIT changed();
}

/// Before every change: remembers what was, and that the service has begun.
void IntakeDesk::touch(const QString& field)
{
    const bool goesOn = !field.isEmpty() && field == m_undoField && !m_undo.isEmpty();
    m_undoField = field;
    if (!goesOn)
        m_undo.append(m_draft);
    if (m_undo.size() > UndoSteps)
        m_undo.removeFirst();
    begun();
}

/// With the first input the service of a called ticket begins.
void IntakeDesk::begun()
{
    if (std::exchange(m_touched, true))
        return;
    m_draft.receivedAt = m_services.clock->now().time;
    Q_EMIT firstInput();
}

void IntakeDesk::edited()
{
    if (core::isChecked(m_draft.applicant.certificate.type)) // others are right from their first letter on
        keepWhatIsTheirs();
    decide();
    if (!m_draft.commitmentAgreed || (m_draft.signature && m_draft.signature->letter != core::letterOf(m_draft, m_verdict)))
        m_draft.signature.reset(); // it stands under another letter
    m_keeper.save(m_draft);
    Q_EMIT changed();
}

void IntakeDesk::adoptTicket(const core::Ticket& ticket)
{
    if (isLocked() || !m_draft.ticketId.isEmpty())
        return;
    m_draft.ticketId = ticket.id;
    m_draft.ticketNumber = ticket.number;
    if (m_touched)
        edited();
}

void IntakeDesk::discard(const std::optional<core::Ticket>& ticket)
{
    m_keeper.forget(m_draft.caseId);
    const QString caseId = m_draft.caseId;
    discardDraft(m_services, caseId).then(this, [this](const core::Result<void>& dropped) {
        if (!dropped)
            Q_EMIT adviceGiven(adviceFor(dropped.error()));
    });
    beginVisit(ticket);
}

void IntakeDesk::chooseItem(const QString& code)
{
    if (isLocked() || m_draft.base || m_draft.itemCode == code)
        return;
    touch();
    m_draft.itemCode = code;
    m_draft.bundle.clear();
    // Another item's codes mean other papers: their pages wait to be sorted anew (Ctrl+Z brings the old state back).
    m_draft.scenarioCode.clear();
    m_draft.materials.removeIf([](const auto& entry) { return !entry.value().source.isEmpty(); }); // offered anew where it serves
    gatherStrays();
    m_draft.focusMaterial.clear();
    m_draft.commitmentAgreed = false;
    const core::ServiceItem* chosen = item();
    m_draft.scenarioCode = chosen && chosen->scenarios.size() == 1 ? chosen->scenarios.constFirst().code : QString();
    if (chosen && !chosen->applicantKinds.contains(m_draft.applicant.kind)) {
        m_draft.applicant.kind = chosen->applicantKinds.constFirst();
        const bool organisation = m_draft.applicant.kind == core::ApplicantKind::Organisation;
        if (organisation && m_draft.agent == core::Party{} && !m_draft.applicant.name.isEmpty()) {
            m_draft.agent = m_draft.applicant; // whose card was read first handles it for the organisation
            m_draft.agent.kind = core::ApplicantKind::Person;
            m_draft.applicant = {};
            m_draft.applicant.kind = core::ApplicantKind::Organisation;
        }
        m_draft.applicant.certificate.type = organisation ? core::CertificateType::CreditCode : core::CertificateType::CitizenId;
        if (organisation)
            m_draft.hasAgent = true;
    }
    edited();
}

void IntakeDesk::chooseScenario(const QString& code)
{
    if (isLocked() || m_draft.base || m_draft.scenarioCode == code)
        return;
    touch();
    m_draft.scenarioCode = code;
    gatherStrays();
    m_draft.commitmentAgreed = false; // it was given for other materials
    edited();
}

void IntakeDesk::setParty(PartyRole role, const core::Party& party)
{
    core::Party& target = role == PartyRole::Applicant ? m_draft.applicant : m_draft.agent;
    if (isLocked() || m_draft.base || target == party)
        return;
    const QString field = changedField(target, party);
    touch(field.isEmpty() ? field : QString::number(int(role)) + field);
    if (role == PartyRole::Agent && target.certificate != party.certificate)
        m_draft.agentAuthorised = false; // the authorisation was somebody else's
    target = party;
    edited();
}

void IntakeDesk::setHasAgent(bool hasAgent)
{
    if (isLocked() || m_draft.base || m_draft.hasAgent == hasAgent)
        return;
    touch();
    m_draft.hasAgent = hasAgent;
    edited();
}

void IntakeDesk::setAgentAuthorised(bool authorised)
{
    const bool settled = m_draft.base && m_draft.base->acceptedAt.isValid();
    if (isLocked() || settled || m_draft.agentAuthorised == authorised)
        return;
    touch();
    m_draft.agentAuthorised = authorised;
    edited();
}

void IntakeDesk::setCommitmentAgreed(bool agreed)
{
    if (isLocked() || m_draft.commitmentAgreed == agreed)
        return;
    touch();
    m_draft.commitmentAgreed = agreed;
    edited();
}

void IntakeDesk::setStep(core::IntakeStep step)
{
    if (m_draft.step == step)
        return;
    m_draft.step = step;
    if (m_touched && !isLocked())
        m_keeper.save(m_draft);
}

void IntakeDesk::setFocusMaterial(const QString& code)
{
    if (code.isEmpty() || m_draft.focusMaterial == code)
        return; // a list that is built anew has no current row for a moment
    m_draft.focusMaterial = code;
    Q_EMIT focusMaterialChanged();
    if (m_touched && !isLocked())
        m_keeper.save(m_draft);
}

void IntakeDesk::togglePresent(const QString& materialCode)
{
    const core::MaterialStatus status = m_draft.materials.value(materialCode).status;
    const bool spared = status == core::MaterialStatus::Reused || status == core::MaterialStatus::ELicence;
    if (isLocked() || materialCode.isEmpty() || (!m_draft.materials.value(materialCode).pages.isEmpty() && !spared))
        return;
    touch();
    if (const auto held = offer(materialCode)) { // it need not be brought
        m_draft.materials[materialCode] = {core::statusFrom(*held), held->pages, {}, held->reference};
        return edited();
    }
    if (spared) {
        m_draft.materials.remove(materialCode);
        m_draft.commitmentAgreed = false;
        return edited();
    }
    core::DraftMaterial& material = m_draft.materials[materialCode];
    const bool present = material.status == core::MaterialStatus::Present;
    material.status = present ? core::MaterialStatus::Missing : core::MaterialStatus::Present;
    if (present)
        m_draft.commitmentAgreed = false; // it was given for fewer materials
    edited();
}

void IntakeDesk::setShortfall(const QString& materialCode, const QString& text)
{
    if (isLocked() || m_draft.materials.value(materialCode).shortfall == text)
        return;
    touch(u"shortfall"_s + materialCode);
    m_draft.materials[materialCode].shortfall = text;
    edited();
}

void IntakeDesk::toggleShortfall(const QString& materialCode)
{
    if (isLocked() || materialCode.isEmpty())
        return;
    touch();
    core::DraftMaterial& material = m_draft.materials[materialCode];
    switch (material.status) {
    case core::MaterialStatus::Wrong: material.status = core::MaterialStatus::WrongCorrectable; break;
    case core::MaterialStatus::WrongCorrectable:
        material.status = core::MaterialStatus::Present;
        material.shortfall.clear();
        break;
    default: material.status = core::MaterialStatus::Wrong; break;
    }
    m_draft.commitmentAgreed = false; // it was given for other materials
    edited();
}

void IntakeDesk::setRefusal(const core::Refusal& refusal)
{
    if (isLocked() || m_draft.refusal == refusal)
        return;
    touch(u"refusal"_s);
    m_draft.refusal = refusal;
    edited();
}

void IntakeDesk::setNoticeReason(const QString& reason)
{
    if (isLocked() || m_draft.noticeReason == reason)
        return;
    touch(u"noticeReason"_s);
    m_draft.noticeReason = reason;
    edited();
}

void IntakeDesk::applyCard(const CardHolder& holder, PartyRole role)
{
    if (isLocked() || m_draft.base)
        return;
    touch();
    core::Party& party = role == PartyRole::Applicant ? m_draft.applicant : m_draft.agent;
    if (role == PartyRole::Agent) {
        m_draft.hasAgent = true;
        if (party.certificate != holder.certificate)
            m_draft.agentAuthorised = false; // the authorisation was somebody else's
    }
    if (!party.certificate.number.isEmpty() && party.certificate != holder.certificate)
        party.phone.clear(); // another person's
    party.kind = core::ApplicantKind::Person;
    party.name = holder.name;
    party.certificate = holder.certificate;
    party.address = holder.address;
    keepWhatIsTheirs();
    edited();
}

void IntakeDesk::undo()
{
    if (isLocked() || m_undo.isEmpty())
        return;
    core::IntakeDraft before = m_undo.takeLast();
    before.step = m_draft.step;
    before.ticketId = m_draft.ticketId; // a ticket that was picked up, and the time of receipt, are not typed
    before.ticketNumber = m_draft.ticketNumber;
    before.receivedAt = m_draft.receivedAt;
    if (m_draft.signature)
        before.signature = m_draft.signature; // goes where it does not hold any more
    const QString focus = m_draft.focusMaterial;
    m_draft = before;
    const auto asked = materials();
    if (std::any_of(asked.begin(), asked.end(), [&](const auto& material) { return material.code == focus; }))
        m_draft.focusMaterial = focus; // where pages go is no step to take back
    gatherStrays();                    // pages that came since may belong to what is not asked for any more
    m_undoField.clear();
    edited();
}

core::VerdictInput IntakeDesk::verdictInput() const
{
    core::VerdictInput input;
    input.item = item();
    input.scenarioCode = m_draft.scenarioCode;
    for (auto it = m_draft.materials.cbegin(); it != m_draft.materials.cend(); ++it)
        input.materials.insert(it.key(), it->status);
    input.applicantComplete = faults().isEmpty();
    input.hasAgent = m_draft.hasAgent;
    input.agentAuthorised = m_draft.agentAuthorised;
    input.commitmentAgreed = m_draft.commitmentAgreed;
    if (isKnown()) {
        input.credit = m_findings->barred ? core::CreditStanding::Barred : core::CreditStanding::Clear;
        const auto* open = m_draft.base ? nullptr : m_findings->openCaseOf(m_draft.itemCode);
        input.openCase = open ? open->number : QString();
    }
    core::applyGrants(m_draft.grants, input);
    input.today = m_day.today();
    return input;
}

void IntakeDesk::decide()
{
    m_verdict = core::decide(verdictInput(), m_day.calendar());
}

core::CaseSetting IntakeDesk::setting() const
{
    if (!m_day.isSignedIn())
        return {};
    const syncing::Workplace& place = m_day.workplace();
    return {place.hall, place.window, place.clerk, m_queryCode};
}

core::Result<core::CaseRecord> IntakeDesk::provisionalRecord(std::optional<core::CaseAct> end) const
{
    const core::ServiceItem* chosen = item();
    if (!chosen)
        return core::fail(core::ErrorKind::InvalidInput, u"print.nothing"_s);
    if (m_draft.base)
        return (end ? ending(*end) : act()).and_then([this](const core::ActRecord& next) { return afterAct(next); });
    const auto likely = m_verdict.outcome == core::Outcome::Complete     ? core::CaseAct::Accept
                        : m_verdict.outcome == core::Outcome::Deferrable ? core::CaseAct::AcceptDeferred
                                                                         : core::CaseAct::NotifyOnce;
    auto record = core::buildRecord(m_draft, *chosen, m_verdict, end.value_or(likely), m_services.clock->now(), setting());
    if (record)
        record->waitsUntil = waits(end.value_or(likely)).value_or(std::nullopt);
    return record;
}

void IntakeDesk::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

/// Nothing was written: the intake is what it was.
void IntakeDesk::refuse(const core::Error& error)
{
    setBusy(false);
    m_keeper.save(m_draft);
    Q_EMIT adviceGiven(adviceFor(error));
}

} // namespace desk
