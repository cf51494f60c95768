// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/caseact.h"
#include "app/core/clock.h"
#include "app/store/outbox.h"

namespace store {

/// What the back office did not take of a case, and why. Whatever was done to the case after it waits behind it.
struct Standoff
{
    core::CaseRecord ours;                 ///< the case as it is here
    QList<core::ActRecord> acts;           ///< done here and not taken, in order
    QString answer;                        ///< as in OutboxEntry
    bool conflict = false;                 ///< somebody else changed it; otherwise it was refused
    OutboxKind kind = OutboxKind::CaseAct; ///< of what was not taken: a case can be it with acts waiting behind it

    friend bool operator==(const Standoff&, const Standoff&) = default;
};

core::Result<std::optional<Standoff>> standoffOf(Session& session, const QString& caseId);
/// The acts done here go on from what the back office has, and are sent again; the case as it was taken in is not. Fails as applyAct does;
/// then nothing changes.
core::Result<core::CaseRecord> keepOurs(Session& session, const core::CaseRecord& theirs, const core::Moment& now, const QString& clerk);
/// The acts done here are given up; they stay in the audit trail.
core::Result<void> takeTheirs(Session& session, const core::CaseRecord& theirs, const core::Moment& now, const QString& clerk);

} // namespace store
