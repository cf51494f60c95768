// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDateTime>
#include <QString>

namespace core {

// Dates and numbers as Chinese papers and screens write them.

QString chineseDate(const QDate& date);          ///< 2026年12月3日
QString chineseDayAndWeekday(const QDate& date); ///< 12月3日 星期四
QString chineseTime(const QDateTime& time);      ///< 2026年12月3日 10:42
QString plainNumber(const QString& code);        ///< "03" is window 3

} // namespace core
