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

#include <algorithm>
#include <map>
#include <mutex>
#include <vector>

using namespace Qt::StringLiterals;

namespace backoffice {

namespace {
constexpr std::size_t MostPrepared = 300;
}

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

    struct Pending
    {
        QString text;
        std::shared_ptr<Fetched> rows = {}; ///< where its rows go; null: nobody looks
    };

    struct Foreseen
    {
        QString sql;
        QVariantList bindings;
        std::shared_ptr<Fetched> rows;
    };

    struct Connection
    {
        QSqlDatabase database;
        std::shared_ptr<Statements> statements = std::make_shared<Statements>(); ///< SQLite's
        std::map<QString, QString> prepared = {};                                ///< PostgreSQL's, by name
        std::vector<Pending> pending = {};                                       ///< statements that go along with the next one
        std::vector<Foreseen> foreseen = {};
        bool foresees = false;
        bool unsure = false; ///< what of that the server has
        int names = 0;

        /// The words that run a statement, which is prepared on the way where it is new.
        void add(const Dialect& dialect, const QString& sql, const QVariantList& bindings, std::shared_ptr<Fetched> rows)
        {
            if (pending.empty() && (unsure || prepared.size() >= MostPrepared)) { // lists of different length make different statements
                pending.push_back({u"DEALLOCATE ALL"_s});
                prepared.clear();
                unsure = false;
            }
            if (bindings.isEmpty()) // PostgreSQL prepares no DDL
                return pending.push_back({sql, std::move(rows)});
            auto known = prepared.find(sql);
            if (known == prepared.end()) {
                known = prepared.emplace(sql, u"own_%1"_s.arg(++names)).first;
                pending.push_back({Dialect::preparing(known->second, sql)});
            }
            pending.push_back({dialect.running(*database.driver(), known->second, bindings), std::move(rows)});
        }

        /// A message failed, and with it what it was to prepare.
        void forgetPrepared()
        {
            unsure = unsure || !prepared.empty();
            prepared.clear();
        }

        std::shared_ptr<Fetched> takeForeseen(const QString& sql, const QVariantList& bindings)
        {
            const auto found = std::find_if(foreseen.begin(), foreseen.end(),
                                            [&](const Foreseen& one) { return one.sql == sql && one.bindings == bindings; });
            if (found == foreseen.end())
                return nullptr;
            auto rows = found->rows;
            foreseen.erase(found);
            return rows;
        }
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
        connection.foreseen.clear();
        connection.prepared.clear();
        connection.unsure = false;
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
    if (!dialect().isPostgres())
        return runPrepared(sql, bindings);
    auto& connection = m_connections->open();
    if (connection.foresees) {
        auto rows = std::make_shared<Fetched>();
        connection.foreseen.push_back({sql, bindings, rows});
        connection.add(dialect(), sql, bindings, std::move(rows));
        return Rows(std::make_shared<Fetched>());
    }
    if (auto rows = connection.takeForeseen(sql, bindings))
        return Rows(std::move(rows));
    if (!sql.startsWith(u"SELECT"))
        connection.foreseen.clear(); // may be otherwise by now
    connection.add(dialect(), sql, bindings, nullptr);
    return Rows(flush());
}

Rows Database::runPrepared(const QString& sql, const QVariantList& bindings) const
{
    auto& connection = m_connections->open();
    auto query = connection.statements->take(sql);
    if (!query) {
        auto fresh = std::make_unique<QSqlQuery>(connection.database);
        fresh->setForwardOnly(true);
        if (!fresh->prepare(sql))
            fail(fresh->lastError());
        query = connection.statements->keep(sql, std::move(fresh));
    }
    for (const QVariant& value : bindings)
        query->addBindValue(dialect().bound(value));
    if (!query->exec())
        fail(query->lastError());
    return Rows(std::move(query));
}

void Database::foresee(const std::function<void()>& reads) const
{
    if (!dialect().isPostgres())
        return;
    auto& connection = m_connections->open();
    connection.foreseen.clear();
    connection.foresees = true;
    try {
        reads();
    } catch (...) {
        connection.foresees = false;
        throw;
    }
    connection.foresees = false;
    flush();
}

void Database::later(const QString& sql, const QVariantList& bindings) const
{
    if (!dialect().isPostgres()) {
        runPrepared(sql, bindings);
        return;
    }
    auto& connection = m_connections->open();
    connection.foreseen.clear();
    connection.add(dialect(), sql, bindings, nullptr);
}

void Database::changeOne(const QString& sql, const QVariantList& bindings) const
{
    if (dialect().isPostgres())
        later(Dialect::changingOne(sql), bindings);
    else if (runPrepared(sql, bindings).numRowsAffected() != 1)
        throw DatabaseFault("a row was changed meanwhile");
}

std::shared_ptr<QSqlQuery> Database::flush() const
{
    auto& connection = m_connections->open();
    const std::vector<Connections::Pending> pending = std::exchange(connection.pending, {});
    auto query = std::make_shared<QSqlQuery>(connection.database);
    QStringList texts;
    for (const Connections::Pending& one : pending)
        texts.append(one.text);
    bool good = pending.empty() || query->exec(texts.join(u';'));
    for (std::size_t i = 0; good && i < pending.size(); ++i) {
        if (i > 0 && !query->nextResult()) { // each says for itself whether it failed
            good = false;
            break;
        }
        if (!pending[i].rows)
            continue;
        int columns = 0;
        while (query->next()) {
            columns = columns > 0 ? columns : query->record().count();
            QVariantList& row = pending[i].rows->rows.emplace_back();
            for (int column = 0; column < columns; ++column)
                row.append(query->value(column));
        }
    }
    if (!good) {
        connection.forgetPrepared();
        fail(query->lastError());
    }
    return query;
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
    auto& connection = m_connections->open();
    connection.pending.clear();
    connection.foreseen.clear();
    connection.forgetPrepared();
    if (!QSqlQuery(connection.database).exec(u"ROLLBACK"_s) && dialect().isPostgres())
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
    const QStringList first = dialect().beforeMigrating();
    for (const QString& statement : first)
        run(statement);
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

bool Database::logsStatements() const
{
    const QString read = dialect().readLogLevel();
    if (read.isEmpty())
        return false;
    Rows row = run(read);
    return row.next() && !QStringList{u"log"_s, u"fatal"_s, u"panic"_s}.contains(row.value(0).toString());
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
