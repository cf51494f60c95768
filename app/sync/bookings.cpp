// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/sync/bookings.h"

#include "app/sync/ticketjson.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace syncing {

namespace {

constexpr int BookingPatienceMs = 5'000; ///< somebody stands there

core::Booking::Standing standingOf(const QJsonObject& json)
{
    const QString state = json[u"state"_s].toString();
    if (state == u"arrived")
        return core::Booking::Standing::Arrived;
    if (state == u"missed")
        return core::Booking::Standing::Missed;
    return json[u"mayCheckIn"_s].toBool() ? core::Booking::Standing::Open : core::Booking::Standing::Early;
}

QDateTime timeIn(const QJsonObject& json, const QString& name)
{
    return QDateTime::fromString(json[name].toString(), Qt::ISODate);
}

core::Result<HolderToday> holderTodayFrom(const QJsonObject& json)
{
    HolderToday today;
    for (const QJsonValue& value : json[u"appointments"_s].toArray()) {
        const QJsonObject one = value.toObject();
        const core::Booking booking{one[u"class"_s].toString(), timeIn(one, u"slotBegin"_s), timeIn(one, u"slotEnd"_s),
                                    timeIn(one, u"checkInFrom"_s), standingOf(one)};
        if (booking.ticketClass.isEmpty() || !booking.begin.isValid() || !booking.end.isValid())
            return core::fail(core::ErrorKind::BadAnswer, u"server.nonsense"_s);
        if (one[u"state"_s].toString() != u"cancelled")
            today.bookings.append(booking);
    }
    for (const QJsonValue& value : json[u"missed"_s].toArray()) { // an older back office says nothing of them
        const auto ticket = ticketFrom(value.toObject());
        if (!ticket)
            return tl::unexpected(ticket.error());
        today.missed.append({ticket->id, ticket->number, ticket->calledAt});
    }
    return today;
}

} // namespace

QFuture<core::Result<HolderToday>> findHolderToday(ApiClient& api, const core::Certificate& holder)
{
    ApiCall request = ApiCall::post(u"appointments/search"_s,
                                    {{u"certificateType"_s, core::toWire(holder.type)}, {u"certificateNumber"_s, holder.number}});
    request.timeoutMs = BookingPatienceMs;
    return api.call(request).then(
        [](const ApiResult& reply) { return reply.and_then([](const ApiReply& answer) { return holderTodayFrom(answer.json()); }); });
}

} // namespace syncing
