// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/partyfaults.h"

#include "app/core/contact.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

void addPartyFaults(QList<FieldFault>& faults, PartyRole role, const core::Party& party, const QDate& today)
{
    const auto add = [&](const QString& field, const core::Error& error) { faults.append({role, field, adviceFor(error)}); };
    const core::Error needed{core::ErrorKind::InvalidInput, u"field.needed"_s, {}};
    if (party.name.trimmed().isEmpty())
        add(u"name"_s, needed);
    if (party.certificate.number.trimmed().isEmpty())
        add(u"number"_s, needed);
    else if (const auto checked = core::checkedCertificate(party.certificate, today); !checked)
        add(u"number"_s, checked.error());
    if (party.kind == core::ApplicantKind::Organisation && party.legalRepresentative.trimmed().isEmpty())
        add(u"legalRepresentative"_s, needed);
}

} // namespace

QList<FieldFault> faultsOf(const core::IntakeDraft& draft, const QDate& today)
{
    QList<FieldFault> faults;
    addPartyFaults(faults, PartyRole::Applicant, draft.applicant, today);
    if (draft.hasAgent)
        addPartyFaults(faults, PartyRole::Agent, draft.agent, today);
    const bool byAgent = draft.hasAgent && !draft.agent.phone.trimmed().isEmpty();
    const PartyRole contact = byAgent ? PartyRole::Agent : PartyRole::Applicant;
    const QString phone = byAgent ? draft.agent.phone : draft.applicant.phone;
    if (phone.trimmed().isEmpty())
        faults.append({contact, u"phone"_s, adviceFor({core::ErrorKind::InvalidInput, u"field.needed"_s, {}})});
    else if (const auto checked = core::checkedPhone(phone); !checked)
        faults.append({contact, u"phone"_s, adviceFor(checked.error())});
    const bool both = byAgent && !draft.applicant.phone.trimmed().isEmpty(); // reminders may go there
    if (const auto checked = core::checkedPhone(draft.applicant.phone); both && !checked)
        faults.append({PartyRole::Applicant, u"phone"_s, adviceFor(checked.error())});
    return faults;
}

QString changedField(const core::Party& a, const core::Party& b)
{
    QStringList changed;
    const auto compare = [&](const QString& field, const QString& x, const QString& y) {
        if (x != y)
            changed.append(field);
    };
    compare(u"name"_s, a.name, b.name);
    compare(u"number"_s, a.certificate.number, b.certificate.number);
    compare(u"phone"_s, a.phone, b.phone);
    compare(u"address"_s, a.address, b.address);
    compare(u"legalRepresentative"_s, a.legalRepresentative, b.legalRepresentative);
    return changed.size() == 1 && a.certificate.type == b.certificate.type && a.kind == b.kind ? changed.constFirst() : QString();
}

} // namespace desk
