// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/caserecord.h"

namespace core {

/// What a department is told of a case (一口出): how it came to it, and what became of it there.
enum class FeedKind {
    Accepted,
    AcceptedDeferred,
    SilenceAccepted,
    ReviewStarted,
    Decided,
    Delivered,
    Supplemented,
    Extended,
    Notified, ///< what was brought later fell short
    Suspended,
    Resumed,
    CreditRepaired,
    Withdrawn,
    Voided,
    Returned,
    Terminated,
    Corrected, ///< a window sent the whole case anew
    Recalled,  ///< late news: it had not been accepted after all
};

/// What its department is told of a change; nothing before a case is accepted. `before`: nothing for a new case. `act`: nothing where
/// a window sent the case whole.
std::optional<FeedKind> feedKindOf(const std::optional<CaseRecord>& before, const CaseRecord& after, const std::optional<CaseAct>& act);

QString toWire(FeedKind kind);

} // namespace core
