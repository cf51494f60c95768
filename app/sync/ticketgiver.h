// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/certificate.h"
#include "app/core/giventicket.h"
#include "app/sync/apiclient.h"

namespace syncing {

/// What somebody at the desk asks for. Personal data.
struct TicketWish
{
    QString ticketClass;
    QString group;                 ///< of those who are called earlier; empty: none is said
    core::Certificate certificate; ///< without a number: none was shown
    QString holderName;
    QString booking; ///< id of the appointment that is checked in; it says class and holder

    friend bool operator==(const TicketWish&, const TicketWish&) = default;
};

/// Takes tickets at the back office for people who stand at the desk. A wish keeps its ticket's id until it is answered, also when
/// more is said of the same person: a lost reply gives no second ticket. Lives on the UI thread.
class TicketGiver : public QObject
{
    Q_OBJECT

public:
    using Given = core::Result<core::GivenTicket>;

    explicit TicketGiver(ApiClient& api) : m_api(api) {}

    /// Fails with `server.already-waiting` (its number is the third fact), `server.real-name-needed`, `server.appointment-early` …,
    /// without an answer as ApiClient says.
    QFuture<Given> give(const QString& hall, const TicketWish& wish);
    /// Somebody else comes: whatever became of an unanswered ticket, theirs is another.
    void forget() { m_openId.clear(); }

private:
    QFuture<ApiResult> ask(const QString& hall, const TicketWish& wish);

    ApiClient& m_api;
    QString m_openFor; ///< class or booking that waits for its answer
    QString m_openId;  ///< of its ticket; empty: nothing waits
};

} // namespace syncing
