// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace desk {
class GrantDesk;
class IntakeDesk;
} // namespace desk

namespace widgets {

class AskSupervisor;
class KeyButton;

/// Right of the intake: the verdict with its reasons, live, and the act that follows from it.
class VerdictPanel : public QFrame
{
    Q_OBJECT

public:
    VerdictPanel(desk::IntakeDesk& intake, desk::GrantDesk& grants, QWidget* parent);

    void toggleCommitment();
    void askSupervisor();
    /// Whether F12 accepts, and Alt+1 opens the other endings: what lies over the bands may have these keys for itself.
    void setKeys(bool accepts, bool endsOtherwise);

Q_SIGNALS:
    void acceptRequested();
    void noticeRequested();

private:
    void follow();
    void showReasons();
    void showDeadline();
    void showDay(const QString& title, const QDate& day, const QString& note);
    void showActs();
    void showDone();

    desk::IntakeDesk& m_intake;
    QLabel* m_heading;
    QVBoxLayout* m_reasons;
    QWidget* m_reasonBox;
    QWidget* m_deadlineBox;
    QLabel* m_deadlineTitle;
    QLabel* m_deadline;
    QLabel* m_deadlineNote;
    QLabel* m_spared; ///< how many papers need not be brought
    AskSupervisor* m_ask;
    KeyButton* m_commitment;
    KeyButton* m_accept;
    KeyButton* m_notice;
    bool m_accepts = true;
    bool m_endsOtherwise = true;
};

} // namespace widgets
