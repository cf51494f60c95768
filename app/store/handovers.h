// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/clock.h"
#include "app/core/handover.h"
#include "app/store/outbox.h"

namespace store {

/// To whom and why.
struct HandoverWords
{
    QString window; ///< its code
    QString reason;
    QString clerk; ///< who does it
};

/// A draft leaves for another window: its pages first, then itself. It is no draft of this machine any more. Fails
/// with `handover.waiting`, and leaves the draft, while an earlier hand-over of the same case has not been sent.
core::Result<void> commitHandover(Session& session, const core::IntakeDraft& draft, const HandoverWords& words, const core::Moment& now);
/// The visit that is on its way to another window with this page, if any.
core::Result<std::optional<OutboxEntry>> handoverWith(Session& session, const QString& caseId, const QString& sha256);
/// It was not taken there: it is a draft of this machine again, and nothing of it waits to be sent.
core::Result<void> takeHandoverBack(Session& session, const OutboxEntry& entry, qint64 nowMs);

/// A visit that another window handed over, as a draft of this machine, which holds the case that it goes on with, if any. One that is a
/// draft here already is joined with it: what was typed since is newer.
struct HandedOver
{
    core::IntakeDraft draft;
    std::optional<core::IntakeDraft> before = {}; ///< as it lay here already
};
core::Result<HandedOver> keepHandedOver(Session& session, const core::IntakeDraft& draft, qint64 nowMs);

} // namespace store
