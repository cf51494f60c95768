// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/ticketlease.h"
#include "app/sync/apiclient.h"

#include <QTimer>

namespace syncing {

/// Keeps some tickets leased to this window while it is open, so that it can call without the back office. One request at a time, the
/// same until it is answered: what the back office grants and what this window believes cannot drift apart. On the UI thread.
class LeaseKeeper : public QObject
{
    Q_OBJECT

public:
    explicit LeaseKeeper(ApiClient& api);

    /// The window is open.
    void begin(const QString& window);
    [[nodiscard]] bool isBegun() const { return !m_window.isEmpty(); }
    /// It pauses or closes: nothing is called from here any more.
    void end();
    /// Somebody asks for what is leased to a window that pauses: it was given back, and that did not arrive.
    void release(const QString& window);
    /// Another window could call it at once.
    void giveBack(const QString& ticketId);
    /// It was called in the ordinary way; `calls` until then.
    void drop(const QString& ticketId, int calls);
    /// Its call from here was undone: it waits as before, and is this window's still.
    void callUndone(const QString& ticketId);
    /// It was called at another window.
    void calledElsewhere(const QString& ticketId);
    /// It was called from here, and the back office does not know yet; `calls` until then.
    void markTaken(const QString& ticketId, int calls) { m_lease.markTaken(ticketId, calls); }
    /// The next one to call without the back office.
    std::optional<core::Ticket> take();
    [[nodiscard]] int count() const;

Q_SIGNALS:
    void changed();

private:
    void forget();
    void dropped();
    struct Asking
    {
        QString id;
        QStringList without;
        core::TicketLease::Instant at;
    };

    void renew();
    void taken(const ApiResult& reply);
    [[nodiscard]] static core::TicketLease::Instant now();

    ApiClient& m_api;
    core::TicketLease m_lease;
    QString m_window;
    QStringList m_returned; ///< not told yet
    std::optional<Asking> m_asking;
    bool m_underWay = false;
    int m_generation = 0; ///< raised when the window closes: an answer to an older request grants nothing
    QTimer m_renewal{this};
};

} // namespace syncing
