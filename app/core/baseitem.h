// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/caserecord.h"
#include "app/core/serviceitem.h"

namespace core {

// A case keeps what it was taken in with, whatever becomes of its item in the catalogue.

/// An item as far as a case knows it, for one that the catalogue has no more. Its limits are what the case was promised.
ServiceItem itemAsTakenIn(const CaseRecord& record);

QStringList codesOf(const QList<MaterialRecord>& materials);
/// Those of `codes` that the case was asked for, in its order: as the catalogue has them, else as the case knows them.
QList<MaterialRequirement> askedOf(const CaseRecord& record, const QStringList& codes, const ServiceItem& item);

} // namespace core
