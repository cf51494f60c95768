// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/settings.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace {

/// The walkthroughs there are; the first is the clerk's day.
QStringList scripts()
{
    return {u"day"_s, u"supplement"_s, u"expiry"_s, u"refusal"_s, u"bundle"_s, u"prefiling"_s, u"conflict"_s, u"handover"_s};
}

/// One value from the first place that has it.
class Source
{
public:
    explicit Source(const QCommandLineParser& parser)
        : m_parser(parser),
          m_file(parser.isSet(u"config"_s) ? parser.value(u"config"_s)
                                           : QStandardPaths::locate(QStandardPaths::GenericConfigLocation, u"yichuang/yichuang.ini"_s),
                 QSettings::IniFormat)
    {
    }

    [[nodiscard]] QString value(const QString& name, const QString& fallback = {}) const
    {
        return m_parser.isSet(name) ? m_parser.value(name) : secret(name, fallback);
    }
    /// One that has no place on the command line.
    [[nodiscard]] QString secret(const QString& name, const QString& fallback = {}) const
    {
        const QString variable = u"YICHUANG_"_s + name.toUpper().replace(u'-', u'_');
        if (qEnvironmentVariableIsSet(variable.toLatin1().constData()))
            return qEnvironmentVariable(variable.toLatin1().constData());
        if (m_file.contains(name))
            return m_file.value(name).toString();
        const QString told = m_machine.value(name).toString();
        return told.isEmpty() ? fallback : told;
    }

private:
    const QCommandLineParser& m_parser;
    QSettings m_file;
    /// What the installer was told. Elsewhere than on Windows there is no such place.
#ifdef Q_OS_WIN
    QSettings m_machine{u"HKEY_LOCAL_MACHINE\\Software\\Yichuang"_s, QSettings::NativeFormat};
#else
    QSettings m_machine{u"/etc/xdg/yichuang/machine.ini"_s, QSettings::IniFormat};
#endif
};

/// As releases name it.
QString platformName()
{
#ifdef Q_OS_WIN
    return u"windows-x86_64"_s;
#else
    return u"linux-x86_64"_s;
#endif
}

std::optional<widgets::ThemeChoice> themeFrom(const QString& name)
{
    if (name == u"light")
        return widgets::ThemeChoice::Light;
    if (name == u"dark")
        return widgets::ThemeChoice::Dark;
    return std::nullopt;
}

void addOptions(QCommandLineParser& parser)
{
    parser.setApplicationDescription(u"一窗 (Yichuang): the window client for government service halls"_s);
    parser.addHelpOption();
    parser.addVersionOption();
    const std::initializer_list<std::array<QString, 3>> options{
        {u"config"_s, u"Configuration file (INI)."_s, u"file"_s},
        {u"data"_s, u"Folder of this machine's store."_s, u"folder"_s},
        {u"back-office"_s, u"Address of the back office."_s, u"url"_s},
        {u"calendar-key"_s, u"Ed25519 public key of the hall's calendars, base64."_s, u"key"_s},
        {u"recovery-key"_s, u"X25519 public key of the hall's help desk, base64."_s, u"key"_s},
        {u"passphrase"_s, u"Passphrase of the store where there is no keyring."_s, u"text"_s},
        {u"window"_s, u"This window's number."_s, u"code"_s},
        {u"hall"_s, u"Code of the hall this machine is for; others' accounts are refused."_s, u"code"_s},
        {u"scanner"_s, u"auto, none, http(s)://ADDRESS (eSCL) or sane:DEVICE."_s, u"way"_s},
        {u"reader"_s, u"auto, none, usb:VVVV:PPPP, serial:PORT[@BAUD] or vendor:LIBRARY[@PORT]."_s, u"way"_s},
        {u"camera"_s, u"auto, none, or a part of the document camera's name."_s, u"name"_s},
        {u"reader-library"_s, u"The card reader maker's library, where only it can talk to the reader."_s, u"file"_s},
        {u"photo-library"_s, u"A maker's library that decodes the photos of ID cards."_s, u"file"_s},
        {u"display-account"_s,
         u"With --display: the number it signs in with; its password stands in the file or in YICHUANG_DISPLAY_PASSWORD."_s, u"number"_s},
        {u"second-screen"_s, u"on: a second screen belongs to this window, and its absence is a fault."_s, u"state"_s},
        {u"voice"_s, u"on: numbers are called aloud at this window; with --display, off: they are not."_s, u"state"_s},
        {u"watch-folder"_s, u"Folder whose files go to the material in focus, and out of it."_s, u"folder"_s},
        {u"updates"_s, u"New versions: off, offer (default with --update-key), night or always."_s, u"policy"_s},
        {u"update-key"_s, u"Ed25519 public key of whoever releases new versions, base64."_s, u"key"_s},
        {u"update-folder"_s, u"Put checked installers here for a deployment tool instead of installing them."_s, u"folder"_s},
        {u"sheet-printer"_s, u"Printer for A4 papers."_s, u"name"_s},
        {u"slip-printer"_s, u"Printer for 80 mm slips."_s, u"name"_s},
        {u"templates"_s, u"Folder of the hall's own paper templates."_s, u"folder"_s},
        {u"language"_s, u"zh_CN or en."_s, u"code"_s},
        {u"theme"_s, u"light or dark."_s, u"name"_s},
        {u"script"_s, u"Training: which walkthrough: "_s + scripts().join(u", "_s) + u'.', u"name"_s},
        {u"walkthrough"_s, u"Training: do the clerk's whole job once by itself and leave pictures and papers here."_s, u"folder"_s},
        {u"back-office-program"_s, u"Training: run this back office as a process of its own."_s, u"file"_s},
        {u"back-office-database"_s, u"Training: it keeps its rows in this PostgreSQL database."_s, u"url"_s},
        {u"connect"_s, u"Training: reach the back office through this address."_s, u"url"_s},
        {u"port"_s, u"Training: port of the back office."_s, u"number"_s},
        {u"size"_s, u"Size of the window, for example 1920x1080."_s, u"WxH"_s},
    };
    for (const auto& [name, text, value] : options)
        parser.addOption({name, text, value});
    parser.addOption({u"display"_s, u"Be the screen and the voice of the hall."_s});
    parser.addOption({u"check"_s, u"Look whether this window is ready, print a line each and end: 0 ready, 1 degraded, 2 broken."_s});
    parser.addOption({u"json"_s, u"With --check: print JSON."_s});
    parser.addOption({u"training"_s, u"A made-up hall inside this program; nothing is real."_s});
}

} // namespace

Settings Settings::fromArguments(const QStringList& arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(arguments);
    const Source source(parser);
    Settings settings;
    settings.script = parser.value(u"script"_s);
    settings.walkthrough = parser.value(u"walkthrough"_s);
    settings.check = parser.isSet(u"check"_s);
    settings.json = parser.isSet(u"json"_s);
    settings.training = parser.isSet(u"training"_s) || !settings.walkthrough.isEmpty();
    settings.hallDisplay = parser.isSet(u"display"_s) && !settings.check;
    settings.displayAccount = source.value(u"display-account"_s);
    settings.displayPassword = source.secret(u"display-password"_s);
    const QString place = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    settings.folder = source.value(u"data"_s, place + (settings.training ? u"/yichuang-training"_s : u"/yichuang"_s) +
                                                  (settings.hallDisplay ? u"-display"_s : QString()));
    settings.backOffice = QUrl(source.value(u"back-office"_s));
    settings.calendarKey = QByteArray::fromBase64(source.value(u"calendar-key"_s).toLatin1());
    settings.recoveryKey = QByteArray::fromBase64(source.value(u"recovery-key"_s).toLatin1());
    settings.passphrase = source.value(u"passphrase"_s);
    settings.windowCode = source.value(u"window"_s);
    settings.hall = source.value(u"hall"_s);
    settings.scanner = source.value(u"scanner"_s);
    settings.reader = source.value(u"reader"_s);
    settings.readerLibrary = source.value(u"reader-library"_s);
    settings.photoLibrary = source.value(u"photo-library"_s);
    settings.camera = source.value(u"camera"_s);
    settings.expectsDisplay = source.value(u"second-screen"_s, source.secret(u"display"_s)) == u"on"; // its name of old
    settings.aloud = source.value(u"voice"_s, settings.hallDisplay ? u"on"_s : QString()) == u"on";
    settings.watchFolder = source.value(u"watch-folder"_s);
    settings.updateKey = QByteArray::fromBase64(source.value(u"update-key"_s).toLatin1());
    settings.updates = source.value(u"updates"_s, settings.updateKey.isEmpty() ? u"off"_s : u"offer"_s);
    settings.updateFolder = source.value(u"update-folder"_s);
    settings.sheetPrinter = source.value(u"sheet-printer"_s);
    settings.slipPrinter = source.value(u"slip-printer"_s);
    settings.templates = source.value(u"templates"_s, settings.templates);
    settings.language = source.value(u"language"_s);
    settings.theme = themeFrom(source.value(u"theme"_s));
    settings.backOfficeProgram = parser.value(u"back-office-program"_s);
    settings.backOfficeDatabase = parser.value(u"back-office-database"_s);
    settings.connectThrough = QUrl(parser.value(u"connect"_s));
    settings.port = quint16(parser.value(u"port"_s).toUInt());
    const QStringList sides = parser.value(u"size"_s).split(u'x');
    if (sides.size() == 2)
        settings.size = QSize(sides[0].toInt(), sides[1].toInt());
    return settings;
}

core::Result<ClientOptions> Settings::clientOptions() const
{
    if (!script.isEmpty() && !scripts().contains(script))
        return core::fail(core::ErrorKind::InvalidInput, u"settings.script"_s, {script, scripts().join(u", "_s)});
    ClientOptions options;
    const auto maker = readerFrom(reader, readerLibrary);
    if (!maker)
        return tl::unexpected(maker.error());
    options.reader = *maker;
    const QString worker = QStandardPaths::findExecutable(u"yichuang-scanworker"_s, {QCoreApplication::applicationDirPath()});
    const auto scannerMaker = scannerFrom(scanner, worker);
    if (!scannerMaker)
        return tl::unexpected(scannerMaker.error());
    options.scanner = *scannerMaker;
    options.camera = cameraFrom(camera);
    options.photoLibrary = photoLibrary;
    options.watchFolder = watchFolder;
    options.aloud = aloud;
    options.expectsDisplay = expectsDisplay;
    options.expectsCamera = !camera.isEmpty() && camera != u"none";
    const auto policy = core::updatePolicyFrom(updates);
    if (!policy)
        return tl::unexpected(policy.error());
    if (!training && !check)
        options.updates.policy = *policy;
    options.updates.feed = {updateKey, platformName(), QCoreApplication::applicationVersion(), folder + u"/updates"_s};
    options.updates.refused = qEnvironmentVariable("YICHUANG_REFUSED");
    options.backOffice = backOffice;
    options.calendarKey = calendarKey;
    options.templates = templates;
    options.language = language;
    options.windowCode = windowCode;
    options.hall = training ? QString() : hall;
    options.output = std::make_shared<print::PrinterOutput>(sheetPrinter, slipPrinter);
    return options;
}

HallOptions Settings::hallOptions() const
{
    return {backOffice,
            training ? QString() : hall,
            {displayAccount, displayPassword, windowCode},
            language.isEmpty() ? u"zh_CN"_s : language,
            aloud};
}
