// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/booking.h"
#include "app/core/certificate.h"
#include "app/sync/apiclient.h"

namespace syncing {

/// What a holder has booked for today in this hall, by its slots. Fails as ApiClient says, or with `server.nonsense`. UI thread.
QFuture<core::Result<QList<core::Booking>>> findBookings(ApiClient& api, const core::Certificate& holder);

} // namespace syncing
