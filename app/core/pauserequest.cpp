// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/pauserequest.h"

#include "app/core/wire.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {
using P = PauseRequest::State;
constexpr WireNames<P, 5> PauseStates{
    {{P::Asked, u"asked"}, {P::Approved, u"approved"}, {P::Declined, u"declined"}, {P::Withdrawn, u"withdrawn"}, {P::Taken, u"taken"}}};
} // namespace

QJsonObject PauseRequest::toJson() const
{
    QJsonObject json{{u"id"_s, id},
                     {u"window"_s, window},
                     {u"clerk"_s, clerk},
                     {u"reason"_s, reason},
                     {u"askedAt"_s, askedAt.toUTC().toString(Qt::ISODateWithMs)},
                     {u"state"_s, toWire(state)}};
    if (!answeredBy.isEmpty())
        json[u"answeredBy"_s] = answeredBy;
    if (!word.isEmpty())
        json[u"word"_s] = word;
    return json;
}

Result<PauseRequest> PauseRequest::fromJson(const QJsonObject& json)
{
    for (const QString& field : {u"id"_s, u"window"_s, u"reason"_s}) {
        if (json[field].toString().isEmpty())
            return fail(ErrorKind::BadAnswer, u"pause.field"_s, {u'/' + field});
    }
    const auto state = pauseStateFromWire(json[u"state"_s].toString());
    if (!state)
        return fail(ErrorKind::BadAnswer, u"pause.field"_s, {u"/state"_s});
    return PauseRequest{json[u"id"_s].toString(),
                        json[u"window"_s].toString(),
                        json[u"clerk"_s].toString(),
                        json[u"reason"_s].toString(),
                        QDateTime::fromString(json[u"askedAt"_s].toString(), Qt::ISODateWithMs),
                        *state,
                        json[u"answeredBy"_s].toString(),
                        json[u"word"_s].toString()};
}

bool needsApproval(const QString& pauseReason)
{
    return pauseReason == u"meal" || pauseReason == u"meeting";
}

QString toWire(PauseRequest::State state)
{
    return wireName(PauseStates, state);
}

Result<PauseRequest::State> pauseStateFromWire(const QString& wire)
{
    return fromWireName(PauseStates, wire, u"pause.state"_s);
}

} // namespace core
