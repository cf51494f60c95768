// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/display/largewords.h"

#include <QPainter>
#include <QWidget>

#include <algorithm>

namespace widgets {

namespace {

constexpr qreal Smallest = 0.6; ///< of the wished size

qreal advance(const QPainter& painter, const QList<Piece>& pieces)
{
    qreal sum = 0;
    for (const Piece& piece : pieces)
        sum += QFontMetricsF(painter.font()).horizontalAdvance(piece.text);
    return sum;
}

void setSize(QPainter& painter, qreal pixels, Weight weight)
{
    QFont font = painter.font();
    font.setPixelSize(std::max(1, int(pixels)));
    font.setBold(weight == Weight::Bold);
    painter.setFont(font);
}

} // namespace

QPen hairline(const QWidget& part)
{
    return {HallColours::line, std::max(1.0, part.height() / 600.0)};
}

void drawLarge(QPainter& painter, const QRectF& place, Qt::Alignment alignment, const QList<Piece>& pieces, qreal pixels, Weight weight)
{
    setSize(painter, pixels, weight);
    qreal width = advance(painter, pieces);
    if (width > place.width() && width > 0) {
        setSize(painter, pixels * std::max(Smallest, place.width() / width * 0.99), weight);
        width = std::min(advance(painter, pieces), place.width());
    }
    qreal x = place.left();
    if (alignment & Qt::AlignRight)
        x = place.right() - width;
    else if (alignment & Qt::AlignHCenter)
        x = place.center().x() - width / 2;
    const QFontMetricsF metrics(painter.font());
    for (const Piece& piece : pieces) {
        const QString text = metrics.elidedText(piece.text, Qt::ElideRight, place.right() - x + 1);
        const qreal wide = metrics.horizontalAdvance(text);
        painter.setPen(piece.colour);
        painter.drawText(QRectF(x, place.top(), wide + 2, place.height()), (alignment & Qt::AlignVertical_Mask) | Qt::TextSingleLine, text);
        x += wide;
    }
}

} // namespace widgets
