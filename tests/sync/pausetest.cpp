// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// Pauses that a window asks its supervisor for, at the back office.

#include "app/core/hallalerts.h"
#include "tests/support/queuehall.h"

using namespace Qt::StringLiterals;
using backoffice::Answer;

class PauseTest : public QueueHall
{
    Q_OBJECT

private Q_SLOTS:
    void isAskedOnce();
    void onlyMealsAndMeetingsAreAsked();
    void isAnsweredOnceByASupervisor();
    void aRefusalComesWithAWord();
    void isTakenBack();
    void endsWithThePause();
    void aPauseThatNobodyApprovedIsNoted();

private:
    Answer put(const QString& id, const QJsonObject& body, const QByteArray& token) const
    {
        return ask("PUT", u"/v1/pauses/"_s + id, token, body);
    }
    [[nodiscard]] QString asked(const QString& reason = u"meal"_s) const
    {
        const QString id = newUuid();
        const Answer answer = put(id, {{u"state"_s, u"asked"_s}, {u"reason"_s, reason}}, m_clerk);
        return answer.status == 201 ? id : QString();
    }
    [[nodiscard]] QString stateOf(const QString& id) const
    {
        return bodyOf(ask("GET", u"/v1/pauses/"_s + id, m_clerk))[u"state"_s].toString();
    }
    [[nodiscard]] QList<core::HallAlert> alerts() const
    {
        const auto board = core::HallBoard::fromJson(bodyOf(ask("GET", u"/v1/halls/9901/overview"_s, m_supervisor)));
        return board ? core::alertsOf(*board, {}) : QList<core::HallAlert>();
    }
    void pause(const QString& reason) const
    {
        QCOMPARE(ask("PUT", u"/v1/windows/03/state"_s, m_clerk, {{u"state"_s, u"paused"_s}, {u"reason"_s, reason}}).status, 200);
    }
    [[nodiscard]] int audited(const QString& act, const QString& subject) const
    {
        auto rows = m_database->run(u"SELECT count(*) FROM audit WHERE act = ? AND subject = ?"_s, {act, subject});
        rows.next();
        return rows.value(0).toInt();
    }
};

void PauseTest::isAskedOnce()
{
    const QString id = asked();
    QVERIFY(!id.isEmpty());
    const QJsonObject body{{u"state"_s, u"asked"_s}, {u"reason"_s, u"meal"_s}};
    QCOMPARE(put(id, body, m_clerk).status, 200); // the reply was lost
    QCOMPARE(put(id, {{u"state"_s, u"asked"_s}, {u"reason"_s, u"meeting"_s}}, m_clerk).status, 409);
    QCOMPARE(put(id, body, m_other).status, 403);
    QCOMPARE(ask("GET", u"/v1/pauses/"_s + id, m_other).status, 403);
    QCOMPARE(ask("GET", u"/v1/pauses/"_s + id, m_kiosk).status, 403);
    QCOMPARE(ask("GET", u"/v1/pauses/"_s + newUuid(), m_clerk).status, 404);
    QCOMPARE(audited(u"pause.asked"_s, id), 1);
    const QList<core::HallAlert> found = alerts();
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].kind, core::AlertKind::PauseAsked);
    QCOMPARE(found[0].window, u"03"_s);
    QCOMPARE(found[0].reason, u"meal"_s);
    QCOMPARE(found[0].pause.clerk, u"001"_s);
    QVERIFY(found[0].pause.askedAt.isValid());
    const QString next = asked(u"meeting"_s); // one at a time
    QCOMPARE(stateOf(id), u"withdrawn"_s);
    QCOMPARE(alerts().size(), 1);
    QCOMPARE(alerts()[0].pause.id, next);
}

void PauseTest::onlyMealsAndMeetingsAreAsked()
{
    for (const QString& reason : {u"restroom"_s, u"system"_s, u"locked"_s, u"x"_s, QString()})
        QCOMPARE(put(newUuid(), {{u"state"_s, u"asked"_s}, {u"reason"_s, reason}}, m_clerk).status, 422);
    for (const QString& state : {u"taken"_s, u"x"_s, QString()})
        QCOMPARE(put(newUuid(), {{u"state"_s, state}, {u"reason"_s, u"meal"_s}}, m_clerk).status, 422);
    QCOMPARE(put(newUuid(), {{u"state"_s, u"approved"_s}}, m_supervisor).status, 404);
    for (const QByteArray& token : {m_kiosk, m_gateway, m_department, m_display})
        QCOMPARE(put(newUuid(), {{u"state"_s, u"asked"_s}, {u"reason"_s, u"meal"_s}}, token).status, 403);
    pause(u"restroom"_s);
    QCOMPARE(put(newUuid(), {{u"state"_s, u"asked"_s}, {u"reason"_s, u"meal"_s}}, m_clerk).status, 409); // it does not serve
}

void PauseTest::isAnsweredOnceByASupervisor()
{
    const QString id = asked();
    for (const QByteArray& token : {m_clerk, m_other, m_kiosk})
        QCOMPARE(put(id, {{u"state"_s, u"approved"_s}}, token).status, 403);
    QCOMPARE(put(id, {{u"state"_s, u"approved"_s}}, m_supervisor).status, 200);
    QCOMPARE(put(id, {{u"state"_s, u"approved"_s}}, m_supervisor).status, 200);
    QCOMPARE(put(id, {{u"state"_s, u"declined"_s}}, m_supervisor).status, 409);
    QCOMPARE(audited(u"pause.approved"_s, id), 1);
    QCOMPARE(stateOf(id), u"approved"_s);
    QVERIFY(alerts().isEmpty());
    auto events = m_database->run(u"SELECT count(*) FROM event WHERE kind = 'pause'"_s);
    events.next();
    QCOMPARE(events.value(0).toInt(), 2);
}

void PauseTest::aRefusalComesWithAWord()
{
    const QString id = asked();
    QCOMPARE(put(id, {{u"state"_s, u"declined"_s}, {u"word"_s, QString(101, u'x')}}, m_supervisor).status, 422);
    QCOMPARE(put(id, {{u"state"_s, u"declined"_s}, {u"word"_s, u"十点以后"_s}}, m_supervisor).status, 200);
    QCOMPARE(put(id, {{u"state"_s, u"declined"_s}, {u"word"_s, u"十点以后"_s}}, m_supervisor).status, 200);
    const QJsonArray told = bodyOf(ask("GET", u"/v1/messages"_s, m_clerk))[u"messages"_s].toArray();
    QCOMPARE(told.size(), 1);
    QVERIFY(told[0][u"text"_s].toString().contains(u"十点以后"_s));
    QCOMPARE(stateOf(id), u"declined"_s);
}

void PauseTest::isTakenBack()
{
    const QString id = asked();
    QCOMPARE(put(id, {{u"state"_s, u"withdrawn"_s}}, m_other).status, 403);
    QCOMPARE(put(id, {{u"state"_s, u"withdrawn"_s}}, m_clerk).status, 200);
    QCOMPARE(put(id, {{u"state"_s, u"withdrawn"_s}}, m_clerk).status, 200);
    QVERIFY(alerts().isEmpty());
    QCOMPARE(put(id, {{u"state"_s, u"approved"_s}}, m_supervisor).status, 409);
    const QString declined = asked();
    QCOMPARE(put(declined, {{u"state"_s, u"declined"_s}}, m_supervisor).status, 200);
    QCOMPARE(put(declined, {{u"state"_s, u"withdrawn"_s}}, m_clerk).status, 409);
}

void PauseTest::endsWithThePause()
{
    const QString id = asked();
    QCOMPARE(put(id, {{u"state"_s, u"approved"_s}}, m_supervisor).status, 200);
    pause(u"meal"_s);
    QCOMPARE(stateOf(id), u"taken"_s);
    QCOMPARE(audited(u"pause.taken"_s, id), 1);
    QCOMPARE(ask("PUT", u"/v1/windows/03/state"_s, m_clerk, {{u"state"_s, u"open"_s}}).status, 200);
    const QString open = asked();
    QCOMPARE(ask("PUT", u"/v1/windows/03/state"_s, m_clerk, {{u"state"_s, u"closed"_s}}).status, 200);
    QCOMPARE(stateOf(open), u"withdrawn"_s); // nobody sits there any more
    QVERIFY(alerts().isEmpty());
}

void PauseTest::aPauseThatNobodyApprovedIsNoted()
{
    const QString noted = u"window.paused-unapproved"_s;
    pause(u"meal"_s);
    QCOMPARE(audited(noted, u"03"_s), 0); // the hall does not want it asked for
    set(u"queue.pauseApproval"_s, true);
    m_service = newService();
    pause(u"restroom"_s);
    QCOMPARE(audited(noted, u"03"_s), 0);
    pause(u"meeting"_s);
    QCOMPARE(audited(noted, u"03"_s), 1);
}

QTEST_GUILESS_MAIN(PauseTest)
#include "pausetest.moc"
