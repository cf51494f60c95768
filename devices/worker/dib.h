// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QImage>

namespace devices {

/// A page out of a device-independent bitmap without its file header, as WIA hands them over: BITMAPINFOHEADER, palette,
/// lines. Its height may be 0, for scanners that learn it at the end of the paper, and is then what the lines make it. Null
/// for anything that is no bitmap, or larger than a page can be.
QImage dibImage(const QByteArray& dib, int dpi);

} // namespace devices
