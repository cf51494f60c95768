// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/caserecord.h"
#include "app/store/outbox.h"
#include "app/store/store.h"
#include "app/sync/pageupload.h"

#include <QHash>
#include <QSet>
#include <QTimer>

namespace syncing {

/// When to try again after the n-th failure: full jitter between zero and 1 s × 2ⁿ, 5 min at most; a server's
/// Retry-After is obeyed. `random` in [0, 1).
qint64 retryDelayMs(int tries, double random, qint64 retryAfterSeconds);

/// Sends the outbox: in order per case, several cases at once, never dropping anything. Lives on the network thread.
/// Offline, timeouts, 401 and 5xx are tried again; 409/412 become conflicts, other refusals wait for somebody.
class Courier : public QObject
{
    Q_OBJECT

public:
    Courier(ApiClient& api, std::shared_ptr<store::Store> store);

    /// Looks for what is due now. Thread-safe.
    void wake();
    /// The clerk pressed send: everything but conflicts is due at once. Tells how many. Thread-safe.
    QFuture<core::Result<int>> sendNow();
    /// What waited for the network is due at once. Thread-safe.
    void networkIsBack();
    /// A supervisor has signed in: what clerks had no right to send can go. Thread-safe.
    void supervisorIsHere();
    /// Somebody serves at this window now: what was done to the queue there can go, what was done at another one waits. Thread-safe.
    void serveAt(const QString& window);
    /// Nothing new is begun until `resume`. Thread-safe.
    void pause();
    void resume();

Q_SIGNALS:
    /// A visit was not taken over by the back office: it is a draft of this machine again.
    void handoverRefused(const core::Error& error);
    /// A case has got a number that an older one has here.
    void numberGivenAgain(const QString& number);
    /// A ticket that this window called without the back office had been given to another one.
    void leaseWasLost();
    void outboxChanged(int count);
    void sent(const QString& caseId);
    /// An act has arrived: the back office's version of its case.
    void actSent(const core::CaseRecord& record);

private:
    void look();
    void begin(const store::OutboxEntry& entry);
    QFuture<core::Result<void>> transmit(const store::OutboxEntry& entry);
    QFuture<core::Result<void>> transmitTicketAct(const store::OutboxEntry& entry);
    QFuture<core::Result<void>> transmitEvaluation(const store::OutboxEntry& entry);
    QFuture<core::Result<void>> transmitCase(const store::OutboxEntry& entry);
    QFuture<core::Result<void>> transmitCaseAct(const store::OutboxEntry& entry);
    void adopt(const core::CaseRecord& record);
    void settle(const store::OutboxEntry& entry, const core::Result<void>& result);
    void afterFailure(const store::OutboxEntry& entry, const core::Error& error);
    void rearm();
    void announce();

    ApiClient& m_api;
    std::shared_ptr<store::Store> m_store;
    PageUpload m_pages;
    QTimer m_timer;
    QSet<QString> m_underWay;
    QHash<QString, core::CaseRecord> m_arrived; ///< by case id, until the entry is marked
    QString m_lane;                             ///< of the window where somebody is signed in
    bool m_looking = false;
    bool m_lookAgain = false;
    int m_told = -1;       ///< how many wait, as it was told last
    bool m_changed = true; ///< something of them is another than then
    bool m_paused = true;
};

} // namespace syncing
