// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/ticketlease.h"

#include <QTest>

using namespace Qt::StringLiterals;
using core::TicketLease;

namespace {

core::Ticket ticket(const QString& id, int calls = 0)
{
    core::Ticket one;
    one.id = id;
    one.calls = calls;
    return one;
}

const QList<core::Ticket> Two{ticket(u"1"_s), ticket(u"2"_s)};

} // namespace

/// What a window may call without the back office, and until when.
class LeaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itsTimeEnds_data();
    void itsTimeEnds();
    void eachIsCalledOnce();
    void whatWasGivenBack();
    void whoseCallWasUndone();
    void whoWasCalledBefore_data();
    void whoWasCalledBefore();
};

void LeaseTest::itsTimeEnds_data()
{
    QTest::addColumn<qint64>("steady");
    QTest::addColumn<qint64>("wall");
    QTest::addColumn<int>("count");
    QTest::newRow("at once") << 1'000LL << 5'000LL << 2;
    QTest::newRow("shortly before") << 60'999LL << 64'999LL << 2;
    QTest::newRow("it is over") << 61'000LL << 64'999LL << 0;
    QTest::newRow("the machine slept") << 2'000LL << 65'000LL << 0;
    QTest::newRow("somebody set the clock back") << 61'000LL << 1'000LL << 0;
    QTest::newRow("somebody set the clock forward") << 2'000LL << 9'000'000LL << 0;
}

void LeaseTest::itsTimeEnds()
{
    QFETCH(qint64, steady);
    QFETCH(qint64, wall);
    QFETCH(int, count);
    TicketLease lease;
    lease.grant(Two, 60, {1'000, 5'000});
    QCOMPARE(lease.count({steady, wall}), count);
    QCOMPARE(lease.take({steady, wall}).has_value(), count > 0);
}

void LeaseTest::eachIsCalledOnce()
{
    TicketLease lease;
    lease.grant(Two, 60, {});
    QCOMPARE(lease.take({})->id, u"1"_s);
    lease.grant(Two, 60, {}); // an answer from before
    lease.mayComeAgain({u"2"_s});
    QCOMPARE(lease.ids(), QStringList{u"2"_s});
    lease.drop(u"2"_s); // called in the ordinary way
    lease.grant(Two, 60, {});
    QVERIFY(!lease.take({}));
    QVERIFY(lease.wasTaken(u"1"_s) && !lease.wasTaken(u"2"_s));
}

void LeaseTest::whatWasGivenBack()
{
    TicketLease lease;
    lease.grant(Two, 60, {});
    lease.drop(u"1"_s);
    lease.grant(Two, 60, {}); // asked before the back office knew
    QCOMPARE(lease.ids(), QStringList{u"2"_s});
    lease.mayComeAgain({u"1"_s});
    lease.grant(Two, 60, {});
    QCOMPARE(lease.ids(), (QStringList{u"1"_s, u"2"_s}));
    lease.clear();
    QCOMPARE(lease.count({}), 0);
}

void LeaseTest::whoseCallWasUndone()
{
    TicketLease lease;
    lease.grant(Two, 60, {});
    QCOMPARE(lease.take({})->id, u"1"_s);
    lease.mayComeAgain({u"1"_s});
    QVERIFY(!lease.wasTaken(u"1"_s)); // another window may ask for it
    lease.grant(Two, 60, {});
    QCOMPARE(lease.take({})->id, u"1"_s);
}

void LeaseTest::whoWasCalledBefore_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("given back, or called elsewhere") << u"drop"_s;
    QTest::newRow("called from here") << u"take"_s;
    QTest::newRow("called from here by the program before") << u"mark"_s;
}

/// Somebody who was missed waits again, and goes once more: no answer from before brings them back.
void LeaseTest::whoWasCalledBefore()
{
    QFETCH(QString, way);
    TicketLease lease;
    lease.grant({ticket(u"1"_s, 1)}, 60, {});
    if (way == u"drop")
        lease.drop(u"1"_s);
    else if (way == u"take")
        QVERIFY(lease.take({}));
    else
        lease.markTaken(u"1"_s, 1);
    lease.grant({ticket(u"1"_s, 1)}, 60, {});
    QVERIFY(lease.ids().isEmpty());
    lease.grant({ticket(u"1"_s, 2)}, 60, {}); // waits again
    QCOMPARE(lease.ids(), QStringList{u"1"_s});
}

QTEST_APPLESS_MAIN(LeaseTest)
#include "leasetest.moc"
