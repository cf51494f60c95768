// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/queueorder.h"
#include "app/core/ticket.h"
#include "app/store/store.h"
#include "app/sync/apiclient.h"
#include "app/sync/leasekeeper.h"

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
    QString state = {};               ///< of this window there: open, paused or closed; empty: not said

    [[nodiscard]] int waiting() const;
    [[nodiscard]] qint64 longestSeconds() const;
};

/// A ticket that was called, and why it was its turn.
struct CalledTicket
{
    core::Ticket ticket;
    core::CallReason why = core::CallReason::Arrival;
};

/// What a clerk says with an act.
struct ActWords
{
    QString reason;
    QString toWindow; ///< of a transfer, or the class
    QString toClass;
    QString note;
};

/// The queue as one window works with it. Every command has an id of its own, kept until an answer came, so that a lost
/// reply neither calls nor finishes twice. Without the back office it calls what is leased to the window; what was done meanwhile goes
/// there in order, before anything else.
class QueueClient : public QObject
{
    Q_OBJECT

public:
    QueueClient(ApiClient& api, std::shared_ptr<store::Store> store);

    [[nodiscard]] LeaseKeeper& lease() { return m_lease; }

    /// Whose acts are kept when the back office cannot be told; somebody else may be signed in when it is.
    void setClerk(const QString& number) { m_clerk = number; }
    /// Fails with `server.queue-empty`, `server.ticket-in-service`, `server.window-not-open` …, without the back office with
    /// `net.offline` when nothing is leased, or `queue.behind` before it has been told what was called alone. `why` says Offline for what
    /// was called from the lease.
    QFuture<core::Result<CalledTicket>> callNext(const QString& window);
    /// Out of turn, with a reason. Fails with `server.not-found`, `server.ticket-act-refused` … as well.
    QFuture<core::Result<CalledTicket>> callNumber(const QString& window, const QString& number, const QString& reason);
    /// The ticket of a call whose reply was lost has been found on the board: the next call is a new one.
    void forgetCall() { m_callIds.clear(); }
    /// What became of the ticket is known: whatever is done to it next is another act.
    void forgetActs(const QString& ticketId);
    /// Acts that a broken connection may delay (finish, hold …) are kept and sent later: then the result says
    /// `net.kept`.
    QFuture<core::Result<core::Ticket>> act(const QString& ticketId, core::TicketAct act, const ActWords& words = {});
    /// Takes this window's last act on the ticket back. Fails with `server.ticket-act-refused` when it is too late.
    QFuture<core::Result<core::Ticket>> undo(const QString& ticketId);
    QFuture<core::Result<void>> setWindowState(const QString& window, const QString& state, const QString& reason);
    /// The back office says that the window is open, or that it is not, whatever answer was lost: tickets are leased to it or not.
    void followState(const QString& window, bool open);
    QFuture<core::Result<QueueBoard>> board(const QString& hall);

Q_SIGNALS:
    /// Something that was done alone waits to be told.
    void behind();

private:
    using Called = core::Result<CalledTicket>;
    using Acted = core::Result<core::Ticket>;

    QFuture<Called> call(const QString& window, const QString& number, const QString& reason, int tries = 0);
    QFuture<Called> answered(const ApiResult& reply, const QString& window, const QString& number, const QString& reason, int tries);
    QFuture<Called> callLater(int delayMs, const QString& window, const QString& number, const QString& reason, int tries);
    QFuture<Called> callBehind(const QString& window, const QString& number, const QString& reason, int tries);
    QFuture<Called> callLeased(const QString& window, const core::Error& why);
    /// Who pressed, and where: somebody else may sit here, or somewhere else, before it is known that it has to wait.
    struct Presser
    {
        QString clerk;
        QString window;
    };
    QFuture<Acted> keep(const QString& path, QJsonObject body, const Presser& presser);
    /// Something that was done before has not been told yet.
    QFuture<bool> isBehind();
    void beginLease(const QString& window);
    QString actId(const QString& key);

    ApiClient& m_api;
    std::shared_ptr<store::Store> m_store;
    LeaseKeeper m_lease;
    QString m_window;                  ///< where we are
    QString m_clerk;                   ///< who is here
    QString m_calledAlone;             ///< the ticket that was called from the lease last
    QHash<QString, QString> m_callIds; ///< of calls that wait for their answer, by the number asked for
    QHash<QString, QString> m_actIds;  ///< of acts that wait for their answer, by ticket and act
};

} // namespace syncing
