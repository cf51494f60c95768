// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/queue/queuepanel.h"

#include "app/desk/queuedesk.h"
#include "widgets/common/keybutton.h"
#include "widgets/common/label.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {
constexpr int Width = 208;
}

QueuePanel::QueuePanel(desk::QueueDesk& queue, QWidget* parent)
    : QFrame(parent), m_queue(queue), m_waiting(newLabel("figure", this)), m_classes(newLabel("muted", this)),
      m_today(newLabel("muted", this)), m_next(new KeyButton(tr("Call next"), u"F2"_s, this)),
      m_recall(new KeyButton(tr("Recall"), u"F3"_s, this)), m_noShow(new KeyButton(tr("No-show"), u"F4"_s, this)),
      m_hold(new KeyButton(tr("Hold"), u"F6"_s, this)), m_pause(new KeyButton(tr("Pause"), u"F8"_s, this))
{
    setObjectName(u"queuePanel"_s);
    setFixedWidth(Width);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(8);
    column->addWidget(newLabel("muted", this, tr("Waiting")));
    column->addWidget(m_waiting);
    m_classes->setWordWrap(true);
    column->addWidget(m_classes);
    column->addSpacing(8);
    for (KeyButton* button : {m_next, m_recall, m_noShow, m_hold, m_pause})
        column->addWidget(button);
    column->addStretch();
    column->addWidget(m_today);
    connect(m_next, &KeyButton::clicked, this, &QueuePanel::nextRequested);
    connect(m_recall, &KeyButton::clicked, &queue, &desk::QueueDesk::recall);
    connect(m_noShow, &KeyButton::clicked, &queue, &desk::QueueDesk::noShow);
    connect(m_hold, &KeyButton::clicked, &queue, &desk::QueueDesk::hold);
    connect(m_pause, &KeyButton::clicked, &queue, &desk::QueueDesk::togglePause);
    connect(&queue, &desk::QueueDesk::changed, this, &QueuePanel::follow);
    follow();
}

void QueuePanel::follow()
{
    const auto& board = m_queue.board();
    m_waiting->setText(m_queue.isBoardKnown() ? QString::number(board.waiting()) : u"—"_s);
    m_classes->setText(classesText());
    const bool inService = m_queue.ticket().has_value();
    m_next->setEnabled(!m_queue.isPaused());
    m_next->setText(m_queue.isBusy() && !inService ? tr("Calling…") : tr("Call next"));
    for (KeyButton* button : {m_recall, m_noShow})
        button->setEnabled(inService);
    m_hold->setEnabled(inService || board.held);
    m_hold->setText(!inService && board.held ? tr("Take up %1 again").arg(board.held->number) : tr("Hold"));
    m_pause->setText(m_queue.isPaused() ? tr("Resume") : tr("Pause"));
    m_today->setText(tr("%n finished since the start", nullptr, m_queue.finishedToday()));
}

QString QueuePanel::classesText() const
{
    if (!m_queue.isBoardKnown())
        return tr("Not known while the back office cannot be reached");
    const auto& board = m_queue.board();
    if (board.classes.isEmpty())
        return tr("Nobody is waiting");
    QStringList parts;
    for (const auto& entry : board.classes)
        parts.append(tr("%1: %2").arg(entry.ticketClass).arg(entry.waiting));
    parts.append(tr("longest %1 min").arg(board.longestSeconds() / 60));
    return parts.join(u"  "_s);
}

} // namespace widgets
