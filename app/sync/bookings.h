// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/booking.h"
#include "app/core/certificate.h"
#include "app/core/missedticket.h"
#include "app/sync/apiclient.h"

namespace syncing {

/// What a desk has to know of somebody who stands there, of today in this hall.
struct HolderToday
{
    QList<core::Booking> bookings; ///< by their slots
    QList<core::MissedTicket> missed;
};

/// Fails as ApiClient says, or with `server.nonsense`. UI thread.
QFuture<core::Result<HolderToday>> findHolderToday(ApiClient& api, const core::Certificate& holder);

} // namespace syncing
