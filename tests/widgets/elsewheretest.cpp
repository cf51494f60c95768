// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// What happens elsewhere, or to somebody else, while a clerk is at work: another window, another card, a night.

#include "app/core/uuid7.h"
#include "app/desk/casedesk.h"
#include "app/desk/queuedesk.h"
#include "app/desk/readerdesk.h"
#include "app/desk/statusdesk.h"
#include "app/training/people.h"
#include "tests/support/counter.h"
#include "widgets/common/messagebar.h"
#include "widgets/lookup/todaypage.h"

#include <QJsonDocument>
#include <QLineEdit>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

class ElsewhereTest : public Counter
{
    Q_OBJECT

private Q_SLOTS:
    void aListStandsStillUnderTheHand();
    void whatTheNightDidIsSeen();
    void aSupplementBegunIsFoundAgain();
    void aCardIsForThePageInSight();
    void aCardOnACaseIsOnlyCompared();
    void anotherApplicantBringsTheirOwn();
    void aMessageStaysUntilItIsRead();
    void aClosedWindowIsOpenAgain();
    void aVisitTakenLateLeavesTheScreen();

private:
    [[nodiscard]] desk::CaseDesk& records() const { return m_client->desks().records; }
    /// One is taken in with deferral, and has arrived.
    void acceptDeferred() const;
    /// The same once more, of another window; its id.
    [[nodiscard]] QString copyInTheHall() const;
    void layCard(const training::Person& person) const;
};

void ElsewhereTest::acceptDeferred() const
{
    bringADeferrableCase();
    m_hands->press(Qt::Key_2, Qt::AltModifier);
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY(intake().record().has_value());
    QCOMPARE(intake().record()->state, core::CaseState::AcceptedDeferred);
    QTRY_VERIFY_WITH_TIMEOUT(m_client->desks().status.waiting() == 0, 30'000);
}

QString ElsewhereTest::copyInTheHall() const
{
    const core::CaseRecord& mine = *intake().record();
    const QString id = core::idText(core::newId());
    (void)inTheHall(u"CREATE TABLE one AS SELECT * FROM case_record WHERE id = ?"_s, {mine.id});
    (void)inTheHall(u"UPDATE one SET id = ?, number = 'N-OTHER', body = replace(replace(body, ?, ?), ?, 'N-OTHER')"_s,
                    {id, mine.id, id, mine.number});
    (void)inTheHall(u"INSERT INTO case_record SELECT * FROM one"_s);
    (void)inTheHall(u"DROP TABLE one"_s);
    return id;
}

void ElsewhereTest::layCard(const training::Person& person) const
{
    Q_EMIT m_client->desks().reader.cardRead(desk::holderFrom(person.card, m_client->desks().day.today()));
}

/// Somebody stands on a case that only the back office has, and writes: no event in the hall puts another one there.
void ElsewhereTest::aListStandsStillUnderTheHand()
{
    acceptDeferred();
    const QString other = copyInTheHall();
    m_hands->press(Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE(records().followUps().rowCount(), 2);
    QTRY_VERIFY(records().current().has_value());
    const auto standsOnIt = [&] { return records().current()->id == other; };
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Up}) {
        if (!standsOnIt())
            m_hands->press(key);
        if (QTest::qWaitFor(standsOnIt, 1000))
            break;
    }
    QVERIFY(standsOnIt());
    const auto lines = m_client->window().findChildren<QLineEdit*>(u"caseWords"_s);
    const auto line = std::find_if(lines.begin(), lines.end(), [](const QLineEdit* one) { return one->isVisible(); });
    QVERIFY(line != lines.end());
    (*line)->setFocus();
    m_hands->type(u"等家属"_s);
    for (int i = 0; i < 3; ++i) {
        QSignalSpy listed(&records(), &desk::CaseDesk::listsChanged);
        records().refresh();
        QTRY_VERIFY(listed.size() >= 2); // both lists
        QCOMPARE(records().current()->id, other);
        QCOMPARE((*line)->text(), u"等家属"_s);
    }
}

/// A deadline ran out while this machine was off: no event tells it.
void ElsewhereTest::whatTheNightDidIsSeen()
{
    acceptDeferred();
    const core::CaseRecord mine = *intake().record();
    m_hands->press(Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE(records().followUps().rowCount(), 1);
    (void)inTheHall(u"UPDATE case_record SET state = 'returned', "
                    "body = json_set(body, '$.state', 'returned', '$.version', json_extract(body, '$.version') + 1) WHERE id = ?"_s,
                    {mine.id});
    QSignalSpy ready(&records(), &desk::CaseDesk::ready);
    records().take(mine); // as it stood in the list
    QTRY_COMPARE(records().current()->state, core::CaseState::Returned);
    QTRY_VERIFY2(m_client->window().message().contains(u"gone on"_s), qPrintable(m_client->window().message()));
    QVERIFY(ready.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(records().followUps().rowCount(), 0, 10'000);
}

/// Half of it was brought when somebody else was called; the case is opened from the list, not from the drafts.
void ElsewhereTest::aSupplementBegunIsFoundAgain()
{
    acceptDeferred();
    const QString id = intake().record()->id;
    m_hands->press(Qt::Key_F2, Qt::ShiftModifier);
    QTRY_VERIFY(!intake().record());
    const auto goOn = [this, id] {
        m_hands->press(Qt::Key_2, Qt::ControlModifier);
        QTRY_COMPARE(records().followUps().rowCount(), 1);
        QTRY_VERIFY(records().current().has_value());
        m_hands->press(Qt::Key_F12);
        QTRY_COMPARE(intake().draft().caseId, id);
    };
    goOn();
    QVERIFY(!intake().isUnfinished()); // only looked at
    const QString owed = intake().materials().constFirst().code;
    intake().togglePresent(owed);
    const auto called = [this] {
        if (!m_client->desks().queue.ticket() && !m_client->desks().queue.isBusy())
            m_hands->press(Qt::Key_F2); // again: it is kept as a draft; what comes in between asks for it once more
        return m_client->desks().queue.ticket().has_value();
    };
    QTRY_VERIFY(called());
    QVERIFY(intake().draft().caseId != id);
    goOn();
    QCOMPARE(intake().draft().materials.value(owed).status, core::MaterialStatus::Present);
    QVERIFY(intake().isUnfinished()); // nothing takes its place unasked
}

void ElsewhereTest::aCardIsForThePageInSight()
{
    chooseItem();
    fillIn();
    const core::Party before = intake().draft().applicant;
    for (const Qt::Key page : {Qt::Key_5, Qt::Key_9}) {
        m_hands->press(page, Qt::ControlModifier);
        layCard(training::people().constLast());
        QCOMPARE(intake().draft().applicant, before);
    }
    m_hands->press(Qt::Key_1, Qt::ControlModifier);
    layCard(training::people().constLast());
    QCOMPARE(intake().draft().applicant.certificate.number, training::people().constLast().card.number);
}

void ElsewhereTest::aCardOnACaseIsOnlyCompared()
{
    acceptDeferred();
    m_hands->press(Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE(records().followUps().rowCount(), 1);
    m_hands->press(Qt::Key_Return);
    QTRY_VERIFY(intake().draft().base.has_value());
    const core::Party before = intake().draft().applicant;
    layCard(training::people().constLast());
    QVERIFY2(m_client->window().message().contains(u"neither"_s), qPrintable(m_client->window().message()));
    QCOMPARE(intake().draft().applicant, before);
    QVERIFY(intake().draft().hasAgent);
    training::Person agent = training::people().constFirst();
    agent.card.number = intake().draft().agent.certificate.number;
    layCard(agent);
    QVERIFY2(m_client->window().message().isEmpty(), qPrintable(m_client->window().message())); // good news stands below
}

void ElsewhereTest::anotherApplicantBringsTheirOwn()
{
    bringADeferrableCase();
    core::Party company = intake().draft().applicant;
    const training::Organisation known = training::organisations().constFirst();
    company.name = known.name;
    company.certificate.number = known.creditCode;
    intake().setParty(desk::PartyRole::Applicant, company);
    const auto asked = intake().materials();
    const auto offered = [&] {
        return std::find_if(asked.begin(), asked.end(), [&](const auto& material) {
            if (intake().draft().materials.value(material.code).status == core::MaterialStatus::Present)
                intake().togglePresent(material.code); // not seen after all
            return intake().offer(material.code).has_value();
        });
    };
    QTRY_VERIFY(offered() != asked.end());
    const QString licence = offered()->code;
    intake().togglePresent(licence);
    QCOMPARE(intake().draft().materials.value(licence).status, core::MaterialStatus::ELicence);
    QCOMPARE(intake().draft().takenFor.number, known.creditCode);
    company.certificate.number = u"91350100M000100Y4"_s;
    intake().setParty(desk::PartyRole::Applicant, company); // still being typed
    QVERIFY(intake().draft().materials.contains(licence));
    company.certificate.number = u"91350100M000100Y43"_s;
    intake().setParty(desk::PartyRole::Applicant, company);
    QVERIFY(!intake().draft().materials.contains(licence));
    QVERIFY2(m_client->window().message().contains(u"Another applicant"_s), qPrintable(m_client->window().message()));
    intake().undo();
    QCOMPARE(intake().draft().applicant.certificate.number, known.creditCode);
    QVERIFY(intake().draft().materials.contains(licence));
}

void ElsewhereTest::aMessageStaysUntilItIsRead()
{
    auto* bar = m_client->window().findChild<widgets::MessageBar*>();
    bar->inform(u"12号窗口：请加开B类"_s);
    bar->tell(u"done"_s);
    QCOMPARE(bar->text(), u"12号窗口：请加开B类"_s);
    bar->warn(u"paper jam"_s, {}, {});
    QCOMPARE(bar->text(), u"paper jam"_s);
    bar->tell(u"done"_s);
    QCOMPARE(bar->text(), u"12号窗口：请加开B类"_s);
    m_hands->press(Qt::Key_Escape);
    QVERIFY(!bar->isShowing());
}

/// An answer was lost, or the back office took the window for deserted: who sits there need not know.
void ElsewhereTest::aClosedWindowIsOpenAgain()
{
    const auto state = [this] { return inTheHall(u"SELECT state FROM service_window WHERE code = '03'"_s).toString(); };
    QTRY_COMPARE(state(), u"open"_s);
    (void)inTheHall(u"UPDATE service_window SET state = 'closed' WHERE code = '03'"_s);
    m_hands->press(Qt::Key_F2);
    QTRY_VERIFY(m_client->desks().queue.ticket().has_value());
    QCOMPARE(state(), u"open"_s);
    m_hands->press(Qt::Key_F2, Qt::ShiftModifier); // finished
    QTRY_VERIFY(!m_client->desks().queue.ticket());
    (void)inTheHall(u"UPDATE service_window SET state = 'paused', reason = 'meal' WHERE code = '03'"_s); // its answer was lost
    m_hands->press(Qt::Key_F2);
    QTRY_VERIFY(m_client->desks().queue.ticket() || m_client->desks().queue.isPaused());
}

/// Somebody else was called, or the clerk began to type, before the back office had answered.
void ElsewhereTest::aVisitTakenLateLeavesTheScreen()
{
    const auto ask = [this] {
        core::IntakeDraft visit;
        visit.caseId = core::idText(core::newId());
        visit.applicant.name = u"王样例乙"_s;
        (void)inTheHall(u"INSERT INTO visit_holder (case_id, hall, service_window, from_window, clerk, since, etag, draft) "
                        "VALUES (?, '9901', '03', '05', '002', ?, 'x', ?)"_s,
                        {visit.caseId, QDateTime::currentMSecsSinceEpoch(),
                         QString::fromUtf8(QJsonDocument(visit.toJson()).toJson(QJsonDocument::Compact))});
        Q_EMIT m_client->window().findChild<widgets::TodayPage*>()->takeRequested(visit.caseId);
        return visit.caseId;
    };
    const auto isTaken = [this](const QString& caseId) {
        return inTheHall(u"SELECT taken FROM visit_holder WHERE case_id = ?"_s, {caseId}).toInt() == 1;
    };
    const auto toldLater = [this] { return m_client->window().message().contains(u"under Today"_s); };
    const QString late = ask();
    intake().beginVisit(std::nullopt);
    const QString begun = intake().draft().caseId;
    QTRY_VERIFY(toldLater());
    QVERIFY(isTaken(late));
    QCOMPARE(intake().draft().caseId, begun);
    m_hands->press(Qt::Key_Escape);
    QVERIFY(!toldLater());
    const QString typedOver = ask();
    core::Party applicant = intake().draft().applicant;
    applicant.name = u"王样例丙"_s;
    intake().setParty(desk::PartyRole::Applicant, applicant);
    QTRY_VERIFY(toldLater());
    QVERIFY(isTaken(typedOver));
    QCOMPARE(intake().draft().caseId, begun);
    const QString inTime = ask();
    QTRY_COMPARE(intake().draft().caseId, inTime);
}

QTEST_MAIN(ElsewhereTest)
#include "elsewheretest.moc"
