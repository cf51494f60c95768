// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QImage>

namespace documents {

/// A QR code (ISO 18004, error correction M) with its quiet zone; `side` in pixels. Null when the text is too long.
QImage qrCode(const QString& text, int side);

} // namespace documents
