// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/documents/pix.h"

#include <QPainter>

namespace documents {

PixPointer greyPix(const QImage& page, int width)
{
    if (page.isNull())
        return nullptr;
    QImage small = page.width() > width ? page.scaledToWidth(width, Qt::SmoothTransformation) : page;
    if (small.hasAlphaChannel()) { // what is transparent shows the paper
        QImage paper(small.size(), QImage::Format_RGB32);
        paper.fill(Qt::white);
        QPainter(&paper).drawImage(0, 0, small);
        small = paper;
    }
    const QImage grey = small.convertToFormat(QImage::Format_Grayscale8);
    PixPointer pix(pixCreate(grey.width(), grey.height(), 8));
    if (!pix)
        return nullptr;
    for (int y = 0; y < grey.height(); ++y) {
        l_uint32* line = pixGetData(pix.get()) + std::size_t(y) * std::size_t(pixGetWpl(pix.get()));
        const uchar* from = grey.constScanLine(y);
        for (int x = 0; x < grey.width(); ++x)
            SET_DATA_BYTE(line, x, from[x]);
    }
    return pix;
}

PixPointer inkPix(const QImage& page, int width)
{
    constexpr l_int32 Tile = 32;
    constexpr l_int32 PaperGrey = 200; // what Leptonica makes of paper
    constexpr l_int32 InkGrey = 150;
    const PixPointer grey = greyPix(page, width);
    if (!grey)
        return nullptr;
    // Paper is made even first, so that a shadow is no ink; the smallest pictures have no paper to tell.
    const bool large = pixGetWidth(grey.get()) > 2 * Tile && pixGetHeight(grey.get()) > 2 * Tile;
    const PixPointer even(large ? pixBackgroundNormSimple(grey.get(), nullptr, nullptr) : nullptr);
    return PixPointer(pixConvertTo1(even ? even.get() : grey.get(), even ? InkGrey : InkGrey * 255 / PaperGrey));
}

} // namespace documents
