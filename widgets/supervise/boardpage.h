// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;

namespace desk {
class BoardDesk;
}

namespace widgets {

class AlertPane;
class HourBars;
class WindowGrid;

/// The hall at a glance (监控): who waits, which windows do what, and what a supervisor does about it.
class BoardPage : public QWidget
{
    Q_OBJECT

public:
    BoardPage(desk::BoardDesk& board, QWidget* parent);

    void focusWork();
    void primaryAct();
    void otherAct(int number);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QLabel* addFigure(class QHBoxLayout* row, const QString& title);
    void follow();
    void showAge();

    desk::BoardDesk& m_board;
    QLabel* m_age;
    QLabel* m_waiting;
    QLabel* m_longest;
    QLabel* m_averageWait;
    QLabel* m_averageService;
    QLabel* m_open;
    QLabel* m_satisfied;
    QLabel* m_classes;
    WindowGrid* m_windows;
    HourBars* m_hours;
    AlertPane* m_alerts;
    QTimer m_second;
};

} // namespace widgets
