// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "devices/scanner/scansource.h"
#include "devices/scanner/workerlink.h"

#include <QProcess>
#include <QTimer>

#include <optional>

namespace devices {

/// A scanner driven by a worker process: a backend that crashes or hangs takes the worker with it, not the program. The
/// worker is replaced, and pages that had arrived are good.
class WorkerSource final : public ScanSource
{
    Q_OBJECT

public:
    /// How long to be patient, in milliseconds.
    struct Patience
    {
        int silence = 60'000;   ///< between two signs of life during a scan
        int cleanUp = 5'000;    ///< after a cancel
        int list = 30'000;      ///< for a list of devices
        int listAgain = 60'000; ///< a scanner that was there is not looked for sooner
    };

    /// `device` is the name a backend gave, with `?option=value&…` for what this program does not know; empty takes the
    /// first scanner there is.
    WorkerSource(QString program, QString device);
    WorkerSource(QString program, QString device, const Patience& patience);
    ~WorkerSource() override;

    void start(const devices::ScanOptions& options) override;
    void cancel() override;
    void probe() override;

    [[nodiscard]] qint64 workerPid() const { return m_worker.processId(); }

Q_SIGNALS:
    /// Names and labels of all scanners; the answer to `probe`.
    void listed(const QList<QPair<QString, QString>>& devices);
    /// Of the page that is coming; -1 where its height is not known.
    void progress(int percent);

private:
    enum class State { Idle, Listing, Scanning, CleaningUp };

    void say(const QCborMap& message);
    void read();
    void heard(const QCborMap& message);
    void heardList(const QCborMap& message);
    void scanEnded(const QCborMap& message);
    void send(const ScanOptions& options);
    void goOn();
    void lost();
    void replaceWorker();
    void conclude(ScanEnd end);

    QString m_program;
    QString m_device;
    Patience m_patience;
    QProcess m_worker;
    WorkFrames m_frames;
    QTimer m_watch;
    State m_state = State::Idle;
    std::optional<ScanOptions> m_next; ///< asked for while the worker is busy with something else
    bool m_running = false;            ///< in the eyes of the caller
    bool m_available = false;
    qint64 m_listedAt = 0;
    int m_pages = 0;
};

} // namespace devices
