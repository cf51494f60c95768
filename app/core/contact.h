// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/error.h"

namespace core {

/// A mobile number (11 digits from 1) or a landline (7 digits and more, hyphens allowed); fails with `contact.phone`.
Result<QString> checkedPhone(const QString& text);

} // namespace core
