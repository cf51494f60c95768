// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/statisticsdesk.h"
#include "widgets/common/charts.h"

#include <QCoreApplication>

namespace widgets {

/// Statistics in words, charts and cells, the same on the screen and on paper. Safe on any thread.
class StatisticsWords
{
    Q_DECLARE_TR_FUNCTIONS(widgets::StatisticsWords)

public:
    struct Figure
    {
        QString title;
        QString value;
        QStringList notes; ///< two short lines at most
    };
    struct Table
    {
        QString title;
        QStringList head;
        QList<QStringList> rows;
        QStringList sum; ///< of the rows
    };

    static QString period(const core::Period& period);
    static QList<Figure> figures(const core::HallStatistics& statistics);
    static CourseChart course(const core::HallStatistics& statistics);
    static HeatChart arrivals(const core::HallStatistics& statistics);
    static QString courseTitle(const core::HallStatistics& statistics);
    static QString arrivalsTitle(const core::HallStatistics& statistics);
    static Table clerks(const core::HallStatistics& statistics);
    static Table items(const core::HallStatistics& statistics);
    /// What charts say, for who does not see them.
    static QString spoken(const CourseChart& chart);
    static QString spoken(const HeatChart& chart);

private:
    static QString minutes(qint64 seconds);
    static QString hours(qint64 seconds);
    static QString weekday(int number);
};

} // namespace widgets
