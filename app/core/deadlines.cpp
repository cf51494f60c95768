// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/deadlines.h"

#include <algorithm>

namespace core {

int deferralDays(const ServiceItem& item)
{
    const DeferralRule& rule = item.deferral;
    if (rule.maxMaterials <= 0)
        return 0;
    return std::min({rule.limitDays, item.promisedDays - rule.shorterThanPromisedBy, rule.capDays});
}

Result<Deadlines> deadlinesFor(const ServiceItem& item, const QDate& day, bool deferred, const WorkCalendar& calendar)
{
    Deadlines deadlines;
    if (deferred) {
        deadlines.supplementDays = deferralDays(item);
        const Result<QDate> supplement = calendar.addWorkingDays(day, deadlines.supplementDays);
        if (!supplement)
            return tl::unexpected(supplement.error());
        deadlines.supplement = *supplement;
        if (item.clockStart == ClockStart::SupplementComplete)
            return deadlines;
    }
    const Result<QDate> statutory = calendar.addWorkingDays(day, item.statutoryDays);
    if (!statutory)
        return tl::unexpected(statutory.error());
    deadlines.statutory = *statutory;
    return calendar.addWorkingDays(day, item.promisedDays).map([&](const QDate& promised) {
        deadlines.promised = promised;
        return deadlines;
    });
}

} // namespace core
