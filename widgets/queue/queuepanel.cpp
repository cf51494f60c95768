// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/queue/queuepanel.h"

#include "app/desk/pausedesk.h"
#include "app/desk/queuewords.h"
#include "widgets/common/keybutton.h"
#include "widgets/common/label.h"
#include "widgets/queue/queueform.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {
constexpr int PanelWidth = 208;
}

QueuePanel::QueuePanel(desk::QueueDesk& queue, desk::PauseDesk& pauses, QWidget* parent)
    : QFrame(parent), m_queue(queue), m_pauses(pauses), m_waiting(newLabel("figure", this)), m_classes(newLabel("muted", this)),
      m_why(newLabel("small", this)), m_asked(newTag("accent", this)), m_today(newLabel("muted", this)),
      m_next(new KeyButton(tr("Call next"), u"F2"_s, this)), m_recall(new KeyButton(tr("Recall"), u"F3"_s, this)),
      m_noShow(new KeyButton(tr("No-show"), u"F4"_s, this)), m_hold(new KeyButton(tr("Hold"), u"F6"_s, this)),
      m_transfer(new KeyButton(tr("Transfer"), u"F7"_s, this)), m_return(new KeyButton(tr("Return"), u"Shift+F7"_s, this)),
      m_number(new KeyButton(tr("A number"), u"Ctrl+F2"_s, this)), m_pause(new KeyButton(tr("Pause"), u"F8"_s, this)),
      m_give(new KeyButton(tr("Give a number"), u"Ctrl+T"_s, this)), m_undo(new KeyButton(tr("Undo"), u"Ctrl+Z"_s, this)),
      m_keys(new QWidget(this)), m_form(new QueueForm(this))
{
    setObjectName(u"queuePanel"_s);
    setFixedWidth(PanelWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(8);
    column->addWidget(newLabel("muted", this, tr("Waiting")));
    column->addWidget(m_waiting);
    for (QLabel* label : {m_classes, m_why, m_asked}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    auto* keys = new QVBoxLayout(m_keys);
    keys->setContentsMargins(0, 0, 0, 0);
    keys->setSpacing(8);
    for (KeyButton* button : {m_next, m_recall, m_noShow, m_hold, m_transfer, m_return, m_number, m_pause, m_give, m_undo})
        keys->addWidget(button);
    column->addWidget(m_keys);
    column->addWidget(m_form);
    column->addStretch();
    column->addWidget(m_today);
    connectKeys();
    connectForm();
    follow();
}

void QueuePanel::connectForm()
{
    connect(m_form, &QueueForm::opened, m_keys, &QWidget::hide);
    connect(m_form, &QueueForm::opened, this, [this] { m_askedAbout = ticketId(); });
    connect(m_form, &QueueForm::closed, m_keys, &QWidget::show);
    connect(m_form, &QueueForm::transferWanted, &m_queue, &desk::QueueDesk::transfer);
    connect(m_form, &QueueForm::returnWanted, &m_queue, &desk::QueueDesk::returnToQueue);
    connect(m_form, &QueueForm::numberWanted, this, &QueuePanel::numberRequested);
    connect(m_form, &QueueForm::pauseWanted, &m_pauses, &desk::PauseDesk::pause);
}

void QueuePanel::connectKeys()
{
    connect(m_next, &KeyButton::clicked, this, &QueuePanel::nextRequested);
    connect(m_recall, &KeyButton::clicked, &m_queue, &desk::QueueDesk::recall);
    connect(m_noShow, &KeyButton::clicked, &m_queue, &desk::QueueDesk::noShow);
    connect(m_hold, &KeyButton::clicked, &m_queue, &desk::QueueDesk::hold);
    connect(m_transfer, &KeyButton::clicked, this, &QueuePanel::askTransfer);
    connect(m_return, &KeyButton::clicked, this, &QueuePanel::askReturn);
    connect(m_number, &KeyButton::clicked, this, &QueuePanel::askNumber);
    connect(m_pause, &KeyButton::clicked, this, &QueuePanel::pauseOrResume);
    connect(m_give, &KeyButton::clicked, this, &QueuePanel::ticketRequested);
    connect(m_undo, &KeyButton::clicked, &m_queue, &desk::QueueDesk::undo);
    connect(&m_queue, &desk::QueueDesk::changed, this, &QueuePanel::follow);
    connect(&m_pauses, &desk::PauseDesk::changed, this, &QueuePanel::follow);
}

void QueuePanel::askTransfer()
{
    if (m_queue.ticket())
        m_form->ask(QueueForm::Kind::Transfer);
}

void QueuePanel::askReturn()
{
    if (m_queue.ticket())
        m_form->ask(QueueForm::Kind::Return);
}

void QueuePanel::askNumber()
{
    if (!m_queue.isPaused())
        m_form->ask(QueueForm::Kind::Number);
}

void QueuePanel::pauseOrResume()
{
    if (m_queue.isPaused())
        m_queue.resume();
    else if (m_pauses.request())
        m_pauses.takeBack();
    else
        m_form->ask(QueueForm::Kind::Pause);
}

QString QueuePanel::ticketId() const
{
    return m_queue.ticket() ? m_queue.ticket()->id : QString();
}

bool QueuePanel::submit()
{
    if (!m_form->isInHand())
        return false;
    m_form->submit();
    return true;
}

bool QueuePanel::stepBack()
{
    if (!m_form->isOpen())
        return false;
    m_form->close();
    return true;
}

void QueuePanel::follow()
{
    if (m_form->isOpen() && m_askedAbout != ticketId())
        m_form->close(); // it was about somebody who has left
    const auto& board = m_queue.board();
    m_waiting->setText(m_queue.isBoardKnown() ? QString::number(board.waiting()) : u"—"_s);
    m_classes->setText(classesText());
    const bool inService = m_queue.ticket().has_value();
    m_next->setEnabled(!m_queue.isPaused());
    m_next->setText(m_queue.isBusy() && !inService ? tr("Calling…") : tr("Call next"));
    for (KeyButton* button : {m_recall, m_noShow, m_transfer, m_return})
        button->setEnabled(inService);
    m_number->setEnabled(!m_queue.isPaused());
    m_undo->setEnabled(m_queue.mayUndo());
    setTextOrHide(m_why, whyText());
    m_hold->setEnabled(inService || board.held);
    m_hold->setText(!inService && board.held ? tr("Take up %1 again").arg(board.held->number) : tr("Hold"));
    m_pause->setText(m_queue.isPaused() ? tr("Resume") : m_pauses.request() ? tr("No pause after all") : tr("Pause"));
    setTextOrHide(m_asked, pauseText());
    m_today->setText(tr("%n finished since the start", nullptr, m_queue.finishedToday()));
}

QString QueuePanel::pauseText() const
{
    if (!m_pauses.request())
        return {};
    const QString reason = desk::pauseWords(m_pauses.request()->reason);
    return m_pauses.request()->state == core::PauseRequest::State::Approved
               ? tr("Pause approved (%1): begins after this number").arg(reason)
               : tr("Asked for a pause (%1), waiting for the supervisor").arg(reason);
}

/// Why the ticket in service was next, and what the window that sent it wrote.
QString QueuePanel::whyText() const
{
    if (!m_queue.ticket())
        return {};
    QStringList lines{m_queue.why(), m_queue.ticket()->note};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString QueuePanel::classesText() const
{
    if (m_queue.isAlone() && m_queue.leased() > 0)
        return tr("Without the back office this window can call %n number(s)", nullptr, m_queue.leased());
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
