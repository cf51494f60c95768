// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/voicequeue.h"

#include <algorithm>

namespace core {

void VoiceQueue::hear(const QList<HallCall>& calls)
{
    const auto isOnBoard = [&](const HallCall& call) {
        return std::any_of(calls.begin(), calls.end(), [&](const HallCall& one) { return one.number == call.number; });
    };
    // Taken back meanwhile; what is older than a full board has only fallen off it.
    const auto isTakenBack = [&](const HallCall& call) {
        return !isOnBoard(call) && (calls.size() < BoardHolds || call.at > calls.constLast().at);
    };
    m_waiting.removeIf(isTakenBack);
    for (auto call = calls.rbegin(); call != calls.rend(); ++call) {
        const QDateTime before = m_heard.value(call->number);
        if (before.isValid() && call->at <= before)
            continue;
        m_heard.insert(call->number, call->at);
        if (!m_listening)
            m_since = call->at;
        else if (!m_since.isValid() || call->at > m_since)
            add(*call);
    }
    m_listening = true;
    while (m_waiting.size() > Longest)
        m_waiting.removeFirst();
}

/// A number that still waits to be said is said once, as it was called last.
void VoiceQueue::add(const HallCall& call)
{
    const auto same =
        std::find_if(m_waiting.begin(), m_waiting.end(), [&](const HallCall& waiting) { return waiting.number == call.number; });
    if (same == m_waiting.end())
        m_waiting.append(call);
    else
        *same = call;
}

std::optional<HallCall> VoiceQueue::next(const QDateTime& now)
{
    while (!m_waiting.isEmpty()) {
        const HallCall call = m_waiting.takeFirst();
        if (call.at.secsTo(now) <= StaleSeconds)
            return call;
    }
    return std::nullopt;
}

} // namespace core
