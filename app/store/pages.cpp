// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/store/pages.h"

#include "app/core/uuid7.h"
#include "app/store/durable.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace store {

namespace {

const QString Suffix = u".page"_s;
const QString Unfinished = u".part"_s;

QByteArray packed(const Page& page)
{
    const QByteArray head = QJsonDocument(QJsonObject{{u"case"_s, page.caseId},
                                                      {u"material"_s, page.materialCode},
                                                      {u"sha256"_s, page.ref.sha256},
                                                      {u"mediaType"_s, page.ref.mediaType}})
                                .toJson(QJsonDocument::Compact);
    QByteArray size(4, Qt::Uninitialized);
    qToBigEndian(quint32(head.size()), size.data());
    return size + head + page.bytes;
}

core::Result<Page> unpacked(const QByteArray& plain)
{
    const quint32 size = plain.size() < 4 ? 0 : qFromBigEndian<quint32>(plain.constData());
    if (size == 0 || qsizetype(size) > plain.size() - 4)
        return core::fail(core::ErrorKind::Corrupt, u"store.unsealable"_s);
    const QJsonObject head = QJsonDocument::fromJson(plain.sliced(4, qsizetype(size))).object();
    Page page{head[u"case"_s].toString(), head[u"material"_s].toString(), {}, plain.sliced(4 + qsizetype(size))};
    page.ref = {head[u"sha256"_s].toString(), page.bytes.size(), head[u"mediaType"_s].toString()};
    return page;
}

} // namespace

core::Result<QString> PageFiles::write(const Page& page) const
{
    const QString name = core::idText(core::newId()) + Suffix;
    const QString path = m_folder + u'/' + name;
    QFile file(path + Unfinished);
    const QByteArray sealed = m_sealer.seal(packed(page), name.toUtf8());
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return core::fail(core::ErrorKind::Storage, u"page.unwritable"_s);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (file.write(sealed) != sealed.size() || !flushToDisk(file)) {
        const bool full = file.error() == QFileDevice::ResourceError || file.error() == QFileDevice::WriteError;
        file.remove();
        return full ? core::fail(core::ErrorKind::DiskFull, u"page.full"_s) : core::fail(core::ErrorKind::Storage, u"page.unwritable"_s);
    }
    file.close();
    if (!QFile::rename(path + Unfinished, path))
        return core::fail(core::ErrorKind::Storage, u"page.unwritable"_s);
    flushFolder(m_folder);
    return name;
}

core::Result<Page> PageFiles::read(const QString& file) const
{
    QFile source(m_folder + u'/' + file);
    if (!source.open(QIODevice::ReadOnly))
        return core::fail(core::ErrorKind::NotFound, u"page.missing"_s);
    return m_sealer.open(source.readAll(), file.toUtf8()).and_then(unpacked);
}

QStringList PageFiles::names() const
{
    return QDir(m_folder).entryList({u'*' + Suffix}, QDir::Files, QDir::Name);
}

void PageFiles::remove(const QString& file) const
{
    QFile::remove(m_folder + u'/' + file);
}

void PageFiles::removeUnfinished() const
{
    const QStringList names = QDir(m_folder).entryList({u'*' + Unfinished}, QDir::Files);
    for (const QString& name : names)
        QFile::remove(m_folder + u'/' + name);
}

core::Result<void> addPage(Session& session, const Page& page, const QString& file, qint64 nowMs)
{
    return session
        .change(u"INSERT INTO page (case_id, sha256, file, bytes, media_type, created_at) VALUES (?, ?, ?, ?, ?, ?) "
                "ON CONFLICT (case_id, sha256) DO NOTHING"_s,
                {page.caseId, page.ref.sha256, file, page.ref.bytes, page.ref.mediaType, nowMs})
        .map([](int) {});
}

core::Result<QString> pageFile(Session& session, const QString& caseId, const QString& sha256)
{
    auto rows = session.run(u"SELECT file FROM page WHERE sha256 = ? ORDER BY case_id = ? DESC LIMIT 1"_s, {sha256, caseId});
    if (!rows)
        return tl::unexpected(rows.error());
    if (!rows->next())
        return core::fail(core::ErrorKind::NotFound, u"page.missing"_s);
    return rows->value(0).toString();
}

core::Result<QStringList> knownPageFiles(Session& session)
{
    auto rows = session.run(u"SELECT file FROM page"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    QStringList files;
    while (rows->next())
        files.append(rows->value(0).toString());
    return files;
}

} // namespace store
