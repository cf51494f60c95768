// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backoffice/service.h"

#include <optional>

namespace backoffice {

// Who serves at which window, from which machine: a clerk at one window only, a window on one machine only. Sessions of those who
// serve nobody (kiosks, screens, departments, gateways) are not limited. All within a transaction of the hall; the caller is whoever
// enters.

/// How long an access token is good, and a session that is not refreshed for as long again is somebody's whose machine is off.
inline constexpr qint64 AccessMs = 30LL * 60 * 1000;
/// The answer to a refresh may be lost: for a minute the same token gives new ones once more.
inline constexpr qint64 RefreshGraceMs = 60LL * 1000;

/// Another session that is alive.
struct Presence
{
    QString window;
    qint64 sinceMs = 0;
    QString clerk; ///< by name; empty: the caller
};

/// The session from another machine that stands in the caller's way: of somebody else at this window, or their own. `device` is the
/// caller's machine; empty: not known, and another one than any.
std::optional<Presence> inTheWay(const Context& context, const QString& device);
/// Ends every session that would stand beside the caller's, dead ones as well. What was leased to a window that changes its machine is
/// anybody's again; a window that is left closes; whoever is signed in there hears of it.
void endOthers(const Context& context, const QString& device);

} // namespace backoffice
