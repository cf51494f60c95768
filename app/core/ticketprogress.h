// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/ticket.h"

#include <optional>

namespace core {

/// From now, in minutes.
struct WaitMinutes
{
    int expected = 0;
    int low = 0; ///< four of five waits lie between low and high; both 0: not known
    int high = 0;

    friend bool operator==(const WaitMinutes&, const WaitMinutes&) = default;
};

/// How a ticket stands, as whoever holds it reads it on a phone: in plain Chinese, without anything of the person.
struct TicketProgress
{
    QString state;
    QString next;
    bool ended = false;   ///< nothing more will happen to it
    bool mayRate = false; ///< it was served

    friend bool operator==(const TicketProgress&, const TicketProgress&) = default;
};

/// `window`: the name of the one that called it or is to call it; `ahead`: people before it; `wait`: nothing where it is not known.
TicketProgress progressOf(const Ticket& ticket, const QString& window, int ahead, const std::optional<WaitMinutes>& wait);

/// 约10分钟（5至15分钟）.
QString waitWords(const WaitMinutes& wait);

} // namespace core
