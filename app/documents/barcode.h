// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QImage>
#include <QStringList>

namespace documents {

/// Texts of all barcodes on a page (QR, Code 128, PDF417, Data Matrix …), upside down ones too. Off the UI thread.
QStringList barcodesOn(const QImage& page);

} // namespace documents
