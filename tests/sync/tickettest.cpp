// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// Tickets as they are given, and the windows that serve them.

#include "tests/support/queuehall.h"

using namespace Qt::StringLiterals;
using backoffice::Answer;

namespace {
const QString Citizen = u"11010519491231002X"_s; // over sixty
}

class TicketTest : public QueueHall
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyWaitsTwice();
    void groupsAreSaidOrReadOff();
    void theTicketSaysHowLong();
    void aHallThatKnowsItselfForetells();
    void thePhoneFollows();
    void whatIsLongOverIsNotShown();
    void pausesHaveReasons_data();
    void pausesHaveReasons();
    void nobodyWorksThroughTheNight();
    void serviceBeginsAnewElsewhere();
    void classesAreTheSupervisors();
    void whoWasNotServedIsNotRated();
    void theClassIsGivenUp();
    void thoseSentToAWindowAreCounted();
    void aMachineThatWentDark();
    void whoWasMissedComesBack();
    void nobodyWaitsForAClosedWindow_data();
    void nobodyWaitsForAClosedWindow();
    void anUndoneCallWaitsForNoClosedWindow();
};

void TicketTest::nobodyWaitsTwice()
{
    const auto ticket = [this](const QString& ticketClass, const QString& number) {
        return ask("POST", u"/v1/halls/9901/tickets"_s, m_kiosk,
                   {{u"class"_s, ticketClass}, {u"certificateType"_s, u"citizen-id"_s}, {u"certificateNumber"_s, number}});
    };
    const Answer first = ticket(u"A"_s, Citizen);
    QCOMPARE(first.status, 201);
    QVERIFY(!first.body.contains(Citizen.toLatin1()));
    const Answer stranger = ask("POST", u"/v1/halls/9901/tickets"_s, m_kiosk,
                                {{u"id"_s, bodyOf(first)[u"id"_s].toString()},
                                 {u"class"_s, u"A"_s},
                                 {u"certificateType"_s, u"citizen-id"_s},
                                 {u"certificateNumber"_s, u"990101195304091321"_s}});
    QCOMPARE(stranger.status, 409); // its id is somebody else's
    QJsonObject known{{u"id"_s, bodyOf(first)[u"id"_s]}};
    QCOMPARE(ask("POST", u"/v1/halls/9901/tickets"_s, m_kiosk, known).status, 409); // and tells nobody of it
    known[u"class"_s] = u"A"_s;
    QCOMPARE(ask("POST", u"/v1/halls/9901/tickets"_s, m_kiosk, known).status, 409);
    known[u"certificateNumber"_s] = Citizen;
    const Answer same = ask("POST", u"/v1/halls/9901/tickets"_s, m_kiosk, known);
    QCOMPARE(same.status, 200);
    QCOMPARE(bodyOf(same)[u"queryToken"_s], bodyOf(first)[u"queryToken"_s]);
    const Answer again = ticket(u"A"_s, Citizen.toLower());
    QCOMPARE(again.status, 409);
    QCOMPARE(bodyOf(again)[u"number"_s].toString(), u"A001"_s);
    QCOMPARE(ticket(u"B"_s, Citizen).status, 201);
    QCOMPARE(ticket(u"A"_s, u"990101195304091321"_s).status, 201);
    QCOMPARE(numberCalled().left(4), u"A001"_s);
    QCOMPARE(ticket(u"A"_s, Citizen).status, 201);                                    // served before
    for (const QString& table : {u"ticket"_s, u"replay"_s, u"event"_s, u"audit"_s}) { // it is kept nowhere
        auto rows = m_database->run(u"SELECT * FROM "_s + table);
        while (rows.next()) {
            for (int column = 0; rows.value(column).isValid(); ++column)
                QVERIFY(!rows.value(column).toString().contains(Citizen));
        }
    }
    QJsonArray classes{QJsonObject{{u"code"_s, u"A"_s}, {u"name"_s, u"企业"_s}, {u"several"_s, true}, {u"realName"_s, true}}};
    set(u"queue.classes"_s, classes);
    QCOMPARE(ticket(u"A"_s, Citizen).status, 201);
    QCOMPARE(ask("POST", u"/v1/halls/9901/tickets"_s, m_kiosk, {{u"class"_s, u"A"_s}}).status, 422);
    QCOMPARE(ticket(u"B"_s, Citizen).status, 422);
}

void TicketTest::groupsAreSaidOrReadOff()
{
    const auto group = [this](const QJsonObject& more) {
        QJsonObject body = more;
        body[u"class"_s] = u"A"_s;
        return bodyOf(ask("POST", u"/v1/halls/9901/tickets"_s, m_clerk, body))[u"group"_s].toString();
    };
    QCOMPARE(group({}), QString());
    QCOMPARE(group({{u"group"_s, u"pregnant"_s}}), u"pregnant"_s);
    QCOMPARE(group({{u"group"_s, u"impatient"_s}}), QString());
    QCOMPARE(group({{u"certificateNumber"_s, Citizen}}), u"elderly"_s);
    QCOMPARE(group({{u"certificateType"_s, u"residence-permit"_s}, {u"certificateNumber"_s, u"990101195304091321"_s}}), u"elderly"_s);
    QCOMPARE(group({{u"certificateNumber"_s, u"no number"_s}}), QString());
}

void TicketTest::theTicketSaysHowLong()
{
    (void)take(u"A"_s, 9);
    (void)take(u"A"_s, 5);
    (void)take(u"B"_s, 5);
    const QJsonObject body{{u"id"_s, newUuid()}, {u"class"_s, u"A"_s}, {u"holderName"_s, u"王样例"_s}};
    const Answer taken = ask("POST", u"/v1/halls/9901/tickets"_s, m_kiosk, body);
    QCOMPARE(taken.status, 201);
    const QJsonObject ticket = bodyOf(taken);
    QCOMPARE(ticket[u"ahead"_s].toInt(), 2);
    QCOMPARE(ticket[u"expectedMinutes"_s].toInt(), 12); // two windows, twelve minutes each
    QCOMPARE(ticket[u"queryToken"_s].toString().size(), 10);
    QVERIFY(!ticket.contains(u"holderName"_s));
    const Answer again = ask("POST", u"/v1/halls/9901/tickets"_s, m_kiosk, body); // its answer was lost
    QCOMPARE(again.status, 200);
    QCOMPARE(bodyOf(again), ticket);
    QCOMPARE(ask("POST", u"/v1/halls/9901/tickets"_s, m_kiosk, {{u"id"_s, body[u"id"_s]}}).status, 409); // of which class?
    QCOMPARE(ask("POST", u"/v1/halls/9901/tickets"_s, m_department, {{u"class"_s, u"A"_s}}).status, 403);
}

/// Thirty of the class were served yesterday, in about five minutes each.
void TicketTest::aHallThatKnowsItselfForetells()
{
    const auto taken = [this] { return bodyOf(ask("POST", u"/v1/halls/9901/tickets"_s, m_kiosk, {{u"class"_s, u"A"_s}})); };
    QVERIFY(!taken().contains(u"expectedLow"_s)); // it knows nothing of itself
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const qint64 yesterday = now - 24LL * 3'600'000;
    for (int i = 0; i < 30; ++i) {
        const qint64 called = yesterday + i;
        m_database->run(u"INSERT INTO ticket (id, hall, ticket_day, ticket_class, queue_class, serial, number, state, taken_at, called_at, "
                        "first_called_at, ended_at, query_token) VALUES (?, '9901', ?, 'A', 'A', ?, ?, 'done', ?, ?, ?, ?, ?)"_s,
                        {newUuid(), core::hallTime(yesterday).date().toString(Qt::ISODate), i, u"A%1"_s.arg(i), called, called, called,
                         called + (240 + 4 * i) * 1000, u"OLD%1"_s.arg(i)});
    }
    QCOMPARE(call().status, 200);
    QCOMPARE(call(u"05"_s).status, 404);
    m_service = newService(); // what was read of the hall serves for some seconds
    for (int i = 0; i < 20; ++i)
        (void)taken();
    m_service = newService();
    const QJsonObject ticket = taken();
    QCOMPARE(ticket[u"ahead"_s].toInt(), 20);
    const int expected = ticket[u"expectedMinutes"_s].toInt(); // twenty by two windows in five minutes each
    QVERIFY2(expected >= 45 && expected <= 55, qPrintable(QString::number(expected)));
    QVERIFY(ticket[u"expectedLow"_s].toInt() <= expected && ticket[u"expectedHigh"_s].toInt() >= expected);
    auto kept = m_database->run(u"SELECT foretold FROM ticket WHERE id = ?"_s, {ticket[u"id"_s].toString()});
    QVERIFY(kept.next());
    QCOMPARE(kept.value(0).toString().split(u',').size(), 21); // to be held against what then happens
    kept.finish();
    const QJsonObject board = bodyOf(ask("GET", u"/v1/halls/9901/overview"_s, m_supervisor));
    const QJsonObject figures = board[u"classes"_s].toArray().at(0).toObject();
    const int seconds = figures[u"expectedSeconds"_s].toInt();
    const int oneMore = figures[u"oneMoreSeconds"_s].toInt();
    QVERIFY2(seconds >= 45 * 60 && seconds <= 60 * 60, qPrintable(QString::number(seconds)));
    QVERIFY2(oneMore > 0 && oneMore < seconds * 4 / 5, qPrintable(QString::number(oneMore)));
}

void TicketTest::thePhoneFollows()
{
    (void)take(u"A"_s, 9);
    const QJsonObject mine =
        bodyOf(ask("POST", u"/v1/halls/9901/tickets"_s, m_kiosk, {{u"class"_s, u"A"_s}, {u"holderName"_s, u"王样例"_s}}));
    const QString code = mine[u"queryToken"_s].toString();
    const auto page = [&] { return QString::fromUtf8(ask("GET", u"/q/"_s + code.toLower(), {}).body); };
    const auto rate = [&](const QByteArray& form) {
        backoffice::Request request;
        request.method = "POST";
        request.path = u"/q/%1/evaluation"_s.arg(code);
        request.body = form;
        return m_service->handle(request).status;
    };
    QVERIFY(page().contains(mine[u"number"_s].toString()) && page().contains(u"您前面还有1位"_s));
    QVERIFY(page().contains(u"http-equiv=\"refresh\""_s));
    QVERIFY(!page().contains(u"王样例"_s) && !page().contains(u"<form"_s));
    QVERIFY(!numberCalled().isEmpty());
    QVERIFY(page().contains(u"下一位就是您"_s));
    QCOMPARE(rate("level=5"), 409); // it was not served yet
    QCOMPARE(call(u"05"_s).status, 200);
    QVERIFY2(page().contains(u"请到五号窗口办理"_s) || page().contains(u"正在叫您的号"_s), qPrintable(page()));
    QCOMPARE(act(mine[u"id"_s].toString(), u"finish"_s, {}, m_other).status, 200);
    QVERIFY(page().contains(u"<form"_s) && !page().contains(u"refresh"_s));
    QCOMPARE(rate("level=9"), 422);
    QCOMPARE(rate("level=2&reason=%E6%85%A2"), 200);
    QCOMPARE(rate("level=5"), 409);
    QVERIFY(page().contains(u"您已评价"_s));
    const QJsonArray given = bodyOf(ask("GET", u"/v1/evaluations?open=true"_s, m_supervisor))[u"evaluations"_s].toArray();
    QCOMPARE(given.size(), 1);
    QCOMPARE(given[0][u"window"_s].toString(), u"05"_s);
    QCOMPARE(given[0][u"clerk"_s].toString(), u"002"_s);
}

void TicketTest::whatIsLongOverIsNotShown()
{
    const QJsonObject mine = bodyOf(ask("POST", u"/v1/halls/9901/tickets"_s, m_kiosk, {{u"class"_s, u"A"_s}}));
    const QString path = u"/q/"_s + mine[u"queryToken"_s].toString();
    QCOMPARE(ask("GET", path, {}).status, 200);
    m_database->run(u"UPDATE ticket SET ticket_day = '2026-01-05' WHERE id = ?"_s, {mine[u"id"_s].toString()});
    const Answer later = ask("GET", path, {});
    QCOMPARE(later.status, 404);
    QVERIFY(QString::fromUtf8(later.body).contains(u"不存在或已过期"_s));
}

void TicketTest::pausesHaveReasons_data()
{
    QTest::addColumn<QString>("reason");
    QTest::addColumn<int>("status");
    for (const QString& reason : {u"meal"_s, u"meeting"_s, u"restroom"_s, u"system"_s, u"locked"_s})
        QTest::addRow("%s", qPrintable(reason)) << reason << 200;
    QTest::newRow("none") << QString() << 422;
    QTest::newRow("another") << u"tired"_s << 422;
}

void TicketTest::pausesHaveReasons()
{
    QFETCH(QString, reason);
    QFETCH(int, status);
    (void)take(u"A"_s, 5);
    QCOMPARE(ask("PUT", u"/v1/windows/03/state"_s, m_clerk, {{u"state"_s, u"paused"_s}, {u"reason"_s, reason}}).status, status);
    QCOMPARE(call().status, status == 200 ? 409 : 200);
}

/// Nobody closed the window yesterday: its day ended with its last press.
void TicketTest::nobodyWorksThroughTheNight()
{
    const qint64 yesterday = QDateTime::currentMSecsSinceEpoch() - 24LL * 3'600'000;
    m_database->run(u"UPDATE service_window SET since = ? WHERE code = '03'"_s, {yesterday});
    const QString id = take(u"A"_s, 5);
    QCOMPARE(call().status, 200);
    m_database->run(u"UPDATE ticket_step SET at = ?, ticket_day = ? WHERE ticket_id = ?"_s,
                    {yesterday + 60'000, core::hallTime(yesterday).date().toString(Qt::ISODate), id});
    QCOMPARE(ask("PUT", u"/v1/windows/03/state"_s, m_clerk, {{u"state"_s, u"open"_s}}).status, 200);
    auto span = m_database->run(u"SELECT until - since FROM window_time WHERE service_window = '03'"_s);
    QVERIFY(span.next());
    QCOMPARE(span.value(0).toInt(), 60'000);
    span.finish();
    auto window = m_database->run(u"SELECT since FROM service_window WHERE code = '03'"_s);
    QVERIFY(window.next() && window.value(0).toLongLong() > yesterday + 3'600'000);
}

void TicketTest::serviceBeginsAnewElsewhere()
{
    const QString id = take(u"A"_s, 5);
    QCOMPARE(call().status, 200);
    QCOMPARE(act(id, u"start"_s).status, 200);
    QCOMPARE(act(id, u"transfer"_s, {{u"toWindow"_s, u"05"_s}}).status, 200);
    auto begun = m_database->run(u"SELECT started_at FROM ticket WHERE id = ?"_s, {id});
    QVERIFY(begun.next());
    QCOMPARE(begun.value(0).toLongLong(), 0);
}

void TicketTest::classesAreTheSupervisors()
{
    const auto put = [this](const QByteArray& token, const QJsonArray& classes, const QString& window = u"03"_s) {
        return ask("PUT", u"/v1/windows/%1/classes"_s.arg(window), token, {{u"classes"_s, classes}}).status;
    };
    QCOMPARE(put(m_clerk, {u"B"_s}), 403);
    QCOMPARE(put(m_supervisor, {u"B"_s}, u"99"_s), 404);
    QCOMPARE(put(m_supervisor, {}), 422);
    QCOMPARE(put(m_supervisor, {u"B"_s, u"Z"_s}), 422);
    QCOMPARE(put(m_supervisor, {u"B"_s, u"B"_s}), 200);
    (void)take(u"A"_s, 9);
    (void)take(u"B"_s, 1);
    QCOMPARE(numberCalled(), u"B001 arrival"_s);
    QCOMPARE(call().status, 404);
}

void TicketTest::whoWasNotServedIsNotRated()
{
    const QString id = take(u"A"_s, 9);
    const auto rate = [&] { return ask("PUT", u"/v1/evaluations/"_s + id, m_clerk, {{u"of"_s, u"ticket"_s}, {u"level"_s, 5}}).status; };
    QCOMPARE(rate(), 403);
    QCOMPARE(call().status, 200);
    QCOMPARE(act(id, u"finish"_s).status, 200);
    QCOMPARE(rate(), 200);
}

/// People wait in a class that a new catalogue has no more: they are seen, and can be called.
void TicketTest::theClassIsGivenUp()
{
    (void)take(u"C"_s, 9);
    set(u"queue.classes"_s, QJsonArray{QJsonObject{{u"code"_s, u"A"_s}, {u"name"_s, u"企业经营"_s}}});
    QCOMPARE(ask("GET", u"/v1/halls/9901/classes/C"_s, m_supervisor).status, 200);
    QCOMPARE(ask("GET", u"/v1/halls/9901/classes/D"_s, m_supervisor).status, 404);
    const auto put = [this](const QJsonArray& classes) {
        return ask("PUT", u"/v1/windows/03/classes"_s, m_supervisor, {{u"classes"_s, classes}}).status;
    };
    QCOMPARE(put({u"A"_s, u"D"_s}), 422);
    QCOMPARE(put({u"A"_s, u"C"_s}), 200);
    QCOMPARE(numberCalled(), u"C001 arrival"_s);
    QCOMPARE(put({u"A"_s, u"C"_s}), 200); // it has it already
}

void TicketTest::thoseSentToAWindowAreCounted()
{
    QStringList pages;
    for (int i = 0; i < 2; ++i) {
        const Answer taken = ask("POST", u"/v1/halls/9901/tickets"_s, m_kiosk, {{u"class"_s, u"A"_s}});
        QCOMPARE(call().status, 200);
        QCOMPARE(act(bodyOf(taken)[u"id"_s].toString(), u"transfer"_s, {{u"toWindow"_s, u"05"_s}}).status, 200);
        m_database->run(u"UPDATE ticket SET since = since - ? WHERE id = ?"_s, {60'000 * (2 - i), bodyOf(taken)[u"id"_s].toString()});
        pages.append(QString::fromUtf8(ask("GET", u"/q/"_s + bodyOf(taken)[u"queryToken"_s].toString(), {}).body));
    }
    QVERIFY(pages[0].contains(u"下一位就是您"_s));
    QVERIFY2(!pages[1].contains(u"下一位就是您"_s) && pages[1].contains(u"您前面还有1位"_s), qPrintable(pages[1]));
}

/// Nobody closed the window, and nobody is signed in there any more.
void TicketTest::aMachineThatWentDark()
{
    const auto state = [this] {
        auto row = m_database->run(u"SELECT state FROM service_window WHERE code = '03'"_s);
        return row.next() ? row.value(0).toString() : QString();
    };
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    m_service->letTimePass(now);
    QCOMPARE(state(), u"open"_s);
    m_database->run(u"UPDATE service_window SET since = ? WHERE code = '03'"_s, {now - 8 * 3'600'000LL});
    m_service->letTimePass(now);
    QCOMPARE(state(), u"open"_s); // somebody is
    m_database->run(u"UPDATE session SET access_until = ? WHERE service_window = '03'"_s, {now - 3'600'000LL});
    m_service->letTimePass(now);
    QCOMPARE(state(), u"closed"_s);
}

void TicketTest::whoWasMissedComesBack()
{
    set(u"queue.requeueAfter"_s, 0); // missed for good
    const QJsonObject holder{{u"certificateType"_s, u"citizen-id"_s}, {u"certificateNumber"_s, Citizen}};
    const auto missed = [&] { return bodyOf(ask("POST", u"/v1/appointments/search"_s, m_other, holder))[u"missed"_s].toArray(); };
    QJsonObject who = holder;
    who[u"holderName"_s] = u"王样例"_s;
    const QString id = take(u"A"_s, 9, who);
    const QString number = u"/v1/halls/9901/tickets/a001"_s;
    QCOMPARE(bodyOf(ask("GET", number, m_other))[u"state"_s].toString(), u"waiting"_s);
    const QJsonObject words{{u"reason"_s, u"过号恢复"_s}};
    QCOMPARE(act(id, u"return"_s, words, m_other).status, 403); // was not called
    QVERIFY(missed().isEmpty());
    QCOMPARE(call().status, 200);
    QCOMPARE(act(id, u"no-show"_s).status, 200);
    QCOMPARE(missed().size(), 1);
    QCOMPARE(missed()[0][u"number"_s].toString(), u"A001"_s);
    const Answer stands = ask("GET", number, m_other);
    QCOMPARE(bodyOf(stands)[u"state"_s].toString(), u"no-show"_s);
    QVERIFY(!stands.body.contains("王样例"));
    QCOMPARE(ask("GET", number, m_kiosk).status, 403);
    QCOMPARE(ask("GET", u"/v1/halls/9901/tickets/A999"_s, m_other).status, 404);
    QCOMPARE(act(id, u"return"_s, words, m_kiosk).status, 403);
    const QString newer = take(u"A"_s, 0, who);
    const Answer twice = act(id, u"return"_s, words, m_other);
    QCOMPARE(twice.status, 409);
    QCOMPARE(bodyOf(twice)[u"number"_s].toString(), u"A002"_s);
    m_database->run(u"UPDATE ticket SET state = 'done' WHERE id = ?"_s, {newer});
    const Answer back = act(id, u"return"_s, words, m_other);
    QCOMPARE(back.status, 200);
    QCOMPARE(bodyOf(back)[u"state"_s].toString(), u"waiting"_s);
    QVERIFY(missed().isEmpty());
    auto audit = m_database->run(u"SELECT count(*) FROM audit WHERE act = 'ticket.return'"_s);
    QVERIFY(audit.next());
    QCOMPARE(audit.value(0).toInt(), 1);
    audit.finish();
    QCOMPARE(call().status, 200);
    QCOMPARE(act(id, u"no-show"_s).status, 200);
    m_database->run(u"UPDATE ticket SET ticket_day = '2026-01-05', taken_at = 1767571200000 WHERE id = ?"_s, {id});
    const Answer late = act(id, u"return"_s, words, m_other);
    QCOMPARE(late.status, 409);
    QCOMPARE(bodyOf(late)[u"reason"_s].toString(), u"ticket.other-day"_s);
}

void TicketTest::nobodyWaitsForAClosedWindow_data()
{
    QTest::addColumn<QString>("press");
    QTest::newRow("held there") << u"hold"_s;
    QTest::newRow("missed there") << u"no-show"_s;
}

/// Whoever was sent to a window that has closed since waits for any window of the class when they come back.
void TicketTest::nobodyWaitsForAClosedWindow()
{
    QFETCH(QString, press);
    set(u"queue.requeueAfter"_s, 0); // missed for good
    const QString id = take(u"A"_s, 9);
    QCOMPARE(call().status, 200);
    QCOMPARE(act(id, u"transfer"_s, {{u"toWindow"_s, u"05"_s}}).status, 200);
    QCOMPARE(call(u"05"_s).status, 200);
    QCOMPARE(act(id, press, {}, m_other).status, 200);
    QCOMPARE(ask("PUT", u"/v1/windows/05/state"_s, m_other, {{u"state"_s, u"closed"_s}}).status, 200);
    QCOMPARE(act(id, u"return"_s, {{u"reason"_s, u"窗口关闭"_s}}, m_supervisor).status, 200);
    QCOMPARE(numberCalled().left(4), u"A001"_s);
}

void TicketTest::anUndoneCallWaitsForNoClosedWindow()
{
    const QString id = take(u"A"_s, 9);
    QCOMPARE(call().status, 200);
    QCOMPARE(act(id, u"transfer"_s, {{u"toWindow"_s, u"05"_s}}).status, 200);
    QCOMPARE(call(u"03"_s, {{u"number"_s, u"A001"_s}, {u"reason"_s, u"又来了"_s}}).status, 200);
    QCOMPARE(ask("PUT", u"/v1/windows/05/state"_s, m_other, {{u"state"_s, u"closed"_s}}).status, 200);
    QCOMPARE(act(id, u"undo"_s).status, 200);
    QCOMPARE(numberCalled().left(4), u"A001"_s);
}

QTEST_GUILESS_MAIN(TicketTest)
#include "tickettest.moc"
