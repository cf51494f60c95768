// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/store/session.h"

#include <QJsonObject>

namespace store {

enum class OutboxKind { Page, Case, TicketAct };
enum class OutboxState { Waiting, Conflict, Attention };

/// Something the back office must get. Entries of one subject leave in order; pages of a case before the case.
struct OutboxEntry
{
    qint64 id = 0;
    QString subject; ///< case or ticket id
    OutboxKind kind = OutboxKind::Case;
    QString target;   ///< page: SHA-256 · case: case id · ticket act: the path to PUT
    QJsonObject body; ///< sealed at rest
    OutboxState state = OutboxState::Waiting;
    int tries = 0;
    QString lastAnswer = {}; ///< problem type or cause of the last failure
    qint64 nextTryMs = 0;
    bool readable = true; ///< false: its seal is broken
};

core::Result<void> enqueue(Session& session, const OutboxEntry& entry, qint64 nowMs);
/// For every subject its first entry, if that is waiting and due.
core::Result<QList<OutboxEntry>> dueEntries(Session& session, qint64 nowMs, int limit);
/// Everything not yet at the back office, in order.
core::Result<QList<OutboxEntry>> outboxEntries(Session& session);
core::Result<int> outboxCount(Session& session);
/// The earliest time at which something waiting is due, or -1 when nothing waits.
core::Result<qint64> nextDue(Session& session);
core::Result<void> markSent(Session& session, qint64 id);
core::Result<void> markFailed(Session& session, qint64 id, OutboxState state, const QString& answer, qint64 nextTryMs);
/// The server misses pages of this case: they are queued again before it. After three rounds it waits for somebody.
core::Result<void> requeueWithPages(Session& session, const OutboxEntry& caseEntry);
/// Makes everything waiting due at once (network came back, clerk pressed send).
core::Result<void> makeAllDue(Session& session);

} // namespace store
