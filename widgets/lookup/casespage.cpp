// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/lookup/casespage.h"

#include "widgets/common/label.h"
#include "widgets/common/listtable.h"
#include "widgets/lookup/casepane.h"
#include "widgets/lookup/correctionpane.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

desk::CaseListModel& modelFor(desk::CaseDesk& cases, CasesPage::Kind kind)
{
    switch (kind) {
    case CasesPage::Kind::FollowUps: return cases.followUps();
    case CasesPage::Kind::Deliveries: return cases.deliveries();
    case CasesPage::Kind::LookUp: break;
    }
    return cases.found();
}

} // namespace

CasesPage::CasesPage(const Desks& desks, Kind kind, QWidget* parent)
    : QWidget(parent), m_cases(desks.cases), m_correction(desks.correction), m_kind(kind), m_model(modelFor(m_cases, kind)),
      m_table(nullptr), m_empty(newLabel("muted", this)), m_pane(nullptr), m_correctionPane(nullptr)
{
    const QString title = kind == Kind::FollowUps    ? tr("To be completed")
                          : kind == Kind::Deliveries ? tr("Ready to hand out")
                                                     : tr("Look up");
    m_empty->setWordWrap(true);
    m_empty->setFocusPolicy(kind == Kind::LookUp ? Qt::NoFocus : Qt::StrongFocus);
    if (kind == Kind::LookUp) // made in the order of Tab: the line, the list, what is chosen in it
        m_query = new QLineEdit(this);
    m_table = newListTable(m_model, desk::CaseListModel::Item, title, this);
    m_table->installEventFilter(this);
    m_pane = new CasePane(m_cases, desks.day, this);
    m_correctionPane = new CorrectionPane(m_correction, this);
    auto* left = new QVBoxLayout;
    left->setContentsMargins(20, 16, 20, 16);
    left->setSpacing(10);
    left->addWidget(newLabel("title", this, title));
    if (m_query) {
        m_query->setPlaceholderText(tr("Number, certificate number, query code, name or item"));
        m_query->setAccessibleName(tr("Look up a case"));
        m_query->installEventFilter(this);
        left->addWidget(m_query);
        connect(m_query, &QLineEdit::textEdited, &m_cases, &desk::CaseDesk::search);
    }
    left->addWidget(m_empty);
    left->addWidget(m_table, 1);
    left->addStretch();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addLayout(left, 1);
    row->addWidget(m_pane);
    row->addWidget(m_correctionPane);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CasesPage::openCurrent);
    connect(m_table, &QTableView::activated, m_pane, &CasePane::goOn);
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        if (const QModelIndex current = m_table->currentIndex(); current.isValid())
            m_current = current.data(desk::CaseListModel::CaseIdRole).toString();
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &CasesPage::follow);
    connect(m_pane, &CasePane::goOnRequested, this, &CasesPage::goOnRequested);
    connect(m_pane, &CasePane::progressRequested, this, &CasesPage::progressRequested);
    connect(m_pane, &CasePane::correctionRequested, &m_correction, &desk::CorrectionDesk::begin);
    connect(&m_correction, &desk::CorrectionDesk::changed, this, &CasesPage::followCorrection);
    follow();
}

QString CasesPage::emptyWords() const
{
    switch (m_kind) {
    case Kind::FollowUps: return tr("Cases whose papers are still owed stand here, what is due first at the top");
    case Kind::Deliveries: return tr("Cases that a department has decided stand here until the result is handed out");
    case Kind::LookUp: break;
    }
    if (!m_query->text().trimmed().isEmpty())
        return tr("Nothing found. Try the whole number, or another word");
    return tr("Number, certificate number, query code or a part of the name; a paper's QR can be scanned");
}

void CasesPage::follow()
{
    const bool any = m_model.rowCount() > 0;
    m_empty->setText(emptyWords());
    QWidget* none = m_query ? static_cast<QWidget*>(m_query) : m_empty;
    const bool hadFocus = m_empty->hasFocus() || m_table->hasFocus();
    m_empty->setVisible(!any);
    m_table->setVisible(any);
    if (hadFocus) // a screen reader says why the list is empty
        (any ? static_cast<QWidget*>(m_table) : none)->setFocus();
    if (!any) {
        if (m_query && isVisible())
            m_cases.close(); // what is not found any more is not acted on; what was just handed out stays in sight
        return;
    }
    const QModelIndexList same = m_model.match(m_model.index(0, 0), desk::CaseListModel::CaseIdRole, m_current, 1, Qt::MatchExactly);
    if (!same.isEmpty())
        m_table->selectRow(same.constFirst().row());
    else if (m_query || !isVisible() || !m_cases.current()) // otherwise what somebody works on stays beside the list
        m_table->selectRow(0);
}

/// While something is put right, the list stands still: what was written belongs to this case.
void CasesPage::followCorrection()
{
    const bool open = m_correction.record().has_value();
    const bool opened = open && !m_pane->isHidden();
    const bool closed = !open && m_pane->isHidden();
    m_pane->setVisible(!open);
    m_table->setEnabled(!open);
    if (m_query)
        m_query->setEnabled(!open);
    if (opened && isVisible())
        m_correctionPane->focusWork();
    if (closed && isVisible())
        m_table->setFocus();
}

void CasesPage::primaryAct()
{
    m_correction.record() ? m_correctionPane->submit() : m_pane->primaryAct();
}

void CasesPage::otherAct(int number)
{
    if (!m_correction.record())
        m_pane->otherAct(number);
}

bool CasesPage::stepBack()
{
    const bool open = m_correction.record().has_value();
    m_correction.leave();
    return open;
}

void CasesPage::takeCard(const QString& name, const QString& certificateNumber)
{
    m_correction.record() ? m_correctionPane->takeCard(name, certificateNumber) : m_pane->fillRecipient(name, certificateNumber);
}

void CasesPage::openCurrent()
{
    const auto record = chosen();
    if (record && isVisible() && (!m_cases.current() || *m_cases.current() != *record))
        m_cases.open(*record);
}

std::optional<core::CaseRecord> CasesPage::chosen() const
{
    return m_model.recordAt(m_table->currentIndex().row());
}

void CasesPage::focusWork()
{
    if (m_correction.record())
        return m_correctionPane->focusWork();
    if (m_query) {
        m_query->setFocus();
        m_query->selectAll();
    } else {
        m_cases.refresh();
        (m_table->isHidden() ? static_cast<QWidget*>(m_empty) : m_table)->setFocus();
    }
    if (!chosen())
        m_cases.close(); // another page's
    openCurrent();
}

/// Arrow keys walk the list from the line above it, too; Enter goes on with the case.
bool CasesPage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (watched == m_query && m_model.rowCount() > 0 && (enter || key == Qt::Key_Down)) {
        m_table->setFocus();
        return true;
    }
    if (watched == m_table && enter) {
        m_pane->goOn();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace widgets
