// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/idcard/photodecoder.h"

#include "devices/idcard/wipe.h"

namespace devices {

namespace {
constexpr int Width = 102;
constexpr int Height = 126;
constexpr int BytesPerPixel = 3;
constexpr qsizetype WltSize = 1024;
} // namespace

std::unique_ptr<PhotoDecoder> VendorPhotoDecoder::load(const QString& library)
{
    std::unique_ptr<VendorPhotoDecoder> decoder(new VendorPhotoDecoder);
    decoder->m_library.setFileName(library);
    decoder->m_unpack = reinterpret_cast<Unpack>(decoder->m_library.resolve("unpack"));
    if (!decoder->m_unpack)
        return nullptr;
    return decoder;
}

QImage VendorPhotoDecoder::decode(const QByteArray& wlt)
{
    if (wlt.size() != WltSize)
        return {};
    QByteArray pixels(qsizetype(Width) * Height * BytesPerPixel, '\0');
    const int done = m_unpack(wlt.constData(), pixels.data(), 0);
    const QImage picture =
        QImage(reinterpret_cast<const uchar*>(pixels.constData()), Width, Height, Width * BytesPerPixel, QImage::Format_BGR888)
            .convertToFormat(QImage::Format_RGB32);
    wipe(pixels);
    return done == 1 ? picture : QImage();
}

} // namespace devices
