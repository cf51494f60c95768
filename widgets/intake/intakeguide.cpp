// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/common/messagebar.h"
#include "widgets/intake/guidepane.h"
#include "widgets/intake/intakepage.h"
#include "widgets/intake/itemband.h"

#include <QApplication>
#include <QLineEdit>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace widgets {

// The guide over the bands, and the way back from it.

void IntakePage::connectGuide()
{
    desk::GuideDesk& guide = m_desks.guide;
    connect(m_guide, &GuidePane::answeredPressed, this, [this] { otherAct(1); });
    connect(m_guide, &GuidePane::printPressed, this, &IntakePage::printPapers);
    connect(m_guide, &GuidePane::scenarioPressed, this, &IntakePage::primaryAction);
    connect(&guide, &desk::GuideDesk::printed, this, [this] { m_messages.tell(tr("The checklist is printed.")); });
    connect(&guide, &desk::GuideDesk::ended, this,
            [this] { m_messages.tell(tr("Noted as an enquiry. F2 finishes the number and calls the next.")); });
    connect(&m_desks.intake, &desk::IntakeDesk::changed, this, [this] {
        if (!m_desks.intake.item()) // undone
            closeGuide();
    });
}

void IntakePage::toggleGuide()
{
    if (m_guide->isVisible())
        return closeGuide();
    if (!m_desks.intake.item())
        return m_messages.tell(tr("Choose an item first: the guide is about it."));
    QWidget* focus = QApplication::focusWidget();
    m_beforeGuide = focus && m_scroll->isVisible() && m_scroll->isAncestorOf(focus) ? focus : nullptr;
    closePanes();
    m_guide->open();
    m_scroll->hide();
}

void IntakePage::closeGuide()
{
    if (m_guide->isHidden())
        return;
    m_desks.guide.goOn();
    m_scroll->show();
    if (m_beforeGuide && m_beforeGuide->isVisible()) {
        m_beforeGuide->setFocus(Qt::PopupFocusReason); // nothing is selected that the next key would replace
        if (auto* line = qobject_cast<QLineEdit*>(m_beforeGuide))
            line->end(false);
    } else {
        focusForStep();
    }
    m_guide->hide();
}

/// The intake goes on where it was, with what the scenario asks for.
void IntakePage::takeScenario()
{
    if (!m_desks.guide.takeScenario())
        return;
    m_beforeGuide.clear();
    closeGuide();
    m_item->cancelSearch();
}

} // namespace widgets
