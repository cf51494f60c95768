// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/checklistmodel.h"

#include "app/core/wording.h"

#include <algorithm>

namespace desk {

namespace {

bool sameCodes(const QList<core::MaterialRequirement>& a, const QList<core::MaterialRequirement>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) { return x.code == y.code; });
}

} // namespace

QString formWords(core::MaterialForm form)
{
    switch (form) {
    case core::MaterialForm::Original: return ChecklistModel::tr("original");
    case core::MaterialForm::Copy: return ChecklistModel::tr("copy");
    case core::MaterialForm::Electronic: return ChecklistModel::tr("electronic");
    }
    return {};
}

ChecklistModel::ChecklistModel(IntakeDesk& intake) : m_intake(intake), m_rows(intake.materials())
{
    connect(&intake, &IntakeDesk::changed, this, &ChecklistModel::follow);
}

void ChecklistModel::follow()
{
    const auto rows = m_intake.materials();
    if (!sameCodes(rows, m_rows)) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    } else if (!rows.isEmpty()) {
        Q_EMIT dataChanged(index(0), index(int(rows.size()) - 1));
    }
}

int ChecklistModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ChecklistModel::rowOf(const QString& code) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const auto& row) { return row.code == code; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int ChecklistModel::presentCount() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [this](const auto& row) { return standing(row) == Standing::Present; }));
}

ChecklistModel::Standing ChecklistModel::standing(const core::MaterialRequirement& requirement) const
{
    const core::MaterialStatus status = m_intake.draft().materials.value(requirement.code).status;
    if (status != core::MaterialStatus::Missing && status != core::MaterialStatus::Wrong &&
        status != core::MaterialStatus::WrongCorrectable)
        return Standing::Present;
    if (m_intake.offer(requirement.code))
        return Standing::Offered;
    const bool may = core::whyDeferrable(*m_intake.item(), requirement).level != core::ReasonLevel::Blocking;
    return may && status == core::MaterialStatus::Missing ? Standing::Deferrable : Standing::Lacking;
}

QString ChecklistModel::tag(const core::MaterialRequirement& requirement) const
{
    const core::DraftMaterial given = m_intake.draft().materials.value(requirement.code);
    if (given.status == core::MaterialStatus::ELicence)
        return tr("E-licence, not needed");
    if (given.status == core::MaterialStatus::Reused)
        return tr("Held, not needed");
    if (given.status == core::MaterialStatus::Wrong)
        return tr("Falls short");
    if (given.status == core::MaterialStatus::WrongCorrectable)
        return tr("To be put right now");
    if (const auto held = m_intake.offer(requirement.code))
        return held->source == core::Holding::Source::Licence ? tr("E-licence · Space uses it")
               : held->source == core::Holding::Source::Visit ? tr("Brought already · Space")
                                                              : tr("Held · Space uses it");
    switch (standing(requirement)) {
    case Standing::Deferrable: return tr("Missing · may be deferred");
    case Standing::Offered: // said above
    case Standing::Lacking: return tr("Missing");
    case Standing::Present:
        return given.pages.isEmpty() ? tr("Seen, not scanned") : given.verified ? tr("Checked against the original") : QString();
    }
    return {};
}

QVariant ChecklistModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || !m_intake.item())
        return {};
    const core::MaterialRequirement& requirement = m_rows[index.row()];
    const core::DraftMaterial given = m_intake.draft().materials.value(requirement.code);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return requirement.name;
    case CodeRole: return requirement.code;
    case RequirementRole:
        return tr("%1 · %2 %3").arg(requirement.key ? tr("key") : tr("secondary"), formWords(requirement.form)).arg(requirement.count);
    case StandingRole: return int(standing(requirement));
    case PageCountRole: return given.pages.size();
    case TagRole: return tag(requirement);
    case Qt::ToolTipRole:
        if (const auto held = m_intake.offer(requirement.code))
            return tr("%1 of %2, %3").arg(held->name, core::chineseDate(held->since), held->reference);
        [[fallthrough]];
    case ReasonRole: return wordsFor(core::whyDeferrable(*m_intake.item(), requirement), requirement.name);
    case PagesRole: {
        QVariantList images;
        for (const core::PageRef& page : given.pages)
            images.append(m_intake.thumbnail(page.sha256));
        return images;
    }
    default: return {};
    }
}

} // namespace desk
