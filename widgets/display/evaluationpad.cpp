// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/display/evaluationpad.h"

#include "app/core/evaluation.h"
#include "app/desk/evaluationdesk.h"
#include "widgets/display/secondscreen.h"

#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

EvaluationPad::EvaluationPad(desk::EvaluationDesk& evaluation)
    : m_evaluation(evaluation), m_words(new QLabel(u"请您评价本次服务"_s, this)), m_decline(new QPushButton(u"不评价"_s, this))
{
    setWindowFlags(Qt::Window | Qt::FramelessWindowHint | Qt::WindowDoesNotAcceptFocus | Qt::WindowStaysOnTopHint);
    setAttribute(Qt::WA_ShowWithoutActivating); // the keys stay with the clerk
    setAttribute(Qt::WA_QuitOnClose, false);
    setWindowTitle(tr("Evaluation"));
    m_words->setAlignment(Qt::AlignCenter);
    auto* levels = new QHBoxLayout;
    levels->setSpacing(24);
    for (int level = core::BestLevel; level >= core::WorstLevel; --level) {
        auto* button = new QPushButton(core::levelWords(level), this);
        connect(button, &QPushButton::clicked, this, [this, level] { m_evaluation.give(level); });
        m_levels.append(button);
        levels->addWidget(button, 1);
    }
    connect(m_decline, &QPushButton::clicked, &evaluation, &desk::EvaluationDesk::decline);
    for (QPushButton* button : m_levels + QList{m_decline})
        button->setFocusPolicy(Qt::NoFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(48, 36, 48, 36);
    column->addStretch(2);
    column->addWidget(m_words);
    column->addStretch(1);
    column->addLayout(levels);
    column->addStretch(2);
    column->addWidget(m_decline, 0, Qt::AlignRight);
    connect(&evaluation, &desk::EvaluationDesk::askingChanged, this, &EvaluationPad::follow);
    connect(qApp, &QGuiApplication::screenAdded, this, &EvaluationPad::place);
    connect(qApp, &QGuiApplication::screenRemoved, this, &EvaluationPad::place);
}

void EvaluationPad::watchScreens()
{
    place();
}

void EvaluationPad::place()
{
    const QScreen* screen = secondScreen();
    if (screen) {
        const int height = screen->geometry().height();
        setStyleSheet(u"* { font-size: %1px; } QLabel { font-size: %2px; font-weight: bold; }"_s.arg(height / 30).arg(height / 18));
        for (QPushButton* button : m_levels)
            button->setMinimumHeight(height / 5); // for a thumb
        m_decline->setMinimumSize(height / 5, height / 14);
    }
    m_evaluation.setPadPresent(screen != nullptr);
    follow();
}

void EvaluationPad::follow()
{
    if (!m_evaluation.isAsking() || !secondScreen())
        return hide();
    fillScreen(*this, *secondScreen());
    raise();
}

} // namespace widgets
