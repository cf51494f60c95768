// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/launch.h"
#include "app/readinesscheck.h"
#include "app/settings.h"
#include "app/store/keychainvault.h"
#include "app/store/passphrasevault.h"
#include "app/trainingrun.h"

#include <QApplication>
#include <QMessageBox>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<store::KeyVault> vaultFor(const Settings& settings)
{
    if (!settings.passphrase.isEmpty())
        return std::make_unique<store::PassphraseVault>(settings.folder + u"/key.json"_s, settings.passphrase, settings.recoveryKey);
    return std::make_unique<store::KeychainVault>(u"yichuang"_s, settings.folder + u"/recovery.key"_s, settings.recoveryKey);
}

int report(const core::Error& error)
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
    if (std::any_of(argv, argv + argc, [](const char* argument) { return QByteArrayView(argument) == "--check"; }))
        qputenv("QT_QPA_PLATFORM", "offscreen"); // nothing is shown, and no display is needed
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"yichuang"_s);
    QApplication::setApplicationVersion(QStringLiteral(YICHUANG_VERSION));
    QApplication::setStyle(u"Fusion"_s);
    Settings settings = Settings::fromArguments(application.arguments());
    std::unique_ptr<TrainingRun> training = settings.training ? std::make_unique<TrainingRun>(settings) : nullptr;
    if (training) {
        if (const auto prepared = training->prepare(); !prepared)
            return report(prepared.error());
    }
    const auto options = training ? training->clientOptions() : settings.clientOptions();
    if (!options)
        return report(options.error());
    Launch launch(application, {settings.folder, settings.language, settings.theme, !settings.check, *options}, vaultFor(settings));
    QObject::connect(&launch, &Launch::failed, &application, [](const core::Error& error) { QApplication::exit(report(error)); });
    ReadinessCheck check(settings.json);
    QObject::connect(&launch, &Launch::shown, &application, [&] {
        if (settings.check)
            check.begin(launch.client());
        else if (training)
            training->begin(launch.client());
    });
    launch.begin();
    return QApplication::exec();
}
