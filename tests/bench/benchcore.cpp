// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// find and accept against their references in the same run. One line a measure: name value unit reference ratio.

#include "app/core/itemindex.h"
#include "app/store/cases.h"
#include "app/store/numbers.h"
#include "app/store/store.h"
#include "tests/bench/figures.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QTemporaryDir>

#include <map>

using namespace Qt::StringLiterals;

namespace {

template<class Act> double milliseconds(Act act)
{
    QElapsedTimer timer;
    timer.start();
    act();
    return double(timer.nsecsElapsed()) / 1e6;
}

std::shared_ptr<const core::Catalogue> largeCatalogue()
{
    const QJsonObject json = QJsonDocument::fromJson(bench::largeCatalogueJson(10'000)).object();
    return std::make_shared<const core::Catalogue>(*core::Catalogue::fromJson(json));
}

/// Every beginning of every query, as it is typed.
QStringList keystrokes(const core::Catalogue& catalogue)
{
    QStringList typed;
    for (int i = 0; i < 200; ++i) {
        const core::ServiceItem& item = catalogue.items()[(qsizetype(i) * 37) % catalogue.items().size()];
        QString whole;
        switch (i % 5) {
        case 0: whole = item.name.left(6); break;
        case 1: whole = item.pinyin.constFirst().left(10); break;
        case 2: whole = item.initials.constFirst().left(6); break;
        case 3: whole = item.code.left(14); break;
        default: whole = item.name.mid(2, 2) + item.name.left(2); break;
        }
        for (qsizetype length = 1; length <= whole.size(); ++length)
            typed.append(whole.left(length));
    }
    return typed;
}

void benchFind()
{
    const auto catalogue = largeCatalogue();
    const core::ItemIndex index(catalogue);
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"find"_s);
    database.setDatabaseName(u":memory:"_s);
    database.open();
    QSqlQuery query(database);
    query.exec(u"CREATE TABLE item (name TEXT, pinyin TEXT, code TEXT)"_s);
    query.prepare(u"INSERT INTO item VALUES (?, ?, ?)"_s);
    for (const core::ServiceItem& item : catalogue->items()) {
        query.bindValue(0, item.name);
        query.bindValue(1, item.pinyin.join(u' ') + u' ' + item.initials.join(u' '));
        query.bindValue(2, item.code);
        query.exec();
    }
    query.prepare(u"SELECT rowid FROM item WHERE name LIKE ? OR pinyin LIKE ? OR code LIKE ?"_s);
    QList<double> ours;
    QList<double> reference;
    const QStringList typed = keystrokes(*catalogue);
    for (const QString& text : typed) {
        ours.append(milliseconds([&] { (void)index.find(text, 50); }));
        reference.append(milliseconds([&] {
            for (int column = 0; column < 3; ++column)
                query.bindValue(column, QString(u'%' + text + u'%'));
            query.exec();
            while (query.next()) {
            }
        }));
    }
    bench::print(u"find-p99"_s, bench::percentile(ours, 0.99), u"ms"_s, bench::percentile(reference, 0.99));
}

QByteArray rawBody(const core::CaseRecord& record)
{
    const QByteArray body = QJsonDocument(record.toJson()).toJson(QJsonDocument::Compact);
    return body + body; // the case and its outbox entry
}

/// The same bytes in one table, with the same pragmas.
class RawStore
{
public:
    explicit RawStore(const QString& file) : m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, u"accept"_s))
    {
        m_database.setDatabaseName(file);
        m_database.open();
        m_query = QSqlQuery(m_database);
        for (const QString& statement : {u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=FULL"_s, u"CREATE TABLE raw (body BLOB)"_s})
            m_query.exec(statement);
        m_query.prepare(u"INSERT INTO raw VALUES (?)"_s);
    }

    void fill(int rows)
    {
        m_database.transaction();
        for (int i = 0; i < rows; ++i)
            put(rawBody(bench::sampleCase(i)));
        m_database.commit();
    }
    void insert(const QByteArray& body)
    {
        m_database.transaction();
        put(body);
        m_database.commit();
    }

private:
    void put(const QByteArray& body)
    {
        m_query.bindValue(0, body);
        m_query.exec();
        m_query.finish();
    }

    QSqlDatabase m_database;
    QSqlQuery m_query;
};

/// The rows that an acceptance wrote, put bare into a copy of its database: the same tables, indices and pragmas, nothing to decide.
class RowCopy
{
public:
    RowCopy(const QString& original, const QString& copy) : m_original(opened(original, u"original"_s))
    {
        QSqlQuery(m_original).exec(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
        QFile::copy(original, copy);
        m_copy = opened(copy, u"rows"_s);
    }

    /// Milliseconds; the case is the newest of the original.
    double insert(const QString& caseId)
    {
        const QList<Row> rows = rowsOf(u"case_record"_s, u"id"_s, caseId) + rowsOf(u"outbox"_s, u"subject"_s, caseId) +
                                rowsOf(u"audit"_s, u"subject"_s, caseId);
        bool written = true;
        const double spent = milliseconds([&] {
            m_copy.transaction();
            for (const Row& row : rows) {
                QSqlQuery& query = prepared(row.first, int(row.second.size()));
                for (qsizetype i = 0; i < row.second.size(); ++i)
                    query.bindValue(int(i), row.second[i]);
                written = query.exec() && written;
                query.finish();
            }
            written = prepared(u"UPDATE number_block SET next = next + 1 WHERE next <= last"_s).exec() && written;
            written = m_copy.commit() && written;
        });
        if (!written || rows.size() < 6) // the case, itself and its three pages to send, the trace
            qFatal("the reference wrote something else");
        return spent;
    }

private:
    using Row = std::pair<QString, QVariantList>; // table and values

    static QSqlDatabase opened(const QString& file, const QString& name)
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(file);
        database.open();
        for (const QString& pragma : {u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=FULL"_s, u"PRAGMA foreign_keys=ON"_s})
            QSqlQuery(database).exec(pragma);
        return database;
    }

    QList<Row> rowsOf(const QString& table, const QString& column, const QString& value)
    {
        QSqlQuery query(m_original);
        query.prepare(u"SELECT * FROM %1 WHERE %2 = ?"_s.arg(table, column));
        query.bindValue(0, value);
        query.exec();
        QList<Row> rows;
        while (query.next()) {
            QVariantList values;
            for (int i = 0; i < query.record().count(); ++i)
                values.append(query.value(i));
            rows.append({table, values});
        }
        return rows;
    }

    QSqlQuery& prepared(const QString& table, int values)
    {
        return prepared(u"INSERT INTO %1 VALUES (%2)"_s.arg(table, QStringList(values, u"?"_s).join(u',')));
    }
    QSqlQuery& prepared(const QString& sql)
    {
        auto found = m_statements.find(sql);
        if (found == m_statements.end()) {
            found = m_statements.emplace(sql, QSqlQuery(m_copy)).first;
            found->second.prepare(sql);
        }
        return found->second;
    }

    QSqlDatabase m_original;
    QSqlDatabase m_copy;
    std::map<QString, QSqlQuery> m_statements;
};

/// Into a store that holds 100,000 cases, as the references do: the bytes of the case and of its entry in the outbox as one row of one
/// table, and all rows that an acceptance writes.
void benchAccept()
{
    constexpr int Stored = 100'000;
    constexpr int Cases = 300;
    const QTemporaryDir folder;
    const auto store = *store::Store::open(folder.path(), store::SecretKey::random());
    if (!bench::fillStore(*store, Stored))
        return;
    store->write([](store::Session& s) { return store::addNumberBlock(s, {u"c"_s, u"M"_s, 6, 1, Cases * 2LL}); }).result();
    RawStore raw(folder.filePath(u"raw.sqlite"_s));
    raw.fill(Stored);
    store->drain();
    RowCopy rows(folder.filePath(u"window.sqlite"_s), folder.filePath(u"rows.sqlite"_s));
    QList<double> ours;
    QList<double> reference;
    QList<double> bare;
    for (int i = 0; i < Cases; ++i) {
        const core::CaseRecord record = bench::sampleCase(Stored + i);
        ours.append(milliseconds(
            [&] { store->write([&](store::Session& s) { return store::commitCase(s, record, {record.receivedAt, false}); }).result(); }));
        const QByteArray body = rawBody(record);
        reference.append(milliseconds([&] { raw.insert(body); }));
        bare.append(rows.insert(record.id));
    }
    bench::print(u"accept-median"_s, bench::percentile(ours, 0.5), u"ms"_s, bench::percentile(reference, 0.5));
    bench::print(u"accept-rows-median"_s, bench::percentile(ours, 0.5), u"ms"_s, bench::percentile(bare, 0.5));
}

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList wanted = application.arguments().mid(1);
    if (wanted.isEmpty() || wanted.contains(u"find"_s))
        benchFind();
    if (wanted.isEmpty() || wanted.contains(u"accept"_s))
        benchAccept();
    return 0;
}
