// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/sealedpage.h"

#include "app/desk/pageshelf.h"
#include "app/documents/pageimage.h"

using namespace Qt::StringLiterals;

namespace desk {

core::Result<SealedPage> sealPage(store::Store& store, const QString& caseId, const QString& materialCode, const QByteArray& bytes,
                                  const QString& mediaType)
{
    try {
        return documents::checkPage(bytes, mediaType, PageShelf::ThumbnailHeight).and_then([&](const documents::CheckedPage& checked) {
            const store::Page page{caseId, materialCode, checked.ref, bytes};
            return store::PageFiles(store.pageFolder(), store.sealer()).write(page).map([&](const QString& file) {
                return SealedPage{page, file, checked.thumbnail};
            });
        });
    } catch (const std::bad_alloc&) { // a page that does not fit into the memory must not stop those after it
        return core::fail(core::ErrorKind::InvalidInput, u"page.too-large"_s);
    }
}

} // namespace desk
