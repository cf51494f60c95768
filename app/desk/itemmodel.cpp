// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/itemmodel.h"

#include "app/core/guidecode.h"

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
    const auto code = m_index ? core::guideTarget(m_index->catalogue(), m_query) : std::nullopt;
    m_scenario = code ? code->scenario : nullptr;
    m_bundles = m_index && !code ? m_index->findBundles(m_query) : QList<const core::Bundle*>{};
    m_found = code ? QList{code->item} : m_index ? m_index->find(m_query, MostResults) : QList<const core::ServiceItem*>{};
    endResetModel();
}

int ItemModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_bundles.size() + m_found.size());
}

QVariant ItemModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.row() < m_bundles.size()) {
        const core::Bundle& bundle = *m_bundles[index.row()];
        switch (role) {
        case Qt::DisplayRole: return tr("%1　·　%n item(s)", nullptr, int(bundle.steps.size())).arg(bundle.name);
        case CodeRole: return bundle.code;
        case BundleRole: return true;
        default: return {};
        }
    }
    const core::ServiceItem& item = *m_found[index.row() - m_bundles.size()];
    switch (role) {
    case Qt::DisplayRole: // names repeat across departments
        return QString(item.name + u"　·　"_s + (m_scenario ? m_scenario->name : item.department));
    case CodeRole: return item.code;
    case DepartmentRole: return item.department;
    case ScenarioRole: return m_scenario ? m_scenario->code : QString();
    default: return {};
    }
}

} // namespace desk
