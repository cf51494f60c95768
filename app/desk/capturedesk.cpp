// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/capturedesk.h"

#include "app/desk/sealedpage.h"
#include "app/store/cache.h"

#include <QTimer>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr auto ProbeInterval = std::chrono::seconds(10);

QString codeOf(devices::ScanEnd end)
{
    using devices::ScanEnd;
    switch (end) {
    case ScanEnd::Done:
    case ScanEnd::Cancelled: return {};
    case ScanEnd::NoPaper: return u"scan.no-paper"_s;
    case ScanEnd::Jam: return u"scan.jam"_s;
    case ScanEnd::CoverOpen: return u"scan.cover-open"_s;
    case ScanEnd::Busy: return u"scan.busy"_s;
    case ScanEnd::PageDamaged: return u"scan.page-damaged"_s;
    case ScanEnd::NotFound: return u"scan.not-found"_s;
    case ScanEnd::OtherDevice: return u"scan.other-device"_s;
    case ScanEnd::Fault: return u"scan.fault"_s;
    }
    return {};
}

/// The rest of a stack is scanned with another key than that of one material.
QString codeFor(devices::ScanEnd end, bool stack)
{
    const QString code = codeOf(end);
    return stack && !code.isEmpty() && end != devices::ScanEnd::OtherDevice ? code + u"-stack"_s : code;
}

const QString OptionsName = u"scan-options"_s;

QString optionsText(const devices::ScanOptions& options)
{
    return QStringList{QString::number(int(options.input)), QString::number(int(options.colour)), QString::number(options.dpi),
                       QString::number(int(options.size)), QString::number(int(options.duplex))}
        .join(u' ');
}

/// What cannot be understood is as if nothing had been chosen.
devices::ScanOptions optionsFrom(const QString& text)
{
    const QStringList parts = text.split(u' ');
    QList<int> values;
    for (const QString& part : parts)
        values.append(part.toInt());
    constexpr int LowestDpi = 75;
    constexpr int HighestDpi = 1200;
    if (values.size() != 5 || values[0] < 0 || values[0] > int(devices::ScanInput::Feeder) || values[1] < 0 ||
        values[1] > int(devices::ScanColour::BlackWhite) || values[2] < LowestDpi || values[2] > HighestDpi || values[3] < 0 ||
        values[3] > int(devices::ScanSize::Largest))
        return {};
    return {devices::ScanInput(values[0]), devices::ScanColour(values[1]), values[2], devices::ScanSize(values[3]), values[4] != 0};
}

} // namespace

CaptureDesk::CaptureDesk(Services& services, IntakeDesk& intake, devices::ScanSource& source)
    : m_services(services), m_intake(intake), m_source(source)
{
    m_pool.setMaxThreadCount(1);
    connect(&source, &devices::ScanSource::pageArrived, this, &CaptureDesk::take);
    connect(&source, &devices::ScanSource::ended, this, &CaptureDesk::scanEnded);
    connect(&source, &devices::ScanSource::availability, this, [this](bool available) {
        m_available = available;
        Q_EMIT availabilityChanged(available);
    });
    connect(&source, &devices::ScanSource::scannersChanged, this, [this](const QStringList& names, int current) {
        m_scanners = names;
        m_currentScanner = current;
        Q_EMIT scannersChanged();
    });
    auto* probe = new QTimer(this);
    connect(probe, &QTimer::timeout, &source, &devices::ScanSource::probe);
    probe->start(ProbeInterval);
    QMetaObject::invokeMethod(&source, &devices::ScanSource::probe);
    services.store->read([](store::Session& session) { return store::setting(session, OptionsName, {}); })
        .then(this, [this](const core::Result<QString>& kept) {
            m_options = optionsFrom(kept.value_or(QString()));
            Q_EMIT optionsChanged();
        });
}

void CaptureDesk::setOptions(const devices::ScanOptions& options)
{
    if (m_options == options)
        return;
    m_options = options;
    m_services.store->write(
        [text = optionsText(options)](store::Session& session) { return store::setSetting(session, OptionsName, text); });
    Q_EMIT optionsChanged();
}

void CaptureDesk::scanTo(const QString& materialCode)
{
    if (m_scanning || m_intake.isBusy())
        return;
    if (materialCode.isEmpty()) {
        Q_EMIT adviceGiven(adviceFor({core::ErrorKind::InvalidInput, u"page.no-material"_s, {}}));
        return;
    }
    m_scanning = true;
    m_end.reset();
    m_stored = 0;
    m_caseId = m_intake.draft().caseId;
    m_material = materialCode;
    m_replaced.clear();
    Q_EMIT scanningChanged(true);
    QMetaObject::invokeMethod(&m_source, [source = &m_source, options = m_options] { source->start(options); });
}

void CaptureDesk::scanAgain(const QString& materialCode, const QString& replaced)
{
    if (m_scanning)
        return;
    scanTo(materialCode);
    if (m_scanning)
        m_replaced = replaced;
}

void CaptureDesk::cancel()
{
    QMetaObject::invokeMethod(&m_source, &devices::ScanSource::cancel);
}

void CaptureDesk::useScanner(int index)
{
    QMetaObject::invokeMethod(&m_source, [source = &m_source, index] { source->use(index); });
}

void CaptureDesk::trustScanner(int index)
{
    QMetaObject::invokeMethod(&m_source, [source = &m_source, index] { source->trust(index); });
}

void CaptureDesk::take(const QByteArray& bytes, const QString& mediaType)
{
    ++m_inHand;
    QtConcurrent::run(&m_pool, [=, store = m_services.store, caseId = m_caseId, material = m_material] {
        return sealPage(*store, caseId, material, bytes, mediaType);
    }).then(this, [this](const core::Result<SealedPage>& taken) {
        --m_inHand;
        if (!taken) {
            Q_EMIT adviceGiven(adviceFor(taken.error()));
        } else {
            attach(*taken);
        }
        settleEnd();
    });
}

void CaptureDesk::attach(const SealedPage& taken)
{
    if (!m_intake.attachPage(taken.page, taken.file, taken.thumbnail, std::exchange(m_replaced, {}))) {
        Q_EMIT adviceGiven(adviceFor({core::ErrorKind::InvalidInput, u"page.late"_s, {}}));
        return;
    }
    ++m_stored;
    Q_EMIT pageTaken(taken.page.materialCode, taken.page);
}

void CaptureDesk::scanEnded(devices::ScanEnd end, int)
{
    m_end = end;
    settleEnd();
}

void CaptureDesk::settleEnd()
{
    if (!m_end || m_inHand > 0)
        return;
    const bool whole = *m_end == devices::ScanEnd::Done;
    const QString code = codeFor(*m_end, m_material == core::UnsortedMaterial);
    m_end.reset();
    m_scanning = false;
    Q_EMIT scanningChanged(false);
    if (!code.isEmpty())
        Q_EMIT adviceGiven(adviceFor({core::ErrorKind::Device, code, {QString::number(m_stored)}}));
    Q_EMIT ended(m_stored, whole);
}

} // namespace desk
