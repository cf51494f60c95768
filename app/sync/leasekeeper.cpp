// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/sync/leasekeeper.h"

#include "app/core/uuid7.h"
#include "app/sync/ticketjson.h"

#include <QDateTime>
#include <QJsonArray>

#include <chrono>
#include <limits>

using namespace Qt::StringLiterals;

namespace syncing {

namespace {
constexpr auto RenewInterval = std::chrono::minutes(2);
constexpr auto Soon = std::chrono::milliseconds(300);
} // namespace

LeaseKeeper::LeaseKeeper(ApiClient& api) : m_api(api)
{
    m_renewal.setSingleShot(true);
    connect(&m_renewal, &QTimer::timeout, this, &LeaseKeeper::renew);
    connect(&api, &ApiClient::onlineChanged, this, [this](bool online) {
        if (online && !m_window.isEmpty())
            m_renewal.start(Soon);
    });
    connect(&api, &ApiClient::takenOver, this, &LeaseKeeper::forget); // what is leased to the window is another machine's
}

void LeaseKeeper::begin(const QString& window)
{
    m_window = window;
    renew();
}

void LeaseKeeper::end()
{
    if (!m_window.isEmpty()) // where that does not arrive, somebody asks or the time runs out
        release(m_window);
    forget();
}

void LeaseKeeper::release(const QString& window)
{
    const QJsonObject body{{u"without"_s, QJsonArray()}, {u"release"_s, true}, {u"keep"_s, QJsonArray::fromStringList(m_lease.taken())}};
    m_api.call(ApiCall::put(u"windows/%1/leases/%2"_s.arg(window, core::idText(core::newId())), body));
}

void LeaseKeeper::forget()
{
    ++m_generation;
    m_window.clear();
    m_asking.reset();
    m_underWay = false;
    m_returned.clear();
    m_lease.clear();
    m_renewal.stop();
    Q_EMIT changed();
}

void LeaseKeeper::giveBack(const QString& ticketId)
{
    if (m_window.isEmpty() || m_lease.wasTaken(ticketId)) // who asks cannot know yet
        return;
    m_lease.drop(ticketId, std::numeric_limits<int>::max()); // from now on it is not called here, whatever becomes of the request
    m_returned.append(ticketId);
    renew();
    Q_EMIT changed();
}

void LeaseKeeper::callUndone(const QString& ticketId)
{
    m_lease.mayComeAgain({ticketId});
    if (!m_window.isEmpty())
        m_renewal.start(Soon);
}

void LeaseKeeper::calledElsewhere(const QString& ticketId)
{
    if (!m_lease.holds(ticketId))
        return;
    m_lease.drop(ticketId);
    dropped();
}

void LeaseKeeper::drop(const QString& ticketId, int calls)
{
    m_lease.drop(ticketId, calls);
    dropped();
}

void LeaseKeeper::dropped()
{
    if (!m_window.isEmpty())
        m_renewal.start(Soon);
    Q_EMIT changed();
}

std::optional<core::Ticket> LeaseKeeper::take()
{
    auto ticket = m_lease.take(now());
    Q_EMIT changed();
    return ticket;
}

int LeaseKeeper::count() const
{
    return m_lease.count(now());
}

void LeaseKeeper::renew()
{
    if (m_window.isEmpty() || m_underWay)
        return;
    if (!m_asking)
        m_asking = Asking{core::idText(core::newId()), std::exchange(m_returned, {}), now()};
    m_underWay = true;
    m_api
        .call(ApiCall::put(u"windows/%1/leases/%2"_s.arg(m_window, m_asking->id),
                           {{u"without"_s, QJsonArray::fromStringList(m_asking->without)}}))
        .then(this, [this, generation = m_generation](const ApiResult& reply) {
            if (generation == m_generation)
                taken(reply);
        });
}

void LeaseKeeper::taken(const ApiResult& reply)
{
    m_underWay = false;
    if (!reply && isUnanswered(reply.error())) {
        m_renewal.start(RenewInterval); // the same again
        return;
    }
    const Asking asked = *std::exchange(m_asking, std::nullopt);
    if (reply) {
        QList<core::Ticket> tickets;
        const QJsonArray list = reply->json()[u"tickets"_s].toArray();
        for (const QJsonValue& entry : list) {
            if (const auto ticket = ticketFrom(entry.toObject()))
                tickets.append(*ticket);
        }
        m_lease.grant(tickets, reply->json()[u"seconds"_s].toInt(), asked.at);
        m_lease.mayComeAgain(asked.without);
    } else {
        m_lease.clear();
    }
    const bool late = reply && count() == 0 && !m_lease.ids().isEmpty(); // the answer to a question from long ago
    if (!m_returned.isEmpty())
        renew();
    else
        m_renewal.start(late ? std::chrono::milliseconds(Soon) : std::chrono::milliseconds(RenewInterval));
    Q_EMIT changed();
}

core::TicketLease::Instant LeaseKeeper::now()
{
    using namespace std::chrono;
    return {duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count(), QDateTime::currentMSecsSinceEpoch()};
}

} // namespace syncing
