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
}

namespace widgets {

class ConflictPane;

/// Today's drafts and cases with where they are on their way.
class TodayPage : public QWidget
{
    Q_OBJECT

public:
    TodayPage(desk::CasesModel& cases, desk::ConflictDesk& conflict, QWidget* parent);

    void focusWork();
    void printCurrent();
    void clearWords();
    void primaryAct();
    void otherAct(int number);

Q_SIGNALS:
    void draftChosen(const core::IntakeDraft& draft);
    void printRequested(const core::CaseRecord& record);
    void nothingToPrint(); ///< drafts have no papers
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
    void handOver();

    desk::CasesModel& m_cases;
    desk::ConflictDesk& m_conflict;
    ConflictPane* m_pane;
    QTableView* m_table;
    QLabel* m_empty;
    QLabel* m_answer;
    QWidget* m_handover; ///< where a draft can go
    QLineEdit* m_window;
    QLineEdit* m_reason;
    QString m_current; ///< the case somebody stands on
};

} // namespace widgets
