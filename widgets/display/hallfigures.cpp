// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/display/hallfigures.h"

#include "widgets/display/largewords.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

// Shares of the width.
constexpr qreal Title = 0.15;
constexpr qreal LowestRow = 0.105;
constexpr qreal HighestRow = 0.2;
constexpr qreal Windows = 0.46;
constexpr qreal FiguresMargin = 0.05;
constexpr qsizetype PausedLines = 2;

QString nameOf(const core::ClassCount& one)
{
    return one.name.isEmpty() ? u"%1类"_s.arg(one.code) : one.code + u' ' + one.name;
}

} // namespace

HallFigures::HallFigures(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Waiting and windows"));
}

void HallFigures::show(const core::HallScreen& screen)
{
    m_screen = screen;
    QStringList words;
    for (const core::ClassCount& one : screen.classes)
        words.append(u"%1 %2人"_s.arg(nameOf(one)).arg(one.waiting));
    words.append(u"开放窗口 %1"_s.arg(screen.openWindows));
    words.append(u"暂停窗口 %1 %2"_s.arg(screen.pausedWindows.size()).arg(screen.pausedWindows.join(u'、')));
    setAccessibleDescription(words.join(u'\n'));
    update();
}

void HallFigures::paintClass(QPainter& painter, const QRectF& place, const core::ClassCount& one) const
{
    const qreal letters = std::min(place.height() * 0.5, width() * 0.075);
    const QRectF figure(place.right() - place.width() * 0.26, place.top(), place.width() * 0.26, place.height());
    const QColor colour = one.waiting > 0 ? HallColours::text : HallColours::muted;
    drawLarge(painter, QRectF(place.left(), place.top(), place.width() * 0.72, place.height()), Qt::AlignLeft | Qt::AlignVCenter,
              {{nameOf(one), HallColours::text}}, letters, Weight::Plain);
    drawLarge(painter, figure, Qt::AlignRight | Qt::AlignVCenter, {{QString::number(one.waiting), colour}}, letters * 1.4, Weight::Bold);
    painter.setPen(hairline(*this));
    painter.drawLine(place.bottomLeft(), place.bottomRight());
}

/// All classes; where there are too many, the last row says how many wait for the others.
void HallFigures::paintClasses(QPainter& painter, const QRectF& place) const
{
    QList<core::ClassCount> rows = m_screen.classes;
    const auto room = std::max<qsizetype>(1, qsizetype(place.height() / (LowestRow * width())));
    if (rows.size() > room) {
        core::ClassCount others{{}, u"其他"_s};
        while (rows.size() >= room)
            others.waiting += rows.takeLast().waiting;
        rows.append(others);
    }
    if (rows.isEmpty())
        return;
    const qreal height = std::min(place.height() / double(rows.size()), HighestRow * width());
    for (qsizetype i = 0; i < rows.size(); ++i)
        paintClass(painter, QRectF(place.left(), place.top() + double(i) * height, place.width(), height), rows[i]);
}

void HallFigures::paintWindows(QPainter& painter, const QRectF& place) const
{
    const qreal half = place.width() / 2;
    const qreal words = place.height() * 0.22;
    const qreal figures = place.height() * 0.3;
    const auto figure = [&](qreal x, const QString& name, qsizetype count, const QColor& colour) {
        drawLarge(painter, QRectF(x, place.top(), half, words), Qt::AlignLeft | Qt::AlignVCenter, {{name, HallColours::muted}},
                  words * 0.72, Weight::Plain);
        drawLarge(painter, QRectF(x, place.top() + words, half, figures), Qt::AlignLeft | Qt::AlignVCenter,
                  {{QString::number(count), colour}}, figures * 0.85, Weight::Bold);
    };
    const QStringList& paused = m_screen.pausedWindows;
    figure(place.left(), u"开放窗口"_s, m_screen.openWindows, HallColours::ok);
    figure(place.left() + half, u"暂停窗口"_s, paused.size(), paused.isEmpty() ? HallColours::muted : HallColours::warn);
    paintPaused(painter, place.adjusted(0, words + figures, 0, 0));
}

/// In whole names on two lines; those that have no room are left out.
void HallFigures::paintPaused(QPainter& painter, const QRectF& place) const
{
    const qreal line = place.height() / PausedLines;
    const qreal letters = line * 0.5;
    QFont measured = font();
    measured.setPixelSize(std::max(1, int(letters)));
    const QFontMetricsF metrics(measured);
    QStringList lines(1);
    for (const QString& name : m_screen.pausedWindows) {
        const QString longer = lines.constLast().isEmpty() ? name : lines.constLast() + u'、' + name;
        if (metrics.horizontalAdvance(longer + u"…"_s) <= place.width() || lines.constLast().isEmpty()) {
            lines.last() = longer;
        } else if (lines.size() < PausedLines) {
            lines.append(name);
        } else {
            lines.last() += u'…';
            break;
        }
    }
    for (qsizetype i = 0; i < lines.size(); ++i)
        drawLarge(painter, QRectF(place.left(), place.top() + double(i) * line, place.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                  {{lines[i], HallColours::warn}}, letters, Weight::Plain);
}

void HallFigures::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal wide = width();
    painter.setPen(Qt::NoPen);
    painter.setBrush(HallColours::raised);
    painter.drawRoundedRect(rect(), wide / 32, wide / 32);
    const QRectF inner =
        QRectF(rect()).adjusted(FiguresMargin * wide, FiguresMargin * wide / 2, -FiguresMargin * wide, -FiguresMargin * wide);
    const QRectF title(inner.left(), inner.top(), inner.width(), Title * wide);
    drawLarge(painter, title, Qt::AlignLeft | Qt::AlignVCenter, {{u"等候人数"_s, HallColours::muted}}, wide * 0.068, Weight::Plain);
    drawLarge(painter, title, Qt::AlignRight | Qt::AlignVCenter, {{QString::number(m_screen.waiting()), HallColours::called}}, wide * 0.12,
              Weight::Bold);
    painter.setPen(hairline(*this));
    painter.drawLine(title.bottomLeft(), title.bottomRight());
    const QRectF windows(inner.left(), inner.bottom() - Windows * wide, inner.width(), Windows * wide);
    paintClasses(painter, QRectF(title.bottomLeft(), windows.topRight()));
    paintWindows(painter, windows);
}

} // namespace widgets
