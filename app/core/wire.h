// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/error.h"

#include <array>
#include <utility>

namespace core {

/// The names an enumeration has in JSON and SQL, in one table per enumeration.
template<class E, std::size_t N> using WireNames = std::array<std::pair<E, QStringView>, N>;

template<class E, std::size_t N> QString wireName(const WireNames<E, N>& names, E value)
{
    for (const auto& [candidate, name] : names) {
        if (candidate == value)
            return name.toString();
    }
    return {};
}

template<class E, std::size_t N> Result<E> fromWireName(const WireNames<E, N>& names, const QString& wire, const QString& code)
{
    for (const auto& [value, name] : names) {
        if (name == wire)
            return value;
    }
    return fail(ErrorKind::BadAnswer, code, {wire.left(40)});
}

} // namespace core
