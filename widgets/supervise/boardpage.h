// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace desk {
class BoardDesk;
}

namespace widgets {

class AgeLabel;
class AlertPane;
class ClassList;
class ClassPane;
class HallPane;
class HourBars;
class WindowGrid;
class WindowPane;

/// The hall at a glance (监控): who waits, which windows do what, and what a supervisor does about it.
class BoardPage : public QWidget
{
    Q_OBJECT

public:
    BoardPage(desk::BoardDesk& board, QWidget* parent);

    void focusWork();
    void primaryAct();
    void otherAct(int number);
    /// Esc: leaves what is looked at closely; false when nothing is.
    bool stepBack();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QLabel* addFigure(QHBoxLayout* row, const QString& title);
    QHBoxLayout* buildFoot();
    void connectBoard();
    void showPane();
    [[nodiscard]] HallPane* pane() const;
    void follow();
    void showAge();

    desk::BoardDesk& m_board;
    AgeLabel* m_age;
    QLabel* m_waiting;
    QLabel* m_longest;
    QLabel* m_averageWait;
    QLabel* m_averageService;
    QLabel* m_open;
    QLabel* m_satisfied;
    WindowGrid* m_windows;
    ClassList* m_classes;
    HourBars* m_hours;
    AlertPane* m_alerts;
    WindowPane* m_window;
    ClassPane* m_class;
    QTimer m_second;
};

} // namespace widgets
