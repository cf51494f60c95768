// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backoffice/service.h"
#include "app/core/pauserequest.h"

namespace backoffice {

/// Those of today that wait for an answer, the oldest first.
QList<core::PauseRequest> pausesAsked(const Context& context);
/// The window did what it does now: what it had asked for is taken, or asked no more.
void settlePauses(const Context& context, const QString& window, const QString& state, const QString& reason);

} // namespace backoffice
