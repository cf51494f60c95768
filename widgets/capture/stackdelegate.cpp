// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/capture/stackdelegate.h"

#include "app/desk/stackmodel.h"
#include "widgets/common/theme.h"

#include <QPainter>

namespace widgets {

namespace {
using desk::StackModel;
using R = ColourRole;
constexpr int SheetHeight = 92;
constexpr int PictureHeight = 80;
constexpr int PictureWidth = 60;
constexpr int NumberWidth = 90;
} // namespace

QSize StackDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {option.rect.width(), SheetHeight};
}

void StackDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    const QRect row = option.rect.adjusted(1, 1, -1, -1);
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->setPen(QPen(Theme::colour(R::Accent), 2));
        painter->setBrush(Theme::colour(R::AccentBackground));
        painter->drawRoundedRect(QRectF(row).adjusted(1, 1, -1, -1), 6, 6);
    } else {
        painter->setPen(Theme::colour(R::Line));
        painter->drawLine(row.bottomLeft(), row.bottomRight());
    }
    const QRect frame(row.left() + 12, row.center().y() - PictureHeight / 2, PictureWidth, PictureHeight);
    const QImage picture = index.data(StackModel::ThumbnailRole).value<QImage>();
    painter->fillRect(frame, Theme::colour(R::Background));
    if (!picture.isNull()) {
        QRect fitted(QPoint(), picture.size().scaled(frame.size(), Qt::KeepAspectRatio));
        fitted.moveCenter(frame.center());
        painter->drawImage(fitted, picture);
    }
    painter->setPen(Theme::colour(R::Line));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(frame);
    const int left = frame.right() + 16;
    painter->setPen(Theme::colour(R::Muted));
    painter->drawText(QRect(left, row.top(), NumberWidth, row.height()), Qt::AlignVCenter, index.data(StackModel::NumberRole).toString());
    const bool known = !index.data(StackModel::MaterialRole).toString().isEmpty();
    const QRect words(left + NumberWidth, row.top(), row.right() - left - NumberWidth - 12, row.height());
    QFont strong = option.font;
    strong.setBold(true);
    painter->setFont(strong);
    painter->setPen(known ? Theme::colour(R::Text) : Theme::colour(R::Warn));
    painter->drawText(words.adjusted(0, 0, 0, -words.height() / 2), Qt::AlignBottom,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
    painter->setFont(option.font);
    painter->setPen(Theme::colour(R::Muted));
    painter->drawText(words.adjusted(0, words.height() / 2 + 4, 0, 0), Qt::AlignTop, index.data(StackModel::ReasonRole).toString());
    painter->restore();
}

} // namespace widgets
