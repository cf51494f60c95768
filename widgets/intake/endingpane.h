// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/caselife.h"

#include <QFrame>
#include <QHash>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QStackedWidget;

namespace desk {
class IntakeDesk;
}

namespace widgets {

/// Over the bands: the ways in which an intake ends other than by acceptance, each with what it needs to be told. F12 does the one
/// that is chosen.
class EndingPane : public QFrame
{
    Q_OBJECT

public:
    EndingPane(desk::IntakeDesk& intake, QWidget* parent);

    /// What is likeliest is chosen.
    void open();
    /// What was chosen and typed stays, and the focus where it was.
    void focusWork();
    [[nodiscard]] core::CaseAct chosen() const;
    /// Ends the intake; what is missing for it is said and nothing is lost.
    void carryOut();

Q_SIGNALS:
    void carryOutPressed(); ///< as F12 does it
    void applicantNeeded(); ///< there are gaps to be filled first

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* buildNotice();
    QWidget* buildRefusal();
    void fillNotice();
    void showTyped();
    void choose(int row);
    void takeRefusal();
    void follow();
    [[nodiscard]] bool needsNoticeReason() const;
    QLineEdit* newLine(const QString& accessibleName, QWidget* parent);

    desk::IntakeDesk& m_intake;
    QListWidget* m_endings;
    QLabel* m_meaning;
    QLabel* m_hindrance;
    QStackedWidget* m_forms;
    QWidget* m_plain;
    QWidget* m_notice = nullptr;
    QGridLayout* m_shortfalls = nullptr;
    QHash<QString, QLineEdit*> m_lineOf = {}; ///< by material
    QWidget* m_lines = nullptr;
    QLabel* m_reasonLabel = nullptr;
    QLineEdit* m_reason = nullptr;
    QWidget* m_refusal = nullptr;
    QComboBox* m_ground = nullptr;
    QLineEdit* m_refusalReason = nullptr;
    QLineEdit* m_basis = nullptr;
    QLineEdit* m_organ = nullptr;
};

} // namespace widgets
