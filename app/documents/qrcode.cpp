// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/documents/qrcode.h"

#include <qrencode.h>

#include <memory>

namespace documents {

QImage qrCode(const QString& text, int side)
{
    constexpr int QuietModules = 4;
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString(text.toUtf8().constData(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
    if (!code)
        return {};
    const int modules = code->width + 2 * QuietModules;
    const int scale = std::max(1, side / modules);
    const int size = std::max(side, modules);
    const int margin = (size - scale * code->width) / 2;
    QImage image(size, size, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    for (int y = 0; y < scale * code->width; ++y) {
        uchar* line = image.scanLine(margin + y);
        const unsigned char* row = code->data + y / scale * code->width;
        for (int x = 0; x < scale * code->width; ++x)
            line[margin + x] = (row[x / scale] & 1) != 0 ? 0 : 255;
    }
    return image;
}

} // namespace documents
