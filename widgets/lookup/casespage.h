// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/casedesk.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QTableView;

namespace widgets {

class CasePane;

/// A list of cases beside the one that is chosen: what is owed, what is ready, or what was looked for.
class CasesPage : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { FollowUps, Deliveries, LookUp };

    CasesPage(desk::CaseDesk& cases, desk::WorkDay& day, Kind kind, QWidget* parent);

    void focusWork();
    [[nodiscard]] CasePane& pane() { return *m_pane; }
    [[nodiscard]] std::optional<core::CaseRecord> chosen() const;

Q_SIGNALS:
    void goOnRequested(const core::CaseRecord& record);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] QString emptyWords() const;
    void follow();
    void openCurrent();

    desk::CaseDesk& m_cases;
    Kind m_kind;
    desk::CaseListModel& m_model;
    QLineEdit* m_query = nullptr; ///< with LookUp
    QTableView* m_table;
    QLabel* m_empty;
    CasePane* m_pane;
    QString m_current; ///< the case somebody stands on
};

} // namespace widgets
