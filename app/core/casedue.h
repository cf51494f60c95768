// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/caserecord.h"
#include "app/core/workcalendar.h"

namespace core {

/// The day by which something has to happen with a case: before its state ends by itself, its supplement, otherwise the decision
/// that was promised. Nothing where nothing is due.
std::optional<QDate> dueOf(const CaseRecord& record);

/// The last day that is less than `days` working days and one away: what stands behind a holiday is soon before it begins. Where no
/// calendar reaches, so many days.
QDate soonUntil(const QDate& today, const WorkCalendar& calendar, int days);
/// What a list calls soon.
QDate soonUntil(const QDate& today, const WorkCalendar& calendar);

enum class Urgency { Later, Soon, Today, Overdue };
/// `soon`: the last day that counts as soon.
Urgency urgencyOf(const std::optional<QDate>& due, const QDate& today, const QDate& soon);

/// What is due first stands first; what is not due at all, last.
bool dueEarlier(const CaseRecord& a, const CaseRecord& b);

} // namespace core
