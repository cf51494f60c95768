// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/intake/intakepage.h"

#include "widgets/capture/camerapane.h"
#include "widgets/capture/pagepane.h"
#include "widgets/capture/stackpane.h"
#include "widgets/common/messagebar.h"
#include "widgets/intake/applicantband.h"
#include "widgets/intake/endingpane.h"
#include "widgets/intake/guidepane.h"
#include "widgets/intake/itemband.h"
#include "widgets/intake/materialband.h"
#include "widgets/intake/paperband.h"
#include "widgets/intake/previewpane.h"
#include "widgets/intake/verdictpanel.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

/// Some desktops let a text line take this key, to go to its end.
bool asksSupervisor(QEvent* event)
{
    const auto* key = event->type() == QEvent::ShortcutOverride ? static_cast<QKeyEvent*>(event) : nullptr;
    return key && key->key() == Qt::Key_E && key->modifiers() == Qt::ControlModifier;
}

} // namespace

IntakePage::IntakePage(const Desks& desks, MessageBar& messages, QWidget* parent)
    : QWidget(parent), m_desks(desks), m_messages(messages), m_scroll(new QScrollArea(this)),
      m_item(new ItemBand(desks.intake, desks.day, this)), m_applicant(new ApplicantBand(desks.intake, this)),
      m_materials(new MaterialBand(desks.intake, desks.capture, desks.imports, this)), m_papers(new PaperBand(desks.intake, this)),
      m_preview(new PreviewPane(this)), m_stack(new StackPane(desks.stack, desks.intake, this)),
      m_pages(new PagePane(desks.pages, desks.intake, this)), m_camera(new CameraPane(desks.camera, desks.intake, this)),
      m_endings(new EndingPane(desks.intake, this)), m_guide(new GuidePane(desks.guide, this)),
      m_verdict(new VerdictPanel(desks.intake, desks.grants, this))
{
    auto* bands = new QWidget(m_scroll);
    bands->setObjectName(u"scrollBody"_s);
    auto* column = new QVBoxLayout(bands);
    column->setContentsMargins(20, 14, 20, 14);
    column->setSpacing(12);
    column->addWidget(m_item);
    column->addWidget(m_applicant);
    column->addWidget(m_materials, 1);
    column->addWidget(m_papers);
    m_materials->setMinimumHeight(180);
    m_scroll->setWidget(bands);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_scroll, 1);
    row->addWidget(m_preview, 1);
    row->addWidget(m_stack, 1);
    row->addWidget(m_pages, 1);
    row->addWidget(m_camera, 1);
    row->addWidget(m_endings, 1);
    row->addWidget(m_guide, 1);
    row->addWidget(m_verdict);
    qApp->installEventFilter(this);
    connectDesks();
    connectGuide();
}

void IntakePage::connectDesks()
{
    connect(m_item, &ItemBand::chosen, this, [this] { m_applicant->focusFirstGap(); });
    connect(&m_desks.papers, &desk::PaperDesk::previewReady, this, [this](const QList<documents::Paper>& papers) {
        m_scroll->hide();
        m_preview->show(papers);
        m_overEnding = m_overEnding || !m_endings->isHidden();
        m_endings->hide();
    });
    connect(&m_desks.imports, &desk::ImportDesk::imported, this,
            [this](int pages) { m_messages.tell(tr("%n page(s) taken from the file.", nullptr, pages)); });
    connect(m_stack, &StackPane::closed, this, &IntakePage::closeStack);
    connect(m_materials, &MaterialBand::pagesRequested, this, &IntakePage::openPages);
    connect(m_pages, &PagePane::closed, this, &IntakePage::closePages);
    connect(m_camera, &CameraPane::closed, this, &IntakePage::closeCamera);
    connect(m_endings, &EndingPane::carryOutPressed, this, &IntakePage::primaryAction);
    connect(m_endings, &EndingPane::applicantNeeded, this, [this] {
        closePanes();
        m_applicant->showGaps();
    });
    connect(&m_desks.day, &desk::WorkDay::signedOut, &m_desks.camera, &desk::CameraDesk::close); // nobody is filmed by a locked window
    connect(&m_desks.pages, &desk::PageDesk::blankRemoved, this, [this](int pages) {
        m_messages.tell(pages > 0 ? tr("%n blank page(s) taken out. Ctrl+Z brings them back.", nullptr, pages) : tr("No page is blank."));
    });
    connect(&m_desks.pages, &desk::PageDesk::interleaved, this,
            [this] { m_messages.tell(tr("Fronts and backs are sheets now. Ctrl+Z brings the old order back.")); });
    connect(&m_desks.stack, &desk::StackDesk::sorted, this, [this](int placed, int waiting) {
        m_messages.tell(waiting > 0 ? tr("%1 pages are in their places, %2 are to be confirmed (Alt+6).").arg(placed).arg(waiting)
                                    : tr("All %n page(s) are in their places.", nullptr, placed));
        if (waiting > 0 && !m_typedMeanwhile) // never under the fingers of somebody who types
            openStack();
    });
    connect(&m_desks.stack, &desk::StackDesk::separatorsPrinted, this,
            [this] { m_messages.tell(tr("Separator sheets printed: put each in front of its papers.")); });
    connect(&m_desks.pages, &desk::PageDesk::copied, this,
            [this](int sheets) { m_messages.tell(tr("%n sheet(s) printed from the scan.", nullptr, sheets)); });
    connect(m_preview, &PreviewPane::closed, this, &IntakePage::closePreview);
    connect(m_verdict, &VerdictPanel::acceptRequested, this, &IntakePage::primaryAction);
    connect(m_verdict, &VerdictPanel::noticeRequested, this, &IntakePage::openEndings);
    connect(&m_desks.intake, &desk::IntakeDesk::accepted, this, [this](const core::CaseRecord& record) {
        closePanes();
        m_desks.papers.print(record);
    });
    connect(&m_desks.intake, &desk::IntakeDesk::visitBegun, this, [this] {
        closePanes();
        place();
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (now && m_scroll->isAncestorOf(now)) {
            m_scroll->ensureWidgetVisible(now, 0, 40);
            if (!m_placing)
                m_desks.intake.setStep(stepOfFocus());
        }
    });
}

core::IntakeStep IntakePage::stepOfFocus() const
{
    const QWidget* focus = QApplication::focusWidget();
    if (focus && m_materials->isAncestorOf(focus))
        return core::IntakeStep::Materials;
    if (focus && m_applicant->isAncestorOf(focus))
        return core::IntakeStep::Applicant;
    return core::IntakeStep::Item;
}

/// Puts the focus where the visit's step is. While its bands appear and vanish the focus wanders: that says nothing about
/// the step.
void IntakePage::place()
{
    m_placing = true;
    focusForStep();
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_placing = false;
            if (m_preview->isHidden() && isVisible() && stepOfFocus() != m_desks.intake.draft().step)
                focusForStep();
        },
        Qt::QueuedConnection);
}

void IntakePage::focusForStep()
{
    const core::IntakeDraft& draft = m_desks.intake.draft();
    if (draft.itemCode.isEmpty() || draft.scenarioCode.isEmpty())
        m_item->search();
    else if (draft.step == core::IntakeStep::Materials)
        m_materials->focusList();
    else
        m_applicant->focusFirstGap();
}

void IntakePage::focusWork()
{
    if (m_preview->isVisible())
        m_preview->setFocus();
    else if (m_stack->isVisible())
        m_stack->show();
    else if (m_pages->isVisible())
        m_pages->setFocus();
    else if (m_camera->isVisible())
        m_camera->setFocus();
    else if (m_endings->isVisible())
        m_endings->focusWork();
    else if (m_guide->isVisible())
        m_guide->setFocus();
    else
        focusForStep();
}

void IntakePage::takeCard(const desk::CardHolder& holder)
{
    if (!m_desks.day.isSignedIn() || m_desks.intake.record() || m_desks.intake.isBusy())
        return;
    if (m_desks.intake.draft().base)
        return compareCard(holder);
    m_desks.intake.applyCard(holder, m_applicant->cardTarget());
    m_applicant->showCardRead(holder.portrait);
    if (holder.expired)
        m_messages.warn(tr("The card has been read, but its validity has ended."),
                        tr("Ask for a valid one, or go on if the item allows it."), {});
    else
        m_messages.tell(tr("Card read, it can be taken back. Ctrl+Z brings back what was there before."));
    if (m_applicant->isAncestorOf(QApplication::focusWidget()))
        m_applicant->focusFirstGap();
}

/// Whose case it is stands fast: a card says only whether it is they who came.
void IntakePage::compareCard(const desk::CardHolder& holder)
{
    const core::IntakeDraft& draft = m_desks.intake.draft();
    if (draft.applicant.certificate == holder.certificate)
        m_messages.tell(tr("The card is the applicant's."));
    else if (draft.hasAgent && draft.agent.certificate == holder.certificate)
        m_messages.tell(tr("The card is the agent's."));
    else
        m_messages.warn(tr("The card is neither the applicant's nor the agent's of this case."), tr("Ask for whom they come."), {});
}

void IntakePage::findItem()
{
    closePanes();
    m_item->search();
}

void IntakePage::readCard()
{
    m_desks.reader.readNow();
}

/// Pages that are still on their way belong to this visit: nothing ends it before they are here.
bool IntakePage::pagesArriving()
{
    if (m_desks.camera.hasFront()) {
        m_messages.warn(tr("Only the front of the card is taken."), tr("Turn the card over, or let it be with I."), {});
        return true;
    }
    const bool arriving =
        m_desks.capture.isScanning() || m_desks.imports.isImporting() || m_desks.pages.isWorking() || m_desks.camera.isTaking();
    if (arriving)
        m_messages.warn(tr("Pages are still arriving."), tr("Wait for them, or stop the scan with Esc."), {});
    return arriving;
}

void IntakePage::scan()
{
    if (m_desks.intake.record() || m_desks.intake.isBusy())
        return;
    if (m_desks.camera.isOpen())
        return m_desks.camera.capture();
    m_desks.capture.scanTo(m_desks.pages.isOpen() ? m_desks.pages.material() : m_materials->currentMaterial());
}

void IntakePage::scanStack()
{
    if (m_desks.intake.record() || m_desks.intake.isBusy())
        return;
    m_typedMeanwhile = false;
    m_desks.stack.scan();
}

void IntakePage::toggleBothSides()
{
    devices::ScanOptions options = m_desks.capture.options();
    options.duplex = !options.duplex;
    m_desks.capture.setOptions(options);
    m_messages.tell(options.duplex ? tr("Both sides are scanned from now on.") : tr("One side is scanned from now on."));
}

void IntakePage::primaryAction()
{
    if (pagesArriving() || m_desks.intake.record())
        return;
    if (m_overEnding)
        return closePreview(); // it was only looked at
    if (m_stack->isVisible())
        return m_stack->confirmAll();
    if (m_endings->isVisible())
        return m_endings->carryOut();
    if (m_guide->isVisible())
        return takeScenario();
    const bool gaps = m_desks.intake.item() && !m_desks.intake.faults().isEmpty();
    const QStringList asked = m_desks.intake.askedWithoutReason();
    m_desks.intake.accept();
    if (gaps) {
        closePanes();
        m_applicant->showGaps();
    } else if (!asked.isEmpty()) {
        closePanes();
        m_materials->focusReason(asked.constFirst());
    }
}

void IntakePage::printPapers()
{
    if (m_pages->isVisible())
        return m_desks.pages.printCopy();
    if (m_guide->isVisible())
        return m_desks.guide.print();
    if (m_desks.intake.record())
        return m_desks.papers.print(*m_desks.intake.record());
    const desk::Advice advice = desk::adviceFor({core::ErrorKind::InvalidInput, u"print.nothing"_s, {}});
    m_messages.warn(advice.what, advice.next, {});
}

void IntakePage::askSupervisor()
{
    m_verdict->askSupervisor();
}

void IntakePage::togglePost()
{
    closePanes();
    m_applicant->togglePost();
}

void IntakePage::otherAct(int number)
{
    if (number == 1 && m_guide->isVisible()) {
        if (!pagesArriving())
            m_desks.guide.endAsEnquiry();
        return;
    }
    switch (number) {
    case 1: openEndings(); break;
    case 2: m_verdict->toggleCommitment(); break;
    case 3: m_applicant->toggleAuthorised(); break;
    case 4: m_applicant->toggleKind(); break;
    case 5: m_applicant->toggleAgent(); break;
    case 6: openStack(); break;
    case 7: m_desks.stack.printSeparators(); break;
    case 8: openPages(m_materials->currentMaterial()); break;
    case 9: openCamera(); break;
    default: break;
    }
}

bool IntakePage::stepBack()
{
    if (m_preview->isVisible()) {
        closePreview();
        return true;
    }
    if (m_stack->isVisible()) {
        closeStack();
        return true;
    }
    if (m_pages->isVisible())
        return m_pages->stepBack();
    if (m_camera->isVisible()) {
        m_camera->stepBack();
        return true;
    }
    if (m_endings->isVisible()) {
        closeEndings();
        return true;
    }
    if (m_guide->isVisible()) {
        closeGuide();
        return true;
    }
    switch (stepOfFocus()) {
    case core::IntakeStep::Materials: m_applicant->focusFirstGap(); return true;
    case core::IntakeStep::Applicant: m_item->search(); return true;
    default: return m_item->cancelSearch();
    }
}

/// Enter goes to the next field; after the last one, to the checklist.
bool IntakePage::eventFilter(QObject* watched, QEvent* event)
{
    if (asksSupervisor(event) && watched->isWidgetType() && isAncestorOf(static_cast<QWidget*>(watched))) {
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::KeyPress && !static_cast<QKeyEvent*>(event)->text().isEmpty())
        m_typedMeanwhile = true;
    if (event->type() == QEvent::InputMethod)
        m_typedMeanwhile = true;
    if (event->type() == QEvent::KeyPress && watched->isWidgetType() && m_applicant->isAncestorOf(static_cast<QWidget*>(watched))) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            enterPressed();
            return true;
        }
    }
    if ((event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent) &&
        (watched == m_stack || watched == m_endings || watched == m_guide))
        shareKeys();
    return QWidget::eventFilter(watched, event);
}

void IntakePage::enterPressed()
{
    focusNextPrevChild(true);
    QWidget* focus = QApplication::focusWidget();
    if (!focus || !m_applicant->isAncestorOf(focus))
        m_materials->focusList();
}

} // namespace widgets
