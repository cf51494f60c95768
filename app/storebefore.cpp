// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/storebefore.h"

#include "app/store/durable.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace {

const QString Database = u"/window.sqlite"_s;
const QString Log = u"-wal"_s; ///< what is not in the database yet
const QString Index = u"-shm"_s;
const QString Back = u".back"_s;
const QString Newer = u".newer"_s;

bool copyToDisk(const QString& from, const QString& to)
{
    QFile::remove(to);
    QFile copied(to);
    return QFile::copy(from, to) && copied.open(QIODevice::ReadWrite) && store::flushToDisk(copied);
}

bool moveOver(const QString& from, const QString& to)
{
    QFile::remove(to);
    return QFile::rename(from, to);
}

} // namespace

StoreBefore::StoreBefore(const QString& folder) : m_folder(folder), m_kept(folder + u"/before-update"_s) {}

QString StoreBefore::path(const QString& suffix) const
{
    return m_folder + Database + suffix;
}

QString StoreBefore::copy(const QString& suffix) const
{
    return m_kept + Database + suffix;
}

bool StoreBefore::isKept() const
{
    return QFile::exists(copy());
}

bool StoreBefore::isStoreThere() const
{
    return QFile::exists(path());
}

bool StoreBefore::mayComeBack() const
{
    return isKept() && !QFile::exists(mark());
}

bool StoreBefore::keep() const
{
    if (isKept())
        return false;
    const QString part = m_kept + u".part"_s; // half a copy is never taken for one
    QDir(m_kept).removeRecursively();
    QDir(part).removeRecursively();
    bool done = QDir().mkpath(part);
    for (const QString& suffix : {QString(), Log}) {
        if (QFile::exists(path(suffix)))
            done = done && copyToDisk(path(suffix), part + Database + suffix);
    }
    store::flushFolder(part);
    done = done && QDir().rename(part, m_kept);
    store::flushFolder(m_folder);
    return done;
}

bool StoreBefore::bringBack() const
{
    if (!isKept())
        return false;
    const bool hasLog = QFile::exists(copy(Log));
    if (!copyToDisk(copy(), path(Back)) || (hasLog && !copyToDisk(copy(Log), path(Back + Log))))
        return false;
    QFile::remove(path()); // first and last: what lies beside it belongs to it
    for (const QString& suffix : {Log, Index})
        QFile::remove(path(suffix));
    if (hasLog && !QFile::rename(path(Back + Log), path(Log)))
        return false;
    const bool done = QFile::rename(path(Back), path());
    store::flushFolder(m_folder);
    return done;
}

void StoreBefore::forget() const
{
    QFile::remove(copy()); // first: the rest is no copy
    QDir(m_kept).removeRecursively();
    QFile::remove(mark());
}

bool StoreBefore::setAside() const
{
    const bool logged = !QFile::exists(path(Log)) || moveOver(path(Log), path(Newer + Log));
    QFile::remove(path(Index));
    return logged && moveOver(path(), path(Newer));
}

std::unique_ptr<QLockFile> StoreBefore::update() const
{
    auto lock = std::make_unique<QLockFile>(m_folder + u"/updating.lock"_s);
    lock->setStaleLockTime(0); // not for its age
    return lock;
}
