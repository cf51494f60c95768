// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/casedesk.h"
#include "app/desk/correctiondesk.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QTableView;

namespace widgets {

class CasePane;
class CorrectionPane;

/// A list of cases beside the one that is chosen: what is owed, what is ready, or what was looked for.
class CasesPage : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { FollowUps, Deliveries, LookUp };

    struct Desks
    {
        desk::CaseDesk& cases;
        desk::CorrectionDesk& correction;
        desk::WorkDay& day;
    };

    CasesPage(const Desks& desks, Kind kind, QWidget* parent);

    void focusWork();
    /// F12, Alt and a number, Esc (false where nothing lies over the case), a card that was read.
    void primaryAct();
    void otherAct(int number);
    bool stepBack();
    void takeCard(const QString& name, const QString& certificateNumber);
    [[nodiscard]] std::optional<core::CaseRecord> chosen() const;

Q_SIGNALS:
    void goOnRequested(const core::CaseRecord& record);
    void progressRequested(const core::CaseRecord& record);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] QString emptyWords() const;
    void follow();
    void openCurrent();
    void followCorrection();

    desk::CaseDesk& m_cases;
    desk::CorrectionDesk& m_correction;
    Kind m_kind;
    desk::CaseListModel& m_model;
    QLineEdit* m_query = nullptr; ///< with LookUp
    QTableView* m_table;
    QLabel* m_empty;
    CasePane* m_pane;
    CorrectionPane* m_correctionPane;
    QString m_current; ///< the case somebody stands on
};

} // namespace widgets
