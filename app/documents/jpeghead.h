// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>

#include <optional>

namespace documents {

/// What a JPEG says about itself before its picture (ISO 10918-1, JFIF, Exif).
struct JpegHead
{
    int width = 0;
    int height = 0;
    int components = 0;
    int bits = 8;
    double dpi = 0;            ///< 0: not stated
    int quartersToTurn = 0;    ///< clockwise, to be upright
    bool invertedCmyk = false; ///< as Adobe writes it
};

/// Empty when the bytes are no JPEG with a size.
std::optional<JpegHead> jpegHead(const QByteArray& bytes);

} // namespace documents
