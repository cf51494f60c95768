// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/departmentfeed.h"

#include "app/core/transfer.h"
#include "app/core/wire.h"

namespace core {

namespace {

using K = FeedKind;

constexpr WireNames<FeedKind, 18> Names{{
    {K::Accepted, u"accepted"},
    {K::AcceptedDeferred, u"accepted-deferred"},
    {K::SilenceAccepted, u"silence-accepted"},
    {K::ReviewStarted, u"review-started"},
    {K::Decided, u"decided"},
    {K::Delivered, u"delivered"},
    {K::Supplemented, u"supplemented"},
    {K::Extended, u"extended"},
    {K::Notified, u"notified"},
    {K::Suspended, u"suspended"},
    {K::Resumed, u"resumed"},
    {K::CreditRepaired, u"credit-repaired"},
    {K::Withdrawn, u"withdrawn"},
    {K::Voided, u"voided"},
    {K::Returned, u"returned"},
    {K::Terminated, u"terminated"},
    {K::Corrected, u"corrected"},
    {K::Recalled, u"recalled"},
}};

bool cameToDepartment(const CaseRecord& record)
{
    return travels(record.state) || record.acceptedAt.isValid();
}

std::optional<FeedKind> arrival(CaseState state, const std::optional<CaseAct>& act)
{
    switch (state) {
    case CaseState::Accepted: return act == CaseAct::SilencePassed ? K::SilenceAccepted : K::Accepted;
    case CaseState::AcceptedDeferred: return K::AcceptedDeferred;
    case CaseState::InReview: return K::ReviewStarted;
    case CaseState::Decided: return K::Decided;
    case CaseState::Delivered: return K::Delivered;
    default: return std::nullopt; // it had ended before it was sent
    }
}

FeedKind change(CaseAct act)
{
    switch (act) {
    case CaseAct::Accept: return K::Accepted;
    case CaseAct::AcceptDeferred: return K::AcceptedDeferred;
    case CaseAct::SilencePassed: return K::SilenceAccepted;
    case CaseAct::StartReview: return K::ReviewStarted;
    case CaseAct::Decide: return K::Decided;
    case CaseAct::Deliver: return K::Delivered;
    case CaseAct::Supplement: return K::Supplemented;
    case CaseAct::Extend: return K::Extended;
    case CaseAct::NotifyOnce: return K::Notified;
    case CaseAct::Suspend: return K::Suspended;
    case CaseAct::Resume: return K::Resumed;
    case CaseAct::RepairCredit: return K::CreditRepaired;
    case CaseAct::Withdraw: return K::Withdrawn;
    case CaseAct::Void: return K::Voided;
    case CaseAct::LimitPassed:
    case CaseAct::TakeBack: return K::Returned;
    case CaseAct::Terminate: return K::Terminated;
    case CaseAct::Correct: return K::Corrected;
    case CaseAct::Receive:
    case CaseAct::ReceiveDeferred:
    case CaseAct::Refuse: break;
    }
    return K::Recalled;
}

} // namespace

std::optional<FeedKind> feedKindOf(const std::optional<CaseRecord>& before, const CaseRecord& after, const std::optional<CaseAct>& act)
{
    const bool wasThere = before && cameToDepartment(*before);
    if (!cameToDepartment(after))
        return wasThere ? std::optional(K::Recalled) : std::nullopt;
    if (!wasThere)
        return arrival(after.state, act);
    if (act == CaseAct::LimitPassed && after.state == CaseState::Decided)
        return std::nullopt; // what is owed is the window's to collect
    return act ? change(*act) : K::Corrected;
}

QString toWire(FeedKind kind)
{
    return wireName(Names, kind);
}

} // namespace core
