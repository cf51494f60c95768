// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/backup.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace backoffice {

core::Result<int> backUp(const Database& database, const BlobStore& blobs, const QString& folder)
{
    if (database.dialect().isPostgres())
        return core::fail(core::ErrorKind::InvalidInput, u"backup.postgresql"_s);
    const QString target = folder + u"/backoffice.sqlite"_s;
    const QString fresh = target + u".new"_s;
    const auto broken = [](const QString& cause) { return core::fail(core::ErrorKind::Storage, u"backup.database"_s, {cause}); };
    if (!QDir().mkpath(folder))
        return broken(folder);
    QFile::remove(fresh);
    try {
        database.run(u"VACUUM INTO ?"_s, {fresh});
    } catch (const DatabaseFault& fault) {
        return broken(QString::fromStdString(fault.what()));
    }
    const auto copied = blobs.copyTo(folder);
    if (!copied)
        return copied;
    QFile::remove(target); // the former backup stands until the new one is whole
    if (!QFile::rename(fresh, target))
        return broken(target);
    return copied;
}

} // namespace backoffice
