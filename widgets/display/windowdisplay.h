// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

class QLabel;

namespace desk {
class QueueDesk;
class WorkDay;
} // namespace desk

namespace widgets {

/// What applicants see above the window, on a second screen: whose turn it is, or that the window is paused. Always dark:
/// it is read from afar.
class WindowDisplay : public QWidget
{
    Q_OBJECT

public:
    WindowDisplay(desk::WorkDay& day, desk::QueueDesk& queue);

    /// Fills the second screen; stays hidden where there is none.
    void showOnSecondScreen();
    [[nodiscard]] QString text() const;

private:
    void follow();
    void place();

    desk::WorkDay& m_day;
    desk::QueueDesk& m_queue;
    QLabel* m_window;
    QLabel* m_words;
};

} // namespace widgets
