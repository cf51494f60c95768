// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QColor>
#include <QFont>
#include <QList>
#include <QRectF>
#include <QStringList>

class QPainter;

namespace widgets {

// Charts as this product draws them: labels on the thing itself, no legends, colours by role. They paint in pixels of 1/96 inch, on a
// widget or a sheet of paper, on any thread.

/// The colours a chart needs.
struct ChartInk
{
    QColor surface;
    QColor text;
    QColor muted;
    QColor line;
    QColor accent;
    QColor accentText;
    QColor alarm;

    static ChartInk ofTheme();
    static ChartInk ofPaper();
    /// Between nothing (0) and everything (1).
    [[nodiscard]] QColor shade(double part) const;
    /// Whichever of two inks is better read on it.
    [[nodiscard]] QColor inkOn(const QColor& face) const;
};

/// Two measures over the same slots, one above the other: columns, and a line that stays below a limit or not.
struct CourseChart
{
    struct Slot
    {
        QString label;
        double column = 0;
        double line = 0;
        bool hasLine = false; ///< nothing was measured in it
    };

    QString lineTitle; ///< the columns are what the chart is called
    QList<Slot> parts;
    double limit = 0; ///< points above it are marked
    QString limitLabel;
};
void paintCourse(QPainter& painter, const QRectF& area, const CourseChart& chart, const ChartInk& ink, const QFont& font);

/// Cells that are the darker the larger their number, which stands in them.
struct HeatChart
{
    QStringList rows;
    QStringList columns;
    QList<QList<double>> values; ///< a list a row
    int decimals = 0;
};
void paintHeat(QPainter& painter, const QRectF& area, const HeatChart& chart, const ChartInk& ink, const QFont& font);

} // namespace widgets
