// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/capture/materialdelegate.h"

#include "app/desk/checklistmodel.h"
#include "widgets/common/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace widgets {

namespace {

using desk::ChecklistModel;
using R = ColourRole;

constexpr int RowHeight = 40;
constexpr int MarkWidth = 34;
constexpr int RequirementWidth = 150;
constexpr int PagesWidth = 224;
constexpr int ThumbWidth = 20;
constexpr int ThumbHeight = 27;
constexpr qsizetype ShownThumbs = 4;
constexpr int SmallPixels = 12;

QColor inkFor(ChecklistModel::Standing standing)
{
    switch (standing) {
    case ChecklistModel::Standing::Present: return Theme::colour(R::Ok);
    case ChecklistModel::Standing::Offered: return Theme::colour(R::Accent);
    case ChecklistModel::Standing::Deferrable: return Theme::colour(R::Warn);
    case ChecklistModel::Standing::Lacking: return Theme::colour(R::Danger);
    }
    return {};
}

QColor groundFor(ChecklistModel::Standing standing)
{
    switch (standing) {
    case ChecklistModel::Standing::Present: return Theme::colour(R::OkBackground);
    case ChecklistModel::Standing::Offered: return Theme::colour(R::AccentBackground);
    case ChecklistModel::Standing::Deferrable: return Theme::colour(R::WarnBackground);
    case ChecklistModel::Standing::Lacking: return Theme::colour(R::DangerBackground);
    }
    return {};
}

void paintMark(QPainter& painter, const QPointF& centre, ChecklistModel::Standing standing)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(inkFor(standing), 1.8));
    if (standing == ChecklistModel::Standing::Present)
        painter.drawPolyline(QPolygonF{centre + QPointF(-5, 0), centre + QPointF(-1.5, 4), centre + QPointF(5, -5)});
    else
        painter.drawEllipse(centre, 5.5, 5.5);
    if (standing == ChecklistModel::Standing::Lacking)
        painter.drawLine(centre + QPointF(-2.5, 0), centre + QPointF(2.5, 0));
}

int paintThumbs(QPainter& painter, const QRect& area, const QVariantList& images)
{
    int x = area.left();
    for (qsizetype i = 0; i < std::min(ShownThumbs, images.size()); ++i) {
        const QRect frame(x, area.center().y() - ThumbHeight / 2, ThumbWidth, ThumbHeight);
        const QImage image = images[i].value<QImage>();
        painter.fillRect(frame, Theme::colour(R::Background));
        if (!image.isNull())
            painter.drawImage(frame, image);
        painter.setPen(Theme::colour(R::Line));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(frame);
        x += ThumbWidth + 4;
    }
    return x - area.left();
}

void paintTag(QPainter& painter, const QRect& area, const QString& text, ChecklistModel::Standing standing)
{
    const int width = painter.fontMetrics().horizontalAdvance(text) + 14;
    const QRect box(area.left(), area.center().y() - 10, std::min(width, area.width()), 20);
    painter.setPen(Qt::NoPen);
    painter.setBrush(groundFor(standing));
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(inkFor(standing));
    painter.drawText(box, Qt::AlignCenter, painter.fontMetrics().elidedText(text, Qt::ElideRight, box.width() - 8));
}

} // namespace

QSize MaterialDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {option.rect.width(), RowHeight};
}

void MaterialDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool current = option.state.testFlag(QStyle::State_Selected);
    const bool focused = current && option.state.testFlag(QStyle::State_HasFocus);
    const QRect row = option.rect.adjusted(1, 1, -1, -1);
    if (current) {
        painter->setPen(focused ? QPen(Theme::colour(R::Accent), 2) : QPen(Theme::colour(R::Line), 1));
        painter->setBrush(Theme::colour(R::AccentBackground));
        painter->drawRoundedRect(QRectF(row).adjusted(1, 1, -1, -1), 6, 6);
    } else if (index.row() > 0) {
        painter->setPen(Theme::colour(R::Line));
        painter->drawLine(row.topLeft(), row.topRight());
    }
    const auto standing = ChecklistModel::Standing(index.data(ChecklistModel::StandingRole).toInt());
    paintMark(*painter, QPointF(row.left() + 16, row.center().y()), standing);

    const int right = row.right() - 8;
    const QRect pages(right - PagesWidth, row.top(), PagesWidth, row.height());
    const QRect requirement(pages.left() - RequirementWidth, row.top(), RequirementWidth, row.height());
    const QRect name(row.left() + MarkWidth, row.top(), requirement.left() - row.left() - MarkWidth - 8, row.height());
    QFont words = option.font;
    words.setBold(current);
    painter->setFont(words);
    painter->setPen(Theme::colour(R::Text));
    painter->drawText(name, Qt::AlignVCenter, painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, name.width()));
    QFont small = option.font;
    small.setPixelSize(SmallPixels);
    painter->setFont(small);
    painter->setPen(Theme::colour(R::Muted));
    painter->drawText(requirement, Qt::AlignVCenter, index.data(ChecklistModel::RequirementRole).toString());
    const int used = paintThumbs(*painter, pages, index.data(ChecklistModel::PagesRole).toList());
    const int count = index.data(ChecklistModel::PageCountRole).toInt();
    const QRect rest = pages.adjusted(used + (used > 0 ? 4 : 0), 0, 0, 0);
    const QString tag = index.data(ChecklistModel::TagRole).toString();
    painter->setPen(Theme::colour(R::Muted));
    if (count > 0)
        painter->drawText(rest, Qt::AlignVCenter, tr("%n page(s)", nullptr, count));
    else if (!tag.isEmpty())
        paintTag(*painter, rest, tag, standing);
    painter->restore();
}

} // namespace widgets
