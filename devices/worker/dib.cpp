// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/worker/dib.h"

#include <QtEndian>

#include <cmath>
#include <cstdlib>

namespace devices {

namespace {

constexpr qsizetype HeaderSize = 40;
constexpr int WidthAt = 4;
constexpr int HeightAt = 8;
constexpr int DepthAt = 14;
constexpr int CompressionAt = 16;
constexpr int ColoursAt = 32;
constexpr int LargestSide = 30'000; // A3 at 1200 dpi and some
constexpr qint64 LargestDib = 1LL << 30;

template<class Number> Number numberAt(const QByteArray& bytes, int at)
{
    return qFromLittleEndian<Number>(bytes.constData() + at);
}

/// Grey, one bit or eight, gets its palette; colour is stored blue, green, red.
QImage::Format formatFor(int depth)
{
    switch (depth) {
    case 1: return QImage::Format_Mono;
    case 8: return QImage::Format_Indexed8;
    case 24: return QImage::Format_BGR888;
    default: return QImage::Format_Invalid;
    }
}

} // namespace

QImage dibImage(const QByteArray& dib, int dpi)
{
    if (dib.size() < HeaderSize || numberAt<quint32>(dib, 0) < quint32(HeaderSize) || numberAt<quint32>(dib, CompressionAt) != 0)
        return {};
    const qint64 width = numberAt<qint32>(dib, WidthAt);
    const qint32 told = numberAt<qint32>(dib, HeightAt);
    const int depth = numberAt<quint16>(dib, DepthAt);
    const QImage::Format format = formatFor(depth);
    if (width <= 0 || width > LargestSide || told == INT32_MIN || std::abs(told) > LargestSide || format == QImage::Format_Invalid)
        return {};
    const quint32 named = numberAt<quint32>(dib, ColoursAt);
    const qint64 colours = depth > 8 ? 0 : named > 0 ? qint64(named) : 1LL << depth;
    const qint64 begin = qint64(numberAt<quint32>(dib, 0)) + 4 * colours;
    const qint64 stride = (width * depth + 31) / 32 * 4;
    if (colours > 256 || begin >= dib.size() || stride * LargestSide > 4 * LargestDib)
        return {};
    const qint64 there = (dib.size() - begin) / stride;
    const qint64 height = told == 0 ? std::min<qint64>(there, LargestSide) : std::abs(told);
    if (height <= 0 || height > there)
        return {};
    QImage image(int(width), int(height), format);
    if (image.isNull())
        return {};
    QList<QRgb> palette;
    for (qint64 index = 0; index < colours; ++index)
        palette.append(numberAt<quint32>(dib, int(numberAt<quint32>(dib, 0) + 4 * index)) | 0xff000000u);
    if (!palette.isEmpty())
        image.setColorTable(palette);
    const bool upwards = told > 0; // 0 comes line by line as the paper does
    for (qint64 line = 0; line < height; ++line) {
        const char* from = dib.constData() + begin + stride * (upwards ? height - 1 - line : line);
        std::copy_n(from, std::min<qint64>(stride, image.bytesPerLine()), reinterpret_cast<char*>(image.scanLine(int(line))));
    }
    const int perMetre = int(std::lround(dpi / 0.0254));
    image.setDotsPerMeterX(perMetre);
    image.setDotsPerMeterY(perMetre);
    return depth == 8 ? image.convertToFormat(QImage::Format_Grayscale8) : image;
}

} // namespace devices
