// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/clock.h"
#include "app/core/enquiry.h"
#include "app/store/session.h"

namespace store {

/// Keeps an enquiry and queues it for the back office; a second time nothing changes.
core::Result<void> commitEnquiry(Session& session, const core::Enquiry& enquiry, const QString& clerk, const core::Moment& now);

} // namespace store
