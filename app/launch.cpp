// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/launch.h"

#include "app/store/cache.h"

#include <QApplication>
#include <QTranslator>

using namespace Qt::StringLiterals;

/// The store, and what it remembers that the window needs before it is built.
struct Launch::Opened
{
    OwnStore own;
    QString language;
    widgets::ThemeChoice theme = widgets::ThemeChoice::System;
    KnownScanners scanners;
};

Launch::Launch(QApplication& application, Plan plan, std::unique_ptr<store::KeyVault> vault)
    : m_application(application), m_plan(std::move(plan)), m_vault(std::move(vault))
{
}

Launch::~Launch() = default;

void Launch::begin()
{
    m_vault->open()
        .then(QtFuture::Launch::Async, [folder = m_plan.folder](const core::Result<store::SharedKey>& key) { return open(folder, key); })
        .then(this, [this](const core::Result<Opened>& opened) { show(opened); });
}

core::Result<Launch::Opened> Launch::open(const QString& folder, const core::Result<store::SharedKey>& key)
{
    const auto own = OwnStore::open(folder, key);
    if (!own)
        return tl::unexpected(own.error());
    return own->store
        ->read([&](store::Session& session) -> core::Result<Opened> {
            const auto language = store::setting(session, u"language"_s, u"zh_CN"_s);
            const auto theme = store::setting(session, u"theme"_s, u"0"_s);
            const auto scanners = store::setting(session, u"scanners"_s, {});
            for (const auto& read : {language, theme, scanners}) {
                if (!read)
                    return tl::unexpected(read.error());
            }
            return Opened{*own, *language, widgets::ThemeChoice(theme->toInt()), scannersFrom(*scanners)};
        })
        .result();
}

void Launch::show(const core::Result<Opened>& opened)
{
    const QString language = m_plan.language.isEmpty() ? opened ? opened->language : u"zh_CN"_s : m_plan.language;
    translate(m_application, language);
    if (!opened) {
        Q_EMIT failed(opened.error());
        return;
    }
    m_lock = opened->own.lock;
    m_theme = std::make_unique<widgets::Theme>(m_application);
    m_theme->choose(m_plan.theme.value_or(opened->theme));
    m_plan.client.language = language;
    m_plan.client.knownScanners = opened->scanners;
    m_client = std::make_unique<Client>(m_plan.client, opened->own.store, *m_theme);
    if (m_plan.visible)
        m_client->start();
    else
        m_client->startDevices();
    Q_EMIT shown();
}

void Launch::translate(QApplication& application, const QString& language)
{
    for (const QString& file : {u":/i18n/yichuang_"_s + language, u":/i18n/qtbase_"_s + language}) {
        auto* translator = new QTranslator(&application);
        if (translator->load(file))
            QCoreApplication::installTranslator(translator);
    }
}
