// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/trainingrun.h"

#include "devices/simulated/simulatedtransport.h"
#include "widgets/shell/signinpage.h"

#include <QApplication>
#include <QDir>

using namespace Qt::StringLiterals;

TrainingRun::TrainingRun(Settings& settings)
    : m_settings(settings), m_sam(std::make_shared<devices::SimulatedSam>()),
      m_camera(std::make_shared<QPointer<devices::SimulatedCamera>>())
{
}

TrainingRun::~TrainingRun()
{
    m_walkthrough.reset();
    m_simulators.quit();
    m_simulators.wait();
}

core::Result<void> TrainingRun::prepare()
{
    const bool walks = !m_settings.walkthrough.isEmpty();
    if (walks) // always the same beginning; an interactive training goes on where it ended
        QDir(m_settings.folder = m_settings.walkthrough + u"/data"_s).removeRecursively();
    const QString hall = m_settings.folder + u"/backoffice"_s;
    m_server = m_settings.backOfficeProgram.isEmpty()
                   ? training::embeddedServer(hall, m_settings.port)
                   : training::processServer(m_settings.backOfficeProgram, {hall, m_settings.backOfficeDatabase}, m_settings.port);
    if (auto started = m_server->start(); !started)
        return started;
    m_scanner = new devices::EsclSimulator;
    const quint16 port = m_scanner->start();
    m_scanner->moveToThread(&m_simulators);
    QObject::connect(&m_simulators, &QThread::finished, m_scanner, &QObject::deleteLater);
    m_simulators.start();
    m_settings.scanner = u"http://127.0.0.1:%1"_s.arg(port);
    m_settings.backOffice = m_settings.connectThrough.isEmpty() ? m_server->url() : m_settings.connectThrough;
    m_settings.calendarKey = training::calendarPublicKey();
    m_settings.recoveryKey = training::recoveryPublicKey();
    m_settings.passphrase = u"training"_s; // guards made-up data
    m_settings.windowCode.clear();         // a real hall's window is none of the made-up one's
    return {};
}

core::Result<ClientOptions> TrainingRun::clientOptions() const
{
    auto chosen = m_settings.clientOptions();
    if (!chosen)
        return chosen;
    ClientOptions& options = *chosen;
    options.reader = [sam = m_sam] { return std::make_unique<devices::SimulatedTransport>(sam); };
    options.camera = [kept = m_camera] {
        auto camera = std::make_unique<devices::SimulatedCamera>();
        *kept = camera.get();
        return camera;
    };
    const QString papers = m_settings.walkthrough.isEmpty() ? m_settings.folder : m_settings.walkthrough;
    options.output = std::make_shared<print::FolderOutput>(papers + u"/papers"_s);
    return chosen;
}

void TrainingRun::begin(Client& client)
{
    client.window().resize(m_settings.size);
    if (!m_settings.walkthrough.isEmpty()) {
        m_inspector = std::make_unique<syncing::ApiClient>(m_server->url(), std::make_shared<syncing::ServerClock>());
        m_walkthrough = std::make_unique<training::Walkthrough>(training::Walkthrough::Stage{
            client.window(), client.desks(), m_sam, *m_scanner, *m_server, *m_inspector, m_settings.walkthrough, m_settings.script});
        QObject::connect(m_walkthrough.get(), &training::Walkthrough::finished, qApp, &QCoreApplication::exit, Qt::QueuedConnection);
        m_walkthrough->start();
        return;
    }
    client.window().signInPage().setWindowCode(u"03"_s);
    client.window().signInPage().setClerk(u"001"_s);
    client.window().signInPage().setHint(
        QCoreApplication::translate("training", "Training: a made-up hall. Number 001, password training, window 03."));
    client.window().signInPage().focusWork();
    m_bench = std::make_unique<training::Bench>(client.desks().intake, training::Bench::Devices{m_sam, *m_scanner, *m_camera});
    m_bench->setAttribute(Qt::WA_QuitOnClose, false);
    m_bench->resize(320, 480);
    m_bench->show();
    client.window().activateWindow();
}
