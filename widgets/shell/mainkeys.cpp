// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/capturedesk.h"
#include "app/desk/evaluationdesk.h"
#include "app/desk/holderdesk.h"
#include "widgets/common/messagebar.h"
#include "widgets/queue/callbar.h"
#include "widgets/queue/queuepanel.h"
#include "widgets/queue/ticketpane.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/shell/signinpage.h"

#include <QShortcut>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace widgets {

// The keys, the same everywhere.

void MainWindow::addKey(const QString& key, const std::function<void()>& act, bool beforeSignIn)
{
    auto* shortcut = new QShortcut(QKeySequence(key), this);
    shortcut->setAutoRepeat(false);
    connect(shortcut, &QShortcut::activated, this, [=, this] {
        if (m_desks.day.isSignedIn() || beforeSignIn)
            act();
    });
}

void MainWindow::addKeys()
{
    addKey(u"F1"_s, [this] { showKeys(); });
    addKey(u"F2"_s, [this] { callNext(); });
    addKey(u"Shift+F2"_s, [this] { finishOnly(); });
    addKey(u"F3"_s, [this] { m_desks.queue.recall(); });
    addKey(u"F4"_s, [this] { m_desks.queue.noShow(); });
    addKey(u"F5"_s, [this] { m_intakePage->readCard(); });
    addKey(u"F6"_s, [this] { m_desks.queue.hold(); });
    addKey(u"F7"_s, [this] { askAtQueue(&QueuePanel::askTransfer); });
    addKey(u"Shift+F7"_s, [this] { askAtQueue(&QueuePanel::askReturn); });
    addKey(u"Ctrl+F2"_s, [this] { askAtQueue(&QueuePanel::askNumber); });
    addKey(u"Shift+F3"_s, [this] { toggleCallBar(); });
    addKey(u"F8"_s, [this] { askAtQueue(&QueuePanel::pauseOrResume); });
    addKey(u"F9"_s, [this] { m_intakePage->scan(); });
    addKey(u"Shift+F9"_s, [this] { m_intakePage->scanStack(); });
    addKey(u"Ctrl+F9"_s, [this] { m_intakePage->toggleBothSides(); });
    addKey(u"F11"_s, [this] { m_intakePage->previewPapers(); });
    addKey(u"F12"_s, [this] { primary(); }, true);
    addKey(u"Ctrl+K"_s, [this] {
        go(Place::Intake);
        m_desks.intake.beginAnother(); // after an acceptance: the same visit wants something else
        m_intakePage->findItem();
    });
    addKey(u"Ctrl+E"_s, [this] {
        if (m_places->currentWidget() == m_intakePage)
            m_intakePage->askSupervisor();
    });
    addKey(u"Ctrl+D"_s, [this] {
        if (m_places->currentWidget() == m_intakePage)
            m_intakePage->togglePost();
    });
    addKey(u"Ctrl+G"_s, [this] {
        if (m_places->currentWidget() == m_intakePage)
            m_intakePage->toggleGuide();
    });
    addKey(u"Ctrl+M"_s, [this] { m_desks.evaluation.askAgain(); });
    addKey(u"Ctrl+P"_s, [this] { print(); });
    addKey(u"Ctrl+T"_s, [this] { m_tickets->toggle(); });
    addKey(u"Ctrl+Z"_s, [this] { undo(); });
    addKey(u"Ctrl+L"_s, [this] { lock(); });
    addKey(u"Esc"_s, [this] { m_desks.day.isSignedIn() ? escape() : m_signIn->stepBack(); }, true);
    addKey(u"Ctrl+1"_s, [this] { go(Place::Intake); });
    addKey(u"Ctrl+2"_s, [this] { go(Place::FollowUps); });
    addKey(u"Ctrl+3"_s, [this] { go(Place::Deliveries); });
    addKey(u"Ctrl+4"_s, [this] { go(Place::LookUp); });
    addKey(u"Ctrl+5"_s, [this] { go(Place::Today); });
    addKey(u"Ctrl+0"_s, [this] { go(Place::Today); });
    addKey(u"Ctrl+6"_s, [this] { go(Place::Board); });
    addKey(u"Ctrl+7"_s, [this] { go(Place::Statistics); });
    addKey(u"Ctrl+8"_s, [this] { go(Place::Settings); });
    addKey(u"Alt+0"_s, [this] {
        if (m_places->currentWidget() == m_intakePage)
            m_desks.holder.takePrefilingOver();
    });
    for (int number = 1; number <= 9; ++number)
        addKey(u"Alt+%1"_s.arg(number), [this, number] { otherAct(number); }, true);
}

/// The last thing done: what is being done, a call that nothing was typed after, or what was typed.
void MainWindow::undo()
{
    if (m_tickets->isVisible())
        return; // what lies behind it is not undone unseen
    if (m_desks.pages.isWorking())
        m_desks.pages.callOff();
    else if (m_desks.queue.mayUndo() && !m_desks.intake.isUnfinished())
        m_desks.queue.undo();
    else
        m_desks.intake.undo();
}

void MainWindow::askAtQueue(void (QueuePanel::*what)())
{
    if (m_queue->isHidden())
        go(Place::Intake);
    (m_queue->*what)();
}

void MainWindow::toggleCallBar()
{
    if (!m_callBar) {
        m_callBar = new CallBar(m_desks.queue, this);
        connect(m_callBar, &CallBar::nextRequested, this, &MainWindow::callNext);
        connect(m_callBar, &CallBar::finishRequested, this, &MainWindow::finishOnly);
        connect(&m_desks.day, &desk::WorkDay::signedOut, m_callBar, &QWidget::hide);
    }
    m_callBar->setVisible(!m_callBar->isVisible());
}

void MainWindow::showKeys()
{
    m_messages->explain(tr(
        "F2 finish and call next · Shift+F2 finish · Ctrl+F2 call a number · F3 recall · Shift+F3 call bar · F4 no-show · F5 read card · "
        "F6 hold, take up again · F7 transfer · Shift+F7 return to the queue · F8 pause · F9 scan · Shift+F9 the whole stack · Ctrl+F9 "
        "both sides · F11 preview · F12 accept · Alt+1 notice, receipt, refusal "
        "· Alt+2 "
        "commitment · "
        "Alt+3 authorisation seen · Alt+4 person or organisation · Alt+5 agent · Alt+6 pages to confirm · Alt+7 separators · "
        "Alt+8 look at pages · Alt+9 document camera · Alt+0 what was submitted online · Space paper seen · - falls short · V checked "
        "against the original · Delete last "
        "page · "
        "Ctrl+K find item · Ctrl+G guide to the item · Ctrl+D post the result · Ctrl+E ask the supervisor · Ctrl+M ask for an evaluation · "
        "Ctrl+T give a number · Ctrl+Z undo · Ctrl+P print "
        "· Ctrl+L lock · Ctrl+1 "
        "intake · Ctrl+2 to be completed "
        "· Ctrl+3 hand out · "
        "Ctrl+4 look up · Ctrl+5 today · "
        "Ctrl+6 the hall · Ctrl+7 statistics · Ctrl+8 settings · Esc back"));
}

} // namespace widgets
