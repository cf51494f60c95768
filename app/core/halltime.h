// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDateTime>

namespace core {

/// Days, deadlines and printed times are China Standard Time (UTC+8, no summer time since 1991), whatever zone a
/// machine is set to.
[[nodiscard]] inline QDateTime hallTime(const QDateTime& time)
{
    constexpr int OffsetSeconds = 8 * 3600;
    return time.toOffsetFromUtc(OffsetSeconds);
}

[[nodiscard]] inline QDateTime hallTime(qint64 msSinceEpoch)
{
    return hallTime(QDateTime::fromMSecsSinceEpoch(msSinceEpoch, Qt::UTC));
}

/// The first moment of a day in the hall.
[[nodiscard]] inline QDateTime hallMidnight(const QDate& day)
{
    return hallTime(0).addDays(QDate(1970, 1, 1).daysTo(day)).addSecs(-8LL * 3600);
}

} // namespace core
