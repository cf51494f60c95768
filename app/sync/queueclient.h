// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/ticket.h"
#include "app/store/store.h"
#include "app/sync/apiclient.h"

namespace syncing {

struct ClassWaiting
{
    QString ticketClass;
    int waiting = 0;
    qint64 longestSeconds = 0;
};

/// What the hall's board says of the queue.
struct QueueBoard
{
    QList<ClassWaiting> classes;
    std::optional<core::Ticket> own;  ///< in service at this window, as far as the back office knows
    std::optional<core::Ticket> held; ///< put on hold by this window last

    [[nodiscard]] int waiting() const;
    [[nodiscard]] qint64 longestSeconds() const;
};

/// The queue as one window works with it. Every command has an id of its own, kept until an answer came, so that a lost
/// reply neither calls nor finishes twice.
class QueueClient : public QObject
{
    Q_OBJECT

public:
    QueueClient(ApiClient& api, std::shared_ptr<store::Store> store) : m_api(api), m_store(std::move(store)) {}

    /// Fails with `server.queue-empty`, `server.ticket-in-service`, `server.window-not-open` …
    QFuture<core::Result<core::Ticket>> callNext(const QString& window);
    /// The ticket of a call whose reply was lost has been found on the board: the next call is a new one.
    void forgetCall() { m_callId.clear(); }
    /// Acts that a broken connection may delay (finish, hold …) are kept and sent later: then the result says
    /// `net.kept`.
    QFuture<core::Result<core::Ticket>> act(const QString& ticketId, core::TicketAct act);
    QFuture<core::Result<void>> setWindowState(const QString& window, const QString& state, const QString& reason);
    QFuture<core::Result<QueueBoard>> board(const QString& hall);

private:
    ApiClient& m_api;
    std::shared_ptr<store::Store> m_store;
    QString m_callId;
    QHash<QString, QString> m_actIds; ///< of acts that wait for their answer, by ticket and act
};

} // namespace syncing
