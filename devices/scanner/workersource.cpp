// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/scanner/workersource.h"

#include <QCborArray>
#include <QDeadlineTimer>

using namespace Qt::StringLiterals;

namespace devices {

namespace {
constexpr int EndDeadlineMs = 1000;

qint64 nowMs()
{
    return QDeadlineTimer::current().deadline();
}
} // namespace

WorkerSource::WorkerSource(QString program, QString device) : WorkerSource(std::move(program), std::move(device), Patience{}) {}

WorkerSource::WorkerSource(QString program, QString device, const Patience& patience)
    : m_program(std::move(program)), m_device(std::move(device)), m_patience(patience), m_worker(this), m_watch(this)
{
    m_worker.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_watch.setSingleShot(true);
    connect(&m_worker, &QProcess::readyReadStandardOutput, this, &WorkerSource::read);
    connect(&m_worker, &QProcess::finished, this, &WorkerSource::lost);
    connect(&m_worker, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            lost();
    });
    connect(&m_watch, &QTimer::timeout, this, [this] {
        replaceWorker(); // it hangs
        lost();
    });
}

WorkerSource::~WorkerSource()
{
    m_worker.disconnect(this);
    m_worker.closeWriteChannel(); // it cleans up and ends
    if (m_worker.state() != QProcess::NotRunning && !m_worker.waitForFinished(EndDeadlineMs))
        m_worker.kill();
    m_worker.waitForFinished(EndDeadlineMs);
}

void WorkerSource::say(const QCborMap& message)
{
    if (m_worker.state() == QProcess::NotRunning) {
        m_frames.clear();
        m_worker.start(m_program, {});
    }
    m_worker.write(workFrame(message));
}

void WorkerSource::probe()
{
    if (m_state != State::Idle)
        return;
    const bool fresh = m_available && nowMs() - m_listedAt < m_patience.listAgain;
    if (fresh) {
        Q_EMIT availability(true, false);
        return;
    }
    m_state = State::Listing;
    m_watch.start(m_patience.list);
    say({{work::Do, u"list"_s}});
}

void WorkerSource::start(const ScanOptions& options)
{
    if (m_running)
        return;
    m_running = true;
    m_pages = 0;
    if (m_state == State::Idle)
        send(options);
    else
        m_next = options;
}

void WorkerSource::send(const ScanOptions& options)
{
    m_state = State::Scanning;
    m_watch.start(m_patience.silence);
    const QSizeF paper = millimetresOf(options.size);
    say({{work::Do, u"start"_s},
         {work::Device, m_device},
         {work::Input, int(options.input)},
         {work::Colour, int(options.colour)},
         {work::Dpi, options.dpi},
         {work::Width, std::max(0.0, paper.width())},
         {work::Height, std::max(0.0, paper.height())},
         {work::Duplex, options.duplex}});
}

/// For the caller the scan is over at once; the worker has a while to bring the paper out.
void WorkerSource::cancel()
{
    if (!m_running)
        return;
    m_next.reset();
    if (m_state == State::Scanning) {
        m_state = State::CleaningUp;
        m_watch.start(m_patience.cleanUp);
        say({{work::Do, u"cancel"_s}});
    }
    conclude(ScanEnd::Cancelled);
}

void WorkerSource::read()
{
    const auto messages = m_frames.feed(m_worker.readAllStandardOutput());
    for (const QCborMap& message : messages)
        heard(message);
    if (m_frames.isBroken()) {
        replaceWorker();
        lost();
    }
}

void WorkerSource::heard(const QCborMap& message)
{
    if (message.contains(work::Devices))
        return heardList(message);
    if (message.contains(work::Ended))
        return scanEnded(message);
    if (m_state != State::Scanning)
        return; // of a scan that was cancelled
    m_watch.start(m_patience.silence);
    if (message.contains(work::Percent)) {
        Q_EMIT progress(int(message.value(work::Percent).toInteger()));
    } else if (message.contains(work::Page)) {
        const QByteArray page = message.value(work::Page).toByteArray();
        ++m_pages;
        Q_EMIT pageArrived(page, message.value(work::Type).toString());
    }
}

void WorkerSource::heardList(const QCborMap& message)
{
    QList<QPair<QString, QString>> devices;
    for (const auto& device : message.value(work::Devices).toArray())
        devices.append({device.toArray().at(0).toString(), device.toArray().at(1).toString()});
    const QString wanted = m_device.section(u'?', 0, 0);
    m_available = std::any_of(devices.begin(), devices.end(),
                              [&](const auto& device) { return wanted.isEmpty() ? isLocalScanner(device.first) : device.first == wanted; });
    m_listedAt = nowMs();
    Q_EMIT listed(devices);
    Q_EMIT availability(m_available, false);
    if (m_state == State::Listing)
        goOn();
}

void WorkerSource::scanEnded(const QCborMap& message)
{
    const bool current = m_state == State::Scanning;
    const auto end = ScanEnd(message.value(work::Ended).toInteger());
    if (end == ScanEnd::NotFound)
        m_available = false;
    goOn();
    if (current)
        conclude(end);
}

/// The worker is free.
void WorkerSource::goOn()
{
    m_watch.stop();
    m_state = State::Idle;
    if (m_next)
        send(*std::exchange(m_next, std::nullopt));
}

/// The worker is gone. Whoever waits for a scan learns it; what was only asked for is asked of the next one.
void WorkerSource::lost()
{
    const State state = m_state;
    m_available = false;
    m_frames.clear();
    const bool startFailed = m_worker.error() == QProcess::FailedToStart;
    if (startFailed)
        m_next.reset();
    if (state == State::Listing)
        Q_EMIT availability(false, false);
    goOn();
    if (m_running && (state == State::Scanning || startFailed))
        conclude(startFailed ? ScanEnd::NotFound : ScanEnd::Fault);
}

void WorkerSource::replaceWorker()
{
    m_worker.blockSignals(true);
    m_worker.kill();
    m_worker.waitForFinished(EndDeadlineMs);
    m_worker.blockSignals(false);
}

void WorkerSource::conclude(ScanEnd end)
{
    m_running = false;
    Q_EMIT ended(end, m_pages);
}

} // namespace devices
