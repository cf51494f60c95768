// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backoffice/service.h"

#include <optional>

namespace backoffice {

// Who did what when. Each entry is sealed to the one before it by SHA-256, within a minute of what it tells: who changes or removes one
// later breaks the chain behind it. Who writes the whole chain anew is found out by a link and hash that were kept elsewhere.

/// A place in the chain, and the seal there.
struct AuditSeal
{
    qint64 link = 0; ///< from 1; 0: nothing is sealed yet
    QString hash;    ///< hexadecimal
};

/// Seals what is not sealed yet, of all halls, a few thousand at most; how many that were.
int sealAudit(const Context& context);
AuditSeal lastSeal(const Database& database);
/// The first link that does not fit; nothing when all do. With `kept`, also whether the chain still leads through it.
std::optional<qint64> firstBrokenLink(const Database& database, const AuditSeal& kept = {});

} // namespace backoffice
