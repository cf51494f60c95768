// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QColor>
#include <QList>
#include <QPen>
#include <QRectF>
#include <QString>

class QPainter;
class QWidget;

namespace widgets {

// What is read from afar: always dark, and as large as its place allows.

struct HallColours
{
    static constexpr QColor background{0x0b, 0x1b, 0x33};
    static constexpr QColor raised{0x13, 0x2a, 0x4d};
    static constexpr QColor line{0x27, 0x42, 0x6c};
    static constexpr QColor text{0xff, 0xff, 0xff};
    static constexpr QColor muted{0xa9, 0xb8, 0xd0};
    static constexpr QColor called{0xff, 0xd2, 0x4a};
    static constexpr QColor ok{0x6f, 0xd9, 0x9b};
    static constexpr QColor warn{0xff, 0xb4, 0x54};
};

/// Between rows; as fine as it can be seen from afar.
QPen hairline(const QWidget& part);

/// Words of one colour within a line.
struct Piece
{
    QString text;
    QColor colour;
};

enum class Weight { Plain, Bold };

/// Draws a line of at most `pixels` height; one too long for its place gets smaller letters, and an ellipsis in the end.
void drawLarge(QPainter& painter, const QRectF& place, Qt::Alignment alignment, const QList<Piece>& pieces, qreal pixels, Weight weight);

} // namespace widgets
