// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/capture/pageview.h"

#include "widgets/common/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

namespace widgets {

namespace {
constexpr double Closest = 8.0;
constexpr int ScrollStep = 60;
constexpr double SmallestCrop = 0.02;
} // namespace

PageView::PageView(QWidget* parent) : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Page"));
}

void PageView::setPicture(const QImage& whole, const QImage& half)
{
    m_whole = whole;
    m_half = half;
    m_size = whole.size();
    arrangeBars();
    viewport()->update();
}

void PageView::setSketch(const QImage& sketch)
{
    m_whole = sketch;
    m_half = {};
    m_size = sketch.size();
    arrangeBars();
    viewport()->update();
}

double PageView::scale() const
{
    if (m_size.isEmpty())
        return 1.0;
    const QSize room = viewport()->size();
    return std::min(double(room.width()) / m_size.width(), double(room.height()) / m_size.height()) * m_zoom;
}

QRectF PageView::place() const
{
    const QSizeF shown = QSizeF(m_size) * scale();
    const QSize room = viewport()->size();
    const double x = shown.width() > room.width() ? -horizontalScrollBar()->value() : (room.width() - shown.width()) / 2;
    const double y = shown.height() > room.height() ? -verticalScrollBar()->value() : (room.height() - shown.height()) / 2;
    return {QPointF(x, y), shown};
}

void PageView::arrangeBars()
{
    const QSize shown = (QSizeF(m_size) * scale()).toSize();
    const QSize room = viewport()->size();
    for (const auto& [bar, length, window] :
         {std::tuple(horizontalScrollBar(), shown.width(), room.width()), std::tuple(verticalScrollBar(), shown.height(), room.height())}) {
        bar->setRange(0, std::max(0, length - window));
        bar->setPageStep(window);
        bar->setSingleStep(ScrollStep);
    }
}

void PageView::fit()
{
    m_zoom = 1.0;
    arrangeBars();
    viewport()->update();
}

/// What is in the middle stays there.
void PageView::zoom(double factor)
{
    const QRectF before = place();
    const QPointF middle = QRectF(viewport()->rect()).center();
    const QPointF share((middle.x() - before.x()) / before.width(), (middle.y() - before.y()) / before.height());
    m_zoom = std::clamp(m_zoom * factor, 1.0, Closest);
    arrangeBars();
    const QSizeF shown = QSizeF(m_size) * scale();
    horizontalScrollBar()->setValue(qRound(share.x() * shown.width() - middle.x()));
    verticalScrollBar()->setValue(qRound(share.y() * shown.height() - middle.y()));
    viewport()->update();
}

void PageView::scroll(int steps)
{
    verticalScrollBar()->setValue(verticalScrollBar()->value() + steps * ScrollStep);
}

void PageView::beginCrop(const QRectF& area)
{
    m_crop = area & QRectF(0, 0, 1, 1);
    if (m_crop.isEmpty())
        m_crop = QRectF(0, 0, 1, 1);
    m_edge = Edge::Top;
    viewport()->update();
}

void PageView::endCrop()
{
    m_crop = {};
    viewport()->update();
}

void PageView::nextEdge()
{
    m_edge = Edge((int(m_edge) + 1) % 4);
    viewport()->update();
}

void PageView::moveEdge(double dx, double dy)
{
    switch (m_edge) {
    case Edge::Top: m_crop.setTop(std::clamp(m_crop.top() + dy, 0.0, m_crop.bottom() - SmallestCrop)); break;
    case Edge::Bottom: m_crop.setBottom(std::clamp(m_crop.bottom() + dy, m_crop.top() + SmallestCrop, 1.0)); break;
    case Edge::Left: m_crop.setLeft(std::clamp(m_crop.left() + dx, 0.0, m_crop.right() - SmallestCrop)); break;
    case Edge::Right: m_crop.setRight(std::clamp(m_crop.right() + dx, m_crop.left() + SmallestCrop, 1.0)); break;
    }
    viewport()->update();
}

QPointF PageView::shareAt(const QPointF& position) const
{
    const QRectF page = place();
    return {std::clamp((position.x() - page.x()) / page.width(), 0.0, 1.0),
            std::clamp((position.y() - page.y()) / page.height(), 0.0, 1.0)};
}

void PageView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), Theme::colour(ColourRole::Background));
    if (m_whole.isNull())
        return;
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QRectF page = place();
    const bool far = !m_half.isNull() && page.width() * devicePixelRatioF() <= m_half.width();
    painter.drawImage(page, far ? m_half : m_whole);
    painter.setPen(Theme::colour(ColourRole::Line));
    painter.drawRect(page);
    if (isCropping())
        paintCrop(painter, page);
}

void PageView::paintCrop(QPainter& painter, const QRectF& page) const
{
    const QRectF frame(page.x() + m_crop.x() * page.width(), page.y() + m_crop.y() * page.height(), m_crop.width() * page.width(),
                       m_crop.height() * page.height());
    QRegion outside(page.toAlignedRect());
    outside -= frame.toAlignedRect();
    painter.save();
    painter.setClipRegion(outside);
    painter.fillRect(page, QColor(0, 0, 0, 110));
    painter.restore();
    painter.setPen(QPen(Theme::colour(ColourRole::Accent), 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(frame);
    painter.setPen(QPen(Theme::colour(ColourRole::Accent), 5));
    switch (m_edge) {
    case Edge::Top: painter.drawLine(frame.topLeft(), frame.topRight()); break;
    case Edge::Right: painter.drawLine(frame.topRight(), frame.bottomRight()); break;
    case Edge::Bottom: painter.drawLine(frame.bottomLeft(), frame.bottomRight()); break;
    case Edge::Left: painter.drawLine(frame.topLeft(), frame.bottomLeft()); break;
    }
}

void PageView::resizeEvent(QResizeEvent*)
{
    arrangeBars();
}

void PageView::wheelEvent(QWheelEvent* event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier))
        zoom(event->angleDelta().y() > 0 ? ZoomStep : 1 / ZoomStep);
    else
        QAbstractScrollArea::wheelEvent(event);
}

void PageView::mousePressEvent(QMouseEvent* event)
{
    m_pressed = event->position();
}

void PageView::mouseMoveEvent(QMouseEvent* event)
{
    if (isCropping()) {
        const QRectF drawn = QRectF(shareAt(m_pressed), shareAt(event->position())).normalized();
        if (drawn.width() >= SmallestCrop && drawn.height() >= SmallestCrop)
            m_crop = drawn;
        viewport()->update();
        return;
    }
    const QPointF by = event->position() - m_pressed; // the page follows the hand
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - qRound(by.x()));
    verticalScrollBar()->setValue(verticalScrollBar()->value() - qRound(by.y()));
    m_pressed = event->position();
}

} // namespace widgets
