// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QJsonValue>

namespace core {

/// RFC 8785 (JSON Canonicalization Scheme): the one byte sequence that hashes and signatures are made over.
QByteArray canonicalJson(const QJsonValue& value);
/// Lower-case hex SHA-256 of the canonical form.
QString contentHash(const QJsonValue& value);

} // namespace core
