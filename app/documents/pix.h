// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QImage>

#include <leptonica/allheaders.h>

#include <memory>

namespace documents {

struct PixDeleter
{
    void operator()(PIX* pix) const { pixDestroy(&pix); }
};

/// An image of Leptonica that is freed by itself.
using PixPointer = std::unique_ptr<PIX, PixDeleter>;

/// The page in grey, reduced to at most so many pixels in width; null for a null image.
PixPointer greyPix(const QImage& page, int width);
/// Black where there is ink, by a threshold that follows the paper; null as above.
PixPointer inkPix(const QImage& page, int width);

} // namespace documents
