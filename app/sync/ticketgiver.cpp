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
    QJsonObject body{{u"id"_s, id}};
    if (!wish.group.isEmpty())
        body[u"group"_s] = wish.group;
    if (!wish.booking.isEmpty()) {
        body[u"appointment"_s] = wish.booking;
        return body;
    }
    body[u"class"_s] = wish.ticketClass;
    if (!wish.holderName.isEmpty())
        body[u"holderName"_s] = wish.holderName;
    if (!wish.certificate.number.isEmpty()) {
        body[u"certificateType"_s] = core::toWire(wish.certificate.type);
        body[u"certificateNumber"_s] = wish.certificate.number;
    }
    return body;
}

std::optional<core::WaitMinutes> waitFrom(const QJsonObject& json)
{
    if (!json.contains(u"expectedMinutes"_s))
        return std::nullopt;
    return core::WaitMinutes{json[u"expectedMinutes"_s].toInt(), json[u"expectedLow"_s].toInt(), json[u"expectedHigh"_s].toInt()};
}

TicketGiver::Given givenFrom(const QJsonObject& json)
{
    return ticketFrom(json).map([&](const core::Ticket& ticket) {
        return core::GivenTicket{ticket, json[u"ahead"_s].toInt(), waitFrom(json),
                                 QDateTime::fromString(json[u"slotBegin"_s].toString(), Qt::ISODate), json[u"queryToken"_s].toString()};
    });
}

} // namespace

QFuture<ApiResult> TicketGiver::ask(const QString& hall, const TicketWish& wish)
{
    const QString& what = wish.booking.isEmpty() ? wish.ticketClass : wish.booking;
    if (m_openId.isEmpty() || m_openFor != what)
        m_openId = core::idText(core::newId());
    m_openFor = what;
    ApiCall request = ApiCall::post(u"halls/%1/tickets"_s.arg(hall), bodyOf(m_openId, wish));
    request.timeoutMs = PatienceMs;
    return m_api.call(request);
}

QFuture<TicketGiver::Given> TicketGiver::give(const QString& hall, const TicketWish& wish)
{
    const bool again = !m_openId.isEmpty();
    return ask(hall, wish)
        .then(this,
              [this, hall, wish, again](const ApiResult& reply) {
                  const bool lapsed = again && (reply ? reply->json()[u"state"_s].toString() != u"waiting" // called while nobody knew of it
                                                      : reply.error().code == u"server.id-taken");
                  if (lapsed)
                      forget();
                  return lapsed ? ask(hall, wish) : QtFuture::makeReadyFuture(reply);
              })
        .unwrap()
        .then(this, [this](const ApiResult& reply) -> Given {
            const Given given = reply.and_then([](const ApiReply& answer) { return givenFrom(answer.json()); });
            if (given || (!isUnanswered(given.error()) && given.error().kind != core::ErrorKind::BadAnswer))
                forget();
            return given;
        });
}

} // namespace syncing
