// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/store/session.h"

#include <QJsonObject>

namespace store {

enum class OutboxKind { Page, Case, TicketAct, CaseAct, Handover, Transfer, Enquiry, Evaluation };
enum class OutboxState { Waiting, Conflict, Attention };

/// What a window did to the queue goes in one order, whichever ticket it was about, and only while somebody is signed in there.
inline QString queueLane(const QString& window)
{
    return QStringLiteral("queue/") + window;
}

/// Something the back office must get. Entries of one subject leave in order; pages of a case before the case.
struct OutboxEntry
{
    qint64 id = 0;
    QString subject; ///< case or ticket id
    OutboxKind kind = OutboxKind::Case;
    QString target;   ///< page: SHA-256 · case: case id · acts: the path to PUT
    QJsonObject body; ///< sealed at rest
    OutboxState state = OutboxState::Waiting;
    int tries = 0;
    QString lastAnswer = {}; ///< cause of the last failure and its facts, one a line
    qint64 nextTryMs = 0;
    bool readable = true; ///< false: its seal is broken
};

/// Where an entry goes.
struct OutboxAddress
{
    QString subject;
    OutboxKind kind = OutboxKind::Case;
    QString target;
};

/// `plain` is the body as JSON, UTF-8. An entry that waits already stays as it is.
core::Result<void> enqueue(Session& session, const OutboxAddress& address, const QByteArray& plain, qint64 nowMs);
core::Result<void> enqueue(Session& session, const OutboxEntry& entry, qint64 nowMs);
/// For every subject its first entry, if that is waiting and due.
core::Result<QList<OutboxEntry>> dueEntries(Session& session, qint64 nowMs, int limit);
/// Everything not yet at the back office, in order.
core::Result<QList<OutboxEntry>> outboxEntries(Session& session);
core::Result<int> outboxCount(Session& session);
/// Something of the subject is still to be sent.
core::Result<bool> isWaiting(Session& session, const QString& subject);
/// The earliest time at which something waiting is due, or -1 when nothing waits.
core::Result<qint64> nextDue(Session& session, qint64 nowMs);
core::Result<void> markSent(Session& session, qint64 id);
core::Result<void> markFailed(Session& session, qint64 id, OutboxState state, const core::Error& answer, qint64 nextTryMs);
/// What `markFailed` kept.
core::Error lastError(const QString& lastAnswer);
/// Its pages were queued again three times, and the server misses them still.
bool pagesAreLost(const OutboxEntry& entry);
/// The server misses pages of this case, act or visit: they are queued again before it. After three rounds it waits for somebody.
core::Result<void> requeueWithPages(Session& session, const OutboxEntry& caseEntry);
/// It is somebody else's to send: it waits on its own, holds up nothing of its subject and counts for nothing that is to be sent.
core::Result<void> setAside(Session& session, const OutboxEntry& entry, const core::Error& error, qint64 nextTryMs);
/// The one of a kind that waits for a subject, if any, leaves after everything else that waits.
core::Result<void> putLast(Session& session, const QString& subject, OutboxKind kind);
/// What is sent instead, at the same place in the queue.
core::Result<void> replaceBody(Session& session, const OutboxEntry& entry, const QByteArray& plain);
/// A case, its pages and its acts are not sent any more.
core::Result<void> dropCase(Session& session, const QString& caseId);
/// Everything that waits for a subject is due at once, refused or not.
core::Result<void> makeDue(Session& session, const QString& subject);
/// The network is back: what waits for it is due at once; what the back office asked to wait for is not.
core::Result<void> makeReachableDue(Session& session);
/// Somebody else is signed in: what applicants said may be about their work.
core::Result<void> makeEvaluationsDue(Session& session);
/// A supervisor is signed in: what a clerk had no right to send is due at once. What was done to a queue waits for its window.
core::Result<void> makeForbiddenDue(Session& session);
/// The clerk pressed send: everything but conflicts is due at once, refused things as well. Returns how many.
core::Result<int> makeAllDue(Session& session);

} // namespace store
