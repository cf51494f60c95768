// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/camera/systemcamera.h"

#ifdef YICHUANG_MULTIMEDIA
#include <QCamera>
#include <QElapsedTimer>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QVideoFrame>
#include <QVideoSink>
#include <algorithm>
#endif

namespace devices {

#ifdef YICHUANG_MULTIMEDIA

namespace {

constexpr qint64 FrameIntervalMs = 80; // a page is looked at, not filmed
constexpr float SlowestRate = 4.0F;    // frames a second

QCameraFormat sharpestOf(const QCameraDevice& device)
{
    const auto pixels = [](const QCameraFormat& format) { return qint64(format.resolution().width()) * format.resolution().height(); };
    QCameraFormat best;
    const auto formats = device.videoFormats();
    for (const QCameraFormat& format : formats) {
        if (format.maxFrameRate() >= SlowestRate && (best.isNull() || pixels(format) > pixels(best)))
            best = format;
    }
    return best;
}

} // namespace

class SystemCamera : public FrameSource
{
    Q_OBJECT

public:
    explicit SystemCamera(QString name) : m_name(std::move(name)) {}

    void start() override
    {
        const QCameraDevice device = chosen();
        if (device.isNull()) {
            Q_EMIT failed();
            return;
        }
        stop();
        m_camera = std::make_unique<QCamera>(device);
        if (const QCameraFormat format = sharpestOf(device); !format.isNull())
            m_camera->setCameraFormat(format);
        m_sink = std::make_unique<QVideoSink>();
        m_session = std::make_unique<QMediaCaptureSession>();
        m_session->setCamera(m_camera.get());
        m_session->setVideoSink(m_sink.get());
        connect(m_camera.get(), &QCamera::errorOccurred, this, [this](QCamera::Error error) {
            if (error != QCamera::NoError)
                Q_EMIT failed();
        });
        connect(m_sink.get(), &QVideoSink::videoFrameChanged, this, &SystemCamera::take);
        m_since.invalidate();
        m_camera->start();
    }

    void stop() override
    {
        if (m_camera)
            m_camera->stop();
        m_session.reset();
        m_sink.reset();
        m_camera.reset();
    }

    void probe() override
    {
        if (!m_devices) {
            m_devices = new QMediaDevices(this);
            connect(m_devices, &QMediaDevices::videoInputsChanged, this, &SystemCamera::probe);
        }
        Q_EMIT availability(!chosen().isNull());
    }

private:
    [[nodiscard]] QCameraDevice chosen() const
    {
        const auto devices = QMediaDevices::videoInputs();
        const auto found = std::find_if(devices.begin(), devices.end(), [this](const QCameraDevice& device) {
            return m_name.isEmpty() || device.description().contains(m_name, Qt::CaseInsensitive);
        });
        return found == devices.end() ? QCameraDevice() : *found;
    }

    void take(const QVideoFrame& frame)
    {
        if (!m_camera || (m_since.isValid() && m_since.elapsed() < FrameIntervalMs))
            return;
        m_since.start();
        if (const QImage image = frame.toImage(); !image.isNull())
            Q_EMIT frameArrived(image);
    }

    QString m_name;
    QMediaDevices* m_devices = nullptr;
    std::unique_ptr<QCamera> m_camera;
    std::unique_ptr<QVideoSink> m_sink;
    std::unique_ptr<QMediaCaptureSession> m_session;
    QElapsedTimer m_since;
};

std::unique_ptr<FrameSource> systemCamera(const QString& name)
{
    return std::make_unique<SystemCamera>(name);
}

#else

std::unique_ptr<FrameSource> systemCamera(const QString&)
{
    return std::make_unique<NoCamera>();
}

#endif

} // namespace devices

#ifdef YICHUANG_MULTIMEDIA
#include "systemcamera.moc"
#endif
