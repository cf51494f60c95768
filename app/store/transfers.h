// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/clock.h"
#include "app/core/transfer.h"
#include "app/store/session.h"

namespace store {

/// Notes that a case brought originals that will go to its department. Within the transaction that writes the case.
core::Result<void> noteOriginals(Session& session, const QString& caseId);
/// What waits here for each department, as lists without number, time and clerk.
core::Result<QList<core::Transfer>> waitingTransfers(Session& session);
/// The originals leave: they do not wait here any more, and the back office is told. A second time nothing changes.
core::Result<void> commitTransfer(Session& session, const core::Transfer& transfer, const core::Moment& now);
/// Lists made since, the newest first.
core::Result<QList<core::Transfer>> transfersSince(Session& session, qint64 fromMs);

/// A shift as this machine knows it, for the reconciliation at its end.
struct ShiftFigures
{
    QMap<core::CaseState, int> cases; ///< taken in since, by the state they are in now
    QStringList unprinted;            ///< numbers of cases whose papers never left a printer
    QStringList unsent;               ///< numbers of cases that the back office does not have in full
    int papers = 0;                   ///< printed, copies counted once
    int reprints = 0;
    int drafts = 0;
    int outbox = 0;
    int enquiries = 0; ///< answered since
    int guides = 0;    ///< of them with a checklist
    int conflicts = 0; ///< or refused: somebody has to look
};
core::Result<ShiftFigures> shiftFigures(Session& session, qint64 fromMs);

} // namespace store
