// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/capture/cameraview.h"

#include "widgets/common/theme.h"

#include <QLineF>
#include <QMouseEvent>
#include <QPainter>

namespace widgets {

namespace {
constexpr double Handle = 7;
constexpr double Reach = 24;
} // namespace

CameraView::CameraView(QWidget* parent) : QWidget(parent)
{
    setMinimumSize(320, 240);
    setAccessibleName(tr("Live picture"));
}

void CameraView::show(const QImage& picture, const QList<QPointF>& corners, int held)
{
    m_picture = picture;
    m_corners = corners;
    m_held = held;
    update();
}

void CameraView::setHint(const QString& text)
{
    m_hint = text;
    update();
}

QRectF CameraView::place() const
{
    QRectF shown(QPointF(), QSizeF(m_picture.size().scaled(size(), Qt::KeepAspectRatio)));
    shown.moveCenter(QRectF(rect()).center());
    return shown;
}

QPointF CameraView::at(const QPointF& share) const
{
    const QRectF page = place();
    return {page.x() + share.x() * page.width(), page.y() + share.y() * page.height()};
}

void CameraView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::colour(ColourRole::Background));
    if (m_picture.isNull()) {
        painter.setPen(Theme::colour(ColourRole::Muted));
        painter.drawText(rect(), Qt::AlignCenter, m_hint);
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(place(), m_picture);
    if (m_corners.size() != 4)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    QPolygonF frame;
    for (const QPointF& corner : std::as_const(m_corners))
        frame.append(at(corner));
    painter.setPen(QPen(Theme::colour(ColourRole::Accent), 3));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolygon(frame);
    for (int i = 0; i < frame.size(); ++i) {
        painter.setBrush(Theme::colour(i == m_held ? ColourRole::Warn : ColourRole::Accent));
        painter.setPen(QPen(Qt::white, 2));
        painter.drawEllipse(frame[i], i == m_held ? Handle + 3 : Handle, i == m_held ? Handle + 3 : Handle);
    }
}

void CameraView::mousePressEvent(QMouseEvent* event)
{
    m_dragged = -1;
    double nearest = Reach;
    for (int i = 0; i < m_corners.size(); ++i) {
        const double distance = QLineF(at(m_corners[i]), event->position()).length();
        if (distance < nearest) {
            nearest = distance;
            m_dragged = i;
        }
    }
}

void CameraView::mouseMoveEvent(QMouseEvent* event)
{
    const QRectF page = place();
    if (m_dragged >= 0 && !page.isEmpty())
        Q_EMIT cornerMoved(m_dragged,
                           {(event->position().x() - page.x()) / page.width(), (event->position().y() - page.y()) / page.height()});
}

void CameraView::mouseReleaseEvent(QMouseEvent*)
{
    m_dragged = -1;
}

} // namespace widgets
