// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/pageshelf.h"

#include "app/documents/pageimage.h"
#include "app/store/pages.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

/// A page that was captured elsewhere. What comes is what was asked for, or it stays at `missing`.
QFuture<core::Result<QByteArray>> fetched(syncing::ApiClient& api, const QString& sha256, const core::Error& missing)
{
    return api.call({"GET", u"blobs/"_s + sha256})
        .then(QtFuture::Launch::Async, [sha256, missing](const syncing::ApiResult& reply) -> core::Result<QByteArray> {
            const QByteArray body = reply ? reply->body : QByteArray();
            if (QString::fromLatin1(QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex()) != sha256)
                return tl::unexpected(missing);
            return body;
        });
}

} // namespace

void PageShelf::put(const QString& sha256, const QImage& thumbnail, const QString& file)
{
    m_thumbnails.insert(sha256, thumbnail);
    m_files.insert(sha256, file);
}

void PageShelf::clear()
{
    m_thumbnails.clear();
    m_files.clear();
}

QFuture<core::Result<QByteArray>> PageShelf::bytes(const QString& caseId, const QString& sha256)
{
    const QString known = m_files.value(sha256);
    return m_services.store
        ->read([=](store::Session& session) -> core::Result<QString> {
            return known.isEmpty() ? store::pageFile(session, caseId, sha256) : known;
        })
        .then(QtFuture::Launch::Async,
              [store = m_services.store](const core::Result<QString>& file) -> core::Result<QByteArray> {
                  if (!file)
                      return tl::unexpected(file.error());
                  return store::PageFiles(store->pageFolder(), store->sealer()).read(*file).map([](const store::Page& page) {
                      return page.bytes;
                  });
              })
        .then(QtFuture::Launch::Async,
              [&api = m_services.api, sha256](const core::Result<QByteArray>& here) {
                  return here ? QtFuture::makeReadyFuture(here) : fetched(api, sha256, here.error());
              })
        .unwrap();
}

void PageShelf::load(const core::IntakeDraft& draft)
{
    QList<core::PageRef> pages;
    for (const core::DraftMaterial& material : std::as_const(draft.materials))
        pages += material.pages;
    for (const core::EditedPage& edited : std::as_const(draft.edited)) // what undo and restoring may bring back
        pages.append(edited.original);
    for (const core::PageRef& page : std::as_const(pages)) {
        bytes(draft.caseId, page.sha256)
            .then(QtFuture::Launch::Async,
                  [](const core::Result<QByteArray>& read) {
                      return read ? documents::pageImage(*read, QSize(ThumbnailHeight, ThumbnailHeight)) : QImage();
                  })
            .then(this, [this, page](const QImage& image) {
                m_thumbnails.insert(page.sha256, image);
                Q_EMIT changed();
            });
    }
}

} // namespace desk
