// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/sync/ticketgiver.h"

#include "app/core/uuid7.h"
#include "app/sync/ticketjson.h"

using namespace Qt::StringLiterals;

namespace syncing {

namespace {

constexpr int PatienceMs = 8'000; ///< somebody stands there

QJsonObject bodyOf(const QString& id, const TicketWish& wish)
{
    QJsonObject body{{u"id"_s, id}, {u"class"_s, wish.ticketClass}};
    if (!wish.group.isEmpty())
        body[u"group"_s] = wish.group;
    if (!wish.holderName.isEmpty())
        body[u"holderName"_s] = wish.holderName;
    if (!wish.certificate.number.isEmpty()) {
        body[u"certificateType"_s] = core::toWire(wish.certificate.type);
        body[u"certificateNumber"_s] = wish.certificate.number;
    }
    return body;
}

TicketGiver::Given givenFrom(const QJsonObject& json)
{
    return ticketFrom(json).map([&](const core::Ticket& ticket) {
        return core::GivenTicket{ticket,
                                 json[u"ahead"_s].toInt(),
                                 {json[u"expectedMinutes"_s].toInt(), json[u"expectedLow"_s].toInt(), json[u"expectedHigh"_s].toInt()},
                                 QDateTime::fromString(json[u"slotBegin"_s].toString(), Qt::ISODate),
                                 json[u"queryToken"_s].toString()};
    });
}

} // namespace

QFuture<TicketGiver::Given> TicketGiver::give(const QString& hall, const TicketWish& wish)
{
    if (m_openId.isEmpty() || m_open != wish)
        m_openId = core::idText(core::newId());
    m_open = wish;
    ApiCall request = ApiCall::post(u"halls/%1/tickets"_s.arg(hall), bodyOf(m_openId, wish));
    request.timeoutMs = PatienceMs;
    return m_api.call(request).then(this, [this](const ApiResult& reply) -> Given {
        if (reply || !isUnanswered(reply.error())) {
            m_open = {};
            m_openId.clear();
        }
        if (!reply)
            return tl::unexpected(reply.error());
        return givenFrom(reply->json());
    });
}

} // namespace syncing
