// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/sync/leasekeeper.h"

#include "app/core/uuid7.h"
#include "app/sync/ticketjson.h"

#include <QDateTime>
#include <QJsonArray>

#include <chrono>

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
}

void LeaseKeeper::begin(const QString& window)
{
    m_window = window;
    renew();
}

void LeaseKeeper::end()
{
    if (!m_window.isEmpty()) {
        const QJsonArray left = QJsonArray::fromStringList(m_returned + m_lease.ids());
        const QString path = u"windows/%1/leases/%2"_s.arg(m_window, core::idText(core::newId()));
        if (!left.isEmpty()) // where that does not arrive, their time runs out
            m_api.call(ApiCall::put(path, {{u"without"_s, left}}));
    }
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
    m_lease.drop(ticketId); // from now on it is not called here, whatever becomes of the request
    m_returned.append(ticketId);
    renew();
    Q_EMIT changed();
}

void LeaseKeeper::drop(const QString& ticketId)
{
    m_lease.drop(ticketId);
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
    if (m_returned.isEmpty())
        m_renewal.start(RenewInterval);
    else
        renew();
    Q_EMIT changed();
}

core::TicketLease::Instant LeaseKeeper::now()
{
    using namespace std::chrono;
    return {duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count(), QDateTime::currentMSecsSinceEpoch()};
}

} // namespace syncing
