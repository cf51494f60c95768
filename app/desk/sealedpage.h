// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/store/pages.h"
#include "app/store/store.h"

#include <QImage>

namespace desk {

/// A page that is on disk, sealed, and waits for its row.
struct SealedPage
{
    store::Page page;
    QString file;
    QImage thumbnail;
};

/// Checks a page, makes its thumbnail and seals it on disk. Fails as `checkPage` and `PageFiles::write` do. Off the UI
/// thread.
core::Result<SealedPage> sealPage(store::Store& store, const QString& caseId, const QString& materialCode, const QByteArray& bytes,
                                  const QString& mediaType);

} // namespace desk
