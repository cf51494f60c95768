// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/pagesteps.h"

#include <QImage>

namespace documents {

// Tens to hundreds of milliseconds for an A4 page: off the UI thread.

/// A captured page at the size it was captured in; a PDF page at 300 dpi. Null when it cannot be read.
QImage wholePage(const QByteArray& bytes);
/// The picture after the steps.
QImage afterSteps(const QImage& original, const QList<core::PageStep>& steps);
/// JPEG of a changed page, not much larger than the bytes it was made from. Empty when it cannot be encoded.
QByteArray changedPage(const QImage& page, const QByteArray& original);

} // namespace documents
