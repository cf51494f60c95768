// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/documents/barcode.h"

#include <zxing/BinaryBitmap.h>
#include <zxing/DecodeHints.h>
#include <zxing/Exception.h>
#include <zxing/common/GreyscaleLuminanceSource.h>
#include <zxing/common/HybridBinarizer.h>
#include <zxing/multi/qrcode/QRCodeMultiReader.h>
#include <zxing/oned/MultiFormatOneDReader.h>

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

using Results = std::vector<QSharedPointer<zxing::Result>>;

zxing::DecodeHints hintsFor(zxing::DecodeHintType kinds)
{
    zxing::DecodeHints hints(kinds);
    hints.setTryHarder(true);
    return hints;
}

/// This library says by an exception that there is nothing.
template<class Read> void add(QStringList& texts, Read read)
{
    try {
        const Results results = read();
        for (const auto& result : results)
            texts.append(QString::fromStdString(result->getText()->getText()));
    } catch (const zxing::Exception&) {
        return;
    } catch (const std::exception&) {
        return;
    }
}

} // namespace

/// QR codes, as many as there are, and one Code 128 or Code 39: the reader for several kinds at once is broken in this version.
QStringList barcodesOn(const QImage& page)
{
    constexpr int Width = 1240; // A4 at 150 dpi
    if (page.isNull())
        return {};
    const QImage grey =
        (page.width() > Width ? page.scaledToWidth(Width, Qt::SmoothTransformation) : page).convertToFormat(QImage::Format_Grayscale8);
    const QSharedPointer<zxing::BinaryBitmap> bitmap = bitmapOf(grey);
    QStringList texts;
    add(texts, [&] { return zxing::multi::QRCodeMultiReader().decodeMultiple(bitmap, hintsFor(zxing::DecodeHints::QR_CODE_HINT)); });
    add(texts, [&] {
        const zxing::DecodeHints hints = hintsFor(zxing::DecodeHints::CODE_128_HINT | zxing::DecodeHints::CODE_39_HINT);
        return Results{zxing::oned::MultiFormatOneDReader(hints).decode(bitmap, hints)};
    });
    return texts;
}

} // namespace documents
