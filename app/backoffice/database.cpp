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
    explicit Connections(const QString& place) : m_dialect(place) {}
    ~Connections()
    {
        for (const auto& [thread, name] : m_names)
            QSqlDatabase::removeDatabase(name);
    }
    Connections(const Connections&) = delete;
    Connections& operator=(const Connections&) = delete;

    [[nodiscard]] const Dialect& dialect() const { return m_dialect; }

    QSqlDatabase open()
    {
        QSqlDatabase database = mine();
        if (database.isOpen())
            return database;
        if (!database.open())
            throw DatabaseFault(database.lastError().text().toStdString());
        QSqlQuery query(database);
        for (const QString& word : m_dialect.greeting()) {
            if (!query.exec(word))
                throw DatabaseFault(query.lastError().text().toStdString());
        }
        return database;
    }

private:
    QSqlDatabase mine()
    {
        const std::scoped_lock lock(m_guard);
        QString& name = m_names[QThread::currentThread()];
        if (!name.isEmpty())
            return QSqlDatabase::database(name, false);
        name = u"backoffice-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
        QSqlDatabase database = QSqlDatabase::addDatabase(m_dialect.driver(), name);
        m_dialect.configure(database);
        return database;
    }

    Dialect m_dialect;
    std::mutex m_guard;
    std::map<QThread*, QString> m_names;
};

Database::Database(const QString& place) : m_connections(std::make_shared<Connections>(place)) {}

const Dialect& Database::dialect() const
{
    return m_connections->dialect();
}

QSqlDatabase Database::connection() const
{
    return m_connections->open();
}

void Database::fail(const QSqlError& error) const
{
    if (dialect().isGone(error))
        connection().close();
    throw DatabaseFault(error.text().toStdString());
}

QSqlQuery Database::run(const QString& sql, const QVariantList& bindings) const
{
    QSqlQuery query(connection());
    query.setForwardOnly(!dialect().isPostgres()); // there a second statement would end the first one's rows
    if (bindings.isEmpty()) {                      // PostgreSQL prepares no DDL
        if (!query.exec(sql))
            fail(query.lastError());
        return query;
    }
    if (!query.prepare(sql))
        fail(query.lastError());
    for (const QVariant& value : bindings)
        query.addBindValue(dialect().bound(value));
    if (!query.exec())
        fail(query.lastError());
    return query;
}

void Database::begin(const QString& turn) const
{
    run(dialect().begin());
    try {
        if (const QString take = dialect().takeTurn(); !take.isEmpty())
            run(take, {turn});
    } catch (...) {
        rollBack();
        throw;
    }
}

void Database::inTransaction(const QString& turn, const std::function<void()>& work) const
{
    begin(turn);
    try {
        work();
        run(u"COMMIT"_s);
    } catch (...) {
        rollBack();
        throw;
    }
}

void Database::rollBack() const
{
    if (QSqlDatabase database = connection(); !QSqlQuery(database).exec(u"ROLLBACK"_s) && dialect().isPostgres())
        database.close(); // the server ends what was begun
}

void Database::migrate() const
{
    if (const QString make = dialect().makeVersion(); !make.isEmpty())
        run(make);
    QSqlQuery version = run(dialect().readVersion());
    version.next();
    const int have = version.value(0).toInt();
    version.finish();
    const QDir folder(u":/sql/backoffice"_s);
    const QStringList names = folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    if (have > names.size())
        throw DatabaseFault("its version is newer: " + std::to_string(have));
    for (int step = have; step < names.size(); ++step) {
        QFile script(folder.filePath(names[step]));
        if (!script.open(QIODevice::ReadOnly))
            throw DatabaseFault("a script of the schema is missing");
        const QStringList statements = core::sqlStatements(QString::fromUtf8(script.readAll()));
        for (const QString& statement : statements) {
            if (const QString adapted = dialect().adapted(statement); !adapted.isEmpty())
                run(adapted);
        }
        run(dialect().writeVersion(step + 1));
    }
}

core::Result<void> Database::prepare() const
{
    try {
        inTransaction(u"schema"_s, [this] { migrate(); });
        return {};
    } catch (const DatabaseFault& fault) {
        return core::fail(core::ErrorKind::Storage, u"store.failed"_s, {QString::fromStdString(fault.what())});
    }
}

} // namespace backoffice
