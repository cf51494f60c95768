// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/capture/materialtarget.h"

#include "app/desk/pagelistmodel.h"
#include "widgets/common/label.h"

#include <QDragEnterEvent>
#include <QMimeData>

namespace widgets {

MaterialTarget::MaterialTarget(const QString& text, QWidget* parent) : QLabel(text, parent)
{
    setProperty("tone", QStringLiteral("plain"));
    setAcceptDrops(true);
    setToolTip(text);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // a long name is cut, not the window widened
}

void MaterialTarget::dragEnterEvent(QDragEnterEvent* event)
{
    if (!event->mimeData()->hasFormat(QLatin1StringView(desk::PageListModel::MimeType)))
        return;
    restyle(this, "tone", QStringLiteral("accent"));
    event->acceptProposedAction();
}

void MaterialTarget::dragLeaveEvent(QDragLeaveEvent*)
{
    restyle(this, "tone", QStringLiteral("plain"));
}

void MaterialTarget::dropEvent(QDropEvent* event)
{
    restyle(this, "tone", QStringLiteral("plain"));
    const QByteArray page = event->mimeData()->data(QLatin1StringView(desk::PageListModel::MimeType));
    if (page.isEmpty())
        return;
    event->setDropAction(Qt::CopyAction); // the list takes nothing away by itself
    event->accept();
    Q_EMIT pageDropped(page.toInt());
}

} // namespace widgets
