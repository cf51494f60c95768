// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/documents/qrcode.h"

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

namespace documents {

QImage qrCode(const QString& text, int side)
{
    constexpr int QuietModules = 4;
    constexpr int CorrectionM = 3; // of ZXing's 0 … 8
    try {
        ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::QRCode);
        writer.setEncoding(ZXing::CharacterSet::UTF8).setEccLevel(CorrectionM).setMargin(QuietModules);
        const ZXing::BitMatrix matrix = writer.encode(text.toStdString(), side, side);
        QImage image(matrix.width(), matrix.height(), QImage::Format_Grayscale8);
        for (int y = 0; y < matrix.height(); ++y) {
            uchar* line = image.scanLine(y);
            for (int x = 0; x < matrix.width(); ++x)
                line[x] = matrix.get(x, y) ? 0 : 255;
        }
        return image;
    } catch (const std::exception&) {
        return {};
    }
}

} // namespace documents
