// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/workday.h"

#include <QAbstractListModel>

namespace desk {

/// Items that match what is typed, best first.
class ItemModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        CodeRole = Qt::UserRole,
        DepartmentRole,
        BundleRole,
        ScenarioRole
    }; ///< BundleRole: the code is a bundle's. ScenarioRole: a checklist's

    explicit ItemModel(WorkDay& day);

    void setQuery(const QString& query);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    void search();

    WorkDay& m_day;
    QString m_query;
    std::shared_ptr<const core::ItemIndex> m_index; ///< keeps what the pointers point to
    QList<const core::Bundle*> m_bundles;           ///< they come first
    QList<const core::ServiceItem*> m_found;
    const core::Scenario* m_scenario = nullptr; ///< of the only one found, by the code on a checklist
};

} // namespace desk
