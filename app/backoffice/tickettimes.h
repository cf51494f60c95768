// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backoffice/service.h"
#include "app/core/ticket.h"

namespace backoffice {

/// What an UPDATE of a ticket sets besides its state: when it was first called, when its service began and ended, and who served it.
struct TicketTimes
{
    QString sets;
    QVariantList values;
};

TicketTimes timesOf(const Context& context, core::TicketState state);

} // namespace backoffice
