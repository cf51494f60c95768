// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// The whole client in its window, worked by keys, on a real store and back office.

#include "app/desk/capturedesk.h"
#include "app/desk/paperdesk.h"
#include "app/desk/paperwords.h"
#include "app/desk/statusdesk.h"
#include "app/training/paperpainter.h"
#include "app/training/people.h"
#include "devices/simulated/simulatedtransport.h"
#include "tests/support/counter.h"
#include "widgets/display/windowdisplay.h"
#include "widgets/intake/previewpane.h"

#include <QAbstractButton>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTimer>

using namespace Qt::StringLiterals;

class WindowTest : public Counter
{
    Q_OBJECT

private Q_SLOTS:
    void takesInOneAfterAnotherOffline();
    void refusedAcceptanceGoesToTheGap();
    void aNewVisitBeginsWithoutRedMarks();
    void escapeStopsAScanAtOnce();
    void aDraftUnderTodayIsOpenedWithoutLosingTheOneOnScreen();
    void lockedWindowGoesOnSending();
    void lockedWindowClosesThoughNothingCanBeSaved();
    void supplementIsTakenOfflineAndArrives();
    void nothingIsAskedForTwice();
    void theDisplaySaysWhoseTurnItIs();
    void aChosenEndingStaysChosen();
    void eachKeyStandsOnScreenOnce();
    void theKeysAreShownOverAWarning();

private:
    /// The names on the buttons that a key presses, as far as they are seen.
    [[nodiscard]] QStringList buttons(const QString& key) const;
    /// The only one of them.
    void press(const QString& key) const;
    [[nodiscard]] QStringList faults() const;
};

/// What is written in red under fields.
QStringList WindowTest::faults() const
{
    QStringList texts;
    const auto labels = m_client->window().findChildren<QLabel*>();
    for (const QLabel* label : labels) {
        if (label->property("role").toString() == u"fault" && label->isVisible())
            texts.append(label->text());
    }
    return texts;
}

QStringList WindowTest::buttons(const QString& key) const
{
    QStringList names;
    const auto all = m_client->window().findChildren<QAbstractButton*>();
    for (const QAbstractButton* button : all) {
        if (button->isVisible() && button->accessibleDescription() == key)
            names.append(button->text());
    }
    return names;
}

void WindowTest::press(const QString& key) const
{
    QCOMPARE(buttons(key).size(), 1);
    const auto all = m_client->window().findChildren<QAbstractButton*>();
    for (QAbstractButton* button : all) {
        if (button->isVisible() && button->accessibleDescription() == key)
            button->click();
    }
}

void WindowTest::takesInOneAfterAnotherOffline()
{
    auto& queue = m_client->desks().queue;
    QTRY_COMPARE(queue.leased(), 2);
    m_server->stop();
    for (int number = 1; number <= 3; ++number) {
        chooseItem();
        fillIn();
        seeAllPapers();
        m_hands->press(Qt::Key_F12);
        QTRY_VERIFY(intake().record().has_value());
        QTRY_VERIFY(!m_client->desks().papers.isPrinting());
        m_hands->press(Qt::Key_F2);
        QTRY_VERIFY(!intake().record().has_value());
        QTRY_VERIFY(!queue.isBusy());
        QCOMPARE(queue.ticket().has_value(), number < 3); // two are leased; then nobody can be called, but the next one can be taken in
        if (number < 3)
            QVERIFY(queue.ticket()->state == core::TicketState::Called && !queue.why().isEmpty());
    }
    QTRY_COMPARE(m_client->desks().cases.acceptedCount(), 3);
    QVERIFY(m_server->start());
    QTRY_VERIFY_WITH_TIMEOUT(m_client->desks().status.waiting() == 0, 30'000);
}

void WindowTest::supplementIsTakenOfflineAndArrives()
{
    auto& records = m_client->desks().records;
    bringADeferrableCase();
    intake().setCommitmentAgreed(true);
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY(intake().record().has_value());
    QTRY_VERIFY(!m_client->desks().papers.isPrinting());
    QTRY_VERIFY(m_client->desks().status.waiting() == 0);
    const core::CaseRecord taken = *intake().record();
    QCOMPARE(taken.state, core::CaseState::AcceptedDeferred);
    m_hands->press(Qt::Key_F2, Qt::ShiftModifier);
    m_server->stop();

    m_hands->press(Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE(records.followUps().rowCount(), 1);
    QTRY_VERIFY(records.current().has_value());
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY(intake().draft().base.has_value());
    QCOMPARE(intake().materials().size(), taken.deferred.size());
    m_hands->press(Qt::Key_F12); // nothing has come yet
    QVERIFY(!m_client->window().message().isEmpty());
    QVERIFY(!intake().record());
    intake().togglePresent(intake().materials().constFirst().code);
    m_hands->press(Qt::Key_1, Qt::AltModifier); // there is no notice to give here
    m_hands->press(Qt::Key_F12);
    QVERIFY(!intake().record() && !intake().isBusy());
    m_hands->press(Qt::Key_Escape); // what was said
    m_hands->press(Qt::Key_Escape); // the other endings
    intake().togglePresent(intake().materials().constFirst().code);
    intake().setParty(desk::PartyRole::Applicant, {}); // a case keeps its applicant
    QCOMPARE(intake().draft().applicant.name, taken.applicant.name);
    QTRY_COMPARE(m_hands->focus(), u"ChecklistView"_s);
    seeAllPapers();
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY(intake().record().has_value());
    QCOMPARE(intake().record()->state, core::CaseState::Accepted);
    QTRY_COMPARE(records.followUps().rowCount(), 0);
    QTRY_VERIFY(m_client->desks().status.waiting() > 0);
    QVERIFY(m_server->start());
    QTRY_VERIFY_WITH_TIMEOUT(m_client->desks().status.waiting() == 0, 30'000);
    records.open(taken);
    QTRY_COMPARE(records.history().size(), 1);
    QVERIFY(records.history()[0].offline);
}

/// An e-licence, a paper held from the case before, a paper of the same visit.
void WindowTest::nothingIsAskedForTwice()
{
    const auto papersOf = [this](const QString& name) {
        const auto asked = intake().materials();
        const auto found = std::find_if(asked.begin(), asked.end(), [&](const auto& material) { return material.name == name; });
        return found == asked.end() ? QString() : found->code;
    };
    chooseItem();
    fillIn();
    QTRY_VERIFY(intake().isKnown());
    QVERIFY(!intake().verdict().hasReason(u"case.open-already"_s));
    const QString identity = papersOf(u"身份证明"_s);
    QVERIFY(!identity.isEmpty());
    m_hands->press(Qt::Key_Down);
    m_scanner->loadPaper({training::paintPaper(u"身份证明"_s, {}, 1)});
    intake().setFocusMaterial(identity);
    m_hands->press(Qt::Key_F9);
    QTRY_COMPARE(intake().draft().materials.value(identity).pages.size(), 1);
    const auto asked = intake().materials();
    for (const core::MaterialRequirement& material : asked) {
        if (material.code != identity)
            intake().togglePresent(material.code);
    }
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY(intake().record().has_value());
    QTRY_VERIFY(!m_client->desks().papers.isPrinting());
    QTRY_VERIFY(m_client->desks().status.waiting() == 0);
    const core::CaseRecord first = *intake().record();

    chooseItem(); // Ctrl+K: the same applicant wants it once more
    QVERIFY(!intake().record());
    QCOMPARE(intake().draft().applicant.name, first.applicant.name);
    const auto again = intake().offer(identity);
    QVERIFY(again.has_value());
    QCOMPARE(again->source, core::Holding::Source::Visit);

    intake().beginVisit(std::nullopt); // another day
    chooseItem();
    fillIn();
    QTRY_VERIFY(intake().isKnown() && intake().offer(identity).has_value());
    QCOMPARE(intake().offer(identity)->source, core::Holding::Source::Case);
    QCOMPARE(intake().offer(identity)->reference, first.number);
    QVERIFY(intake().verdict().hasReason(u"case.open-already"_s));
    intake().togglePresent(identity);
    QCOMPARE(intake().draft().materials.value(identity).status, core::MaterialStatus::Reused);
    QCOMPARE(intake().spared(), 1);
    m_scanner->loadPaper({training::paintPaper(u"身份证明"_s, {}, 2)}); // a newer one was brought
    intake().setFocusMaterial(identity);
    m_hands->press(Qt::Key_F9);
    QTRY_COMPARE(intake().draft().materials.value(identity).status, core::MaterialStatus::Present);
    QVERIFY(intake().draft().materials.value(identity).source.isEmpty());
    QCOMPARE(intake().draft().materials.value(identity).pages.size(), 1);
    intake().removeLastPage(identity);
    intake().togglePresent(identity);
    QCOMPARE(intake().draft().materials.value(identity).status, core::MaterialStatus::Reused);
    intake().togglePresent(identity); // after all
    QCOMPARE(intake().draft().materials.value(identity).status, core::MaterialStatus::Missing);
    intake().togglePresent(identity);
    for (const core::MaterialRequirement& material : asked) {
        if (material.code != identity)
            intake().togglePresent(material.code);
    }
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY(intake().record().has_value());
    QTRY_VERIFY_WITH_TIMEOUT(m_client->desks().status.waiting() == 0, 20'000); // the page is there already, and is not sent again
    const auto reused = std::find_if(intake().record()->materials.begin(), intake().record()->materials.end(),
                                     [&](const auto& material) { return material.code == identity; });
    QCOMPARE(reused->source, first.number);
    QCOMPARE(reused->pages.size(), 1);

    intake().beginVisit(std::nullopt);
    bringADeferrableCase();
    core::Party company = intake().draft().applicant;
    const training::Organisation known = training::organisations().constFirst();
    company.name = known.name;
    company.certificate.number = known.creditCode;
    intake().setParty(desk::PartyRole::Applicant, company);
    const QString licence = papersOf(u"营业执照"_s);
    intake().togglePresent(licence); // not seen after all
    QTRY_VERIFY(intake().offer(licence).has_value());
    picture(u"offered"_s);
    QCOMPARE(intake().offer(licence)->source, core::Holding::Source::Licence);
    company.certificate.number = u"91350100M000100Y43"_s; // somebody else's is not offered
    intake().setParty(desk::PartyRole::Applicant, company);
    QVERIFY(!intake().offer(licence).has_value());
}

void WindowTest::refusedAcceptanceGoesToTheGap()
{
    chooseItem();
    fillIn();
    core::Party party = intake().draft().applicant;
    party.phone.clear();
    intake().setParty(desk::PartyRole::Applicant, party);
    seeAllPapers();
    QCOMPARE(m_hands->focus(), u"ChecklistView"_s);
    m_hands->press(Qt::Key_F12);
    QVERIFY(!intake().record());
    QCOMPARE(m_hands->focus(), u"MaskedEdit"_s); // the phone
    QCOMPARE(faults().size(), 1);
    m_hands->type(u"19900000001"_s);
    QCOMPARE(intake().draft().applicant.phone, u"19900000001"_s);
}

void WindowTest::aNewVisitBeginsWithoutRedMarks()
{
    chooseItem();
    m_hands->type(u"王"_s);
    m_hands->press(Qt::Key_Backspace);
    m_hands->press(Qt::Key_Return);
    QCOMPARE(faults().size(), 1);
    m_hands->press(Qt::Key_F2);
    m_hands->press(Qt::Key_F2); // again: it is kept as a draft
    QTRY_VERIFY(m_client->desks().queue.ticket().has_value());
    QVERIFY(faults().isEmpty());
}

void WindowTest::escapeStopsAScanAtOnce()
{
    chooseItem();
    fillIn();
    QList<QByteArray> pages;
    for (int page = 1; page <= 30; ++page)
        pages.append(training::paintPaper(u"表"_s, u"王样例"_s, page));
    m_scanner->loadPaper(pages);
    QSignalSpy taken(&m_client->desks().capture, &desk::CaptureDesk::pageTaken);
    m_hands->press(Qt::Key_F9);
    QTRY_VERIFY(!taken.isEmpty());
    m_hands->press(Qt::Key_F12); // refused: pages are still arriving
    QVERIFY(!m_client->window().message().isEmpty());
    m_hands->press(Qt::Key_1, Qt::AltModifier);
    press(u"F12"_s); // the button of the ending, as the key
    QVERIFY(!intake().isBusy() && !intake().record());
    m_hands->press(Qt::Key_G, Qt::ControlModifier);
    m_hands->press(Qt::Key_1, Qt::AltModifier); // nor is it an enquiry
    QVERIFY(intake().item() && m_client->window().message().contains(u"still arriving"_s));
    m_hands->press(Qt::Key_Escape);
    QTRY_VERIFY(!m_client->desks().capture.isScanning());
    QVERIFY(taken.size() < 30);
    int kept = 0;
    for (const core::DraftMaterial& material : intake().draft().materials)
        kept += int(material.pages.size());
    QCOMPARE(kept, int(taken.size())); // what had come is kept
}

void WindowTest::aDraftUnderTodayIsOpenedWithoutLosingTheOneOnScreen()
{
    chooseItem();
    m_hands->type(u"张"_s);
    const QString first = intake().draft().caseId;
    m_hands->press(Qt::Key_F2);
    m_hands->press(Qt::Key_F2);
    QTRY_VERIFY(intake().draft().caseId != first && m_client->desks().queue.ticket());
    chooseItem();
    m_hands->type(u"9901"_s); // the name stands on the ticket
    const QString second = intake().draft().caseId;
    m_hands->press(Qt::Key_5, Qt::ControlModifier);
    QTRY_COMPARE(m_client->desks().cases.rowCount(), 2);
    m_hands->press(Qt::Key_Return); // the newest: the one on screen already
    QCOMPARE(intake().draft().caseId, second);
    QCOMPARE(intake().draft().applicant.certificate.number, u"9901"_s);
    m_hands->press(Qt::Key_5, Qt::ControlModifier);
    m_hands->press(Qt::Key_Down);
    m_hands->press(Qt::Key_Return);
    QTRY_COMPARE(intake().draft().caseId, first);
    QCOMPARE(intake().draft().applicant.name, u"张"_s);
}

void WindowTest::lockedWindowGoesOnSending()
{
    m_server->stop();
    chooseItem();
    fillIn();
    seeAllPapers();
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY(intake().record().has_value());
    m_hands->press(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(!m_client->desks().day.isSignedIn());
    QVERIFY(m_server->start());
    QTRY_VERIFY_WITH_TIMEOUT(m_client->desks().status.waiting() == 0, 30'000);
}

void WindowTest::lockedWindowClosesThoughNothingCanBeSaved()
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"window"_s);
        database.setDatabaseName(m_folder->filePath(u"window/window.sqlite"_s));
        QVERIFY(database.open());
        QVERIFY(QSqlQuery(database).exec(u"DROP TABLE draft"_s));
    }
    QSqlDatabase::removeDatabase(u"window"_s);
    chooseItem();
    fillIn();
    QTRY_VERIFY(!intake().isSafe());
    m_hands->press(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(!m_client->desks().day.isSignedIn());
    QApplication::setQuitOnLastWindowClosed(false);
    bool asked = false;
    QTimer answer;
    connect(&answer, &QTimer::timeout, this, [&] {
        auto* question = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        if (!question)
            return;
        asked = true;
        question->button(QMessageBox::Yes)->click();
    });
    answer.start(10);
    QVERIFY(m_client->window().close());
    QVERIFY(asked);
}

void WindowTest::theDisplaySaysWhoseTurnItIs()
{
    widgets::WindowDisplay display(m_client->desks().day, m_client->desks().queue);
    QCOMPARE(display.text(), u"请等候叫号"_s);
    m_hands->press(Qt::Key_F2);
    QTRY_VERIFY(m_client->desks().queue.ticket().has_value());
    const QString number = m_client->desks().queue.ticket()->number;
    QCOMPARE(display.text(), u"请%1号到%2办理"_s.arg(number, m_client->desks().day.workplace().window.name));
    QSignalSpy recalled(&m_client->desks().queue, &desk::QueueDesk::recalled);
    m_hands->press(Qt::Key_F3);
    QCOMPARE(recalled.size(), 1); // the voice says it again
    QTRY_VERIFY(!m_client->desks().queue.isBusy());
    m_hands->press(Qt::Key_F2, Qt::ShiftModifier);
    QTRY_VERIFY(!m_client->desks().queue.ticket());
    m_hands->press(Qt::Key_F8);
    m_hands->press(Qt::Key_1); // a meal
    QTRY_COMPARE(display.text(), u"暂停服务"_s);
    m_hands->press(Qt::Key_F8);
    QTRY_COMPARE(display.text(), u"请等候叫号"_s);
    display.showOnSecondScreen();
    QVERIFY(!display.isVisible()); // one screen belongs to the clerk
}

/// Going elsewhere and coming back changes nothing of how the visit is about to end; nor does a look at its paper.
void WindowTest::aChosenEndingStaysChosen()
{
    chooseItem();
    fillIn();
    m_hands->press(Qt::Key_1, Qt::AltModifier);
    m_hands->press(Qt::Key_4); // a refusal
    m_hands->press(Qt::Key_Return);
    m_hands->press(Qt::Key_Down); // the first ground
    for (int line = 0; line < 3; ++line)
        m_hands->press(Qt::Key_Return);
    m_hands->type(u"样例市民政局"_s);
    QPointer<QWidget> line = QApplication::focusWidget();
    const core::Refusal typed = intake().draft().refusal;
    QVERIFY(!typed.reason.isEmpty() && typed.competentOrgan == u"样例市民政局");
    m_hands->press(Qt::Key_4, Qt::ControlModifier);
    m_hands->press(Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), line.data());
    m_hands->press(Qt::Key_F11); // the refusal, and nothing else
    QTRY_COMPARE_WITH_TIMEOUT(m_hands->focus(), u"PreviewPane"_s, 30'000);
    const auto titles = m_client->window().findChild<widgets::PreviewPane*>()->findChildren<QLabel*>();
    QVERIFY(std::any_of(titles.begin(), titles.end(),
                        [](const QLabel* title) { return title->text().contains(desk::paperName(core::PaperKind::RefusalNotice)); }));
    QVERIFY(buttons(u"F12"_s).isEmpty());
    m_hands->press(Qt::Key_F12); // what is only looked at is not done
    QVERIFY(!intake().isBusy() && !intake().record());
    QCOMPARE(QApplication::focusWidget(), line.data());
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY(intake().record().has_value());
    QCOMPARE(intake().record()->state, core::CaseState::Refused);
    QCOMPARE(intake().record()->refusal->reason, typed.reason);
    QCOMPARE(intake().record()->refusal->competentOrgan, typed.competentOrgan);
}

/// What lies over the bands has keys of its own.
void WindowTest::eachKeyStandsOnScreenOnce()
{
    chooseItem();
    fillIn();
    const QStringList accepts = buttons(u"F12"_s);
    const QStringList endings = buttons(u"Alt+1"_s);
    QCOMPARE(accepts.size(), 1);
    QCOMPARE(endings.size(), 1);
    m_hands->press(Qt::Key_1, Qt::AltModifier);
    QCOMPARE(buttons(u"F12"_s).size(), 1);
    QVERIFY(buttons(u"F12"_s) != accepts);
    m_hands->press(Qt::Key_G, Qt::ControlModifier); // the guide
    QVERIFY(!buttons(u"F12"_s).contains(accepts[0]));
    QCOMPARE(buttons(u"Alt+1"_s).size(), 1);
    QVERIFY(buttons(u"Alt+1"_s) != endings);
    m_hands->press(Qt::Key_Escape);
    QCOMPARE(buttons(u"F12"_s), accepts);
    QCOMPARE(buttons(u"Alt+1"_s), endings);
}

void WindowTest::theKeysAreShownOverAWarning()
{
    m_hands->press(Qt::Key_F12); // there is nothing to accept
    const QString warning = m_client->window().message();
    QVERIFY(!warning.isEmpty());
    m_hands->press(Qt::Key_F1);
    const QString keys = m_client->window().message();
    QVERIFY(keys.contains(u"F11"_s));
    m_hands->press(Qt::Key_F1); // and again
    QCOMPARE(m_client->window().message(), warning);
    m_hands->press(Qt::Key_F1);
    QCOMPARE(m_client->window().message(), keys);
    m_hands->press(Qt::Key_Escape);
    QCOMPARE(m_client->window().message(), warning);
    m_hands->press(Qt::Key_Escape);
    QVERIFY(m_client->window().message().isEmpty());
}

QTEST_MAIN(WindowTest)
#include "windowtest.moc"
