// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/caselife.h"

#include "app/core/wire.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct Transition
{
    CaseState from;
    CaseAct act;
    CaseState to;
};

using S = CaseState;
using A = CaseAct;

constexpr std::array Transitions{
    Transition{S::Draft, A::Receive, S::Received},
    Transition{S::Received, A::SilencePassed, S::Accepted},
    Transition{S::Received, A::Accept, S::Accepted},
    Transition{S::Received, A::AcceptDeferred, S::AcceptedDeferred},
    Transition{S::Received, A::NotifyOnce, S::ToCorrect},
    Transition{S::Received, A::ReceiveDeferred, S::ReceivedDeferred},
    Transition{S::Received, A::Refuse, S::Refused},
    Transition{S::ToCorrect, A::Accept, S::Accepted},
    Transition{S::ToCorrect, A::AcceptDeferred, S::AcceptedDeferred},
    Transition{S::ToCorrect, A::NotifyOnce, S::ToCorrect},
    Transition{S::ToCorrect, A::SilencePassed, S::Accepted},
    Transition{S::ToCorrect, A::LimitPassed, S::Returned},
    Transition{S::ReceivedDeferred, A::Accept, S::Accepted},
    Transition{S::ReceivedDeferred, A::AcceptDeferred, S::AcceptedDeferred},
    Transition{S::ReceivedDeferred, A::LimitPassed, S::Returned},
    Transition{S::ReceivedDeferred, A::TakeBack, S::Returned},
    Transition{S::AcceptedDeferred, A::Supplement, S::Accepted},
    Transition{S::AcceptedDeferred, A::Extend, S::AcceptedDeferred},
    Transition{S::AcceptedDeferred, A::NotifyOnce, S::AcceptedDeferred},
    Transition{S::AcceptedDeferred, A::Suspend, S::AcceptedDeferred},
    Transition{S::AcceptedDeferred, A::Resume, S::AcceptedDeferred},
    Transition{S::AcceptedDeferred, A::RepairCredit, S::AcceptedDeferred},
    Transition{S::AcceptedDeferred, A::StartReview, S::InReview},
    Transition{S::InReview, A::Supplement, S::InReview},
    Transition{S::InReview, A::Extend, S::InReview},
    Transition{S::InReview, A::NotifyOnce, S::InReview},
    Transition{S::InReview, A::Suspend, S::InReview},
    Transition{S::InReview, A::Resume, S::InReview},
    Transition{S::InReview, A::RepairCredit, S::InReview},
    Transition{S::Decided, A::Supplement, S::Decided},
    Transition{S::AcceptedDeferred, A::LimitPassed, S::Returned},
    Transition{S::AcceptedDeferred, A::Terminate, S::Terminated},
    Transition{S::Accepted, A::StartReview, S::InReview},
    Transition{S::Accepted, A::Void, S::Voided},
    Transition{S::AcceptedDeferred, A::Void, S::Voided},
    Transition{S::InReview, A::Decide, S::Decided},
    Transition{S::InReview, A::LimitPassed, S::Returned},
    Transition{S::InReview, A::Terminate, S::Terminated},
    Transition{S::InReview, A::Void, S::Voided},
    Transition{S::Decided, A::Deliver, S::Delivered},
    Transition{S::Decided, A::LimitPassed, S::Decided}, // the supplement is owed still, and the result kept
    Transition{S::Returned, A::RepairCredit, S::Returned},
    Transition{S::Terminated, A::RepairCredit, S::Terminated},
    Transition{S::Decided, A::RepairCredit, S::Decided},
    Transition{S::Withdrawn, A::RepairCredit, S::Withdrawn},
};

constexpr WireNames<CaseState, 14> Names{{
    {S::Draft, u"draft"},
    {S::Received, u"received"},
    {S::Accepted, u"accepted"},
    {S::AcceptedDeferred, u"accepted-deferred"},
    {S::ToCorrect, u"to-correct"},
    {S::ReceivedDeferred, u"received-deferred"},
    {S::Refused, u"refused"},
    {S::InReview, u"in-review"},
    {S::Decided, u"decided"},
    {S::Delivered, u"delivered"},
    {S::Returned, u"returned"},
    {S::Terminated, u"terminated"},
    {S::Withdrawn, u"withdrawn"},
    {S::Voided, u"voided"},
}};

constexpr WireNames<CaseAct, 21> ActNames{{
    {A::Receive, u"receive"},
    {A::Accept, u"accept"},
    {A::AcceptDeferred, u"accept-deferred"},
    {A::NotifyOnce, u"notify-once"},
    {A::ReceiveDeferred, u"receive-deferred"},
    {A::Refuse, u"refuse"},
    {A::Supplement, u"supplement"},
    {A::SilencePassed, u"silence-passed"},
    {A::LimitPassed, u"limit-passed"},
    {A::Terminate, u"terminate"},
    {A::StartReview, u"start-review"},
    {A::Decide, u"decide"},
    {A::Deliver, u"deliver"},
    {A::TakeBack, u"take-back"},
    {A::Withdraw, u"withdraw"},
    {A::Void, u"void"},
    {A::Extend, u"extend"},
    {A::Suspend, u"suspend"},
    {A::Resume, u"resume"},
    {A::RepairCredit, u"repair-credit"},
    {A::Correct, u"correct"},
}};

bool mayBeCorrected(CaseState state)
{
    return state == S::Decided || (isLive(state) && state != S::Draft);
}

} // namespace

bool isLive(CaseState state)
{
    switch (state) {
    case S::Draft:
    case S::Received:
    case S::Accepted:
    case S::AcceptedDeferred:
    case S::ToCorrect:
    case S::ReceivedDeferred:
    case S::InReview: return true;
    case S::Refused:
    case S::Decided:
    case S::Delivered:
    case S::Returned:
    case S::Terminated:
    case S::Withdrawn:
    case S::Voided: return false;
    }
    return false;
}

Result<CaseState> nextState(CaseState state, CaseAct act)
{
    if (act == A::Withdraw && isLive(state))
        return S::Withdrawn;
    if (act == A::Correct && mayBeCorrected(state))
        return state;
    for (const Transition& transition : Transitions) {
        if (transition.from == state && transition.act == act)
            return transition.to;
    }
    return fail(ErrorKind::InvalidInput, u"case.transition"_s, {toWire(state)});
}

QList<CaseAct> actsIn(CaseState state)
{
    QList<CaseAct> acts;
    for (const Transition& transition : Transitions) {
        if (transition.from == state)
            acts.append(transition.act);
    }
    if (isLive(state))
        acts.append(A::Withdraw);
    if (mayBeCorrected(state))
        acts.append(A::Correct);
    return acts;
}

QString toWire(CaseState state)
{
    return wireName(Names, state);
}

Result<CaseState> caseStateFromWire(const QString& wire)
{
    return fromWireName(Names, wire, u"case.state"_s);
}

QString toWire(CaseAct act)
{
    return wireName(ActNames, act);
}

Result<CaseAct> caseActFromWire(const QString& wire)
{
    return fromWireName(ActNames, wire, u"case.act"_s);
}

} // namespace core
