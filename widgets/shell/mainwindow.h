// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/casesmodel.h"
#include "app/desk/intakedesk.h"
#include "app/desk/queuedesk.h"
#include "app/desk/startup.h"
#include "widgets/common/theme.h"
#include "widgets/intake/intakepage.h"
#include "widgets/shell/navbar.h"
#include "widgets/shell/topbar.h"

#include <QMainWindow>

class QStackedWidget;

namespace widgets {

class MessageBar;
class SettingsPage;
class SignInPage;
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
        desk::StatusDesk& status;
        desk::CasesModel& cases;
    };

    MainWindow(const Desks& desks, Theme& theme, const QString& language);

    [[nodiscard]] SignInPage& signInPage() const { return *m_signIn; }
    [[nodiscard]] QString message() const;
    void tell(const QString& text);
    void warn(const desk::Advice& advice);
    /// Goes on where the last run ended.
    void resume(const desk::Unfinished& unfinished);

Q_SIGNALS:
    void languageChosen(const QString& language);
    void themeChosen(widgets::ThemeChoice choice);
    void sendRequested();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    QWidget* buildWork(Theme& theme, const QString& language);
    void connectDesks();
    void addKeys();
    void addKey(const QString& key, const std::function<void()>& act, bool beforeSignIn = false);
    void go(Place place);
    void callNext();
    void visitBegun(const core::Ticket& ticket);
    void escape();
    void lock();
    void primary();
    void otherAct(int number);
    void print();
    void showKeys();

    Desks m_desks;
    QStackedWidget* m_stack;
    SignInPage* m_signIn;
    QWidget* m_work = nullptr;
    MessageBar* m_messages = nullptr;
    QStackedWidget* m_places = nullptr;
    IntakePage* m_intakePage = nullptr;
    TodayPage* m_today = nullptr;
    SettingsPage* m_settings = nullptr;
    NavBar* m_nav = nullptr;
    bool m_resumed = false;
    bool m_leaveUnfinished = false; ///< F2 was pressed once over an unfinished intake
};

} // namespace widgets
