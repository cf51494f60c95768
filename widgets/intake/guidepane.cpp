// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/intake/guidepane.h"

#include "app/desk/guidedesk.h"
#include "widgets/common/keybutton.h"
#include "widgets/common/label.h"
#include "widgets/intake/guidesheet.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

GuidePane::GuidePane(desk::GuideDesk& guide, QWidget* parent)
    : QFrame(parent), m_guide(guide), m_title(newLabel("title", this)), m_scenario(newTag("accent", this)), m_sheet(new GuideSheet(this)),
      m_scroll(new QScrollArea(this)), m_remark(new QLineEdit(this)),
      m_take(new KeyButton(tr("Take this scenario"), u"F12"_s, this, KeyButton::Weight::Primary))
{
    setFocusPolicy(Qt::StrongFocus);
    m_title->setWordWrap(true);
    m_scroll->setWidget(m_sheet);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_remark->setAccessibleName(tr("Remark on the enquiry"));
    m_remark->setPlaceholderText(tr("What was asked, if it is worth noting (no names or numbers)"));
    m_remark->setMaxLength(core::LongestRemark);
    auto* answered = new KeyButton(tr("Answered, no application"), u"Alt+1"_s, this);
    auto* print = new KeyButton(tr("Print the checklist"), u"Ctrl+P"_s, this);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_scenario, 0, Qt::AlignTop);
    auto* foot = new QHBoxLayout;
    for (KeyButton* button : {answered, print, m_take}) {
        button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        foot->addWidget(button);
    }
    foot->insertStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(10);
    column->addLayout(head);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_remark);
    column->addLayout(foot);
    connect(answered, &KeyButton::clicked, this, &GuidePane::answeredPressed);
    connect(print, &KeyButton::clicked, this, &GuidePane::printPressed);
    connect(m_take, &KeyButton::clicked, this, &GuidePane::scenarioPressed);
    connect(m_remark, &QLineEdit::textEdited, &guide, &desk::GuideDesk::setRemark);
    connect(m_remark, &QLineEdit::returnPressed, this, qOverload<>(&QWidget::setFocus));
    connect(&guide, &desk::GuideDesk::changed, this, &GuidePane::follow);
    hide();
}

void GuidePane::open()
{
    m_remark->setText(m_guide.remark());
    show();
    follow();
    m_scroll->verticalScrollBar()->setValue(0);
    setFocus();
}

/// Nothing is built while nobody looks.
void GuidePane::follow()
{
    if (isHidden() || !m_guide.item())
        return;
    const core::ServiceItem& item = *m_guide.item();
    const core::Scenario* scenario = item.scenario(m_guide.scenario());
    m_title->setText(item.name);
    setTextOrHide(m_scenario, scenario ? scenario->name : QString());
    m_sheet->fill(m_guide);
    m_take->setVisible(m_guide.mayChoose());
    m_take->setEnabled(scenario != nullptr);
    setAccessibleName(tr("Guide: %1").arg(item.name));
    setAccessibleDescription(m_sheet->spoken());
}

void GuidePane::hideEvent(QHideEvent* event)
{
    m_scroll->verticalScrollBar()->setValue(0);
    QFrame::hideEvent(event);
}

void GuidePane::scroll(int key)
{
    QScrollBar* bar = m_scroll->verticalScrollBar();
    switch (key) {
    case Qt::Key_Down: return bar->triggerAction(QAbstractSlider::SliderSingleStepAdd);
    case Qt::Key_Up: return bar->triggerAction(QAbstractSlider::SliderSingleStepSub);
    case Qt::Key_Space:
    case Qt::Key_PageDown: return bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
    case Qt::Key_PageUp: return bar->triggerAction(QAbstractSlider::SliderPageStepSub);
    case Qt::Key_Home: return bar->triggerAction(QAbstractSlider::SliderToMinimum);
    default: return bar->triggerAction(QAbstractSlider::SliderToMaximum);
    }
}

void GuidePane::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier);
    if (plain && key >= Qt::Key_1 && key <= Qt::Key_9)
        return m_guide.answer(key - Qt::Key_1);
    if (plain && key == Qt::Key_Backspace)
        return m_guide.takeAnswerBack();
    if (plain &&
        QList<int>{Qt::Key_Down, Qt::Key_Up, Qt::Key_Space, Qt::Key_PageDown, Qt::Key_PageUp, Qt::Key_Home, Qt::Key_End}.contains(key))
        return scroll(key);
    QFrame::keyPressEvent(event);
}

} // namespace widgets
