// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/wording.h"
#include "app/desk/boarddesk.h"
#include "app/desk/capturedesk.h"
#include "app/desk/conflictdesk.h"
#include "app/desk/correctiondesk.h"
#include "app/desk/evaluationdesk.h"
#include "app/desk/handoverdesk.h"
#include "app/desk/holderdesk.h"
#include "app/desk/messagedesk.h"
#include "app/desk/paperdesk.h"
#include "app/desk/readerdesk.h"
#include "app/desk/reminderdesk.h"
#include "app/desk/shiftdesk.h"
#include "app/desk/statisticsdesk.h"
#include "app/desk/ticketdesk.h"
#include "widgets/common/messagebar.h"
#include "widgets/lookup/casespage.h"
#include "widgets/lookup/todaypage.h"
#include "widgets/queue/ticketpane.h"
#include "widgets/shell/mainwindow.h"

#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace widgets {

// What the desks tell, and what the window does about it.

void MainWindow::connectWork()
{
    connect(&m_desks.queue, &desk::QueueDesk::called, this, &MainWindow::visitBegun);
    connect(&m_desks.queue, &desk::QueueDesk::left, this, [this] {
        if (!m_desks.intake.isUnfinished() || m_leaveUnfinished)
            m_desks.intake.beginVisit(std::nullopt);
    });
    connect(&m_desks.queue, &desk::QueueDesk::pickedUp, this, &MainWindow::pickUp);
    connect(&m_desks.queue, &desk::QueueDesk::undone, this,
            [this](const core::Ticket& ticket) { m_messages->tell(tr("%1: the last press is taken back.").arg(ticket.number)); });
    connect(&m_desks.intake, &desk::IntakeDesk::changed, this, [this] { m_leaveUnfinished = false; });
    connect(&m_desks.intake, &desk::IntakeDesk::busyChanged, this, [this](bool busy) {
        if (const auto called = busy ? std::nullopt : std::exchange(m_calledMeanwhile, std::nullopt))
            QMetaObject::invokeMethod(this, [this, ticket = *called] { visitBegun(ticket); }, Qt::QueuedConnection);
    });
    connect(&m_desks.intake, &desk::IntakeDesk::safeAgain, this, [this] {
        m_messages->clearWarning();
        m_messages->tell(tr("There is space again: everything typed is saved."));
    });
    connect(&m_desks.intake, &desk::IntakeDesk::firstInput, &m_desks.queue, &desk::QueueDesk::startService);
    connect(&m_desks.intake, &desk::IntakeDesk::accepted, this, [this](const core::CaseRecord& record) {
        m_desks.cases.refresh();
        m_desks.records.refresh();
        m_messages->tell(tr("%1: %2. The papers are being printed.").arg(desk::stateWords(record.state), record.number));
    });
    connect(&m_desks.signature, &desk::SignatureDesk::wantedChanged, this, [this](bool wanted) {
        if (wanted)
            m_messages->tell(tr("The applicant can sign the commitment on the second screen."));
    });
    connect(&m_desks.signature, &desk::SignatureDesk::received, this, [this] { m_messages->tell(tr("The commitment is signed.")); });
    connect(&m_desks.capture, &desk::CaptureDesk::scanningChanged, this, [this](bool scanning) {
        if (scanning)
            m_messages->clearWarning(); // what was wrong with the scan before
    });
    connect(&m_desks.papers, &desk::PaperDesk::printed, this, [this](const core::CaseRecord& record) {
        m_desks.records.notePrints(record.id);
        m_messages->tell(tr("%1: %2. Papers printed.").arg(desk::stateWords(record.state), record.number));
    });
    connect(&m_desks.cases, &desk::CasesModel::refreshed, this, [this] { m_nav->setCount(Place::Today, m_desks.cases.acceptedCount()); });
    for (const CasesPage* page : {m_followUps, m_deliveries, m_lookUp}) {
        connect(page, &CasesPage::goOnRequested, this, [this](const core::CaseRecord& record) {
            m_goesOnFrom = m_desks.intake.draft().caseId;
            m_desks.records.take(record);
        });
        connect(page, &CasesPage::progressRequested, &m_desks.papers, &desk::PaperDesk::printProgress);
    }
    connect(&m_desks.papers, &desk::PaperDesk::progressPrinted, this,
            [this](const QString& number) { m_messages->tell(tr("How %1 stands is printed.").arg(number)); });
    connect(&m_desks.records, &desk::CaseDesk::ready, this, &MainWindow::goOnWith);
    connect(&m_desks.records, &desk::CaseDesk::listsChanged, this, [this] {
        m_nav->setCount(Place::FollowUps, m_desks.records.followUps().rowCount());
        m_nav->setCount(Place::Deliveries, m_desks.records.deliveries().rowCount());
    });
    connect(&m_desks.records, &desk::CaseDesk::acted, this, [this](const core::CaseRecord& record) {
        m_messages->tell(tr("%1: %2.").arg(desk::stateWords(record.state), record.number));
        if (record.state == core::CaseState::Delivered) // to be signed by whoever takes it
            printOnly(record, core::PaperKind::DeliveryReceipt);
        else if (!record.suspendedFor.isEmpty()) // to be told in writing
            printOnly(record, core::PaperKind::ProcedureNotice);
    });
    connect(&m_desks.reader, &desk::ReaderDesk::cardRead, this, [this](const desk::CardHolder& holder) {
        if (!m_desks.day.isSignedIn())
            return; // nobody is there who would see what it fills in
        if (m_tickets->isVisible())
            m_desks.tickets.takeCard(holder);
        else if (CasesPage* page = casesPage())
            page->takeCard(holder.name, holder.certificate.number);
        else if (m_places->currentWidget() == m_intakePage)
            m_intakePage->takeCard(holder);
        else if (m_places->currentWidget() != m_today || !m_today->takeCard(holder.name, holder.certificate.number))
            m_messages->tell(tr("The card is not needed here. Ctrl+1 goes to the intake, F5 reads it there."));
    });
    connect(&m_desks.holder, &desk::HolderDesk::found, this, [this](int materials) {
        m_messages->tell(tr("%n material(s) need not be brought: Space on the line uses what is held.", nullptr, materials));
    });
    connect(&m_desks.holder, &desk::HolderDesk::tookOver, this, [this](const QString& number) {
        m_messages->tell(tr("%1 is taken over with its files.").arg(number));
        m_intakePage->focusWork();
    });
    connectHandover();
    connect(&m_desks.conflict, &desk::ConflictDesk::resolved, this, [this](const core::CaseRecord& record) {
        m_desks.records.refresh();
        m_messages->tell(tr("%1: %2.").arg(desk::stateWords(record.state), record.number));
    });
    connect(&m_desks.correction, &desk::CorrectionDesk::corrected, this,
            [this](const core::CaseRecord& record, const QList<core::PaperRecord>& papers) {
                m_desks.cases.refresh();
                m_desks.records.refresh();
                m_desks.records.open(record);
                m_messages->tell(papers.isEmpty() ? tr("%1 is put right.").arg(record.number)
                                                  : tr("%1 is put right. Its papers are printed anew.").arg(record.number));
                core::CaseRecord shown = record;
                shown.papers = papers;
                if (!papers.isEmpty())
                    m_desks.papers.print(shown);
            });
    connect(&m_desks.evaluation, &desk::EvaluationDesk::askingChanged, this, [this](bool asking) {
        if (asking)
            m_messages->tell(tr("The applicant can evaluate the service on the second screen."));
    });
    connect(&m_desks.evaluation, &desk::EvaluationDesk::given, this,
            [this] { m_messages->tell(tr("The applicant has evaluated the service.")); });
    connect(&m_desks.evaluation, &desk::EvaluationDesk::notPossible, this,
            [this] { m_messages->tell(tr("There is nothing to evaluate now, or no second screen.")); });
    connect(&m_desks.messages, &desk::MessageDesk::arrived, this,
            [this](const QStringList& messages) { m_messages->inform(messages.join(u'\n')); });
    connect(&m_desks.board, &desk::BoardDesk::told, this,
            [this](const QString& window) { m_messages->tell(tr("Window %1 is told.").arg(core::plainNumber(window))); });
    connect(&m_desks.board, &desk::BoardDesk::pauseAsked, this,
            [this](const QString& window) { m_messages->tell(tr("Window %1 asks for a pause: Ctrl+6.").arg(core::plainNumber(window))); });
    connectGrants();
    connectStatistics();
    connectTickets();
    connect(&m_desks.shift, &desk::ShiftDesk::handedOver, this, [this](int lists, int originals) {
        m_messages->tell(tr("%1 list(s) printed, %2 original(s) leave.").arg(lists).arg(originals));
    });
    connect(m_today, &TodayPage::draftChosen, this, &MainWindow::openDraft);
    connect(m_today, &TodayPage::discardRequested, this, &MainWindow::discardDraft);
    connect(m_today, &TodayPage::nothingToPrint, this,
            [this] { warn(desk::adviceFor({core::ErrorKind::InvalidInput, u"print.nothing"_s, {}})); });
    connect(m_today, &TodayPage::printRequested, this, &MainWindow::printAgain);
    connect(m_today, &TodayPage::sendRequested, this, &MainWindow::sendRequested);
}

void MainWindow::connectStatistics()
{
    connect(&m_desks.statistics, &desk::StatisticsDesk::followedUp, this,
            [this](const QString&, const QString& number) { m_messages->tell(tr("%1: noted what was done.").arg(number)); });
    connect(&m_desks.statistics, &desk::StatisticsDesk::saved, this,
            [this](const QStringList& paths) { m_messages->inform(tr("Saved: %1").arg(paths.join(u'\n'))); });
}

void MainWindow::connectTickets()
{
    connect(&m_desks.tickets, &desk::TicketDesk::done, this,
            [this](const QString& number) { m_messages->tell(tr("Number %1 is given.").arg(number)); });
    connect(m_tickets, &TicketPane::leftToPage, this, [this] { go(Place(m_places->currentIndex())); });
}

void MainWindow::connectGrants()
{
    connect(&m_desks.reminders, &desk::ReminderDesk::settled, this, [this](core::ReminderState outcome) {
        m_messages->tell(outcome == core::ReminderState::Phoned ? tr("Noted: told by phone.") : tr("Noted: need not be told."));
    });
    connect(&m_desks.grants, &desk::GrantDesk::asked, this, [this] { m_messages->tell(tr("The supervisor is asked.")); });
    connect(&m_desks.grants, &desk::GrantDesk::answered, this, [this](const core::Grant& grant) {
        m_messages->tell(grant.answer == core::Grant::Answer::Granted ? tr("%1 has granted the exception.").arg(grant.answeredBy)
                                                                      : tr("%1 has denied the exception.").arg(grant.answeredBy));
    });
    connect(&m_desks.grants, &desk::GrantDesk::arrived, this,
            [this](const core::Grant& grant) { m_messages->tell(tr("%1 asks for an exception: Ctrl+5.").arg(grant.windowName)); });
    connect(&m_desks.grants, &desk::GrantDesk::given, this, [this](const core::Grant& grant) {
        m_messages->tell(grant.answer == core::Grant::Answer::Granted ? tr("Granted to %1: %2.").arg(grant.windowName, grant.itemName)
                                                                      : tr("Denied to %1: %2.").arg(grant.windowName, grant.itemName));
    });
}

void MainWindow::connectHandover()
{
    desk::HandoverDesk& handover = m_desks.handover;
    connect(&handover, &desk::HandoverDesk::incomingChanged, this, [this, &handover] {
        m_desks.cases.setIncoming(handover.incoming());
        if (!handover.incoming().isEmpty())
            m_messages->tell(tr("%1 hands a visit over to you: Ctrl+5, Enter.").arg(handover.incoming().constFirst().fromWindow));
    });
    connect(&handover, &desk::HandoverDesk::handedOver, this, [this](const QString& caseId, const QString& window) {
        if (m_desks.intake.draft().caseId == caseId)
            m_desks.intake.beginVisit(std::nullopt);
        m_today->clearWords();
        m_desks.cases.refresh();
        m_messages->tell(tr("The visit goes to window %1.").arg(window));
    });
    connect(&handover, &desk::HandoverDesk::taken, this, &MainWindow::handedOverHere);
    connect(&m_desks.day, &desk::WorkDay::signedOut, this, [this] { m_takesFrom.reset(); });
    connect(m_today, &TodayPage::takeRequested, this, [this](const QString& caseId) {
        m_takesFrom = m_desks.intake.draft();
        m_desks.handover.take(caseId);
    });
    connect(m_today, &TodayPage::handoverRequested, this,
            [this](const core::IntakeDraft& draft, const QString& window, const QString& reason) {
                if (m_intakePage->pagesArriving() || !m_desks.intake.isSafe() || m_desks.intake.isBusy())
                    return; // a page that comes later would stay behind
                m_desks.handover.handOver(draft, window, reason);
            });
}

/// The answer may be late: what was begun meanwhile stays on screen.
void MainWindow::handedOverHere(const core::IntakeDraft& draft)
{
    const auto from = std::exchange(m_takesFrom, std::nullopt);
    const core::IntakeDraft inHand = m_desks.intake.draft();
    const bool onScreen = inHand.caseId == draft.caseId && !m_desks.intake.record();
    if (onScreen) // and has more now
        m_desks.intake.restore(core::joined(inHand, draft));
    if (m_desks.day.isSignedIn() && (onScreen || from == inHand))
        return openDraft(draft);
    m_desks.cases.refresh();
    m_messages->inform(tr("The visit handed over to you is under Today: Ctrl+5."));
}

} // namespace widgets
