// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// What comes after the intake, by keys: a held paper that is asked for anyway, an exception granted, a result handed out, a shift's end.

#include "app/desk/capturedesk.h"
#include "app/desk/casedesk.h"
#include "app/desk/grantdesk.h"
#include "app/desk/paperdesk.h"
#include "app/desk/reminderdesk.h"
#include "app/desk/shiftdesk.h"
#include "app/desk/statusdesk.h"
#include "app/training/paperpainter.h"
#include "app/training/people.h"
#include "tests/support/counter.h"
#include "widgets/intake/endingpane.h"
#include "widgets/lookup/grantstrip.h"
#include "widgets/lookup/reminderpane.h"
#include "widgets/lookup/shiftpane.h"

#include <QApplication>
#include <QDir>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPdfDocument>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

class EndingTest : public Counter
{
    Q_OBJECT

private Q_SLOTS:
    void aHeldPaperIsAskedForWithAReasonOnly();
    void whatACaseBroughtItselfIsNotAskedFor();
    void aScanIsCheckedAgainstItsOriginal();
    void theSupervisorGrantsAnException();
    void noLineTakesTheSupervisorsKey();
    void whatCanBePutRightNowHasALineInANotice();
    void originalsLeaveUnderAListAtTheEndOfAShift();
    void whoWasCalledNeedNotBeCalledAgain();
    void callsAreNotKnownOffline();
    void aProcedureStopsTheClock();

private:
    void acceptOne();
    [[nodiscard]] QStringList printed(const QString& pattern) const;
    /// What a key that is not let go sends on and on.
    static void holdDown(QWidget& widget, Qt::Key key);
};

void EndingTest::acceptOne()
{
    chooseItem();
    fillIn();
    seeAllPapers();
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY(intake().record().has_value());
    QTRY_VERIFY(!m_client->desks().papers.isPrinting());
    QTRY_VERIFY_WITH_TIMEOUT(m_client->desks().status.waiting() == 0, 30'000);
}

QStringList EndingTest::printed(const QString& pattern) const
{
    return QDir(m_folder->filePath(u"papers"_s)).entryList({pattern}, QDir::Files);
}

void EndingTest::holdDown(QWidget& widget, Qt::Key key)
{
    QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier, {}, true);
    QApplication::sendEvent(&widget, &event);
}

void EndingTest::aHeldPaperIsAskedForWithAReasonOnly()
{
    bringADeferrableCase();
    const auto asked = intake().materials();
    const auto licence = std::find_if(asked.begin(), asked.end(), [](const auto& material) { return !material.licence.isEmpty(); });
    QVERIFY(licence != asked.end());
    core::Party holder = intake().draft().applicant;
    holder.certificate.number = u"91990101MA00000022"_s; // the training hall holds a licence of theirs
    intake().setParty(desk::PartyRole::Applicant, holder);
    QTRY_VERIFY(intake().isKnown());
    QTRY_COMPARE(intake().askedWithoutReason(), QStringList{licence->code});
    intake().setCommitmentAgreed(true);
    m_hands->press(Qt::Key_F12);
    QVERIFY(!intake().isBusy() && !intake().record());
    QVERIFY(m_client->window().message().contains(licence->name));
    QCOMPARE(intake().draft().focusMaterial, licence->code);
    m_hands->type(u"执照刚换发"_s); // the line is in focus
    m_hands->press(Qt::Key_Return);
    QCOMPARE(intake().draft().materials.value(licence->code).askedBecause, u"执照刚换发"_s);
    QCOMPARE(m_hands->focus(), u"ChecklistView"_s);
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY(intake().record().has_value());
    const auto& materials = intake().record()->materials;
    const auto kept = std::find_if(materials.begin(), materials.end(), [&](const auto& one) { return one.code == licence->code; });
    QCOMPARE(kept->askedBecause, u"执照刚换发"_s);
}

/// A paper that came with the case is held by the back office from then on; the correction does not ask for it again.
void EndingTest::whatACaseBroughtItselfIsNotAskedFor()
{
    chooseItem();
    fillIn();
    const auto asked = intake().materials();
    const auto identity = std::find_if(asked.begin(), asked.end(), [](const auto& material) { return material.validDays > 0; });
    QVERIFY(identity != asked.end() && asked.size() > 1);
    m_scanner->loadPaper({training::paintPaper(identity->name, {}, 1)});
    intake().setFocusMaterial(identity->code);
    m_hands->press(Qt::Key_F9);
    QTRY_COMPARE(intake().draft().materials.value(identity->code).pages.size(), 1);
    QTRY_VERIFY(!m_client->desks().capture.isScanning());
    intake().end(core::CaseAct::NotifyOnce);
    QTRY_VERIFY(intake().record().has_value());
    QTRY_VERIFY(!m_client->desks().papers.isPrinting());
    QTRY_VERIFY_WITH_TIMEOUT(m_client->desks().status.waiting() == 0, 30'000);
    m_hands->press(Qt::Key_F2, Qt::ShiftModifier);
    m_hands->press(Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(m_client->desks().records.current().has_value());
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY(intake().draft().base.has_value());
    QTRY_VERIFY(intake().isKnown());
    QCOMPARE(intake().askedWithoutReason(), QStringList());
    for (const core::MaterialRequirement& material : asked) {
        if (material.code != identity->code)
            intake().togglePresent(material.code);
    }
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY(intake().record().has_value());
    QCOMPARE(intake().record()->state, core::CaseState::Accepted);
}

void EndingTest::aScanIsCheckedAgainstItsOriginal()
{
    chooseItem();
    fillIn();
    const QString code = intake().materials().constFirst().code;
    intake().setFocusMaterial(code);
    m_hands->press(Qt::Key_V);
    QVERIFY(!intake().draft().materials.value(code).verified); // there is no scan yet
    m_scanner->loadPaper({training::paintPaper(u"身份证明"_s, {}, 1)});
    m_hands->press(Qt::Key_F9);
    QTRY_COMPARE(intake().draft().materials.value(code).pages.size(), 1);
    m_hands->press(Qt::Key_V);
    QVERIFY(intake().draft().materials.value(code).verified);
    QSignalSpy copied(&m_client->desks().pages, &desk::PageDesk::copied);
    m_hands->press(Qt::Key_Right); // the pages
    m_hands->press(Qt::Key_P, Qt::ControlModifier);
    QTRY_COMPARE(copied.size(), 1);
    const QStringList copies = printed(u"*copy.pdf"_s);
    QCOMPARE(copies.size(), 1);
    QPdfDocument sheet;
    QCOMPARE(sheet.load(m_folder->filePath(u"papers/"_s + copies[0])), QPdfDocument::Error::None);
    QCOMPARE(sheet.pageCount(), 1);
    const QString words = sheet.getAllText(0).text();
    QVERIFY2(words.contains(u"此件经与原件核对无误"_s) && words.contains(u"演练员甲（001）"_s), qPrintable(words));
    m_hands->press(Qt::Key_Escape);
    const auto asked = intake().materials();
    for (const core::MaterialRequirement& material : asked) {
        if (material.code != code)
            intake().togglePresent(material.code);
    }
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY(intake().record().has_value());
    const auto& materials = intake().record()->materials;
    const auto kept = std::find_if(materials.begin(), materials.end(), [&](const auto& one) { return one.code == code; });
    QVERIFY(kept->verified.has_value());
    QCOMPARE(kept->verified->clerk.code, u"001"_s);
    QCOMPARE(kept->verified->window.code, u"03"_s);
}

/// Two secondary materials are missing where the item lets one be deferred.
void EndingTest::theSupervisorGrantsAnException()
{
    bringADeferrableCase();
    intake().chooseItem(u"99000000011W00077"_s);
    intake().chooseScenario(u"new"_s);
    const auto asked = intake().materials();
    for (const core::MaterialRequirement& material : asked) {
        if (material.key)
            intake().togglePresent(material.code);
    }
    QCOMPARE(intake().verdict().outcome, core::Outcome::Incomplete);
    QVERIFY(intake().verdict().hasReason(u"deferral.too-many"_s));
    QTRY_VERIFY(intake().isKnown());
    m_hands->press(Qt::Key_E, Qt::ControlModifier); // to the line
    m_hands->type(u"申请人住在海岛"_s);
    QSignalSpy told(&m_client->desks().grants, &desk::GrantDesk::asked);
    m_hands->press(Qt::Key_Return);
    QTRY_COMPARE(told.size(), 1);
    QVERIFY(intake().lastGrant());
    picture(u"exception-asked"_s);

    inTheHall(u"INSERT INTO grant_request SELECT 'later', hall, case_id, service_window, asked_at + 1, answer, json_set(body, '$.id', "
              "'later') FROM grant_request"_s);
    const QString first = intake().lastGrant()->id;
    desk::GrantDesk& grants = m_client->desks().grants;
    signInAgain(u"900"_s);
    QTRY_COMPARE(grants.waiting().size(), 2);
    m_hands->press(Qt::Key_5, Qt::ControlModifier);
    picture(u"exception-waits"_s);
    m_hands->press(Qt::Key_4, Qt::AltModifier); // it is seen beside the end of the shift as well
    QVERIFY(m_client->window().findChild<widgets::GrantStrip*>()->isVisible());
    m_hands->press(Qt::Key_4, Qt::AltModifier);
    m_hands->press(Qt::Key_6, Qt::AltModifier); // a denial needs a reason
    QVERIFY(!grants.isBusy());
    QSignalSpy given(&grants, &desk::GrantDesk::given);
    m_hands->press(Qt::Key_5, Qt::AltModifier);
    QTRY_COMPARE(given.size(), 1);
    QTRY_COMPARE(grants.waiting().size(), 1);
    QCOMPARE(given[0][0].value<core::Grant>().id, first);
    QCOMPARE(grants.waiting()[0].id, u"later"_s);
    m_hands->press(Qt::Key_5, Qt::AltModifier); // nobody has read that one yet
    QVERIFY(!grants.isBusy());

    signInAgain(u"001"_s);
    QVERIFY(grants.waiting().isEmpty()); // they are a supervisor's
    m_hands->press(Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(intake().lastGrant() && intake().lastGrant()->answer == core::Grant::Answer::Granted);
    QCOMPARE(intake().verdict().outcome, core::Outcome::Deferrable);
    m_hands->press(Qt::Key_2, Qt::AltModifier);
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY(intake().record().has_value());
    QCOMPARE(intake().record()->state, core::CaseState::AcceptedDeferred);
    QCOMPARE(intake().record()->grants.size(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(m_client->desks().status.waiting() == 0, 30'000); // the back office agrees
}

void EndingTest::whatCanBePutRightNowHasALineInANotice()
{
    chooseItem();
    fillIn();
    const core::MaterialRequirement material = intake().materials().constFirst();
    intake().toggleShortfall(material.code);
    intake().toggleShortfall(material.code);
    QCOMPARE(intake().draft().materials.value(material.code).status, core::MaterialStatus::WrongCorrectable);
    m_hands->press(Qt::Key_1, Qt::AltModifier);
    const auto lines = m_client->window().findChild<widgets::EndingPane*>()->findChildren<QLineEdit*>();
    const auto line = std::find_if(lines.begin(), lines.end(),
                                   [&](const QLineEdit* one) { return one->isVisible() && one->accessibleName().contains(material.name); });
    QVERIFY(line != lines.end());
    (*line)->setFocus();
    m_hands->type(u"缺签字"_s);
    QCOMPARE(intake().draft().materials.value(material.code).shortfall, u"缺签字"_s);
    intake().undo(); // what was taken back stands in no line
    QCOMPARE((*line)->text(), intake().draft().materials.value(material.code).shortfall);
    QVERIFY((*line)->text() != u"缺签字");
}

namespace {

/// A desktop that lets a text line take a key for itself.
class TakingDesktop : public QObject
{
public:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() != QEvent::ShortcutOverride)
            return false;
        event->accept();
        return true;
    }
};

} // namespace

void EndingTest::noLineTakesTheSupervisorsKey()
{
    chooseItem();
    auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(line);
    TakingDesktop desktop;
    line->installEventFilter(&desktop);
    for (const auto& [key, taken] : {std::pair(Qt::Key_U, true), std::pair(Qt::Key_E, false)}) {
        QKeyEvent event(QEvent::ShortcutOverride, key, Qt::ControlModifier);
        event.ignore();
        QApplication::sendEvent(line, &event);
        QCOMPARE(event.isAccepted(), taken);
    }
}

void EndingTest::originalsLeaveUnderAListAtTheEndOfAShift()
{
    acceptOne();
    const int originals = int(core::originalsOf(intake().record()->materials).size());
    QVERIFY(originals > 0);
    m_hands->press(Qt::Key_5, Qt::ControlModifier);
    m_hands->press(Qt::Key_4, Qt::AltModifier);
    desk::ShiftDesk& shift = m_client->desks().shift;
    QTRY_VERIFY(shift.counted().has_value());
    QTRY_COMPARE(shift.counted()->cases, 1); // the same there and here
    QTRY_COMPARE(shift.figures().cases.value(core::CaseState::Accepted), 1);
    QTRY_COMPARE(shift.figures().outbox, 0);
    QCOMPARE(shift.waiting().size(), 1);
    picture(u"end-of-shift"_s);
    holdDown(*m_client->window().findChild<widgets::ShiftPane*>(), Qt::Key_1);
    QVERIFY(!shift.isBusy());
    QObject impatience; // presses again the moment the list is out
    connect(&shift, &desk::ShiftDesk::handedOver, &impatience, [this] { m_hands->press(Qt::Key_F12); });
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY(shift.waiting().isEmpty() && !shift.isBusy());
    QTRY_COMPARE(shift.made().size(), 1);
    QCOMPARE(shift.made()[0].entries[0].originals.size(), originals);
    QCOMPARE(printed(u"*hand-over-list.pdf"_s).size(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(m_client->desks().status.waiting() == 0, 30'000);
    m_hands->press(Qt::Key_P, Qt::ControlModifier);
    QTRY_COMPARE(printed(u"*hand-over-list*.pdf"_s).size(), 2); // the copy is marked
    m_hands->press(Qt::Key_F12);                                // nothing is left to hand over
    QVERIFY(!shift.isBusy());
    picture(u"originals-left"_s);
    m_hands->press(Qt::Key_Escape);
    m_hands->press(Qt::Key_Escape);
    QVERIFY(shift.waiting().isEmpty());
}

void EndingTest::whoWasCalledNeedNotBeCalledAgain()
{
    acceptOne();
    m_hands->press(Qt::Key_5, Qt::ControlModifier);
    m_hands->press(Qt::Key_7, Qt::AltModifier);
    desk::ReminderDesk& reminders = m_client->desks().reminders;
    QTRY_COMPARE(reminders.calls().size(), 1);
    QCOMPARE(reminders.calls()[0].caseNumber, intake().record()->number);
    QCOMPARE(reminders.calls()[0].phone, intake().record()->applicant.phone);
    QCOMPARE(m_hands->focus(), u"QListWidget"_s);
    picture(u"calls"_s);
    QSignalSpy settled(&reminders, &desk::ReminderDesk::settled);
    holdDown(*QApplication::focusWidget(), Qt::Key_Delete);
    const QString called = reminders.calls()[0].id;
    inTheHall(u"UPDATE reminder SET seq = seq + 1000"_s);
    inTheHall(u"INSERT INTO reminder (id, hall, seq, case_id, kind, occasion, state, reason, made_at, changed_at) SELECT 'earlier', hall, "
              "seq - 500, case_id, kind, 'earlier', state, reason, made_at, changed_at FROM reminder WHERE id = ?"_s,
              {called});
    reminders.refresh();
    QTRY_COMPARE(reminders.calls().size(), 2);
    QCOMPARE(reminders.calls()[0].id, u"earlier"_s); // stands above whoever is being called
    m_hands->press(Qt::Key_F12);
    QTRY_COMPARE(reminders.calls().size(), 1);
    QCOMPARE(reminders.calls()[0].id, u"earlier"_s);
    QCOMPARE(settled.size(), 1);
    QCOMPARE(settled[0][0].value<core::ReminderState>(), core::ReminderState::Phoned);
    m_hands->press(Qt::Key_Escape);
    QTRY_COMPARE(m_hands->focus(), u"QTableView"_s);
}

/// Nobody knows whom messages have reached while the back office is away.
void EndingTest::callsAreNotKnownOffline()
{
    m_server->stop();
    const desk::ReminderDesk& reminders = m_client->desks().reminders;
    QSignalSpy changed(&reminders, &desk::ReminderDesk::changed);
    m_hands->press(Qt::Key_5, Qt::ControlModifier);
    m_hands->press(Qt::Key_7, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!changed.isEmpty(), 20'000);
    QVERIFY(!reminders.isKnown());
    QStringList shown;
    const auto labels = m_client->window().findChild<widgets::ReminderPane*>()->findChildren<QLabel*>();
    for (const QLabel* label : labels)
        shown.append(label->isVisible() ? label->text() : QString());
    QVERIFY2(shown.filter(u"Not known"_s).size() == 1 && shown.filter(u"reached everybody"_s).isEmpty(), qPrintable(shown.join(u'|')));
}

void EndingTest::aProcedureStopsTheClock()
{
    bringADeferrableCase();
    intake().setCommitmentAgreed(true);
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY(intake().record().has_value());
    QTRY_VERIFY(!m_client->desks().papers.isPrinting());
    QTRY_VERIFY_WITH_TIMEOUT(m_client->desks().status.waiting() == 0, 30'000);
    m_hands->press(Qt::Key_F2, Qt::ShiftModifier);
    signInAgain(u"900"_s);
    desk::CaseDesk& records = m_client->desks().records;
    m_hands->press(Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(records.current().has_value());
    const auto words = [this](const QString& text) {
        auto* line = m_client->window().findChild<QLineEdit*>(u"caseWords"_s);
        const auto lines = m_client->window().findChildren<QLineEdit*>(u"caseWords"_s);
        for (QLineEdit* one : lines) {
            if (one->isVisible())
                line = one;
        }
        QVERIFY(line);
        line->setText(text);
    };
    words(u"现场勘验 5"_s); // counts: nothing stops
    m_hands->press(Qt::Key_6, Qt::AltModifier);
    QVERIFY(m_client->window().message().contains(u"现场勘验"_s));
    QVERIFY(!records.isBusy() && !records.current()->suspendedSince);
    words(u"专家评审 10"_s);
    picture(u"procedure"_s);
    m_hands->press(Qt::Key_6, Qt::AltModifier);
    QTRY_VERIFY(records.current() && records.current()->suspendedFor == u"专家评审");
    QTRY_COMPARE(printed(u"*procedure-notice.pdf"_s).size(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(m_client->desks().status.waiting() == 0, 30'000);
    words(u"评审结束"_s);
    m_hands->press(Qt::Key_7, Qt::AltModifier);
    QTRY_VERIFY(records.current() && !records.current()->suspendedSince);
    QTRY_VERIFY_WITH_TIMEOUT(m_client->desks().status.waiting() == 0, 30'000);
    QCOMPARE(printed(u"*acceptance-notice.pdf"_s).size(), 1); // nothing was printed twice
}

QTEST_MAIN(EndingTest)
#include "endingtest.moc"
