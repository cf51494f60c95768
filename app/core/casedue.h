// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/caserecord.h"

namespace core {

/// The day by which something has to happen with a case: before its state ends by itself, its supplement, otherwise the decision
/// that was promised. Nothing where nothing is due.
std::optional<QDate> dueOf(const CaseRecord& record);

enum class Urgency { Later, Soon, Today, Overdue };
/// Soon: within three days.
Urgency urgencyOf(const std::optional<QDate>& due, const QDate& today);

/// What is due first stands first; what is not due at all, last.
bool dueEarlier(const CaseRecord& a, const CaseRecord& b);

} // namespace core
