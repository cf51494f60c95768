// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/casedue.h"
#include "app/desk/workday.h"
#include "app/store/cases.h"

#include <QAbstractTableModel>

namespace desk {

/// Cases in a list: what is due when, whose, and where it stands.
class CaseListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Due, Number, Item, Applicant, State, ColumnCount };
    enum Role { CaseIdRole = Qt::UserRole, UrgencyRole };

    explicit CaseListModel(WorkDay& day) : m_day(day) {}

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] std::optional<core::CaseRecord> recordAt(int row) const;
    /// How many are due today or overdue.
    [[nodiscard]] int pressing() const;

    void show(const QList<core::CaseRecord>& records);

private:
    [[nodiscard]] QDate soon() const;

    WorkDay& m_day;
    QList<core::CaseRecord> m_records;
};

/// "today", "in 3 days", "2 days late". `soon`: core::soonUntil.
QString dueWords(const std::optional<QDate>& due, const QDate& today, const QDate& soon);

} // namespace desk
