// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/pageshelf.h"
#include "app/desk/sealedpage.h"

namespace desk {

/// A material's pages as the one PDF that its item asks for.
struct BoundMaterial
{
    QString code;
    SealedPage pdf;
    int pages = 0;
};

/// Binds what the item asks to be bound; nothing where it asks for nothing. Pages are read, bound and sealed in the pool.
/// Fails as reading a page or `bindPdf` does, and then nothing was bound.
QFuture<core::Result<QList<BoundMaterial>>> bindMaterials(Services& services, PageShelf& shelf, const core::CaseRecord& record,
                                                          const core::ServiceItem& item);
/// The record with the PDFs in the place of their pages.
core::CaseRecord withBound(core::CaseRecord record, const QList<BoundMaterial>& bound);

} // namespace desk
