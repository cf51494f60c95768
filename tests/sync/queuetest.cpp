// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// The queue at the back office: whose turn it is, every act, and whose they are.

#include "tests/support/queuehall.h"

using namespace Qt::StringLiterals;
using backoffice::Answer;

class QueueTest : public QueueHall
{
    Q_OBJECT

private Q_SLOTS:
    void theNextIsCalledWithItsReason();
    void aCallIsMadeOnce();
    void jumpsAreCapped();
    void missesMoveBackAndEnd();
    void returnNeedsItsReason();
    void transfers_data();
    void transfers();
    void aNumberIsCalledWithAReason();
    void theLastPressIsUndone_data();
    void theLastPressIsUndone();
    void undoHasItsLimits();
    void actsBelongToTheirWindow();

private:
    [[nodiscard]] QStringList audited() const;
};

QStringList QueueTest::audited() const
{
    auto rows = m_database->run(u"SELECT act FROM audit WHERE act LIKE 'ticket.%' ORDER BY seq"_s);
    QStringList acts;
    while (rows.next())
        acts.append(rows.value(0).toString());
    return acts;
}

void QueueTest::theNextIsCalledWithItsReason()
{
    (void)take(u"A"_s, 5);
    (void)take(u"B"_s, 9);
    (void)take(u"A"_s, 1, {{u"group"_s, u"disabled"_s}});
    (void)take(u"C"_s, 50);
    QCOMPARE(numberCalled(), u"C001 overdue"_s);
    QCOMPARE(numberCalled(), u"A002 priority"_s);
    QCOMPARE(numberCalled(), u"B001 arrival"_s);
    QCOMPARE(numberCalled(), u"A001 arrival"_s);
    QCOMPARE(call().status, 404);
    QCOMPARE(audited().count(u"ticket.jump.priority"_s), 1); // every jump, and nothing else
    QCOMPARE(audited().filter(u"jump"_s).size(), 1);
}

void QueueTest::aCallIsMadeOnce()
{
    (void)take(u"A"_s, 5);
    (void)take(u"A"_s, 4);
    const QString path = u"/v1/windows/03/calls/"_s + newUuid();
    const QJsonObject body{{u"requestedAt"_s, u"2026-11-23T01:00:00Z"_s}};
    const Answer first = ask("PUT", path, m_clerk, body);
    QCOMPARE(first.status, 200);
    QCOMPARE(ask("PUT", path, m_clerk, body).body, first.body);
    QCOMPARE(call().status, 409); // one in service at a window
    QCOMPARE(bodyOf(call(u"05"_s))[u"ticket"_s][u"number"_s].toString(), u"A002"_s);
}

void QueueTest::jumpsAreCapped()
{
    set(u"queue.jumpsInARow"_s, 2);
    for (int i = 0; i < 4; ++i)
        (void)take(u"A"_s, 4 - i, {{u"group"_s, u"ill"_s}});
    (void)take(u"A"_s, 9);
    QCOMPARE(numberCalled(), u"A001 priority"_s);
    QCOMPARE(numberCalled(), u"A002 priority"_s);
    QCOMPARE(numberCalled(), u"A005 after-cap"_s);
    QCOMPARE(numberCalled(), u"A003 arrival"_s);
}

void QueueTest::missesMoveBackAndEnd()
{
    set(u"queue.requeueAfter"_s, 2);
    set(u"queue.missesAllowed"_s, 1);
    const QString late = take(u"A"_s, 9);
    for (int i = 0; i < 3; ++i)
        (void)take(u"A"_s, 5 - i);
    QCOMPARE(bodyOf(call())[u"ticket"_s][u"id"_s].toString(), late);
    const QJsonObject missed = bodyOf(act(late, u"no-show"_s));
    QCOMPARE(missed[u"state"_s].toString(), u"waiting"_s);
    QCOMPARE(missed[u"misses"_s].toInt(), 1);
    QCOMPARE(numberCalled(), u"A002 arrival"_s);
    QCOMPARE(numberCalled(), u"A003 arrival"_s);
    QCOMPARE(bodyOf(call())[u"ticket"_s][u"id"_s].toString(), late);
    QCOMPARE(bodyOf(act(late, u"no-show"_s))[u"state"_s].toString(), u"void"_s);
    QCOMPARE(call(u"03"_s, {{u"number"_s, u"A001"_s}, {u"reason"_s, u"来了"_s}}).status, 409);
    QCOMPARE(numberCalled(), u"A004 arrival"_s);
}

void QueueTest::returnNeedsItsReason()
{
    const QString id = take(u"A"_s, 5);
    (void)take(u"A"_s, 9);
    QCOMPARE(call(u"03"_s, {{u"number"_s, u"A001"_s}, {u"reason"_s, u"约好"_s}}).status, 200);
    QCOMPARE(act(id, u"return"_s).status, 422);
    QCOMPARE(bodyOf(act(id, u"return"_s, {{u"reason"_s, u"去取材料"_s}}))[u"state"_s].toString(), u"waiting"_s);
    QCOMPARE(numberCalled(), u"A001 returned"_s);
    QCOMPARE(numberCalled(), u"A002 arrival"_s);
}

void QueueTest::transfers_data()
{
    QTest::addColumn<QJsonObject>("to");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("next"); // at window 05
    QTest::newRow("a window") << QJsonObject{{u"toWindow"_s, u"05"_s}, {u"note"_s, u"转不动产"_s}} << 200 << u"A001"_s;
    QTest::newRow("a class") << QJsonObject{{u"toClass"_s, u"B"_s}} << 200 << u"A001"_s;
    QTest::newRow("a window of another one") << QJsonObject{{u"toWindow"_s, u"06"_s}} << 200 << u"B001"_s;
    QTest::newRow("nowhere") << QJsonObject() << 422 << u"B001"_s;
    QTest::newRow("both") << QJsonObject{{u"toWindow"_s, u"05"_s}, {u"toClass"_s, u"B"_s}} << 422 << u"B001"_s;
    QTest::newRow("itself") << QJsonObject{{u"toWindow"_s, u"03"_s}} << 422 << u"B001"_s;
    QTest::newRow("no such window") << QJsonObject{{u"toWindow"_s, u"99"_s}} << 422 << u"B001"_s;
    QTest::newRow("no such class") << QJsonObject{{u"toClass"_s, u"Z"_s}} << 422 << u"B001"_s;
}

void QueueTest::transfers()
{
    QFETCH(QJsonObject, to);
    QFETCH(int, status);
    QFETCH(QString, next);
    const QString id = take(u"A"_s, 5);
    QCOMPARE(call().status, 200);
    (void)take(u"B"_s, 9);
    const Answer answer = act(id, u"transfer"_s, to);
    QCOMPARE(answer.status, status);
    const QJsonObject called = bodyOf(call(u"05"_s));
    QCOMPARE(called[u"ticket"_s][u"number"_s].toString(), next);
    if (next != u"A001")
        return;
    QCOMPARE(called[u"why"_s].toString(), u"transferred"_s);
    QCOMPARE(called[u"ticket"_s][u"note"_s].toString(), to[u"note"_s].toString());
}

void QueueTest::aNumberIsCalledWithAReason()
{
    (void)take(u"A"_s, 9);
    (void)take(u"A"_s, 5);
    QCOMPARE(call(u"03"_s, {{u"number"_s, u"A002"_s}}).status, 422);
    QCOMPARE(call(u"03"_s, {{u"number"_s, u"A009"_s}, {u"reason"_s, u"约好"_s}}).status, 404);
    const QJsonObject called = bodyOf(call(u"03"_s, {{u"number"_s, u"a002"_s}, {u"reason"_s, u"约好"_s}}));
    QCOMPARE(called[u"ticket"_s][u"number"_s].toString(), u"A002"_s);
    QCOMPARE(called[u"why"_s].toString(), u"chosen"_s);
    QCOMPARE(audited(), QStringList{u"ticket.jump.chosen"_s});
    QCOMPARE(call(u"05"_s, {{u"number"_s, u"A002"_s}, {u"reason"_s, u"约好"_s}}).status, 409); // it is at a window
}

void QueueTest::theLastPressIsUndone_data()
{
    QTest::addColumn<QString>("press");
    QTest::addColumn<QString>("state");
    QTest::newRow("call") << QString() << u"waiting"_s;
    QTest::newRow("finish") << u"finish"_s << u"called"_s;
    QTest::newRow("no-show") << u"no-show"_s << u"called"_s;
    QTest::newRow("hold") << u"hold"_s << u"called"_s;
    QTest::newRow("return") << u"return"_s << u"called"_s;
    QTest::newRow("transfer") << u"transfer"_s << u"called"_s;
    QTest::newRow("start goes with the call") << u"start"_s << u"waiting"_s;
    QTest::newRow("so does a recall") << u"recall"_s << u"waiting"_s;
}

void QueueTest::theLastPressIsUndone()
{
    QFETCH(QString, press);
    QFETCH(QString, state);
    const QString id = take(u"A"_s, 9);
    (void)take(u"A"_s, 5);
    QCOMPARE(call().status, 200);
    if (!press.isEmpty())
        QCOMPARE(act(id, press, {{u"reason"_s, u"误按"_s}, {u"toClass"_s, press == u"transfer" ? u"B"_s : QString()}}).status, 200);
    const QJsonObject undone = bodyOf(act(id, u"undo"_s));
    QCOMPARE(undone[u"state"_s].toString(), state);
    QCOMPARE(undone[u"class"_s].toString(), u"A"_s);
    if (state == u"called") {
        QCOMPARE(call().status, 409);
        QCOMPARE(bodyOf(act(id, u"undo"_s))[u"state"_s].toString(), u"waiting"_s); // and the call before it
    }
    QCOMPARE(numberCalled(), u"A001 arrival"_s); // as if nothing had been pressed
}

void QueueTest::undoHasItsLimits()
{
    const QString first = take(u"A"_s, 9);
    const QString second = take(u"A"_s, 5);
    QCOMPARE(act(first, u"undo"_s).status, 409); // nothing was pressed
    QCOMPARE(call().status, 200);
    QCOMPARE(act(first, u"undo"_s, {}, m_other).status, 409); // not there
    QCOMPARE(act(first, u"finish"_s).status, 200);
    QCOMPARE(call().status, 200);
    QCOMPARE(act(first, u"undo"_s).status, 409); // another one is in service
    QCOMPARE(act(second, u"undo"_s).status, 200);
    QCOMPARE(act(first, u"undo"_s).status, 200);
    m_database->run(u"UPDATE ticket_step SET at = at - 60000"_s);
    const Answer late = act(first, u"undo"_s);
    QCOMPARE(late.status, 409);
    QCOMPARE(bodyOf(late)[u"reason"_s].toString(), u"ticket.undo-late"_s);
}

void QueueTest::actsBelongToTheirWindow()
{
    const QString id = take(u"A"_s, 9);
    QCOMPARE(call().status, 200);
    for (const QString& name : {u"finish"_s, u"hold"_s, u"recall"_s})
        QCOMPARE(act(id, name, {}, m_other).status, 403);
    QCOMPARE(act(id, u"return"_s, {{u"reason"_s, u"x"_s}}, m_supervisor).status, 403); // somebody is being served
    QCOMPARE(act(id, u"hold"_s).status, 200);
    QCOMPARE(act(id, u"call"_s).status, 422);
    QCOMPARE(act(id, u"return"_s, {{u"reason"_s, u"窗口换人"_s}}, m_supervisor).status, 200);
    QCOMPARE(bodyOf(call(u"05"_s))[u"ticket"_s][u"id"_s].toString(), id);
    QCOMPARE(act(id, u"finish"_s, {}, m_kiosk).status, 403);
}

QTEST_GUILESS_MAIN(QueueTest)
#include "queuetest.moc"
