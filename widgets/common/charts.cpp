// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/common/charts.h"

#include "widgets/common/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

constexpr int FontPixels = 12;
constexpr qreal TextHeight = 18;
constexpr qreal WidestColumn = 64;
constexpr qreal WidestCell = 72;
constexpr qreal TallestCell = 40;
constexpr qreal Gap = 2;
constexpr qreal Air = 6;         ///< between two labels
constexpr qreal NarrowSlot = 12; ///< only points above the limit are marked
constexpr double ColumnShare = 0.54;

/// WCAG's relative luminance.
double luminance(const QColor& colour)
{
    const auto part = [](double value) { return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double one = luminance(a) + 0.05;
    const double other = luminance(b) + 0.05;
    return std::max(one, other) / std::min(one, other);
}

QString number(double value, int decimals = 0)
{
    return QString::number(value, 'f', decimals);
}

/// Which labels there is room for. Where not for all: the important ones alone, or every so many of the others as well.
enum class Sparse { ImportantOnly, EverySoMany };

QList<bool> fitting(const QList<qreal>& lefts, const QList<qreal>& widths, const QList<qsizetype>& important, Sparse sparse)
{
    QList<bool> shown(widths.size(), false);
    const auto free = [&](qsizetype at) {
        for (qsizetype i = 0; i < shown.size(); ++i) {
            if (shown[i] && lefts[i] < lefts[at] + widths[at] + Air && lefts[at] < lefts[i] + widths[i] + Air)
                return false;
        }
        return true;
    };
    bool crowded = false;
    for (qsizetype i = 1; i < lefts.size(); ++i)
        crowded = crowded || lefts[i] < lefts[i - 1] + widths[i - 1] + Air / 2;
    if (!crowded)
        return QList<bool>(widths.size(), true);
    for (const qsizetype at : important)
        shown[at] = free(at);
    const qreal widest = *std::max_element(widths.begin(), widths.end());
    const qreal slot = (lefts.constLast() - lefts.constFirst()) / double(lefts.size() - 1);
    const auto step = std::max<qsizetype>(1, qsizetype(std::ceil((widest + Air) / std::max(0.1, slot))));
    for (qsizetype at = 0; sparse == Sparse::EverySoMany && at < shown.size(); at += step)
        shown[at] = shown[at] || free(at);
    return shown;
}

/// Every slot's middle, and how wide one is.
struct Places
{
    QList<double> middles;
    qreal slot = 0;
};

Places placesOf(const QRectF& area, qsizetype count)
{
    Places places;
    places.slot = area.width() / double(std::max<qsizetype>(1, count));
    for (qsizetype i = 0; i < count; ++i)
        places.middles.append(area.left() + places.slot * (double(i) + 0.5));
    return places;
}

/// Labels at their slots' middles, but never past the edges of the area; `ground` is laid under them.
void drawLabels(QPainter& painter, const QRectF& area, const Places& places, const QStringList& labels, const QList<qreal>& tops,
                const QList<qsizetype>& important, Sparse sparse, const QColor& ground = Qt::transparent)
{
    const QFontMetricsF metrics(painter.font());
    QList<qreal> widths;
    QList<qreal> lefts;
    for (qsizetype i = 0; i < labels.size(); ++i) {
        widths.append(metrics.horizontalAdvance(labels[i]));
        lefts.append(std::clamp(places.middles[i] - widths[i] / 2, area.left(), std::max(area.left(), area.right() - widths[i])));
    }
    const QList<bool> shown = fitting(lefts, widths, important, sparse);
    for (qsizetype i = 0; i < labels.size(); ++i) {
        if (!shown[i] || labels[i].isEmpty())
            continue;
        const QRectF place(lefts[i], tops[i], widths[i] + 1, TextHeight);
        painter.fillRect(place.adjusted(-1, 2, 1, -2), ground); // a line that runs through it
        painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft, labels[i]);
    }
}

void paintColumns(QPainter& painter, const QRectF& area, const CourseChart& chart, const Places& places, const ChartInk& ink)
{
    double highest = 0;
    qsizetype highestAt = 0;
    for (qsizetype i = 0; i < chart.parts.size(); ++i) {
        if (chart.parts[i].column > highest) {
            highest = chart.parts[i].column;
            highestAt = i;
        }
    }
    const QRectF room = area.adjusted(0, TextHeight, 0, 0);
    const qreal width = std::min(WidestColumn, places.slot * 0.7);
    QStringList labels;
    QList<qreal> tops;
    for (qsizetype i = 0; i < chart.parts.size(); ++i) {
        const double value = chart.parts[i].column;
        const qreal tall = highest > 0 ? room.height() * value / highest : 0;
        const QRectF box(places.middles[i] - width / 2, room.bottom() - tall, width, tall);
        painter.fillRect(box, ink.accent);
        labels.append(value > 0 ? number(value) : QString());
        tops.append(box.top() - TextHeight);
    }
    painter.setPen(QPen(ink.line, 1));
    painter.drawLine(QLineF(area.left(), room.bottom(), area.right(), room.bottom()));
    painter.setPen(ink.text);
    drawLabels(painter, area, places, labels, tops, {highestAt}, Sparse::ImportantOnly);
}

/// Where the limit lies, if the line comes near it.
void paintLimit(QPainter& painter, const QRectF& area, const CourseChart& chart, qreal y, const ChartInk& ink)
{
    painter.setPen(QPen(ink.alarm, 1, Qt::DashLine));
    painter.drawLine(QLineF(area.left(), y, area.right(), y));
    painter.setPen(ink.alarm);
    painter.drawText(QRectF(area.left(), area.top() - TextHeight, area.width(), TextHeight), Qt::AlignRight | Qt::AlignVCenter,
                     chart.limitLabel);
}

void paintLine(QPainter& painter, const QRectF& area, const CourseChart& chart, const Places& places, const ChartInk& ink)
{
    double highest = 0;
    QList<qsizetype> important;
    for (qsizetype i = 0; i < chart.parts.size(); ++i) {
        if (chart.parts[i].hasLine && (important.isEmpty() || chart.parts[i].line > highest)) {
            highest = chart.parts[i].line;
            important = {i};
        }
    }
    painter.setPen(ink.muted);
    painter.drawText(QRectF(area.left(), area.top(), area.width(), TextHeight), Qt::AlignLeft | Qt::AlignVCenter, chart.lineTitle);
    const QRectF room = area.adjusted(0, 2 * TextHeight, 0, -4);
    const bool nearLimit = chart.limit > 0 && highest > chart.limit * 0.8;
    const double top = std::max(nearLimit ? chart.limit : 0.0, highest);
    const auto yOf = [&](double value) { return top > 0 ? room.bottom() - room.height() * value / top : room.bottom(); };
    if (nearLimit)
        paintLimit(painter, area.adjusted(0, TextHeight, 0, 0), chart, yOf(chart.limit), ink);
    QPainterPath path;
    bool joined = false;
    QStringList labels;
    QList<qreal> tops;
    for (qsizetype i = 0; i < chart.parts.size(); ++i) {
        const CourseChart::Slot& part = chart.parts[i];
        const QPointF at(places.middles[i], yOf(part.line));
        labels.append(part.hasLine ? number(part.line) : QString());
        tops.append(at.y() - TextHeight - 2);
        if (part.hasLine)
            joined ? path.lineTo(at) : path.moveTo(at);
        joined = part.hasLine;
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink.accent, 1.6));
    painter.drawPath(path);
    for (qsizetype i = 0; i < chart.parts.size(); ++i) {
        const bool above = chart.limit > 0 && chart.parts[i].line > chart.limit;
        if (!chart.parts[i].hasLine || (!above && places.slot < NarrowSlot))
            continue;
        painter.setPen(QPen(above ? ink.alarm : ink.accent, 1.6));
        painter.setBrush(above ? ink.alarm : ink.surface);
        painter.drawEllipse(QPointF(places.middles[i], yOf(chart.parts[i].line)), 2.8, 2.8);
    }
    QColor ground = ink.surface;
    ground.setAlphaF(0.75F);
    painter.setPen(ink.text);
    drawLabels(painter, area, places, labels, tops, important, Sparse::ImportantOnly, ground);
}

} // namespace

ChartInk ChartInk::ofTheme()
{
    using R = ColourRole;
    return {Theme::colour(R::Surface), Theme::colour(R::Text),       Theme::colour(R::Muted), Theme::colour(R::Line),
            Theme::colour(R::Accent),  Theme::colour(R::AccentText), Theme::colour(R::Danger)};
}

ChartInk ChartInk::ofPaper()
{
    return {Qt::white, QColor(0x1B2430), QColor(0x4A5563), QColor(0xC9D0D8), QColor(0x1F5FBF), Qt::white, QColor(0xB3261E)};
}

QColor ChartInk::shade(double part) const
{
    const double at = std::clamp(part, 0.0, 1.0);
    const auto between = [at](double from, double to) { return float(from + (to - from) * at); };
    return QColor::fromRgbF(between(surface.redF(), accent.redF()), between(surface.greenF(), accent.greenF()),
                            between(surface.blueF(), accent.blueF()));
}

QColor ChartInk::inkOn(const QColor& face) const
{
    return contrast(text, face) >= contrast(accentText, face) ? text : accentText;
}

void paintCourse(QPainter& painter, const QRectF& area, const CourseChart& chart, const ChartInk& ink, const QFont& font)
{
    if (chart.parts.isEmpty())
        return;
    QFont small = font;
    small.setPixelSize(FontPixels);
    painter.setFont(small);
    painter.setRenderHint(QPainter::Antialiasing);
    const Places places = placesOf(area, chart.parts.size());
    const QRectF body = area.adjusted(0, 0, 0, -TextHeight);
    const qreal split = std::round(body.height() * ColumnShare);
    paintColumns(painter, QRectF(body.left(), body.top(), body.width(), split), chart, places, ink);
    paintLine(painter, body.adjusted(0, split + 2, 0, 0), chart, places, ink);
    painter.setPen(ink.muted);
    QStringList labels;
    for (const CourseChart::Slot& part : chart.parts)
        labels.append(part.label);
    drawLabels(painter, area, places, labels, QList<qreal>(labels.size(), area.bottom() - TextHeight), {0}, Sparse::EverySoMany);
}

void paintHeat(QPainter& painter, const QRectF& area, const HeatChart& chart, const ChartInk& ink, const QFont& font)
{
    if (chart.rows.isEmpty() || chart.columns.isEmpty())
        return;
    QFont small = font;
    small.setPixelSize(FontPixels);
    painter.setFont(small);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetricsF metrics(small);
    qreal names = 0;
    for (const QString& row : chart.rows)
        names = std::max(names, metrics.horizontalAdvance(row));
    names += 8;
    double highest = 0;
    for (const QList<double>& row : chart.values)
        highest = std::max(highest, *std::max_element(row.begin(), row.end()));
    const qreal width = std::min(WidestCell, (area.width() - names) / double(chart.columns.size()));
    const qreal height = std::min(TallestCell, (area.height() - TextHeight) / double(chart.rows.size()));
    for (qsizetype row = 0; row < chart.rows.size(); ++row) {
        const qreal top = area.top() + height * double(row);
        painter.setPen(ink.muted);
        painter.drawText(QRectF(area.left(), top, names, height), Qt::AlignVCenter | Qt::AlignLeft, chart.rows[row]);
        for (qsizetype column = 0; column < chart.columns.size(); ++column) {
            const double value = chart.values[row][column];
            const QRectF cell(area.left() + names + width * double(column), top, width - Gap, height - Gap);
            const QColor face = ink.shade(highest > 0 && value > 0 ? 0.08 + 0.92 * value / highest : 0.03);
            painter.setPen(Qt::NoPen);
            painter.setBrush(face);
            painter.drawRoundedRect(cell, 3, 3);
            const QString text = value > 0 ? number(value, value < 10 ? chart.decimals : 0) : QString();
            if (metrics.horizontalAdvance(text) > cell.width() || metrics.capHeight() > cell.height())
                continue;
            painter.setPen(ink.inkOn(face));
            painter.drawText(cell, Qt::AlignCenter, text);
        }
    }
    const QRectF feet(area.left() + names, area.top() + height * double(chart.rows.size()), width * double(chart.columns.size()),
                      TextHeight);
    painter.setPen(ink.muted);
    drawLabels(painter, feet.adjusted(0, 0, -Gap, 0), placesOf(feet.adjusted(0, 0, -Gap, 0), chart.columns.size()), chart.columns,
               QList<qreal>(chart.columns.size(), feet.top()), {0}, Sparse::EverySoMany);
}

} // namespace widgets
