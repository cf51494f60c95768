// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/display/inkarea.h"

#include <QLineF>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace widgets {

namespace {
constexpr double PenWidth = 4;
constexpr double ShortestName = 120; // pixels of ink
constexpr int InkMargin = 12;
} // namespace

InkArea::InkArea(QWidget* parent) : QWidget(parent)
{
    setCursor(Qt::CrossCursor);
    setAccessibleName(tr("Signature"));
}

void InkArea::clear()
{
    m_strokes.clear();
    update();
    Q_EMIT changed();
}

bool InkArea::isWritten() const
{
    double length = 0;
    for (const QPolygonF& stroke : m_strokes) {
        for (qsizetype i = 1; i < stroke.size(); ++i)
            length += QLineF(stroke[i - 1], stroke[i]).length();
    }
    return length >= ShortestName;
}

QImage InkArea::image() const
{
    QRectF written;
    for (const QPolygonF& stroke : m_strokes)
        written |= stroke.boundingRect();
    const QRect area = written.toAlignedRect().adjusted(-InkMargin, -InkMargin, InkMargin, InkMargin);
    QImage image(area.size(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.translate(-area.topLeft());
    paintInk(painter, Qt::black);
    return image;
}

void InkArea::paintInk(QPainter& painter, const QColor& colour) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, PenWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    for (const QPolygonF& stroke : m_strokes) {
        if (stroke.size() == 1)
            painter.drawPoint(stroke.constFirst());
        else
            painter.drawPolyline(stroke);
    }
}

void InkArea::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), Qt::white);
    painter.setPen(QPen(QColor(0x9a, 0xa4, 0xb2), 1, Qt::DashLine));
    painter.drawLine(width() / 20, height() * 4 / 5, width() * 19 / 20, height() * 4 / 5);
    paintInk(painter, Qt::black);
}

void InkArea::mousePressEvent(QMouseEvent* event)
{
    m_strokes.append(QPolygonF{event->position()});
    update();
    Q_EMIT changed();
}

void InkArea::mouseMoveEvent(QMouseEvent* event)
{
    if (m_strokes.isEmpty())
        return;
    const QRectF inside = rect();
    m_strokes.last().append({std::clamp(event->position().x(), inside.left(), inside.right()),
                             std::clamp(event->position().y(), inside.top(), inside.bottom())});
    update();
    Q_EMIT changed();
}

} // namespace widgets
