// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/error.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace documents {

/// One page as it is kept: a JPEG, a PNG or a PDF of one page.
struct ImportedPage
{
    QByteArray bytes;
    QString mediaType;

    friend bool operator==(const ImportedPage& a, const ImportedPage& b) { return a.bytes == b.bytes && a.mediaType == b.mediaType; }
};

/// The pages of a file that somebody brought: JPEG and PNG as they are, each picture of a TIFF, each page of a PDF without
/// re-encoding. What the bytes are is told from the bytes. Fails with `import.unknown`, `import.heic`, `import.too-large`,
/// `import.too-many`, `import.locked` or `page.unreadable`; a file is taken whole or not at all. Off the UI thread.
core::Result<QList<ImportedPage>> importPages(const QByteArray& file);

} // namespace documents
