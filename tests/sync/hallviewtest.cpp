// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// One window and one class as a supervisor looks at them closely, and who waits being sent to wait elsewhere.

#include "app/core/hallview.h"
#include "tests/support/queuehall.h"

using namespace Qt::StringLiterals;
using backoffice::Answer;

class HallViewTest : public QueueHall
{
    Q_OBJECT

private Q_SLOTS:
    void isForSupervisors();
    void whatAWindowDid();
    void whatAWindowServesAndKeeps();
    void itsPauses();
    void whoWaitsInOrder();
    void marksWhatIsSpecial();
    void whoWaitsIsMoved();
    void keepsItsPlaceByArrival();
    void onlyASupervisorMoves();
    void whatIsKeptIsAskedBack();
    void whoWasLeftIsSentBack();

private:
    [[nodiscard]] core::WindowView window(const QString& code) const
    {
        return core::WindowView::fromJson(bodyOf(ask("GET", u"/v1/halls/9901/windows/"_s + code, m_supervisor)))
            .value_or(core::WindowView());
    }
    [[nodiscard]] core::ClassView classOf(const QString& code) const
    {
        return core::ClassView::fromJson(bodyOf(ask("GET", u"/v1/halls/9901/classes/"_s + code, m_supervisor))).value_or(core::ClassView());
    }
    [[nodiscard]] QStringList numbers(const QString& code) const
    {
        QStringList all;
        for (const core::WaitingTicket& one : classOf(code).tickets)
            all.append(u"%1 %2"_s.arg(one.number).arg(one.position));
        return all;
    }
    [[nodiscard]] core::WaitingTicket ticket(const QString& code, const QString& id) const
    {
        for (const core::WaitingTicket& one : classOf(code).tickets) {
            if (one.id == id)
                return one;
        }
        return {};
    }
    Answer move(const QString& id, const QJsonObject& where) const { return act(id, u"transfer"_s, where, m_supervisor); }
    [[nodiscard]] int audited(const QString& what, const QString& subject) const
    {
        auto rows = m_database->run(u"SELECT count(*) FROM audit WHERE act = ? AND subject = ? AND actor = '900'"_s, {what, subject});
        rows.next();
        return rows.value(0).toInt();
    }
};

void HallViewTest::isForSupervisors()
{
    for (const QString& path : {u"/v1/halls/9901/windows/03"_s, u"/v1/halls/9901/classes/A"_s}) {
        for (const QByteArray& token : {m_clerk, m_kiosk, m_department, m_gateway, m_display})
            QCOMPARE(ask("GET", path, token).status, 403);
        QCOMPARE(ask("GET", path, m_supervisor).status, 200);
    }
    QCOMPARE(ask("GET", u"/v1/halls/8801/windows/03"_s, m_supervisor).status, 403);
    QCOMPARE(ask("GET", u"/v1/halls/9901/windows/99"_s, m_supervisor).status, 404);
    QCOMPARE(ask("GET", u"/v1/halls/9901/classes/Z"_s, m_supervisor).status, 404);
}

void HallViewTest::whatAWindowDid()
{
    const QString first = take(u"A"_s, 9);
    const QString second = take(u"A"_s, 8);
    const QString third = take(u"B"_s, 7, {{u"holderName"_s, u"王样例"_s}});
    for (const auto& [id, how] : {std::pair(first, u"finish"_s), std::pair(second, u"no-show"_s)}) {
        QCOMPARE(call().status, 200);
        if (id == first)
            QCOMPARE(act(id, u"start"_s).status, 200);
        QCOMPARE(act(id, how).status, 200);
    }
    QCOMPARE(call(u"03"_s, {{u"number"_s, u"B001"_s}, {u"reason"_s, u"x"_s}}).status, 200);
    core::WindowView view = window(u"03"_s);
    QCOMPARE(view.window.ticketNumber, u"B001"_s);
    QCOMPARE(view.ticketClass, u"B"_s);
    QCOMPARE(view.ticketState, u"called"_s);
    QCOMPARE(view.window.clerk, u"001"_s);
    QCOMPARE(view.served, 1);
    QCOMPARE(view.services.size(), 3);
    QHash<QString, core::WindowService> did;
    for (const core::WindowService& one : std::as_const(view.services))
        did[one.number] = one;
    QCOMPARE(did[u"A001"_s].end, u"finish"_s);
    QVERIFY(did[u"A001"_s].startedAt.isValid() && did[u"A001"_s].endedAt.isValid());
    QCOMPARE(did[u"A002"_s].end, u"no-show"_s);
    QVERIFY(!did[u"A002"_s].startedAt.isValid());
    QCOMPARE(did[u"B001"_s].end, QString());
    QCOMPARE(act(third, u"transfer"_s, {{u"toWindow"_s, u"05"_s}}).status, 200);
    view = window(u"03"_s);
    QVERIFY(view.window.ticketNumber.isEmpty());
    QCOMPARE(view.services.size(), 3); // it called it, wherever it went
    QVERIFY(std::any_of(view.services.begin(), view.services.end(), [](const auto& one) { return one.end == u"transfer"; }));
    const Answer raw = ask("GET", u"/v1/halls/9901/windows/03"_s, m_supervisor);
    QVERIFY(!raw.body.contains("王样例"));
}

void HallViewTest::whatAWindowServesAndKeeps()
{
    (void)take(u"A"_s, 3);
    (void)take(u"A"_s, 2);
    QCOMPARE(ask("PUT", u"/v1/windows/05/classes"_s, m_supervisor, {{u"classes"_s, QJsonArray{u"B"_s}}}).status, 200);
    core::WindowView view = window(u"03"_s);
    QCOMPARE(view.servedClasses(), (QStringList{u"A"_s, u"B"_s, u"C"_s}));
    QCOMPARE(view.classes[0].waiting, 2);
    QCOMPARE(view.classes[0].elsewhere, 0); // other windows are closed, or serve other classes
    QCOMPARE(view.classes[1].elsewhere, 1);
    QVERIFY(!view.classes[0].name.isEmpty());
    QCOMPARE(core::abandonedClasses(view, {u"B"_s}), QStringList{u"A"_s});
    QVERIFY(core::abandonedClasses(view, {u"A"_s}).isEmpty()); // nobody waits for C, and 05 serves B
    QVERIFY(view.kept.isEmpty());
    QCOMPARE(ask("PUT", u"/v1/windows/03/leases/"_s + newUuid(), m_clerk, {{u"x"_s, 1}}).status, 200);
    view = window(u"03"_s);
    QCOMPARE(view.kept.size(), 2);
    QVERIFY(view.kept[0].until > view.at);
    QCOMPARE(classOf(u"A"_s).tickets[0].keptFor, u"03"_s);
}

void HallViewTest::itsPauses()
{
    const auto state = [this](const QJsonObject& body) { QCOMPARE(ask("PUT", u"/v1/windows/03/state"_s, m_clerk, body).status, 200); };
    state({{u"state"_s, u"paused"_s}, {u"reason"_s, u"meal"_s}});
    QCOMPARE(window(u"03"_s).pauses.size(), 1);
    QVERIFY(!window(u"03"_s).pauses[0].until.isValid());
    state({{u"state"_s, u"open"_s}});
    state({{u"state"_s, u"paused"_s}, {u"reason"_s, u"meeting"_s}});
    const core::WindowView view = window(u"03"_s);
    QCOMPARE(view.pauses.size(), 2);
    QCOMPARE(view.pauses[0].reason, u"meal"_s);
    QVERIFY(view.pauses[0].until.isValid());
    QCOMPARE(view.pauses[1].reason, u"meeting"_s);
    QVERIFY(window(u"05"_s).pauses.isEmpty());
    QVERIFY(window(u"07"_s).window.since.isValid()); // never opened
}

void HallViewTest::whoWaitsInOrder()
{
    (void)take(u"A"_s, 9);
    (void)take(u"A"_s, 8);
    (void)take(u"A"_s, 2, {{u"group"_s, u"disabled"_s}});
    QCOMPARE(numbers(u"A"_s), (QStringList{u"A003 1"_s, u"A001 2"_s, u"A002 3"_s}));
    const core::ClassView view = classOf(u"A"_s);
    QCOMPARE(view.windows, (QStringList{u"03"_s, u"05"_s}));
    QCOMPARE(view.tickets[0].group, u"disabled"_s);
    QCOMPARE(view.tickets[2].expectedSeconds, std::optional(2 * 12 * 60 / 2)); // two ahead, twelve minutes each, two windows
    QCOMPARE(call().status, 200);
    QCOMPARE(numbers(u"A"_s), (QStringList{u"A001 1"_s, u"A002 2"_s}));
    for (const QString& code : {u"03"_s, u"05"_s})
        QCOMPARE(ask("PUT", u"/v1/windows/%1/classes"_s.arg(code), m_supervisor, {{u"classes"_s, QJsonArray{u"B"_s}}}).status, 200);
    QVERIFY(!classOf(u"A"_s).tickets[0].expectedSeconds); // nobody calls them
}

void HallViewTest::marksWhatIsSpecial()
{
    const QString held = take(u"A"_s, 9, {{u"holderName"_s, u"王样例"_s}});
    const QString back = take(u"A"_s, 8);
    const QString sent = take(u"A"_s, 7);
    const QString missed = take(u"A"_s, 6);
    set(u"queue.requeueAfter"_s, 1);
    set(u"queue.missesAllowed"_s, 2);
    for (const auto& [id, how] : {std::pair(held, QJsonObject{{u"x"_s, u"hold"_s}}), std::pair(back, QJsonObject{{u"x"_s, u"return"_s}}),
                                  std::pair(sent, QJsonObject{{u"x"_s, u"transfer"_s}, {u"toWindow"_s, u"05"_s}}),
                                  std::pair(missed, QJsonObject{{u"x"_s, u"no-show"_s}})}) {
        const QString number = ticket(u"A"_s, id).number;
        QCOMPARE(call(u"03"_s, {{u"number"_s, number}, {u"reason"_s, u"x"_s}}).status, 200);
        QJsonObject more = how;
        more[u"reason"_s] = u"x"_s;
        QCOMPARE(act(id, how[u"x"_s].toString(), more).status, 200);
    }
    QCOMPARE(ticket(u"A"_s, held).state, u"held"_s);
    QCOMPARE(ticket(u"A"_s, held).window, u"03"_s);
    QCOMPARE(ticket(u"A"_s, held).position, 0);
    QCOMPARE(classOf(u"A"_s).tickets.last().id, held);
    QVERIFY(ticket(u"A"_s, back).returned);
    QCOMPARE(ticket(u"A"_s, sent).state, u"transferred"_s);
    QCOMPARE(ticket(u"A"_s, sent).window, u"05"_s);
    QCOMPARE(ticket(u"A"_s, sent).position, 0); // not by the turn of the class
    QCOMPARE(ticket(u"A"_s, missed).misses, 1);
    QCOMPARE(classOf(u"A"_s).waiting(), 3);
    QVERIFY(!ask("GET", u"/v1/halls/9901/classes/A"_s, m_supervisor).body.contains("王样例"));
}

void HallViewTest::whoWaitsIsMoved()
{
    const QString id = take(u"A"_s, 9);
    QCOMPARE(move(id, {{u"toClass"_s, u"A"_s}}).status, 422); // there already
    QCOMPARE(move(id, {{u"toClass"_s, u"Z"_s}}).status, 422);
    QCOMPARE(move(id, {{u"toWindow"_s, u"99"_s}}).status, 422);
    const Answer closed = move(id, {{u"toWindow"_s, u"06"_s}});
    QCOMPARE(closed.status, 409);
    QCOMPARE(bodyOf(closed)[u"reason"_s].toString(), u"ticket.window-closed"_s);
    const QString actId = newUuid();
    const QJsonObject body{{u"act"_s, u"transfer"_s}, {u"at"_s, u"2026-11-23T01:00:00Z"_s}, {u"toClass"_s, u"B"_s}};
    const QString path = u"/v1/tickets/%1/acts/%2"_s.arg(id, actId);
    QCOMPARE(ask("PUT", path, m_supervisor, body).status, 200);
    QCOMPARE(ask("PUT", path, m_supervisor, body).status, 200); // the reply was lost
    QCOMPARE(audited(u"ticket.transfer"_s, id), 1);
    QVERIFY(classOf(u"A"_s).tickets.isEmpty());
    QCOMPARE(ticket(u"B"_s, id).takenAs, u"A"_s);
    QCOMPARE(move(id, {{u"toWindow"_s, u"05"_s}}).status, 200);
    QCOMPARE(move(id, {{u"toWindow"_s, u"05"_s}}).status, 422);
    QCOMPARE(ticket(u"B"_s, id).window, u"05"_s);
    QCOMPARE(call(u"03"_s).status, 404); // for 05 alone
    QCOMPARE(call(u"05"_s).status, 200);
    QCOMPARE(move(id, {{u"toClass"_s, u"A"_s}}).status, 403); // it is at a window now
}

/// Whoever was sent to the wrong class does not overtake those who came before, and is not put behind them.
void HallViewTest::keepsItsPlaceByArrival()
{
    (void)take(u"B"_s, 9);
    const QString moved = take(u"A"_s, 8);
    (void)take(u"B"_s, 7);
    QCOMPARE(move(moved, {{u"toClass"_s, u"B"_s}}).status, 200);
    QCOMPARE(numbers(u"B"_s), (QStringList{u"B001 1"_s, u"A001 2"_s, u"B002 3"_s}));
    QCOMPARE(numberCalled(), u"B001 arrival"_s);
    QCOMPARE(numberCalled(), u"A001 arrival"_s);
}

void HallViewTest::onlyASupervisorMoves()
{
    const QString id = take(u"A"_s, 9);
    for (const QByteArray& token : {m_clerk, m_other, m_kiosk, m_gateway})
        QCOMPARE(act(id, u"transfer"_s, {{u"toClass"_s, u"B"_s}}, token).status, 403);
    QCOMPARE(act(id, u"return"_s, {{u"reason"_s, u"x"_s}}, m_supervisor).status, 403); // there is nothing to send back
    QCOMPARE(ticket(u"A"_s, id).position, 1);
}

void HallViewTest::whatIsKeptIsAskedBack()
{
    const QString id = take(u"A"_s, 9);
    QCOMPARE(ask("PUT", u"/v1/windows/03/leases/"_s + newUuid(), m_clerk, {{u"x"_s, 1}}).status, 200);
    const auto type = [](const Answer& answer) { return bodyOf(answer)[u"type"_s].toString().section(u'/', -1).section(u':', -1); };
    Answer answer = move(id, {{u"toClass"_s, u"B"_s}, {u"patient"_s, true}});
    QCOMPARE(answer.status, 409);
    QCOMPARE(type(answer), u"lease-wanted"_s);
    answer = move(id, {{u"toClass"_s, u"B"_s}});
    QCOMPARE(answer.status, 409);
    QCOMPARE(bodyOf(answer)[u"reason"_s].toString(), u"ticket.leased"_s);
    QCOMPARE(ask("PUT", u"/v1/windows/03/leases/"_s + newUuid(), m_clerk, {{u"without"_s, QJsonArray{id}}}).status, 200);
    QCOMPARE(move(id, {{u"toClass"_s, u"B"_s}, {u"patient"_s, true}}).status, 200);
}

/// The window was closed in spite of the number that it had.
void HallViewTest::whoWasLeftIsSentBack()
{
    const QString id = take(u"A"_s, 9);
    QCOMPARE(call().status, 200);
    QCOMPARE(act(id, u"start"_s).status, 200);
    const auto sendBack = [&](const QByteArray& token) { return act(id, u"return"_s, {{u"reason"_s, u"窗口关闭"_s}}, token).status; };
    QCOMPARE(sendBack(m_supervisor), 403); // somebody is being served
    QCOMPARE(ask("PUT", u"/v1/windows/03/state"_s, m_clerk, {{u"state"_s, u"closed"_s}}).status, 200);
    QVERIFY(window(u"03"_s).isTicketLeft());
    QCOMPARE(window(u"03"_s).ticketId, id);
    QCOMPARE(sendBack(m_other), 403);
    QCOMPARE(sendBack(m_supervisor), 200);
    QVERIFY(!window(u"03"_s).isTicketLeft());
    const QJsonObject called = bodyOf(call(u"05"_s));
    QCOMPARE(called[u"ticket"_s][u"id"_s].toString(), id);
    QCOMPARE(called[u"why"_s].toString(), u"returned"_s);
    QCOMPARE(sendBack(m_supervisor), 403); // 05 has it now
}

QTEST_GUILESS_MAIN(HallViewTest)
#include "hallviewtest.moc"
