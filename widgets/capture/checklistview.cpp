// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/capture/checklistview.h"

#include "app/desk/checklistmodel.h"
#include "widgets/capture/materialdelegate.h"

#include <QKeyEvent>

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
}

QString ChecklistView::currentCode() const
{
    return currentIndex().data(desk::ChecklistModel::CodeRole).toString();
}

void ChecklistView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Space: Q_EMIT toggled(currentCode()); return;
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
