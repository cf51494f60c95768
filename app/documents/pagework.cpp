// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/documents/pagework.h"

#include "app/documents/pix.h"

#include <QBuffer>
#include <QImageWriter>
#include <QPainter>
#include <QTransform>

#include <algorithm>
#include <array>
#include <climits>
#include <cmath>

using namespace Qt::StringLiterals;

namespace documents {

namespace {

constexpr int WorkWidth = 1000; // enough to tell lines and speckle apart
constexpr int SkewWidth = 1600;
constexpr float TrustedSkew = 2.2F;     // Leptonica's confidence
constexpr double StraightEnough = 0.15; // degrees
constexpr double BlankShare = 0.0006;   // of ink without speckle
constexpr double MarginMm = 2.0;
constexpr double MmPerMetre = 1000.0;

double pixelsPerMm(const QImage& page)
{
    return page.dotsPerMeterX() > 0 ? page.dotsPerMeterX() / MmPerMetre : 300 / 25.4;
}

/// Ink without what is too small to be writing, away from the edges where shadows lie.
PixPointer writingOf(const QImage& page)
{
    const PixPointer ink = inkPix(page, WorkWidth);
    if (!ink)
        return nullptr;
    const l_int32 width = pixGetWidth(ink.get());
    const l_int32 height = pixGetHeight(ink.get());
    const l_int32 edge = std::max(1, width / 50);
    pixSetOrClearBorder(ink.get(), edge, edge, edge, edge, PIX_CLR);
    const l_int32 speckle = std::max(2, std::min(width, height) / 330);
    return PixPointer(pixSelectBySize(ink.get(), speckle, speckle, 8, L_SELECT_IF_EITHER, L_SELECT_IF_GT, nullptr));
}

} // namespace

double skewOf(const QImage& page)
{
    const PixPointer ink = inkPix(page, SkewWidth);
    l_float32 angle = 0;
    l_float32 confidence = 0;
    constexpr l_int32 SweepReduction = 2; // for pages of this width
    constexpr l_int32 SearchReduction = 1;
    const auto found = [&] {
        return pixFindSkewSweepAndSearch(ink.get(), &angle, &confidence, SweepReduction, SearchReduction, 7.0F, 1.0F, 0.01F) == 0;
    };
    if (!ink || !found() || confidence < TrustedSkew)
        return 0;
    return double(angle);
}

QImage deskewed(const QImage& page)
{
    const double angle = skewOf(page);
    if (std::abs(angle) < StraightEnough)
        return page;
    QImage straight(page.size(), page.format() == QImage::Format_Grayscale8 ? QImage::Format_Grayscale8 : QImage::Format_RGB32);
    straight.setDotsPerMeterX(page.dotsPerMeterX());
    straight.setDotsPerMeterY(page.dotsPerMeterY());
    straight.fill(Qt::white);
    QPainter painter(&straight);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.translate(page.width() / 2.0, page.height() / 2.0);
    painter.rotate(angle);
    painter.drawImage(QPointF(-page.width() / 2.0, -page.height() / 2.0), page);
    return straight;
}

QRect contentOf(const QImage& page)
{
    const PixPointer writing = writingOf(page);
    l_int32 x = 0;
    l_int32 y = 0;
    l_int32 width = 0;
    l_int32 height = 0;
    BOX* box = nullptr;
    if (!writing || pixClipToForeground(writing.get(), nullptr, &box) != 0 || !box)
        return page.rect();
    boxGetGeometry(box, &x, &y, &width, &height);
    boxDestroy(&box);
    const double scale = double(page.width()) / pixGetWidth(writing.get());
    const int margin = qRound(MarginMm * pixelsPerMm(page));
    return QRectF(x * scale, y * scale, width * scale, height * scale).toAlignedRect().adjusted(-margin, -margin, margin, margin) &
           page.rect();
}

bool isBlank(const QImage& page)
{
    const PixPointer writing = writingOf(page);
    if (!writing)
        return false; // a page that cannot be looked at is not thrown away
    l_int32 count = 0;
    pixCountPixels(writing.get(), &count, nullptr);
    return count < BlankShare * pixGetWidth(writing.get()) * pixGetHeight(writing.get());
}

QImage turned(const QImage& page, int quarters)
{
    return quarters % 4 == 0 ? page : page.transformed(QTransform().rotate(90.0 * (quarters % 4)));
}

QImage straightened(const QImage& photo, const QPolygonF& corners)
{
    if (corners.size() != 4 || photo.isNull())
        return photo;
    const auto side = [&](int a, int b) { return std::hypot(corners[a].x() - corners[b].x(), corners[a].y() - corners[b].y()); };
    const int width = qRound(std::max(side(0, 1), side(3, 2)));
    const int height = qRound(std::max(side(0, 3), side(1, 2)));
    QTransform transform;
    const QPolygonF flat{QPointF(0, 0), QPointF(width, 0), QPointF(width, height), QPointF(0, height)};
    if (width < 2 || height < 2 || !QTransform::quadToQuad(corners, flat, transform))
        return photo;
    QImage page(width, height, QImage::Format_RGB32);
    page.fill(Qt::white);
    QPainter painter(&page);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setTransform(transform);
    painter.drawImage(0, 0, photo);
    return page;
}

/// Bright paper on a darker desk: the corners are the points of the largest bright part that lie furthest out.
QPolygonF sheetIn(const QImage& photo, double smallestShare)
{
    constexpr int Width = 400;
    constexpr l_float32 LeastContrast = 40;
    const PixPointer grey = greyPix(photo, Width);
    if (!grey)
        return {};
    PIX* desk = nullptr;
    if (pixOtsuAdaptiveThreshold(grey.get(), pixGetWidth(grey.get()), pixGetHeight(grey.get()), 0, 0, 0.1F, nullptr, &desk) != 0 || !desk)
        return {};
    const PixPointer dark(desk);
    const PixPointer bright(pixInvert(nullptr, dark.get()));
    l_int32 darkPixels = 0;
    pixCountPixels(dark.get(), &darkPixels, nullptr);
    if (darkPixels == 0 || darkPixels == pixGetWidth(dark.get()) * pixGetHeight(dark.get()))
        return {}; // all of one kind
    l_float32 deskGrey = 0;
    l_float32 paperGrey = 0;
    if (pixGetAverageMasked(grey.get(), dark.get(), 0, 0, 1, L_MEAN_ABSVAL, &deskGrey) != 0 ||
        pixGetAverageMasked(grey.get(), bright.get(), 0, 0, 1, L_MEAN_ABSVAL, &paperGrey) != 0 || paperGrey - deskGrey < LeastContrast)
        return {};                                                          // nothing but a desk
    const PixPointer whole(pixCloseSafeBrick(nullptr, bright.get(), 9, 9)); // writing leaves no holes
    PIXA* parts = nullptr;
    BOXA* boxes = pixConnComp(whole.get(), &parts, 8);
    QPolygonF corners;
    l_int32 most = 0;
    for (l_int32 i = 0; i < pixaGetCount(parts); ++i) {
        const PixPointer part(pixaGetPix(parts, i, L_CLONE));
        l_int32 count = 0;
        pixCountPixels(part.get(), &count, nullptr);
        if (count <= most || count < smallestShare * Width * pixGetHeight(grey.get()))
            continue;
        most = count;
        l_int32 left = 0;
        l_int32 top = 0;
        pixaGetBoxGeometry(parts, i, &left, &top, nullptr, nullptr);
        std::array<QPointF, 4> found;
        std::array<int, 4> best{INT_MAX, INT_MIN, INT_MIN, INT_MIN};
        for (int y = 0; y < pixGetHeight(part.get()); ++y) {
            const l_uint32* line = pixGetData(part.get()) + std::size_t(y) * std::size_t(pixGetWpl(part.get()));
            for (int x = 0; x < pixGetWidth(part.get()); ++x) {
                if (!GET_DATA_BIT(line, x))
                    continue;
                const QPointF at(left + x, top + y);
                if (x + y < best[0])
                    best[0] = x + y, found[0] = at;
                if (x - y > best[1])
                    best[1] = x - y, found[1] = at;
                if (x + y > best[2])
                    best[2] = x + y, found[2] = at;
                if (y - x > best[3])
                    best[3] = y - x, found[3] = at;
            }
        }
        corners = QPolygonF(QList<QPointF>(found.begin(), found.end()));
    }
    boxaDestroy(&boxes);
    pixaDestroy(&parts);
    const double scale = double(photo.width()) / pixGetWidth(grey.get());
    for (QPointF& corner : corners)
        corner *= scale;
    return corners;
}

QImage cardSheet(const QImage& front, const QImage& back)
{
    constexpr double PixelsPerMm = 300 / 25.4;
    constexpr QSizeF Card(85.6, 54.0);
    constexpr QSizeF A4(210, 297);
    QImage sheet((A4 * PixelsPerMm).toSize(), QImage::Format_RGB32);
    sheet.setDotsPerMeterX(qRound(PixelsPerMm * MmPerMetre));
    sheet.setDotsPerMeterY(qRound(PixelsPerMm * MmPerMetre));
    sheet.fill(Qt::white);
    QPainter painter(&sheet);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    double top = 60;
    for (const QImage& side : {front, back}) {
        const QRectF place((A4.width() - Card.width()) / 2 * PixelsPerMm, top * PixelsPerMm, Card.width() * PixelsPerMm,
                           Card.height() * PixelsPerMm);
        if (!side.isNull())
            painter.drawImage(place, side);
        top += 90;
    }
    return sheet;
}

QByteArray jpegWithin(const QImage& page, qint64 bytes)
{
    const auto encoded = [](const QImage& image, int quality) {
        QByteArray result;
        QBuffer buffer(&result);
        buffer.open(QIODevice::WriteOnly);
        QImageWriter writer(&buffer, "jpeg");
        writer.setQuality(quality);
        return writer.write(image) ? result : QByteArray();
    };
    QImage image = page;
    for (int round = 0; round < 6 && !image.isNull(); ++round) {
        int low = 30;
        int high = 95;
        QByteArray best;
        while (low <= high) {
            const int quality = (low + high) / 2;
            const QByteArray attempt = encoded(image, quality);
            const bool fits = !attempt.isEmpty() && attempt.size() <= bytes;
            if (fits)
                best = attempt;
            (fits ? low : high) = fits ? quality + 1 : quality - 1;
        }
        if (!best.isEmpty())
            return best;
        const int dots = qRound(image.dotsPerMeterX() * 0.75);
        image = image.scaledToWidth(std::max(1, image.width() * 3 / 4), Qt::SmoothTransformation);
        image.setDotsPerMeterX(dots);
        image.setDotsPerMeterY(dots);
    }
    return {};
}

} // namespace documents
