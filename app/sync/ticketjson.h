// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/ticket.h"

#include <QJsonObject>

namespace syncing {

/// A ticket as the contract writes it. Fails with `server.nonsense`.
core::Result<core::Ticket> ticketFrom(const QJsonObject& json);
/// Nothing is known of what became of a request: it may have been done.
bool isUnanswered(const core::Error& error);

} // namespace syncing
