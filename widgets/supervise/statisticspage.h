// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QLabel;
class QTableView;
class QVBoxLayout;

namespace desk {
class StatisticsDesk;
}

namespace widgets {

class ChartView;
class FiguresTable;
class FollowUpPane;
class PeriodBar;

/// What the hall did (统计): figures and charts of a period, clerks and items, and the evaluations that are to be followed up.
class StatisticsPage : public QWidget
{
    Q_OBJECT

public:
    StatisticsPage(desk::StatisticsDesk& desk, QWidget* parent);

    void focusWork();
    void primaryAct();
    void otherAct(int number);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Card
    {
        QLabel* title;
        QLabel* value;
        QLabel* note;
    };

    void addFigures(QVBoxLayout* column);
    void addCharts(QVBoxLayout* column);
    void addTables(QVBoxLayout* column);
    void addExports();
    void connectDesk();
    void follow();
    void showFigures();
    void showCharts();
    void showTables();
    void showAge();
    void turnTables();
    void arrangeTables();
    void savePaper();

    desk::StatisticsDesk& m_desk;
    QLabel* m_days;
    QLabel* m_age;
    PeriodBar* m_period;
    FollowUpPane* m_followUps = nullptr;
    QList<Card> m_cards;
    QLabel* m_courseTitle = nullptr;
    QLabel* m_heatTitle = nullptr;
    ChartView* m_course = nullptr;
    ChartView* m_heat = nullptr;
    QWidget* m_tables = nullptr;
    QLabel* m_tablesTitle = nullptr;
    QWidget* m_turn = nullptr;
    FiguresTable* m_clerkRows;
    FiguresTable* m_itemRows;
    QTableView* m_clerks = nullptr;
    QTableView* m_items = nullptr;
    bool m_showsItems = false; ///< where there is room for one of them only
    QTimer m_second;
};

} // namespace widgets
