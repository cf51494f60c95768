// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/error.h"
#include "app/core/textplace.h"

#include <QStringList>

namespace core {

struct CsvRow
{
    int line = 0; ///< of the file, where the row begins
    QStringList cells;
};

/// RFC 4180 in UTF-8, with or without byte-order mark, lines ending either way. Rows without any text are left out. Fails
/// with `table.encoding` or `table.quote` (a quotation that never ends) and the line, as text.
Result<QList<CsvRow>> csvRows(const QByteArray& file);
/// The same the other way, with a byte-order mark, by which Excel knows Chinese. What a spreadsheet would take for a formula becomes text.
QByteArray csvFile(const QList<QStringList>& rows);

} // namespace core
