// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// Appointments: what can be booked, and what becomes of it.

#include "tests/support/queuehall.h"

using namespace Qt::StringLiterals;
using backoffice::Answer;

class BookingTest : public QueueHall
{
    Q_OBJECT

private Q_SLOTS:
    void appointments();
    void slotsPass();
    void slotsHaveTheirHours();
    void aBookingOutlivesItsSlots();
    void appointmentsAreRefused_data();
    void appointmentsAreRefused();
};

void BookingTest::appointments()
{
    set(u"queue.slotEarlyMinutes"_s, 30);
    const QDateTime now = core::hallTime(QDateTime::currentMSecsSinceEpoch());
    const QDateTime slot = now.addMSecs(-(now.time().msecsSinceStartOfDay() % (30 * 60'000)));
    const QString id = newUuid();
    const QJsonObject body{{u"class"_s, u"A"_s},
                           {u"slotBegin"_s, core::isoTime(slot)},
                           {u"holderName"_s, u"王样例"_s},
                           {u"certificateType"_s, u"citizen-id"_s},
                           {u"certificateNumber"_s, u"990101195304091321"_s}};
    QCOMPARE(ask("PUT", u"/v1/appointments/"_s + id, m_gateway, body).status, 201);
    QCOMPARE(ask("PUT", u"/v1/appointments/"_s + id, m_gateway, body).status, 200);
    QCOMPARE(bodyOf(ask("PUT", u"/v1/appointments/"_s + newUuid(), m_gateway, body))[u"type"_s].toString(),
             u"urn:yichuang:problem:already-booked"_s);
    (void)take(u"A"_s, 9);
    const Answer arrived = ask("POST", u"/v1/halls/9901/tickets"_s, m_kiosk, {{u"class"_s, u"B"_s}, {u"appointment"_s, id}});
    QCOMPARE(arrived.status, 201);
    QCOMPARE(bodyOf(arrived)[u"class"_s].toString(), u"A"_s);
    QJsonObject again{{u"id"_s, bodyOf(arrived)[u"id"_s]}, {u"class"_s, u"A"_s}};
    QCOMPARE(ask("POST", u"/v1/halls/9901/tickets"_s, m_kiosk, again).status, 409); // whoever does not say for whom it is
    again[u"class"_s] = u"B"_s;
    again[u"appointment"_s] = id;
    QCOMPARE(ask("POST", u"/v1/halls/9901/tickets"_s, m_kiosk, again).status, 200); // the answer was lost
    QCOMPARE(ask("POST", u"/v1/halls/9901/tickets"_s, m_kiosk, {{u"appointment"_s, id}}).status, 409);
    const Answer list = ask("GET", u"/v1/appointments?class=A"_s, m_kiosk);
    QCOMPARE(bodyOf(list)[u"appointments"_s][0][u"state"_s].toString(), u"arrived"_s);
    QVERIFY(!list.body.contains("王样例"));
    QCOMPARE(numberCalled(), u"A002 appointment"_s);
}

/// One slot is missed, and does not stand in the way of the next one; who comes before its time keeps it.
void BookingTest::slotsPass()
{
    const QDateTime now = core::hallTime(QDateTime::currentMSecsSinceEpoch());
    const QDateTime slot = now.addMSecs(-(now.time().msecsSinceStartOfDay() % (30 * 60'000)));
    const QJsonObject holder{{u"certificateType"_s, u"passport"_s}, {u"certificateNumber"_s, u"E00000001"_s}};
    QJsonObject body = holder;
    body[u"class"_s] = u"A"_s;
    body[u"slotBegin"_s] = core::isoTime(slot);
    const auto book = [&](const QString& id) { return ask("PUT", u"/v1/appointments/"_s + id, m_gateway, body).status; };
    const auto move = [this](const QString& id, int hours) {
        m_database->run(u"UPDATE appointment SET slot_begin = slot_begin + ?, slot_end = slot_end + ? WHERE id = ?"_s,
                        {hours * 3'600'000LL, hours * 3'600'000LL, id});
    };
    const auto standing = [&](int index) {
        const QJsonValue one = bodyOf(ask("POST", u"/v1/appointments/search"_s, m_kiosk, holder))[u"appointments"_s][index];
        return one[u"state"_s].toString() + (one[u"mayCheckIn"_s].toBool() ? u" now"_s : QString());
    };
    const QString missed = newUuid();
    QCOMPARE(book(missed), 201);
    QCOMPARE(standing(0), u"booked now"_s);
    move(missed, -4);
    QCOMPARE(standing(0), u"missed"_s);
    const QString next = newUuid();
    QCOMPARE(book(next), 201); // it is not booked twice
    move(next, 2);
    QCOMPARE(standing(1), u"booked"_s);
    QCOMPARE(ask("POST", u"/v1/halls/9901/tickets"_s, m_kiosk, {{u"appointment"_s, missed}}).status, 409);
    QJsonObject ticket = holder;
    ticket[u"class"_s] = u"A"_s;
    (void)take(u"A"_s, 9);
    const Answer taken = ask("POST", u"/v1/halls/9901/tickets"_s, m_kiosk, ticket);
    QCOMPARE(taken.status, 201);
    QCOMPARE(QDateTime::fromString(bodyOf(taken)[u"slotBegin"_s].toString(), Qt::ISODate), slot.addSecs(2 * 3600));
    QCOMPARE(standing(1), u"arrived"_s);
    QCOMPARE(numberCalled().left(4), u"A001"_s); // its slot has not begun
}

/// What is offered can be booked, and nothing else.
void BookingTest::slotsHaveTheirHours()
{
    set(u"queue.slotHours"_s, QJsonArray{u"09:00-10:00"_s, u"13:20-14:30"_s});
    const QDate today = core::hallTime(QDateTime::currentMSecsSinceEpoch()).date();
    const auto offered = [this](const QDate& day) {
        const Answer answer = ask("GET", u"/v1/appointments/slots?class=A&day="_s + day.toString(Qt::ISODate), m_gateway);
        return answer.status == 200 ? bodyOf(answer) : QJsonObject{{u"status"_s, answer.status}};
    };
    const auto times = [](const QJsonObject& json) {
        QStringList begins;
        for (const QJsonValue& slot : json[u"slots"_s].toArray())
            begins.append(core::hallTime(QDateTime::fromString(slot[u"slotBegin"_s].toString(), Qt::ISODate)).toString(u"HH:mm"_s) + u' ' +
                          QString::number(slot[u"left"_s].toInt()));
        return begins;
    };
    const auto book = [this](const QDateTime& begin, const QString& number) {
        return ask("PUT", u"/v1/appointments/"_s + newUuid(), m_gateway,
                   {{u"class"_s, u"A"_s},
                    {u"slotBegin"_s, core::isoTime(begin)},
                    {u"certificateType"_s, u"passport"_s},
                    {u"certificateNumber"_s, number}});
    };
    const QDate day = today.addDays(1);
    const QDateTime midnight = core::hallMidnight(day);
    QCOMPARE(times(offered(day)), (QStringList{u"09:00 4"_s, u"09:30 4"_s, u"13:20 4"_s, u"13:50 4"_s}));
    QCOMPARE(book(midnight.addSecs(13 * 3600 + 50 * 60), u"E1"_s).status, 201);
    QCOMPARE(times(offered(day)).last(), u"13:50 3"_s);
    QCOMPARE(book(midnight.addSecs(3 * 3600), u"E2"_s).status, 422);            // at night
    QCOMPARE(book(midnight.addSecs(13 * 3600 + 30 * 60), u"E3"_s).status, 422); // not where slots begin
    const Answer far = book(core::hallMidnight(today.addDays(15)).addSecs(9 * 3600), u"E4"_s);
    QCOMPARE(far.status, 409);
    QCOMPARE(bodyOf(far)[u"reason"_s].toString(), u"slot.too-far"_s);
    QCOMPARE(offered(today.addDays(-1))[u"closed"_s].toString(), u"slot.past"_s);
    QCOMPARE(ask("GET", u"/v1/appointments/slots?class=A&day=soon"_s, m_gateway).status, 422);
    set(u"queue.slotsOnRestDays"_s, false);
    QDate rest = today.addDays(1); // today's hours may be over
    while (offered(rest)[u"closed"_s].isUndefined())
        rest = rest.addDays(1);
    QVERIFY(rest < today.addDays(11)); // at the latest after the week that a holiday moves
    const Answer closed = book(core::hallMidnight(rest).addSecs(9 * 3600), u"E5"_s);
    QCOMPARE(closed.status, 409);
    QCOMPARE(bodyOf(closed)[u"reason"_s], offered(rest)[u"closed"_s]);
}

/// The hall changes its hours: what was booked is still known, and can be cancelled.
void BookingTest::aBookingOutlivesItsSlots()
{
    const QDateTime slot = core::hallMidnight(core::hallTime(QDateTime::currentMSecsSinceEpoch()).date().addDays(1)).addSecs(10 * 3600);
    QJsonObject body{{u"class"_s, u"A"_s},
                     {u"slotBegin"_s, core::isoTime(slot)},
                     {u"certificateType"_s, u"passport"_s},
                     {u"certificateNumber"_s, u"E00000001"_s}};
    const QString path = u"/v1/appointments/"_s + newUuid();
    QCOMPARE(ask("PUT", path, m_gateway, body).status, 201);
    set(u"queue.slotHours"_s, QJsonArray{u"13:00-14:00"_s});
    QCOMPARE(ask("PUT", path, m_gateway, body).status, 200);
    body[u"state"_s] = u"cancelled"_s;
    const Answer cancelled = ask("PUT", path, m_gateway, body);
    QCOMPARE(cancelled.status, 200);
    QCOMPARE(bodyOf(cancelled)[u"state"_s].toString(), u"cancelled"_s);
}

void BookingTest::appointmentsAreRefused_data()
{
    QTest::addColumn<QJsonObject>("patch");
    QTest::addColumn<int>("slot"); // from now
    QTest::addColumn<int>("status");
    QTest::newRow("sound") << QJsonObject() << 4 << 201;
    QTest::newRow("long ago") << QJsonObject() << -4 << 409;
    QTest::newRow("no such class") << QJsonObject{{u"class"_s, u"Z"_s}} << 4 << 422;
    QTest::newRow("between slots") << QJsonObject{{u"slotBegin"_s, u"2026-11-23T09:10:00+08:00"_s}} << 4 << 422;
    QTest::newRow("no time") << QJsonObject{{u"slotBegin"_s, u"soon"_s}} << 4 << 422;
    QTest::newRow("nobody") << QJsonObject{{u"certificateNumber"_s, QString()}} << 4 << 422;
    QTest::newRow("no such certificate") << QJsonObject{{u"certificateType"_s, u"ticket"_s}} << 4 << 422;
}

void BookingTest::appointmentsAreRefused()
{
    QFETCH(QJsonObject, patch);
    QFETCH(int, slot);
    QFETCH(int, status);
    const qint64 slotMs = 30 * 60'000;
    const qint64 begin = QDateTime::currentMSecsSinceEpoch() / slotMs * slotMs + slot * slotMs;
    QJsonObject body{{u"class"_s, u"A"_s},
                     {u"slotBegin"_s, core::isoTime(core::hallTime(begin))},
                     {u"certificateType"_s, u"citizen-id"_s},
                     {u"certificateNumber"_s, u"990101195304091321"_s}};
    for (auto it = patch.begin(); it != patch.end(); ++it)
        body[it.key()] = it.value();
    const QString id = newUuid();
    QCOMPARE(ask("PUT", u"/v1/appointments/"_s + id, m_clerk, body).status, status);
    QCOMPARE(ask("PUT", u"/v1/appointments/"_s + id, m_department, body).status, 403);
    if (status != 201)
        return;
    QCOMPARE(ask("POST", u"/v1/halls/9901/tickets"_s, m_kiosk, {{u"appointment"_s, id}}).status, 409); // far too early
    for (int other = 1; other <= 3; ++other) {
        body[u"certificateNumber"_s] = QString(u"P"_s + QString::number(other));
        QCOMPARE(ask("PUT", u"/v1/appointments/"_s + newUuid(), m_clerk, body).status, 201);
    }
    body[u"certificateNumber"_s] = u"P9"_s;
    QCOMPARE(ask("PUT", u"/v1/appointments/"_s + newUuid(), m_clerk, body).status, 409); // four places
    body[u"certificateNumber"_s] = u"990101195304091321"_s;
    body[u"state"_s] = u"cancelled"_s;
    QCOMPARE(bodyOf(ask("PUT", u"/v1/appointments/"_s + id, m_clerk, body))[u"state"_s].toString(), u"cancelled"_s);
    QCOMPARE(ask("POST", u"/v1/halls/9901/tickets"_s, m_kiosk, {{u"appointment"_s, id}}).status, 409);
}

QTEST_GUILESS_MAIN(BookingTest)
#include "bookingtest.moc"
