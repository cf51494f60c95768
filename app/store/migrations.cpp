// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/store/migrations.h"

#include "app/core/sqlscript.h"
#include "app/store/session.h"

#include <QDir>
#include <QFile>
#include <QSqlError>

using namespace Qt::StringLiterals;

namespace store {

namespace {
core::Result<void> step(QSqlDatabase database, const QString& script, int version)
{
    QSqlQuery query(database);
    if (!database.transaction())
        return tl::unexpected(storageError(database.lastError()));
    QStringList statements = core::sqlStatements(script);
    statements.append(u"PRAGMA user_version=%1"_s.arg(version));
    for (const QString& statement : statements) {
        if (!query.exec(statement)) {
            const core::Error error = storageError(query.lastError());
            database.rollback();
            return tl::unexpected(error);
        }
    }
    if (!database.commit())
        return tl::unexpected(storageError(database.lastError()));
    return {};
}
} // namespace

QStringList migrationScripts()
{
    QStringList scripts;
    const QDir folder(u":/sql/store"_s);
    const QStringList names = folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    for (const QString& name : names) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            scripts.append(QString::fromUtf8(file.readAll()));
    }
    return scripts;
}

core::Result<int> migrate(const QSqlDatabase& database, const QStringList& scripts)
{
    QSqlQuery query(database);
    if (!query.exec(u"PRAGMA user_version"_s) || !query.next())
        return tl::unexpected(storageError(query.lastError()));
    int version = query.value(0).toInt();
    query.finish();
    if (version > scripts.size())
        return core::fail(core::ErrorKind::Storage, u"store.newer"_s, {QString::number(version)});
    for (; version < scripts.size(); ++version) {
        const core::Result<void> done = step(database, scripts[version], version + 1);
        if (!done)
            return tl::unexpected(done.error());
    }
    return version;
}

} // namespace store
