// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/intakedesk.h"

namespace desk {

/// What is missing or wrong about the people of an intake.
QList<FieldFault> faultsOf(const core::IntakeDraft& draft, const QDate& today);
/// The field in which two states of a party differ; empty when it is more than one.
QString changedField(const core::Party& a, const core::Party& b);

} // namespace desk
