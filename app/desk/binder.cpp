// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/binder.h"

#include "app/documents/pdfbinder.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Read = core::Result<QByteArray>;

struct Bundle
{
    QString code;
    QString name;
    QList<core::PageRef> pages;
    documents::PdfKind kind = documents::PdfKind::Plain;
};

core::Result<BoundMaterial> bind(store::Store& store, const QString& caseId, const Bundle& bundle, const QList<Read>& reads)
{
    QList<documents::ImportedPage> pages;
    for (qsizetype i = 0; i < bundle.pages.size(); ++i) {
        if (!reads[i])
            return tl::unexpected(reads[i].error());
        pages.append({*reads[i], bundle.pages[i].mediaType});
    }
    const int count = std::accumulate(bundle.pages.begin(), bundle.pages.end(), 0,
                                      [](int sum, const core::PageRef& page) { return sum + page.pages; }); // one may be bound already
    return documents::bindPdf(pages, bundle.kind)
        .map_error([&](core::Error error) {
            error.facts.append(bundle.name);
            return error;
        })
        .and_then([&](const QByteArray& pdf) { return sealPage(store, caseId, core::DerivedMaterial, pdf, u"application/pdf"_s); })
        .map([&](const SealedPage& pdf) { return BoundMaterial{bundle.code, pdf, count}; });
}

} // namespace

QFuture<core::Result<QList<BoundMaterial>>> bindMaterials(Services& services, PageShelf& shelf, const core::CaseRecord& record,
                                                          const core::ServiceItem& item)
{
    QList<Bundle> bundles;
    QList<QFuture<Read>> reads;
    for (const core::MaterialRecord& material : record.materials) {
        const core::MaterialRequirement* asked = item.material(material.code);
        if (!asked || asked->binding == core::Binding::None || material.pages.isEmpty() || !material.source.isEmpty())
            continue;
        const bool archive = asked->binding == core::Binding::Archive;
        bundles.append({material.code, material.name, material.pages, archive ? documents::PdfKind::Archive : documents::PdfKind::Plain});
        for (const core::PageRef& page : material.pages)
            reads.append(shelf.bytes(record.id, page.sha256));
    }
    using Bound = core::Result<QList<BoundMaterial>>;
    if (bundles.isEmpty())
        return QtFuture::makeReadyFuture(Bound(QList<BoundMaterial>{}));
    return QtFuture::whenAll(reads.begin(), reads.end())
        .then(QtFuture::Launch::Async, [bundles, store = services.store, caseId = record.id](const QList<QFuture<Read>>& all) -> Bound {
            QList<BoundMaterial> bound;
            qsizetype at = 0;
            for (const Bundle& bundle : bundles) {
                QList<Read> pages;
                for (qsizetype i = 0; i < bundle.pages.size(); ++i)
                    pages.append(all[at++].result());
                const auto done = bind(*store, caseId, bundle, pages);
                if (!done)
                    return tl::unexpected(done.error());
                bound.append(*done);
            }
            return bound;
        });
}

core::CaseRecord withBound(core::CaseRecord record, const QList<BoundMaterial>& bound)
{
    for (const BoundMaterial& pdf : bound) {
        const auto material =
            std::find_if(record.materials.begin(), record.materials.end(), [&](const auto& m) { return m.code == pdf.code; });
        if (material == record.materials.end())
            continue;
        core::PageRef ref = pdf.pdf.page.ref;
        ref.pages = pdf.pages;
        material->pages = {ref};
    }
    return record;
}

} // namespace desk
