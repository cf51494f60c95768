// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/lookup/correctionpane.h"

#include "app/core/masking.h"
#include "widgets/common/field.h"
#include "widgets/common/keybutton.h"
#include "widgets/common/label.h"

#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

constexpr int CorrectionWidth = 400;

QString* valueIn(core::Correction& correction, const std::optional<desk::PartyRole>& role, const QString& name)
{
    if (!role)
        return &correction.postTo;
    core::Party* party = *role == desk::PartyRole::Applicant ? &correction.applicant : correction.agent ? &*correction.agent : nullptr;
    if (!party)
        return nullptr;
    return name == u"name"      ? &party->name
           : name == u"number"  ? &party->certificate.number
           : name == u"phone"   ? &party->phone
           : name == u"address" ? &party->address
                                : &party->legalRepresentative;
}

} // namespace

CorrectionPane::CorrectionPane(desk::CorrectionDesk& correction, QWidget* parent)
    : QFrame(parent), m_correction(correction), m_number(newLabel("title", this)), m_hint(newLabel("muted", this)), m_reason(nullptr),
      m_submit(new KeyButton(tr("Put it right"), u"F12"_s, this, KeyButton::Weight::Primary))
{
    setObjectName(u"verdictPanel"_s);
    setFixedWidth(CorrectionWidth);
    m_hint->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 14);
    column->setSpacing(10);
    column->addWidget(newTag("warn", this, tr("Correction")), 0, Qt::AlignLeft);
    column->addWidget(m_number);
    column->addWidget(m_hint);
    auto* body = new QWidget(this);
    body->setObjectName(u"scrollBody"_s);
    auto* fields = new QVBoxLayout(body);
    fields->setContentsMargins(0, 0, 4, 0);
    fields->setSpacing(8);
    const auto applicant = desk::PartyRole::Applicant;
    const auto agent = desk::PartyRole::Agent;
    const auto number = [](const QString& value) { return value.isEmpty() ? value : core::maskedNumber(value); };
    const auto ofApplicant = [this, number](const QString& value) {
        const bool organisation = m_correction.correction().applicant.kind == core::ApplicantKind::Organisation;
        return organisation && !value.isEmpty() ? core::maskedCreditCode(value) : number(value);
    };
    const auto phone = [](const QString& value) { return value.isEmpty() ? value : core::maskedPhone(value); };
    addLine(tr("Applicant"), applicant, u"name"_s, true);
    addLine(tr("Certificate number"), applicant, u"number"_s, true)->edit()->setMask(ofApplicant);
    addLine(tr("Legal representative"), applicant, u"legalRepresentative"_s, true);
    addLine(tr("Phone"), applicant, u"phone"_s)->edit()->setMask(phone);
    addLine(tr("Address"), applicant, u"address"_s);
    addLine(tr("Agent"), agent, u"name"_s, true);
    addLine(tr("Agent's certificate number"), agent, u"number"_s, true)->edit()->setMask(number);
    addLine(tr("Agent's phone"), agent, u"phone"_s)->edit()->setMask(phone);
    addLine(tr("Post the result to (empty: collected here)"), std::nullopt, u"postTo"_s);
    m_reason = new Field(tr("What was wrong, and why"), this);
    for (const Line& line : std::as_const(m_lines))
        fields->addWidget(line.field);
    fields->addWidget(m_reason);
    fields->addStretch();
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(scroll, 1);
    column->addWidget(m_submit);
    column->addWidget(newLabel("muted", this, tr("Esc leaves it as it is")));
    connect(m_submit, &KeyButton::clicked, this, &CorrectionPane::submit);
    connect(&correction, &desk::CorrectionDesk::changed, this, &CorrectionPane::follow);
    follow();
}

Field* CorrectionPane::addLine(const QString& label, std::optional<desk::PartyRole> role, const QString& name, bool identity)
{
    auto* field = new Field(label, this);
    const Line line{field, role, name, identity};
    connect(field->edit(), &MaskedEdit::valueEdited, this, [this, line](const QString& value) { push(line, value); });
    m_lines.append(line);
    return field;
}

QString CorrectionPane::valueOf(const Line& line) const
{
    core::Correction correction = m_correction.correction();
    const QString* value = valueIn(correction, line.role, line.name);
    return value ? *value : QString();
}

void CorrectionPane::push(const Line& line, const QString& value)
{
    core::Correction correction = m_correction.correction();
    if (QString* place = valueIn(correction, line.role, line.name))
        *place = value;
    m_correction.set(correction);
}

void CorrectionPane::follow()
{
    const auto& record = m_correction.record();
    setVisible(record.has_value());
    const QString shown = record ? record->id : QString();
    if (std::exchange(m_shown, shown) != shown) {
        m_reason->edit()->setValue({});
        for (const Line& line : std::as_const(m_lines)) {
            line.field->edit()->setValue({});
            line.field->forget();
        }
    }
    if (!record)
        return;
    fill();
    m_number->setText(record->number);
    const bool identity = m_correction.mayChangeIdentity();
    m_hint->setText(m_correction.needsOtherNumber()
                        ? tr("The number is another case's over there. It is sent with a provisional one, and the "
                             "papers are printed anew.")
                    : identity ? tr("What changes whose case it is prints the papers anew; they replace the earlier ones.")
                               : tr("Names and certificates are put right by a supervisor."));
    m_reason->setVisible(m_correction.needsReason());
    m_submit->setText(m_correction.needsReason() ? tr("Put it right") : tr("Put it right and send it again"));
    m_submit->setEnabled(!m_correction.isBusy());
}

void CorrectionPane::fill()
{
    const auto faults = m_correction.faults();
    const bool organisation = m_correction.correction().applicant.kind == core::ApplicantKind::Organisation;
    for (const Line& line : std::as_const(m_lines)) {
        const bool agents = line.role == desk::PartyRole::Agent;
        line.field->setVisible(agents ? m_correction.correction().agent.has_value() : organisation || line.name != u"legalRepresentative");
        line.field->edit()->setEnabled(!m_correction.isBusy() && (!line.identity || m_correction.mayChangeIdentity()));
        line.field->edit()->setValue(valueOf(line));
        QString fault;
        for (const desk::FieldFault& one : faults) {
            if (line.role == one.role && line.name == one.field)
                fault = one.advice.text();
        }
        line.field->setFault(fault);
    }
}

/// Where the back office found fault, or the first that can be written.
void CorrectionPane::focusWork()
{
    const auto refused = m_correction.refusedField();
    const auto wanted = std::find_if(m_lines.begin(), m_lines.end(), [&](const Line& line) {
        return refused ? line.role == refused->first && line.name == refused->second : line.field->edit()->isEnabled();
    });
    if (wanted == m_lines.end())
        return m_submit->setFocus();
    wanted->field->edit()->setFocus();
    wanted->field->edit()->selectAll();
}

void CorrectionPane::submit()
{
    const auto faults = m_correction.faults();
    const Line* faulty = nullptr;
    for (const Line& line : std::as_const(m_lines)) {
        line.field->insist();
        const bool wrong = std::any_of(faults.begin(), faults.end(),
                                       [&](const auto& fault) { return line.role == fault.role && line.name == fault.field; });
        if (wrong && !faulty)
            faulty = &line;
    }
    if (faulty)
        faulty->field->edit()->setFocus();
    else if (m_correction.needsReason() && m_reason->edit()->value().trimmed().isEmpty())
        m_reason->edit()->setFocus();
    m_correction.submit(m_reason->edit()->value());
}

void CorrectionPane::takeCard(const QString& name, const QString& certificateNumber)
{
    core::Correction correction = m_correction.correction();
    if (!m_correction.mayChangeIdentity() || correction.applicant.kind != core::ApplicantKind::Person)
        return;
    correction.applicant.name = name;
    correction.applicant.certificate.number = certificateNumber;
    m_correction.set(correction);
}

} // namespace widgets
