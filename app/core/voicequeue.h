// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/hallscreen.h"

#include <QHash>

#include <optional>

namespace core {

/// What the hall's voice has still to say: every call and every recall once, one after another. Knows no clock.
class VoiceQueue
{
public:
    static constexpr qsizetype Longest = 10; ///< what can be said before it is stale
    static constexpr qint64 StaleSeconds = 60;
    static constexpr qsizetype BoardHolds = 12; ///< calls that the back office tells at most

    /// The last calls as the board has them, newest first. What stands on the first board was called before anybody listened.
    void hear(const QList<HallCall>& calls);
    /// What to say now; calls that are stale by then are passed over.
    std::optional<HallCall> next(const QDateTime& now);

private:
    void add(const HallCall& call);

    bool m_listening = false;
    QDateTime m_since;                 ///< the newest call of the first board; none: invalid
    QHash<QString, QDateTime> m_heard; ///< each number's last call
    QList<HallCall> m_waiting;
};

} // namespace core
