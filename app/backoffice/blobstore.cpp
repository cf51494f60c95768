// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/blobstore.h"

#include "app/backoffice/durablefile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace backoffice {

BlobStore::BlobStore(QString folder) : m_folder(std::move(folder))
{
    QDir().mkpath(m_folder + u"/uploads"_s);
    QDir().mkpath(m_folder + u"/blobs"_s);
}

QString BlobStore::blobPath(const QString& sha256) const
{
    return m_folder + u"/blobs/"_s + sha256.first(2) + u'/' + sha256;
}

qint64 BlobStore::uploadSize(const QString& id) const
{
    return QFileInfo(uploadPath(id)).size();
}

core::Result<qint64> BlobStore::append(const QString& id, qint64 offset, const QByteArray& bytes) const
{
    QFile file(uploadPath(id));
    // Another instance may be writing the same piece: it comes to lie where it belongs, not behind.
    if (!file.open(QIODevice::ReadWrite) || !file.seek(offset) || file.write(bytes) != bytes.size() || !file.flush())
        return core::fail(core::ErrorKind::Storage, u"blob.unwritable"_s);
    if (!flushToDisk(file.handle()))
        return core::fail(core::ErrorKind::Storage, u"blob.unwritable"_s);
    return file.size();
}

core::Result<void> BlobStore::finish(const QString& id, const QString& sha256) const
{
    QFile file(uploadPath(id));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return core::fail(core::ErrorKind::Storage, u"blob.unwritable"_s);
    file.close();
    if (QString::fromLatin1(hash.result().toHex()) != sha256)
        return core::fail(core::ErrorKind::Corrupt, u"blob.checksum"_s);
    const QString target = blobPath(sha256);
    QDir().mkpath(QFileInfo(target).path());
    if (QFile::exists(target)) {
        file.remove();
        return {};
    }
    if (!file.rename(target))
        return core::fail(core::ErrorKind::Storage, u"blob.unwritable"_s);
    flushFolder(QFileInfo(target).path());
    return {};
}

std::unique_lock<std::mutex> BlobStore::hold(const QString& id) const
{
    return std::unique_lock((*m_locks)[qHash(id) % Stripes]);
}

QStringList BlobStore::uploads() const
{
    return QDir(m_folder + u"/uploads"_s).entryList(QDir::Files);
}

void BlobStore::discard(const QString& id) const
{
    QFile::remove(uploadPath(id));
}

core::Result<QByteArray> BlobStore::read(const QString& sha256) const
{
    QFile file(blobPath(sha256));
    if (!file.open(QIODevice::ReadOnly))
        return core::fail(core::ErrorKind::NotFound, u"blob.missing"_s);
    return file.readAll();
}

core::Result<int> BlobStore::copyTo(const QString& folder) const
{
    int copied = 0;
    const QDir own(m_folder);
    QDirIterator blobs(m_folder + u"/blobs"_s, QDir::Files, QDirIterator::Subdirectories);
    while (blobs.hasNext()) {
        const QString from = blobs.next();
        const QString target = folder + u'/' + own.relativeFilePath(from);
        const QFileInfo there(target);
        if (there.exists() && there.size() == blobs.fileInfo().size())
            continue;
        const QString part = target + u".part"_s; // a copy that was broken off is none
        QFile::remove(part);
        if (!QDir().mkpath(there.path()) || !QFile::copy(from, part) || !putInPlace(part, target))
            return core::fail(core::ErrorKind::Storage, u"backup.pages"_s, {QFileInfo(target).fileName()});
        ++copied;
    }
    return copied;
}

core::Result<QByteArray> BlobStore::readPiece(const QString& sha256, qint64 from, qint64 size) const
{
    QFile file(blobPath(sha256));
    if (!file.open(QIODevice::ReadOnly))
        return core::fail(core::ErrorKind::NotFound, u"blob.missing"_s);
    if (from >= file.size() || !file.seek(from))
        return QByteArray();
    return file.read(size);
}

core::Result<void> BlobStore::adopt(const QString& path, const QString& sha256) const
{
    QDir().mkpath(m_folder + u"/uploads"_s);
    const QString id = u"adopted-"_s + sha256;
    discard(id);
    if (!QFile::copy(path, uploadPath(id)))
        return core::fail(core::ErrorKind::Storage, u"blob.unwritable"_s);
    auto finished = finish(id, sha256);
    discard(id);
    return finished;
}

} // namespace backoffice
