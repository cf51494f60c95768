// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/documents/barcode.h"

#include <ZXing/ReadBarcode.h>

namespace documents {

QStringList barcodesOn(const QImage& page)
{
    constexpr int Width = 1240; // A4 at 150 dpi
    if (page.isNull())
        return {};
    const QImage grey =
        (page.width() > Width ? page.scaledToWidth(Width, Qt::SmoothTransformation) : page).convertToFormat(QImage::Format_Grayscale8);
    QStringList texts;
    try {
        ZXing::DecodeHints hints;
        hints.setTryHarder(true).setTryRotate(true).setMaxNumberOfSymbols(16);
        const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum, int(grey.bytesPerLine()));
        for (const ZXing::Result& result : ZXing::ReadBarcodes(view, hints)) {
            if (result.isValid())
                texts.append(QString::fromStdWString(result.text()));
        }
    } catch (const std::exception&) {
        return texts;
    }
    return texts;
}

} // namespace documents
