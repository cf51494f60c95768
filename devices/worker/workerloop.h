// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "devices/scanner/workerlink.h"
#include "devices/worker/scanbackend.h"

#include <QMutex>
#include <QThreadPool>

namespace devices {

/// What a worker does: reads orders from one descriptor, scans on a thread of its own, encodes on another, writes pages to
/// a second descriptor. Ends when the orders end.
class WorkerLoop
{
public:
    WorkerLoop(int in, int out, ScanBackend& backend);
    ~WorkerLoop();

    int run();

private:
    void obey(const QCborMap& order);
    void scan(const ScanOrder& order);
    void sendPage(const QImage& page);
    void say(const QCborMap& message);

    int m_in;
    int m_out;
    ScanBackend& m_backend;
    QMutex m_writing;
    QThreadPool m_scanner; ///< one thread: backends are not made for more
    QThreadPool m_encoder; ///< one thread: pages keep their order
};

} // namespace devices
