// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/simulated/simulatedcamera.h"

#include <QPainter>
#include <QRandomGenerator>
#include <QTransform>

namespace devices {

namespace {
constexpr auto FrameInterval = std::chrono::milliseconds(80);
constexpr int FramesOfAHand = 6;
constexpr int Grain = 4; // brightness of a sensor's noise
} // namespace

SimulatedCamera::SimulatedCamera() : m_timer(this)
{
    connect(&m_timer, &QTimer::timeout, this, &SimulatedCamera::frame);
}

void SimulatedCamera::start()
{
    if (!m_plugged) {
        Q_EMIT failed();
        return;
    }
    m_timer.start(FrameInterval);
}

void SimulatedCamera::stop()
{
    m_timer.stop();
}

void SimulatedCamera::probe()
{
    Q_EMIT availability(m_plugged);
}

void SimulatedCamera::lay(const QImage& sheet, double degrees, double heightMm)
{
    m_heightMm = heightMm;
    m_sheet = sheet;
    m_degrees = degrees;
    m_movingFrames = FramesOfAHand;
}

void SimulatedCamera::take()
{
    m_sheet = {};
    m_movingFrames = FramesOfAHand;
}

void SimulatedCamera::plug(bool plugged)
{
    m_plugged = plugged;
    if (!plugged && m_timer.isActive()) {
        m_timer.stop();
        Q_EMIT failed();
    }
    probe();
}

void SimulatedCamera::frame()
{
    QImage frame(FrameSize, QImage::Format_RGB32);
    frame.fill(QColor(58, 62, 66));
    QPainter painter(&frame);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setRenderHint(QPainter::Antialiasing);
    const int moved = m_movingFrames > 0 ? 60 * m_movingFrames-- : 0;
    if (!m_sheet.isNull()) {
        const double height = 0.86 * FrameSize.height() * m_heightMm / 297; // an A4 sheet fits well
        const double width = height * m_sheet.width() / m_sheet.height();
        QTransform place; // from above, the far edge a little smaller
        place.translate(FrameSize.width() / 2.0 + moved, FrameSize.height() / 2.0);
        place.rotate(m_degrees);
        const QPolygonF flat{QPointF(0, 0), QPointF(m_sheet.width(), 0), QPointF(m_sheet.width(), m_sheet.height()),
                             QPointF(0, m_sheet.height())};
        const QPolygonF seen = place.map(QPolygonF{QPointF(-width * 0.47, -height / 2), QPointF(width * 0.47, -height / 2),
                                                   QPointF(width / 2, height / 2), QPointF(-width / 2, height / 2)});
        QTransform transform;
        if (QTransform::quadToQuad(flat, seen, transform)) {
            painter.setTransform(transform);
            painter.drawImage(0, 0, m_sheet);
            painter.resetTransform();
        }
    }
    if (moved > 0) { // the hand itself
        painter.setBrush(QColor(182, 140, 112));
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(QPointF(FrameSize.width() - 500.0 + moved, FrameSize.height() - 200.0), 220, 120);
    }
    painter.end();
    QRandomGenerator noise(quint32(++m_count));
    for (int y = 0; y < frame.height(); y += 3) {
        auto* line = reinterpret_cast<QRgb*>(frame.scanLine(y));
        for (int x = 0; x < frame.width(); x += 3) {
            const int by = int(noise.bounded(2 * Grain)) - Grain;
            const auto with = [by](int value) { return std::clamp(value + by, 0, 255); };
            line[x] = qRgb(with(qRed(line[x])), with(qGreen(line[x])), with(qBlue(line[x])));
        }
    }
    Q_EMIT frameArrived(frame);
}

} // namespace devices
