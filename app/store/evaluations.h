// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/clock.h"
#include "app/core/evaluation.h"
#include "app/store/session.h"

namespace store {

/// Queues what an applicant said of a visit; it leaves behind what it is about, and is not kept here.
core::Result<void> commitEvaluation(Session& session, const core::GivenEvaluation& given, const QString& clerk, const core::Moment& now);

} // namespace store
