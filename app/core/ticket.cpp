// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/ticket.h"

#include "app/core/wire.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace core {

namespace {

using S = TicketState;
using A = TicketAct;

struct Transition
{
    S from;
    A act;
    S to;
};

constexpr std::array Transitions{
    Transition{S::Waiting, A::Call, S::Called},
    Transition{S::Called, A::Recall, S::Called},
    Transition{S::Called, A::Start, S::Serving},
    Transition{S::Called, A::Finish, S::Done},
    Transition{S::Called, A::NoShow, S::NoShow},
    Transition{S::Called, A::Hold, S::Held},
    Transition{S::Called, A::Transfer, S::Transferred},
    Transition{S::Called, A::ReturnToQueue, S::Waiting},
    Transition{S::Serving, A::Finish, S::Done},
    Transition{S::Serving, A::Hold, S::Held},
    Transition{S::Serving, A::Transfer, S::Transferred},
    Transition{S::Serving, A::ReturnToQueue, S::Waiting},
    Transition{S::Held, A::Resume, S::Serving},
    Transition{S::Held, A::ReturnToQueue, S::Waiting},
    Transition{S::NoShow, A::ReturnToQueue, S::Waiting},
    Transition{S::NoShow, A::Call, S::Called},
    Transition{S::Transferred, A::Call, S::Called},
    Transition{S::Waiting, A::Transfer, S::Waiting},
    Transition{S::Transferred, A::Transfer, S::Transferred},
};

constexpr WireNames<S, 8> StateNames{{{S::Waiting, u"waiting"},
                                      {S::Called, u"called"},
                                      {S::Serving, u"serving"},
                                      {S::Held, u"held"},
                                      {S::Done, u"done"},
                                      {S::NoShow, u"no-show"},
                                      {S::Transferred, u"transferred"},
                                      {S::Void, u"void"}}};

constexpr WireNames<A, 9> ActNames{{{A::Call, u"call"},
                                    {A::Recall, u"recall"},
                                    {A::Start, u"start"},
                                    {A::Finish, u"finish"},
                                    {A::NoShow, u"no-show"},
                                    {A::Hold, u"hold"},
                                    {A::Resume, u"resume"},
                                    {A::Transfer, u"transfer"},
                                    {A::ReturnToQueue, u"return"}}};

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
        return S::NoShow;
    return misses <= rule.missesAllowed ? S::Waiting : S::Void;
}

} // namespace

Result<Ticket> afterAct(const Ticket& ticket, TicketAct act, const QDateTime& now, const NoShowRule& rule)
{
    for (const Transition& transition : Transitions) {
        if (transition.from != ticket.state || transition.act != act)
            continue;
        if (act == A::NoShow) {
            if (const auto refusal = noShowRefusal(ticket, now, rule))
                return tl::unexpected(*refusal);
        }
        Ticket next = ticket;
        next.state = transition.to;
        if (act == A::NoShow) {
            next.misses += 1;
            next.state = afterMiss(next.misses, rule);
        }
        if (act == A::Call || act == A::Recall) {
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
    return state == S::Waiting || state == S::Transferred;
}

QString toWire(TicketState state)
{
    return wireName(StateNames, state);
}

QString toWire(TicketAct act)
{
    return wireName(ActNames, act);
}

Result<TicketState> ticketStateFromWire(const QString& wire)
{
    return fromWireName(StateNames, wire, u"ticket.state"_s);
}

Result<TicketAct> ticketActFromWire(const QString& wire)
{
    return fromWireName(ActNames, wire, u"ticket.act"_s);
}

} // namespace core
