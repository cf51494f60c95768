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

/// The record an intake becomes by an act (Accept, AcceptDeferred or NotifyOnce), with the papers that go with it. The
/// number is given when it is written.
Result<CaseRecord> buildRecord(const IntakeDraft& draft, const ServiceItem& item, const Verdict& verdict, CaseAct act, const Moment& now,
                               const CaseSetting& setting);
/// The papers that go with a state, without numbers.
QList<PaperRecord> papersFor(CaseState state);

} // namespace core
