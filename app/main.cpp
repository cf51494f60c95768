// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/updatedesk.h"
#include "app/displayrun.h"
#include "app/fonts.h"
#include "app/launch.h"
#include "app/newversion.h"
#include "app/readinesscheck.h"
#include "app/settings.h"
#ifdef Q_OS_WIN
#include "app/store/dpapivault.h"
#else
#include "app/store/keychainvault.h"
#endif
#include "app/store/passphrasevault.h"
#include "app/trainingrun.h"

#include <QApplication>
#include <QMessageBox>
#include <QTextStream>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<store::KeyVault> vaultFor(const Settings& settings)
{
    if (!settings.passphrase.isEmpty())
        return std::make_unique<store::PassphraseVault>(settings.folder + u"/key.json"_s, settings.passphrase, settings.recoveryKey);
#ifdef Q_OS_WIN
    return std::make_unique<store::DpapiVault>(settings.folder + u"/key.dpapi"_s, settings.folder + u"/recovery.key"_s,
                                               settings.recoveryKey);
#else
    return std::make_unique<store::KeychainVault>(u"yichuang"_s, settings.folder + u"/recovery.key"_s, settings.recoveryKey);
#endif
}

int report(const core::Error& error)
{
    const desk::Advice advice = desk::adviceFor(error);
    QTextStream(stderr) << advice.text() << u" ["_s << advice.code << u"]"_s << Qt::endl;
    if (QGuiApplication::platformName() != u"offscreen")
        QMessageBox::critical(nullptr, QCoreApplication::translate("desk", "Yichuang cannot start"), advice.text());
    return 2;
}

/// A new version goes in once this client has ended; handed to a deployment tool, it does not disturb anybody.
void followUpdates(desk::UpdateDesk& update, NewVersion& newVersion, bool handsOver)
{
    QObject::connect(&update, &desk::UpdateDesk::installRequested, &update,
                     [&, handsOver](const QString& path, const core::Release& release) {
                         if (!newVersion.isPossible())
                             return update.settle({core::ErrorKind::Forbidden, u"release.place"_s});
                         update.markTried();
                         newVersion.choose(path, release);
                         if (!handsOver)
                             return QApplication::quit();
                         QtConcurrent::run([&newVersion] {
                             return newVersion.apply({});
                         }).then(&update, [&update, &newVersion, version = release.version](int failed) {
                             newVersion.choose({}, {});
                             update.settle(failed == 0 ? core::Error{core::ErrorKind::Cancelled, u"release.handed-over"_s, {version}}
                                                       : core::Error{core::ErrorKind::Forbidden, u"release.place"_s});
                         });
                     });
}

struct Run
{
    const Settings& settings;
    const ClientOptions& options;
    TrainingRun* training; ///< null: a real hall
    NewVersion& newVersion;
};

int run(QApplication& application, const Run& how)
{
    const Settings& settings = how.settings;
    Launch launch(application, {settings.folder, settings.language, settings.theme, !settings.check, how.options}, vaultFor(settings));
    QObject::connect(&launch, &Launch::failed, &application, [](const core::Error& error) { QApplication::exit(report(error)); });
    ReadinessCheck check(settings.json);
    QObject::connect(&launch, &Launch::shown, &application, [&] {
        NewVersion::reportStarted();
        followUpdates(launch.client().desks().update, how.newVersion, !settings.updateFolder.isEmpty());
        if (settings.check)
            check.begin(launch.client());
        else if (how.training)
            how.training->begin(launch.client());
    });
    launch.begin();
    return QApplication::exec();
}

int showHall(QApplication& application, Settings& settings)
{
    DisplayRun display(application, settings);
    if (const auto prepared = display.prepare(); !prepared)
        return report(prepared.error());
    QObject::connect(&display, &DisplayRun::failed, &application, [](const core::Error& error) { QApplication::exit(report(error)); });
    display.begin(vaultFor(settings));
    return QApplication::exec();
}

/// Takes `--display` out before Qt sees it: X11's platform would read the word behind it as the name of an X server.
bool takeDisplay([[maybe_unused]] int& argc, [[maybe_unused]] char* argv[])
{
#ifdef Q_OS_WIN
    return false; // nobody else wants it there, and Qt reads these arguments only as long as nobody has changed them
#else
    char** const kept = std::remove_if(argv + 1, argv + argc, [](const char* word) { return QByteArrayView(word) == "--display"; });
    const bool found = kept != argv + argc;
    argc = int(kept - argv);
    argv[argc] = nullptr;
    return found;
#endif
}

} // namespace

int main(int argc, char* argv[])
{
    if (std::any_of(argv, argv + argc, [](const char* argument) { return QByteArrayView(argument) == "--check"; }))
        qputenv("QT_QPA_PLATFORM", "offscreen"); // nothing is shown, and no display is needed
#ifdef Q_OS_WIN
    // Its stacks are thread_local, which mingw destroys after their memory is gone.
    qputenv("QT_ENABLE_REGEXP_JIT", "0");
#endif
    const bool display = takeDisplay(argc, argv);
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"yichuang"_s);
    QApplication::setApplicationVersion(QStringLiteral(YICHUANG_VERSION));
    QApplication::setStyle(u"Fusion"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/yichuang.png"_s));
    addOwnFonts();
    QStringList arguments = QApplication::arguments();
    if (display)
        arguments.append(u"--display"_s);
    Settings settings = Settings::fromArguments(arguments);
    if (settings.hallDisplay)
        return showHall(application, settings);
    std::unique_ptr<TrainingRun> training = settings.training ? std::make_unique<TrainingRun>(settings) : nullptr;
    if (training) {
        if (const auto prepared = training->prepare(); !prepared)
            return report(prepared.error());
    }
    const auto options = training ? training->clientOptions() : settings.clientOptions();
    if (!options)
        return report(options.error());
    NewVersion newVersion({settings.folder, settings.updateFolder});
    const int code = run(application, {settings, *options, training.get(), newVersion});
    // By now the store is closed and no window is open.
    return newVersion.isChosen() ? newVersion.apply(application.arguments().sliced(1)) : code;
}
