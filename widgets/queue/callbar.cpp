// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/queue/callbar.h"

#include "app/desk/queuedesk.h"
#include "widgets/common/keybutton.h"
#include "widgets/common/label.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

CallBar::CallBar(desk::QueueDesk& queue, QWidget* parent)
    : QWidget(parent, Qt::Tool | Qt::WindowStaysOnTopHint), m_queue(queue), m_ticket(newLabel("ticket", this)),
      m_waiting(newLabel("muted", this)), m_next(new KeyButton(tr("Call next"), u"F2"_s, this, KeyButton::Weight::Primary)),
      m_recall(new KeyButton(tr("Recall"), u"F3"_s, this)), m_finish(new KeyButton(tr("Finish"), u"Shift+F2"_s, this))
{
    setObjectName(u"callBar"_s);
    setWindowTitle(tr("Call bar"));
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_QuitOnClose, false);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(10);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_ticket, m_waiting, m_next, m_recall, m_finish})
        row->addWidget(widget);
    connect(m_next, &KeyButton::clicked, this, &CallBar::nextRequested);
    connect(m_recall, &KeyButton::clicked, &queue, &desk::QueueDesk::recall);
    connect(m_finish, &KeyButton::clicked, this, &CallBar::finishRequested);
    connect(&queue, &desk::QueueDesk::changed, this, &CallBar::follow);
    follow();
}

void CallBar::follow()
{
    const bool inService = m_queue.ticket().has_value();
    m_ticket->setText(inService ? m_queue.ticket()->number : u"—"_s);
    m_waiting->setText(m_queue.isBoardKnown() ? tr("%n waiting", nullptr, m_queue.board().waiting()) : QString());
    m_next->setEnabled(!m_queue.isPaused() && !m_queue.isBusy());
    m_recall->setEnabled(inService);
    m_finish->setEnabled(inService);
}

} // namespace widgets
