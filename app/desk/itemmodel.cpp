// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/itemmodel.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {
constexpr qsizetype MostResults = 50;
}

ItemModel::ItemModel(WorkDay& day) : m_day(day)
{
    connect(&day, &WorkDay::referenceChanged, this, &ItemModel::search);
    search();
}

void ItemModel::setQuery(const QString& query)
{
    m_query = query;
    search();
}

void ItemModel::search()
{
    beginResetModel();
    m_index = m_day.index();
    m_found = m_index ? m_index->find(m_query, MostResults) : QList<const core::ServiceItem*>{};
    endResetModel();
}

int ItemModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_found.size());
}

QVariant ItemModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const core::ServiceItem& item = *m_found[index.row()];
    switch (role) {
    case Qt::DisplayRole: return QString(item.name + u"　·　"_s + item.department); // names repeat across departments
    case CodeRole: return item.code;
    case DepartmentRole: return item.department;
    default: return {};
    }
}

} // namespace desk
