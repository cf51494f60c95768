// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/caserecord.h"
#include "app/core/clock.h"
#include "app/store/session.h"

namespace store {

enum class SyncState { Waiting, Sent, Conflict, Attention };

/// A case as this window's lists show it.
struct CaseSummary
{
    core::CaseRecord record;
    SyncState sync = SyncState::Waiting;
    QString lastAnswer;
    int tries = 0;
    bool adopted = false; ///< taken in at another window
};

/// Takes a number for the record (leased, or provisional when none is left), writes the case, its pages' and its own
/// outbox entries and the audit entry, and drops the draft: all of it or nothing. A case that is already written is
/// returned as it stands, so that a repeated confirmation changes nothing.
core::Result<core::CaseRecord> commitCase(Session& session, core::CaseRecord record, const core::Moment& now);
core::Result<std::optional<core::CaseRecord>> findCase(Session& session, const QString& id);
/// Cases received here from `fromMs` on, and all that have something on its way; newest first.
core::Result<QList<CaseSummary>> casesSince(Session& session, qint64 fromMs, int limit);
/// A number of this window's own, printed while no leased one is left.
QString provisionalNumber(const core::CaseRecord& record, const core::Moment& now);
/// The number the back office gave instead of a provisional one; false: an older case has it here as well.
core::Result<bool> setFinalNumber(Session& session, const QString& caseId, const QString& number);

/// Cases with papers that were never printed: a crash between writing and printing.
core::Result<QList<core::CaseRecord>> unprintedCases(Session& session);

} // namespace store
