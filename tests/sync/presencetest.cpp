// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/queuehall.h"

#include <thread>

using namespace Qt::StringLiterals;
using backoffice::Answer;

namespace {
const QString Here = u"0b2f6a3e-9d0e-4f6e-8a41-0d8b7a5e6c01"_s;
const QString There = u"0b2f6a3e-9d0e-4f6e-8a41-0d8b7a5e6c02"_s;
constexpr qint64 MinuteMs = 60'000;
} // namespace

/// A clerk at one window, a window on one machine. The hall begins with 001 at window 03 and 002 at window 05, from machines that
/// have no name, and the supervisor at window 12.
class PresenceTest : public QueueHall
{
    Q_OBJECT

private Q_SLOTS:
    void whoIsAsked_data();
    void whoIsAsked();
    void nobodyIsToldWhereWithoutThePassword();
    void theSameMachineIsNotAsked();
    void theSessionTakenOverEnds();
    void theWindowLeftCloses();
    void aCalledTicketStays();
    void aTicketGoesAlong();
    void leasesEndAtOnce();
    void anotherMachineIsWarned();
    void aDeadMachineIsNotAskedAbout();
    void aRefreshKeepsTheSeat();
    void oneOfTwoAtOneMoment();
    void nobodyIsCalledToAWindowThatWasLeft();
    void numbersGoAlong();
    void aVisitIsHandedOverOnce();

private:
    [[nodiscard]] Answer enter(const QString& clerk, const QString& window, const QString& device = {}, bool takeOver = false) const
    {
        QJsonObject body{{u"clerk"_s, clerk}, {u"password"_s, u"training"_s}, {u"window"_s, window}};
        if (!device.isEmpty())
            body[u"device"_s] = device;
        if (takeOver)
            body[u"takeOver"_s] = true;
        return ask("POST", u"/v1/sessions"_s, {}, body);
    }
    [[nodiscard]] static QByteArray token(const Answer& answer) { return bodyOf(answer)[u"accessToken"_s].toString().toLatin1(); }
    [[nodiscard]] static QString type(const Answer& answer) { return bodyOf(answer)[u"type"_s].toString().section(u':', -1); }
    [[nodiscard]] Answer refresh(const Answer& session, const QString& device) const
    {
        QJsonObject body{{u"refreshToken"_s, bodyOf(session)[u"refreshToken"_s]}};
        if (!device.isEmpty())
            body[u"device"_s] = device;
        return ask("POST", u"/v1/sessions/refresh"_s, {}, body);
    }
    [[nodiscard]] Answer question(const QByteArray& token) const { return ask("GET", u"/v1/messages"_s, token); }
    [[nodiscard]] QJsonArray lease(const QString& window, const QByteArray& token) const
    {
        const Answer answer = ask("PUT", u"/v1/windows/%1/leases/%2"_s.arg(window, newUuid()), token, {{u"without"_s, QJsonArray()}});
        return bodyOf(answer)[u"tickets"_s].toArray();
    }
    [[nodiscard]] QString stateOf(const QString& window) const
    {
        backoffice::Rows row = m_database->run(u"SELECT state FROM service_window WHERE code = ?"_s, {window});
        return row.next() ? row.value(0).toString() : QString();
    }
    [[nodiscard]] QStringList toldTakenOver() const
    {
        QStringList windows;
        backoffice::Rows rows = m_database->run(u"SELECT data FROM event WHERE kind = 'taken-over' ORDER BY id"_s);
        while (rows.next())
            windows.append(QJsonDocument::fromJson(rows.value(0).toString().toUtf8())[u"window"_s].toString());
        return windows;
    }
    /// As if nothing had been heard of it for so long.
    void silentFor(qint64 ms) const { m_database->run(u"UPDATE session SET access_until = access_until - ?"_s, {ms}); }
};

void PresenceTest::whoIsAsked_data()
{
    QTest::addColumn<QString>("clerk");
    QTest::addColumn<QString>("window");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("who"); // empty: the clerk
    QTest::newRow("nobody in the way") << u"003"_s << u"07"_s << 201 << QString() << QString();
    QTest::newRow("the clerk at another window") << u"001"_s << u"07"_s << 409 << u"03"_s << QString();
    QTest::newRow("the clerk at this window, another machine") << u"001"_s << u"03"_s << 409 << u"03"_s << QString();
    QTest::newRow("somebody else at this window") << u"003"_s << u"05"_s << 409 << u"05"_s << u"002"_s;
    QTest::newRow("both: the other one is told of") << u"001"_s << u"05"_s << 409 << u"05"_s << u"002"_s;
    QTest::newRow("a supervisor there") << u"003"_s << u"12"_s << 409 << u"12"_s << u"900"_s;
    QTest::newRow("a supervisor too") << u"900"_s << u"03"_s << 409 << u"03"_s << u"001"_s;
    QTest::newRow("a kiosk stands at none") << u"800"_s << u"03"_s << 201 << QString() << QString();
    QTest::newRow("a screen stands at none") << u"820"_s << u"05"_s << 201 << QString() << QString();
    QTest::newRow("a department's system") << u"700"_s << u"03"_s << 201 << QString() << QString();
}

void PresenceTest::whoIsAsked()
{
    QFETCH(QString, clerk);
    QFETCH(QString, window);
    QFETCH(QString, where);
    QFETCH(QString, who);
    const Answer answer = enter(clerk, window, Here);
    QTEST(answer.status, "status");
    if (answer.status == 201) {
        QCOMPARE(toldTakenOver(), QStringList());
        return;
    }
    const QJsonObject problem = bodyOf(answer);
    QCOMPARE(type(answer), u"signed-in-elsewhere"_s);
    QCOMPARE(problem[u"window"_s].toString(), where);
    QCOMPARE(problem[u"self"_s].toBool(), who.isEmpty());
    QCOMPARE(problem[u"clerk"_s].toString(), who);
    const QDateTime since = QDateTime::fromString(problem[u"since"_s].toString(), Qt::ISODate);
    QVERIFY(since.isValid() && since.secsTo(QDateTime::currentDateTimeUtc()) < 600);
    for (const QByteArray& one : {m_clerk, m_other, m_supervisor}) // who was only asked changed nothing
        QCOMPARE(question(one).status, 200);
    QCOMPARE(enter(clerk, window, Here, true).status, 201);
}

void PresenceTest::nobodyIsToldWhereWithoutThePassword()
{
    const Answer answer = ask("POST", u"/v1/sessions"_s, {}, {{u"clerk"_s, u"001"_s}, {u"password"_s, u"wrong"_s}, {u"window"_s, u"05"_s}});
    QCOMPARE(answer.status, 401);
    QCOMPARE(type(answer), u"wrong-credentials"_s);
    QVERIFY(!bodyOf(answer).contains(u"window"_s));
    QCOMPARE(ask("POST", u"/v1/sessions"_s, {},
                 {{u"clerk"_s, u"003"_s}, {u"password"_s, u"training"_s}, {u"window"_s, u"07"_s}, {u"device"_s, u"x"_s}})
                 .status,
             422);
}

/// After a crash, or when a colleague takes the seat.
void PresenceTest::theSameMachineIsNotAsked()
{
    const Answer before = enter(u"001"_s, u"03"_s, Here, true);
    QCOMPARE(before.status, 201);
    (void)take(u"A"_s, 3);
    QCOMPARE(lease(u"03"_s, token(before)).size(), 1);
    const qsizetype told = toldTakenOver().size();
    const Answer again = enter(u"001"_s, u"03"_s, Here);
    QCOMPARE(again.status, 201);
    QCOMPARE(type(question(token(before))), u"sign-in-needed"_s);
    QCOMPARE(type(refresh(before, Here)), u"sign-in-needed"_s);
    QCOMPARE(type(call(u"05"_s, {{u"patient"_s, true}})), u"lease-wanted"_s); // what is leased to the window stays leased
    const Answer colleague = enter(u"003"_s, u"03"_s, Here);
    QCOMPARE(colleague.status, 201);
    QCOMPARE(question(token(again)).status, 401);
    QCOMPARE(enter(u"003"_s, u"07"_s, Here).status, 201); // the machine is carried to another window
    QCOMPARE(question(token(colleague)).status, 401);
    QCOMPARE(stateOf(u"03"_s), u"closed"_s);
    QCOMPARE(toldTakenOver().size(), told);
    QCOMPARE(enter(u"001"_s, u"03"_s).status, 201); // and the window is free
}

void PresenceTest::theSessionTakenOverEnds()
{
    const Answer before = enter(u"003"_s, u"07"_s, Here);
    QCOMPARE(enter(u"003"_s, u"08"_s, There, true).status, 201);
    for (const Answer& end : {question(token(before)), refresh(before, Here), ask("DELETE", u"/v1/sessions/current"_s, token(before))}) {
        QCOMPARE(end.status, 401);
        QCOMPARE(type(end), u"taken-over"_s);
        QCOMPARE(bodyOf(end)[u"window"_s].toString(), u"08"_s);
        QCOMPARE(bodyOf(end)[u"self"_s].toBool(), true);
    }
    QCOMPARE(toldTakenOver(), QStringList(u"07"_s));
    QCOMPARE(enter(u"001"_s, u"08"_s, Here, true).status, 201); // and the next one from somebody else: 001 leaves 03
    const QStringList told = toldTakenOver();
    QVERIFY(told.contains(u"08"_s) && told.contains(u"03"_s));
    const Answer end = question(m_clerk);
    QCOMPARE(type(end), u"taken-over"_s);
    backoffice::Rows row = m_database->run(u"SELECT count(*) FROM session WHERE taken_by = '' AND service_window = '08'"_s);
    QVERIFY(row.next());
    QCOMPARE(row.value(0).toInt(), 1);
}

void PresenceTest::theWindowLeftCloses()
{
    QCOMPARE(stateOf(u"03"_s), u"open"_s);
    QCOMPARE(enter(u"001"_s, u"07"_s, Here, true).status, 201);
    QCOMPARE(stateOf(u"03"_s), u"closed"_s);
    QCOMPARE(enter(u"003"_s, u"05"_s, There, true).status, 201); // taken as it is
    QCOMPARE(stateOf(u"05"_s), u"open"_s);
    const Answer end = question(m_other);
    QCOMPARE(type(end), u"taken-over"_s);
    QCOMPARE(bodyOf(end)[u"window"_s].toString(), u"05"_s);
    QCOMPARE(bodyOf(end)[u"self"_s].toBool(), false);
}

/// Whoever sits down at the window goes on with whom it called.
void PresenceTest::aCalledTicketStays()
{
    const QString id = take(u"A"_s, 3);
    QCOMPARE(bodyOf(call())[u"ticket"_s][u"id"_s].toString(), id);
    const QByteArray next = token(enter(u"003"_s, u"03"_s, Here, true));
    QCOMPARE(act(id, u"start"_s).status, 401);
    const QJsonArray windows = bodyOf(ask("GET", u"/v1/halls/9901/board"_s, next))[u"windows"_s].toArray();
    const auto mine =
        std::find_if(windows.begin(), windows.end(), [](const QJsonValue& one) { return one[u"code"_s].toString() == u"03"; });
    QVERIFY(mine != windows.end());
    QCOMPARE((*mine)[u"ticket"_s][u"id"_s].toString(), id);
    QCOMPARE(act(id, u"finish"_s, {}, next).status, 200);
}

/// Whom the clerk was serving where the machine died is served where they sit down.
void PresenceTest::aTicketGoesAlong()
{
    const QString id = take(u"A"_s, 3);
    QCOMPARE(bodyOf(call())[u"ticket"_s][u"id"_s].toString(), id);
    const QByteArray there = token(enter(u"001"_s, u"07"_s, Here, true));
    QCOMPARE(act(id, u"start"_s, {}, there).status, 200);
    QCOMPARE(act(id, u"finish"_s, {}, there).status, 200);
}

/// What the former machine called alone, the new one cannot know.
void PresenceTest::anotherMachineIsWarned()
{
    const QString first = take(u"A"_s, 5);
    QCOMPARE(lease(u"03"_s, m_clerk).size(), 1);
    const QByteArray next = token(enter(u"003"_s, u"03"_s, Here, true));
    QCOMPARE(ask("PUT", u"/v1/windows/03/state"_s, next, {{u"state"_s, u"open"_s}}).status, 200);
    const QJsonObject called =
        bodyOf(ask("PUT", u"/v1/windows/03/calls/"_s + newUuid(), next, {{u"requestedAt"_s, u"2026-11-23T01:00:00Z"_s}}))[u"ticket"_s]
            .toObject();
    QCOMPARE(called[u"id"_s].toString(), first);
    QVERIFY(called[u"note"_s].toString().contains(u"可能已经办过"_s));
}

/// Others may call at once; what the old machine called before it knew is told after the next sign-in there.
void PresenceTest::leasesEndAtOnce()
{
    const QString first = take(u"A"_s, 5);
    const QString second = take(u"A"_s, 4);
    QCOMPARE(lease(u"03"_s, m_clerk).size(), 2);
    const Answer patient = call(u"05"_s, {{u"patient"_s, true}});
    QCOMPARE(type(patient), u"lease-wanted"_s);
    QCOMPARE(enter(u"001"_s, u"07"_s, There, true).status, 201);
    QCOMPARE(lease(u"03"_s, m_clerk).size(), 0);
    const QJsonObject called = bodyOf(call(u"05"_s, {{u"patient"_s, true}}))[u"ticket"_s].toObject();
    QCOMPARE(called[u"id"_s].toString(), first);
    QVERIFY(called[u"note"_s].toString().contains(u"3号窗口"_s)); // may have been called there
    const QByteArray back = token(enter(u"001"_s, u"03"_s, Here, true));
    const auto tell = [&](const QString& ticket) {
        const QJsonObject body{{u"requestedAt"_s, u"2026-11-23T01:00:00Z"_s}, {u"at"_s, u"2026-11-23T01:00:00Z"_s}, {u"offline"_s, ticket}};
        return ask("PUT", u"/v1/windows/03/calls/%1"_s.arg(newUuid()), back, body);
    };
    const Answer late = tell(first);
    QCOMPARE(late.status, 409);
    QCOMPARE(bodyOf(late)[u"reason"_s].toString(), u"ticket.lease-lost"_s);
    QCOMPARE(tell(second).status, 200);
}

void PresenceTest::aDeadMachineIsNotAskedAbout()
{
    silentFor(55 * MinuteMs); // of the sixty
    QCOMPARE(enter(u"001"_s, u"07"_s, Here).status, 409);
    silentFor(6 * MinuteMs);
    const Answer today = enter(u"001"_s, u"07"_s, Here);
    QCOMPARE(today.status, 201);
    QCOMPARE(stateOf(u"03"_s), u"closed"_s);
    QCOMPARE(type(question(m_clerk)), u"taken-over"_s); // should it wake up after all
    QCOMPARE(question(token(today)).status, 200);
}

void PresenceTest::aRefreshKeepsTheSeat()
{
    const Answer first = enter(u"003"_s, u"07"_s, Here);
    QCOMPARE(type(refresh(first, There)), u"sign-in-needed"_s); // the token is of no use to another machine
    const Answer second = refresh(first, Here);
    QCOMPARE(second.status, 201);
    QCOMPARE(enter(u"003"_s, u"07"_s, There).status, 409);
    QCOMPARE(enter(u"003"_s, u"07"_s, Here).status, 201); // the machine is known still
    QCOMPARE(question(token(second)).status, 401);
    const Answer third = enter(u"003"_s, u"07"_s, Here);
    const Answer fourth = refresh(third, Here);
    QCOMPARE(ask("DELETE", u"/v1/sessions/current"_s, token(fourth)).status, 204);
    QCOMPARE(enter(u"003"_s, u"07"_s, There).status, 201); // who signed out is not in the way
}

/// At two back offices of one hall.
void PresenceTest::oneOfTwoAtOneMoment()
{
    const std::unique_ptr<backoffice::Service> second = newService();
    for (int round = 0; round < 8; ++round) {
        m_database->run(u"DELETE FROM session WHERE service_window = '07'"_s);
        std::array<int, 2> statuses{};
        const auto at = [&](std::size_t i, const backoffice::Service& service, const QString& clerk) {
            backoffice::Request request;
            request.method = "POST";
            request.path = u"/v1/sessions"_s;
            request.body = QJsonDocument(QJsonObject{{u"clerk"_s, clerk}, {u"password"_s, u"training"_s}, {u"window"_s, u"07"_s}}).toJson();
            statuses[i] = service.handle(request).status;
        };
        std::thread one([&] { at(0, *m_service, u"003"_s); });
        std::thread other([&] { at(1, *second, round % 2 ? u"003"_s : u"004"_s); });
        one.join();
        other.join();
        std::sort(statuses.begin(), statuses.end());
        QCOMPARE(statuses[0], 201);
        QCOMPARE(statuses[1], 409);
    }
}

/// The clerk sits down elsewhere in the moment in which the machine left behind calls: whoever was called goes along, or still waits.
void PresenceTest::nobodyIsCalledToAWindowThatWasLeft()
{
    for (int round = 0; round < 8; ++round) {
        (void)take(u"A"_s, 9);
        const QByteArray before = token(enter(u"001"_s, u"03"_s, Here, true));
        QCOMPARE(ask("PUT", u"/v1/windows/03/state"_s, before, {{u"state"_s, u"open"_s}}).status, 200);
        std::thread caller(
            [&] { (void)ask("PUT", u"/v1/windows/03/calls/"_s + newUuid(), before, {{u"requestedAt"_s, u"2026-11-23T01:00:00Z"_s}}); });
        const Answer there = enter(u"001"_s, u"07"_s, There, true);
        caller.join();
        QCOMPARE(there.status, 201);
        backoffice::Rows row =
            m_database->run(u"SELECT count(*) FROM ticket WHERE service_window = '03' AND state IN ('called', 'serving')"_s);
        QVERIFY(row.next());
        QCOMPARE(row.value(0).toInt(), 0);
        row.finish();
        m_database->run(u"UPDATE ticket SET state = 'done' WHERE state = 'called'"_s);
    }
}

/// A request whose answer was lost is made again from the next window.
void PresenceTest::numbersGoAlong()
{
    const QJsonObject wanted{{u"id"_s, newUuid()}, {u"count"_s, 5}};
    const Answer first = ask("POST", u"/v1/number-blocks"_s, m_clerk, wanted);
    QCOMPARE(first.status, 201);
    const Answer again = ask("POST", u"/v1/number-blocks"_s, token(enter(u"001"_s, u"07"_s, {}, true)), wanted);
    QCOMPARE(again.status, 201);
    QCOMPARE(bodyOf(again), bodyOf(first));
    const Answer next = ask("POST", u"/v1/number-blocks"_s, m_other, {{u"id"_s, newUuid()}, {u"count"_s, 5}});
    QCOMPARE(bodyOf(next)[u"first"_s].toInt(), bodyOf(first)[u"last"_s].toInt() + 1);
}

/// However often the window says so that never heard of its arrival.
void PresenceTest::aVisitIsHandedOverOnce()
{
    const QString id = newUuid();
    const QString path = u"/v1/cases/%1/holder"_s.arg(id);
    const QString at = core::isoTime(core::hallTime(QDateTime::currentMSecsSinceEpoch()));
    const QJsonObject handedOver{{u"id"_s, newUuid()}, {u"window"_s, u"05"_s}, {u"at"_s, at}, {u"reason"_s, u"换窗口"_s}};
    const auto holder = [&] { return bodyOf(ask("GET", path, m_other)); };
    QCOMPARE(ask("PUT", path, m_clerk, handedOver).status, 201);
    QCOMPARE(ask("PUT", path, m_other, {{u"window"_s, u"05"_s}, {u"at"_s, at}, {u"reason"_s, u"接办"_s}}).status, 200);
    QCOMPARE(ask("PUT", path, m_clerk, handedOver).status, 200);
    QCOMPARE(holder()[u"taken"_s].toBool(), true);
    QJsonObject another = handedOver;
    another[u"id"_s] = newUuid();
    QCOMPARE(ask("PUT", path, m_clerk, another).status, 412);
    QCOMPARE(ask("PUT", u"/v1/cases/"_s + id, m_other, officehall::Office::record(id).toJson()).status, 201);
    QCOMPARE(ask("PUT", path, m_clerk, handedOver).status, 200);
    QCOMPARE(type(ask("GET", path, m_other)), u"not-found"_s); // nobody is handed it again
    QCOMPARE(ask("PUT", path, m_clerk, another).status, 201);  // a supplement of the case
    QCOMPARE(ask("PUT", path, m_clerk, handedOver).status, 200);
    QCOMPARE(holder()[u"taken"_s].toBool(), false);
}

QTEST_GUILESS_MAIN(PresenceTest)
#include "presencetest.moc"
