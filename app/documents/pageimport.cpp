// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/documents/pageimport.h"

#include "app/documents/jpeghead.h"
#include "app/documents/pageimage.h"
#include "app/documents/pdfimport.h"
#include "app/documents/pix.h"

#include <QBuffer>
#include <QImageReader>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace documents {

namespace {

constexpr qint64 LargestFile = 64LL * 1024 * 1024;
constexpr int MostPages = 200;
constexpr int MostMegabytes = 512;                // decoded, as MostPixels in colour
constexpr qsizetype LongestPadding = 64LL * 1024; // some cameras append a picture of the picture

core::Error error(const QString& code)
{
    return {core::ErrorKind::InvalidInput, code, {}};
}

bool isHeic(const QByteArray& file)
{
    const QByteArray brand = file.mid(4, 8);
    return brand.startsWith("ftyp") &&
           (brand.endsWith("heic") || brand.endsWith("heix") || brand.endsWith("mif1") || brand.endsWith("msf1"));
}

/// Where the picture itself begins, behind what is said about it; -1 where that cannot be told.
qsizetype scanOf(const QByteArray& jpeg)
{
    qsizetype at = 2;
    while (at + 4 <= jpeg.size() && quint8(jpeg[at]) == 0xFF) {
        const auto marker = quint8(jpeg[at + 1]);
        if (marker == 0xDA)
            return at;
        at += marker == 0xFF ? 1 : 2 + qFromBigEndian<quint16>(jpeg.constData() + at + 2);
    }
    return -1;
}

/// A decoder would fill the rest with grey. A small picture in the head has an end of its own, which does not count.
bool isCutOff(const QByteArray& jpeg)
{
    const qsizetype end = jpeg.lastIndexOf(QByteArray::fromHex("ffd9"));
    return end < 0 || end < scanOf(jpeg) || end < jpeg.size() - LongestPadding;
}

core::Result<QList<ImportedPage>> importPicture(const QByteArray& file, const QString& mediaType)
{
    if (const auto head = jpegHead(file); head && qint64(head->width) * head->height > MostPixels)
        return tl::unexpected(error(u"import.too-large"_s));
    if (mediaType == u"image/jpeg" && isCutOff(file))
        return tl::unexpected(error(u"page.unreadable"_s));
    QImageReader::setAllocationLimit(MostMegabytes);
    QBuffer buffer;
    buffer.setData(file);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty())
        return tl::unexpected(error(u"page.unreadable"_s));
    if (qint64(size.width()) * size.height() > MostPixels)
        return tl::unexpected(error(u"import.too-large"_s));
    reader.setScaledSize(size.scaled(64, 64, Qt::KeepAspectRatio)); // to the end, but small
    if (reader.read().isNull())
        return tl::unexpected(error(u"page.unreadable"_s));
    return QList<ImportedPage>{{file, mediaType}};
}

QImage imageOf(PIX* pix)
{
    const PixPointer full(pixConvertTo32(pix));
    if (!full)
        return {};
    QImage image(pixGetWidth(full.get()), pixGetHeight(full.get()), QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        const l_uint32* line = pixGetData(full.get()) + std::size_t(y) * std::size_t(pixGetWpl(full.get()));
        auto* to = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x)
            to[x] = qRgb(int(line[x] >> 24), int(line[x] >> 16 & 0xFF), int(line[x] >> 8 & 0xFF));
    }
    if (pixGetXRes(pix) > 0) {
        image.setDotsPerMeterX(qRound(pixGetXRes(pix) / 0.0254));
        image.setDotsPerMeterY(qRound((pixGetYRes(pix) > 0 ? pixGetYRes(pix) : pixGetXRes(pix)) / 0.0254));
    }
    return image;
}

/// How many directories the chain of a TIFF has; 0 when it is broken anywhere.
int tiffPictures(const QByteArray& file)
{
    const bool little = file.startsWith("II");
    const auto read = [&](qsizetype at, int size) -> quint32 {
        if (at < 0 || at + size > file.size())
            return 0;
        const char* from = file.constData() + at;
        if (size == 2)
            return little ? qFromLittleEndian<quint16>(from) : qFromBigEndian<quint16>(from);
        return little ? qFromLittleEndian<quint32>(from) : qFromBigEndian<quint32>(from);
    };
    int count = 0;
    qsizetype at = read(4, 4);
    while (at != 0) {
        const quint32 entries = read(at, 2);
        const qsizetype next = at + 2 + qsizetype(entries) * 12;
        if (entries == 0 || next + 4 > file.size() || ++count > MostPages + 1)
            return count > MostPages ? count : 0;
        at = read(next, 4);
    }
    return count;
}

/// One picture of a TIFF: line art stays lossless, everything else becomes a JPEG.
std::optional<ImportedPage> tiffPage(const QByteArray& file, int number)
{
    const PixPointer pix(pixReadMemTiff(reinterpret_cast<const l_uint8*>(file.constData()), std::size_t(file.size()), number));
    if (!pix)
        return std::nullopt;
    const bool line = pixGetDepth(pix.get()) == 1;
    QImage image = imageOf(pix.get());
    if (line)
        image = image.convertToFormat(QImage::Format_Mono);
    ImportedPage page{{}, line ? u"image/png"_s : u"image/jpeg"_s};
    QBuffer buffer(&page.bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, line ? "PNG" : "JPEG", line ? -1 : 90))
        return std::nullopt;
    return page;
}

core::Result<QList<ImportedPage>> importTiff(const QByteArray& file)
{
    const int pictures = tiffPictures(file);
    if (pictures == 0)
        return tl::unexpected(error(u"page.unreadable"_s));
    if (pictures > MostPages)
        return tl::unexpected(error(u"import.too-many"_s));
    QList<ImportedPage> pages;
    qint64 pixels = 0;
    for (int number = 0; number < pictures; ++number) {
        l_int32 width = 0;
        l_int32 height = 0;
        const bool there = readHeaderMemTiff(reinterpret_cast<const l_uint8*>(file.constData()), std::size_t(file.size()), number, &width,
                                             &height, nullptr, nullptr, nullptr, nullptr, nullptr) == 0;
        if (!there || width < 1 || height < 1)
            return tl::unexpected(error(u"page.unreadable"_s));
        pixels += qint64(width) * height;
        if (pixels > MostPixels * 4 || qint64(width) * height > MostPixels)
            return tl::unexpected(error(u"import.too-large"_s));
        auto page = tiffPage(file, number);
        if (!page)
            return tl::unexpected(error(u"page.unreadable"_s));
        pages.append(*page);
    }
    return pages;
}

} // namespace

core::Result<QList<ImportedPage>> importPages(const QByteArray& file)
{
    if (file.size() > LargestFile)
        return tl::unexpected(error(u"import.too-large"_s));
    if (file.startsWith("\xFF\xD8\xFF"))
        return importPicture(file, u"image/jpeg"_s);
    if (file.startsWith("\x89PNG\r\n\x1A\n"))
        return importPicture(file, u"image/png"_s);
    if (file.startsWith(QByteArrayLiteral("II*\0")) || file.startsWith(QByteArrayLiteral("MM\0*")))
        return importTiff(file);
    if (file.left(1024).contains("%PDF-"))
        return importPdf(file);
    return tl::unexpected(error(isHeic(file) ? u"import.heic"_s : u"import.unknown"_s));
}

} // namespace documents
