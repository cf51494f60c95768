// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/sync/pageupload.h"

#include "app/store/cache.h"
#include "app/store/pages.h"

#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace syncing {

namespace {

constexpr qint64 ChunkSize = 4LL * 1024 * 1024;
constexpr int ChunkTimeoutMs = 120'000;

const QHash<QByteArray, QByteArray> TusHeader{{"Tus-Resumable", "1.0.0"}};

QFuture<core::Result<void>> ready(const core::Result<void>& result)
{
    return QtFuture::makeReadyFuture(result);
}

QString settingName(const QString& sha256)
{
    return u"upload:"_s + sha256;
}

/// The part of a Location below /v1/: servers behind proxies get host and scheme wrong.
QString pathBelowBase(const QByteArray& location)
{
    const QString path = QUrl(QString::fromUtf8(location)).path();
    const qsizetype at = path.indexOf(u"/uploads/"_s);
    return at < 0 ? QString() : path.sliced(at + 1);
}

} // namespace

PageUpload::Outcome PageUpload::upload(const Page& page)
{
    return m_api.call({"HEAD", u"blobs/"_s + page.sha256})
        .then(this,
              [this, page](const ApiResult& reply) {
                  if (reply)
                      return ready({});
                  if (reply.error().kind != core::ErrorKind::NotFound)
                      return ready(tl::unexpected(reply.error()));
                  return readPage(page);
              })
        .unwrap();
}

PageUpload::Outcome PageUpload::readPage(const Page& page)
{
    struct Found
    {
        QString file;
        QString location;
    };
    auto found = m_store->read([page](store::Session& session) {
        return store::pageFile(session, page.caseId, page.sha256).and_then([&](const QString& file) {
            return store::setting(session, settingName(page.sha256), {}).map([&](const QString& location) {
                return Found{file, location};
            });
        });
    });
    const auto read = [self = m_store, page](const core::Result<Found>& found_) -> core::Result<Job> {
        if (!found_)
            return tl::unexpected(found_.error());
        return store::PageFiles(self->pageFolder(), self->sealer()).read(found_->file).map([&](const store::Page& stored) {
            return Job{page, stored.bytes, found_->location};
        });
    };
    return found.then(QtFuture::Launch::Async, read)
        .then(this,
              [this](const core::Result<Job>& job) {
                  if (!job)
                      return ready(tl::unexpected(job.error()));
                  return job->location.isEmpty() ? create(*job) : resume(*job);
              })
        .unwrap();
}

PageUpload::Outcome PageUpload::resume(const Job& job)
{
    return m_api.call({"HEAD", job.location, {}, {}, TusHeader})
        .then(this,
              [this, job](const ApiResult& reply) {
                  if (reply)
                      return append(job, reply->header("upload-offset").toLongLong());
                  if (reply.error().kind != core::ErrorKind::NotFound)
                      return ready(tl::unexpected(reply.error()));
                  return create(job); // the server has forgotten it
              })
        .unwrap();
}

PageUpload::Outcome PageUpload::create(const Job& job)
{
    ApiCall call{"POST", u"uploads"_s, {}, {}, TusHeader};
    call.headers.insert("Upload-Length", QByteArray::number(job.bytes.size()));
    call.headers.insert("Upload-Metadata",
                        "sha256 " + job.page.sha256.toLatin1().toBase64() + ",mediaType " + job.page.mediaType.toLatin1().toBase64());
    return m_api.call(call)
        .then(this,
              [this, job](const ApiResult& reply) -> Outcome {
                  if (!reply)
                      return ready(tl::unexpected(reply.error()));
                  Job created = job;
                  created.location = pathBelowBase(reply->header("location"));
                  if (created.location.isEmpty())
                      return ready(core::fail(core::ErrorKind::BadAnswer, u"server.nonsense"_s));
                  return remember(job.page.sha256, created.location)
                      .then(this, [this, created](const core::Result<void>&) { return append(created, 0); })
                      .unwrap();
              })
        .unwrap();
}

PageUpload::Outcome PageUpload::append(const Job& job, qint64 offset)
{
    if (offset < 0 || offset > job.bytes.size())
        return ready(core::fail(core::ErrorKind::BadAnswer, u"server.nonsense"_s));
    if (offset == job.bytes.size())
        return remember(job.page.sha256, {});
    ApiCall call{"PATCH",
                 job.location,
                 job.bytes.sliced(offset, std::min<qint64>(ChunkSize, job.bytes.size() - offset)),
                 "application/offset+octet-stream",
                 TusHeader,
                 ChunkTimeoutMs};
    call.headers.insert("Upload-Offset", QByteArray::number(offset));
    return m_api.call(call)
        .then(this,
              [this, job, offset](const ApiResult& reply) {
                  if (!reply) {
                      Job again = job;
                      again.renewed = true;
                      // Somewhere else than we thought: ask once where, then go on from there.
                      if (reply.error().code == u"server.offset-mismatch" && !job.renewed)
                          return resume(again);
                      const bool begunAnew =
                          reply.error().kind == core::ErrorKind::NotFound || reply.error().code == u"server.checksum-mismatch";
                      if (begunAnew && !job.renewed)
                          return create(again);
                      return ready(tl::unexpected(reply.error()));
                  }
                  const qint64 reached = reply->header("upload-offset").toLongLong();
                  if (reached <= offset)
                      return ready(core::fail(core::ErrorKind::BadAnswer, u"server.nonsense"_s));
                  Job further = job;
                  further.renewed = false; // it moves: going astray once more is another matter
                  return append(further, reached);
              })
        .unwrap();
}

QFuture<core::Result<void>> PageUpload::remember(const QString& sha256, const QString& location)
{
    return m_store->write([=](store::Session& session) { return store::setSetting(session, settingName(sha256), location); });
}

} // namespace syncing
