// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/serviceitem.h"
#include "app/core/workcalendar.h"

#include <optional>

namespace core {

/// The dates an acceptance sets. A legal limit is absent where the clock starts only with the supplement.
struct Deadlines
{
    std::optional<QDate> statutory;
    std::optional<QDate> promised;
    std::optional<QDate> supplement; ///< until when deferred materials must arrive
    int supplementDays = 0;          ///< the same in working days

    friend bool operator==(const Deadlines&, const Deadlines&) = default;
};

/// min(item limit, promised limit - k, cap) in working days; 0 or less means that no deferral is possible.
int deferralDays(const ServiceItem& item);

/// The dates that follow from acceptance on `day` (day zero). Fails with `calendar.not-covered`.
Result<Deadlines> deadlinesFor(const ServiceItem& item, const QDate& day, bool deferred, const WorkCalendar& calendar);

} // namespace core
