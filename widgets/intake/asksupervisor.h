// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace desk {
class GrantDesk;
class IntakeDesk;
} // namespace desk

namespace widgets {

class KeyButton;

/// Below the reasons: asks the supervisor for an exception where one rule is in the way, and shows what became of it.
class AskSupervisor : public QWidget
{
    Q_OBJECT

public:
    AskSupervisor(desk::IntakeDesk& intake, desk::GrantDesk& grants, QWidget* parent);

    /// Goes to the line; with a reason in it, asks.
    void ask();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow();

    desk::IntakeDesk& m_intake;
    desk::GrantDesk& m_grants;
    QLabel* m_state;
    QLineEdit* m_reason;
    KeyButton* m_ask;
};

} // namespace widgets
