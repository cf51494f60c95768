// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QAbstractTableModel>

namespace widgets {

/// Cells as they are shown; with sums the first row is that of the others, and is seen without scrolling.
class FiguresTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Kind { Sums, Rows };

    explicit FiguresTable(QObject* parent, Kind kind = Kind::Sums) : QAbstractTableModel(parent), m_kind(kind) {}

    void show(const QStringList& head, const QList<QStringList>& rows);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    Kind m_kind;
    QStringList m_head;
    QList<QStringList> m_rows;
};

} // namespace widgets
