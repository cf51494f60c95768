// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// stall: how long the UI thread keeps a key waiting while 50 pages are scanned into the visible intake page, thumbnails are
// painted, the pages of the case before are sent, and the clerk types. Against one frame of a 60 Hz screen.

#include "app/composition.h"
#include "app/desk/capturedesk.h"
#include "app/training/hands.h"
#include "app/training/paperpainter.h"
#include "app/training/people.h"
#include "app/training/traininghall.h"
#include "devices/simulated/esclsimulator.h"
#include "tests/bench/figures.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;

namespace {

constexpr int Pages = 50;
constexpr double FrameMs = 1000.0 / 60;
constexpr int PaceMs = 120;
constexpr int KeyMs = 35;

/// Runs the event loop until something is so; gives up after a while.
template<class Condition> bool until(Condition condition, int deadlineMs = 60'000)
{
    QTimer tick;
    tick.start(5);
    const QDeadlineTimer deadline(deadlineMs);
    while (!condition() && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return condition();
}

/// Knocks at the UI thread every millisecond and notes how long it takes to answer.
class Knocker
{
public:
    Knocker() : m_thread([this] { knock(); }) {}
    ~Knocker() { stop(); }

    QList<double> stop()
    {
        m_stop = true;
        if (m_thread.joinable())
            m_thread.join();
        return m_waits;
    }

private:
    void knock()
    {
        while (!m_stop) {
            std::atomic_bool answered = false;
            QElapsedTimer timer;
            timer.start();
            QMetaObject::invokeMethod(
                qApp,
                [&answered] {
                    answered = true;
                    answered.notify_one();
                },
                Qt::QueuedConnection);
            answered.wait(false);
            m_waits.append(double(timer.nsecsElapsed()) / 1e6);
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    }

    std::atomic_bool m_stop = false;
    QList<double> m_waits;
    std::thread m_thread;
};

QList<QByteArray> papers(int from)
{
    QList<QByteArray> pages;
    for (int i = 0; i < Pages; ++i)
        pages.append(training::paintPaper(u"性能测试用纸"_s, u"样例"_s, from + i));
    return pages;
}

/// The client in its window with a scanner beside it.
class Stage
{
public:
    Stage() : m_server(training::embeddedServer(m_folder.filePath(u"hall"_s), 0)), m_theme(*qApp)
    {
        if (!m_server->start())
            qFatal("no back office");
        ClientOptions options;
        options.backOffice = m_server->url();
        options.calendarKey = training::calendarPublicKey();
        options.windowCode = u"03"_s;
        options.scanner = *scannerFrom(u"http://127.0.0.1:%1"_s.arg(scanner.start()), {});
        options.output = std::make_shared<print::FolderOutput>(m_folder.filePath(u"papers"_s));
        scanner.setPace(PaceMs);
        scanner.moveToThread(&m_devices);
        m_devices.start();
        client =
            std::make_unique<Client>(options, *store::Store::open(m_folder.filePath(u"window"_s), store::SecretKey::random()), m_theme);
        client->start();
        client->window().activateWindow();
        until([this] { return client->window().isActiveWindow(); }, 5000);
        hands = std::make_unique<training::Hands>(client->window());
        until([this] { return hands->focus() == u"QLineEdit"; });
        hands->type(u"001"_s);
        hands->press(Qt::Key_Return);
        hands->type(u"training"_s);
        hands->press(Qt::Key_F12);
        until([this] {
            const desk::WorkDay& day = client->desks().day;
            return day.isSignedIn() && day.catalogue() && day.calendar().covers(day.today().year());
        });
    }

    ~Stage()
    {
        hands.reset();
        client.reset();
        QMetaObject::invokeMethod(&scanner, [this] { scanner.moveToThread(qApp->thread()); }, Qt::BlockingQueuedConnection);
        m_devices.quit();
        m_devices.wait();
    }

    /// Chooses an item and puts the focus on its materials.
    void begin() const
    {
        client->desks().intake.beginVisit(std::nullopt);
        QCoreApplication::processEvents();
        hands->press(Qt::Key_K, Qt::ControlModifier);
        hands->type(u"ydjy"_s);
        hands->press(Qt::Key_Return);
        if (client->desks().intake.draft().scenarioCode.isEmpty())
            hands->press(Qt::Key_1);
    }

    bool scan(int from)
    {
        scanner.loadPaper(papers(from));
        hands->press(Qt::Key_F9);
        return until([this] { return client->desks().capture.isScanning(); }, 5000);
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<training::HallServer> m_server;
    widgets::Theme m_theme;
    QThread m_devices;

public:
    devices::EsclSimulator scanner;
    std::unique_ptr<Client> client;
    std::unique_ptr<training::Hands> hands;
};

} // namespace

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    QApplication::setStyle(u"Fusion"_s);
    Stage stage;
    desk::CaptureDesk& capture = stage.client->desks().capture;
    desk::IntakeDesk& intake = stage.client->desks().intake;
    until([&] { return capture.isAvailable(); });

    stage.scanner.setPace(0); // a case whose pages are sent meanwhile
    stage.begin();
    const training::Person person = training::people().constFirst();
    intake.setParty(
        desk::PartyRole::Applicant,
        {core::ApplicantKind::Person, person.card.name, {core::CertificateType::CitizenId, person.card.number}, person.phone, {}, {}});
    stage.scan(1000);
    until([&] { return !capture.isScanning(); });
    const auto materials = intake.materials();
    for (const auto& requirement : materials)
        intake.togglePresent(requirement.code);
    intake.accept();
    until([&] { return intake.record().has_value(); });

    stage.scanner.setPace(PaceMs);
    stage.begin();
    if (!stage.scan(1)) {
        qCritical("no scan: record %d, busy %d, item %s, focus %s, message %s", intake.record().has_value(), intake.isBusy(),
                  qPrintable(intake.draft().itemCode), qPrintable(stage.hands->focus()), qPrintable(stage.client->window().message()));
        return 1;
    }
    QTimer keys;
    int typed = 0;
    QObject::connect(&keys, &QTimer::timeout, [&] { stage.hands->type(QString(QChar(u'a' + typed++ % 26))); });
    keys.start(KeyMs);
    Knocker knocker;
    until([&] { return !capture.isScanning(); });
    const QList<double> waits = knocker.stop();
    keys.stop();
    qsizetype pages = 0;
    for (const auto& material : intake.draft().materials)
        pages += material.pages.size();
    if (pages != Pages)
        qCritical("%lld pages came", static_cast<long long>(pages));
    bench::print(u"stall-p999"_s, bench::percentile(waits, 0.999), u"ms"_s, FrameMs);
    bench::print(u"stall-max"_s, bench::percentile(waits, 1.0), u"ms"_s, FrameMs);
    return pages == Pages ? 0 : 1;
}
