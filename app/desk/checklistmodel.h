// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/intakedesk.h"

#include <QAbstractListModel>

namespace desk {

/// In which form a material is to be brought.
QString formWords(core::MaterialForm form);

/// The materials of the intake's item and scenario with what has been handed in.
class ChecklistModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Standing { Present, Offered, Deferrable, Lacking };
    enum Role {
        CodeRole = Qt::UserRole,
        RequirementRole, ///< "key · original 1"
        StandingRole,    ///< int(Standing)
        PagesRole,       ///< QList<QImage>
        PageCountRole,
        TagRole,    ///< words for the standing, may be empty
        ReasonRole, ///< why it can or cannot be deferred
    };

    explicit ChecklistModel(IntakeDesk& intake);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] int presentCount() const;
    [[nodiscard]] int rowOf(const QString& code) const;

private:
    void follow();
    [[nodiscard]] Standing standing(const core::MaterialRequirement& requirement) const;
    [[nodiscard]] QString tag(const core::MaterialRequirement& requirement) const;

    IntakeDesk& m_intake;
    QList<core::MaterialRequirement> m_rows;
};

} // namespace desk
