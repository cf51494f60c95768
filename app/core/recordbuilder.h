// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/clock.h"
#include "app/core/intakedraft.h"
#include "app/core/serviceitem.h"

namespace core {

/// Where and by whom a case is taken in.
struct CaseSetting
{
    NamedCode hall;
    NamedCode window;
    NamedCode clerk;
    QString queryCode;
};

/// The record an intake becomes by an act (Accept, AcceptDeferred, Receive, NotifyOnce, ReceiveDeferred or Refuse), with the papers
/// that go with it. The number is given when it is written; until when a waiting state lasts, see `waitsUntil`.
Result<CaseRecord> buildRecord(const IntakeDraft& draft, const ServiceItem& item, const Verdict& verdict, CaseAct act, const Moment& now,
                               const CaseSetting& setting);
/// Code under which a one-time notice asks for the agent's authorisation (授权委托书), which no item lists.
inline const QString Authorisation = QStringLiteral("authorisation");

/// Who checked a scan against its original, if the clerk said so.
std::optional<Verification> verificationOf(const DraftMaterial& given);
/// An agent is there whose authorisation nobody has seen.
bool lacksAuthorisation(const IntakeDraft& draft);
/// The authorisation as a notice asks for it.
MaterialRecord missingAuthorisation();
/// The refusal as it was typed, given now.
Refusal refusalOn(const IntakeDraft& draft, const QDateTime& now);
/// The papers that go with a state, without numbers.
QList<PaperRecord> papersFor(CaseState state);

} // namespace core
