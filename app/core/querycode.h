// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace core {

/// What an applicant types or scans to see how the case stands: ten characters without look-alikes, unguessable.
QString newQueryCode();

} // namespace core
