// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/caserecord.h"
#include "app/store/store.h"

namespace bench {

/// One line a measure: name value unit reference ratio.
void print(const QString& name, double value, const QString& unit, double reference);
double percentile(QList<double> values, double share);

/// The training hall's catalogue with its items again and again under other names.
QByteArray largeCatalogueJson(int items);
/// A case with three materials of one page each.
core::CaseRecord sampleCase(int number);
/// So many cases that were taken in and sent long ago. False where the store does not take them.
bool fillStore(store::Store& store, int cases);

} // namespace bench
