// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/stackmodel.h"

namespace desk {

namespace {

QString reasonWords(const core::StackPlace& place)
{
    using core::PlaceReason;
    switch (place.reason) {
    case PlaceReason::Title: return StackModel::tr("by its title");
    case PlaceReason::FollowsTitle: return StackModel::tr("follows a page with this title");
    case PlaceReason::Order: return StackModel::tr("as in the stack before");
    case PlaceReason::Separator: return StackModel::tr("by the separator sheet");
    case PlaceReason::Blank: return StackModel::tr("looks blank · Enter takes it out");
    case PlaceReason::SeparatorSheet:
    case PlaceReason::None: break;
    }
    return place.materialCode.isEmpty() ? StackModel::tr("not known where it belongs") : StackModel::tr("as it was before");
}

} // namespace

StackModel::StackModel(StackDesk& stack, IntakeDesk& intake) : m_stack(stack), m_intake(intake), m_rows(stack.waiting())
{
    connect(&stack, &StackDesk::changed, this, &StackModel::follow);
    connect(&intake, &IntakeDesk::changed, this, &StackModel::follow);
}

/// Rows go one by one, so that the eye stays where it is.
void StackModel::follow()
{
    const auto& now = m_stack.waiting();
    const auto waits = [&](const core::PageRef& page) {
        return std::any_of(now.begin(), now.end(), [&](const auto& waiting) { return waiting.page == page; });
    };
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        if (waits(m_rows[row].page))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    if (m_rows.size() != now.size()) {
        beginResetModel();
        m_rows = now;
        endResetModel();
    } else if (!m_rows.isEmpty()) {
        m_rows = now;
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
    }
}

int StackModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant StackModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const StackDesk::Waiting& row = m_rows[index.row()];
    const core::MaterialRequirement* material = m_intake.item() ? m_intake.item()->material(row.place.materialCode) : nullptr;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return material ? material->name : row.place.isDropped() ? tr("Blank page") : tr("Not assigned");
    case ShaRole: return row.page.sha256;
    case ThumbnailRole: return m_intake.thumbnail(row.page.sha256);
    case NumberRole: return row.number > 0 ? tr("Page %1").arg(row.number) : tr("Page");
    case MaterialRole: return row.place.materialCode;
    case ReasonRole: return reasonWords(row.place);
    default: return {};
    }
}

} // namespace desk
