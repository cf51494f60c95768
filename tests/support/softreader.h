// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "devices/simulated/simulatedsam.h"

#include <umockdev.h>

#include <chrono>
#include <deque>
#include <functional>
#include <list>
#include <map>
#include <mutex>
#include <string>

/// A USB ID-card reader made of software: a device node in a umockdev test bed whose ioctls are answered here, with a
/// simulated SAM module behind them. URBs are queued and completed as a kernel does. Ioctls come on umockdev's thread.
class SoftReader
{
public:
    enum class Pipes { OnePair, TwoPairs, None };

    SoftReader(UMockdevTestbed* bed, Pipes pipes, const char* ids = "0400c35a");
    ~SoftReader();
    SoftReader(const SoftReader&) = delete;
    SoftReader& operator=(const SoftReader&) = delete;

    devices::SimulatedSam sam;

    void plug(); ///< under a new device number, as a kernel gives it
    void unplug();

    // Faults.
    void unplugAtTransfer(int transfer, std::function<void()> told); ///< the n-th from now on fails and the device is gone
    void setDelay(int ms, int answers);                              ///< for the next answers
    void corrupt(const QList<qsizetype>& positions);                 ///< one byte each of the next answers longer than 1000 bytes
    void setClaim(bool busy, bool driverLetsGo);
    [[nodiscard]] int transfers() const;
    [[nodiscard]] int detachments() const;

private:
    struct Urb
    {
        UMockdevIoctlData* data;
        UMockdevIoctlData* buffer;
        bool discarded = false;
        int filled = 0;
    };
    using Clock = std::chrono::steady_clock;

    static gboolean handled(UMockdevIoctlBase*, UMockdevIoctlClient* client, gpointer self);
    gboolean answer(UMockdevIoctlClient* client);
    int submit(UMockdevIoctlData* data);
    bool reap(UMockdevIoctlClient* client);
    bool complete(Urb& urb);
    int detach(UMockdevIoctlData* data);
    void taken(const unsigned char* bytes, std::size_t count);
    void push(int endpoint, const QByteArray& bytes);
    void forget();

    UMockdevTestbed* m_bed;
    UMockdevIoctlBase* m_ioctls;
    Pipes m_pipes;
    std::string m_ids;
    std::string m_node;
    int m_number = 1;
    bool m_plugged = false;
    mutable std::mutex m_mutex;
    std::list<Urb> m_urbs;
    std::map<int, std::deque<QByteArray>> m_packets; ///< by IN endpoint
    QByteArray m_request;
    Clock::time_point m_ready{};
    bool m_gone = false;
    int m_transfers = 0;
    int m_unplugIn = -1;
    std::function<void()> m_unplugTold;
    int m_delayMs = 0;
    int m_delayed = 0;
    QList<qsizetype> m_corrupt;
    bool m_busy = false;
    bool m_driverLetsGo = false;
    int m_detachments = 0;
};
