// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/sync/serverclock.h"

#include "app/core/halltime.h"

#include <ctime>

namespace syncing {

namespace {

constexpr qint64 AgreesMs = 1500; ///< the Date header has whole seconds
constexpr qint64 OffsetMovedMs = 2000;

std::chrono::milliseconds steadyNow()
{
#ifdef CLOCK_BOOTTIME // goes on while the machine sleeps; steady_clock does not
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return std::chrono::milliseconds(now.tv_sec * 1000 + now.tv_nsec / 1'000'000);
#else
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
#endif
}

} // namespace

ServerClock::ServerClock() : ServerClock(steadyNow, [] { return QDateTime::currentDateTime(); }) {}

ServerClock::ServerClock(Steady steady, Local local) : m_steady(std::move(steady)), m_local(std::move(local)) {}

core::Moment ServerClock::now() const
{
    const std::scoped_lock lock(m_mutex);
    if (!m_last)
        return {core::hallTime(m_local().addMSecs(m_assumedOffsetMs)), true};
    return {m_last->server.addMSecs((m_steady() - m_last->at).count()), !m_online};
}

void ServerClock::measured(const QDateTime& server)
{
    const auto moved = note(server);
    if (moved && m_tell)
        m_tell(*moved);
}

std::optional<qint64> ServerClock::note(const QDateTime& server)
{
    const std::scoped_lock lock(m_mutex);
    const QDateTime local = m_local();
    const Measurement next{core::hallTime(server), m_steady(), local.msecsTo(server)};
    const QDateTime carried = m_last ? m_last->server.addMSecs((next.at - m_last->at).count()) : QDateTime();
    // A reading that agrees keeps the finer one, so time never jumps back; only the machine's clock may have been set.
    if (m_last && std::abs(carried.msecsTo(next.server)) < AgreesMs)
        m_last->offsetMs = local.msecsTo(carried);
    else
        m_last = next;
    if (std::abs(m_last->offsetMs - m_assumedOffsetMs) <= OffsetMovedMs)
        return std::nullopt;
    m_assumedOffsetMs = m_last->offsetMs;
    return m_assumedOffsetMs;
}

void ServerClock::setOnline(bool online)
{
    const std::scoped_lock lock(m_mutex);
    m_online = online;
}

void ServerClock::assumeOffset(qint64 offsetMs)
{
    const std::scoped_lock lock(m_mutex);
    m_assumedOffsetMs = offsetMs;
}

void ServerClock::tellOffset(std::function<void(qint64)> tell)
{
    m_tell = std::move(tell);
}

qint64 ServerClock::offsetMs() const
{
    const std::scoped_lock lock(m_mutex);
    return m_last ? m_last->offsetMs : m_assumedOffsetMs;
}

} // namespace syncing
