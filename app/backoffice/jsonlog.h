// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backoffice/metrics.h"

namespace backoffice {

/// From now on every message of the process is one line of JSON on stderr: at (UTC), level, text.
void logAsJson();
/// One line for a request: method, resource, status, milliseconds. Nobody's name, number or address.
void logRequest(const RequestSeen& seen);

} // namespace backoffice
