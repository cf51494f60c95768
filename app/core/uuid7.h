// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QUuid>

namespace core {

/// A version 7 UUID (RFC 9562): 48 bits of Unix milliseconds, then 74 random bits from `random`.
QUuid uuid7(qint64 unixMilliseconds, const std::array<quint64, 2>& random);
/// The same, from the machine's time and the system's random source. Thread-safe.
QUuid newId();
/// The lower-case form without braces that the contract uses.
QString idText(const QUuid& id);
/// The same form of an id as somebody typed or scanned it, in either case, with or without braces; empty: it is none.
QString idIn(const QString& text);

} // namespace core
