// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QImage>
#include <QObject>

namespace devices {

/// Where the frames of a document camera come from. Lives on a thread of its own; frames are as large as the camera gives
/// them.
class FrameSource : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    /// Answered by frames, or by `failed`.
    virtual void start() = 0;
    virtual void stop() = 0;
    /// Answered by `availability`.
    virtual void probe() = 0;

Q_SIGNALS:
    void frameArrived(const QImage& frame);
    void availability(bool available);
    /// The camera was unplugged, is used by another program, or gives no picture.
    void failed();
};

/// A window without a document camera.
class NoCamera : public FrameSource
{
    Q_OBJECT

public:
    void start() override { Q_EMIT failed(); }
    void stop() override {}
    void probe() override { Q_EMIT availability(false); }
};

} // namespace devices
