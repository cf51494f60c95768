// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// The queue of what applicants are to be told: for the hall's gateway, and for clerks who phone.

#include "tests/support/officehall.h"

#include <QTest>

using namespace officehall;
using core::CaseAct;
using core::CaseState;

class ReminderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_office = std::make_unique<Office>(); }
    void init() { m_office->clear(); }
    void whoAndWhatComeFromTheCase();
    void whatNoLongerHoldsIsTakenBack();
    void deadlinesAreRemindedOfOnce();
    void overdueThenSupplied();
    void whatBecomesOfAMessage();
    void pages();
    void rights();

private:
    [[nodiscard]] QJsonArray queue(const QByteArray& token, const QString& query = {}) const
    {
        return Office::bodyOf(m_office->ask("GET", u"/v1/reminders"_s + query, token))[u"reminders"_s].toArray();
    }
    /// "kind case" of everything the gateway is handed.
    [[nodiscard]] QStringList handedOut() const
    {
        QStringList list;
        const QJsonArray reminders = queue(m_office->gateway);
        for (const QJsonValue& reminder : reminders)
            list.append(reminder[u"kind"_s].toString() + u' ' + reminder[u"caseId"_s].toString());
        return list;
    }
    [[nodiscard]] int put(const QString& id, const QString& state, const QByteArray& token, const QString& reason = {}) const
    {
        return m_office->ask("PUT", u"/v1/reminders/"_s + id, token, {{u"state"_s, state}, {u"reason"_s, reason}}).status;
    }

    std::unique_ptr<Office> m_office;
};

void ReminderTest::whoAndWhatComeFromTheCase()
{
    core::CaseRecord record = Office::record(u"a"_s);
    const QByteArray etag = m_office->put(record).headers.value("etag");
    record.applicant.phone = u"19900000002"_s;
    record.version = 2;
    QCOMPARE(m_office->ask("PUT", u"/v1/cases/a"_s, m_office->clerk, record.toJson(), {{"if-match", etag}}).status, 200);
    const QJsonArray reminders = queue(m_office->gateway);
    QCOMPARE(reminders.size(), 1);
    QCOMPARE(reminders[0][u"kind"_s].toString(), u"taken"_s);
    QCOMPARE(reminders[0][u"phone"_s].toString(), u"19900000002"_s); // as it is by now
    QCOMPARE(reminders[0][u"caseNumber"_s].toString(), u"N-a"_s);
    QVERIFY(reminders[0][u"text"_s].toString().contains(u"N-a"_s));
    QVERIFY(!reminders[0][u"text"_s].toString().contains(record.applicant.name));
    auto table = m_office->service.database().run(u"SELECT * FROM reminder"_s);
    QVERIFY(table.next());
    for (int column = 0; column < 10; ++column) {
        QVERIFY(!table.value(column).toString().contains(record.applicant.phone));
        QVERIFY(!table.value(column).toString().contains(record.applicant.name));
    }
}

void ReminderTest::whatNoLongerHoldsIsTakenBack()
{
    QCOMPARE(m_office->put(Office::record(u"a"_s, CaseState::Received)).status, 201);
    QCOMPARE(handedOut(), QStringList{u"taken a"_s});
    QCOMPARE(m_office->act(u"a"_s, CaseAct::NotifyOnce, m_office->clerk), 201);
    QCOMPARE(handedOut(), QStringList{u"incomplete a"_s});
    QCOMPARE(m_office->act(u"a"_s, CaseAct::Accept, m_office->clerk), 201);
    QCOMPARE(handedOut(), QStringList{u"taken a"_s}); // accepted this time
    QCOMPARE(m_office->act(u"a"_s, CaseAct::StartReview, m_office->department), 201);
    QCOMPARE(handedOut(), QStringList{u"taken a"_s});
    QCOMPARE(m_office->act(u"a"_s, CaseAct::Decide, m_office->department, [](core::ActRecord& act) { act.result = u"denied"_s; }), 201);
    QCOMPARE(handedOut(), QStringList{u"ready a"_s});
    QCOMPARE(m_office->act(u"a"_s, CaseAct::Deliver, m_office->clerk, [](core::ActRecord& act) { act.recipient = u"本人"_s; }), 201);
    QVERIFY(handedOut().isEmpty());
    QVERIFY(queue(m_office->clerk, u"?open=true"_s).isEmpty());
}

void ReminderTest::deadlinesAreRemindedOfOnce()
{
    QCOMPARE(m_office->put(Office::record(u"a"_s, CaseState::AcceptedDeferred)).status, 201); // thirty days
    const QString taken = queue(m_office->gateway)[0][u"id"_s].toString();
    QCOMPARE(put(taken, u"sent"_s, m_office->gateway), 200);
    const qint64 now = Office::now();
    m_office->service.letTimePass(now);
    QVERIFY(handedOut().isEmpty());
    m_office->service.letTimePass(now + 29 * DayMs);
    QCOMPARE(handedOut(), QStringList{u"due a"_s});
    QCOMPARE(put(queue(m_office->gateway)[0][u"id"_s].toString(), u"sent"_s, m_office->gateway), 200);
    m_office->service.letTimePass(now + 29 * DayMs);
    QVERIFY(handedOut().isEmpty());
    QCOMPARE(m_office->act(u"a"_s, CaseAct::Extend, m_office->clerk, [](core::ActRecord& act) { act.until = act.at.date().addDays(60); }),
             201);
    m_office->service.letTimePass(now + 59 * DayMs); // another deadline
    QCOMPARE(handedOut(), QStringList{u"due a"_s});
    QCOMPARE(m_office->act(u"a"_s, CaseAct::Supplement, m_office->clerk, bringsIt), 201);
    QVERIFY(handedOut().isEmpty());
}

void ReminderTest::overdueThenSupplied()
{
    core::CaseRecord record = Office::record(u"a"_s, CaseState::AcceptedDeferred);
    QCOMPARE(m_office->put(record).status, 201);
    m_office->service.letTimePass(Office::now() + 31 * DayMs);
    QCOMPARE(handedOut(), QStringList{u"overdue a"_s}); // the item returns what is overdue: they are told that it ended
    const QJsonObject trail = Office::bodyOf(m_office->ask("GET", u"/v1/audit?subject=a"_s, m_office->supervisor));
    QCOMPARE(trail[u"entries"_s].toArray().last()[u"actor"_s].toString(), u"time"_s);     // the hall's own trail tells it
    QCOMPARE(m_office->act(u"a"_s, CaseAct::Supplement, m_office->clerk, bringsIt), 201); // it had come on time
    QCOMPARE(handedOut(), QStringList{u"taken a"_s}); // which nobody had told them, and which holds again
}

void ReminderTest::whatBecomesOfAMessage()
{
    QCOMPARE(m_office->put(Office::record(u"a"_s)).status, 201);
    core::CaseRecord mute = Office::record(u"b"_s);
    mute.applicant.phone.clear();
    QCOMPARE(m_office->put(mute).status, 201);
    const QString id = queue(m_office->gateway)[0][u"id"_s].toString();
    QCOMPARE(queue(m_office->gateway).size(), 1); // nobody can send to no number
    QCOMPARE(queue(m_office->clerk, u"?open=true"_s).size(), 2);
    QCOMPARE(put(id, u"sent"_s, m_office->gateway), 200);
    QCOMPARE(put(id, u"sent"_s, m_office->gateway), 200);
    QCOMPARE(queue(m_office->clerk).size(), 1);
    QCOMPARE(put(id, u"dropped"_s, m_office->gateway), 409);
    QCOMPARE(put(id, u"failed"_s, m_office->gateway, u"空号"_s), 200); // the report came later
    QVERIFY(queue(m_office->gateway).isEmpty());
    const QJsonArray open = queue(m_office->clerk, u"?open=true"_s);
    QCOMPARE(open.size(), 2);
    QCOMPARE(open[0][u"reason"_s].toString(), u"空号"_s);
    QCOMPARE(put(id, u"phoned"_s, m_office->clerk), 200);
    QCOMPARE(put(id, u"failed"_s, m_office->gateway), 409);
    QCOMPARE(queue(m_office->clerk).size(), 1);
}

void ReminderTest::pages()
{
    for (const QString& id : {u"a"_s, u"b"_s, u"c"_s})
        QCOMPARE(m_office->put(Office::record(id)).status, 201);
    const QJsonObject first = Office::bodyOf(m_office->ask("GET", u"/v1/reminders?limit=2"_s, m_office->gateway));
    QCOMPARE(first[u"reminders"_s].toArray().size(), 2);
    const QString rest = u"?after=%1"_s.arg(first[u"last"_s].toInt());
    QCOMPARE(queue(m_office->gateway, rest).size(), 1);
    QCOMPARE(queue(m_office->gateway, rest)[0][u"caseId"_s].toString(), u"c"_s);
    core::CaseRecord silent = Office::record(u"d"_s);
    silent.applicant.phone.clear();
    QCOMPARE(m_office->put(silent).status, 201);
    QCOMPARE(m_office->put(Office::record(u"e"_s)).status, 201);
    const QJsonArray behind = queue(m_office->gateway, rest + u"&limit=2"_s);
    QCOMPARE(behind.size(), 2);
    QCOMPARE(behind[1][u"caseId"_s].toString(), u"e"_s); // nobody can be told of d by message
    QCOMPARE(m_office->ask("GET", u"/v1/reminders?after=x"_s, m_office->gateway).status, 422);
}

void ReminderTest::rights()
{
    QCOMPARE(m_office->put(Office::record(u"a"_s)).status, 201);
    const QString id = queue(m_office->gateway)[0][u"id"_s].toString();
    for (const QByteArray& stranger : {m_office->kiosk, m_office->department}) {
        QCOMPARE(m_office->ask("GET", u"/v1/reminders"_s, stranger).status, 403);
        QCOMPARE(put(id, u"sent"_s, stranger), 403);
    }
    QCOMPARE(put(id, u"phoned"_s, m_office->gateway), 403);
    QCOMPARE(put(id, u"sent"_s, m_office->clerk), 403);
    QCOMPARE(put(id, u"open"_s, m_office->clerk), 422);
    QCOMPARE(put(u"none"_s, u"sent"_s, m_office->gateway), 404);
    QCOMPARE(m_office->ask("GET", u"/v1/cases/a"_s, m_office->gateway).status, 403); // a gateway sees no cases
    QCOMPARE(put(id, u"dropped"_s, m_office->supervisor), 200);
    m_office->service.database().run(u"INSERT INTO hall (code, name) VALUES ('8801', 'x')"_s);
    m_office->service.database().run(u"UPDATE reminder SET hall = '8801'"_s);
    QCOMPARE(put(id, u"dropped"_s, m_office->supervisor), 403); // another hall's
}

QTEST_GUILESS_MAIN(ReminderTest)
#include "remindertest.moc"
