// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/lookup/todaypage.h"

#include "widgets/common/keybutton.h"
#include "widgets/common/label.h"
#include "widgets/common/listtable.h"

#include <QKeyEvent>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

TodayPage::TodayPage(desk::CasesModel& cases, QWidget* parent)
    : QWidget(parent), m_cases(cases), m_table(newListTable(cases, desk::CasesModel::Item, tr("Today's cases"), this)),
      m_empty(newLabel("muted", this, tr("What is taken in today stands here. Begin with Ctrl+1, or call the next with F2"))),
      m_answer(newLabel("small", this))
{
    m_table->installEventFilter(this);
    auto* send = new KeyButton(tr("Send now"), u"Alt+1"_s, this);
    send->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto* head = new QHBoxLayout;
    head->addWidget(newLabel("title", this, tr("Today")));
    head->addStretch();
    head->addWidget(newLabel("muted", this, tr("Enter opens a draft · Delete throws it away · Ctrl+P prints again")));
    head->addWidget(send);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(10);
    column->addLayout(head);
    column->addWidget(m_empty);
    column->addWidget(m_table, 1);
    column->addWidget(m_answer);
    connect(send, &KeyButton::clicked, this, &TodayPage::sendRequested);
    connect(m_table, &QTableView::activated, this, &TodayPage::openCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) { setTextOrHide(m_answer, current.data(desk::CasesModel::AnswerRole).toString()); });
    connect(&cases, &desk::CasesModel::modelAboutToBeReset, this,
            [this] { m_current = m_table->currentIndex().data(desk::CasesModel::CaseIdRole).toString(); });
    connect(&cases, &desk::CasesModel::refreshed, this, &TodayPage::follow);
    follow();
}

void TodayPage::follow()
{
    const bool any = m_cases.rowCount() > 0;
    m_empty->setVisible(!any);
    m_table->setVisible(any);
    if (any && !m_table->currentIndex().isValid()) { // the row somebody stands on stays theirs
        const QModelIndexList same = m_cases.match(m_cases.index(0, 0), desk::CasesModel::CaseIdRole, m_current, 1, Qt::MatchExactly);
        m_table->selectRow(same.isEmpty() ? 0 : same.constFirst().row());
    }
    if (!any)
        m_answer->hide();
}

void TodayPage::focusWork()
{
    m_cases.refresh();
    m_table->setFocus();
}

void TodayPage::openCurrent()
{
    if (const auto draft = m_cases.draftAt(m_table->currentIndex().row()))
        Q_EMIT draftChosen(*draft);
}

void TodayPage::printCurrent()
{
    if (const auto record = m_cases.recordAt(m_table->currentIndex().row()))
        Q_EMIT printRequested(*record);
    else
        Q_EMIT nothingToPrint();
}

bool TodayPage::eventFilter(QObject* watched, QEvent* event)
{
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
