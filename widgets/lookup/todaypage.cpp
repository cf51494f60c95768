// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/lookup/todaypage.h"

#include "app/desk/conflictdesk.h"
#include "app/desk/correctiondesk.h"
#include "app/desk/shiftdesk.h"
#include "widgets/common/keybutton.h"
#include "widgets/common/label.h"
#include "widgets/common/listtable.h"
#include "widgets/lookup/conflictpane.h"
#include "widgets/lookup/correctionpane.h"
#include "widgets/lookup/grantstrip.h"
#include "widgets/lookup/reminderpane.h"
#include "widgets/lookup/shiftpane.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

TodayPage::TodayPage(const Desks& desks, QWidget* parent)
    : QWidget(parent), m_cases(desks.cases), m_conflict(desks.conflict), m_correction(desks.correction), m_shift(desks.shift),
      m_pane(new ConflictPane(m_conflict, this)), m_correctionPane(new CorrectionPane(m_correction, this)), m_list(new QWidget(this)),
      m_shiftPane(new ShiftPane(m_shift, this)), m_calls(new ReminderPane(desks.reminders, this)),
      m_grants(new GrantStrip(desks.grants, this)), m_table(newListTable(m_cases, desk::CasesModel::Item, tr("Today's cases"), this)),
      m_empty(newLabel("muted", this, tr("What is taken in today stands here. Begin with Ctrl+1, or call the next with F2"))),
      m_answer(newLabel("small", this)), m_handover(new QWidget(this)), m_window(new QLineEdit(m_handover)),
      m_reason(new QLineEdit(m_handover))
{
    m_window->setPlaceholderText(tr("Window"));
    m_window->setAccessibleName(tr("Window that takes the visit over"));
    m_window->setMaximumWidth(90);
    m_reason->setPlaceholderText(tr("Why the visit is handed over"));
    m_reason->setAccessibleName(m_reason->placeholderText());
    for (QLineEdit* line : {m_window, m_reason})
        line->installEventFilter(this);
    auto* handOver = new KeyButton(tr("Hand over to a window"), u"Alt+3"_s, m_handover);
    handOver->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto* line = new QHBoxLayout(m_handover);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_window);
    line->addWidget(m_reason, 1);
    line->addWidget(handOver);
    connect(handOver, &KeyButton::clicked, this, [this] { otherAct(3); });
    m_table->installEventFilter(this);
    m_empty->setFocusPolicy(Qt::StrongFocus);
    auto* send = new KeyButton(tr("Send now"), u"Alt+1"_s, this);
    send->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto* head = new QHBoxLayout;
    head->addWidget(newLabel("title", this, tr("Today")));
    head->addStretch();
    head->addWidget(newLabel("muted", this, tr("Enter opens a draft · Delete throws it away · Ctrl+P prints again")));
    auto* shiftKey = new KeyButton(tr("End of the shift"), u"Alt+4"_s, this);
    shiftKey->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(shiftKey, &KeyButton::clicked, this, &TodayPage::toggleShift);
    head->addWidget(send);
    auto* callsKey = new KeyButton(tr("Applicants to call"), u"Alt+7"_s, this);
    callsKey->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(callsKey, &KeyButton::clicked, this, &TodayPage::toggleCalls);
    head->addWidget(callsKey);
    head->addWidget(shiftKey);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_grants); // whatever is open below it
    auto* row = new QHBoxLayout;
    whole->addLayout(row, 1);
    row->setSpacing(0);
    auto* listRow = new QHBoxLayout(m_list);
    listRow->setContentsMargins(0, 0, 0, 0);
    listRow->setSpacing(0);
    auto* column = new QVBoxLayout;
    listRow->addLayout(column, 1);
    listRow->addWidget(m_pane); // it is about the list's case, and goes with it
    row->addWidget(m_list, 1);
    row->addWidget(m_shiftPane, 1);
    row->addWidget(m_calls, 1);
    row->addWidget(m_correctionPane);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(10);
    column->addLayout(head);
    column->addWidget(m_empty);
    column->addWidget(m_table, 1);
    column->addWidget(m_answer);
    column->addWidget(m_handover);
    connect(send, &KeyButton::clicked, this, &TodayPage::sendRequested);
    connect(m_table, &QTableView::activated, this, &TodayPage::openCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TodayPage::lookAtCurrent);
    connect(m_pane, &ConflictPane::mendRequested, &m_correction, &desk::CorrectionDesk::beginUnsent);
    connect(&m_correction, &desk::CorrectionDesk::changed, this, &TodayPage::followCorrection);
    connect(&m_conflict, &desk::ConflictDesk::resolved, &m_cases, &desk::CasesModel::refresh);
    connect(&m_cases, &desk::CasesModel::modelAboutToBeReset, this,
            [this] { m_current = m_table->currentIndex().data(desk::CasesModel::CaseIdRole).toString(); });
    connect(&m_cases, &desk::CasesModel::refreshed, this, &TodayPage::follow);
    follow();
}

void TodayPage::follow()
{
    const bool any = m_cases.rowCount() > 0;
    const bool hadFocus = m_empty->hasFocus() || m_table->hasFocus();
    m_empty->setVisible(!any);
    m_table->setVisible(any);
    if (hadFocus) // a screen reader says why the list is empty
        (any ? static_cast<QWidget*>(m_table) : m_empty)->setFocus();
    if (any && !m_table->currentIndex().isValid()) { // the row somebody stands on stays theirs
        const QModelIndexList same = m_cases.match(m_cases.index(0, 0), desk::CasesModel::CaseIdRole, m_current, 1, Qt::MatchExactly);
        m_table->selectRow(same.isEmpty() ? 0 : same.constFirst().row());
    }
    if (!any)
        m_answer->hide();
    lookAtCurrent();
}

bool TodayPage::takeCard(const QString& name, const QString& certificateNumber)
{
    if (!m_correction.record())
        return false;
    m_correctionPane->takeCard(name, certificateNumber);
    return true;
}

/// A case that the back office did not take as it was sent shows why beside the list.
void TodayPage::lookAtCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    const QString caseId = current.data(desk::CasesModel::CaseIdRole).toString();
    if (std::exchange(m_lookedAt, caseId) != caseId)
        clearWords(); // they were written for another
    setTextOrHide(m_answer, current.data(desk::CasesModel::AnswerRole).toString());
    m_handover->setVisible(m_cases.draftAt(current.row()).has_value());
    m_conflict.open(caseId);
}

void TodayPage::primaryAct()
{
    if (m_shiftPane->isVisible())
        m_shiftPane->primaryAct();
    else if (m_calls->isVisible())
        m_calls->primaryAct();
    else if (m_correction.record())
        m_correctionPane->submit();
    else if (m_conflict.standoff())
        m_pane->primaryAct();
    else if (m_window->hasFocus() || m_reason->hasFocus())
        handOver();
    else
        openCurrent();
}

void TodayPage::otherAct(int number)
{
    if (number == 5 || number == 6) // stands above whatever is open
        return m_grants->answer(number == 5);
    if (m_correction.record())
        return;
    if (number == 1)
        Q_EMIT sendRequested();
    else if (number == 2 && m_pane->isVisible())
        m_pane->keepOurs();
    else if (number == 3 && m_handover->isVisible())
        m_window->text().trimmed().isEmpty() || m_reason->text().trimmed().isEmpty() ? m_window->setFocus() : handOver();
    else if (number == 4)
        toggleShift();
    else if (number == 7)
        toggleCalls();
}

/// While something is put right, the list stands still: what was written belongs to this case.
void TodayPage::followCorrection()
{
    const bool open = m_correction.record().has_value();
    if (open) // it has the keys
        showList();
    const bool closed = !open && !m_table->isEnabled();
    m_pane->setVisible(!open && m_conflict.standoff());
    m_table->setEnabled(!open);
    if (open && isVisible() && !m_correctionPane->isAncestorOf(focusWidget()))
        m_correctionPane->focusWork();
    if (closed && isVisible())
        focusWork();
}

void TodayPage::toggleShift()
{
    const bool open = m_shiftPane->isVisible();
    if (stepBack() && open)
        return;
    m_list->hide();
    m_shiftPane->open();
}

void TodayPage::toggleCalls()
{
    const bool open = m_calls->isVisible();
    if (stepBack() && open)
        return;
    m_list->hide();
    m_calls->open();
}

bool TodayPage::stepBack()
{
    if (m_correction.record()) {
        m_correction.leave();
        return true;
    }
    if (m_shiftPane->isHidden() && m_calls->isHidden())
        return false;
    showList();
    focusWork();
    return true;
}

void TodayPage::showList()
{
    m_shiftPane->hide();
    m_shift.close();
    m_calls->hide();
    m_list->show();
}

void TodayPage::handOver()
{
    if (const auto draft = m_cases.draftAt(m_table->currentIndex().row()))
        Q_EMIT handoverRequested(*draft, m_window->text(), m_reason->text());
}

/// What was written is about a visit that has left.
void TodayPage::clearWords()
{
    m_window->clear();
    m_reason->clear();
}

void TodayPage::focusWork()
{
    m_cases.refresh();
    if (m_shiftPane->isVisible())
        return m_shiftPane->setFocus();
    if (m_calls->isVisible())
        return m_calls->focusWork();
    if (m_correction.record())
        return m_correctionPane->focusWork();
    (m_table->isHidden() ? static_cast<QWidget*>(m_empty) : m_table)->setFocus();
}

void TodayPage::openCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    if (current.data(desk::CasesModel::IncomingRole).toBool())
        Q_EMIT takeRequested(current.data(desk::CasesModel::CaseIdRole).toString());
    else if (const auto draft = m_cases.draftAt(current.row()))
        Q_EMIT draftChosen(*draft);
}

void TodayPage::printCurrent()
{
    if (m_shiftPane->isVisible())
        return m_shift.printAgain();
    if (m_list->isHidden())
        return Q_EMIT nothingToPrint();
    if (const auto record = m_cases.recordAt(m_table->currentIndex().row()))
        Q_EMIT printRequested(*record);
    else
        Q_EMIT nothingToPrint();
}

bool TodayPage::eventFilter(QObject* watched, QEvent* event)
{
    if ((watched == m_window || watched == m_reason) && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_reason->setFocus();
            return true;
        }
    }
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            openCurrent();
            return true;
        }
        if (key == Qt::Key_Delete) {
            if (const auto draft = m_cases.draftAt(m_table->currentIndex().row()))
                Q_EMIT discardRequested(*draft);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace widgets
