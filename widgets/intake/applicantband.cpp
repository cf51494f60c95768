// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/intake/applicantband.h"

#include "widgets/common/keybutton.h"
#include "widgets/common/label.h"
#include "widgets/intake/partyform.h"
#include "widgets/intake/portrait.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

ApplicantBand::ApplicantBand(desk::IntakeDesk& intake, QWidget* parent)
    : Band(2, tr("Applicant"), tr("Read card"), u"F5"_s, parent), m_intake(intake),
      m_applicant(new PartyForm(intake, desk::PartyRole::Applicant, this)), m_agent(new PartyForm(intake, desk::PartyRole::Agent, this)),
      m_cardTag(newTag("ok", this, tr("Card read"))), m_portrait(new Portrait(this)),
      m_hasAgent(new KeyButton(tr("An agent handles it"), u"Alt+5"_s, this)),
      m_authorised(new KeyButton(tr("Authorisation seen"), u"Alt+3"_s, this)), m_kind(new KeyButton(tr("Organisation"), u"Alt+4"_s, this)),
      m_post(new KeyButton(tr("Post the result"), u"Ctrl+D"_s, this)), m_postTo(new QLineEdit(this))
{
    head()->addWidget(m_cardTag);
    forgetCard();
    auto* forms = new QVBoxLayout;
    forms->addWidget(m_applicant);
    forms->addWidget(m_agent);
    auto* switches = new QHBoxLayout;
    switches->setSpacing(8);
    for (KeyButton* button : {m_kind, m_hasAgent, m_authorised, m_post}) {
        button->setCheckable(true);
        button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        switches->addWidget(button);
    }
    switches->addStretch();
    forms->addLayout(switches);
    m_postTo->setPlaceholderText(tr("Name and address the result is posted to"));
    m_postTo->setAccessibleName(m_postTo->placeholderText());
    forms->addWidget(m_postTo);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    row->addLayout(forms, 1);
    row->addWidget(m_portrait, 0, Qt::AlignTop);
    body()->addLayout(row);
    connect(m_hasAgent, &KeyButton::clicked, this, &ApplicantBand::toggleAgent);
    connect(m_authorised, &KeyButton::clicked, this, &ApplicantBand::toggleAuthorised);
    connect(m_kind, &KeyButton::clicked, this, &ApplicantBand::toggleKind);
    connect(m_post, &KeyButton::clicked, this, &ApplicantBand::togglePost);
    connect(m_postTo, &QLineEdit::textEdited, &intake, &desk::IntakeDesk::setPostTo);
    connect(&intake, &desk::IntakeDesk::changed, this, &ApplicantBand::follow);
    connect(&intake, &desk::IntakeDesk::visitBegun, this, &ApplicantBand::forgetCard);
    follow();
}

void ApplicantBand::follow()
{
    const core::IntakeDraft& draft = m_intake.draft();
    const bool open = !m_intake.record() && !draft.base; // a case keeps its parties
    m_agent->setVisible(draft.hasAgent);
    m_authorised->setVisible(draft.hasAgent);
    m_hasAgent->setChecked(draft.hasAgent);
    m_authorised->setChecked(draft.agentAuthorised);
    m_kind->setChecked(draft.applicant.kind == core::ApplicantKind::Organisation);
    const core::ServiceItem* item = m_intake.item();
    m_kind->setVisible(item && item->applicantKinds.size() > 1);
    const bool instant = item && item->instant; // the result is handed out on the spot
    m_posting = m_posting && open && !instant;
    m_post->setVisible(item && !instant);
    m_post->setChecked(m_posting || !draft.postTo.isEmpty());
    m_postTo->setVisible(m_post->isChecked());
    if (m_postTo->text() != draft.postTo)
        m_postTo->setText(draft.postTo);
    for (QWidget* control : std::initializer_list<QWidget*>{m_kind, m_hasAgent, m_authorised, m_post, m_postTo})
        control->setEnabled(open);
}

void ApplicantBand::focusFirstGap()
{
    const bool applicantDone = !m_intake.draft().applicant.name.isEmpty() && !m_intake.draft().applicant.phone.isEmpty();
    applicantDone&& m_intake.draft().hasAgent ? m_agent->focusFirstGap() : m_applicant->focusFirstGap();
}

bool ApplicantBand::showGaps()
{
    const bool inAgent = m_intake.draft().hasAgent && m_agent->showGaps();
    return m_applicant->showGaps() || inAgent;
}

desk::PartyRole ApplicantBand::cardTarget() const
{
    if (m_agent->holdsFocus() || m_intake.draft().applicant.kind == core::ApplicantKind::Organisation)
        return desk::PartyRole::Agent;
    return desk::PartyRole::Applicant;
}

void ApplicantBand::toggleAgent()
{
    m_intake.setHasAgent(!m_intake.draft().hasAgent);
    follow();
}

void ApplicantBand::toggleAuthorised()
{
    if (m_intake.draft().hasAgent)
        m_intake.setAgentAuthorised(!m_intake.draft().agentAuthorised);
    follow();
}

void ApplicantBand::toggleKind()
{
    const core::ServiceItem* item = m_intake.item();
    if (item && item->applicantKinds.size() > 1) {
        core::Party party = m_intake.draft().applicant;
        const bool toPerson = party.kind == core::ApplicantKind::Organisation;
        party.kind = toPerson ? core::ApplicantKind::Person : core::ApplicantKind::Organisation;
        party.certificate.type = toPerson ? core::CertificateType::CitizenId : core::CertificateType::CreditCode;
        m_intake.setParty(desk::PartyRole::Applicant, party);
    }
    follow();
}

/// Asked for, the applicant's own name and address are proposed.
void ApplicantBand::togglePost()
{
    if (m_post->isHidden() || !m_post->isEnabled())
        return;
    const core::IntakeDraft& draft = m_intake.draft();
    m_posting = !m_postTo->isVisible();
    m_intake.setPostTo(m_posting ? QStringList{draft.applicant.name, draft.applicant.address}.join(u' ').trimmed() : QString());
    follow();
    if (m_posting)
        m_postTo->setFocus();
}

void ApplicantBand::showCardRead(const QImage& portrait)
{
    m_cardTag->show();
    m_portrait->show(portrait);
}

void ApplicantBand::forgetCard()
{
    m_cardTag->hide();
    m_portrait->hide();
    m_posting = false;
}

} // namespace widgets
