// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/cameradesk.h"
#include "app/desk/capturedesk.h"
#include "app/desk/grantdesk.h"
#include "app/desk/guidedesk.h"
#include "app/desk/importdesk.h"
#include "app/desk/intakedesk.h"
#include "app/desk/pagedesk.h"
#include "app/desk/paperdesk.h"
#include "app/desk/readerdesk.h"
#include "app/desk/stackdesk.h"

#include <QPointer>
#include <QWidget>

class QScrollArea;

namespace widgets {

class ApplicantBand;
class CameraPane;
class EndingPane;
class GuidePane;
class ItemBand;
class MaterialBand;
class MessageBar;
class PaperBand;
class PagePane;
class PreviewPane;
class StackPane;
class VerdictPanel;

/// The intake in one flow: item, applicant, materials, papers, and the verdict beside them.
class IntakePage : public QWidget
{
    Q_OBJECT

public:
    struct Desks
    {
        desk::WorkDay& day;
        desk::IntakeDesk& intake;
        desk::CaptureDesk& capture;
        desk::ReaderDesk& reader;
        desk::PaperDesk& papers;
        desk::StackDesk& stack;
        desk::ImportDesk& imports;
        desk::PageDesk& pages;
        desk::CameraDesk& camera;
        desk::GrantDesk& grants;
        desk::GuideDesk& guide;
    };

    IntakePage(const Desks& desks, MessageBar& messages, QWidget* parent);

    // What the keys do, the same from wherever they are pressed.
    void findItem();
    void readCard();
    /// Fills where the focus is.
    void takeCard(const desk::CardHolder& holder);
    void scan();
    void scanStack();
    void toggleBothSides();
    void previewPapers();
    /// Every paper as the templates set it.
    void showSamples();
    void primaryAction();
    void printPapers();
    void togglePost();
    void askSupervisor();
    /// Over the bands: what there is to know of the item; the way back leads to the same field.
    void toggleGuide();
    void otherAct(int number);
    bool stepBack();
    /// Says so when a scan is under way.
    bool pagesArriving();
    /// Puts the focus where the work goes on.
    void focusWork();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void compareCard(const desk::CardHolder& holder);
    void connectDesks();
    void closePreview();
    void openStack();
    void closeStack();
    void openPages(const QString& materialCode);
    void closePages();
    void openCamera();
    void closeCamera();
    void closePanes();
    void openEndings();
    void closeEndings();
    void previewEnding();
    void shareKeys();
    void connectGuide();
    void closeGuide();
    void takeScenario();
    void enterPressed();
    void place();
    void focusForStep();
    [[nodiscard]] core::IntakeStep stepOfFocus() const;

    Desks m_desks;
    MessageBar& m_messages;
    QScrollArea* m_scroll;
    ItemBand* m_item;
    ApplicantBand* m_applicant;
    MaterialBand* m_materials;
    PaperBand* m_papers;
    PreviewPane* m_preview;
    StackPane* m_stack;
    PagePane* m_pages;
    CameraPane* m_camera;
    EndingPane* m_endings;
    GuidePane* m_guide;
    QPointer<QWidget> m_beforeGuide; ///< had the focus
    bool m_typedMeanwhile = false;   ///< since the stack was begun
    VerdictPanel* m_verdict;
    bool m_overEnding = false; ///< the preview lies over an ending
    bool m_placing = false;    ///< a visit has just begun, the focus is on its way
};

} // namespace widgets
