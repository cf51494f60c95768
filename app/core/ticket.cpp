// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/ticket.h"

#include "app/core/wire.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace core {

namespace {

using W = TicketState;
using T = TicketAct;

struct TicketTransition
{
    W from;
    T act;
    W to;
};

constexpr std::array TicketTransitions{
    TicketTransition{W::Waiting, T::Call, W::Called},
    TicketTransition{W::Called, T::Recall, W::Called},
    TicketTransition{W::Called, T::Start, W::Serving},
    TicketTransition{W::Called, T::Finish, W::Done},
    TicketTransition{W::Called, T::NoShow, W::NoShow},
    TicketTransition{W::Called, T::Hold, W::Held},
    TicketTransition{W::Called, T::Transfer, W::Transferred},
    TicketTransition{W::Called, T::ReturnToQueue, W::Waiting},
    TicketTransition{W::Serving, T::Finish, W::Done},
    TicketTransition{W::Serving, T::Hold, W::Held},
    TicketTransition{W::Serving, T::Transfer, W::Transferred},
    TicketTransition{W::Serving, T::ReturnToQueue, W::Waiting},
    TicketTransition{W::Held, T::Resume, W::Serving},
    TicketTransition{W::Held, T::ReturnToQueue, W::Waiting},
    TicketTransition{W::NoShow, T::ReturnToQueue, W::Waiting},
    TicketTransition{W::NoShow, T::Call, W::Called},
    TicketTransition{W::Transferred, T::Call, W::Called},
    TicketTransition{W::Waiting, T::Transfer, W::Waiting},
    TicketTransition{W::Transferred, T::Transfer, W::Transferred},
};

constexpr WireNames<W, 8> StateNames{{{W::Waiting, u"waiting"},
                                      {W::Called, u"called"},
                                      {W::Serving, u"serving"},
                                      {W::Held, u"held"},
                                      {W::Done, u"done"},
                                      {W::NoShow, u"no-show"},
                                      {W::Transferred, u"transferred"},
                                      {W::Void, u"void"}}};

constexpr WireNames<T, 9> TicketActNames{{{T::Call, u"call"},
                                          {T::Recall, u"recall"},
                                          {T::Start, u"start"},
                                          {T::Finish, u"finish"},
                                          {T::NoShow, u"no-show"},
                                          {T::Hold, u"hold"},
                                          {T::Resume, u"resume"},
                                          {T::Transfer, u"transfer"},
                                          {T::ReturnToQueue, u"return"}}};

std::optional<Error> noShowRefusal(const Ticket& ticket, const QDateTime& now, const NoShowRule& rule)
{
    if (ticket.calls < rule.minimumCalls)
        return Error{ErrorKind::InvalidInput, u"ticket.no-show-calls"_s, {QString::number(rule.minimumCalls)}};
    const qint64 left = rule.minimumSeconds - ticket.calledAt.secsTo(now);
    if (left > 0)
        return Error{ErrorKind::InvalidInput, u"ticket.no-show-too-early"_s, {QString::number(left)}};
    return std::nullopt;
}

TicketState afterMiss(int misses, const NoShowRule& rule)
{
    if (rule.requeueAfter == 0)
        return W::NoShow;
    return misses <= rule.missesAllowed ? W::Waiting : W::Void;
}

} // namespace

Result<Ticket> afterAct(const Ticket& ticket, TicketAct act, const QDateTime& now, const NoShowRule& rule)
{
    for (const TicketTransition& transition : TicketTransitions) {
        if (transition.from != ticket.state || transition.act != act)
            continue;
        if (act == T::NoShow) {
            if (const auto refusal = noShowRefusal(ticket, now, rule))
                return tl::unexpected(*refusal);
        }
        Ticket next = ticket;
        next.state = transition.to;
        if (act == T::NoShow) {
            next.misses += 1;
            next.state = afterMiss(next.misses, rule);
        }
        if (act == T::Call || act == T::Recall) {
            next.calls += 1;
            next.calledAt = now;
        }
        return next;
    }
    return fail(ErrorKind::InvalidInput, u"ticket.transition"_s, {toWire(ticket.state), toWire(act)});
}

QString spokenNumber(const QString& number)
{
    static constexpr QStringView Digits = u"零一二三四五六七八九";
    QString spoken;
    for (const QChar c : number)
        spoken += c >= u'0' && c <= u'9' ? Digits[c.unicode() - u'0'] : c;
    return spoken;
}

bool isWaiting(TicketState state)
{
    return state == W::Waiting || state == W::Transferred;
}

QString toWire(TicketState state)
{
    return wireName(StateNames, state);
}

QString toWire(TicketAct act)
{
    return wireName(TicketActNames, act);
}

Result<TicketState> ticketStateFromWire(const QString& wire)
{
    return fromWireName(StateNames, wire, u"ticket.state"_s);
}

Result<TicketAct> ticketActFromWire(const QString& wire)
{
    return fromWireName(TicketActNames, wire, u"ticket.act"_s);
}

} // namespace core
