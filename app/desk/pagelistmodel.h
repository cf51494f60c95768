// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/pagedesk.h"

#include <QAbstractListModel>
#include <QIcon>

namespace desk {

/// The pages of the material that is looked at; dragged to another place they are ordered anew.
class PageListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    /// What a dragged page is called between widgets: its place, from 0.
    static constexpr const char* MimeType = "application/x-yichuang-page";

    static constexpr int IconWidth = 84;

    PageListModel(PageDesk& pages, IntakeDesk& intake);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column, const QModelIndex& parent) override;

private:
    void follow();
    [[nodiscard]] QIcon icon(const QString& sha256) const;

    PageDesk& m_pages;
    IntakeDesk& m_intake;
    QList<core::PageRef> m_rows;
};

} // namespace desk
