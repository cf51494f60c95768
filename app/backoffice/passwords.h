// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace backoffice {

/// Argon2id with its parameters and salt in the result (libsodium's string form).
QString passwordHash(const QString& password);
bool passwordMatches(const QString& hash, const QString& password);

} // namespace backoffice
