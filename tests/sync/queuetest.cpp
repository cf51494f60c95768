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
    void anUndoneTransferLosesNoService();
    void aWindowThatClosesKeepsNobody();
    void anotherPlaceIsAnotherAct();
    void actsBelongToTheirWindow();
    void leasedTicketsAreOneWindows();
    void aLeaseThatIsOverMarksItsTicket();
    void calledAloneIsToldLater();
    void heldIsNotInService();
    void anUnheardCallIsTakenBack();
    void whoPausesGivesBack();
    void whatTheWindowDoesNotKnowOfMakesRoom();
    void leasedNumbersAreAskedFor();
    void missedAlone();

private:
    [[nodiscard]] QStringList audited() const;
    /// The numbers that window 03 has for calling alone.
    [[nodiscard]] QStringList lease(const QJsonArray& without = {}) const;
    [[nodiscard]] Answer callPatiently(const QString& window) const { return call(window, {{u"patient"_s, true}}); }
    [[nodiscard]] int eventsOf(const QString& kind) const;
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
    QTest::newRow("a closed window") << QJsonObject{{u"toWindow"_s, u"06"_s}} << 409 << u"B001"_s;
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

void QueueTest::anUndoneTransferLosesNoService()
{
    const QString id = take(u"A"_s, 9);
    QCOMPARE(call().status, 200);
    QCOMPARE(act(id, u"start"_s).status, 200);
    const qint64 begun = QDateTime::currentMSecsSinceEpoch() - 20 * 60'000;
    m_database->run(u"UPDATE ticket SET started_at = ? WHERE id = ?"_s, {begun, id});
    m_database->run(u"UPDATE ticket_step SET at = ? WHERE ticket_id = ? AND act = 'start'"_s, {begun, id});
    QCOMPARE(act(id, u"transfer"_s, {{u"toClass"_s, u"B"_s}}).status, 200);
    QCOMPARE(bodyOf(act(id, u"undo"_s))[u"state"_s].toString(), u"serving"_s);
    auto row = m_database->run(u"SELECT started_at FROM ticket WHERE id = ?"_s, {id});
    QVERIFY(row.next());
    QCOMPARE(row.value(0).toLongLong(), begun);
}

/// Who was sent to one window waits for nobody there when it closes: any window of the class may call them.
void QueueTest::aWindowThatClosesKeepsNobody()
{
    const QString id = take(u"A"_s, 9);
    QCOMPARE(call().status, 200);
    QCOMPARE(act(id, u"transfer"_s, {{u"toWindow"_s, u"05"_s}}).status, 200);
    QCOMPARE(call().status, 404); // 05 has them
    QCOMPARE(ask("PUT", u"/v1/windows/05/state"_s, m_other, {{u"state"_s, u"closed"_s}}).status, 200);
    QCOMPARE(numberCalled(), u"A001 transferred"_s);
}

/// The same act id for another place is no repetition: what was said first stands, and the caller hears that it is not theirs.
void QueueTest::anotherPlaceIsAnotherAct()
{
    const QString id = take(u"A"_s, 9);
    QCOMPARE(call().status, 200);
    const QString path = u"/v1/tickets/%1/acts/%2"_s.arg(id, newUuid());
    const auto transfer = [&](const QString& window) {
        return ask("PUT", path, m_clerk, {{u"act"_s, u"transfer"_s}, {u"toWindow"_s, window}}).status;
    };
    QCOMPARE(transfer(u"05"_s), 200);
    QCOMPARE(transfer(u"05"_s), 200);
    QCOMPARE(transfer(u"06"_s), 409);
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

QStringList QueueTest::lease(const QJsonArray& without) const
{
    const Answer answer = ask("PUT", u"/v1/windows/03/leases/"_s + newUuid(), m_clerk, {{u"without"_s, without}});
    QStringList numbers;
    const QJsonArray tickets = bodyOf(answer)[u"tickets"_s].toArray();
    for (const QJsonValue& ticket : tickets)
        numbers.append(ticket[u"number"_s].toString());
    return answer.status == 200 ? numbers : QStringList(QString::number(answer.status));
}

int QueueTest::eventsOf(const QString& kind) const
{
    auto rows = m_database->run(u"SELECT count(*) FROM event WHERE kind = ?"_s, {kind});
    rows.next();
    return rows.value(0).toInt();
}

void QueueTest::leasedTicketsAreOneWindows()
{
    const QString first = take(u"A"_s, 9);
    (void)take(u"A"_s, 8);
    (void)take(u"B"_s, 7);
    QCOMPARE(ask("PUT", u"/v1/windows/03/leases/"_s + newUuid(), m_other, {{u"without"_s, QJsonArray()}}).status, 403);
    QCOMPARE(lease(), (QStringList{u"A001"_s, u"A002"_s}));
    QCOMPARE(lease(), (QStringList{u"A001"_s, u"A002"_s})); // the same ones for longer
    // Another window first asks for whose turn it is, and is told to wait a moment.
    const Answer wait = callPatiently(u"05"_s);
    QCOMPARE(wait.status, 409);
    QVERIFY(wait.body.contains("lease-wanted"));
    QCOMPARE(eventsOf(u"lease-wanted"_s), 1);
    // Nobody gives it back: the other one gets whom nobody has.
    QCOMPARE(bodyOf(call(u"05"_s))[u"ticket"_s][u"number"_s].toString(), u"B001"_s);
    QCOMPARE(lease({first}), QStringList{u"A002"_s}); // given back
    (void)act(bodyOf(ask("GET", u"/v1/halls/9901/board"_s, m_other))[u"windows"_s].toArray()[4][u"ticket"_s][u"id"_s].toString(),
              u"finish"_s, {}, m_other);
    QCOMPARE(bodyOf(callPatiently(u"05"_s))[u"ticket"_s][u"number"_s].toString(), u"A001"_s);
    QCOMPARE(ask("PUT", u"/v1/windows/03/state"_s, m_clerk, {{u"state"_s, u"closed"_s}}).status, 200);
    QCOMPARE(lease(), QStringList{u"409"_s});
}

void QueueTest::aLeaseThatIsOverMarksItsTicket()
{
    const QString first = take(u"A"_s, 9);
    (void)lease();
    const auto ended = [&](int secondsAgo) {
        m_database->run(u"UPDATE ticket SET lease_until = ? WHERE id = ?"_s,
                        {QDateTime::currentMSecsSinceEpoch() - 1000LL * secondsAgo, first});
    };
    ended(30); // its window may be a little slow
    QCOMPARE(call(u"05"_s).status, 404);
    ended(90);
    const Answer renewal = ask("PUT", u"/v1/windows/05/leases/"_s + newUuid(), m_other, {{u"without"_s, QJsonArray()}});
    QCOMPARE(renewal.status, 200);
    QVERIFY(bodyOf(renewal)[u"tickets"_s].toArray().isEmpty()); // called alone, it would bear no mark
    for (const bool again : {false, true}) {
        if (again) // the call taken back, the mark is there still
            QCOMPARE(act(first, u"undo"_s, {}, m_other).status, 200);
        const QJsonObject called = bodyOf(callPatiently(u"05"_s))[u"ticket"_s].toObject();
        QCOMPARE(called[u"number"_s].toString(), u"A001"_s);
        QVERIFY2(called[u"note"_s].toString().contains(u"3号窗口"_s), qPrintable(called[u"note"_s].toString()));
    }
    // Window 03 had called it: too late, and nobody is called twice.
    const Answer late = call(u"03"_s, {{u"offline"_s, first}, {u"at"_s, u"2026-11-23T01:00:00Z"_s}});
    QCOMPARE(late.status, 409);
    QVERIFY(late.body.contains("ticket.lease-lost"));
    QCOMPARE(audited().count(u"ticket.lease-lost"_s), 1);
}

void QueueTest::calledAloneIsToldLater()
{
    const QString first = take(u"A"_s, 9);
    (void)take(u"A"_s, 8);
    (void)lease();
    const QString callId = newUuid();
    const QDateTime at = QDateTime::currentDateTimeUtc().addSecs(-120);
    const QJsonObject told{{u"requestedAt"_s, at.toString(Qt::ISODate)}, {u"offline"_s, first}, {u"at"_s, at.toString(Qt::ISODate)}};
    const auto put = [&] { return ask("PUT", u"/v1/windows/03/calls/"_s + callId, m_clerk, told); };
    const Answer answer = put();
    QCOMPARE(answer.status, 200);
    QCOMPARE(bodyOf(answer)[u"why"_s].toString(), u"offline"_s);
    QCOMPARE(bodyOf(put()), bodyOf(answer)); // told twice
    QCOMPARE(QDateTime::fromString(bodyOf(answer)[u"ticket"_s][u"calledAt"_s].toString(), Qt::ISODate).toSecsSinceEpoch(),
             at.toSecsSinceEpoch());
    const QJsonObject done{
        {u"offline"_s, true}, {u"at"_s, at.addSecs(60).toString(Qt::ISODate)}, {u"act"_s, u"finish"_s}, {u"clerk"_s, u"002"_s}};
    QCOMPARE(ask("PUT", u"/v1/tickets/%1/acts/%2"_s.arg(first, newUuid()), m_clerk, done).status, 200);
    auto times = m_database->run(u"SELECT ended_at - called_at FROM ticket WHERE id = ?"_s, {first});
    QVERIFY(times.next());
    QCOMPARE(times.value(0).toInt(), 60'000); // as it was, not as it was told
    times.finish();
    auto who = m_database->run(u"SELECT t.clerk, s.clerk FROM ticket t JOIN ticket_step s ON s.ticket_id = t.id WHERE t.id = ? AND "
                               "s.act = 'finish'"_s,
                               {first});
    QVERIFY(who.next());
    QCOMPARE(who.value(0).toString() + who.value(1).toString(), u"002002"_s); // not the one who is signed in by now
    auto teller = m_database->run(u"SELECT 1 FROM audit WHERE act = 'ticket.finish' AND subject = ? AND actor = '001'"_s, {first});
    QVERIFY(teller.next()); // but the trail says who told
    teller.finish();
    auto marks = m_database->run(u"SELECT count(*) FROM ticket_step WHERE ticket_id = ? AND why = 'offline'"_s, {first});
    QVERIFY(marks.next());
    QCOMPARE(marks.value(0).toInt(), 2);
    marks.finish();
    // What was not leased to the window is not its to call.
    const QString other = take(u"B"_s, 5);
    QCOMPARE(call(u"03"_s, {{u"offline"_s, other}}).status, 409);
    QCOMPARE(call(u"03"_s, {{u"offline"_s, u"none"_s}}).status, 404);
}

void QueueTest::heldIsNotInService()
{
    const QString id = take(u"A"_s, 10);
    const auto kept = [&](const QString& column) {
        auto row = m_database->run(u"SELECT "_s + column + u" FROM ticket WHERE id = ?"_s, {id});
        row.next();
        return row.value(0);
    };
    const auto later = [&](const QString& column, int minutes) {
        m_database->run(u"UPDATE ticket SET %1 = %1 - ? WHERE id = ?"_s.arg(column), {minutes * 60'000LL, id});
    };
    QCOMPARE(call().status, 200);
    QCOMPARE(act(id, u"undo"_s).status, 200);
    QCOMPARE(kept(u"first_called_at"_s).toLongLong(), 0); // nobody was called
    QCOMPARE(call().status, 200);
    QVERIFY(kept(u"first_called_at"_s).toLongLong() > 0);
    QCOMPARE(act(id, u"hold"_s).status, 200); // before the service began
    later(u"held_since"_s, 7);
    QCOMPARE(act(id, u"resume"_s).status, 200);
    QCOMPARE(kept(u"held_ms"_s).toLongLong(), 0);
    later(u"started_at"_s, 30);
    QCOMPARE(act(id, u"hold"_s).status, 200);
    later(u"held_since"_s, 20);
    QCOMPARE(act(id, u"resume"_s).status, 200);
    QCOMPARE(act(id, u"finish"_s).status, 200);
    const qint64 held = kept(u"held_ms"_s).toLongLong();
    QVERIFY2(held >= 20 * 60'000 && held < 21 * 60'000, qPrintable(QString::number(held)));
    QCOMPARE(kept(u"clerk"_s).toString(), u"001"_s);
}

void QueueTest::anUnheardCallIsTakenBack()
{
    (void)take(u"A"_s, 9);
    (void)take(u"A"_s, 8);
    const QString callId = newUuid();
    const QString path = u"/v1/windows/03/calls/"_s + callId;
    const QJsonObject ordinary{{u"requestedAt"_s, u"2026-11-23T01:00:00Z"_s}};
    QCOMPARE(bodyOf(ask("PUT", path, m_clerk, ordinary))[u"ticket"_s][u"number"_s].toString(), u"A001"_s); // the answer is lost
    const QJsonObject abandon{{u"abandon"_s, newUuid()}, {u"instead"_s, u"another"_s}};
    QCOMPARE(ask("PUT", path, m_clerk, abandon).status, 200);
    QCOMPARE(numberCalled(), u"A001 returned"_s);
    QCOMPARE(ask("PUT", path, m_clerk, abandon).status, 200); // told twice: whoever was called meanwhile stays
    // One that never arrived is not done when it does.
    const QString late = u"/v1/windows/03/calls/"_s + newUuid();
    QCOMPARE(ask("PUT", late, m_clerk, {{u"abandon"_s, newUuid()}}).status, 200);
    QCOMPARE(ask("PUT", late, m_clerk, ordinary).status, 404);
    QCOMPARE(numberCalled().left(4), u"A002"_s);
    // The one that the window called by itself is the one it was given.
    const QString same = take(u"A"_s, 7);
    (void)lease();
    const QString again = u"/v1/windows/03/calls/"_s + newUuid();
    QCOMPARE(ask("PUT", again, m_clerk, ordinary).status, 200);
    QCOMPARE(ask("PUT", again, m_clerk, {{u"abandon"_s, newUuid()}, {u"instead"_s, same}}).status, 200);
    QCOMPARE(bodyOf(call(u"03"_s, {{u"offline"_s, same}}))[u"ticket"_s][u"calls"_s].toInt(), 1);
}

void QueueTest::whoPausesGivesBack()
{
    const QString first = take(u"A"_s, 9);
    for (const int minutesAgo : {8, 7, 6})
        (void)take(u"A"_s, minutesAgo);
    QCOMPARE(lease().size(), 2);
    QCOMPARE(ask("PUT", u"/v1/windows/03/state"_s, m_clerk, {{u"state"_s, u"paused"_s}, {u"reason"_s, u"meal"_s}}).status, 200);
    const QJsonObject release{{u"without"_s, QJsonArray()}, {u"release"_s, true}, {u"keep"_s, QJsonArray{first}}};
    const Answer released = ask("PUT", u"/v1/windows/03/leases/"_s + newUuid(), m_clerk, release);
    QCOMPARE(released.status, 200);
    QVERIFY(bodyOf(released)[u"tickets"_s].toArray().isEmpty()); // and nothing new
    QCOMPARE(bodyOf(call(u"05"_s))[u"ticket"_s][u"number"_s].toString(), u"A002"_s);
    QCOMPARE(call(u"03"_s, {{u"offline"_s, first}}).status, 200); // it had called that one before
}

/// The answer that gave the window a ticket was lost, and it called another one by itself.
void QueueTest::whatTheWindowDoesNotKnowOfMakesRoom()
{
    const QString leased = take(u"A"_s, 9);
    const QString other = take(u"B"_s, 8);
    (void)lease({other});
    QCOMPARE(call(u"03"_s, {{u"number"_s, u"B001"_s}, {u"reason"_s, u"样例"_s}}).status, 200);
    QCOMPARE(bodyOf(call(u"03"_s, {{u"offline"_s, leased}}))[u"ticket"_s][u"number"_s].toString(), u"A001"_s);
    QCOMPARE(act(leased, u"finish"_s, {{u"offline"_s, true}}).status, 200);
    QCOMPARE(numberCalled(), u"B001 returned"_s);
}

void QueueTest::leasedNumbersAreAskedFor()
{
    const QString first = take(u"A"_s, 9);
    (void)lease();
    const QJsonObject wanted{{u"number"_s, u"A001"_s}, {u"reason"_s, u"样例"_s}, {u"patient"_s, true}};
    QVERIFY(call(u"05"_s, wanted).body.contains("lease-wanted"));
    const Answer refused = call(u"05"_s, {{u"number"_s, u"A001"_s}, {u"reason"_s, u"样例"_s}});
    QCOMPARE(refused.status, 409);
    QVERIFY(refused.body.contains("ticket.leased"));
    (void)lease({first});
    QCOMPARE(call(u"05"_s, wanted).status, 200);
}

/// The window kept to the rule by its own clock; ours may have seen less time go by.
void QueueTest::missedAlone()
{
    set(u"noShowMinimumSeconds"_s, 30);
    set(u"noShowMinimumCalls"_s, 2);
    const QString first = take(u"A"_s, 9);
    (void)lease();
    QCOMPARE(call(u"03"_s, {{u"offline"_s, first}}).status, 200);
    QCOMPARE(act(first, u"no-show"_s).status, 409);
    QCOMPARE(act(first, u"no-show"_s, {{u"offline"_s, true}}).status, 200);
}

QTEST_GUILESS_MAIN(QueueTest)
#include "queuetest.moc"
