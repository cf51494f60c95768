// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/intake/asksupervisor.h"

#include "app/desk/grantdesk.h"
#include "widgets/common/keybutton.h"
#include "widgets/common/label.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

AskSupervisor::AskSupervisor(desk::IntakeDesk& intake, desk::GrantDesk& grants, QWidget* parent)
    : QWidget(parent), m_intake(intake), m_grants(grants), m_state(newLabel("muted", this)), m_reason(new QLineEdit(this)),
      m_ask(new KeyButton(tr("Ask the supervisor"), u"Ctrl+E"_s, this))
{
    m_state->setWordWrap(true);
    m_reason->setPlaceholderText(tr("Why an exception is asked for"));
    m_reason->setAccessibleName(m_reason->placeholderText());
    m_reason->installEventFilter(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_state);
    column->addWidget(m_reason);
    column->addWidget(m_ask);
    connect(m_ask, &KeyButton::clicked, this, &AskSupervisor::ask);
    connect(&intake, &desk::IntakeDesk::changed, this, &AskSupervisor::follow);
    connect(&grants, &desk::GrantDesk::asked, m_reason, &QLineEdit::clear);
    connect(&intake, &desk::IntakeDesk::visitBegun, m_reason, &QLineEdit::clear);
    follow();
}

void AskSupervisor::follow()
{
    using Answer = core::Grant::Answer;
    const core::Grant* last = m_intake.record() ? nullptr : m_intake.lastGrant();
    const bool waits = last && last->answer == Answer::Open;
    const bool may = m_intake.grantable().has_value() && !waits;
    m_reason->setVisible(may);
    m_ask->setVisible(may);
    QString state;
    if (waits)
        state = tr("The supervisor is asked: %1").arg(last->reason);
    else if (last && last->answer == Answer::Granted)
        state = tr("%1 has granted it").arg(last->answeredBy);
    else if (last)
        state = tr("%1 has denied it: %2").arg(last->answeredBy, last->answerReason);
    setTextOrHide(m_state, state);
    setVisible(may || last);
}

void AskSupervisor::ask()
{
    if (!m_intake.grantable())
        return;
    if (m_reason->isVisible() && m_reason->text().trimmed().isEmpty())
        return m_reason->setFocus();
    m_grants.ask(m_reason->text());
}

bool AskSupervisor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            ask();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace widgets
