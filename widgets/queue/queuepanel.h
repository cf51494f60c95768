// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>

class QLabel;

namespace desk {
class QueueDesk;
}

namespace widgets {

class KeyButton;

/// Left of every page: who waits, and the keys that call.
class QueuePanel : public QFrame
{
    Q_OBJECT

public:
    QueuePanel(desk::QueueDesk& queue, QWidget* parent);

Q_SIGNALS:
    void nextRequested();

private:
    void follow();
    [[nodiscard]] QString classesText() const;

    desk::QueueDesk& m_queue;
    QLabel* m_waiting;
    QLabel* m_classes;
    QLabel* m_today;
    KeyButton* m_next;
    KeyButton* m_recall;
    KeyButton* m_noShow;
    KeyButton* m_hold;
    KeyButton* m_pause;
};

} // namespace widgets
