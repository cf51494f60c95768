// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/camera/systemcamera.h"
#include "devices/simulated/simulatedcamera.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace devices;

/// Sources of frames; what is made of frames is tested with the counter.
class CameraTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCameraThatIsNotThere();
    void framesUntilItIsUnplugged();
};

void CameraTest::aCameraThatIsNotThere()
{
    const auto camera = systemCamera(u"no camera has this name"_s);
    QSignalSpy availability(camera.get(), &FrameSource::availability);
    QSignalSpy failed(camera.get(), &FrameSource::failed);
    camera->probe();
    QTRY_COMPARE(availability.size(), 1);
    QVERIFY(!availability[0][0].toBool());
    camera->start();
    QTRY_COMPARE(failed.size(), 1);
    camera->stop();
}

void CameraTest::framesUntilItIsUnplugged()
{
    SimulatedCamera camera;
    QSignalSpy frames(&camera, &FrameSource::frameArrived);
    QSignalSpy failed(&camera, &FrameSource::failed);
    camera.start();
    QTRY_VERIFY(frames.size() >= 3);
    QCOMPARE(frames[0][0].value<QImage>().size(), SimulatedCamera::FrameSize);
    camera.plug(false);
    QCOMPARE(failed.size(), 1);
    const auto before = frames.size();
    camera.start();
    QCOMPARE(failed.size(), 2);
    QCOMPARE(frames.size(), before);
}

QTEST_MAIN(CameraTest)
#include "cameratest.moc"
