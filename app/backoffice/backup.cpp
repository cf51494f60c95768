// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/backup.h"

#include "app/backoffice/durablefile.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace backoffice {

namespace {

tl::unexpected<core::Error> broken(const QString& cause)
{
    return core::fail(core::ErrorKind::Storage, u"backup.database"_s, {cause});
}

/// Links and dots do not hide that two are one; one that is not there is nobody's.
bool isSame(const QString& one, const QString& other)
{
    const QString path = QFileInfo(one).canonicalFilePath();
    return !path.isEmpty() && path == QFileInfo(other).canonicalFilePath();
}

QString fileOf(const Database& database)
{
    Rows row = database.run(u"PRAGMA database_list"_s);
    return row.next() ? row.value(2).toString() : QString();
}

/// A former backup that was served has a log of its own, which would spoil the one that takes its place. Throws when it is being served.
void takeLogIn(const QString& database)
{
    if (QFile::exists(database + u"-wal"_s))
        Database(database).run(u"PRAGMA journal_mode=DELETE"_s);
    QFile::remove(database + u"-shm"_s);
}

} // namespace

core::Result<void> holdsBackOffice(const QString& place)
{
    const Database database(place);
    const auto nothing = core::fail(core::ErrorKind::NotFound, u"backup.nothing"_s);
    if (database.dialect().isPostgres())
        return {};
    if (!QFile::exists(place))
        return nothing;
    try {
        const bool made = database.run(u"SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'hall'"_s).next();
        if (!made || !database.run(u"SELECT 1 FROM hall"_s).next())
            return nothing;
        return {};
    } catch (const DatabaseFault& fault) {
        return broken(QString::fromStdString(fault.what()));
    }
}

core::Result<int> backUp(const Database& database, const BlobStore& blobs, const QString& folder)
{
    if (database.dialect().isPostgres())
        return core::fail(core::ErrorKind::InvalidInput, u"backup.postgresql"_s);
    const QString target = folder + u"/backoffice.sqlite"_s;
    const QString fresh = target + u".new"_s;
    try {
        if (isSame(folder, blobs.folder()) || isSame(target, fileOf(database)))
            return core::fail(core::ErrorKind::InvalidInput, u"backup.itself"_s);
        if (!QDir().mkpath(folder))
            return broken(folder);
        QFile::remove(fresh);
        database.run(u"VACUUM INTO ?"_s, {fresh});
        const auto copied = blobs.copyTo(folder);
        if (!copied)
            return copied;
        takeLogIn(target); // the former backup stands until the new one is whole
        return putInPlace(fresh, target) ? copied : broken(target);
    } catch (const DatabaseFault& fault) {
        return broken(QString::fromStdString(fault.what()));
    }
}

} // namespace backoffice
