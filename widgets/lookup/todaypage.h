// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/casesmodel.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QTableView;

namespace desk {
class ConflictDesk;
class CorrectionDesk;
class GrantDesk;
class ReminderDesk;
class ShiftDesk;
} // namespace desk

namespace widgets {

class ConflictPane;
class CorrectionPane;
class GrantStrip;
class ReminderPane;
class ShiftPane;

/// Today's drafts and cases with where they are on their way.
class TodayPage : public QWidget
{
    Q_OBJECT

public:
    struct Desks
    {
        desk::CasesModel& cases;
        desk::ConflictDesk& conflict;
        desk::CorrectionDesk& correction;
        desk::ShiftDesk& shift;
        desk::GrantDesk& grants;
        desk::ReminderDesk& reminders;
    };

    TodayPage(const Desks& desks, QWidget* parent);

    void focusWork();
    void printCurrent();
    void clearWords();
    /// A card that was read; false where nothing here asks for one.
    bool takeCard(const QString& name, const QString& certificateNumber);
    void primaryAct();
    void otherAct(int number);
    /// Closes what lies over the list; false where nothing does.
    bool stepBack();

Q_SIGNALS:
    void draftChosen(const core::IntakeDraft& draft);
    void printRequested(const core::CaseRecord& record);
    void nothingToPrint(); ///< drafts and calls have no papers
    void discardRequested(const core::IntakeDraft& draft);
    void sendRequested();
    void handoverRequested(const core::IntakeDraft& draft, const QString& window, const QString& reason);
    void takeRequested(const QString& caseId);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow();
    void openCurrent();
    void lookAtCurrent();
    void followCorrection();
    void handOver();
    void showList();
    void toggleShift();
    void toggleCalls();

    desk::CasesModel& m_cases;
    desk::ConflictDesk& m_conflict;
    desk::CorrectionDesk& m_correction;
    desk::ShiftDesk& m_shift;
    ConflictPane* m_pane;
    CorrectionPane* m_correctionPane;
    QWidget* m_list; ///< today's cases, and what can be done with them
    ShiftPane* m_shiftPane;
    ReminderPane* m_calls;
    GrantStrip* m_grants;
    QTableView* m_table;
    QLabel* m_empty;
    QLabel* m_answer;
    QWidget* m_handover; ///< where a draft can go
    QLineEdit* m_window;
    QLineEdit* m_reason;
    QString m_current;  ///< the case somebody stands on
    QString m_lookedAt; ///< whose answer, and whose words, stand below the list
};

} // namespace widgets
