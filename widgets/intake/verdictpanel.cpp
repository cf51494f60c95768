// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/intake/verdictpanel.h"

#include "app/core/casedue.h"
#include "app/core/wording.h"
#include "app/desk/intakedesk.h"
#include "widgets/common/keybutton.h"
#include "widgets/common/label.h"
#include "widgets/common/markedline.h"
#include "widgets/intake/asksupervisor.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

constexpr int Width = 280;

const char* toneOf(const core::Verdict& verdict)
{
    switch (verdict.outcome) {
    case core::Outcome::Complete: return "ok";
    case core::Outcome::Deferrable: return "warn";
    case core::Outcome::Incomplete:
    case core::Outcome::NotOurs: return "danger";
    case core::Outcome::CorrectOnSpot: return "warn";
    default: return "plain";
    }
}

QString markOf(core::ReasonLevel level)
{
    return level == core::ReasonLevel::Ok ? u"✓"_s : level == core::ReasonLevel::Warning ? u"!"_s : u"✕"_s;
}

const char* markTone(core::ReasonLevel level)
{
    return level == core::ReasonLevel::Ok ? "ok" : level == core::ReasonLevel::Warning ? "warn" : "danger";
}

} // namespace

VerdictPanel::VerdictPanel(desk::IntakeDesk& intake, desk::GrantDesk& grants, QWidget* parent)
    : QFrame(parent), m_intake(intake), m_heading(newTag("plain", this)), m_reasons(new QVBoxLayout), m_reasonBox(new QWidget(this)),
      m_deadlineBox(new QWidget(this)), m_deadlineTitle(newLabel("muted", this)), m_deadline(newLabel("title", this)),
      m_deadlineNote(newLabel("muted", this)), m_spared(newTag("ok", this)), m_ask(new AskSupervisor(intake, grants, this)),
      m_commitment(new KeyButton(tr("Commitment agreed"), u"Alt+2"_s, this)),
      m_accept(new KeyButton(tr("Accept and print"), u"F12"_s, this, KeyButton::Weight::Primary)),
      m_notice(new KeyButton(tr("Notice, receipt, refusal"), u"Alt+1"_s, this))
{
    setObjectName(u"verdictPanel"_s);
    setFixedWidth(Width);
    m_heading->setObjectName(u"verdictHeading"_s);
    m_heading->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    m_heading->setWordWrap(true);
    m_reasons->setSpacing(7);
    m_reasons->setContentsMargins(0, 0, 4, 0);
    m_reasonBox->setObjectName(u"scrollBody"_s);
    m_reasonBox->setLayout(m_reasons);
    auto* reasons = new QScrollArea(this); // however much is missing, F12 stays in sight
    reasons->setWidget(m_reasonBox);
    reasons->setWidgetResizable(true);
    reasons->setFrameShape(QFrame::NoFrame);
    reasons->setFocusPolicy(Qt::NoFocus);
    reasons->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_commitment->setCheckable(true);
    auto* deadline = new QVBoxLayout(m_deadlineBox);
    deadline->setContentsMargins(0, 6, 0, 0);
    deadline->setSpacing(2);
    for (QLabel* label : {m_deadlineTitle, m_deadline, m_deadlineNote}) {
        label->setWordWrap(true);
        deadline->addWidget(label);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 14);
    column->setSpacing(10);
    column->addWidget(m_heading);
    column->addWidget(reasons, 1);
    column->addWidget(m_deadlineBox);
    column->addWidget(m_spared, 0, Qt::AlignLeft);
    column->addWidget(m_ask);
    for (KeyButton* button : {m_commitment, m_accept, m_notice})
        column->addWidget(button);
    connect(m_commitment, &KeyButton::clicked, this, &VerdictPanel::toggleCommitment);
    connect(m_accept, &KeyButton::clicked, this, &VerdictPanel::acceptRequested);
    connect(m_notice, &KeyButton::clicked, this, &VerdictPanel::noticeRequested);
    connect(&intake, &desk::IntakeDesk::changed, this, &VerdictPanel::follow);
    connect(&intake, &desk::IntakeDesk::busyChanged, this, &VerdictPanel::showActs);
    follow();
}

void VerdictPanel::toggleCommitment()
{
    if (m_intake.verdict().outcome == core::Outcome::Deferrable)
        m_intake.setCommitmentAgreed(!m_intake.draft().commitmentAgreed);
    showActs();
}

void VerdictPanel::askSupervisor()
{
    m_ask->ask();
}

void VerdictPanel::setKeys(bool accepts, bool endsOtherwise)
{
    m_accepts = accepts;
    m_endsOtherwise = endsOtherwise;
    showActs();
}

void VerdictPanel::follow()
{
    setTextOrHide(m_spared, m_intake.spared() > 0 ? tr("%n paper(s) not needed this time", nullptr, m_intake.spared()) : QString());
    if (m_intake.record())
        return showDone();
    const auto& base = m_intake.draft().base;
    m_heading->setText(base ? desk::stateWords(base->state) : desk::outcomeWords(m_intake.verdict().outcome));
    restyle(m_heading, "tone", QLatin1String(toneOf(m_intake.verdict())));
    showReasons();
    showDeadline();
    showActs();
}

void VerdictPanel::showReasons()
{
    while (QLayoutItem* entry = m_reasons->takeAt(0)) {
        delete entry->widget();
        delete entry;
    }
    const core::ServiceItem* item = m_intake.item();
    for (const core::Reason& reason : m_intake.verdict().reasons) {
        const core::MaterialRequirement* material = item ? item->material(reason.material) : nullptr;
        m_reasons->addWidget(newMarkedLine(markOf(reason.level), markTone(reason.level),
                                           desk::wordsFor(reason, material ? material->name : QString()), m_reasonBox));
    }
    m_reasons->addStretch();
}

void VerdictPanel::showDeadline()
{
    m_deadlineBox->hide();
    if (const auto& record = m_intake.record()) {
        if (!record->deferred.isEmpty())
            showDay(tr("Supplement by"), record->deferred.constFirst().deadline, {});
        else if (record->waitsUntil)
            showDay(tr("Ends by itself after"), *record->waitsUntil, {});
        else if (record->promisedUntil && record->promisedDays > 0)
            showDay(tr("Promised by"), *record->promisedUntil, tr("%n working day(s)", nullptr, record->promisedDays));
        return;
    }
    if (const auto& base = m_intake.draft().base; base && !base->deferred.isEmpty())
        return showDay(tr("Supplement by"), *core::dueOf(*base), {});
    const core::Deadlines& deadlines = m_intake.verdict().deadlines;
    const core::ServiceItem* item = m_intake.item();
    if (deadlines.supplement)
        showDay(tr("Supplement by"), *deadlines.supplement, tr("%n working day(s)", nullptr, deadlines.supplementDays));
    else if (deadlines.promised && item && !item->instant)
        showDay(tr("Promised by"), *deadlines.promised, tr("%n working day(s)", nullptr, item->promisedDays));
}

void VerdictPanel::showDay(const QString& title, const QDate& day, const QString& note)
{
    m_deadlineTitle->setText(title);
    m_deadline->setText(core::chineseDayAndWeekday(day));
    setTextOrHide(m_deadlineNote, note);
    m_deadlineBox->show();
}

void VerdictPanel::showActs()
{
    const core::Verdict& verdict = m_intake.verdict();
    const bool open = !m_intake.record() && !m_intake.isBusy();
    const bool deferrable = verdict.outcome == core::Outcome::Deferrable;
    const auto& base = m_intake.draft().base;
    const bool supplement = base && core::isSupplement(base->state);
    m_commitment->setVisible(deferrable && !m_intake.record() && !supplement);
    m_commitment->setChecked(m_intake.draft().commitmentAgreed);
    m_commitment->setText(m_intake.draft().signature ? tr("Commitment signed") : tr("Commitment agreed"));
    m_accept->setText(m_intake.isBusy() ? tr("Accepting…")
                      : supplement      ? tr("Take the supplement")
                      : deferrable      ? tr("Accept with deferral")
                                        : tr("Accept and print"));
    m_accept->setEnabled(open && m_intake.isPermitted());
    m_accept->setVisible(!m_intake.record() && m_accepts);
    m_notice->setVisible(!m_intake.record() && m_endsOtherwise);
    m_notice->setEnabled(open && m_intake.item());
}

void VerdictPanel::showDone()
{
    const core::CaseRecord& record = *m_intake.record();
    m_heading->setText(desk::stateWords(record.state));
    restyle(m_heading, "tone", record.acceptedAt.isValid() ? u"ok"_s : u"warn"_s);
    while (QLayoutItem* entry = m_reasons->takeAt(0)) {
        delete entry->widget();
        delete entry;
    }
    m_reasons->addWidget(newLabel("muted", m_reasonBox, tr("Number")));
    QLabel* number = newLabel("title", m_reasonBox, record.number);
    number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_reasons->addWidget(number);
    m_reasons->addWidget(newLabel("muted", m_reasonBox, tr("Query code %1").arg(record.queryCode)));
    m_reasons->addWidget(newMarkedLine(u"✓"_s, "ok", tr("Kept on this machine; sending goes by itself"), m_reasonBox));
    if (const core::ServiceItem* next = m_intake.nextOfBundle())
        m_reasons->addWidget(newMarkedLine(u"→"_s, "accent", tr("F12 goes on with %1").arg(next->name), m_reasonBox));
    else
        m_reasons->addWidget(newMarkedLine(u"→"_s, "accent", tr("F2 finishes and calls the next"), m_reasonBox));
    m_reasons->addStretch();
    showDeadline();
    showActs();
}

} // namespace widgets
