// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// A clerk who is signed in elsewhere, by keys: the question, taking over, and being taken over from.

#include "app/desk/queuedesk.h"
#include "app/training/people.h"
#include "tests/support/counter.h"
#include "widgets/shell/signinpage.h"

#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace {
constexpr int Patience = 20'000;
}

class TakeOverTest : public Counter
{
    Q_OBJECT

private Q_SLOTS:
    void theClerkIsElsewhere();
    void somebodyElseIsHere();
    void anotherWordTakesTheQuestionBack();
    void takenOverAtOnce();
    void takenOverUnheard();

private:
    [[nodiscard]] widgets::SignInPage& page() const { return m_client->window().signInPage(); }
    [[nodiscard]] const desk::WorkDay& day() const { return m_client->desks().day; }
    /// At another machine; the status.
    int signInElsewhere(const QString& clerk, const QString& window) const;
    void enterPassword() const;
    [[nodiscard]] bool says(const QString& words) const
    {
        const auto labels = page().findChildren<QLabel*>();
        return page().isVisible() && std::any_of(labels.begin(), labels.end(),
                                                 [&](const QLabel* label) { return label->isVisible() && label->text().contains(words); });
    }
    [[nodiscard]] QString password() const
    {
        const auto lines = page().findChildren<QLineEdit*>();
        const auto hidden =
            std::find_if(lines.begin(), lines.end(), [](const QLineEdit* line) { return line->echoMode() == QLineEdit::Password; });
        return hidden == lines.end() ? QString() : (*hidden)->text();
    }
    [[nodiscard]] int sessions(const QString& where) const
    {
        return inTheHall(u"SELECT count(*) FROM session WHERE taken_by = '' AND "_s + where).toInt();
    }
};

int TakeOverTest::signInElsewhere(const QString& clerk, const QString& window) const
{
    syncing::ApiClient api(m_server->url(), std::make_shared<syncing::ServerClock>());
    const auto reply = api.call(syncing::ApiCall::post(
        u"sessions"_s, {{u"clerk"_s, clerk}, {u"password"_s, u"training"_s}, {u"window"_s, window}, {u"takeOver"_s, true}}));
    const bool answered = QTest::qWaitFor([&] { return reply.isFinished(); }, Patience);
    return answered && reply.result() ? reply.result()->status : 0;
}

void TakeOverTest::enterPassword() const
{
    m_hands->press(Qt::Key_A, Qt::ControlModifier);
    m_hands->type(u"training"_s);
    m_hands->press(Qt::Key_F12);
}

void TakeOverTest::theClerkIsElsewhere()
{
    m_hands->press(Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(signInElsewhere(u"001"_s, u"07"_s), 201);
    enterPassword();
    QTRY_VERIFY_WITH_TIMEOUT(says(u"You are still signed in at window 7, since "_s), Patience);
    picture(u"take-over"_s);
    QVERIFY(!day().isSignedIn());
    QCOMPARE(password(), u"training"_s);
    m_hands->press(Qt::Key_Escape);
    QVERIFY(!says(u"still signed in"_s));
    QCOMPARE(password(), u"training"_s);
    m_hands->press(Qt::Key_Return); // leads to the window again, and nowhere else
    QVERIFY(!says(u"Signing in"_s) && sessions(u"service_window = '07'"_s) == 1);
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY_WITH_TIMEOUT(says(u"You are still signed in at window 7, since "_s), Patience);
    m_hands->press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(day().isSignedIn(), Patience);
    QCOMPARE(day().workplace().window.code, u"03"_s);
    QCOMPARE(sessions(u"account = '001'"_s), 1);
    QCOMPARE(sessions(u"service_window = '07'"_s), 0);
}

void TakeOverTest::somebodyElseIsHere()
{
    m_hands->press(Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(signInElsewhere(u"002"_s, u"05"_s), 201);
    page().setWindowCode(u"05"_s);
    enterPassword();
    QTRY_VERIFY_WITH_TIMEOUT(says(u"演练员乙 is signed in at window 5, since "_s), Patience);
    m_hands->press(Qt::Key_F12); // the button says it too
    QTRY_VERIFY_WITH_TIMEOUT(day().isSignedIn(), Patience);
    QCOMPARE(day().workplace().window.code, u"05"_s);
    QCOMPARE(sessions(u"account = '002'"_s), 0);
}

void TakeOverTest::anotherWordTakesTheQuestionBack()
{
    m_hands->press(Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(signInElsewhere(u"001"_s, u"07"_s), 201);
    enterPassword();
    QTRY_VERIFY_WITH_TIMEOUT(says(u"still signed in"_s), Patience);
    m_hands->type(u"x"_s);
    QVERIFY(!says(u"still signed in"_s));
    m_hands->press(Qt::Key_Return);
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY_WITH_TIMEOUT(says(u"Number or password is wrong."_s), Patience);
    QCOMPARE(sessions(u"service_window = '07'"_s), 1);
}

/// The hall says so, and the clerk finds again what was begun.
void TakeOverTest::takenOverAtOnce()
{
    m_hands->press(Qt::Key_F2);
    QTRY_VERIFY_WITH_TIMEOUT(m_client->desks().queue.ticket(), Patience);
    const QString ticket = m_client->desks().queue.ticket()->id;
    chooseFoodLicence();
    const core::IntakeDraft begun = intake().draft();
    QVERIFY(!begun.itemCode.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(m_client->desks().queue.leased() > 0, Patience);
    QCOMPARE(signInElsewhere(u"001"_s, u"07"_s), 201);
    QTRY_VERIFY_WITH_TIMEOUT(says(u"You have signed in at window 7 meanwhile."_s), Patience);
    picture(u"taken-over"_s);
    QVERIFY(!day().isSignedIn());
    QCOMPARE(m_client->desks().queue.leased(), 0);
    m_hands->press(Qt::Key_F2);
    QVERIFY(!m_client->desks().queue.isBusy());
    enterPassword();
    QTRY_VERIFY_WITH_TIMEOUT(says(u"You are still signed in at window 7, since "_s), Patience);
    m_hands->press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(day().isSignedIn(), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_client->desks().queue.ticket(), Patience);
    QCOMPARE(m_client->desks().queue.ticket()->id, ticket);
    QCOMPARE(intake().draft().caseId, begun.caseId);
    QCOMPARE(intake().draft().itemCode, begun.itemCode);
}

/// No event came: the next key that asks the back office learns it.
void TakeOverTest::takenOverUnheard()
{
    inTheHall(u"UPDATE session SET taken_by = '002', taken_window = '03'"_s);
    m_hands->press(Qt::Key_F2);
    QTRY_VERIFY_WITH_TIMEOUT(says(u"Somebody else has signed in at window 3 meanwhile."_s), Patience);
    QVERIFY(!day().isSignedIn() && !m_client->desks().queue.ticket());
}

QTEST_MAIN(TakeOverTest)
#include "takeovertest.moc"
