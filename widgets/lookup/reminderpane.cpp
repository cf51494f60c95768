// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/lookup/reminderpane.h"

#include "widgets/common/keybutton.h"
#include "widgets/common/label.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

QString reminderWords(core::ReminderKind kind)
{
    switch (kind) {
    case core::ReminderKind::Taken: return ReminderPane::tr("taken in");
    case core::ReminderKind::Incomplete: return ReminderPane::tr("to be corrected");
    case core::ReminderKind::Due: return ReminderPane::tr("due soon");
    case core::ReminderKind::Overdue: return ReminderPane::tr("overdue");
    case core::ReminderKind::Ready: return ReminderPane::tr("ready to collect");
    }
    return {};
}

} // namespace

ReminderPane::ReminderPane(desk::ReminderDesk& reminders, QWidget* parent)
    : QFrame(parent), m_reminders(reminders), m_list(new QListWidget(this)), m_empty(newLabel("muted", this)),
      m_primary(new KeyButton(tr("Told by phone"), u"F12"_s, this, KeyButton::Weight::Primary))
{
    m_list->setAccessibleName(tr("Applicants to call"));
    m_list->setWordWrap(true);
    m_list->setSpacing(4);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    m_empty->setFocusPolicy(Qt::StrongFocus);
    m_primary->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto* foot = new QHBoxLayout;
    foot->addWidget(newLabel("muted", this, tr("Delete: need not be told · Esc back")), 1);
    foot->addWidget(m_primary);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(10);
    column->addWidget(newLabel("title", this, tr("Applicants to call")));
    column->addWidget(m_empty);
    column->addWidget(m_list, 1);
    column->addStretch();
    column->addLayout(foot);
    connect(m_primary, &KeyButton::clicked, this, &ReminderPane::primaryAct);
    connect(&reminders, &desk::ReminderDesk::changed, this, &ReminderPane::follow);
    follow();
    hide();
}

void ReminderPane::open()
{
    show();
    focusWork();
    m_reminders.refresh();
}

void ReminderPane::focusWork()
{
    (m_list->isHidden() ? static_cast<QWidget*>(m_empty) : m_list)->setFocus();
}

void ReminderPane::follow()
{
    const QString before = current();
    int row = std::max(m_list->currentRow(), 0);
    const bool hadFocus = m_list->hasFocus() || m_empty->hasFocus();
    m_list->clear();
    for (const desk::ReminderDesk::Call& call : m_reminders.calls()) {
        QStringList head{call.phone.isEmpty() ? tr("no phone") : call.phone, call.caseNumber, reminderWords(call.kind)};
        if (call.failed)
            head.append(tr("the message did not arrive"));
        auto* entry = new QListWidgetItem(head.join(u" · "_s) + u'\n' + call.text, m_list);
        entry->setData(Qt::UserRole, call.id);
        if (call.id == before)
            row = m_list->count() - 1;
    }
    const bool any = m_list->count() > 0;
    m_list->setVisible(any);
    m_empty->setVisible(!any);
    m_empty->setText(m_reminders.isKnown() ? tr("Nobody waits for a call: messages have reached everybody")
                                           : tr("Not known while the back office cannot be reached"));
    m_primary->setEnabled(any);
    if (any)
        m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    if (!before.isEmpty() && before != current())
        m_fresh.begin();
    if (hadFocus)
        focusWork();
}

void ReminderPane::primaryAct()
{
    settle(core::ReminderState::Phoned);
}

QString ReminderPane::current() const
{
    const QListWidgetItem* entry = m_list->currentItem();
    return entry ? entry->data(Qt::UserRole).toString() : QString();
}

void ReminderPane::settle(core::ReminderState outcome)
{
    if (!current().isEmpty() && !m_fresh.isFresh())
        m_reminders.settle(current(), outcome);
}

bool ReminderPane::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete) {
        if (!static_cast<QKeyEvent*>(event)->isAutoRepeat())
            settle(core::ReminderState::Dropped);
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace widgets
