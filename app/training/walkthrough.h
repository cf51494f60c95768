// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/sync/apiclient.h"
#include "app/training/hands.h"
#include "app/training/people.h"
#include "app/training/script.h"
#include "app/training/traininghall.h"
#include "devices/simulated/esclsimulator.h"
#include "devices/simulated/simulatedsam.h"
#include "widgets/shell/mainwindow.h"

#include <QPointer>

namespace training {

/// Does the clerk's whole job once through the real screens by keys, and checks what was printed against what the back
/// office holds.
class Walkthrough : public QObject
{
    Q_OBJECT

public:
    struct Stage
    {
        widgets::MainWindow& window;
        widgets::MainWindow::Desks desks;
        std::shared_ptr<devices::SimulatedSam> sam;
        devices::EsclSimulator& scanner;
        HallServer& server;
        syncing::ApiClient& inspector; ///< talks to the back office directly, signed in by itself
        QString folder;
        QString script; ///< see settings.cpp; day by default
    };

    explicit Walkthrough(const Stage& stage);

    void start();

Q_SIGNALS:
    /// 0 when everything arrived and matches.
    void finished(int exitCode);

private:
    void buildSignIn();
    void buildCompleteAcceptance();
    void buildDeferredAcceptance();
    void buildOneTimeNotice();
    void buildOfflineAcceptance();
    void buildSupplement();
    void buildDecision();
    void buildDelivery();
    void buildLookUp();
    void buildExpiry();
    void buildRefusal();
    void buildDeferredReceipt();
    void buildSilence();
    void buildBundle();
    void buildPrefiling();
    void buildConflict();
    void buildHandover();
    void buildClosing();

    void chooseItem(const QString& query, int scenario);
    void lookAtGuide();
    void typePhone(int person);
    void seePapers(int count);
    void deferFor(int person, const QString& query, int scenario, int papers);
    /// Chooses among the other endings by its digit.
    void chooseEnding(int digit);
    void finishNumber();
    void lookUpOpen(int caseIndex);
    [[nodiscard]] core::ActRecord actOfWindowFive(int caseIndex, core::CaseAct kind) const;
    void actOnBothSides(int caseIndex, core::CaseAct here, core::CaseAct there);
    void passDays(int days);
    /// Looks a case up by its number and waits until it stands there.
    void lookUp(int caseIndex, core::CaseState state, const QString& name);
    void layCard(int person, const QString& what);
    void scanMaterial(const QString& title, int pages);
    void useWhatIsHeld();
    void nextMaterial();
    void finishByKey(const QString& name, int key, Qt::KeyboardModifiers modifiers);
    void callNext();
    void picture(const QString& name);

    /// An act of the department behind the window, as the back office gets it from outside.
    void departmentDoes(const QString& act, const QString& result = {});
    void say(const QString& line) const;
    void count();
    void inspect();
    void inspectCase(const QString& caseId, const std::function<void()>& next);
    void conclude();

    Stage m_stage;
    Hands m_hands;
    Script m_script;
    QList<Person> m_people;
    QHash<QString, QList<documents::Paper>> m_printed; ///< by case id
    QStringList m_caseIds;
    int m_pictures = 0;
    int m_called = 0;
    int m_finished = 0;
    int m_accepted = 0;
    int m_deferred = 0;
    int m_notices = 0;
    int m_supplements = 0;
    int m_delivered = 0;
    int m_others = 0; ///< received, received with deferral, refused
    int m_pages = 0;
    int m_papers = 0;
    int m_acted = 0;  ///< on cases after intake
    int m_spared = 0; ///< that need not be brought
    int m_prints = 0;
    int m_mismatches = 0;
    int m_atBackOffice = 0;
    int m_wanted = 0; ///< what a step waits to be reached
    bool m_stuck = false;

    struct Outcome
    {
        int accepted = 0;
        int deferred = 0;
        int notices = 0;
        int supplements = 0;
        int delivered = 0;
        int others = 0;
        friend bool operator==(const Outcome&, const Outcome&) = default;
    };
    Outcome m_expected;
};

} // namespace training
