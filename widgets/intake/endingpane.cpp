// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/intake/endingpane.h"

#include "app/core/refusals.h"
#include "app/desk/intakedesk.h"
#include "widgets/common/keybutton.h"
#include "widgets/common/label.h"

#include <QComboBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

constexpr std::array Endings{core::CaseAct::NotifyOnce, core::CaseAct::ReceiveDeferred, core::CaseAct::Receive, core::CaseAct::Refuse};
constexpr int EndingRowHeight = 34;

QString nameOf(core::CaseAct act)
{
    switch (act) {
    case core::CaseAct::NotifyOnce: return EndingPane::tr("One-time notice");
    case core::CaseAct::ReceiveDeferred: return EndingPane::tr("Deferred receipt");
    case core::CaseAct::Receive: return EndingPane::tr("Receive, examine later");
    default: return EndingPane::tr("Refuse");
    }
}

QString meaningOf(core::CaseAct act)
{
    switch (act) {
    case core::CaseAct::NotifyOnce: return EndingPane::tr("The applicant is told everything that is missing or wrong, once, in writing.");
    case core::CaseAct::ReceiveDeferred:
        return EndingPane::tr("The papers stay here until what is missing is brought. No clock runs before the acceptance.");
    case core::CaseAct::Receive:
        return EndingPane::tr("The papers are taken over and examined later. If the applicant is told nothing in time, silence accepts.");
    default: return EndingPane::tr("The application is not taken in. The refusal names reason, law and remedies, and cannot be undone.");
    }
}

} // namespace

EndingPane::EndingPane(desk::IntakeDesk& intake, QWidget* parent)
    : QFrame(parent), m_intake(intake), m_endings(new QListWidget(this)), m_meaning(newLabel("muted", this)),
      m_hindrance(newLabel("fault", this)), m_forms(new QStackedWidget(this)), m_plain(new QWidget(this))
{
    m_notice = buildNotice();
    m_refusal = buildRefusal();
    m_endings->setAccessibleName(tr("How the visit ends"));
    m_endings->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_endings->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const core::CaseAct act : Endings) {
        auto* entry = new QListWidgetItem(u"%1　%2"_s.arg(m_endings->count() + 1).arg(nameOf(act)), m_endings);
        entry->setSizeHint({0, EndingRowHeight});
    }
    m_endings->setFixedHeight(int(Endings.size()) * EndingRowHeight + 2 * m_endings->frameWidth());
    m_endings->installEventFilter(this);
    m_meaning->setWordWrap(true);
    m_hindrance->setWordWrap(true);
    for (QWidget* form : {m_plain, m_notice, m_refusal})
        m_forms->addWidget(form);
    auto* carryOut = new KeyButton(tr("Do it and print"), u"F12"_s, this, KeyButton::Weight::Primary);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(newLabel("title", this, tr("How does this visit end?")));
    column->addWidget(m_endings);
    column->addWidget(m_meaning);
    column->addWidget(m_forms, 1);
    column->addWidget(m_hindrance);
    column->addWidget(carryOut, 0, Qt::AlignLeft);
    connect(carryOut, &KeyButton::clicked, this, &EndingPane::carryOutPressed);
    connect(m_endings, &QListWidget::currentRowChanged, this, &EndingPane::choose);
    connect(&intake, &desk::IntakeDesk::changed, this, &EndingPane::follow);
    hide();
}

QLineEdit* EndingPane::newLine(const QString& accessibleName, QWidget* parent)
{
    auto* line = new QLineEdit(parent);
    line->setAccessibleName(accessibleName);
    line->installEventFilter(this);
    return line;
}

QWidget* EndingPane::buildNotice()
{
    auto* form = new QWidget(this);
    m_lines = new QWidget(form);
    m_shortfalls = new QGridLayout(m_lines);
    m_shortfalls->setContentsMargins(0, 0, 0, 0);
    m_shortfalls->setColumnStretch(1, 1);
    m_reason = newLine(tr("Why a second notice is given"), form);
    m_reasonLabel = newLabel("muted", form, tr("A second notice needs a reason:"));
    connect(m_reason, &QLineEdit::textEdited, &m_intake, &desk::IntakeDesk::setNoticeReason);
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_lines);
    column->addWidget(m_reasonLabel);
    column->addWidget(m_reason);
    column->addStretch();
    return form;
}

QWidget* EndingPane::buildRefusal()
{
    auto* form = new QWidget(this);
    m_ground = new QComboBox(form);
    m_ground->setAccessibleName(tr("Ground"));
    for (const core::Refusal& ground : core::lawfulRefusals())
        m_ground->addItem(ground.reason);
    m_ground->addItem(tr("Another ground"));
    m_ground->setCurrentIndex(-1);
    m_ground->setPlaceholderText(tr("Choose with the arrow keys"));
    m_ground->installEventFilter(this);
    m_refusalReason = newLine(tr("Reason"), form);
    m_basis = newLine(tr("Legal basis"), form);
    m_organ = newLine(tr("Competent organ"), form);
    auto* lines = new QFormLayout(form);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->addRow(tr("Ground"), m_ground);
    lines->addRow(tr("Reason"), m_refusalReason);
    lines->addRow(tr("Legal basis"), m_basis);
    lines->addRow(tr("Competent organ"), m_organ);
    connect(m_ground, &QComboBox::currentIndexChanged, this, [this](int row) {
        const auto grounds = core::lawfulRefusals();
        if (row < 0 || row >= grounds.size())
            return;
        m_refusalReason->setText(grounds[row].reason);
        m_basis->setText(grounds[row].basis);
        takeRefusal();
    });
    for (QLineEdit* line : {m_refusalReason, m_basis, m_organ})
        connect(line, &QLineEdit::textEdited, this, &EndingPane::takeRefusal);
    return form;
}

core::CaseAct EndingPane::chosen() const
{
    return Endings.at(size_t(std::max(0, m_endings->currentRow())));
}

bool EndingPane::needsNoticeReason() const
{
    const auto& base = m_intake.draft().base;
    return base && base->state == core::CaseState::ToCorrect;
}

void EndingPane::open()
{
    m_ground->setCurrentIndex(-1);
    fillNotice();
    showTyped();
    show();
    const bool complete = m_intake.item() && m_intake.verdict().missing.isEmpty();
    m_endings->setCurrentRow(complete ? 2 : 0);
    choose(m_endings->currentRow());
    m_endings->setFocus();
}

void EndingPane::focusWork()
{
    follow();
    QWidget* last = focusWidget();
    (last && last->isVisibleTo(this) ? last : m_endings)->setFocus();
}

/// The lines say what the papers will, also when something typed was taken back.
void EndingPane::showTyped()
{
    const core::IntakeDraft& draft = m_intake.draft();
    QList<std::pair<QLineEdit*, QString>> lines{{m_refusalReason, draft.refusal.reason},
                                                {m_basis, draft.refusal.basis},
                                                {m_organ, draft.refusal.competentOrgan},
                                                {m_reason, draft.noticeReason}};
    for (auto it = m_lineOf.cbegin(); it != m_lineOf.cend(); ++it)
        lines.append({*it, draft.materials.value(it.key()).shortfall});
    for (const auto& [line, text] : std::as_const(lines)) {
        if (line->text() != text)
            line->setText(text);
    }
}

/// One line for every material that is missing or falls short: why.
void EndingPane::fillNotice()
{
    m_lineOf.clear();
    while (QLayoutItem* entry = m_shortfalls->takeAt(0)) {
        delete entry->widget();
        delete entry;
    }
    int row = 0;
    for (const core::MaterialRequirement& material : m_intake.materials()) {
        const core::MaterialStatus status = m_intake.draft().materials.value(material.code).status;
        const bool wrong = status == core::MaterialStatus::Wrong || status == core::MaterialStatus::WrongCorrectable;
        if (!wrong && !m_intake.verdict().missing.contains(material.code))
            continue;
        auto* name = newLabel("strong", m_lines, material.name);
        name->setWordWrap(true);
        auto* line = newLine(tr("Why %1 falls short").arg(material.name), m_lines);
        line->setPlaceholderText(wrong ? tr("What is wrong with it") : u"未提交"_s); // as the notice says it
        m_lineOf.insert(material.code, line);
        connect(line, &QLineEdit::textEdited, this,
                [this, code = material.code](const QString& text) { m_intake.setShortfall(code, text); });
        m_shortfalls->addWidget(name, row, 0);
        m_shortfalls->addWidget(line, row++, 1);
    }
    const bool again = needsNoticeReason();
    m_reason->setVisible(again);
    m_reasonLabel->setVisible(again);
}

void EndingPane::choose(int row)
{
    const core::CaseAct act = Endings.at(size_t(std::max(0, row)));
    m_meaning->setText(meaningOf(act));
    m_forms->setCurrentWidget(act == core::CaseAct::NotifyOnce ? m_notice : act == core::CaseAct::Refuse ? m_refusal : m_plain);
    follow();
}

void EndingPane::takeRefusal()
{
    m_intake.setRefusal({m_refusalReason->text(), m_basis->text(), m_organ->text()});
}

void EndingPane::follow()
{
    if (isHidden())
        return;
    showTyped();
    const auto may = m_intake.mayEnd(chosen());
    const desk::Advice advice = may ? desk::Advice{} : desk::adviceFor(may.error());
    setTextOrHide(m_hindrance, may ? QString() : (advice.what + u' ' + advice.next).trimmed());
}

void EndingPane::carryOut()
{
    if (m_intake.item() && !m_intake.faults().isEmpty())
        return Q_EMIT applicantNeeded();
    m_intake.end(chosen());
}

/// Enter leads through what is to be typed; digits choose.
bool EndingPane::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (watched == m_endings && key >= Qt::Key_1 && key < Qt::Key_1 + int(Endings.size())) {
        m_endings->setCurrentRow(key - Qt::Key_1);
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        focusNextPrevChild(true);
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace widgets
