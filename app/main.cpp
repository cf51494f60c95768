// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/composition.h"
#include "app/settings.h"
#include "app/store/cache.h"
#include "app/store/keychainvault.h"
#include "app/store/passphrasevault.h"
#include "app/trainingrun.h"

#include <QApplication>
#include <QDir>
#include <QLockFile>
#include <QMessageBox>
#include <QTextStream>
#include <QTranslator>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace {

/// What the store itself remembers and the window needs before it is built.
struct Remembered
{
    std::shared_ptr<store::Store> store;
    std::shared_ptr<QLockFile> lock; ///< two programs on one store would take each other's drafts
    QString language;
    widgets::ThemeChoice theme = widgets::ThemeChoice::System;
};

std::unique_ptr<store::KeyVault> vaultFor(const Settings& settings)
{
    if (!settings.passphrase.isEmpty())
        return std::make_unique<store::PassphraseVault>(settings.folder + u"/key.json"_s, settings.passphrase, settings.recoveryKey);
    return std::make_unique<store::KeychainVault>(u"yichuang"_s, settings.folder + u"/recovery.key"_s, settings.recoveryKey);
}

core::Result<Remembered> openStore(const Settings& settings, const store::SharedKey& key)
{
    QDir().mkpath(settings.folder);
    auto lock = std::make_shared<QLockFile>(settings.folder + u"/running.lock"_s);
    if (!lock->tryLock(0))
        return core::fail(core::ErrorKind::Busy, u"store.in-use"_s);
    const auto opened = store::Store::open(settings.folder, *key);
    if (!opened)
        return tl::unexpected(opened.error());
    return (*opened)
        ->read([](store::Session& session) -> core::Result<Remembered> {
            const auto language = store::setting(session, u"language"_s, u"zh_CN"_s);
            const auto theme = store::setting(session, u"theme"_s, u"0"_s);
            if (!language || !theme)
                return tl::unexpected(language ? theme.error() : language.error());
            return Remembered{{}, {}, *language, widgets::ThemeChoice(theme->toInt())};
        })
        .result()
        .map([&](Remembered remembered) {
            remembered.store = *opened;
            remembered.lock = lock;
            return remembered;
        });
}

/// Loads the words; they have to be there before the first window.
void translate(QApplication& application, const QString& language)
{
    for (const QString& file : {u":/i18n/yichuang_"_s + language, u":/i18n/qtbase_"_s + language}) {
        auto* translator = new QTranslator(&application);
        if (translator->load(file))
            QCoreApplication::installTranslator(translator);
    }
}

int reportAndQuit(const core::Error& error)
{
    const desk::Advice advice = desk::adviceFor(error);
    QTextStream(stderr) << advice.text() << u" ["_s << advice.code << u"]"_s << Qt::endl;
    if (QGuiApplication::platformName() != u"offscreen")
        QMessageBox::critical(nullptr, QCoreApplication::translate("desk", "Yichuang cannot start"), advice.text());
    return 2;
}

} // namespace

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"yichuang"_s);
    QApplication::setApplicationVersion(QStringLiteral(YICHUANG_VERSION));
    QApplication::setStyle(u"Fusion"_s);
    Settings settings = Settings::fromArguments(application.arguments());
    std::unique_ptr<TrainingRun> training = settings.training ? std::make_unique<TrainingRun>(settings) : nullptr;
    if (training) {
        if (const auto prepared = training->prepare(); !prepared)
            return reportAndQuit(prepared.error());
    }
    const auto vault = vaultFor(settings);
    std::unique_ptr<widgets::Theme> theme;
    std::shared_ptr<QLockFile> lock;
    std::unique_ptr<Client> client;
    vault->open()
        .then(QtFuture::Launch::Async,
              [settings](const core::Result<store::SharedKey>& key) -> core::Result<Remembered> {
                  if (!key)
                      return tl::unexpected(key.error());
                  return openStore(settings, *key);
              })
        .then(&application, [&](const core::Result<Remembered>& opened) {
            const QString language = settings.language.isEmpty() ? opened ? opened->language : u"zh_CN"_s : settings.language;
            translate(application, language);
            if (!opened)
                return QApplication::exit(reportAndQuit(opened.error()));
            lock = opened->lock;
            theme = std::make_unique<widgets::Theme>(application);
            theme->choose(settings.theme.value_or(opened->theme));
            settings.language = language;
            client = std::make_unique<Client>(training ? training->clientOptions() : settings.clientOptions(), opened->store, *theme);
            client->start();
            if (training)
                training->begin(*client);
        });
    const int code = QApplication::exec();
    client.reset();
    return code;
}
