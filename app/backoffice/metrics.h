// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QString>

#include <array>
#include <atomic>
#include <chrono>
#include <map>
#include <mutex>

namespace backoffice {

/// A request that was answered: which resource, never whose.
struct RequestSeen
{
    QByteArray method;
    QString resource; ///< the route's pattern, with a star for every id; empty: there is none
    int status = 0;
    std::chrono::microseconds took{0};
};

/// What one process has done since it started, as Prometheus reads it (text format 0.0.4). Thread-safe.
class Metrics
{
public:
    void note(const RequestSeen& seen);
    void streamOpened() { ++m_streams; }
    void streamClosed() { --m_streams; }
    [[nodiscard]] QByteArray text() const;

    static constexpr std::array BucketsMs{1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500};

private:
    struct Resource
    {
        std::map<int, quint64> statuses;
        std::array<quint64, BucketsMs.size()> buckets{}; ///< not cumulative
        quint64 count = 0;
        double seconds = 0;
    };

    mutable std::mutex m_guard;
    std::map<std::pair<QByteArray, QString>, Resource> m_resources;
    std::atomic<int> m_streams = 0;
    std::chrono::system_clock::time_point m_since = std::chrono::system_clock::now();
};

} // namespace backoffice
