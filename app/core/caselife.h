// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/error.h"

#include <QList>

namespace core {

/// Where a case stands (办件状态).
enum class CaseState {
    Draft,
    Received,
    Accepted,
    AcceptedDeferred,
    ToCorrect,
    ReceivedDeferred,
    Refused,
    InReview,
    Decided,
    Delivered,
    Returned,
    Terminated,
    Withdrawn,
    Voided,
};

/// What moves a case on.
enum class CaseAct {
    Receive,
    Accept,
    AcceptDeferred,
    NotifyOnce,
    ReceiveDeferred,
    Refuse,
    Supplement,
    SilencePassed,
    LimitPassed,
    Terminate,
    StartReview,
    Decide,
    Deliver,
    TakeBack,
    Withdraw,
    Void,
    Extend,  ///< the supplement's deadline, once
    Suspend, ///< the clock stops: for an excluded procedure, or because a supplement is overdue
    Resume,
    RepairCredit, ///< a broken commitment is made good
    Correct,      ///< what was written wrong is put right; where the case stands does not change
};

/// The state after an act, or `case.transition` when the act is not possible there.
Result<CaseState> nextState(CaseState state, CaseAct act);
/// The acts possible in a state.
QList<CaseAct> actsIn(CaseState state);
/// True until a case has ended: it can still be withdrawn.
bool isLive(CaseState state);

QString toWire(CaseState state);
Result<CaseState> caseStateFromWire(const QString& wire);
QString toWire(CaseAct act);
Result<CaseAct> caseActFromWire(const QString& wire);

} // namespace core
