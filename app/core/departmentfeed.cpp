// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/departmentfeed.h"

#include "app/core/transfer.h"
#include "app/core/wire.h"

namespace core {

namespace {

using F = FeedKind;

constexpr WireNames<FeedKind, 18> FeedNames{{
    {F::Accepted, u"accepted"},
    {F::AcceptedDeferred, u"accepted-deferred"},
    {F::SilenceAccepted, u"silence-accepted"},
    {F::ReviewStarted, u"review-started"},
    {F::Decided, u"decided"},
    {F::Delivered, u"delivered"},
    {F::Supplemented, u"supplemented"},
    {F::Extended, u"extended"},
    {F::Notified, u"notified"},
    {F::Suspended, u"suspended"},
    {F::Resumed, u"resumed"},
    {F::CreditRepaired, u"credit-repaired"},
    {F::Withdrawn, u"withdrawn"},
    {F::Voided, u"voided"},
    {F::Returned, u"returned"},
    {F::Terminated, u"terminated"},
    {F::Corrected, u"corrected"},
    {F::Recalled, u"recalled"},
}};

bool cameToDepartment(const CaseRecord& record)
{
    return travels(record.state) || record.acceptedAt.isValid();
}

std::optional<FeedKind> arrival(CaseState state, const std::optional<CaseAct>& act)
{
    switch (state) {
    case CaseState::Accepted: return act == CaseAct::SilencePassed ? F::SilenceAccepted : F::Accepted;
    case CaseState::AcceptedDeferred: return F::AcceptedDeferred;
    case CaseState::InReview: return F::ReviewStarted;
    case CaseState::Decided: return F::Decided;
    case CaseState::Delivered: return F::Delivered;
    default: return std::nullopt; // it had ended before it was sent
    }
}

FeedKind change(CaseAct act)
{
    switch (act) {
    case CaseAct::Accept: return F::Accepted;
    case CaseAct::AcceptDeferred: return F::AcceptedDeferred;
    case CaseAct::SilencePassed: return F::SilenceAccepted;
    case CaseAct::StartReview: return F::ReviewStarted;
    case CaseAct::Decide: return F::Decided;
    case CaseAct::Deliver: return F::Delivered;
    case CaseAct::Supplement: return F::Supplemented;
    case CaseAct::Extend: return F::Extended;
    case CaseAct::NotifyOnce: return F::Notified;
    case CaseAct::Suspend: return F::Suspended;
    case CaseAct::Resume: return F::Resumed;
    case CaseAct::RepairCredit: return F::CreditRepaired;
    case CaseAct::Withdraw: return F::Withdrawn;
    case CaseAct::Void: return F::Voided;
    case CaseAct::LimitPassed:
    case CaseAct::TakeBack: return F::Returned;
    case CaseAct::Terminate: return F::Terminated;
    case CaseAct::Correct: return F::Corrected;
    case CaseAct::Receive:
    case CaseAct::ReceiveDeferred:
    case CaseAct::Refuse: break;
    }
    return F::Recalled;
}

} // namespace

std::optional<FeedKind> feedKindOf(const std::optional<CaseRecord>& before, const CaseRecord& after, const std::optional<CaseAct>& act)
{
    const bool wasThere = before && cameToDepartment(*before);
    if (!cameToDepartment(after))
        return wasThere ? std::optional(F::Recalled) : std::nullopt;
    if (!wasThere)
        return arrival(after.state, act);
    if (act == CaseAct::LimitPassed && after.state == CaseState::Decided)
        return std::nullopt; // what is owed is the window's to collect
    return act ? change(*act) : F::Corrected;
}

QString toWire(FeedKind kind)
{
    return wireName(FeedNames, kind);
}

} // namespace core
