// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

class QLabel;

namespace desk {
class QueueDesk;
}

namespace widgets {

class KeyButton;

/// A small window above all others: who is in service, and next, recall, finish, while the clerk works in another program.
/// The main window's keys are its keys: a tool window leaves them to its parent.
class CallBar : public QWidget
{
    Q_OBJECT

public:
    CallBar(desk::QueueDesk& queue, QWidget* parent);

Q_SIGNALS:
    void nextRequested();
    void finishRequested();

private:
    void follow();

    desk::QueueDesk& m_queue;
    QLabel* m_ticket;
    QLabel* m_waiting;
    KeyButton* m_next;
    KeyButton* m_recall;
    KeyButton* m_finish;
};

} // namespace widgets
