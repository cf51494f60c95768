// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/database.h"

#include "app/core/sqlscript.h"

#include <QDir>
#include <QFile>
#include <QSqlError>
#include <QThread>
#include <QUuid>

#include <map>
#include <mutex>

using namespace Qt::StringLiterals;

namespace backoffice {

class Database::Connections
{
public:
    explicit Connections(QString path) : m_path(std::move(path)) {}
    ~Connections()
    {
        for (const auto& [thread, name] : m_names)
            QSqlDatabase::removeDatabase(name);
    }
    Connections(const Connections&) = delete;
    Connections& operator=(const Connections&) = delete;

    QSqlDatabase open()
    {
        const std::scoped_lock lock(m_guard);
        QString& name = m_names[QThread::currentThread()];
        if (!name.isEmpty())
            return QSqlDatabase::database(name);
        const QString made = u"backoffice-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, made);
        database.setDatabaseName(m_path);
        database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=10000"_s);
        if (!database.open())
            throw DatabaseFault(database.lastError().text().toStdString());
        name = made;
        QSqlQuery query(database);
        for (const char* pragma : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON"}) {
            if (!query.exec(QString::fromLatin1(pragma)))
                throw DatabaseFault(query.lastError().text().toStdString());
        }
        return database;
    }

private:
    QString m_path;
    std::mutex m_guard;
    std::map<QThread*, QString> m_names;
};

Database::Database(const QString& path) : m_connections(std::make_shared<Connections>(path)) {}

QSqlDatabase Database::connection() const
{
    return m_connections->open();
}

QSqlQuery Database::run(const QString& sql, const QVariantList& bindings) const
{
    QSqlQuery query(connection());
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        throw DatabaseFault(query.lastError().text().toStdString());
    for (const QVariant& value : bindings) {
        const bool nullText = value.typeId() == QMetaType::QString && value.toString().isNull();
        query.addBindValue(nullText ? QVariant(u""_s) : value); // a null QString would be bound as NULL
    }
    if (!query.exec())
        throw DatabaseFault(query.lastError().text().toStdString());
    return query;
}

void Database::begin() const
{
    run(u"BEGIN IMMEDIATE"_s);
}

void Database::commit() const
{
    run(u"COMMIT"_s);
}

void Database::rollBack() const
{
    QSqlQuery(connection()).exec(u"ROLLBACK"_s);
}

core::Result<void> Database::prepare() const
{
    try {
        QSqlQuery version = run(u"PRAGMA user_version"_s);
        version.next();
        const int have = version.value(0).toInt();
        version.finish();
        const QDir folder(u":/sql/backoffice"_s);
        const QStringList names = folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
        if (have > names.size())
            return core::fail(core::ErrorKind::Storage, u"store.newer"_s, {QString::number(have)});
        for (int step = have; step < names.size(); ++step) {
            QFile script(folder.filePath(names[step]));
            if (!script.open(QIODevice::ReadOnly))
                return core::fail(core::ErrorKind::Storage, u"store.failed"_s);
            begin();
            const QStringList statements = core::sqlStatements(QString::fromUtf8(script.readAll()));
            for (const QString& statement : statements)
                run(statement);
            run(u"PRAGMA user_version=%1"_s.arg(step + 1));
            commit();
        }
        return {};
    } catch (const DatabaseFault& fault) {
        return core::fail(core::ErrorKind::Storage, u"store.failed"_s, {QString::fromStdString(fault.what())});
    }
}

} // namespace backoffice
