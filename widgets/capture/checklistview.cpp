// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/capture/checklistview.h"

#include "app/desk/checklistmodel.h"
#include "widgets/capture/materialdelegate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QKeyEvent>
#include <QMimeData>
#include <QUrl>

namespace widgets {

ChecklistView::ChecklistView(QWidget* parent) : QListView(parent)
{
    setItemDelegate(new MaterialDelegate(this));
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setUniformItemSizes(true);
    setAccessibleName(tr("Materials"));
    setAcceptDrops(true);
    setObjectName(QStringLiteral("checklist"));
}

QString ChecklistView::currentCode() const
{
    return currentIndex().data(desk::ChecklistModel::CodeRole).toString();
}

void ChecklistView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Paste))
        return bring(QGuiApplication::clipboard()->mimeData(), currentCode());
    switch (event->key()) {
    case Qt::Key_Space: Q_EMIT toggled(currentCode()); return;
    case Qt::Key_Minus:
    case Qt::Key_X: Q_EMIT shortfallToggled(currentCode()); return;
    case Qt::Key_V: Q_EMIT verifiedToggled(currentCode()); return;
    case Qt::Key_Right: Q_EMIT opened(currentCode()); return;
    case Qt::Key_Delete:
    case Qt::Key_Backspace: Q_EMIT pageRemoved(currentCode()); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (currentIndex().row() + 1 < model()->rowCount())
            setCurrentIndex(model()->index(currentIndex().row() + 1, 0));
        return;
    default: QListView::keyPressEvent(event);
    }
}

void ChecklistView::mouseDoubleClickEvent(QMouseEvent* event)
{
    QListView::mouseDoubleClickEvent(event);
    if (indexAt(event->position().toPoint()).isValid())
        Q_EMIT opened(currentCode());
}

void ChecklistView::bring(const QMimeData* brought, const QString& materialCode)
{
    QStringList files;
    for (const QUrl& url : brought->urls()) {
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    }
    if (!files.isEmpty())
        Q_EMIT filesBrought(files, materialCode);
    else if (brought->hasImage())
        Q_EMIT pictureBrought(brought->imageData().value<QImage>(), materialCode);
}

void ChecklistView::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasImage())
        event->acceptProposedAction();
}

void ChecklistView::dragMoveEvent(QDragMoveEvent* event)
{
    const QModelIndex under = indexAt(event->position().toPoint());
    if (under.isValid()) {
        setCurrentIndex(under); // where it would go
        event->acceptProposedAction();
    } else {
        event->ignore();
    }
}

void ChecklistView::dropEvent(QDropEvent* event)
{
    const QModelIndex under = indexAt(event->position().toPoint());
    if (!under.isValid())
        return;
    event->acceptProposedAction();
    bring(event->mimeData(), under.data(desk::ChecklistModel::CodeRole).toString());
}

void ChecklistView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT currentMaterialChanged(current.data(desk::ChecklistModel::CodeRole).toString());
}

void ChecklistView::focusInEvent(QFocusEvent* event)
{
    QListView::focusInEvent(event);
    if (!currentIndex().isValid() && model() && model()->rowCount() > 0)
        setCurrentIndex(model()->index(0, 0));
}

} // namespace widgets
