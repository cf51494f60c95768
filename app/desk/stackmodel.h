// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/stackdesk.h"

#include <QAbstractListModel>

namespace desk {

/// The pages of a stack that wait for the clerk's word, one line each.
class StackModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { ShaRole = Qt::UserRole + 1, ThumbnailRole, NumberRole, MaterialRole, ReasonRole };

    StackModel(StackDesk& stack, IntakeDesk& intake);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    void follow();

    StackDesk& m_stack;
    IntakeDesk& m_intake;
    QList<StackDesk::Waiting> m_rows;
};

} // namespace desk
