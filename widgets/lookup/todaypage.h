// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/casesmodel.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace widgets {

/// Today's drafts and cases with where they are on their way.
class TodayPage : public QWidget
{
    Q_OBJECT

public:
    TodayPage(desk::CasesModel& cases, QWidget* parent);

    void focusWork();
    void printCurrent();

Q_SIGNALS:
    void draftChosen(const core::IntakeDraft& draft);
    void printRequested(const core::CaseRecord& record);
    void nothingToPrint(); ///< drafts have no papers
    void discardRequested(const core::IntakeDraft& draft);
    void sendRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow();
    void openCurrent();

    desk::CasesModel& m_cases;
    QTableView* m_table;
    QLabel* m_empty;
    QLabel* m_answer;
    QString m_current; ///< the case somebody stands on
};

} // namespace widgets
