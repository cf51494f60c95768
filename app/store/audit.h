// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/clock.h"
#include "app/store/session.h"

namespace store {

/// Who did what to which case or ticket. Facts hold codes and numbers, never personal data.
struct AuditEntry
{
    core::Moment at;
    QString actor; ///< clerk number
    QString act;
    QString subject;
    QString facts;
};

/// Appends to the hash chain: each entry's SHA-256 covers the one before it.
core::Result<void> addAudit(Session& session, const AuditEntry& entry);
/// The sequence number of the first entry that does not fit the chain, or 0.
core::Result<qint64> firstBrokenAudit(Session& session);

} // namespace store
