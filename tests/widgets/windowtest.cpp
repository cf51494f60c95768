// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// The whole client in its window, worked by keys, on a real store and back office.

#include "app/composition.h"
#include "app/desk/capturedesk.h"
#include "app/desk/paperdesk.h"
#include "app/desk/statusdesk.h"
#include "app/training/hands.h"
#include "app/training/paperpainter.h"
#include "app/training/people.h"
#include "app/training/traininghall.h"
#include "devices/simulated/esclsimulator.h"
#include "devices/simulated/simulatedtransport.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class WindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void takesInOneAfterAnotherWithoutTicketsOffline();
    void refusedAcceptanceGoesToTheGap();
    void aNewVisitBeginsWithoutRedMarks();
    void escapeStopsAScanAtOnce();
    void aDraftUnderTodayIsOpenedWithoutLosingTheOneOnScreen();
    void lockedWindowGoesOnSending();

private:
    void chooseItem() const;
    void fillIn() const;
    void seeAllPapers() const;
    [[nodiscard]] QStringList faults() const;
    [[nodiscard]] desk::IntakeDesk& intake() const { return m_client->desks().intake; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<training::HallServer> m_server;
    std::unique_ptr<widgets::Theme> m_theme;
    std::unique_ptr<devices::EsclSimulator> m_scanner;
    std::unique_ptr<Client> m_client;
    std::unique_ptr<training::Hands> m_hands;
};

void WindowTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = training::embeddedServer(m_folder->filePath(u"hall"_s), 0);
    QVERIFY(m_server->start());
    m_theme = std::make_unique<widgets::Theme>(*qApp);
    m_scanner = std::make_unique<devices::EsclSimulator>();
    ClientOptions options;
    options.backOffice = m_server->url();
    options.calendarKey = training::calendarPublicKey();
    options.windowCode = u"03"_s;
    options.scanner = *scannerFrom(u"http://127.0.0.1:%1"_s.arg(m_scanner->start()), {});
    options.output = std::make_shared<print::FolderOutput>(m_folder->filePath(u"papers"_s));
    const auto store = store::Store::open(m_folder->filePath(u"window"_s), store::SecretKey(QByteArray(32, 'k')));
    QVERIFY(store);
    m_client = std::make_unique<Client>(options, *store, *m_theme);
    m_client->start();
    m_client->window().activateWindow();
    m_hands = std::make_unique<training::Hands>(m_client->window());
    QTRY_COMPARE(m_hands->focus(), u"QLineEdit"_s);
    m_hands->type(u"001"_s);
    m_hands->press(Qt::Key_Return);
    m_hands->type(u"training"_s);
    m_hands->press(Qt::Key_F12);
    const auto ready = [this] {
        const desk::WorkDay& day = m_client->desks().day;
        return day.isSignedIn() && day.catalogue() && day.calendar().covers(day.today().year()) && m_client->desks().queue.isBoardKnown();
    };
    QTRY_VERIFY_WITH_TIMEOUT(ready(), 20'000);
}

void WindowTest::cleanup()
{
    m_client.reset();
    m_scanner.reset();
    m_server.reset();
    m_theme.reset();
    m_folder.reset();
}

void WindowTest::chooseItem() const
{
    m_hands->press(Qt::Key_K, Qt::ControlModifier);
    m_hands->type(u"ydjy"_s);
    m_hands->press(Qt::Key_Return);
    if (intake().draft().scenarioCode.isEmpty())
        m_hands->press(Qt::Key_1);
}

void WindowTest::fillIn() const
{
    const training::Person person = training::people().constFirst();
    m_hands->type(person.card.name);
    m_hands->press(Qt::Key_Return);
    m_hands->press(Qt::Key_Return); // the type of certificate is right
    m_hands->type(person.card.number);
    m_hands->press(Qt::Key_Return);
    m_hands->type(person.phone);
    m_hands->press(Qt::Key_Return);
    m_hands->press(Qt::Key_Return);
}

void WindowTest::seeAllPapers() const
{
    for (qsizetype i = 0; i < intake().materials().size(); ++i) {
        m_hands->press(Qt::Key_Space);
        m_hands->press(Qt::Key_Down);
    }
}

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

void WindowTest::takesInOneAfterAnotherWithoutTicketsOffline()
{
    m_server->stop();
    for (int number = 1; number <= 3; ++number) {
        chooseItem();
        fillIn();
        seeAllPapers();
        m_hands->press(Qt::Key_F12);
        QTRY_VERIFY(intake().record().has_value());
        QTRY_VERIFY(!m_client->desks().papers.isPrinting());
        m_hands->press(Qt::Key_F2); // nobody can be called, but the next application can be taken in
        QTRY_VERIFY(!intake().record().has_value());
        QTRY_VERIFY(!m_client->desks().queue.isBusy());
    }
    QTRY_COMPARE(m_client->desks().cases.acceptedCount(), 3);
    QVERIFY(m_server->start());
    QTRY_VERIFY_WITH_TIMEOUT(m_client->desks().status.waiting() == 0, 30'000);
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
    m_hands->type(u"李"_s);
    const QString second = intake().draft().caseId;
    m_hands->press(Qt::Key_5, Qt::ControlModifier);
    QTRY_COMPARE(m_client->desks().cases.rowCount(), 2);
    m_hands->press(Qt::Key_Return); // the newest: the one on screen already
    QCOMPARE(intake().draft().caseId, second);
    QCOMPARE(intake().draft().applicant.name, u"李"_s);
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

QTEST_MAIN(WindowTest)
#include "windowtest.moc"
