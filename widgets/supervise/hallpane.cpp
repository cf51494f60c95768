// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/supervise/hallpane.h"

#include "app/desk/boarddesk.h"
#include "widgets/common/keybutton.h"
#include "widgets/common/label.h"
#include "widgets/supervise/agelabel.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {
constexpr int HallWidth = 460;
}

HallPane::HallPane(desk::BoardDesk& board, const QString& act, QWidget* parent)
    : QFrame(parent), m_board(board), m_column(new QVBoxLayout(this)), m_title(newLabel("strong", this)), m_age(new AgeLabel(this)),
      m_toDo(newTag("warn", this)), m_fault(newLabel("fault", this)), m_act(new KeyButton(act, u"F12"_s, this, KeyButton::Weight::Primary))
{
    setObjectName(u"verdictPanel"_s);
    setFixedWidth(HallWidth);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(newLabel("muted", this, tr("Back")));
    head->addWidget(newTag("key", this, u"Esc"_s));
    m_column->setContentsMargins(16, 16, 12, 14);
    m_column->setSpacing(6);
    m_column->addLayout(head);
    m_column->addWidget(m_age);
    m_column->addWidget(m_toDo);
    m_fault->setWordWrap(true);
    m_fault->hide();
    connect(m_act, &KeyButton::clicked, this, [this] { this->act(); });
}

void HallPane::addAct()
{
    m_column->addWidget(m_fault);
    m_column->addWidget(m_act);
}

desk::CloserDesk& HallPane::closer() const
{
    return m_board.closer();
}

void HallPane::setTitle(const QString& title)
{
    m_title->setText(title);
}

void HallPane::say(const QString& fault, bool urgent)
{
    restyle(m_fault, "tone", urgent ? QLatin1String("warn") : QLatin1String(""));
    setTextOrHide(m_fault, fault);
}

/// What is to be done waits behind this pane: it is not forgotten.
void HallPane::showAge()
{
    m_age->say(closer().ageSeconds(), closer().isStale() ? tr("it cannot be read now") : QString());
    const auto& alerts = m_board.alerts();
    setTextOrHide(m_toDo, alerts.isEmpty() ? QString() : tr("%n thing(s) to do now: Esc", nullptr, int(alerts.size())));
}

} // namespace widgets
