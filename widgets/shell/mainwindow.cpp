// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/shell/mainwindow.h"

#include "app/core/casepapers.h"
#include "app/core/halltime.h"
#include "app/desk/boarddesk.h"
#include "app/desk/capturedesk.h"
#include "app/desk/conflictdesk.h"
#include "app/desk/correctiondesk.h"
#include "app/desk/evaluationdesk.h"
#include "app/desk/handoverdesk.h"
#include "app/desk/holderdesk.h"
#include "app/desk/paperdesk.h"
#include "app/desk/pausedesk.h"
#include "app/desk/readerdesk.h"
#include "app/desk/reminderdesk.h"
#include "app/desk/shiftdesk.h"
#include "app/desk/statisticsdesk.h"
#include "app/desk/statusdesk.h"
#include "app/desk/ticketdesk.h"
#include "app/desk/updatedesk.h"
#include "widgets/common/messagebar.h"
#include "widgets/lookup/casepane.h"
#include "widgets/lookup/casespage.h"
#include "widgets/lookup/todaypage.h"
#include "widgets/queue/queuepanel.h"
#include "widgets/queue/ticketpane.h"
#include "widgets/settings/settingspage.h"
#include "widgets/shell/signinpage.h"
#include "widgets/supervise/boardpage.h"
#include "widgets/supervise/statisticspage.h"

#include <QCloseEvent>
#include <QMessageBox>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {
constexpr auto FarewellDeadline = std::chrono::milliseconds(1500);
}

MainWindow::MainWindow(const Desks& desks, Theme& theme, const QString& language)
    : m_desks(desks), m_theme(theme), m_language(language), m_stack(new QStackedWidget(this)), m_signIn(new SignInPage(this))
{
    setWindowTitle(tr("Yichuang"));
    setMinimumSize(1180, 660);
    resize(1366, 768);
    m_stack->addWidget(m_signIn);
    setCentralWidget(m_stack);
    connectSignIn();
    addKeys();
    m_signIn->focusWork();
}

/// Everything behind the sign-in, built while the back office looks at the password: nobody waits for it at the start.
void MainWindow::ensureWork()
{
    if (m_work)
        return;
    m_work = buildWork();
    m_stack->addWidget(m_work);
    connectWork();
    if (m_early)
        warn(*std::exchange(m_early, std::nullopt));
}

QWidget* MainWindow::buildWork()
{
    auto* work = new QWidget(this);
    work->setObjectName(u"workArea"_s);
    m_messages = new MessageBar(work);
    m_intakePage = new IntakePage({m_desks.day, m_desks.intake, m_desks.capture, m_desks.reader, m_desks.papers, m_desks.stack,
                                   m_desks.imports, m_desks.pages, m_desks.camera, m_desks.grants, m_desks.guide},
                                  *m_messages, work);
    const CasesPage::Desks cases{m_desks.records, m_desks.correction, m_desks.day};
    m_followUps = new CasesPage(cases, CasesPage::Kind::FollowUps, work);
    m_deliveries = new CasesPage(cases, CasesPage::Kind::Deliveries, work);
    m_lookUp = new CasesPage(cases, CasesPage::Kind::LookUp, work);
    m_today = new TodayPage({m_desks.cases, m_desks.conflict, m_desks.correction, m_desks.shift, m_desks.grants, m_desks.reminders}, work);
    m_board = new BoardPage(m_desks.board, work);
    m_statistics = new StatisticsPage(m_desks.statistics, work);
    m_settings = new SettingsPage({m_desks.capture, m_desks.readiness}, m_theme, m_language, work);
    m_places = new QStackedWidget(work);
    for (QWidget* page :
         std::initializer_list<QWidget*>{m_intakePage, m_followUps, m_deliveries, m_lookUp, m_today, m_board, m_statistics, m_settings})
        m_places->addWidget(page);
    m_queue = new QueuePanel(m_desks.queue, m_desks.pauses, work);
    m_nav = new NavBar(work);
    m_tickets = new TicketPane(m_desks.tickets, work);
    auto* middle = new QVBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_messages);
    middle->addWidget(m_places, 1);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_queue);
    row->addLayout(middle, 1);
    auto* column = new QVBoxLayout(work);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new TopBar({m_desks.day, m_desks.queue, m_desks.intake, m_desks.status}, work));
    column->addLayout(row, 1);
    column->addWidget(m_nav);
    connect(m_queue, &QueuePanel::nextRequested, this, &MainWindow::callNext);
    connect(m_queue, &QueuePanel::ticketRequested, m_tickets, &TicketPane::toggle);
    connect(m_queue, &QueuePanel::numberRequested, this, &MainWindow::callNumber);
    connect(&m_desks.day, &desk::WorkDay::signedOut, m_queue, &QueuePanel::stepBack);
    connect(m_nav, &NavBar::chosen, this, &MainWindow::go);
    connect(m_messages, &MessageBar::told, m_nav, &NavBar::setHint);
    connect(m_settings, &SettingsPage::languageChosen, this, &MainWindow::languageChosen);
    connect(m_settings, &SettingsPage::themeChosen, this, &MainWindow::themeChosen);
    connect(m_settings, &SettingsPage::papersRequested, this, [this] {
        go(Place::Intake);
        m_intakePage->showSamples();
    });
    connect(&m_theme, &Theme::changed, work, qOverload<>(&QWidget::update));
    return work;
}

void MainWindow::connectSignIn()
{
    connect(m_signIn, &SignInPage::submitted, &m_desks.day, &desk::WorkDay::signIn);
    connect(m_signIn, &SignInPage::submitted, this, &MainWindow::ensureWork);
    connect(&m_desks.day, &desk::WorkDay::signInFailed, m_signIn, &SignInPage::showAdvice);
    connect(&m_desks.day, &desk::WorkDay::takeOverNeeded, m_signIn, &SignInPage::askTakeOver);
    connect(&m_desks.day, &desk::WorkDay::takenOver, m_signIn, &SignInPage::showAdvice);
    connect(m_signIn, &SignInPage::updateAccepted, &m_desks.update, &desk::UpdateDesk::install);
    const auto followUpdate = [this] { m_signIn->setUpdate(m_desks.update.words(), m_desks.update.offered().has_value()); };
    connect(&m_desks.update, &desk::UpdateDesk::changed, this, followUpdate);
    followUpdate();
    connect(&m_desks.day, &desk::WorkDay::signedIn, this, [this] {
        ensureWork();
        m_stack->setCurrentWidget(m_work);
        m_nav->setHint(tr("F2 calls the next · F1 all keys"));
        if (m_desks.day.workplace().offline)
            m_messages->tell(tr("Signed in without the back office. What you take in is sent once it can be reached."));
        for (const Place place : {Place::Board, Place::Statistics})
            m_nav->setShown(place, m_desks.day.supervises());
        go(m_desks.day.supervises() ? Place::Board : Place::Intake);
    });
    connect(&m_desks.day, &desk::WorkDay::signedOut, this, [this] {
        m_stack->setCurrentWidget(m_signIn);
        m_signIn->focusWork();
    });
    const auto warns = [this](const auto* desk) {
        connect(desk, &std::remove_cvref_t<decltype(*desk)>::adviceGiven, this, &MainWindow::warn);
    };
    warns(&m_desks.day);
    warns(&m_desks.queue);
    warns(&m_desks.intake);
    warns(&m_desks.capture);
    warns(&m_desks.reader);
    warns(&m_desks.papers);
    warns(&m_desks.stack);
    warns(&m_desks.imports);
    warns(&m_desks.pages);
    warns(&m_desks.camera);
    warns(&m_desks.signature);
    warns(&m_desks.cases);
    warns(&m_desks.records);
    warns(&m_desks.holder);
    warns(&m_desks.guide);
    warns(&m_desks.conflict);
    warns(&m_desks.correction);
    warns(&m_desks.evaluation);
    warns(&m_desks.handover);
    warns(&m_desks.shift);
    warns(&m_desks.board);
    warns(&m_desks.statistics);
    warns(&m_desks.grants);
    warns(&m_desks.reminders);
    warns(&m_desks.tickets);
    warns(&m_desks.pauses);
}

void MainWindow::go(Place place)
{
    const bool ofHall = place == Place::Board || place == Place::Statistics;
    if (ofHall && !m_desks.day.supervises())
        return;
    m_places->setCurrentIndex(int(place));
    if (ofHall) // the hall, not this window; what was asked there is not answered unseen
        m_queue->stepBack();
    m_queue->setVisible(!ofHall);
    m_nav->show(place);
    switch (place) {
    case Place::Intake: m_intakePage->focusWork(); break;
    case Place::FollowUps: m_followUps->focusWork(); break;
    case Place::Deliveries: m_deliveries->focusWork(); break;
    case Place::LookUp: m_lookUp->focusWork(); break;
    case Place::Today: m_today->focusWork(); break;
    case Place::Board: m_board->focusWork(); break;
    case Place::Statistics: m_statistics->focusWork(); break;
    case Place::Settings: m_settings->focusWork(); break;
    }
}

/// Whether the visit on screen may be left: no page on its way, everything typed in the store.
bool MainWindow::mayLeaveVisit()
{
    if (m_intakePage->pagesArriving() || m_desks.intake.isBusy())
        return false;
    if (!m_desks.intake.isSafe())
        warn(desk::adviceFor({core::ErrorKind::DiskFull, u"store.full"_s, {}}));
    return m_desks.intake.isSafe();
}

/// Whether somebody may be called now; an unfinished intake needs a second press.
bool MainWindow::mayCall()
{
    if (!mayLeaveVisit())
        return false;
    if (m_desks.intake.isUnfinished() && !m_leaveUnfinished) {
        m_leaveUnfinished = true;
        warn(desk::adviceFor({core::ErrorKind::InvalidInput, u"intake.unfinished"_s, {}}));
        return false;
    }
    m_messages->clearWarning();
    return true;
}

void MainWindow::callNumber(const QString& number, const QString& reason)
{
    if (mayCall())
        m_desks.queue.finishAndCall(number, reason);
}

void MainWindow::callNext()
{
    if (!mayCall())
        return;
    if (!m_desks.queue.ticket() && (m_desks.intake.record() || m_desks.intake.isUnfinished()))
        m_desks.intake.beginVisit(std::nullopt); // an intake without a ticket ends here, whether anybody can be called or not
    m_desks.queue.finishAndCallNext();
}

void MainWindow::finishOnly()
{
    if (!mayLeaveVisit())
        return;
    if (m_desks.queue.ticket())
        m_desks.queue.finish();
    else if (m_desks.intake.record())
        m_desks.intake.beginVisit(std::nullopt);
}

void MainWindow::openDraft(const core::IntakeDraft& draft)
{
    if (draft.caseId != m_desks.intake.draft().caseId || m_desks.intake.record()) {
        if (!mayLeaveVisit())
            return;
        m_desks.intake.restore(draft);
        if (m_desks.queue.ticket())
            m_desks.intake.adoptTicket(*m_desks.queue.ticket());
        if (m_desks.intake.isUnfinished())
            m_desks.queue.startService();
    }
    go(Place::Intake);
}

void MainWindow::discardDraft(const core::IntakeDraft& draft)
{
    const bool open = draft.caseId == m_desks.intake.draft().caseId && !m_desks.intake.record();
    if (m_intakePage->pagesArriving() || (open && m_desks.intake.isBusy()))
        return;
    const auto answer =
        QMessageBox::question(this, tr("Throw the draft away?"), tr("What was typed and scanned for it cannot be brought back."));
    if (answer != QMessageBox::Yes)
        return;
    if (open)
        m_desks.intake.discard();
    else
        m_desks.cases.discard(draft.caseId);
    m_desks.cases.refresh();
}

/// A ticket was found in service, or came back from hold: an untouched intake is its visit.
void MainWindow::pickUp(const core::Ticket& ticket)
{
    if (!m_desks.intake.isUnfinished())
        return visitBegun(ticket);
    m_desks.intake.adoptTicket(ticket);
    m_desks.queue.startService();
}

void MainWindow::visitBegun(const core::Ticket& ticket)
{
    m_leaveUnfinished = false;
    if (!m_desks.day.isSignedIn())
        return;
    if (m_desks.intake.isBusy()) { // called before the acceptance that is being written
        m_calledMeanwhile = ticket;
        return;
    }
    m_desks.intake.beginVisit(ticket);
    m_messages->tell(tr("%1 please, to %2").arg(ticket.number, m_desks.day.workplace().window.name));
    go(Place::Intake);
}

void MainWindow::primary()
{
    if (!m_desks.day.isSignedIn())
        return m_signIn->submit();
    if (m_tickets->submit() || m_queue->submit())
        return;
    if (m_places->currentWidget() == m_intakePage && m_desks.intake.nextOfBundle()) {
        m_desks.intake.goOnWithBundle();
        m_intakePage->focusWork();
    } else if (m_places->currentWidget() == m_intakePage)
        m_intakePage->primaryAction();
    else if (CasesPage* page = casesPage())
        page->primaryAct();
    else if (m_places->currentWidget() == m_today)
        m_today->primaryAct();
    else if (m_places->currentWidget() == m_board)
        m_board->primaryAct();
    else if (m_places->currentWidget() == m_statistics)
        m_statistics->primaryAct();
}

CasesPage* MainWindow::casesPage() const
{
    return m_places ? qobject_cast<CasesPage*>(m_places->currentWidget()) : nullptr;
}

/// A visit that brings what a case lacks.
void MainWindow::goOnWith(const core::IntakeDraft& visit)
{
    if (!m_desks.day.isSignedIn() || m_desks.intake.draft().caseId != m_goesOnFrom)
        return; // another visit has begun meanwhile
    if (m_desks.intake.isUnfinished())
        return warn(desk::adviceFor({core::ErrorKind::InvalidInput, u"intake.in-hand"_s, {}}));
    openDraft(visit);
}

void MainWindow::otherAct(int number)
{
    if (m_stack->currentWidget() == m_signIn) {
        if (number == 1)
            m_desks.update.install();
        return;
    }
    if (!m_desks.day.isSignedIn())
        return;
    if (m_tickets->isVisible()) // and not of a page that one hardly sees
        return m_tickets->otherAct(number);
    if (m_places->currentWidget() == m_intakePage)
        m_intakePage->otherAct(number);
    else if (CasesPage* page = casesPage())
        page->otherAct(number);
    else if (m_places->currentWidget() == m_today)
        m_today->otherAct(number);
    else if (m_places->currentWidget() == m_board)
        m_board->otherAct(number);
    else if (m_places->currentWidget() == m_statistics)
        m_statistics->otherAct(number);
    else if (m_places->currentWidget() == m_settings)
        m_settings->otherAct(number);
}

void MainWindow::print()
{
    if (m_tickets->isVisible())
        m_desks.tickets.print();
    else if (m_places->currentWidget() == m_today)
        m_today->printCurrent();
    else if (const CasesPage* page = casesPage())
        printAgain(page->chosen() ? page->chosen() : m_desks.records.current()); // what was just handed out stands in no list
    else if (m_places->currentWidget() == m_intakePage)
        m_intakePage->printPapers();
    else
        warn(desk::adviceFor({core::ErrorKind::InvalidInput, u"print.nothing"_s, {}}));
}

/// The paper that an act made, and none of those that were handed over before.
void MainWindow::printOnly(const core::CaseRecord& record, core::PaperKind kind)
{
    core::CaseRecord shown = record;
    shown.papers.removeIf([kind](const core::PaperRecord& paper) { return paper.kind != kind; });
    if (!shown.papers.isEmpty())
        m_desks.papers.print(shown);
}

void MainWindow::printAgain(const std::optional<core::CaseRecord>& record)
{
    core::CaseRecord shown = record.value_or(core::CaseRecord());
    shown.papers = core::reprintable(shown);
    if (shown.papers.isEmpty())
        return warn(desk::adviceFor({core::ErrorKind::InvalidInput, record ? u"print.overtaken"_s : u"print.nothing"_s, {}}));
    m_desks.papers.print(shown);
}

void MainWindow::escape()
{
    m_leaveUnfinished = false;
    if (m_tickets->stepBack())
        return;
    if (m_desks.capture.isScanning()) {
        m_messages->clearWarning();
        m_desks.capture.cancel();
    } else if (m_queue->stepBack())
        return;
    else if (m_messages->isShowing())
        m_messages->clear();
    else if (m_places->currentWidget() == m_today && m_today->stepBack())
        return;
    else if (CasesPage* page = casesPage(); page && page->stepBack())
        return;
    else if (m_places->currentWidget() == m_board && m_board->stepBack())
        return;
    else if (m_places->currentWidget() != m_intakePage)
        go(Place::Intake);
    else
        m_intakePage->stepBack();
}

void MainWindow::lock()
{
    m_desks.day.lock();
}

void MainWindow::tellSending(int count)
{
    m_messages->tell(count > 0 ? tr("Sending %n now.", nullptr, count) : tr("Nothing waits to be sent."));
}

QString MainWindow::message() const
{
    return m_work ? m_messages->text() : QString();
}

void MainWindow::tell(const QString& text)
{
    if (m_work)
        m_messages->tell(text);
}

void MainWindow::warn(const desk::Advice& advice)
{
    if (m_work)
        m_messages->warn(advice.what, advice.next, advice.code);
    else
        m_early = advice;
}

void MainWindow::resume(const desk::Unfinished& unfinished)
{
    int printedLater = 0;
    for (const core::CaseRecord& record : unfinished.unprinted) {
        if (core::hallTime(record.receivedAt).date() == m_desks.day.today())
            m_desks.papers.print(record);
        else
            ++printedLater;
    }
    if (!m_desks.intake.isUnfinished() && !m_desks.intake.record() && !unfinished.drafts.isEmpty()) {
        m_desks.intake.restore(unfinished.drafts.constFirst());
        if (m_desks.queue.ticket())
            m_desks.intake.adoptTicket(*m_desks.queue.ticket());
        go(Place::Intake);
        m_messages->tell(unfinished.drafts.size() > 1 ? tr("The last draft is open again; %n more stand under Today (Ctrl+5).", nullptr,
                                                           int(unfinished.drafts.size()) - 1)
                                                      : tr("The draft you were working on is open again."));
    }
    if (unfinished.pagesDamaged > 0)
        warn(desk::adviceFor({core::ErrorKind::Corrupt, u"page.damaged"_s, {QString::number(unfinished.pagesDamaged)}}));
    else if (printedLater > 0)
        m_messages->warn(tr("The papers of %n earlier case(s) were never printed.", nullptr, printedLater),
                         tr("Print them under Today (Ctrl+5) with Ctrl+P."), {});
    Q_EMIT resumed();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    const bool unsafe = !m_desks.intake.isSafe();
    if (m_leaving || (!m_desks.day.isSignedIn() && !unsafe))
        return event->accept();
    if (m_desks.queue.ticket() || unsafe) {
        const QString words = unsafe ? tr("The disk is full: what was typed last would be lost. Close anyway?")
                                     : tr("A ticket is still in service. Close anyway? Nothing typed is lost.");
        if (QMessageBox::question(this, tr("Close the window?"), words) != QMessageBox::Yes)
            return event->ignore();
        if (!m_desks.day.isSignedIn()) // or not any more: the question stood for a while
            return event->accept();
    }
    // The back office is told that the window is closed; for a moment, whether it can be reached or not.
    event->ignore();
    m_leaving = true;
    hide();
    m_desks.day.signOut().then(this, [this] { close(); });
    QTimer::singleShot(FarewellDeadline, this, &QWidget::close);
}

} // namespace widgets
