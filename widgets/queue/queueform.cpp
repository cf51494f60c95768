// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/queue/queueform.h"

#include "app/desk/queuewords.h"
#include "widgets/common/keybutton.h"
#include "widgets/common/label.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {
constexpr int LongestLine = 100;
}

QueueForm::QueueForm(QWidget* parent)
    : QFrame(parent), m_title(newLabel("small", this)), m_answers(new QVBoxLayout), m_first(new QLineEdit(this)),
      m_second(new QLineEdit(this)), m_hint(newLabel("muted", this))
{
    setObjectName(u"card"_s);
    setFocusPolicy(Qt::StrongFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    m_answers->setSpacing(4);
    m_title->setWordWrap(true);
    column->addWidget(m_title);
    column->addLayout(m_answers);
    for (QLineEdit* line : {m_first, m_second}) {
        line->setMaxLength(LongestLine);
        column->addWidget(line);
    }
    column->addWidget(m_hint);
    connect(m_first, &QLineEdit::returnPressed, m_second, qOverload<>(&QWidget::setFocus));
    connect(m_second, &QLineEdit::returnPressed, m_first, qOverload<>(&QWidget::setFocus));
    connect(qApp, &QApplication::focusChanged, this, &QueueForm::sayKeys);
    hide();
}

/// F12 is its own only while it has the focus.
void QueueForm::sayKeys()
{
    m_hint->setText(m_choices.isEmpty() && isInHand() ? tr("F12: do it · Esc: no") : tr("Esc: no"));
}

void QueueForm::ask(Kind kind)
{
    if (isOpen() && m_kind == kind && !isInHand()) // what was typed stays
        return m_choices.isEmpty() ? m_first->setFocus() : setFocus();
    m_kind = kind;
    switch (kind) {
    case Kind::Transfer: return askLines(tr("Transfer to"), tr("Window or class"), tr("Note for them"));
    case Kind::Number: return askLines(tr("Call a number"), tr("Number"), tr("Reason"));
    case Kind::Return: {
        const QString fetches = tr("Fetches something");
        const QString waits = tr("Waits for somebody");
        const QString mistake = tr("Called by mistake");
        return offer(tr("Back to the queue because"), {{fetches, fetches}, {waits, waits}, {mistake, mistake}});
    }
    case Kind::Pause: {
        QList<Choice> choices;
        for (const QString& reason : {u"meal"_s, u"meeting"_s, u"restroom"_s, u"system"_s})
            choices.append({desk::pauseWords(reason), reason});
        return offer(tr("Pause for"), choices);
    }
    }
}

void QueueForm::offer(const QString& title, const QList<Choice>& choices)
{
    open(title);
    m_choices = choices;
    for (qsizetype i = 0; i < choices.size(); ++i) {
        auto* button = new KeyButton(choices[i].words, QString::number(i + 1), this);
        connect(button, &KeyButton::clicked, this, [this, i] { choose(i); });
        m_answers->addWidget(button);
    }
    m_first->hide();
    m_second->hide();
    setAccessibleDescription(tr("One of %n answers, by digit", nullptr, int(choices.size())));
    setFocus();
    sayKeys();
}

void QueueForm::askLines(const QString& title, const QString& first, const QString& second)
{
    open(title);
    const auto ask = [](QLineEdit* line, const QString& name) {
        line->clear();
        line->setPlaceholderText(name);
        line->setAccessibleName(name);
        line->show();
    };
    ask(m_first, first);
    ask(m_second, second);
    m_first->setFocus();
    sayKeys();
}

void QueueForm::open(const QString& title)
{
    QWidget* focused = QApplication::focusWidget();
    if (!focused || !isAncestorOf(focused))
        m_before = focused;
    m_choices.clear();
    while (QLayoutItem* item = m_answers->takeAt(0)) {
        item->widget()->hide(); // it may be the one that was clicked
        item->widget()->deleteLater();
        delete item;
    }
    m_title->setText(title);
    setAccessibleName(title);
    show();
    Q_EMIT opened();
}

bool QueueForm::isInHand() const
{
    const QWidget* focused = window()->focusWidget();
    return isOpen() && focused && (focused == this || isAncestorOf(focused));
}

void QueueForm::close()
{
    const bool hadFocus = isInHand();
    hide();
    Q_EMIT closed();
    if (hadFocus && m_before && m_before->isVisible())
        m_before->setFocus();
}

void QueueForm::choose(qsizetype index)
{
    if (index < 0 || index >= m_choices.size())
        return;
    const QString value = m_choices[index].value;
    close();
    if (m_kind == Kind::Pause)
        Q_EMIT pauseWanted(value);
    else
        Q_EMIT returnWanted(value);
}

void QueueForm::submit()
{
    if (!m_choices.isEmpty())
        return;
    const QString first = m_first->text().trimmed();
    const QString second = m_second->text().trimmed();
    if (first.isEmpty())
        return m_first->setFocus();
    if (second.isEmpty() && m_kind == Kind::Number)
        return m_second->setFocus();
    close();
    if (m_kind == Kind::Transfer)
        Q_EMIT transferWanted(first, second);
    else
        Q_EMIT numberWanted(first, second);
}

void QueueForm::keyPressEvent(QKeyEvent* event)
{
    if (event->modifiers() == Qt::NoModifier && event->key() >= Qt::Key_1 && event->key() <= Qt::Key_9)
        return choose(event->key() - Qt::Key_1);
    QFrame::keyPressEvent(event);
}

} // namespace widgets
