// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/pagelistmodel.h"

#include <QMimeData>
#include <QPixmap>

using namespace Qt::StringLiterals;

namespace desk {

PageListModel::PageListModel(PageDesk& pages, IntakeDesk& intake) : m_pages(pages), m_intake(intake)
{
    connect(&pages, &PageDesk::changed, this, &PageListModel::follow);
    connect(&pages, &PageDesk::closed, this, &PageListModel::follow);
}

void PageListModel::follow()
{
    const auto now = m_pages.pages();
    if (now.size() != m_rows.size()) {
        beginResetModel();
        m_rows = now;
        endResetModel();
    } else if (!now.isEmpty()) {
        m_rows = now;
        Q_EMIT dataChanged(index(0), index(int(now.size()) - 1));
    }
}

int PageListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PageListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole: return QString::number(index.row() + 1);
    case Qt::AccessibleTextRole: return tr("Page %1").arg(index.row() + 1);
    case Qt::DecorationRole: return icon(m_rows[index.row()].sha256);
    default: return {};
    }
}

/// The same whether it is chosen or not: a page in another colour would be another page.
QIcon PageListModel::icon(const QString& sha256) const
{
    const QImage thumbnail = m_intake.thumbnail(sha256);
    if (thumbnail.isNull())
        return {};
    const auto picture =
        QPixmap::fromImage(thumbnail.scaled(IconWidth, PageShelf::ThumbnailHeight, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    QIcon icon(picture);
    icon.addPixmap(picture, QIcon::Selected);
    return icon;
}

Qt::ItemFlags PageListModel::flags(const QModelIndex& index) const
{
    return index.isValid() ? QAbstractListModel::flags(index) | Qt::ItemIsDragEnabled : Qt::ItemIsDropEnabled;
}

QStringList PageListModel::mimeTypes() const
{
    return {QLatin1StringView(MimeType)};
}

QMimeData* PageListModel::mimeData(const QModelIndexList& indexes) const
{
    auto* data = new QMimeData;
    if (!indexes.isEmpty())
        data->setData(QLatin1StringView(MimeType), QByteArray::number(indexes.constFirst().row()));
    return data;
}

/// Between two pages; the page itself moves, so that the view has nothing to take away afterwards.
bool PageListModel::dropMimeData(const QMimeData* data, Qt::DropAction, int row, int, const QModelIndex& parent)
{
    if (!data->hasFormat(QLatin1StringView(MimeType)))
        return false;
    const int from = data->data(QLatin1StringView(MimeType)).toInt();
    const int before = row >= 0 ? row : parent.isValid() ? parent.row() : rowCount();
    m_pages.move(from, before > from ? before - 1 : before);
    return false;
}

} // namespace desk
