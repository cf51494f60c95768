// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backoffice/service.h"
#include "app/core/caseact.h"

namespace backoffice {

// Who is to be told of cases: the department by its feed, the applicant by reminders.

/// Writes what a change is to be told, and takes back reminders that no longer hold. Inside the change's own transaction, so that
/// nothing is told that did not happen and nothing that happened is left out. `act`: null where a window sent the case whole.
void tell(const Context& context, const std::optional<core::CaseRecord>& before, const core::CaseRecord& after, const core::ActRecord* act);

/// Reminds once of every deadline that is near, each in a transaction of its own. Without a calendar it waits for one.
void remindOfDeadlines(const Context& context);

} // namespace backoffice
