// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/store/databasethread.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace store {

DatabaseThread::DatabaseThread(QString path, Access access, std::shared_ptr<const Sealer> sealer)
    : m_path(std::move(path)), m_access(access), m_sealer(std::move(sealer)), m_name(QUuid::createUuid().toString(QUuid::WithoutBraces)),
      m_context(std::make_unique<QObject>())
{
    m_thread.setObjectName(access == Access::ReadWrite ? u"store writer"_s : u"store reader"_s);
    m_context->moveToThread(&m_thread);
    m_thread.start();
}

DatabaseThread::~DatabaseThread()
{
    // Everything queued before is done first: what a caller was told will be saved, is.
    QMetaObject::invokeMethod(m_context.get(), [this] {
        m_statements.clear();
        {
            QSqlDatabase database = QSqlDatabase::database(m_name, false);
            database.close();
        }
        QSqlDatabase::removeDatabase(m_name);
        m_thread.quit();
    });
    m_thread.wait();
}

void DatabaseThread::post(std::function<void(const core::Result<QSqlDatabase>&)> job)
{
    QMetaObject::invokeMethod(m_context.get(), [this, job = std::move(job)] { job(connection()); });
}

core::Result<QSqlDatabase> DatabaseThread::connection()
{
    if (m_opened)
        return QSqlDatabase::database(m_name);
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    database.setDatabaseName(m_path);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!database.open())
        return tl::unexpected(storageError(database.lastError()));
    QSqlQuery query(database);
    const QStringList pragmas{u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=FULL"_s, u"PRAGMA foreign_keys=ON"_s,
                              m_access == Access::ReadOnly ? u"PRAGMA query_only=ON"_s : u"PRAGMA query_only=OFF"_s};
    for (const QString& pragma : pragmas) {
        if (!query.exec(pragma))
            return tl::unexpected(storageError(query.lastError()));
    }
    m_opened = true;
    return database;
}

} // namespace store
