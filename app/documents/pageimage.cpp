// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/documents/pageimage.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QImageReader>
#include <QPainter>
#include <QPdfDocument>

using namespace Qt::StringLiterals;

namespace documents {

namespace {

constexpr qint64 LargestPage = 64LL * 1024 * 1024;
constexpr int MegabytesAPicture = 512; // for as many pixels

/// A PDF has no size of its own: nothing is rendered into an empty one.
core::Result<QImage> renderedPdf(QBuffer& buffer, const QSize& within, int number)
{
    QPdfDocument document;
    document.load(&buffer);
    const QSizeF size = document.pageCount() > number ? document.pagePointSize(number) : QSizeF();
    if (document.status() != QPdfDocument::Status::Ready || size.isEmpty() || within.isEmpty())
        return core::fail(core::ErrorKind::InvalidInput, u"page.unreadable"_s);
    const QImage rendered = document.render(number, size.scaled(within, Qt::KeepAspectRatio).toSize().expandedTo(QSize(1, 1)));
    if (rendered.isNull())
        return core::fail(core::ErrorKind::InvalidInput, u"page.unreadable"_s);
    return onPaper(rendered);
}

/// Scaled to fit; an empty size leaves a picture as large as it is.
core::Result<QImage> decoded(const QByteArray& bytes, const QSize& within, int number = 0)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    static const bool roomy = [] {
        QImageReader::setAllocationLimit(MegabytesAPicture); // Qt's own limit is below A4 at 600 dpi
        return true;
    }();
    Q_UNUSED(roomy)
    if (bytes.startsWith("%PDF-"))
        return renderedPdf(buffer, within, number);
    QImageReader reader(&buffer);
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty())
        return core::fail(core::ErrorKind::InvalidInput, u"page.unreadable"_s);
    if (qint64(size.width()) * size.height() > MostPixels)
        return core::fail(core::ErrorKind::InvalidInput, u"page.too-large"_s);
    reader.setAutoTransform(true);
    if (!within.isEmpty())
        reader.setScaledSize(size.scaled(within, Qt::KeepAspectRatio));
    const QImage image = reader.read();
    if (image.isNull())
        return core::fail(core::ErrorKind::InvalidInput, u"page.unreadable"_s);
    return image.hasAlphaChannel() ? onPaper(image) : image;
}

} // namespace

QImage onPaper(const QImage& image)
{
    QImage paper(image.size(), QImage::Format_RGB32);
    paper.setDotsPerMeterX(image.dotsPerMeterX());
    paper.setDotsPerMeterY(image.dotsPerMeterY());
    paper.fill(Qt::white);
    QPainter(&paper).drawImage(0, 0, image);
    return paper;
}

core::Result<CheckedPage> checkPage(const QByteArray& bytes, const QString& mediaType, int height)
{
    if (bytes.size() > LargestPage)
        return core::fail(core::ErrorKind::InvalidInput, u"page.too-large"_s);
    return decoded(bytes, QSize(height * 2, height)).map([&](const QImage& thumbnail) {
        const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
        return CheckedPage{{QString::fromLatin1(hash), bytes.size(), mediaType}, thumbnail};
    });
}

QImage pageImage(const QByteArray& bytes, const QSize& size, int number)
{
    return decoded(bytes, size, number).value_or(QImage());
}

int pageCount(const QByteArray& bytes)
{
    if (!bytes.startsWith("%PDF-"))
        return 1;
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&buffer);
    return document.status() == QPdfDocument::Status::Ready ? document.pageCount() : 0;
}

QImage wholeImage(const QByteArray& bytes)
{
    return decoded(bytes, {}).value_or(QImage());
}

} // namespace documents
