// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/documents/barcode.h"

#include <zxing/BinaryBitmap.h>
#include <zxing/DecodeHints.h>
#include <zxing/Exception.h>
#include <zxing/MultiFormatReader.h>
#include <zxing/common/GreyscaleLuminanceSource.h>
#include <zxing/common/HybridBinarizer.h>
#include <zxing/multi/GenericMultipleBarcodeReader.h>

namespace documents {

namespace {

QSharedPointer<zxing::BinaryBitmap> bitmapOf(const QImage& grey)
{
    auto bytes = QSharedPointer<std::vector<zxing::byte>>::create();
    bytes->reserve(std::size_t(grey.width()) * std::size_t(grey.height()));
    for (int y = 0; y < grey.height(); ++y)
        bytes->insert(bytes->end(), grey.constScanLine(y), grey.constScanLine(y) + grey.width());
    const auto source =
        QSharedPointer<zxing::GreyscaleLuminanceSource>::create(bytes, grey.width(), grey.height(), 0, 0, grey.width(), grey.height());
    const auto binarizer = QSharedPointer<zxing::HybridBinarizer>::create(source);
    return QSharedPointer<zxing::BinaryBitmap>::create(binarizer);
}

} // namespace

QStringList barcodesOn(const QImage& page)
{
    constexpr int Width = 1240; // A4 at 150 dpi
    if (page.isNull())
        return {};
    const QImage grey =
        (page.width() > Width ? page.scaledToWidth(Width, Qt::SmoothTransformation) : page).convertToFormat(QImage::Format_Grayscale8);
    QStringList texts;
    try {
        zxing::DecodeHints hints(zxing::DecodeHints::DEFAULT_HINT);
        hints.setTryHarder(true);
        zxing::MultiFormatReader reader;
        zxing::multi::GenericMultipleBarcodeReader several(reader);
        for (const auto& result : several.decodeMultiple(bitmapOf(grey), hints))
            texts.append(QString::fromStdString(result->getText()->getText()));
    } catch (const zxing::Exception&) { // nothing found is one of them
        return texts;
    } catch (const std::exception&) {
        return texts;
    }
    return texts;
}

} // namespace documents
