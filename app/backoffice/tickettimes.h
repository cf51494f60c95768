// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backoffice/service.h"
#include "app/core/ticket.h"

namespace backoffice {

/// Keeps when a ticket was first called, when its service began and ended, and who served it, for the supervisor's figures.
void noteTimes(const Context& context, const core::Ticket& ticket);

} // namespace backoffice
