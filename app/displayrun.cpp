// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/displayrun.h"

#include "app/launch.h"
#include "widgets/display/hallwindow.h"

using namespace Qt::StringLiterals;

DisplayRun::DisplayRun(QApplication& application, Settings& settings) : m_application(application), m_settings(settings) {}

DisplayRun::~DisplayRun() = default;

core::Result<void> DisplayRun::prepare()
{
    if (!m_settings.training)
        return {};
    m_settings.backOffice = m_settings.connectThrough;
    if (m_settings.backOffice.isEmpty()) {
        m_server = training::embeddedServer(m_settings.folder + u"/backoffice"_s, m_settings.port);
        if (auto started = m_server->start(); !started)
            return started;
        m_settings.backOffice = m_server->url();
    }
    m_settings.recoveryKey = training::recoveryPublicKey();
    m_settings.passphrase = u"training"_s; // guards made-up data
    m_settings.displayAccount = u"820"_s;
    m_settings.displayPassword = u"training"_s;
    m_settings.windowCode = u"01"_s;
    return {};
}

void DisplayRun::begin(std::unique_ptr<store::KeyVault> vault)
{
    m_vault = std::move(vault);
    m_vault->open()
        .then(QtFuture::Launch::Async,
              [folder = m_settings.folder](const core::Result<store::SharedKey>& key) { return OwnStore::open(folder, key); })
        .then(this, [this](const core::Result<OwnStore>& own) { show(own); });
}

void DisplayRun::show(const core::Result<OwnStore>& own)
{
    const HallOptions options = m_settings.hallOptions();
    Launch::translate(m_application, options.language);
    if (!own)
        return Q_EMIT failed(own.error());
    m_own = *own;
    m_theme = std::make_unique<widgets::Theme>(m_application);
    m_theme->choose(widgets::ThemeChoice::Dark);
    m_hall = std::make_unique<HallProgram>(options, m_own.store);
    m_hall->window().resize(m_settings.size);
    m_hall->window().fillScreen();
    m_hall->start();
    m_awake = std::make_unique<KeepAwake>();
}
