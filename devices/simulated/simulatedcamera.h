// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "devices/camera/framesource.h"

#include <QTimer>

namespace devices {

/// A document camera made of software: a dark desk seen from above and somewhat aside, and the sheets that are laid on it.
class SimulatedCamera : public FrameSource
{
    Q_OBJECT

public:
    static constexpr QSize FrameSize{1600, 1200};

    SimulatedCamera();

    void start() override;
    void stop() override;
    void probe() override;

public Q_SLOTS:
    /// A hand brings the sheet: for some frames it moves, then it lies still, turned by `degrees`.
    void lay(const QImage& sheet, double degrees = 4.0, double heightMm = 297);
    void take();
    void plug(bool plugged);

private:
    void frame();

    QTimer m_timer;
    QImage m_sheet;
    double m_degrees = 0;
    double m_heightMm = 297;
    int m_movingFrames = 0;
    int m_count = 0;
    bool m_plugged = true;
};

} // namespace devices
