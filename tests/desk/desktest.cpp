// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// The desk on the real store and back office: what a clerk typed survives, and every act does what its key says.

#include "app/desk/casesmodel.h"
#include "app/desk/checklistmodel.h"
#include "app/desk/itemmodel.h"
#include "app/desk/paperdesk.h"
#include "app/desk/queuedesk.h"
#include "app/desk/startup.h"
#include "app/training/paperpainter.h"
#include "app/training/people.h"
#include "app/training/traininghall.h"
#include "tests/support/wire.h"

#include <QAbstractItemModelTester>
#include <QCryptographicHash>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// One window's services and desks without devices.
struct Window
{
    explicit Window(const QTemporaryDir& folder, const QUrl& server)
        : store(*store::Store::open(folder.filePath(u"window"_s), key())), clock(std::make_shared<syncing::ServerClock>()),
          api(server, clock), signIn(api, store, clock), reference(api, store, training::calendarPublicKey()), numbers(api, store),
          courier(api, store), events(api), queueClient(api, store),
          services{store,
                   clock,
                   api,
                   signIn,
                   reference,
                   numbers,
                   courier,
                   events,
                   queueClient,
                   std::make_shared<const documents::PaperRenderer>(u":/papers"_s),
                   std::make_shared<print::FolderOutput>(folder.filePath(u"papers"_s))},
          day(services), queue(services, day), intake(services, day), papers(services, day, intake.shelf())
    {
        day.loadReference();
    }

    ~Window() // those who wait for answers are here until the last one
    {
        api.stop();
        store->drain();
    }

    static store::SecretKey key() { return store::SecretKey(QByteArray(32, 'k')); }

    std::shared_ptr<store::Store> store;
    std::shared_ptr<syncing::ServerClock> clock;
    syncing::ApiClient api;
    syncing::SignIn signIn;
    syncing::Reference reference;
    syncing::NumberLease numbers;
    syncing::Courier courier;
    syncing::EventStream events;
    syncing::QueueClient queueClient;
    desk::Services services;
    desk::WorkDay day;
    desk::QueueDesk queue;
    desk::IntakeDesk intake;
    desk::PaperDesk papers;
};

class DeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void fullDiskKeepsWhatWasTyped();
    void pageWhoseRowDidNotFitGoesWithTheCase();
    void draftComesBackAfterAnEnd();
    void anotherItemTakesNoPagesAlong();
    void whatIsHeldIsNeverTakenForAScan();
    void undoBringsBackWhatACardReplaced();
    void impossibleNumberIsNamed();
    void acceptOnlyWhatTheRulesAllow();
    void restartedWindowPicksUpItsTicket();
    void anOlderBoardSaysNothingOfWhatWasAnswered();
    void aReturnWhoseAnswerWasLostIsNotTheNextOne();
    void aWindowThatIsOpenIsLeasedTickets();
    void whatAPausedWindowKeepsIsGivenBack();
    void aPressThatWasRefusedIsNoneToTakeBack();
    void nobodyIsAtALockedWindow();
    void aPreviewIsOfTheEndingThatIsMeant();

private:
    void startWindow();
    void callNext() const;
    void fillIn();
    void present(const QStringList& codes);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<training::HallServer> m_server;
    std::unique_ptr<Wire> m_wire;
    std::unique_ptr<Window> m_window;
};

void DeskTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = training::embeddedServer(m_folder->filePath(u"hall"_s), 0);
    QVERIFY(m_server->start());
    m_wire = std::make_unique<Wire>(m_server->url());
    startWindow();
}

void DeskTest::startWindow()
{
    m_window.reset();
    m_window = std::make_unique<Window>(*m_folder, m_wire->url());
    m_window->day.signIn(u"001"_s, u"training"_s, u"03"_s);
    QTRY_VERIFY_WITH_TIMEOUT(
        m_window->day.isSignedIn() && m_window->day.catalogue() && m_window->day.calendar().covers(m_window->day.today().year()), 20'000);
}

void DeskTest::cleanup()
{
    m_window.reset();
    m_wire.reset();
    m_server.reset();
    m_folder.reset();
}

void DeskTest::fillIn()
{
    desk::IntakeDesk& intake = m_window->intake;
    intake.chooseItem(m_window->day.index()->find(u"高龄老人生活补贴"_s, 1).constFirst()->code);
    intake.chooseScenario(u"first"_s);
    const training::Person person = training::people().constFirst();
    intake.setParty(
        desk::PartyRole::Applicant,
        {core::ApplicantKind::Person, person.card.name, {core::CertificateType::CitizenId, person.card.number}, person.phone, {}, {}});
}

void DeskTest::present(const QStringList& codes)
{
    for (const QString& code : codes)
        m_window->intake.togglePresent(code);
}

void DeskTest::fullDiskKeepsWhatWasTyped()
{
    fillIn();
    QTRY_COMPARE(desk::recover(m_window->services).result()->drafts.size(), 1);
    const auto limit = [&](const QString& pages) {
        return m_window->store
            ->write([=](store::Session& s) { return s.run(u"PRAGMA max_page_count="_s + pages).map([](const QSqlQuery&) {}); })
            .result();
    };
    QVERIFY(limit(u"1"_s)); // SQLite takes the present size: no page more
    QSignalSpy advice(&m_window->intake, &desk::IntakeDesk::adviceGiven);
    core::Party party = m_window->intake.draft().applicant;
    party.address = QString(300'000, u'路');
    m_window->intake.setParty(desk::PartyRole::Applicant, party);
    QTRY_VERIFY(!advice.isEmpty());
    QCOMPARE(advice[0][0].value<desk::Advice>().code, u"store.full"_s);
    QVERIFY(!advice[0][0].value<desk::Advice>().next.isEmpty());         // what to do about it
    QCOMPARE(m_window->intake.draft().applicant.address, party.address); // still on screen
    QVERIFY(limit(u"1000000"_s));
    party.address = u"样例路"_s;
    m_window->intake.setParty(desk::PartyRole::Applicant, party); // space again: saved with the next key
    QTRY_COMPARE(desk::recover(m_window->services).result()->drafts.constFirst().applicant.address, u"样例路"_s);
}

void DeskTest::pageWhoseRowDidNotFitGoesWithTheCase()
{
    fillIn();
    QTRY_COMPARE(desk::recover(m_window->services).result()->drafts.size(), 1);
    present({u"id"_s, u"bank"_s});
    const auto limit = [&](const QString& pages) {
        return m_window->store
            ->write([=](store::Session& s) { return s.run(u"PRAGMA max_page_count="_s + pages).map([](const QSqlQuery&) {}); })
            .result();
    };
    const QByteArray bytes = training::paintPaper(u"申请表"_s, u"王样例"_s, 1);
    const core::PageRef ref{QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()), bytes.size(),
                            u"image/jpeg"_s};
    const store::Page page{m_window->intake.draft().caseId, u"app"_s, ref, bytes};
    const auto file = store::PageFiles(m_window->store->pageFolder(), m_window->store->sealer()).write(page);
    QVERIFY(file && limit(u"1"_s));
    core::Party party = m_window->intake.draft().applicant;
    party.address = QString(300'000, u'路'); // no room for draft and row
    m_window->intake.setParty(desk::PartyRole::Applicant, party);
    QVERIFY(m_window->intake.attachPage(page, *file, {}));
    QTRY_VERIFY(!m_window->intake.isSafe());
    QVERIFY(limit(u"1000000"_s));
    party.address = u"样例路"_s;
    m_window->intake.setParty(desk::PartyRole::Applicant, party);
    QTRY_VERIFY(m_window->intake.isSafe());
    m_window->intake.accept();
    QTRY_VERIFY(m_window->intake.record().has_value());
    m_window->services.courier.wake();
    QSignalSpy sent(&m_window->services.courier, &syncing::Courier::sent); // pages go first: without the row it never would
    QTRY_VERIFY_WITH_TIMEOUT(!sent.isEmpty(), 20'000);
}

void DeskTest::draftComesBackAfterAnEnd()
{
    fillIn();
    m_window->intake.setStep(core::IntakeStep::Materials);
    present({u"app"_s});
    const core::IntakeDraft before = m_window->intake.draft();
    QTRY_COMPARE(desk::recover(m_window->services).result()->drafts.value(0).materials.size(), 1);
    startWindow();
    const auto found = desk::recover(m_window->services).result();
    QCOMPARE(found->drafts.size(), 1);
    m_window->intake.restore(found->drafts.constFirst());
    QCOMPARE(m_window->intake.draft().applicant, before.applicant);
    QCOMPARE(m_window->intake.draft().step, core::IntakeStep::Materials);
    QCOMPARE(m_window->intake.draft().caseId, before.caseId);
}

void DeskTest::anotherItemTakesNoPagesAlong()
{
    desk::ChecklistModel checklist(m_window->intake);
    const QAbstractItemModelTester tester(&checklist, QAbstractItemModelTester::FailureReportingMode::QtTest);
    fillIn();
    present({u"app"_s, u"id"_s});
    QCOMPARE(checklist.presentCount(), 2);
    m_window->intake.chooseItem(m_window->day.index()->find(u"生育登记"_s, 1).constFirst()->code); // has "app" and "id" too
    m_window->intake.chooseScenario(u"first"_s);
    QCOMPARE(checklist.presentCount(), 0);
    m_window->intake.undo();
    m_window->intake.undo();
    QCOMPARE(checklist.presentCount(), 2);
}

void DeskTest::whatIsHeldIsNeverTakenForAScan()
{
    fillIn();
    desk::IntakeDesk& intake = m_window->intake;
    core::IntakeDraft draft = intake.draft();
    const core::DraftMaterial held{core::MaterialStatus::Reused, {{QString(64, u'a'), 5, u"image/jpeg"_s}}, {}, u"N1"_s};
    draft.materials[u"bank"_s] = held;
    intake.restore(draft);
    intake.chooseScenario(u"renew"_s); // does not ask for it
    QVERIFY(intake.unsorted().isEmpty());
    const auto received = intake.mayEnd(core::CaseAct::Receive);
    QVERIFY(!received);
    QCOMPARE(received.error().code, u"ending.no-papers"_s);
    intake.chooseScenario(u"first"_s);
    QCOMPARE(intake.draft().materials.value(u"bank"_s), held);
    intake.chooseItem(m_window->day.index()->find(u"生育登记"_s, 1).constFirst()->code);
    QVERIFY(intake.unsorted().isEmpty());
    QVERIFY(!intake.draft().materials.contains(u"bank"_s));
}

void DeskTest::undoBringsBackWhatACardReplaced()
{
    fillIn();
    const core::Party typed = m_window->intake.draft().applicant;
    m_window->intake.applyCard({u"李示范"_s, {core::CertificateType::CitizenId, u"11010519491231002X"_s}, u"路"_s, {}, false},
                               desk::PartyRole::Applicant);
    QCOMPARE(m_window->intake.draft().applicant.name, u"李示范"_s);
    QVERIFY(m_window->intake.draft().applicant.phone.isEmpty()); // it was another person's
    m_window->intake.undo();
    QCOMPARE(m_window->intake.draft().applicant, typed);
}

void DeskTest::impossibleNumberIsNamed()
{
    fillIn();
    core::Party party = m_window->intake.draft().applicant;
    party.certificate.number = u"440524188001010015"_s;
    m_window->intake.setParty(desk::PartyRole::Applicant, party);
    const auto faults = m_window->intake.faults();
    QCOMPARE(faults.size(), 1);
    QCOMPARE(faults[0].field, u"number"_s);
    QCOMPARE(faults[0].advice.code, u"citizen-id.check-digit"_s);
    QCOMPARE(m_window->intake.draft().applicant.certificate.number, u"440524188001010015"_s); // what was typed stays
}

void DeskTest::acceptOnlyWhatTheRulesAllow()
{
    desk::CasesModel cases(m_window->services, m_window->day);
    const QAbstractItemModelTester tester(&cases, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy advice(&m_window->intake, &desk::IntakeDesk::adviceGiven);
    QSignalSpy accepted(&m_window->intake, &desk::IntakeDesk::accepted);
    fillIn();
    m_window->intake.accept(); // nothing is here yet
    QCOMPARE(advice.size(), 1);
    present({u"app"_s, u"id"_s});
    m_window->intake.accept(); // deferrable, but nobody has agreed to the commitment
    QCOMPARE(advice.size(), 2);
    m_window->intake.setCommitmentAgreed(true);
    m_window->intake.accept();
    m_window->intake.accept(); // a second press changes nothing
    QTRY_COMPARE(accepted.size(), 1);
    QCOMPARE(m_window->intake.record()->state, core::CaseState::AcceptedDeferred);
    QCOMPARE(m_window->intake.record()->deferred.size(), 1);
    m_window->intake.setCommitmentAgreed(false);
    QVERIFY(m_window->intake.draft().commitmentAgreed); // an accepted case is not edited
    cases.refresh();
    QTRY_COMPARE(cases.rowCount(), 1);
    QTRY_VERIFY(desk::recover(m_window->services).result()->drafts.isEmpty());
}

void DeskTest::restartedWindowPicksUpItsTicket()
{
    QSignalSpy called(&m_window->queue, &desk::QueueDesk::called);
    QTRY_VERIFY(m_window->queue.board().waiting() > 0);
    m_window->queue.finishAndCallNext();
    QTRY_COMPARE(called.size(), 1);
    const QString number = m_window->queue.ticket()->number;
    const auto keptOfAnother = [](store::Session& s) { // somebody sat at window 5 of this machine once, and it could not be sent
        return store::enqueue(s, {0, store::queueLane(u"05"_s), store::OutboxKind::TicketAct, u"tickets/t/acts/a"_s, {}}, 0)
            .and_then([&] { return store::outboxEntries(s); })
            .and_then([&](const QList<store::OutboxEntry>& entries) {
                const core::Error answer{core::ErrorKind::Forbidden, u"server.forbidden"_s, {}};
                return store::markFailed(s, entries.constLast().id, store::OutboxState::Attention, answer, 0);
            });
    };
    QVERIFY(m_window->store->write(keptOfAnother).result());
    startWindow(); // the program ended with the applicant at the counter
    QTRY_VERIFY_WITH_TIMEOUT(m_window->queue.ticket().has_value(), 20'000);
    QCOMPARE(m_window->queue.ticket()->number, number);
    m_window->queue.finish();
    QTRY_VERIFY(!m_window->queue.ticket());
}

void DeskTest::callNext() const
{
    QTRY_VERIFY(m_window->queue.board().waiting() > 0 && !m_window->queue.isBusy());
    m_window->queue.finishAndCallNext();
    QTRY_VERIFY(m_window->queue.ticket() && !m_window->queue.isBusy());
}

/// The board was asked for between the press and its answer, and comes last.
void DeskTest::anOlderBoardSaysNothingOfWhatWasAnswered()
{
    callNext();
    desk::QueueDesk& queue = m_window->queue;
    QSignalSpy pickedUp(&queue, &desk::QueueDesk::pickedUp);
    m_wire->requests.part = "/acts/";
    queue.finish();
    QTRY_VERIFY(!m_wire->requests.waiting.isEmpty());
    m_wire->answers.part = "/board";
    Q_EMIT m_window->events.received(u"window"_s, {});
    QTRY_VERIFY(!m_wire->answers.waiting.isEmpty());
    m_wire->requests.release();
    QTRY_VERIFY(!queue.ticket() && !queue.isBusy());
    QSignalSpy changed(&queue, &desk::QueueDesk::changed);
    m_wire->answers.release();
    QTRY_VERIFY(!changed.isEmpty());
    QVERIFY(m_window->store->read([](store::Session& s) { return store::outboxCount(s); }).result()); // it looks there as well
    QCoreApplication::processEvents();
    QVERIFY(pickedUp.isEmpty());
    callNext();
}

/// The board told what became of it; who is called again goes back by an act of its own.
void DeskTest::aReturnWhoseAnswerWasLostIsNotTheNextOne()
{
    callNext();
    desk::QueueDesk& queue = m_window->queue;
    const QString number = queue.ticket()->number;
    m_wire->breaks = "/acts/";
    queue.returnToQueue(u"取材料"_s);
    QTRY_VERIFY(!queue.ticket() && !queue.isBusy());
    callNext();
    QCOMPARE(queue.ticket()->number, number);
    queue.returnToQueue(u"取材料"_s);
    QTRY_VERIFY(!queue.ticket() && !queue.isBusy());
    const auto board = m_window->queueClient.board(u"9901"_s);
    QTRY_VERIFY(board.isFinished());
    QVERIFY(board.result() && !board.result()->own);
}

/// Nobody heard that it is open; the board says so.
void DeskTest::aWindowThatIsOpenIsLeasedTickets()
{
    m_wire->breaks = "/windows/03/state";
    startWindow();
    QTRY_VERIFY(m_window->queue.leased() > 0);
    QVERIFY(m_wire->breaks.isEmpty());
}

/// It said so when the pause began, and that did not arrive.
void DeskTest::whatAPausedWindowKeepsIsGivenBack()
{
    QTRY_VERIFY(m_window->queue.leased() > 0);
    m_wire->requests.part = "/leases/";
    m_window->queue.pause(u"meal"_s);
    QTRY_VERIFY(m_window->queue.isPaused() && !m_wire->requests.waiting.isEmpty());
    m_wire->requests = {};
    const qsizetype before = m_wire->asked("/leases/");
    Q_EMIT m_window->events.received(u"lease-wanted"_s, {{u"window"_s, u"03"_s}, {u"ticket"_s, u"any"_s}});
    QTRY_VERIFY(m_wire->asked("/leases/") > before);
}

void DeskTest::aPressThatWasRefusedIsNoneToTakeBack()
{
    callNext();
    const QString first = m_window->queue.ticket()->number;
    callNext();
    QSignalSpy advice(&m_window->queue, &desk::QueueDesk::adviceGiven);
    m_window->queue.noShow(); // too early
    QTRY_COMPARE(advice.size(), 1);
    QVERIFY(m_window->queue.mayUndo());
    m_window->queue.undo(); // the call, and the finish before it: they were one press
    QTRY_VERIFY(m_window->queue.ticket() && m_window->queue.ticket()->number == first && !m_window->queue.isBusy());
    QVERIFY(!m_window->queue.mayUndo());
}

void DeskTest::nobodyIsAtALockedWindow()
{
    QSignalSpy advice(&m_window->day, &desk::WorkDay::adviceGiven);
    m_window->day.lock();
    Q_EMIT m_window->api.sessionExpired();
    QVERIFY(advice.isEmpty());                     // somebody else would read it
    QVERIFY(m_window->day.signOut().isFinished()); // there is nobody to sign out
}

void DeskTest::aPreviewIsOfTheEndingThatIsMeant()
{
    fillIn();
    desk::IntakeDesk& intake = m_window->intake;
    const auto likely = intake.provisionalRecord();
    QVERIFY(likely && likely->state == core::CaseState::ToCorrect);
    QVERIFY(likely->waitsUntil.has_value()); // as the notice will say
    intake.setRefusal({u"申请事项依法不需要取得行政许可"_s, u"《中华人民共和国行政许可法》第三十二条第一款第（一）项"_s});
    const auto refused = intake.provisionalRecord(core::CaseAct::Refuse);
    QVERIFY(refused && refused->state == core::CaseState::Refused);
    QCOMPARE(refused->papers.constFirst().kind, core::PaperKind::RefusalNotice);
    QCOMPARE(refused->refusal->basis, intake.draft().refusal.basis);
    const auto deferred = intake.provisionalRecord(core::CaseAct::ReceiveDeferred);
    QVERIFY(deferred && deferred->state == core::CaseState::ReceivedDeferred);
    QCOMPARE(deferred->papers.constFirst().kind, core::PaperKind::DeferredReceiptSlip);
    QVERIFY(!intake.record() && !intake.isBusy());
}

QTEST_MAIN(DeskTest)
#include "desktest.moc"
