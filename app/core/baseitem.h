// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/caserecord.h"
#include "app/core/serviceitem.h"

namespace core {

// A case keeps what it was taken in with, whatever becomes of its item in the catalogue.

/// The item of a case: as the catalogue has it now (`known`), with the materials that the case was asked for then. What the catalogue has
/// no more is as the case knows it, its limits as the case was promised them.
ServiceItem itemOfCase(const CaseRecord& record, const ServiceItem* known);

} // namespace core
