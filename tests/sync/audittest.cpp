// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// Who did what: told to supervisors, and sealed so that nobody changes it unseen.

#include "app/backoffice/audittrail.h"
#include "tests/support/queuehall.h"

using namespace Qt::StringLiterals;
using backoffice::Answer;

class AuditTest : public QueueHall
{
    Q_OBJECT

private Q_SLOTS:
    void isToldToSupervisors();
    void isSealed();
    void changesAreFound_data();
    void changesAreFound();

private:
    void servesThree() const;
    void seal() const { m_service->letTimePass(QDateTime::currentMSecsSinceEpoch()); }
};

void AuditTest::servesThree() const
{
    for (int i = 0; i < 3; ++i) {
        (void)take(u"A"_s, 5);
        (void)numberCalled();
    }
}

void AuditTest::isToldToSupervisors()
{
    servesThree();
    const auto ask = [this](const QString& query) { return bodyOf(QueueHall::ask("GET", u"/v1/audit?"_s + query, m_supervisor)); };
    const QJsonArray all = ask(u"act=ticket.finish"_s)[u"entries"_s].toArray();
    QCOMPARE(all.size(), 3);
    QCOMPARE(all[0][u"actor"_s].toString(), u"001"_s);
    const QJsonObject page = ask(u"act=ticket.finish&limit=2"_s);
    QCOMPARE(page[u"entries"_s].toArray().size(), 2);
    const QJsonObject rest = ask(u"act=ticket.finish&after=%1"_s.arg(page[u"last"_s].toInteger()));
    QCOMPARE(rest[u"entries"_s].toArray(), QJsonArray{all[2]});
    QCOMPARE(ask(u"subject="_s + all[1][u"subject"_s].toString())[u"entries"_s].toArray().size(), 1);
    QVERIFY(ask(u"until=2026-01-01"_s)[u"entries"_s].toArray().isEmpty());
    QCOMPARE(QueueHall::ask("GET", u"/v1/audit"_s, m_clerk).status, 403);
    m_database->run(u"UPDATE audit SET hall = '8801'"_s);
    QVERIFY(ask(u"limit=200"_s)[u"entries"_s].toArray().isEmpty()); // another hall's
}

void AuditTest::isSealed()
{
    servesThree();
    seal();
    const backoffice::AuditSeal first = backoffice::lastSeal(*m_database);
    QVERIFY(first.link >= 3);
    QVERIFY(!backoffice::firstBrokenLink(*m_database));
    const QJsonObject told = bodyOf(ask("GET", u"/v1/audit"_s, m_supervisor));
    QCOMPARE(told[u"seal"_s][u"hash"_s].toString(), first.hash);
    QVERIFY(told[u"entries"_s][0][u"link"_s].toInteger() > 0);
    seal(); // nothing new
    QCOMPARE(backoffice::lastSeal(*m_database).hash, first.hash);
    servesThree();
    seal();
    QVERIFY(backoffice::lastSeal(*m_database).link > first.link);
    QVERIFY(!backoffice::firstBrokenLink(*m_database, first)); // it leads through what was kept
}

void AuditTest::changesAreFound_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<bool>("anew"); // the chain is written anew behind it
    QTest::addColumn<qint64>("link");
    QTest::newRow("another actor") << u"UPDATE audit SET actor = 'nobody' WHERE link = 2"_s << false << qint64(2);
    QTest::newRow("another time") << u"UPDATE audit SET at = at + 1 WHERE link = 3"_s << false << qint64(3);
    QTest::newRow("one is gone") << u"DELETE FROM audit WHERE link = 2"_s << false << qint64(2);
    QTest::newRow("the end is gone") << u"DELETE FROM audit WHERE link > 2"_s << false << qint64(3);
    QTest::newRow("written anew") << u"UPDATE audit SET actor = 'nobody' WHERE link = 2"_s << true << qint64(0);
}

/// As far as somebody kept the last link elsewhere.
void AuditTest::changesAreFound()
{
    QFETCH(QString, sql);
    QFETCH(bool, anew);
    QFETCH(qint64, link);
    servesThree();
    seal();
    const backoffice::AuditSeal kept = backoffice::lastSeal(*m_database);
    m_database->run(sql);
    if (anew) {
        m_database->run(u"UPDATE audit SET link = 0, hash = ''"_s);
        seal();
        QVERIFY(!backoffice::firstBrokenLink(*m_database));
    }
    QCOMPARE(backoffice::firstBrokenLink(*m_database, kept), std::optional(anew ? kept.link : link));
}

QTEST_GUILESS_MAIN(AuditTest)
#include "audittest.moc"
