// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/intakedesk.h"

using namespace Qt::StringLiterals;

namespace desk {

// What an applicant need not bring: known from the back office, or from earlier in the visit.

void IntakeDesk::know(const core::HolderFindings& findings)
{
    m_findings = findings;
    if (!isLocked())
        keepWhatIsTheirs(); // the number was left, and looked up
    decide();
    Q_EMIT changed();
}

/// What was found about somebody else does not count.
bool IntakeDesk::isKnown() const
{
    const auto checked = core::checkedCertificate(m_draft.applicant.certificate, m_day.today());
    return m_findings && checked && m_findings->holder == *checked;
}

/// Another card was read, or another number typed: papers held for somebody else, their promise and their exceptions do not go along.
void IntakeDesk::keepWhatIsTheirs()
{
    const auto holder = core::checkedCertificate(m_draft.applicant.certificate, m_day.today());
    if (!holder || m_draft.base)
        return; // half typed, or settled
    if (!m_draft.takenFor.number.isEmpty() && m_draft.takenFor != *holder) {
        core::forgetHolder(m_draft);
        Q_EMIT adviceGiven(adviceFor({core::ErrorKind::InvalidInput, u"applicant.another"_s, {}}));
    }
    m_draft.takenFor = core::holdsSomebodys(m_draft) ? *holder : core::Certificate();
}

/// By earlier cases of this visit, as long as it is for the same person: an agent may come for several.
QList<core::Holding> IntakeDesk::broughtByHolder() const
{
    const auto checked = core::checkedCertificate(m_draft.applicant.certificate, m_day.today());
    return checked && *checked == m_broughtFor ? m_brought : QList<core::Holding>{};
}

/// For the next case: with what the one just taken in brought.
QList<core::Holding> IntakeDesk::broughtSoFar() const
{
    const bool same = m_broughtFor == m_record->applicant.certificate;
    return (same ? m_brought : QList<core::Holding>{}) + core::holdingsOf(*m_record);
}

/// What the case in hand brought itself is not held from elsewhere.
QList<core::Holding> IntakeDesk::holdings() const
{
    QList<core::Holding> all = broughtByHolder() + (isKnown() ? m_findings->holdings : QList<core::Holding>{});
    if (m_draft.base)
        all.removeIf([this](const core::Holding& holding) { return holding.reference == m_draft.base->number; });
    return all;
}

std::optional<core::Holding> IntakeDesk::offer(const QString& materialCode) const
{
    const core::MaterialRequirement* requirement = item() ? item()->material(materialCode) : nullptr;
    if (!requirement || m_record || m_draft.materials.value(materialCode).status != core::MaterialStatus::Missing)
        return std::nullopt;
    return core::offerFor(*requirement, holdings(), m_day.today());
}

int IntakeDesk::offered() const
{
    const auto asked = materials();
    return int(std::count_if(asked.begin(), asked.end(), [this](const auto& material) { return offer(material.code).has_value(); }));
}

int IntakeDesk::spared() const
{
    const auto asked = materials();
    return int(std::count_if(asked.begin(), asked.end(), [this](const auto& material) {
        const core::MaterialStatus status = m_draft.materials.value(material.code).status;
        return status == core::MaterialStatus::Reused || status == core::MaterialStatus::ELicence;
    }));
}

const core::Prefiling* IntakeDesk::prefiling() const
{
    const bool open = isKnown() && !m_record && !m_draft.base && m_draft.prefiling.isEmpty();
    return open ? m_findings->prefilingFor(m_draft.itemCode) : nullptr;
}

bool IntakeDesk::takeOver(const core::Prefiling& prefiling)
{
    const core::Prefiling* offered = this->prefiling();
    if (isLocked() || !offered || offered->id != prefiling.id)
        return false;
    touch();
    m_draft = core::takenOver(m_draft, prefiling);
    gatherStrays();
    m_shelf.load(m_draft);
    edited();
    Q_EMIT takenOver();
    return true;
}

QStringList IntakeDesk::askedWithoutReason() const
{
    if (m_record)
        return {};
    QStringList codes = core::askedWithoutReason(materials(), m_draft.materials, holdings(), m_day.today());
    if (m_draft.base) { // what was taken in then is not asked for now
        for (const core::MaterialRecord& material : m_draft.base->materials) {
            if (core::isHere(material.status))
                codes.removeAll(material.code);
        }
    }
    return codes;
}

bool IntakeDesk::isAskedAnyway(const QString& materialCode) const
{
    const core::DraftMaterial given = m_draft.materials.value(materialCode);
    const bool brought = given.status != core::MaterialStatus::Missing || !given.askedBecause.isEmpty();
    return brought && (!given.askedBecause.isEmpty() || askedWithoutReason().contains(materialCode));
}

core::Result<void> IntakeDesk::mayAsk() const
{
    const QStringList codes = askedWithoutReason();
    if (codes.isEmpty())
        return {};
    return core::fail(core::ErrorKind::InvalidInput, u"material.held"_s, {item()->material(codes.constFirst())->name});
}

void IntakeDesk::setAskedBecause(const QString& materialCode, const QString& reason)
{
    if (isLocked() || m_draft.materials.value(materialCode).askedBecause == reason)
        return;
    touch(u"askedBecause"_s + materialCode);
    m_draft.materials[materialCode].askedBecause = reason;
    edited();
}

void IntakeDesk::toggleVerified(const QString& materialCode)
{
    const core::DraftMaterial given = m_draft.materials.value(materialCode);
    if (isLocked() || given.status != core::MaterialStatus::Present || given.pages.isEmpty())
        return; // there is no scan to hold beside the original
    touch();
    auto& verified = m_draft.materials[materialCode].verified;
    if (verified)
        verified.reset();
    else
        verified = core::Verification{setting().clerk, setting().window, m_services.clock->now().time};
    edited();
}

std::optional<core::Verification> IntakeDesk::verification(const QString& materialCode) const
{
    return core::verificationOf(m_draft.materials.value(materialCode));
}

void IntakeDesk::setPostTo(const QString& address)
{
    if (isLocked() || m_draft.base || m_draft.postTo == address)
        return;
    touch(u"postTo"_s);
    m_draft.postTo = address;
    edited();
}

} // namespace desk
