// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/capture/camerapane.h"
#include "widgets/capture/pagepane.h"
#include "widgets/capture/stackpane.h"
#include "widgets/common/messagebar.h"
#include "widgets/intake/endingpane.h"
#include "widgets/intake/guidepane.h"
#include "widgets/intake/intakepage.h"
#include "widgets/intake/materialband.h"
#include "widgets/intake/previewpane.h"
#include "widgets/intake/verdictpanel.h"

#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace widgets {

// What lies over the bands, one at a time, and the way back to them.

void IntakePage::openStack()
{
    if (m_desks.stack.waiting().isEmpty() || m_desks.intake.record())
        return;
    closePanes();
    m_scroll->hide();
    m_stack->show();
}

void IntakePage::openPages(const QString& materialCode)
{
    closePanes();
    if (m_pages->open(materialCode))
        m_scroll->hide();
}

void IntakePage::openCamera()
{
    if (m_desks.camera.isOpen())
        return m_camera->stepBack();
    if (m_desks.intake.record() || m_desks.intake.materials().isEmpty())
        return;
    closePanes();
    m_scroll->hide();
    m_camera->open();
}

void IntakePage::closeCamera()
{
    if (m_camera->isHidden())
        return;
    m_camera->hide();
    m_desks.camera.close();
    m_scroll->show();
    m_materials->focusList();
}

/// Whatever lies over the bands.
void IntakePage::closePanes()
{
    closePreview();
    closeStack();
    closePages();
    closeCamera();
    closeEndings();
    closeGuide();
}

void IntakePage::closePages()
{
    if (m_pages->isHidden())
        return;
    m_pages->hide();
    m_desks.pages.close();
    m_scroll->show();
    m_materials->focusList();
}

void IntakePage::closeStack()
{
    if (m_stack->isHidden())
        return;
    m_stack->hide();
    m_scroll->show();
    m_materials->focusList();
}

void IntakePage::previewPapers()
{
    if (m_preview->isVisible())
        return closePreview();
    if (!m_endings->isHidden())
        return previewEnding();
    closePanes();
    if (m_desks.intake.record())
        return m_desks.papers.preview(*m_desks.intake.record());
    const auto record = m_desks.intake.provisionalRecord();
    if (record && m_desks.intake.verdict().outcome != core::Outcome::Undetermined)
        return m_desks.papers.preview(*record);
    const desk::Advice advice = desk::adviceFor({core::ErrorKind::InvalidInput, u"print.nothing"_s, {}});
    m_messages.warn(advice.what, advice.next, {});
}

/// What the chosen ending prints; after it the ending is there as it was.
void IntakePage::previewEnding()
{
    const core::CaseAct act = m_endings->chosen();
    const auto may = m_desks.intake.mayEnd(act);
    const auto record = may ? m_desks.intake.provisionalRecord(act) : core::Result<core::CaseRecord>(tl::unexpected(may.error()));
    if (record)
        return m_desks.papers.preview(*record);
    const desk::Advice advice = desk::adviceFor(record.error());
    m_messages.warn(advice.what, advice.next, {});
}

void IntakePage::showSamples()
{
    closePanes();
    m_desks.papers.previewSamples();
}

void IntakePage::closePreview()
{
    m_desks.papers.callOffPreview();
    if (m_preview->isHidden())
        return;
    m_preview->hide();
    if (std::exchange(m_overEnding, false)) {
        m_endings->show();
        return m_endings->focusWork();
    }
    m_scroll->show();
    focusForStep();
}

/// What lies over the bands has an F12 of its own, the guide an Alt+1 as well: no key stands on screen twice.
void IntakePage::shareKeys()
{
    const bool ends = !m_endings->isHidden() || m_overEnding;
    m_verdict->setKeys(m_stack->isHidden() && !ends && m_guide->isHidden(), m_guide->isHidden());
}

void IntakePage::openEndings()
{
    if (m_endings->isVisible())
        return closeEndings();
    if (m_overEnding)
        return closePreview();
    if (m_desks.intake.record() || !m_desks.intake.item())
        return;
    closePanes();
    m_scroll->hide();
    m_endings->open();
}

void IntakePage::closeEndings()
{
    if (m_endings->isHidden())
        return;
    m_desks.papers.callOffPreview();
    m_endings->hide();
    m_scroll->show();
    focusForStep();
}

} // namespace widgets
