// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/caserecord.h"

#include <QImage>

namespace documents {

/// Of one page: A3 at 600 dpi and some.
constexpr qint64 MostPixels = 120'000'000;

/// What a captured page turned out to be.
struct CheckedPage
{
    core::PageRef ref;
    QImage thumbnail;
};

/// Checks that a page can be read and stays within limits, hashes it and makes a thumbnail `height` pixels tall. Takes
/// tens of milliseconds: call it off the UI thread. Fails with `page.unreadable` or `page.too-large`.
core::Result<CheckedPage> checkPage(const QByteArray& bytes, const QString& mediaType, int height);
/// The picture on white: what can be seen through is paper.
QImage onPaper(const QImage& picture);
/// The page scaled to fit `size`; null when it cannot be read. `number` is that of a PDF's page, from 0.
QImage pageImage(const QByteArray& bytes, const QSize& size, int number = 0);
/// How many pages a PDF has, 0 when it cannot be read; a picture is one.
int pageCount(const QByteArray& bytes);
/// A picture in its own size; null when it cannot be read, has too many pixels, or is a PDF.
QImage wholeImage(const QByteArray& bytes);

} // namespace documents
