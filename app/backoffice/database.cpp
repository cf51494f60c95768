// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/database.h"

#include "app/backoffice/statements.h"
#include "app/core/sqlscript.h"

#include <QDir>
#include <QFile>
#include <QSqlDriver>
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
        while (!m_connections.empty()) {
            const QString name = m_connections.begin()->second.database.connectionName();
            m_connections.erase(m_connections.begin());
            QSqlDatabase::removeDatabase(name);
        }
    }
    Connections(const Connections&) = delete;
    Connections& operator=(const Connections&) = delete;

    [[nodiscard]] const Dialect& dialect() const { return m_dialect; }

    struct Connection
    {
        QSqlDatabase database;
        std::shared_ptr<Statements> statements = std::make_shared<Statements>();
        QStringList pending = {};               ///< statements that go along with the next one
        std::map<QString, QString> sooner = {}; ///< names of those that were prepared for that
        int names = 0;
    };

    Connection& open()
    {
        Connection& connection = mine();
        if (connection.database.isOpen())
            return connection;
        if (!connection.database.open())
            throw DatabaseFault(connection.database.lastError().text().toStdString());
        QSqlQuery query(connection.database);
        for (const QString& word : m_dialect.greeting()) {
            if (!query.exec(word))
                throw DatabaseFault(query.lastError().text().toStdString());
        }
        return connection;
    }

    void close()
    {
        Connection& connection = mine();
        connection.statements = std::make_shared<Statements>();
        connection.pending.clear();
        connection.sooner.clear();
        connection.database.close();
    }

private:
    Connection& mine()
    {
        const std::scoped_lock lock(m_guard);
        Connection& connection = m_connections[QThread::currentThread()];
        if (!connection.database.isValid()) {
            connection.database =
                QSqlDatabase::addDatabase(m_dialect.driver(), u"backoffice-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces));
            m_dialect.configure(connection.database);
        }
        return connection;
    }

    Dialect m_dialect;
    std::mutex m_guard;
    std::map<QThread*, Connection> m_connections;
};

Database::Database(const QString& place) : m_connections(std::make_shared<Connections>(place)) {}

const Dialect& Database::dialect() const
{
    return m_connections->dialect();
}

void Database::fail(const QSqlError& error) const
{
    if (dialect().isGone(error))
        m_connections->close();
    throw DatabaseFault(dialect().words(error).toStdString());
}

Rows Database::run(const QString& sql, const QVariantList& bindings) const
{
    flush();
    auto& [database, statements, pending, sooner, names] = m_connections->open();
    if (bindings.isEmpty()) { // PostgreSQL prepares no DDL
        auto query = std::make_shared<QSqlQuery>(database);
        if (!query->exec(sql))
            fail(query->lastError());
        return Rows(std::move(query));
    }
    auto query = statements->take(sql);
    if (!query) {
        auto fresh = std::make_unique<QSqlQuery>(database);
        fresh->setForwardOnly(!dialect().isPostgres()); // there a second statement would end the first one's rows
        if (!fresh->prepare(sql))
            fail(fresh->lastError());
        query = statements->keep(sql, std::move(fresh));
    }
    for (const QVariant& value : bindings)
        query->addBindValue(dialect().bound(value));
    if (!query->exec())
        fail(query->lastError());
    return Rows(std::move(query));
}

void Database::later(const QString& sql, const QVariantList& bindings) const
{
    if (!dialect().isPostgres()) {
        run(sql, bindings);
        return;
    }
    auto& connection = m_connections->open();
    if (bindings.isEmpty()) {
        connection.pending.append(sql);
        return;
    }
    auto known = connection.sooner.find(sql);
    if (known == connection.sooner.end()) {
        known = connection.sooner.emplace(sql, u"later_%1"_s.arg(++connection.names)).first;
        connection.pending.append(Dialect::preparing(known->second, sql));
    }
    connection.pending.append(dialect().running(*connection.database.driver(), known->second, bindings));
}

void Database::flush() const
{
    auto& connection = m_connections->open();
    if (connection.pending.isEmpty())
        return;
    const QStringList statements = std::exchange(connection.pending, {});
    QSqlQuery query(connection.database);
    bool good = query.exec(statements.join(u';'));
    for (qsizetype done = 1; good && done < statements.size(); ++done)
        good = query.nextResult(); // each says for itself whether it failed
    if (!good)
        fail(query.lastError());
}

void Database::takeTurn(const QString& turn) const
{
    if (const QString take = dialect().takeTurn(); !take.isEmpty())
        later(take, {turn});
}

void Database::inTransaction(const QString& turn, const std::function<void()>& work) const
{
    later(dialect().begin(), {});
    try {
        takeTurn(turn);
        work();
        later(u"COMMIT"_s, {});
        flush();
    } catch (...) {
        rollBack();
        throw;
    }
}

void Database::rollBack() const
{
    m_connections->open().pending.clear();
    m_connections->open().sooner.clear(); // some may not have come so far
    if (!QSqlQuery(m_connections->open().database).exec(u"ROLLBACK"_s) && dialect().isPostgres())
        m_connections->close(); // the server ends what was begun
}

void Database::migrate() const
{
    if (const QString make = dialect().makeVersion(); !make.isEmpty())
        run(make);
    Rows version = run(dialect().readVersion());
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
