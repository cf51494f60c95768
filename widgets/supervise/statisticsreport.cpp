// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/supervise/statisticsreport.h"

#include "app/core/wording.h"
#include "widgets/supervise/statisticswords.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

constexpr int Resolution = 300;
constexpr qreal Screen = 96; ///< everything is measured in pixels of it
constexpr qreal MarginMm = 16;
constexpr qreal FootHeight = 28;
constexpr qreal CourseHeight = 230;
constexpr qreal HeatRow = 26;
constexpr qreal LineHeight = 22;
constexpr qreal CellPadding = 5;
constexpr int ColumnsOfFigures = 3;

/// Sheets that follow one another as they fill.
class Sheets
{
public:
    Sheets(QPdfWriter& writer, int total)
        : m_writer(writer), m_painter(&writer), m_total(total), m_ink(ChartInk::ofPaper()),
          m_width(writer.pageLayout().paintRect(QPageLayout::Millimeter).width() / 25.4 * Screen),
          m_height(writer.pageLayout().paintRect(QPageLayout::Millimeter).height() / 25.4 * Screen - FootHeight)
    {
        m_painter.scale(Resolution / Screen, Resolution / Screen);
        m_painter.setRenderHint(QPainter::Antialiasing);
    }

    /// Ends the last sheet; how many there are.
    int finish()
    {
        drawFoot();
        return m_number;
    }
    /// Goes on to the next sheet where this one has no room for so much.
    void keepTogether(qreal height)
    {
        if (m_y == 0 || hasRoom(height))
            return;
        drawFoot();
        m_writer.newPage();
        ++m_number;
        m_y = 0;
    }
    /// A place of that height.
    QRectF take(qreal height)
    {
        keepTogether(height);
        const QRectF place(0, m_y, m_width, height);
        m_y += height;
        return place;
    }
    [[nodiscard]] bool hasRoom(qreal height) const { return m_y + height <= m_height; }
    void text(const QRectF& place, const QString& text, int pixels, const QColor& colour, bool bold = false,
              Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter)
    {
        m_painter.setFont(font(pixels, bold));
        m_painter.setPen(colour);
        m_painter.drawText(place, int(alignment), QFontMetricsF(m_painter.font()).elidedText(text, Qt::ElideRight, place.width()));
    }
    [[nodiscard]] static QFont font(int pixels, bool bold = false)
    {
        QFont made(u"Noto Sans CJK SC"_s);
        made.setPixelSize(pixels);
        made.setBold(bold);
        made.setStyleStrategy(QFont::PreferNoShaping); // other shapes of a digit or of "fi" are not found again by their text
        return made;
    }
    void rule(qreal y)
    {
        m_painter.setPen(QPen(m_ink.line, 0.7));
        m_painter.drawLine(QLineF(0, y, m_width, y));
    }
    [[nodiscard]] QPainter& painter() { return m_painter; }
    [[nodiscard]] const ChartInk& ink() const { return m_ink; }
    [[nodiscard]] qreal width() const { return m_width; }

private:
    void drawFoot()
    {
        text(QRectF(0, m_height + FootHeight - 16, m_width, 16), StatisticsWords::tr("Page %1 of %2").arg(m_number).arg(m_total), 11,
             m_ink.muted, false, Qt::AlignHCenter | Qt::AlignVCenter);
    }

    QPdfWriter& m_writer;
    QPainter m_painter;
    int m_total;
    ChartInk m_ink;
    qreal m_width;
    qreal m_height;
    qreal m_y = 0;
    int m_number = 1;
};

void drawHead(Sheets& sheets, const StatisticsReport& report)
{
    sheets.text(sheets.take(30), StatisticsWords::tr("%1 · Statistics").arg(report.hall), 20, sheets.ink().text, true);
    sheets.text(sheets.take(22), StatisticsWords::period(report.shown.course.period), 14, sheets.ink().text);
    const QRectF last = sheets.take(24);
    sheets.text(last, StatisticsWords::tr("Made on %1 by %2").arg(core::chineseTime(report.madeAt), report.madeBy), 11, sheets.ink().muted);
    sheets.rule(last.bottom());
    sheets.take(10);
}

void drawFigures(Sheets& sheets, const QList<StatisticsWords::Figure>& figures)
{
    const qreal width = sheets.width() / ColumnsOfFigures;
    for (qsizetype i = 0; i < figures.size(); i += ColumnsOfFigures) {
        const QRectF row = sheets.take(82);
        for (qsizetype j = i; j < std::min(figures.size(), i + ColumnsOfFigures); ++j) {
            const QRectF cell(row.left() + width * double(j - i), row.top(), width - 10, row.height());
            sheets.text(QRectF(cell.left(), cell.top(), cell.width(), 16), figures[j].title, 11, sheets.ink().muted);
            sheets.text(QRectF(cell.left(), cell.top() + 16, cell.width(), 28), figures[j].value, 21, sheets.ink().text, true);
            for (qsizetype line = 0; line < figures[j].notes.size(); ++line)
                sheets.text(QRectF(cell.left(), cell.top() + 44 + 14 * double(line), cell.width(), 14), figures[j].notes[line], 10,
                            sheets.ink().muted);
        }
    }
}

void drawCharts(Sheets& sheets, const core::HallStatistics& course)
{
    const CourseChart chart = StatisticsWords::course(course);
    if (chart.parts.isEmpty())
        return;
    const QRectF first = sheets.take(LineHeight + CourseHeight + 14);
    sheets.text(QRectF(first.left(), first.top(), first.width(), LineHeight), StatisticsWords::courseTitle(course), 13, sheets.ink().text,
                true);
    paintCourse(sheets.painter(), first.adjusted(0, LineHeight, 0, -14), chart, sheets.ink(), Sheets::font(12));
    const HeatChart heat = StatisticsWords::arrivals(course);
    if (heat.rows.isEmpty() || course.period.days() == 1) // the hours of a day stand above
        return;
    const QRectF second = sheets.take(LineHeight + HeatRow * double(heat.rows.size()) + 18 + 14);
    sheets.text(QRectF(second.left(), second.top(), second.width(), LineHeight), StatisticsWords::arrivalsTitle(course), 13,
                sheets.ink().text, true);
    paintHeat(sheets.painter(), second.adjusted(0, LineHeight, 0, -14), heat, sheets.ink(), Sheets::font(12));
}

/// The first column gets what the others leave.
QList<qreal> columnWidths(const StatisticsWords::Table& table, qreal whole)
{
    const QFontMetricsF metrics(Sheets::font(10, true));
    QList<qreal> widths;
    qreal others = 0;
    for (qsizetype column = 0; column < table.head.size(); ++column) {
        qreal widest = std::max(metrics.horizontalAdvance(table.head[column]), metrics.horizontalAdvance(table.sum[column]));
        for (const QStringList& row : table.rows)
            widest = std::max(widest, metrics.horizontalAdvance(row[column]));
        widths.append(widest + 2 * CellPadding);
        others += column > 0 ? widths.constLast() : 0;
    }
    if (!widths.isEmpty())
        widths[0] = std::max(60.0, whole - others);
    return widths;
}

void drawRow(Sheets& sheets, const QStringList& cells, const QList<qreal>& widths, const QColor& colour, bool bold)
{
    const QRectF line = sheets.take(LineHeight);
    qreal left = line.left();
    for (qsizetype column = 0; column < cells.size(); ++column) {
        const QRectF cell(left, line.top(), widths[column], line.height());
        const Qt::Alignment side = column == 0 ? Qt::AlignLeft : Qt::AlignRight;
        sheets.text(cell.adjusted(column == 0 ? 0 : CellPadding, 0, -CellPadding, 0), cells[column], 10, colour, bold,
                    side | Qt::AlignVCenter);
        left += widths[column];
    }
    sheets.rule(line.bottom());
}

void drawTable(Sheets& sheets, const StatisticsWords::Table& table)
{
    const QList<qreal> widths = columnWidths(table, sheets.width());
    sheets.keepTogether(5 * LineHeight); // a head is not left behind alone
    sheets.text(sheets.take(LineHeight + 6), table.title, 13, sheets.ink().text, true);
    drawRow(sheets, table.head, widths, sheets.ink().muted, true);
    const auto add = [&](const QStringList& row, bool bold) {
        if (!sheets.hasRoom(LineHeight))
            drawRow(sheets, table.head, widths, sheets.ink().muted, true);
        drawRow(sheets, row, widths, sheets.ink().text, bold);
    };
    for (const QStringList& row : table.rows)
        add(row, false);
    add(table.sum, true);
    sheets.take(12);
}

/// How many sheets it takes.
int paint(const StatisticsReport& report, QByteArray& bytes, int total)
{
    bytes.clear();
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(Resolution);
    writer.setTitle(StatisticsWords::tr("%1 · Statistics").arg(report.hall));
    writer.setCreator(u"一窗"_s);
    writer.setPageLayout(
        {QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(MarginMm, MarginMm, MarginMm, MarginMm), QPageLayout::Millimeter});
    Sheets sheets(writer, total);
    drawHead(sheets, report);
    drawFigures(sheets, StatisticsWords::figures(report.shown.course));
    drawCharts(sheets, report.shown.course);
    drawTable(sheets, StatisticsWords::clerks(report.shown.clerks));
    drawTable(sheets, StatisticsWords::items(report.shown.items));
    return sheets.finish();
}

} // namespace

QByteArray statisticsPdf(const StatisticsReport& report)
{
    QByteArray bytes;
    const int sheets = paint(report, bytes, 1);
    if (sheets > 1) // the foot of each names them all
        paint(report, bytes, sheets);
    return bytes;
}

} // namespace widgets
