// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/caseact.h"
#include "app/store/cases.h"

namespace store {

/// Applies the act to the case and writes what comes of it, the act, its pages' and its own outbox entries and the audit entry,
/// and drops the draft: all of it or nothing. An act that is already written changes nothing. Fails as core::applyAct does, and
/// with `case.unknown`.
core::Result<core::CaseRecord> commitAct(Session& session, const core::ActRecord& act, const core::Moment& now);
/// The case as the back office has it. Nothing changes while something about it is still on its way there.
core::Result<void> adoptCase(Session& session, const core::CaseRecord& record);
/// Oldest first.
core::Result<QList<core::ActRecord>> actsOf(Session& session, const QString& caseId);

core::Result<QList<CaseSummary>> casesInStates(Session& session, const QList<core::CaseState>& states, int limit);
/// By the beginning of a number, a whole certificate number, or a part of name or item; newest first.
core::Result<QList<CaseSummary>> searchCases(Session& session, const QString& text, int limit);

/// Writes a case that this machine holds over with another version of it.
core::Result<void> replaceCase(Session& session, const core::CaseRecord& record);

} // namespace store
