// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/caselistmodel.h"

#include "app/core/masking.h"
#include "app/core/wording.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

QString dueWords(const std::optional<QDate>& due, const QDate& today, const QDate& soon)
{
    if (!due)
        return {};
    const int days = int(today.daysTo(*due));
    const auto words = [](const char* text, int n) { return QCoreApplication::translate("desk", text, nullptr, n); };
    switch (core::urgencyOf(due, today, soon)) {
    case core::Urgency::Overdue: return words(QT_TRANSLATE_N_NOOP("desk", "%n day(s) late"), -days);
    case core::Urgency::Today: return words(QT_TRANSLATE_NOOP("desk", "due today"), -1);
    case core::Urgency::Soon: return words(QT_TRANSLATE_N_NOOP("desk", "in %n day(s)"), days);
    case core::Urgency::Later: return core::chineseDayAndWeekday(*due);
    }
    return {};
}

int CaseListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_records.size());
}

int CaseListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CaseListModel::data(const QModelIndex& index, int role) const
{
    const auto record = recordAt(index.row());
    if (!record)
        return {};
    const auto due = core::dueOf(*record);
    switch (role) {
    case CaseIdRole: return record->id;
    case UrgencyRole: return int(core::urgencyOf(due, m_day.today(), soon()));
    case Qt::DisplayRole: break;
    default: return {};
    }
    switch (index.column()) {
    case Due: return dueWords(due, m_day.today(), soon());
    case Number: return record->number;
    case Item: return record->item.name;
    case Applicant: return core::maskedName(record->applicant.name);
    case State: return stateWords(record->state);
    default: return {};
    }
}

QVariant CaseListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Due: return tr("Due");
    case Number: return tr("Number");
    case Item: return tr("Item");
    case Applicant: return tr("Applicant");
    case State: return tr("State");
    default: return {};
    }
}

QDate CaseListModel::soon() const
{
    return core::soonUntil(m_day.today(), m_day.calendar());
}

std::optional<core::CaseRecord> CaseListModel::recordAt(int row) const
{
    return row >= 0 && row < m_records.size() ? std::optional(m_records[row]) : std::nullopt;
}

int CaseListModel::pressing() const
{
    return int(std::count_if(m_records.begin(), m_records.end(), [this](const auto& record) {
        return core::urgencyOf(core::dueOf(record), m_day.today(), {}) >= core::Urgency::Today;
    }));
}

void CaseListModel::show(const QList<core::CaseRecord>& records)
{
    beginResetModel();
    m_records = records;
    endResetModel();
}

} // namespace desk
