// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "devices/simulated/simulatedsam.h"

#include <atomic>
#include <thread>

/// A SAM module on the far end of a pseudo-terminal: answers only what is sent at its own speed.
class SerialModule
{
public:
    explicit SerialModule(int baud);
    ~SerialModule();
    SerialModule(const SerialModule&) = delete;
    SerialModule& operator=(const SerialModule&) = delete;

    devices::SimulatedSam sam;

    [[nodiscard]] QString port() const { return m_port; }
    void unplug(); ///< the port goes away

private:
    void serve();

    int m_speed;
    int m_master = -1;
    QString m_port;
    std::atomic_bool m_stop = false;
    std::thread m_thread;
};
