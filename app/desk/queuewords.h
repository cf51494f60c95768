// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/queueorder.h"
#include "app/desk/advicetable.h"

namespace desk {

/// Why this ticket is next; `group` is the name of its priority group.
QString callWords(core::CallReason reason, const QString& group);

/// The causes that come from the queue, and from who is at which window.
const QHash<QString, Words>& queueAdvice();

/// Why a window pauses, as people say it.
QString pauseWords(const QString& reason);

} // namespace desk
