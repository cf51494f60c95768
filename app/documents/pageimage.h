// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/caserecord.h"

#include <QImage>

namespace documents {

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
/// The page scaled to fit `size`; null when it cannot be read.
QImage pageImage(const QByteArray& bytes, const QSize& size);
/// A picture in its own size; null when it cannot be read or has too many pixels.
QImage wholeImage(const QByteArray& bytes);

} // namespace documents
