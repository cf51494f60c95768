// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// What a clerk does to the queue, by keys: call, choose, transfer, return, pause, undo, and the bar above other programs.

#include "tests/support/counter.h"
#include "widgets/queue/callbar.h"
#include "widgets/queue/queueform.h"
#include "widgets/queue/queuepanel.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

class QueueKeysTest : public Counter
{
    Q_OBJECT

private Q_SLOTS:
    void theCallSaysWhyAndWho();
    void aTransferGoesByWindowOrClass();
    void aReturnedNumberIsNext();
    void aNumberIsCalledOutOfTurn();
    void thePressIsTakenBack();
    void aPauseSaysWhatFor();
    void aPausedWindowCallsNobody();
    void theBarCallsToo();
    void everythingHasAName();
    void whatIsAskedIsAboutTheNumberInService();
    void theIntakeHasItsKeyBesideAForm();

private:
    [[nodiscard]] desk::QueueDesk& queue() const { return m_client->desks().queue; }
    [[nodiscard]] QString number() const { return queue().ticket() ? queue().ticket()->number : QString(); }
    [[nodiscard]] widgets::QueueForm* form() const { return m_client->window().findChild<widgets::QueueForm*>(); }
    void callNext() const;
};

void QueueKeysTest::callNext() const
{
    const QString before = number();
    m_hands->press(Qt::Key_F2);
    QTRY_VERIFY(queue().ticket() && number() != before && !queue().isBusy());
}

void QueueKeysTest::theCallSaysWhyAndWho()
{
    callNext();
    QCOMPARE(number(), u"A001"_s);
    QVERIFY(!queue().why().isEmpty());
    QStringList shown;
    const auto labels = m_client->window().findChild<widgets::QueuePanel*>()->findChildren<QLabel*>();
    for (const QLabel* label : labels)
        shown.append(label->text());
    QVERIFY(shown.contains(queue().why()));
    QCOMPARE(intake().draft().applicant.name, queue().ticket()->holderName); // who stands there, the rest is on the card
    QVERIFY(!intake().draft().applicant.name.isEmpty());
    QVERIFY(!intake().isUnfinished()); // nobody typed anything
    picture(u"queue-called"_s);
}

void QueueKeysTest::aTransferGoesByWindowOrClass()
{
    m_hands->press(Qt::Key_F7); // nobody is in service
    QVERIFY(!form()->isOpen());
    callNext();
    const QString sent = number();
    m_hands->press(Qt::Key_F7);
    QVERIFY(form()->isOpen());
    QCOMPARE(m_hands->focus(), u"QLineEdit"_s);
    m_hands->press(Qt::Key_F12); // where to?
    QVERIFY(form()->isOpen());
    m_hands->type(u"99"_s);
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY(!m_client->window().message().isEmpty() && !queue().isBusy());
    QCOMPARE(number(), sent);
    m_hands->press(Qt::Key_Escape);
    m_hands->press(Qt::Key_F7);
    m_hands->type(u"b"_s);
    m_hands->press(Qt::Key_Return);
    m_hands->type(u"不动产"_s);
    picture(u"queue-transfer"_s);
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY(!queue().ticket() && !queue().isBusy());
    callNext(); // this window serves B as well: what was sent comes first
    QCOMPARE(number(), sent);
    QCOMPARE(queue().ticket()->ticketClass, u"B"_s);
    QCOMPARE(queue().ticket()->note, u"不动产"_s);
}

void QueueKeysTest::aReturnedNumberIsNext()
{
    callNext();
    const QString first = number();
    m_hands->press(Qt::Key_F7, Qt::ShiftModifier);
    QVERIFY(form()->isOpen());
    picture(u"queue-return"_s);
    m_hands->press(Qt::Key_Escape);
    QVERIFY(!form()->isOpen());
    QCOMPARE(number(), first);
    m_hands->press(Qt::Key_F7, Qt::ShiftModifier);
    m_hands->press(Qt::Key_9); // no such answer
    QVERIFY(form()->isOpen());
    m_hands->press(Qt::Key_1);
    QVERIFY(!form()->isOpen());
    QTRY_VERIFY(!queue().ticket() && !queue().isBusy());
    callNext();
    QCOMPARE(number(), first);
}

void QueueKeysTest::aNumberIsCalledOutOfTurn()
{
    m_hands->press(Qt::Key_F2, Qt::ControlModifier);
    m_hands->type(u"b003"_s);
    m_hands->press(Qt::Key_F12); // not without a reason
    QVERIFY(form()->isOpen());
    m_hands->type(u"行动不便"_s);
    m_hands->press(Qt::Key_F12);
    QTRY_COMPARE(number(), u"B003"_s);
    QTRY_VERIFY(!queue().isBusy());
    m_hands->press(Qt::Key_F2, Qt::ControlModifier);
    m_hands->type(u"B999"_s);
    m_hands->press(Qt::Key_Return);
    m_hands->type(u"行动不便"_s);
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY(m_client->window().message().contains(u"B999"_s));
    QVERIFY(!queue().ticket()); // the one before is finished
}

void QueueKeysTest::thePressIsTakenBack()
{
    callNext();
    const QString first = number();
    callNext();
    QVERIFY(queue().mayUndo());
    QCOMPARE(queue().finishedToday(), 1);
    m_hands->press(Qt::Key_Z, Qt::ControlModifier); // finish and call: one press
    QTRY_VERIFY(number() == first && !queue().isBusy());
    QCOMPARE(queue().finishedToday(), 0);
    QTRY_COMPARE(intake().draft().ticketNumber, first);
    m_hands->press(Qt::Key_F6);
    QTRY_VERIFY(!queue().ticket() && !queue().isBusy());
    m_hands->press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(number(), first);
    QTRY_VERIFY(!queue().isBusy());
    m_hands->press(Qt::Key_Z, Qt::ControlModifier); // nothing of the queue is left to take back
    QVERIFY(!queue().isBusy());
    chooseItem();
    const QString item = intake().draft().itemCode;
    m_hands->type(u"9901"_s);
    m_hands->press(Qt::Key_Z, Qt::ControlModifier); // what was typed, and not the call
    QVERIFY(!queue().isBusy());
    QCOMPARE(number(), first);
    QCOMPARE(intake().draft().itemCode, item);
}

void QueueKeysTest::aPauseSaysWhatFor()
{
    chooseItem();
    const QString focus = m_hands->focus();
    m_hands->press(Qt::Key_F8);
    QVERIFY(form()->isOpen());
    picture(u"queue-pause"_s);
    m_hands->press(Qt::Key_Escape);
    QCOMPARE(m_hands->focus(), focus); // back where it was
    m_hands->press(Qt::Key_F8);
    m_hands->press(Qt::Key_3);
    QTRY_VERIFY(queue().isPaused());
    m_hands->press(Qt::Key_F2, Qt::ControlModifier);
    QVERIFY(!form()->isOpen()); // nobody is called to a window that is paused
    m_hands->press(Qt::Key_F8);
    QTRY_VERIFY(!queue().isPaused());
}

void QueueKeysTest::aPausedWindowCallsNobody()
{
    callNext();
    const QString inService = number();
    m_hands->press(Qt::Key_F8);
    m_hands->press(Qt::Key_3);
    QTRY_VERIFY(queue().isPaused());
    m_hands->press(Qt::Key_F2);
    QVERIFY(!queue().isBusy());
    QCOMPARE(number(), inService); // is not finished by it
    QVERIFY(m_client->window().message().contains(u"paused"_s));
    m_hands->press(Qt::Key_F2, Qt::ShiftModifier);
    QTRY_VERIFY(!queue().ticket());
}

void QueueKeysTest::theBarCallsToo()
{
    m_hands->press(Qt::Key_F3, Qt::ShiftModifier);
    auto* bar = m_client->window().findChild<widgets::CallBar*>();
    QVERIFY(bar && bar->isVisible() && bar->windowFlags().testFlag(Qt::WindowStaysOnTopHint));
    const training::Hands onBar(*bar);
    bar->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(bar));
    onBar.press(Qt::Key_F2);
    QTRY_VERIFY(queue().ticket() && !queue().isBusy());
    if (const QString folder = qEnvironmentVariable("YICHUANG_PICTURES"); !folder.isEmpty()) {
        for (const auto& [theme, name] :
             {std::pair(widgets::ThemeChoice::Light, u"light"_s), std::pair(widgets::ThemeChoice::Dark, u"dark"_s)}) {
            m_theme->choose(theme);
            bar->grab().save(folder + u"/queue-bar-%1.png"_s.arg(name));
        }
    }
    onBar.press(Qt::Key_F2, Qt::ShiftModifier);
    QTRY_VERIFY(!queue().ticket());
    onBar.press(Qt::Key_F3, Qt::ShiftModifier);
    QVERIFY(!bar->isVisible());
}

void QueueKeysTest::everythingHasAName()
{
    callNext();
    m_hands->press(Qt::Key_F7);
    m_hands->press(Qt::Key_F3, Qt::ShiftModifier);
    for (QWidget* whole : {static_cast<QWidget*>(m_client->window().findChild<widgets::QueuePanel*>()),
                           static_cast<QWidget*>(m_client->window().findChild<widgets::CallBar*>())}) {
        const auto buttons = whole->findChildren<QAbstractButton*>();
        QVERIFY(!buttons.isEmpty());
        for (const QAbstractButton* button : buttons)
            QVERIFY2(!button->text().isEmpty() && !button->accessibleDescription().isEmpty(), qPrintable(button->text()));
        const auto lines = whole->findChildren<QLineEdit*>();
        for (const QLineEdit* line : lines)
            QVERIFY(!line->accessibleName().isEmpty());
    }
    QVERIFY(!form()->accessibleName().isEmpty());
}

void QueueKeysTest::whatIsAskedIsAboutTheNumberInService()
{
    callNext();
    m_hands->press(Qt::Key_F7);
    m_hands->type(u"05"_s);
    callNext(); // the one who was to go to window 05 has left
    QVERIFY(!form()->isOpen());
    const QString second = number();
    m_hands->press(Qt::Key_F12);
    QVERIFY(!queue().isBusy());
    QCOMPARE(number(), second);
    m_hands->press(Qt::Key_F7);
    QVERIFY(form()->isOpen());
    signInAgain(u"001"_s); // whoever sits down now has asked nothing
    QVERIFY(!form()->isOpen());
}

void QueueKeysTest::theIntakeHasItsKeyBesideAForm()
{
    chooseItem();
    m_hands->press(Qt::Key_F8);
    m_hands->press(Qt::Key_F12); // the form has the focus, and wants a digit
    QVERIFY(m_client->window().message().isEmpty());
    m_hands->press(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(form()->isOpen());
    m_hands->press(Qt::Key_F12);
    QVERIFY(!m_client->window().message().isEmpty()); // what the intake lacks
    QVERIFY(form()->isOpen() && !queue().isPaused());
}

QTEST_MAIN(QueueKeysTest)
#include "queuekeystest.moc"
