// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/supervise/figurestable.h"

#include <QFont>

namespace widgets {

void FiguresTable::show(const QStringList& head, const QList<QStringList>& rows)
{
    if (head != m_head) {
        beginResetModel();
        m_head = head;
        m_rows = rows;
        return endResetModel();
    }
    if (rows == m_rows)
        return;
    const int before = rowCount(); // whoever stands on a row stays there
    if (rows.size() > before) {
        beginInsertRows({}, before, int(rows.size()) - 1);
        m_rows = rows;
        endInsertRows();
    } else if (rows.size() < before) {
        beginRemoveRows({}, int(rows.size()), before - 1);
        m_rows = rows;
        endRemoveRows();
    }
    m_rows = rows;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int FiguresTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int FiguresTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_head.size());
}

QVariant FiguresTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole)
        return m_rows[index.row()].value(index.column());
    if (role == Qt::TextAlignmentRole)
        return int((index.column() == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::FontRole && index.row() == 0 && m_kind == Kind::Sums) {
        QFont font;
        font.setBold(true);
        return font;
    }
    return {};
}

QVariant FiguresTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? m_head.value(section) : QVariant();
}

} // namespace widgets
