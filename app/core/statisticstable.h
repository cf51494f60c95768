// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/hallstatistics.h"

namespace core {

/// Statistics as a spreadsheet shows them: a head in Chinese, a line a row, and a last one with the sums. Times are minutes.
QList<QStringList> statisticsTable(const HallStatistics& statistics);

} // namespace core
