// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/intake/partyform.h"

#include "app/core/masking.h"
#include "widgets/common/field.h"
#include "widgets/common/label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

PartyForm::PartyForm(desk::IntakeDesk& intake, desk::PartyRole role, QWidget* parent)
    : QWidget(parent), m_intake(intake), m_role(role), m_name(new Field(tr("Name"), this)), m_type(new QComboBox(this)),
      m_row(new QHBoxLayout(this)), m_typeBox(new QWidget(this)), m_number(new Field(tr("Certificate number"), this)),
      m_representative(new Field(tr("Legal representative"), this)), m_phone(new Field(tr("Phone"), this)),
      m_address(new Field(tr("Address"), this))
{
    using core::CertificateType;
    m_type->addItem(tr("ID card"), int(CertificateType::CitizenId));
    m_type->addItem(tr("Residence permit (HK, Macao, Taiwan)"), int(CertificateType::ResidencePermit));
    m_type->addItem(tr("Permanent residence card"), int(CertificateType::PermanentResidence));
    m_type->addItem(tr("Passport"), int(CertificateType::Passport));
    m_type->addItem(tr("Military certificate"), int(CertificateType::Military));
    m_type->addItem(tr("Other certificate"), int(CertificateType::Other));
    m_type->setAccessibleName(tr("Certificate type"));
    m_type->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto* typeColumn = new QVBoxLayout(m_typeBox);
    typeColumn->setContentsMargins(0, 0, 0, 0);
    typeColumn->setSpacing(2);
    QLabel* typeName = newLabel("muted", m_typeBox, tr("Certificate type"));
    typeName->setBuddy(m_type);
    typeColumn->addWidget(typeName);
    typeColumn->addWidget(m_type);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(12);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_name, m_typeBox, m_number, m_representative, m_phone, m_address})
        m_row->addWidget(widget, 1, Qt::AlignTop);
    m_number->edit()->setMask([this](const QString& number) {
        const bool code = m_role == desk::PartyRole::Applicant && m_intake.draft().applicant.kind == core::ApplicantKind::Organisation;
        return number.isEmpty() ? number : code ? core::maskedCreditCode(number) : core::maskedNumber(number);
    });
    m_phone->edit()->setMask([](const QString& phone) { return phone.isEmpty() ? phone : core::maskedPhone(phone); });
    for (Field* field : {m_name, m_number, m_representative, m_phone, m_address})
        connect(field->edit(), &MaskedEdit::valueEdited, this, &PartyForm::push);
    connect(m_type, &QComboBox::currentIndexChanged, this, &PartyForm::push);
    connect(&intake, &desk::IntakeDesk::changed, this, &PartyForm::follow);
    connect(&intake, &desk::IntakeDesk::visitBegun, this, [this] {
        for (const auto& [name, field] : fields())
            field->forget();
    });
    follow();
}

core::Party PartyForm::party() const
{
    return m_role == desk::PartyRole::Applicant ? m_intake.draft().applicant : m_intake.draft().agent;
}

void PartyForm::push()
{
    if (m_following)
        return;
    core::Party next = party();
    next.name = m_name->edit()->value();
    next.certificate.number = m_number->edit()->value();
    if (next.kind == core::ApplicantKind::Person)
        next.certificate.type = core::CertificateType(m_type->currentData().toInt());
    next.legalRepresentative = m_representative->edit()->value();
    next.phone = m_phone->edit()->value();
    next.address = m_address->edit()->value();
    m_intake.setParty(m_role, next);
}

void PartyForm::follow()
{
    m_following = true;
    const core::Party shown = party();
    const bool organisation = shown.kind == core::ApplicantKind::Organisation;
    m_name->setLabel(organisation ? tr("Organisation") : m_role == desk::PartyRole::Applicant ? tr("Applicant") : tr("Agent"));
    m_number->setLabel(organisation ? tr("Unified social credit code") : tr("Certificate number"));
    m_typeBox->setVisible(!organisation);
    m_representative->setVisible(organisation);
    m_address->setVisible(m_role == desk::PartyRole::Applicant);
    m_row->setStretchFactor(m_name, organisation ? 7 : 3); // organisations have long names
    m_row->setStretchFactor(m_typeBox, 4);
    m_row->setStretchFactor(m_number, 5);
    m_row->setStretchFactor(m_representative, 3);
    m_row->setStretchFactor(m_phone, 4);
    m_row->setStretchFactor(m_address, organisation ? 4 : 6);
    m_name->edit()->setValue(shown.name);
    m_number->edit()->setValue(shown.certificate.number);
    m_representative->edit()->setValue(shown.legalRepresentative);
    m_phone->edit()->setValue(shown.phone);
    m_address->edit()->setValue(shown.address);
    m_type->setCurrentIndex(std::max(0, m_type->findData(int(shown.certificate.type))));
    for (const auto& [name, field] : fields())
        field->setFault(faultOf(name));
    setEnabled(!m_intake.record() && !m_intake.draft().base);
    m_following = false;
}

QList<std::pair<QString, Field*>> PartyForm::fields() const
{
    return {{u"name"_s, m_name}, {u"number"_s, m_number}, {u"legalRepresentative"_s, m_representative}, {u"phone"_s, m_phone}};
}

QString PartyForm::faultOf(const QString& field) const
{
    const auto faults = m_intake.faults();
    for (const desk::FieldFault& fault : faults) {
        if (fault.role == m_role && fault.field == field)
            return fault.advice.text();
    }
    return {};
}

bool PartyForm::showGaps()
{
    Field* first = nullptr;
    for (const auto& [name, field] : fields()) {
        field->insist();
        if (!first && !field->isHidden() && !faultOf(name).isEmpty())
            first = field;
    }
    if (first)
        first->edit()->setFocus();
    return first != nullptr;
}

void PartyForm::focusFirstGap()
{
    for (Field* field : {m_name, m_number, m_representative, m_phone}) {
        if (!field->isHidden() && field->edit()->value().isEmpty()) {
            field->edit()->setFocus();
            return;
        }
    }
    m_phone->edit()->setFocus();
}

bool PartyForm::holdsFocus() const
{
    return focusWidget() && isAncestorOf(focusWidget()) && focusWidget()->hasFocus();
}

} // namespace widgets
