// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backoffice/evaluations.h"
#include "app/backoffice/ticketrows.h"
#include "app/core/ticketprogress.h"

namespace backoffice {

/// What the QR of a ticket's slip opens on a phone, on the day of the ticket.
struct ShownTicket
{
    TicketRow row;
    QString hall;
    QString code;
    core::TicketProgress progress;
};

/// Nothing for an unknown code, and for a ticket of another day.
std::optional<ShownTicket> ticketBehind(const Context& context, const QString& code);
Answer ticketPage(const Context& context, const ShownTicket& shown);
/// Whom an evaluation of the ticket is about.
Evaluation evaluationOf(const Context& context, const ShownTicket& shown);

} // namespace backoffice
