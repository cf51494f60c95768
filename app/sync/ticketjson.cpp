// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/sync/ticketjson.h"

using namespace Qt::StringLiterals;

namespace syncing {

core::Result<core::Ticket> ticketFrom(const QJsonObject& json)
{
    const auto state = core::ticketStateFromWire(json[u"state"_s].toString());
    core::Ticket ticket;
    ticket.id = json[u"id"_s].toString();
    ticket.number = json[u"number"_s].toString();
    if (!state || ticket.id.isEmpty() || ticket.number.isEmpty())
        return core::fail(core::ErrorKind::BadAnswer, u"server.nonsense"_s);
    ticket.ticketClass = json[u"class"_s].toString();
    ticket.state = *state;
    ticket.calls = json[u"calls"_s].toInt();
    ticket.takenAt = QDateTime::fromString(json[u"takenAt"_s].toString(), Qt::ISODate);
    ticket.calledAt = QDateTime::fromString(json[u"calledAt"_s].toString(), Qt::ISODate);
    ticket.holderName = json[u"holderName"_s].toString();
    ticket.group = json[u"group"_s].toString();
    ticket.note = json[u"note"_s].toString();
    ticket.misses = json[u"misses"_s].toInt();
    return ticket;
}

bool isUnanswered(const core::Error& error)
{
    return error.kind == core::ErrorKind::Offline || error.kind == core::ErrorKind::Timeout || error.kind == core::ErrorKind::Busy;
}

} // namespace syncing
