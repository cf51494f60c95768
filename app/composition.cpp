// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/composition.h"

#include "app/applicantside.h"
#include "app/desk/boarddesk.h"
#include "app/desk/cameradesk.h"
#include "app/desk/capturedesk.h"
#include "app/desk/conflictdesk.h"
#include "app/desk/correctiondesk.h"
#include "app/desk/evaluationdesk.h"
#include "app/desk/guidedesk.h"
#include "app/desk/handoverdesk.h"
#include "app/desk/holderdesk.h"
#include "app/desk/messagedesk.h"
#include "app/desk/pagedesk.h"
#include "app/desk/paperdesk.h"
#include "app/desk/pausedesk.h"
#include "app/desk/readerdesk.h"
#include "app/desk/readinessdesk.h"
#include "app/desk/reminderdesk.h"
#include "app/desk/shiftdesk.h"
#include "app/desk/signaturedesk.h"
#include "app/desk/stackdesk.h"
#include "app/desk/startup.h"
#include "app/desk/statisticsdesk.h"
#include "app/desk/statusdesk.h"
#include "app/desk/ticketdesk.h"
#include "app/store/cache.h"
#include "widgets/shell/signinpage.h"

#include <QDeadlineTimer>
#include <QThreadPool>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace {

const QString ClockOffset = u"clock-offset"_s;
constexpr auto ScannerFarewell = std::chrono::milliseconds(500);
constexpr auto PoolDeadline = std::chrono::milliseconds(30'000);
constexpr auto DeviceDeadline = std::chrono::seconds(5);
const QString KnownScannersName = u"scanners"_s;

/// An object that lives on a thread of its own and ends with it.
template<class T> T* livingOn(QThread& thread, T* object)
{
    object->moveToThread(&thread);
    QObject::connect(&thread, &QThread::finished, object, &QObject::deleteLater);
    return object;
}

} // namespace

/// The desks, built in the order they need each other.
struct DeskSet
{
    struct Sources
    {
        devices::IdCardReader& cardReader;
        devices::ScanSource& scanner;
        devices::FrameSource& frames;
        syncing::UpdateFeed* feed;
        desk::UpdateDesk::Plan updates;
        QString exports;
    };

    DeskSet(desk::Services& services, const Sources& from)
        : day(services), queue(services, day), intake(services, day), capture(services, intake, from.scanner), reader(day, from.cardReader),
          papers(services, day, intake.shelf()), stack(services, intake, capture), imports(services, intake),
          pages(services, intake, capture), camera(services, intake, from.frames), signature(services, day, intake),
          status(services, {reader, capture, papers}), cases(services, day), records(services, day), conflict(services, day),
          correction(services, day), evaluation(services, day, queue, intake), shift(services, day), board(services, day),
          statistics(services, day, from.exports), messages(services, day), grants(services, day, intake), reminders(services, day),
          handover(services, day), holder(services, day, intake), guide(services, day, intake),
          readiness(services, day, {reader, capture, papers, status}), update(services, day, from.feed, from.updates),
          tickets(services, day), pauses(services, day, queue)
    {
    }

    desk::WorkDay day;
    desk::QueueDesk queue;
    desk::IntakeDesk intake;
    desk::CaptureDesk capture;
    desk::ReaderDesk reader;
    desk::PaperDesk papers;
    desk::StackDesk stack;
    desk::ImportDesk imports;
    desk::PageDesk pages;
    desk::CameraDesk camera;
    desk::SignatureDesk signature;
    desk::StatusDesk status;
    desk::CasesModel cases;
    desk::CaseDesk records;
    desk::ConflictDesk conflict;
    desk::CorrectionDesk correction;
    desk::EvaluationDesk evaluation;
    desk::ShiftDesk shift;
    desk::BoardDesk board;
    desk::StatisticsDesk statistics;
    desk::MessageDesk messages;
    desk::GrantDesk grants;
    desk::ReminderDesk reminders;
    desk::HandoverDesk handover;
    desk::HolderDesk holder;
    desk::GuideDesk guide;
    desk::ReadinessDesk readiness;
    desk::UpdateDesk update;
    desk::TicketDesk tickets;
    desk::PauseDesk pauses;
};

class Client::Parts
{
public:
    Parts(const ClientOptions& options, std::shared_ptr<store::Store> keptStore)
        : store(std::move(keptStore)), clock(std::make_shared<syncing::ServerClock>()),
          api(livingOn(network, new syncing::ApiClient(options.backOffice, clock))),
          reference(livingOn(network, new syncing::Reference(*api, store, options.calendarKey))),
          courier(livingOn(network, new syncing::Courier(*api, store))), events(livingOn(network, new syncing::EventStream(*api))),
          signIn(*api, store, clock, options.hall), numbers(*api, store), queueClient(*api, store),
          services{store,         clock,    *api,    signIn,      *reference,
                   numbers,       *courier, *events, queueClient, std::make_shared<const documents::PaperRenderer>(options.templates),
                   options.output},
          reader(
              livingOn(readerThread, new devices::IdCardReader(options.reader(), devices::VendorPhotoDecoder::load(options.photoLibrary)))),
          scanner(livingOn(scannerThread, options.scanner(options.knownScanners).release())),
          camera(livingOn(cameraThread, options.camera().release())),
          updates(options.updates.policy == core::UpdatePolicy::Off
                      ? nullptr
                      : livingOn(network, new syncing::UpdateFeed(*api, options.updates.feed))),
          desks(services,
                {*reader, *scanner, *camera, updates, {options.updates.policy, options.updates.refused, options.language}, options.exports})
    {
        clock->tellOffset([store = store](qint64 ms) {
            store->write([ms](store::Session& session) { return store::setSetting(session, ClockOffset, QString::number(ms)); });
        });
        network.setObjectName(u"network"_s);
        readerThread.setObjectName(u"reader"_s);
        scannerThread.setObjectName(u"scanner"_s);
        cameraThread.setObjectName(u"camera"_s);
        for (QThread* thread : {&network, &readerThread, &scannerThread, &cameraThread})
            thread->start();
        auto offset = store->read([](store::Session& session) { return store::setting(session, ClockOffset, u"0"_s); });
        offset.then(&desks.day, [this](const core::Result<QString>& kept) {
            clock->assumeOffset(kept ? kept->toLongLong() : 0);
            desks.day.loadReference();
        });
        rememberScanner();
        desks.imports.watch(options.watchFolder);
        around = {options.aloud, options.expectsDisplay, options.expectsCamera, options.templates != u":/papers"};
        api->setLanguage(options.language == u"en" ? u"en"_s : u"zh-CN"_s);
    }

    ~Parts() { endThreads(); }

    /// After the first window is there: nobody waits for these.
    void startAround()
    {
        if (around.camera) {
            desks.readiness.expect(core::ReadinessSubject::Camera);
            QObject::connect(&desks.camera, &desk::CameraDesk::availabilityChanged, &desks.readiness,
                             [this](bool available) { desks.readiness.tell(core::ReadinessSubject::Camera, available); });
            desks.camera.probe();
        }
        if (around.ownTemplates) {
            desks.readiness.expect(core::ReadinessSubject::Papers);
            desks.papers.checkTemplates();
        }
        desks.update.start();
        desks.readiness.expect(core::ReadinessSubject::Titles);
        desks.readiness.tell(core::ReadinessSubject::Titles, desks.stack.readsTitles());
        applicantSide = std::make_unique<ApplicantSide>(
            ApplicantSide::Desks{desks.day, desks.queue, desks.signature, desks.evaluation, desks.readiness}, around.aloud, around.display);
    }

    /// A scanner that is used is remembered with the certificate it showed.
    void rememberScanner()
    {
        auto* automatic = qobject_cast<devices::AutomaticSource*>(scanner);
        if (!automatic)
            return;
        QObject::connect(automatic, &devices::AutomaticSource::used, [store = store](const devices::ScannerAddress& address) {
            store->write([address](store::Session& session) {
                return store::setting(session, KnownScannersName, {}).and_then([&](const QString& text) {
                    return store::setSetting(session, KnownScannersName, scannersText(remembering(scannersFrom(text), address)));
                });
            });
        });
    }

    /// No device is left in the middle of something, and none keeps the program alive.
    void endThreads()
    {
        QMetaObject::invokeMethod(reader, &devices::IdCardReader::stop);
        if (desks.capture.isScanning()) { // a moment for the scanner to be told
            QMetaObject::invokeMethod(scanner, [this] {
                scanner->cancel();
                QTimer::singleShot(ScannerFarewell, &scannerThread, &QThread::quit);
            });
            scannerThread.wait(QDeadlineTimer(2 * ScannerFarewell));
        }
        QMetaObject::invokeMethod(camera, &devices::FrameSource::stop);
        for (QThread* thread : {&network, &readerThread, &scannerThread, &cameraThread})
            thread->quit();
        network.wait();
        for (QThread* thread : {&readerThread, &scannerThread, &cameraThread}) {
            if (!thread->wait(QDeadlineTimer(DeviceDeadline))) {
                thread->terminate(); // a maker's library that hangs
                thread->wait();
            }
        }
    }

    std::shared_ptr<store::Store> store;
    std::shared_ptr<syncing::ServerClock> clock;
    QThread network;
    QThread readerThread;
    QThread scannerThread;
    QThread cameraThread;
    syncing::ApiClient* api;
    syncing::Reference* reference;
    syncing::Courier* courier;
    syncing::EventStream* events;
    syncing::SignIn signIn;
    syncing::NumberLease numbers;
    syncing::QueueClient queueClient;
    desk::Services services;
    devices::IdCardReader* reader;
    devices::ScanSource* scanner;
    devices::FrameSource* camera;
    syncing::UpdateFeed* updates; ///< null: not wanted here
    DeskSet desks;
    /// What not every window has.
    struct Around
    {
        bool aloud = false;
        bool display = false;
        bool camera = false;
        bool ownTemplates = false; ///< the hall has papers of its own
    } around;
    std::unique_ptr<ApplicantSide> applicantSide;
    bool recovered = false;
};

Client::Client(const ClientOptions& options, std::shared_ptr<store::Store> store, widgets::Theme& theme)
    : m_parts(std::make_unique<Parts>(options, std::move(store))),
      m_window(std::make_unique<widgets::MainWindow>(desks(), theme, options.language))
{
    m_window->signInPage().setWindowCode(options.windowCode);
    QObject::connect(m_window.get(), &widgets::MainWindow::sendRequested, m_window.get(), [this] {
        m_parts->courier->sendNow().then(m_window.get(), [this](const core::Result<int>& due) {
            if (due)
                m_window->tellSending(*due);
            else
                m_window->warn(desk::adviceFor(due.error()));
        });
    });
    QObject::connect(m_window.get(), &widgets::MainWindow::themeChosen, &theme, &widgets::Theme::choose);
    keepSettings();
}

Client::~Client()
{
    m_window.reset(); // looks at the desks until its end
    m_parts->applicantSide.reset();
    m_parts->store->drain();
    QThreadPool::globalInstance()->waitForDone(int(PoolDeadline.count())); // papers on their way to a printer answer to the desks
}

widgets::MainWindow::Desks Client::desks()
{
    DeskSet& set = m_parts->desks;
    return {set.day,        set.queue,  set.intake,    set.capture,    set.reader,   set.papers,  set.stack,     set.imports,
            set.pages,      set.camera, set.signature, set.status,     set.cases,    set.records, set.conflict,  set.correction,
            set.evaluation, set.shift,  set.board,     set.statistics, set.messages, set.grants,  set.reminders, set.handover,
            set.holder,     set.guide,  set.readiness, set.update,     set.tickets,  set.pauses};
}

void Client::keepSettings()
{
    const auto keep = [store = m_parts->store](const QString& name, const QString& value) {
        store->write([=](store::Session& session) { return store::setSetting(session, name, value); });
    };
    QObject::connect(m_window.get(), &widgets::MainWindow::languageChosen, m_window.get(),
                     [keep](const QString& language) { keep(u"language"_s, language); });
    QObject::connect(m_window.get(), &widgets::MainWindow::themeChosen, m_window.get(),
                     [keep](widgets::ThemeChoice choice) { keep(u"theme"_s, QString::number(int(choice))); });
}

void Client::startDevices()
{
    QMetaObject::invokeMethod(m_parts->reader, &devices::IdCardReader::start);
    m_parts->startAround();
}

void Client::start()
{
    m_window->show();
    startDevices();
    m_parts->applicantSide->show();
    QObject::connect(&m_parts->desks.day, &desk::WorkDay::signedIn, m_window.get(), [this] {
        if (std::exchange(m_parts->recovered, true))
            return; // only what an earlier run left needs it
        desk::recover(m_parts->services).then(m_window.get(), [this](const core::Result<desk::Unfinished>& found) {
            if (!found)
                return m_window->warn(desk::adviceFor(found.error()));
            resumeWithCatalogue(*found);
        });
    });
}

/// A draft comes back to its step only where its checklist can be shown.
void Client::resumeWithCatalogue(const desk::Unfinished& found)
{
    desk::WorkDay& day = m_parts->desks.day;
    if (day.catalogue())
        return m_window->resume(found);
    auto once = std::make_shared<QMetaObject::Connection>();
    *once = QObject::connect(&day, &desk::WorkDay::referenceChanged, m_window.get(), [this, &day, found, once] {
        if (!day.catalogue())
            return;
        QObject::disconnect(*once);
        m_window->resume(found);
    });
}
