// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// A new version was tried, and the power went, or the disk was full: which store the next start works on.

#include "app/ownstore.h"
#include "app/store/cache.h"
#include "app/storebefore.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class OwnStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theRightStoreIsOpened_data();
    void theRightStoreIsOpened();
    void aCopyThatIsNeededIsNotReplaced();
    void aStoreThatCannotComeBackIsNotEmpty();

private:
    [[nodiscard]] core::Result<OwnStore> open() const { return OwnStore::open(m_folder->path(), m_key); }
    [[nodiscard]] bool has(const QString& name) const { return QFile::exists(m_folder->filePath(name)); }
    void note(const QString& word) const;
    [[nodiscard]] QString noted() const;
    /// As a later program leaves it.
    void makeNewer() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    core::Result<store::SharedKey> m_key = std::make_shared<const store::SecretKey>(store::SecretKey::random());
};

void OwnStoreTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void OwnStoreTest::note(const QString& word) const
{
    const auto own = open();
    QVERIFY(own);
    QVERIFY(own->store->write([=](store::Session& s) { return store::setSetting(s, u"word"_s, word); }).result());
}

QString OwnStoreTest::noted() const
{
    const auto own = open();
    return own ? own->store->read([](store::Session& s) { return store::setting(s, u"word"_s, {}); }).result().value_or(QString())
               : own.error().code;
}

void OwnStoreTest::makeNewer() const
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"newer"_s);
        database.setDatabaseName(m_folder->filePath(u"window.sqlite"_s));
        QVERIFY(database.open());
        QVERIFY(QSqlQuery(database).exec(u"PRAGMA user_version=9999"_s));
    }
    QSqlDatabase::removeDatabase(u"newer"_s);
}

void OwnStoreTest::theRightStoreIsOpened_data()
{
    QTest::addColumn<QStringList>("what");
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("kept");
    QTest::newRow("nothing went wrong with the store") << QStringList() << u"after"_s << false;
    QTest::newRow("cut off while it was brought back") << QStringList{u"missing"_s} << u"before"_s << false;
    QTest::newRow("cut off while the new version was tried") << QStringList{u"newer"_s} << u"before"_s << false;
    QTest::newRow("somebody works with the new version") << QStringList{u"newer"_s, u"started"_s} << u"store.newer"_s << true;
    QTest::newRow("the old program looks on") << QStringList{u"newer"_s, u"under way"_s} << u"store.newer"_s << true;
}

void OwnStoreTest::theRightStoreIsOpened()
{
    QFETCH(QStringList, what);
    QFETCH(QString, word);
    QFETCH(bool, kept);
    const StoreBefore before(m_folder->path());
    note(u"before"_s);
    QVERIFY(before.keep());
    {
        const auto update = before.update();
        QVERIFY(update->tryLock(0));
        note(u"after"_s);
        QVERIFY(before.isKept());
    }
    const auto update = before.update();
    if (what.contains(u"missing"_s))
        QVERIFY(QFile::remove(m_folder->filePath(u"window.sqlite"_s)));
    if (what.contains(u"newer"_s))
        makeNewer();
    if (what.contains(u"started"_s))
        QVERIFY(QFile(before.mark()).open(QIODevice::WriteOnly));
    if (what.contains(u"under way"_s))
        QVERIFY(update->tryLock(0));
    QCOMPARE(noted(), word);
    QCOMPARE(before.isKept(), kept);
    QCOMPARE(has(u"window.sqlite.newer"_s), word == u"before" && what.contains(u"newer"_s)); // nothing is thrown away
    QVERIFY(!has(u"window.sqlite.back"_s));
}

void OwnStoreTest::aCopyThatIsNeededIsNotReplaced()
{
    const StoreBefore before(m_folder->path());
    note(u"before"_s);
    QVERIFY(before.keep());
    QVERIFY(!before.keep());
    before.forget();
    QVERIFY(!before.isKept() && !before.bringBack());
    QCOMPARE(noted(), u"before"_s);
    QVERIFY(before.keep());
}

void OwnStoreTest::aStoreThatCannotComeBackIsNotEmpty()
{
    const StoreBefore before(m_folder->path());
    note(u"before"_s);
    QVERIFY(before.keep());
    QVERIFY(QFile::remove(m_folder->filePath(u"window.sqlite"_s)));
    QVERIFY(QDir(m_folder->path()).mkpath(u"window.sqlite.back/in the way"_s)); // no file can be made there
    QCOMPARE(noted(), u"store.failed"_s);
    QVERIFY(before.isKept() && !has(u"window.sqlite"_s));
    QVERIFY(QDir(m_folder->filePath(u"window.sqlite.back"_s)).removeRecursively());
    QCOMPARE(noted(), u"before"_s);
}

QTEST_GUILESS_MAIN(OwnStoreTest)
#include "ownstoretest.moc"
