// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// Enquiries in the store: once each, on their way, counted; and a store from before knows them after the step.

#include "app/store/enquiries.h"
#include "app/store/migrations.h"
#include "app/store/outbox.h"
#include "app/store/store.h"
#include "app/store/transfers.h"

#include <QSqlDatabase>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class EnquiryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keptOnceAndSent();
    void olderStoresKeepWhatWaits();
};

void EnquiryTest::keptOnceAndSent()
{
    const QTemporaryDir folder;
    const auto store = store::Store::open(folder.path(), store::SecretKey(QByteArray(32, 'k')));
    QVERIFY(store);
    const core::Moment now{QDateTime(QDate(2026, 11, 24), QTime(9, 0)), true};
    const core::Enquiry first{u"e1"_s, {u"I1"_s, u"样例事项"_s}, {}, true, u"问了样表"_s, now.time, true};
    core::Enquiry second = first;
    second.id = u"e2"_s;
    second.guidePrinted = false;
    second.at = now.time.addDays(1);
    for (const core::Enquiry& enquiry : {first, first, second})
        QVERIFY((*store)->write([&](store::Session& s) { return store::commitEnquiry(s, enquiry, u"001"_s, now); }).result());
    const auto figures = [&](const QDateTime& from) {
        return (*store)->read([&](store::Session& s) { return store::shiftFigures(s, from.toMSecsSinceEpoch()); }).result();
    };
    QCOMPARE(figures(now.time)->enquiries, 2);
    QCOMPARE(figures(now.time)->guides, 1);
    QCOMPARE(figures(now.time.addSecs(1))->enquiries, 1);
    const auto waiting = (*store)->read([](store::Session& s) { return store::outboxEntries(s); }).result();
    QVERIFY(waiting);
    QCOMPARE(waiting->size(), 2);
    QCOMPARE(waiting->at(0).kind, store::OutboxKind::Enquiry);
    QCOMPARE(waiting->at(0).target, u"enquiries/e1"_s);
    QCOMPARE(core::Enquiry::fromJson(waiting->at(0).body).value_or(core::Enquiry()).remark, u"问了样表"_s);
    QFile file(folder.filePath(u"window.sqlite-wal"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains(u"问了样表"_s.toUtf8())); // it travels sealed
}

void EnquiryTest::olderStoresKeepWhatWaits()
{
    const QTemporaryDir folder;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"older"_s);
        database.setDatabaseName(folder.filePath(u"older.sqlite"_s));
        QVERIFY(database.open());
        const QStringList scripts = store::migrationScripts();
        QCOMPARE(store::migrate(database, scripts.first(4)).value_or(0), 4);
        QSqlQuery query(database);
        QVERIFY(query.exec(u"INSERT INTO outbox (subject, kind, target, body, state, tries, created_at) "
                           "VALUES ('t1', 'transfer', 'transfers/t1', x'00', 'attention', 3, 7)"_s));
        QVERIFY(!query.exec(u"SELECT count(*) FROM enquiry"_s));
        QCOMPARE(store::migrate(database, scripts).value_or(0), int(scripts.size()));
        QVERIFY(query.exec(u"SELECT id, subject, kind, state, tries, created_at FROM outbox"_s) && query.next());
        QCOMPARE(query.value(0).toInt(), 1);
        QCOMPARE(query.value(2).toString(), u"transfer"_s);
        QCOMPARE(query.value(3).toString(), u"attention"_s);
        QCOMPARE(query.value(4).toInt(), 3);
        QCOMPARE(query.value(5).toInt(), 7);
        QVERIFY(query.exec(u"SELECT count(*) FROM enquiry"_s));
    }
    QSqlDatabase::removeDatabase(u"older"_s);
}

QTEST_GUILESS_MAIN(EnquiryTest)
#include "enquirytest.moc"
