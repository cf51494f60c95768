// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/caserecord.h"
#include "app/store/cases.h"
#include "app/store/session.h"

#include <QSqlQuery>

namespace store {

// What the files about cases share: bodies are sealed under the case's id.

core::Result<core::CaseRecord> openedCase(Session& session, const QString& id, const QByteArray& body);
QByteArray sealedCase(Session& session, const core::CaseRecord& record);
/// `plain` is the record as JSON, UTF-8.
QByteArray sealedCase(Session& session, const QString& id, const QByteArray& plain);
QByteArray holderHash(Session& session, const core::Certificate& certificate);
/// The number as the table keeps it, where it is one case's only: a back office restored from a backup gives a number again that an
/// older case has here, and both are found by it.
core::Result<QString> numberKept(Session& session, const core::CaseRecord& record);
/// Rows of id, body, outbox state, last answer, tries, adopted. Those that fail their check are passed over and counted.
core::Result<QList<CaseSummary>> summariesFrom(Session& session, core::Result<QSqlQuery> rows);
/// What such rows are selected with; `where` may name c (the case) and o (its first entry in the outbox).
QString summaryQuery(const QString& where);
core::Result<void> enqueuePages(Session& session, const QString& caseId, const QList<core::PageRef>& pages, qint64 nowMs);

} // namespace store
