// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

class QAbstractItemModel;
class QString;
class QTableView;
class QWidget;

namespace widgets {

/// A table that is a list: whole rows, one at a time, nothing to edit. `stretched` is the column that takes what is left.
QTableView* newListTable(QAbstractItemModel& model, int stretched, const QString& accessibleName, QWidget* parent);

} // namespace widgets
