// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/cameradesk.h"

#include "app/documents/pageedits.h"
#include "app/documents/pagework.h"

#include <QBuffer>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr QSize LargestLive(1280, 960);
constexpr int PhotoQuality = 92;
constexpr double A4WidthMetres = 0.210;
constexpr double A4Ratio = 297.0 / 210;
constexpr double RatioTolerance = 0.06;
constexpr qint64 CardPageBytes = 600LL * 1024;

QByteArray encoded(const QImage& photo)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    photo.save(&buffer, "JPEG", PhotoQuality);
    return bytes;
}

QList<core::PageStep> stepsFor(const QList<QPointF>& corners)
{
    return corners.isEmpty() ? QList<core::PageStep>{} : QList<core::PageStep>{{core::PageStep::Kind::Flatten, 0, {}, corners}};
}

/// A sheet with the proportions of A4 is A4: its dots per metre follow.
QImage withResolution(QImage page)
{
    const double ratio = double(std::max(page.width(), page.height())) / std::max(1, std::min(page.width(), page.height()));
    if (std::abs(ratio - A4Ratio) < RatioTolerance) {
        const int dots = qRound(std::min(page.width(), page.height()) / A4WidthMetres);
        page.setDotsPerMeterX(dots);
        page.setDotsPerMeterY(dots);
    }
    return page;
}

/// The photo, and the page in it.
struct Shot
{
    SealedPage photo;
    SealedPage page;
};

core::Result<Shot> shoot(store::Store& store, const QString& caseId, const QString& material, const QImage& photo,
                         const QList<QPointF>& corners)
{
    const QByteArray whole = encoded(photo);
    const auto kept = sealPage(store, caseId, material, whole, u"image/jpeg"_s);
    if (!kept || corners.isEmpty())
        return kept.map([](const SealedPage& page) { return Shot{page, page}; });
    const QImage page = withResolution(documents::afterSteps(photo, stepsFor(corners)));
    const auto flat = sealPage(store, caseId, core::DerivedMaterial, documents::changedPage(page, whole), u"image/jpeg"_s);
    if (!flat) // whole or not at all
        store::PageFiles(store.pageFolder(), store.sealer()).remove(kept->file);
    return flat.map([&](const SealedPage& sealedPage) { return Shot{*kept, sealedPage}; });
}

} // namespace

CameraDesk::CameraDesk(Services& services, IntakeDesk& intake, devices::FrameSource& source)
    : m_services(services), m_intake(intake), m_source(source), m_watch(std::make_shared<documents::SheetWatch>())
{
    m_watching.setMaxThreadCount(1);
    m_sealing.setMaxThreadCount(1);
    m_clock.start();
    connect(&source, &devices::FrameSource::frameArrived, this, &CameraDesk::take);
    connect(&source, &devices::FrameSource::availability, this, [this](bool available) {
        const bool back = available && !m_available && m_open;
        m_available = available;
        if (back) // plugged in again
            QMetaObject::invokeMethod(&m_source, &devices::FrameSource::start);
        Q_EMIT availabilityChanged(available);
    });
    connect(&source, &devices::FrameSource::failed, this, [this] {
        if (!m_open)
            return;
        m_live = {};
        m_frame = {};
        m_corners.clear();
        Q_EMIT adviceGiven(adviceFor({core::ErrorKind::Device, u"camera.failed"_s, {}}));
        Q_EMIT changed();
    });
    connect(&intake, &IntakeDesk::visitBegun, this, &CameraDesk::close);
}

CameraDesk::~CameraDesk()
{
    m_watching.waitForDone();
    m_sealing.waitForDone();
}

void CameraDesk::probe()
{
    QMetaObject::invokeMethod(&m_source, &devices::FrameSource::probe);
}

void CameraDesk::open()
{
    if (m_open)
        return;
    m_open = true;
    m_watch = std::make_shared<documents::SheetWatch>();
    probe(); // not before: a window without a camera loads nothing for it
    QMetaObject::invokeMethod(&m_source, &devices::FrameSource::start);
    Q_EMIT changed();
}

void CameraDesk::close()
{
    if (!m_open)
        return;
    m_open = false;
    m_live = {};
    m_frame = {};
    m_front = {};
    m_corners.clear();
    m_fixed.clear();
    m_lastTaken.clear();
    m_card = false;
    QMetaObject::invokeMethod(&m_source, &devices::FrameSource::stop);
    Q_EMIT changed();
}

/// Frames that come while one is being looked at are passed over.
void CameraDesk::take(const QImage& frame)
{
    if (!m_open)
        return;
    if (m_busy)
        return;
    m_busy = true;
    const double share = m_card ? documents::CardShare : documents::SheetShare;
    QtConcurrent::run(&m_watching, [frame, share, watch = m_watch, ms = m_clock.elapsed()] {
        const QSize size = frame.width() > LargestLive.width() ? frame.size().scaled(LargestLive, Qt::KeepAspectRatio) : frame.size();
        return Seen{frame, frame.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_RGB32),
                    watch->look(frame, ms, share)};
    }).then(this, [this](const Seen& result) { seen(result); });
}

void CameraDesk::seen(const Seen& result)
{
    m_busy = false;
    if (!m_open)
        return;
    m_frame = result.frame;
    m_live = result.live;
    m_corners = result.look.corners;
    if (result.look.fresh || result.look.gone) { // corners put right were another sheet's
        m_fixed.clear();
        m_lastTaken.clear();
    }
    if (m_automatic && result.look.fresh)
        capture();
    Q_EMIT changed();
}

void CameraDesk::capture()
{
    if (!m_open || m_intake.record() || m_intake.isBusy())
        return;
    const QString material = m_intake.draft().focusMaterial;
    if (material.isEmpty())
        return Q_EMIT adviceGiven(adviceFor({core::ErrorKind::InvalidInput, u"page.no-material"_s, {}}));
    if (m_frame.isNull())
        return Q_EMIT adviceGiven(adviceFor({core::ErrorKind::Device, u"camera.failed"_s, {}}));
    m_watching.start([watch = m_watch] { watch->captured(); });
    const QList<QPointF> where = corners();
    const bool corrected = !m_fixed.isEmpty();
    if (m_card)
        captureCard(material, m_frame, where);
    else
        capturePage(material, m_frame, where, corrected ? m_lastTaken : QString());
}

/// A sheet that was taken already and has its corners put right takes its own place.
void CameraDesk::capturePage(const QString& materialCode, const QImage& photo, const QList<QPointF>& corners, const QString& replaced)
{
    ++m_taking;
    QtConcurrent::run(&m_sealing, [=, store = m_services.store, caseId = m_intake.draft().caseId] {
        return shoot(*store, caseId, materialCode, photo, corners);
    }).then(this, [this, corners, replaced](const core::Result<Shot>& shot) {
        --m_taking;
        if (!shot)
            return Q_EMIT adviceGiven(adviceFor(shot.error()));
        m_lastTaken = shot->page.page.ref.sha256;
        if (m_intake.attachChanged(shot->photo, shot->page, {shot->photo.page.ref, stepsFor(corners)}, replaced))
            Q_EMIT pageTaken(shot->photo.page.materialCode);
        else
            Q_EMIT adviceGiven(adviceFor({core::ErrorKind::InvalidInput, u"page.late"_s, {}}));
    });
}

void CameraDesk::captureCard(const QString& materialCode, const QImage& photo, const QList<QPointF>& corners)
{
    if (corners.isEmpty()) {
        Q_EMIT adviceGiven(adviceFor({core::ErrorKind::Device, u"camera.no-card"_s, {}}));
        return;
    }
    if (m_front.isNull()) {
        m_front = photo;
        m_frontCorners = corners;
        return Q_EMIT frontTaken();
    }
    m_card = false;
    ++m_taking;
    QtConcurrent::run(&m_sealing, [=, store = m_services.store, caseId = m_intake.draft().caseId, front = std::exchange(m_front, {}),
                                   frontCorners = m_frontCorners] {
        const QImage sheet =
            documents::cardSheet(documents::afterSteps(front, stepsFor(frontCorners)), documents::afterSteps(photo, stepsFor(corners)));
        return sealPage(*store, caseId, materialCode, documents::jpegWithin(sheet, CardPageBytes), u"image/jpeg"_s);
    }).then(this, [this](const core::Result<SealedPage>& page) {
        --m_taking;
        if (!page)
            return Q_EMIT adviceGiven(adviceFor(page.error()));
        if (m_intake.attachPage(page->page, page->file, page->thumbnail))
            Q_EMIT pageTaken(page->page.materialCode);
        else
            Q_EMIT adviceGiven(adviceFor({core::ErrorKind::InvalidInput, u"page.late"_s, {}}));
    });
}

void CameraDesk::setAutomatic(bool automatic)
{
    m_automatic = automatic;
    Q_EMIT changed();
}

void CameraDesk::setCard(bool card)
{
    m_card = card;
    m_front = {};
    Q_EMIT changed();
}

void CameraDesk::moveCorner(int corner, const QPointF& to)
{
    if (m_live.isNull() || corner < 0 || corner > 3)
        return;
    if (m_fixed.isEmpty())
        m_fixed = m_corners.size() == 4 ? m_corners : QList<QPointF>{{0, 0}, {1, 0}, {1, 1}, {0, 1}};
    m_fixed[corner] = {std::clamp(to.x(), 0.0, 1.0), std::clamp(to.y(), 0.0, 1.0)};
    Q_EMIT changed();
}

void CameraDesk::freeCorners()
{
    m_fixed.clear();
    Q_EMIT changed();
}

} // namespace desk
