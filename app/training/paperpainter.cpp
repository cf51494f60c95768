// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/training/paperpainter.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace training {

namespace {

constexpr QSize A4(1240, 1754);
constexpr int DotsPerMetre = 5906; // 150 dpi
constexpr int Quality = 80;

QFont font(int pixels, bool bold = false)
{
    QFont result(u"Noto Sans CJK SC"_s);
    result.setPixelSize(pixels);
    result.setBold(bold);
    return result;
}

void paintForm(QPainter& painter, const QString& holder, QRandomGenerator& random)
{
    const QStringList labels{u"姓名（名称）"_s, u"证件号码"_s, u"联系地址"_s, u"联系电话"_s, u"申请内容"_s, u"经办意见"_s, u"备注"_s};
    constexpr int Left = 140;
    constexpr int Right = 1100;
    constexpr int Column = 360;
    int y = 340;
    painter.setFont(font(30));
    painter.setPen(QPen(Qt::black, 2));
    for (qsizetype i = 0; i < labels.size(); ++i) {
        const int height = i >= 4 ? 200 : 76;
        painter.drawRect(Left, y, Right - Left, height);
        painter.drawLine(Left + Column - 140, y, Left + Column - 140, y + height);
        painter.drawText(QRect(Left + 14, y, Column - 160, height), Qt::AlignVCenter, labels[i]);
        const QString value = i == 0 ? holder : i >= 4 ? u"（演练用，样张，非真实文件）"_s : u"———"_s;
        painter.setPen(QColor(30, 30, 110));
        painter.drawText(QRect(Left + Column - 120, y + random.bounded(-4, 5), Right - Left - Column + 100, height), Qt::AlignVCenter,
                         value);
        painter.setPen(QPen(Qt::black, 2));
        y += height;
    }
}

void paintSeal(QPainter& painter, const QPoint& centre)
{
    constexpr int Radius = 118;
    painter.save();
    painter.setPen(QPen(QColor(200, 30, 30, 190), 7));
    painter.drawEllipse(centre, Radius, Radius);
    painter.setFont(font(26, true));
    painter.drawText(QRect(centre.x() - Radius, centre.y() - 20, 2 * Radius, 40), Qt::AlignCenter, u"样章 · 演练专用"_s);
    painter.restore();
}

void speckle(QImage& image, QRandomGenerator& random)
{
    for (int i = 0; i < 2500; ++i) {
        const int shade = random.bounded(150, 235);
        image.setPixelColor(random.bounded(image.width()), random.bounded(image.height()), QColor(shade, shade, shade));
    }
}

} // namespace

QByteArray paintPaper(const QString& title, const QString& holder, int pageNumber)
{
    QRandomGenerator random(quint32(qHash(title, 7) ^ qHash(holder, 11)) + quint32(pageNumber));
    QImage image(A4, QImage::Format_RGB32);
    image.setDotsPerMeterX(DotsPerMetre);
    image.setDotsPerMeterY(DotsPerMetre);
    image.fill(QColor(252, 251, 247));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.rotate(random.bounded(-6, 7) / 10.0); // nobody lays paper down straight
    painter.setFont(font(52, true));
    painter.drawText(QRect(100, 150, A4.width() - 200, 120), Qt::AlignCenter, title);
    paintForm(painter, holder, random);
    paintSeal(painter, QPoint(900, 1500));
    painter.setFont(font(24));
    painter.drawText(QRect(0, 1670, A4.width(), 40), Qt::AlignCenter, u"第 %1 页"_s.arg(pageNumber));
    painter.end();
    speckle(image, random);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", Quality);
    return bytes;
}

} // namespace training
