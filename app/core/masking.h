// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace core {

// Personal data as it may be shown beside the counter. Lengths are counted in code points, not UTF-16 units.

/// 张三丰 → 张*丰, 张三 → 张*.
QString maskedName(const QString& name);
/// 110105********002X for numbers of 18 characters, the first and last two characters of any other.
QString maskedNumber(const QString& number);
/// 91131000*********3.
QString maskedCreditCode(const QString& code);
/// 138****2046.
QString maskedPhone(const QString& phone);

} // namespace core
