// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QString>

namespace core {

/// Where in a file something stands: both from 1; the column in characters, in a table in cells.
struct TextPlace
{
    int line = 0;
    int column = 0;

    friend bool operator==(const TextPlace&, const TextPlace&) = default;
};

/// The place of a byte.
TextPlace placeAt(const QByteArray& utf8, qsizetype offset);

/// Where the values that these JSON pointers (RFC 6901) name begin, in a text that is valid JSON. What is not there has the
/// place of the nearest thing that should hold it.
QHash<QString, TextPlace> placesIn(const QByteArray& json, const QSet<QString>& pointers);

} // namespace core
