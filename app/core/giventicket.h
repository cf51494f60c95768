// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/ticketprogress.h"

namespace core {

/// A ticket as it was given, and what its owner wants to know.
struct GivenTicket
{
    Ticket ticket;
    int ahead = 0; ///< people before it
    std::optional<WaitMinutes> wait; ///< unknown while no window is open for its class
    QDateTime slotBegin; ///< of the appointment it is for; invalid: none
    QString queryCode;   ///< finds its page
};

} // namespace core
