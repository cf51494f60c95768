// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// What was written wrong is put right, by keys: at the back office's word, or somebody's.

#include "app/desk/casedesk.h"
#include "app/desk/conflictdesk.h"
#include "app/desk/correctiondesk.h"
#include "app/desk/paperdesk.h"
#include "app/desk/statusdesk.h"
#include "tests/support/counter.h"
#include "widgets/common/field.h"
#include "widgets/lookup/conflictpane.h"

#include <QDir>
#include <QJsonDocument>
#include <QPdfDocument>

using namespace Qt::StringLiterals;

class MendTest : public Counter
{
    Q_OBJECT

private Q_SLOTS:
    void aPhoneIsPutRight();
    void whatIsTypedOutlivesTheLock();
    void whatAnotherWindowCorrectedStays();
    void aNameIsForTheSupervisor();
    void aRefusedNumberIsReplaced();
    void whatWasDoneSinceFollows();
    void aRefusedNameIsPutRight();
    void whatASupervisorDidWaitsForOne();
    void aCaseThatIsOtherwiseThereIsTaken();

private:
    void acceptOne();
    void lookItUp(const QString& number);
    void settled();
    void sendWithATakenNumber(const QString& number);
    [[nodiscard]] desk::CorrectionDesk& correction() const { return m_client->desks().correction; }
    /// The line of the form that is on screen.
    [[nodiscard]] widgets::MaskedEdit* line(const QString& name) const;
    [[nodiscard]] QString wordsOf(const QString& pattern) const;
};

void MendTest::acceptOne()
{
    chooseItem();
    fillIn();
    seeAllPapers();
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY(intake().record().has_value());
    QTRY_VERIFY(!m_client->desks().papers.isPrinting());
}

void MendTest::settled()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_client->desks().status.waiting() == 0, 30'000);
}

/// Meanwhile another case over there got its number.
void MendTest::sendWithATakenNumber(const QString& number)
{
    inTheHall(u"INSERT INTO case_record (id, hall, number, item_code, state, received_at, received_hash, etag, body, department) "
              "SELECT 'x', code, ?, 'x', 'accepted', 1, 'x', 'x', '{}', 'x' FROM hall LIMIT 1"_s,
              {number});
    QVERIFY(m_server->start());
    m_hands->press(Qt::Key_5, Qt::ControlModifier);
    m_hands->press(Qt::Key_1, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_client->desks().conflict.canMend(), 30'000);
}

void MendTest::lookItUp(const QString& number)
{
    m_hands->press(Qt::Key_4, Qt::ControlModifier);
    m_hands->type(number);
    QTRY_VERIFY(m_client->desks().records.current().has_value());
    QCOMPARE(m_client->desks().records.current()->number, number);
}

widgets::MaskedEdit* MendTest::line(const QString& name) const
{
    const auto lines = m_client->window().findChildren<widgets::MaskedEdit*>();
    for (widgets::MaskedEdit* one : lines) {
        if (one->isVisible() && one->accessibleName() == name)
            return one;
    }
    return nullptr;
}

QString MendTest::wordsOf(const QString& pattern) const
{
    const QDir folder(m_folder->filePath(u"papers"_s));
    const QStringList files = folder.entryList({pattern}, QDir::Files, QDir::Time);
    QPdfDocument paper;
    if (files.isEmpty() || paper.load(folder.filePath(files.constFirst())) != QPdfDocument::Error::None)
        return {};
    return paper.getAllText(0).text().remove(u'\r').remove(u'\n');
}

void MendTest::aPhoneIsPutRight()
{
    acceptOne();
    settled();
    const core::CaseRecord taken = *intake().record();
    lookItUp(taken.number);
    m_hands->press(Qt::Key_8, Qt::AltModifier);
    QTRY_VERIFY(correction().record().has_value());
    QVERIFY(!line(u"Applicant"_s)->isEnabled());
    QCOMPARE(m_client->window().focusWidget(), line(u"Phone"_s)); // the first that a clerk may write
    m_hands->type(u"1990000000"_s);
    m_hands->press(Qt::Key_F12);
    QVERIFY(!correction().isBusy()); // too short
    m_hands->type(u"9"_s);
    picture(u"correction"_s);
    m_hands->press(Qt::Key_F12);
    QVERIFY(!correction().isBusy()); // no reason
    QVERIFY2(m_client->window().message().contains(u"reason"_s), qPrintable(m_client->window().message()));
    m_hands->type(u"号码录错"_s); // the line for it is in focus
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY(!correction().record());
    QTRY_COMPARE(m_client->desks().records.current()->applicant.phone, u"19900000009"_s);
    settled();
    QTRY_COMPARE(m_client->desks().records.history().size(), 1);
    QCOMPARE(m_client->desks().records.history().constFirst().act, core::CaseAct::Correct);
    QVERIFY(!m_client->desks().papers.isPrinting()); // how they are reached stands on no paper that would be wrong now
    m_hands->press(Qt::Key_8, Qt::AltModifier);
    m_hands->type(u"1"_s);
    m_hands->press(Qt::Key_Escape);
    QVERIFY(!correction().record());
    QCOMPARE(m_client->desks().records.current()->applicant.phone, u"19900000009"_s);
}

/// For whoever typed it, and for nobody else.
void MendTest::whatIsTypedOutlivesTheLock()
{
    acceptOne();
    settled();
    lookItUp(intake().record()->number);
    m_hands->press(Qt::Key_8, Qt::AltModifier);
    QTRY_VERIFY(correction().record().has_value());
    QCOMPARE(m_client->window().focusWidget(), line(u"Phone"_s));
    m_hands->type(u"1990000000"_s);
    QCOMPARE(correction().correction().applicant.phone, u"1990000000"_s);
    signInAgain(u"001"_s);
    QVERIFY(correction().record().has_value());
    QCOMPARE(correction().correction().applicant.phone, u"1990000000"_s);
    signInAgain(u"900"_s);
    QVERIFY(!correction().record());
}

/// A correction writes all of it: what was put right elsewhere meanwhile would be put back.
void MendTest::whatAnotherWindowCorrectedStays()
{
    acceptOne();
    settled();
    const core::CaseRecord before = *intake().record();
    (void)inTheHall(u"UPDATE case_record SET body = json_set(body, '$.applicant.address', '样例路9号', '$.version', "
                    "json_extract(body, '$.version') + 1) WHERE id = ?"_s,
                    {before.id});
    m_client->desks().records.open(before);
    QTRY_COMPARE(m_client->desks().records.current()->applicant.address, u"样例路9号"_s);
    correction().begin(before); // as it stood when the window was locked
    core::Correction phone = correction().correction();
    phone.applicant.phone = u"19900000009"_s;
    correction().set(phone);
    correction().submit(u"号码录错"_s);
    QTRY_VERIFY(!correction().isBusy());
    QVERIFY2(m_client->window().message().contains(u"Another window"_s), qPrintable(m_client->window().message()));
    QCOMPARE(correction().correction().applicant.phone, u"19900000009"_s); // still there
}

void MendTest::aNameIsForTheSupervisor()
{
    acceptOne();
    settled();
    const core::CaseRecord taken = *intake().record();
    QTRY_VERIFY(wordsOf(u"*acceptance-notice.pdf"_s).contains(taken.applicant.name));
    m_hands->press(Qt::Key_F2, Qt::ShiftModifier);
    signInAgain(u"900"_s);
    lookItUp(taken.number);
    QTRY_VERIFY(!m_client->desks().records.prints().isEmpty());
    m_hands->press(Qt::Key_8, Qt::AltModifier);
    QTRY_VERIFY(correction().record().has_value());
    QCOMPARE(m_client->window().focusWidget(), line(u"Applicant"_s));
    m_hands->type(u"王样例甲"_s);
    line(u"What was wrong, and why"_s)->setFocus();
    m_hands->type(u"与身份证不一致"_s);
    picture(u"correction-supervisor"_s);
    const qsizetype before = m_client->desks().records.prints().size();
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY(!correction().record());
    QTRY_VERIFY(!m_client->desks().papers.isPrinting());
    QTRY_VERIFY(m_client->desks().records.prints().size() > before);
    const QString words = wordsOf(u"*acceptance-notice.pdf"_s);
    QVERIFY2(words.contains(u"王样例甲"_s) && words.contains(u"更正件"_s) && !words.contains(u"补打件"_s), qPrintable(words));
    settled();
    picture(u"corrected"_s);
    QCOMPARE(m_client->desks().records.current()->applicant.name, u"王样例甲"_s);
}

/// Another case over there has the number: this one goes with a provisional one, and gets its own.
void MendTest::aRefusedNumberIsReplaced()
{
    m_server->stop();
    acceptOne();
    const core::CaseRecord taken = *intake().record();
    sendWithATakenNumber(taken.number);
    QCOMPARE(m_client->desks().conflict.faultyField(), u"/number"_s);
    picture(u"refused-number"_s);
    m_hands->press(Qt::Key_7, Qt::AltModifier); // whom to call: the list and its conflict are not seen
    QVERIFY(!m_client->window().findChild<widgets::ConflictPane*>()->isVisible());
    for (const auto& [key, with] :
         {std::pair(Qt::Key_F12, Qt::NoModifier), std::pair(Qt::Key_2, Qt::AltModifier), std::pair(Qt::Key_P, Qt::ControlModifier)})
        m_hands->press(key, with);
    QVERIFY(!correction().record() && !m_client->desks().conflict.isBusy() && !m_client->desks().papers.isPrinting());
    m_hands->press(Qt::Key_7, Qt::AltModifier);
    QTRY_VERIFY(m_client->window().findChild<widgets::ConflictPane*>()->isVisible());
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY(correction().record().has_value());
    picture(u"refused-number-form"_s);
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY(!correction().record());
    settled();
    QTRY_VERIFY(!m_client->desks().conflict.standoff());
    QTRY_VERIFY(!m_client->desks().papers.isPrinting());
    lookItUp(u"9901P00000001"_s);
    QCOMPARE(m_client->desks().records.current()->id, taken.id);
}

/// The case was withdrawn before anybody knew that it was refused.
void MendTest::whatWasDoneSinceFollows()
{
    m_server->stop();
    acceptOne();
    const core::CaseRecord taken = *intake().record();
    m_client->desks().records.open(taken);
    m_client->desks().records.act(core::CaseAct::Withdraw, u"不办了"_s);
    QTRY_COMPARE(m_client->desks().records.current()->state, core::CaseState::Withdrawn);
    sendWithATakenNumber(taken.number);
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY(correction().record().has_value());
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY(!correction().record());
    settled();
    QCOMPARE(inTheHall(u"SELECT state FROM case_record WHERE id = ?"_s, {taken.id}).toString(), u"withdrawn"_s);
}

/// What the back office finds wrong is where the form opens.
void MendTest::aRefusedNameIsPutRight()
{
    acceptOne();
    settled();
    correction().beginUnsent(*intake().record(), u"/applicant/certificateNumber"_s);
    m_hands->press(Qt::Key_5, Qt::ControlModifier);
    QTRY_COMPARE(m_client->window().focusWidget(), line(u"Certificate number"_s));
    m_hands->type(u"110105194912310021"_s);
    m_hands->press(Qt::Key_F12);
    QVERIFY(correction().record().has_value() && !correction().isBusy()); // the check character is wrong
    m_hands->press(Qt::Key_Escape);                                       // the message
    m_hands->press(Qt::Key_Escape);
    QVERIFY(!correction().record());
}

/// The network was away when it was done, and a clerk sat there when it came back.
void MendTest::whatASupervisorDidWaitsForOne()
{
    acceptOne();
    settled();
    const core::CaseRecord taken = *intake().record();
    m_hands->press(Qt::Key_F2, Qt::ShiftModifier);
    signInAgain(u"900"_s);
    m_server->stop();
    m_client->desks().records.open(taken);
    m_client->desks().records.act(core::CaseAct::Void, u"受理有误"_s);
    QTRY_COMPARE(m_client->desks().records.current()->state, core::CaseState::Voided);
    signInAgain(u"001"_s);
    QVERIFY(m_server->start());
    signInAgain(u"001"_s); // on the network again
    m_hands->press(Qt::Key_5, Qt::ControlModifier);
    m_hands->press(Qt::Key_1, Qt::AltModifier);
    desk::ConflictDesk& conflict = m_client->desks().conflict;
    QTRY_VERIFY_WITH_TIMEOUT(conflict.needsSupervisor() && conflict.theirs(), 30'000);
    picture(u"waits-for-a-supervisor"_s);
    m_hands->press(Qt::Key_F12); // throws nothing away
    QVERIFY(!conflict.canTakeTheirs() && !conflict.isBusy());
    signInAgain(u"900"_s);
    settled();
    QCOMPARE(inTheHall(u"SELECT state FROM case_record WHERE id = ?"_s, {taken.id}).toString(), u"voided"_s);
}

/// Somebody sent the case meanwhile, with another phone; nothing was done to it here.
void MendTest::aCaseThatIsOtherwiseThereIsTaken()
{
    m_server->stop();
    acceptOne();
    core::CaseRecord theirs = *intake().record();
    theirs.applicant.phone = u"19900000009"_s;
    const QString body = QString::fromUtf8(QJsonDocument(theirs.toJson()).toJson(QJsonDocument::Compact));
    inTheHall(u"INSERT INTO case_record (id, hall, number, item_code, state, received_at, received_hash, etag, body, department) "
              "VALUES (?, ?, ?, ?, ?, 1, 'x', 'x', ?, ?)"_s,
              {theirs.id, theirs.hall.code, theirs.number, theirs.item.code, core::toWire(theirs.state), body, theirs.department});
    QVERIFY(m_server->start());
    m_hands->press(Qt::Key_5, Qt::ControlModifier);
    m_hands->press(Qt::Key_1, Qt::AltModifier);
    desk::ConflictDesk& conflict = m_client->desks().conflict;
    QTRY_VERIFY_WITH_TIMEOUT(conflict.canTakeTheirs(), 30'000);
    QVERIFY(!conflict.canKeepOurs() && !conflict.canMend() && !conflict.canSendWhole());
    picture(u"case-otherwise-there"_s);
    m_server->stop();
    conflict.open({});
    QTRY_VERIFY(!conflict.theirs());
    conflict.open(theirs.id);
    QTRY_VERIFY(conflict.standoff() && !m_client->desks().status.isOnline());
    QVERIFY(!conflict.theirs());
    QVERIFY(m_server->start());
    QTRY_VERIFY_WITH_TIMEOUT(conflict.canTakeTheirs(), 30'000); // nobody had to come back to it
    m_hands->press(Qt::Key_F12);
    settled();
    QTRY_VERIFY(!conflict.standoff());
    lookItUp(theirs.number);
    QCOMPARE(m_client->desks().records.current()->applicant.phone, theirs.applicant.phone);
}

QTEST_MAIN(MendTest)
#include "mendtest.moc"
