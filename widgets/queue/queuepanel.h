// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>

class QLabel;

namespace desk {
class PauseDesk;
class QueueDesk;
} // namespace desk

namespace widgets {

class KeyButton;
class QueueForm;

/// Left of every page: who waits, and the keys that call.
class QueuePanel : public QFrame
{
    Q_OBJECT

public:
    QueuePanel(desk::QueueDesk& queue, desk::PauseDesk& pauses, QWidget* parent);

    void askTransfer();
    void askReturn();
    void askNumber();
    void pauseOrResume();
    /// F12 in what is asked for, and Esc while something is; false when nothing is.
    bool submit();
    bool stepBack();

Q_SIGNALS:
    void nextRequested();
    /// For somebody who stands at the desk without a number.
    void ticketRequested();
    void numberRequested(const QString& number, const QString& reason);

private:
    void connectKeys();
    void connectForm();
    void follow();
    [[nodiscard]] QString ticketId() const;
    [[nodiscard]] QString whyText() const;
    [[nodiscard]] QString pauseText() const;
    [[nodiscard]] QString classesText() const;

    desk::QueueDesk& m_queue;
    desk::PauseDesk& m_pauses;
    QLabel* m_waiting;
    QLabel* m_classes;
    QLabel* m_why;
    QLabel* m_asked; ///< the pause that waits for the supervisor
    QLabel* m_today;
    KeyButton* m_next;
    KeyButton* m_recall;
    KeyButton* m_noShow;
    KeyButton* m_hold;
    KeyButton* m_transfer;
    KeyButton* m_return;
    KeyButton* m_number;
    KeyButton* m_pause;
    KeyButton* m_give;
    KeyButton* m_undo;
    QWidget* m_keys; ///< give way to what is asked
    QueueForm* m_form;
    QString m_askedAbout; ///< the ticket in service when the form was opened
};

} // namespace widgets
