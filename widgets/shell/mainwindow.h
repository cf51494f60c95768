// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/casedesk.h"
#include "app/desk/casesmodel.h"
#include "app/desk/intakedesk.h"
#include "app/desk/queuedesk.h"
#include "app/desk/signaturedesk.h"
#include "app/desk/startup.h"
#include "widgets/common/theme.h"
#include "widgets/intake/intakepage.h"
#include "widgets/shell/navbar.h"
#include "widgets/shell/topbar.h"

#include <QMainWindow>

class QStackedWidget;

namespace desk {
class BoardDesk;
class ConflictDesk;
class CorrectionDesk;
class EvaluationDesk;
class ReminderDesk;
class ShiftDesk;
class StatisticsDesk;
class HandoverDesk;
class HolderDesk;
class MessageDesk;
class ReadinessDesk;
class PauseDesk;
class TicketDesk;
class UpdateDesk;
} // namespace desk

namespace widgets {

class BoardPage;
class CallBar;
class CasesPage;
class MessageBar;
class QueuePanel;
class SettingsPage;
class SignInPage;
class StatisticsPage;
class TicketPane;
class TodayPage;

/// The window: sign-in, or top bar, queue, work, places. Holds the keys, which are the same everywhere.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    struct Desks
    {
        desk::WorkDay& day;
        desk::QueueDesk& queue;
        desk::IntakeDesk& intake;
        desk::CaptureDesk& capture;
        desk::ReaderDesk& reader;
        desk::PaperDesk& papers;
        desk::StackDesk& stack;
        desk::ImportDesk& imports;
        desk::PageDesk& pages;
        desk::CameraDesk& camera;
        desk::SignatureDesk& signature;
        desk::StatusDesk& status;
        desk::CasesModel& cases;
        desk::CaseDesk& records;
        desk::ConflictDesk& conflict;
        desk::CorrectionDesk& correction;
        desk::EvaluationDesk& evaluation;
        desk::ShiftDesk& shift;
        desk::BoardDesk& board;
        desk::StatisticsDesk& statistics;
        desk::MessageDesk& messages;
        desk::GrantDesk& grants;
        desk::ReminderDesk& reminders;
        desk::HandoverDesk& handover;
        desk::HolderDesk& holder;
        desk::GuideDesk& guide;
        desk::ReadinessDesk& readiness;
        desk::UpdateDesk& update;
        desk::TicketDesk& tickets;
        desk::PauseDesk& pauses;
    };

    MainWindow(const Desks& desks, Theme& theme, const QString& language);

    [[nodiscard]] SignInPage& signInPage() const { return *m_signIn; }
    [[nodiscard]] QString message() const;
    void tell(const QString& text);
    void warn(const desk::Advice& advice);
    /// So many things are on their way now that the clerk asked for it.
    void tellSending(int count);
    /// Goes on where the last run ended.
    void resume(const desk::Unfinished& unfinished);

Q_SIGNALS:
    void languageChosen(const QString& language);
    void themeChosen(widgets::ThemeChoice choice);
    void sendRequested();
    void resumed(); ///< what the last run left is on screen

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void ensureWork();
    QWidget* buildWork();
    void connectSignIn();
    void connectWork();
    void addKeys();
    void addKey(const QString& key, const std::function<void()>& act, bool beforeSignIn = false);
    void go(Place place);
    /// What the queue asks back is asked where it can be seen.
    void askAtQueue(void (QueuePanel::*what)());
    [[nodiscard]] bool mayLeaveVisit();
    [[nodiscard]] bool mayCall();
    void callNext();
    void callNumber(const QString& number, const QString& reason);
    void finishOnly();
    void undo();
    void toggleCallBar();
    void visitBegun(const core::Ticket& ticket);
    void pickUp(const core::Ticket& ticket);
    [[nodiscard]] CasesPage* casesPage() const;
    void goOnWith(const core::IntakeDraft& visit);
    void openDraft(const core::IntakeDraft& draft);
    void connectHandover();
    void handedOverHere(const core::IntakeDraft& draft);
    void connectGrants();
    void connectStatistics();
    void connectTickets();
    void discardDraft(const core::IntakeDraft& draft);
    void escape();
    void lock();
    void primary();
    void otherAct(int number);
    void print();
    void printOnly(const core::CaseRecord& record, core::PaperKind kind);
    void printAgain(const std::optional<core::CaseRecord>& record);
    void showKeys();

    Desks m_desks;
    Theme& m_theme;
    QString m_language;
    QStackedWidget* m_stack;
    SignInPage* m_signIn;
    QWidget* m_work = nullptr;           ///< built with the first sign-in
    std::optional<desk::Advice> m_early; ///< said before there was a place for it
    MessageBar* m_messages = nullptr;
    QStackedWidget* m_places = nullptr;
    IntakePage* m_intakePage = nullptr;
    CasesPage* m_followUps = nullptr;
    CasesPage* m_deliveries = nullptr;
    CasesPage* m_lookUp = nullptr;
    TodayPage* m_today = nullptr;
    BoardPage* m_board = nullptr;
    StatisticsPage* m_statistics = nullptr;
    SettingsPage* m_settings = nullptr;
    NavBar* m_nav = nullptr;
    QueuePanel* m_queue = nullptr;
    TicketPane* m_tickets = nullptr; ///< above whatever is worked on
    CallBar* m_callBar = nullptr;    ///< made when it is wanted first
    bool m_leaving = false;          ///< closing, the back office is being told
    std::optional<core::Ticket> m_calledMeanwhile;
    bool m_leaveUnfinished = false; ///< F2 was pressed once over an unfinished intake
    QString m_goesOnFrom;           ///< the intake that was in hand when a case was asked for
    /// The intake as it was when a visit of another window was asked for; none once somebody else may sit here.
    std::optional<core::IntakeDraft> m_takesFrom;
};

} // namespace widgets
