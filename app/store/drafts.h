// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/intakedraft.h"
#include "app/store/session.h"

namespace store {

/// Unfinished intakes, newest first. Use inside a Store job.
core::Result<void> saveDraft(Session& session, const core::IntakeDraft& draft, qint64 nowMs);
core::Result<QList<core::IntakeDraft>> loadDrafts(Session& session);
core::Result<std::optional<core::IntakeDraft>> findDraft(Session& session, const QString& caseId);
/// This machine holds the case from now on: the visit that goes on with it, as it was begun here before, or anew. Fails with
/// `case.unknown`.
core::Result<core::IntakeDraft> goOnWith(Session& session, const core::CaseRecord& record);
core::Result<void> dropDraft(Session& session, const QString& caseId);
/// A draft that becomes nothing, with the rows of its pages. Their files, which nothing names any more, are the answer: they are to be
/// removed once this is written.
core::Result<QStringList> discardDraft(Session& session, const QString& caseId);

} // namespace store
