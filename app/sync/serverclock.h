// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/clock.h"

#include <chrono>
#include <functional>
#include <mutex>
#include <optional>

namespace syncing {

/// The back office's time in the hall's zone, carried on by the monotonic clock between measurements, so that a change of the machine's
/// clock moves nothing. Before the first measurement it is the machine's time, corrected by the offset of an earlier run
/// and marked offline. Thread-safe.
class ServerClock final : public core::Clock
{
public:
    using Steady = std::function<std::chrono::milliseconds()>;
    using Local = std::function<QDateTime()>;

    ServerClock();
    /// With sources of the test's choice.
    ServerClock(Steady steady, Local local);

    [[nodiscard]] core::Moment now() const override;
    /// `server` was the time when the answer left; the wire takes it as now.
    void measured(const QDateTime& server);
    void setOnline(bool online);
    /// The offset an earlier run measured.
    void assumeOffset(qint64 offsetMs);
    /// Is told each offset that is measured seconds away from the one assumed or told before; on the thread that measures.
    void tellOffset(std::function<void(qint64)> tell);
    /// Server time minus local time at the last measurement, in milliseconds.
    [[nodiscard]] qint64 offsetMs() const;

private:
    /// The offset, where it is to be told.
    std::optional<qint64> note(const QDateTime& server);

    struct Measurement
    {
        QDateTime server;
        std::chrono::milliseconds at;
        qint64 offsetMs;
    };

    Steady m_steady;
    Local m_local;
    mutable std::mutex m_mutex;
    std::optional<Measurement> m_last;
    qint64 m_assumedOffsetMs = 0; ///< or told: what an offline start goes by
    std::function<void(qint64)> m_tell;
    bool m_online = false;
};

} // namespace syncing
