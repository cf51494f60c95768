// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/administration.h"
#include "app/backoffice/audittrail.h"
#include "app/backoffice/backup.h"
#include "app/backoffice/catalogueimport.h"
#include "app/backoffice/endsignal.h"
#include "app/backoffice/httpserver.h"
#include "app/backoffice/jsonlog.h"
#include "app/backoffice/timekeeper.h"
#include "app/core/halltime.h"
#include "app/core/release.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

QTextStream& out()
{
    static QTextStream stream(stdout);
    return stream;
}

int complain(const QString& what)
{
    QTextStream(stderr) << what << Qt::endl;
    return 1;
}

/// Where the back office's data are: rows in the database, pages in the folder.
struct Data
{
    QString folder;
    backoffice::Database database;
    backoffice::BlobStore blobs;
};

QString placeIn(const QString& folder, const QString& database)
{
    return database.isEmpty() ? folder + u"/backoffice.sqlite"_s : database;
}

Data dataAt(const QString& folder, const QString& database)
{
    QDir().mkpath(folder);
    return {folder, backoffice::Database(placeIn(folder, database)), backoffice::BlobStore(folder)};
}

core::Result<QJsonObject> jsonFrom(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return core::fail(core::ErrorKind::NotFound, u"file.unreadable"_s, {path});
    QJsonParseError error{};
    const QByteArray bytes = file.readAll();
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError) {
        const qsizetype line = bytes.first(error.offset).count('\n') + 1;
        return core::fail(core::ErrorKind::InvalidInput, u"file.json"_s, {u"%1:%2: %3"_s.arg(path).arg(line).arg(error.errorString())});
    }
    return document.object();
}

int serve(const Data& data, const QString& address, quint16 port, bool logRequests)
{
    backoffice::logAsJson();
    if (const auto ready = data.database.prepare(); !ready)
        return complain(ready.error().code + u' ' + ready.error().facts.join(u' '));
    if (data.database.logsStatements())
        qWarning() << "PostgreSQL writes statements that fail into its own log, with applicants' data in them: have its administrator say "
                      "ALTER ROLE ... SET log_min_error_statement = panic";
    auto made = std::make_shared<backoffice::Service>(data.database, data.blobs);
    if (logRequests)
        made->watch(backoffice::logRequest);
    const std::shared_ptr<const backoffice::Service> service = made;
    service->tidyUploads(QDateTime::currentMSecsSinceEpoch());
    backoffice::HttpServer server(service);
    const auto listening = server.start(address, port);
    if (!listening)
        return complain(u"port %1 is taken"_s.arg(port));
    const backoffice::Timekeeper timekeeper(service);
    out() << u"listening on http://%1:%2"_s.arg(address).arg(*listening) << Qt::endl;
    const backoffice::EndSignal ending([] { QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection); });
    const int code = QCoreApplication::exec();
    server.stop(); // requests under way are answered first
    return code;
}

int importFrom(const Data& data, const QString& path, const QString& output)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return complain(u"cannot read "_s + path);
    if (const auto ready = data.database.prepare(); !ready)
        return complain(ready.error().code);
    const auto result = backoffice::importCatalogueFile(data.database, file.readAll(),
                                                        core::hallTime(QDateTime::currentMSecsSinceEpoch()).toString(Qt::ISODate));
    if (!result)
        return complain(result.error().code + u' ' + result.error().facts.join(u' '));
    QTextStream errors(stderr);
    const auto say = [&](const backoffice::ImportRemark& remark, const QString& kind) {
        errors << path << u':' << remark.place.line << u':' << remark.place.column << u": "_s << kind << u": "_s << remark.text()
               << Qt::endl;
    };
    for (const backoffice::ImportRemark& remark : result->faults)
        say(remark, u"error"_s);
    for (const backoffice::ImportRemark& remark : result->warnings)
        say(remark, u"warning"_s);
    if (!result->faults.isEmpty())
        return complain(u"%1 errors; the running catalogue was not changed"_s.arg(result->faults.size()));
    if (!output.isEmpty()) {
        QFile copy(output);
        if (!copy.open(QIODevice::WriteOnly) || copy.write(QJsonDocument(result->catalogue).toJson()) < 0)
            return complain(u"cannot write "_s + output);
    }
    out() << u"%1 items imported: %2 new or changed, %3 gone"_s.arg(result->items).arg(result->changed).arg(result->removed) << Qt::endl;
    return 0;
}

int seedFrom(const Data& data, const QString& path)
{
    const auto json = jsonFrom(path);
    if (!json)
        return complain(json.error().facts.join(u' '));
    const auto done = data.database.prepare().and_then(
        [&] { return backoffice::seed(data.database, data.blobs, *json, QDateTime::currentMSecsSinceEpoch()); });
    return done ? 0 : complain(done.error().code + u' ' + done.error().facts.join(u' '));
}

/// Nothing is changed by it.
int checkAudit(const QString& place, const QStringList& kept)
{
    if (const auto there = backoffice::holdsBackOffice(place); !there)
        return complain(u"there is no back office in %1"_s.arg(place));
    const backoffice::Database database(place);
    const backoffice::AuditSeal seal{kept.value(0).toLongLong(), kept.value(1)};
    if (!kept.isEmpty() && (seal.link <= 0 || seal.hash.size() != 64))
        return complain(u"what was kept is a link and its hash"_s);
    try {
        if (const auto broken = backoffice::firstBrokenLink(database, seal))
            return complain(u"the audit trail was changed: link %1 does not fit"_s.arg(*broken));
        const backoffice::AuditSeal last = backoffice::lastSeal(database);
        out() << last.link << ' ' << last.hash << Qt::endl;
        return 0;
    } catch (const backoffice::DatabaseFault& fault) {
        return complain(u"cannot be read: "_s + QString::fromUtf8(fault.what()));
    }
}

int notBackedUp(const core::Error& error, const QString& source)
{
    if (error.code == u"backup.nothing")
        return complain(u"there is no back office in %1 to back up; is --data right? Nothing was changed"_s.arg(source));
    if (error.code == u"backup.itself")
        return complain(u"a backup cannot go into the folder that it is of: %1. Nothing was changed"_s.arg(source));
    if (error.code == u"backup.postgresql")
        return complain(u"PostgreSQL has its own: pg_dump first, then copy %1"_s.arg(source));
    return complain(error.code + u' ' + error.facts.join(u' '));
}

int backUp(const QString& source, const QString& database, const QString& folder)
{
    const auto copied = backoffice::holdsBackOffice(placeIn(source, database)).and_then([&] {
        const Data data = dataAt(source, database);
        return backoffice::backUp(data.database, data.blobs, folder);
    });
    if (!copied)
        return notBackedUp(copied.error(), source);
    out() << u"backed up into %1, %2 pages were new"_s.arg(folder).arg(*copied) << Qt::endl;
    return 0;
}

core::Result<QByteArray> keyFrom(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return core::fail(core::ErrorKind::NotFound, u"file.unreadable"_s, {path});
    return QByteArray::fromBase64(file.readAll().trimmed());
}

bool writeLine(const QString& path, const QByteArray& text, QFile::Permissions rights)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::NewOnly) && file.setPermissions(rights) && file.write(text + '\n') > 0;
}

int newKey(const QString& name)
{
    const backoffice::KeyPair keys = backoffice::newSigningKey();
    const auto mine = QFile::ReadOwner | QFile::WriteOwner;
    if (!writeLine(name + u".secret"_s, keys.secretKey.toBase64(), mine) ||
        !writeLine(name + u".public"_s, keys.publicKey.toBase64(), mine | QFile::ReadGroup | QFile::ReadOther))
        return complain(u"cannot write %1.secret and %1.public; they must not be there yet"_s.arg(name));
    out() << keys.publicKey.toBase64() << Qt::endl;
    return 0;
}

struct ReleaseWords
{
    QString version;
    QString platform;
    QString notes;
    QString secretKey; ///< path
};

int signRelease(const QString& installer, const ReleaseWords& words)
{
    QFile file(installer);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return complain(u"cannot read "_s + installer);
    const auto key = keyFrom(words.secretKey);
    if (!key)
        return complain(u"cannot read the secret key "_s + words.secretKey);
    core::Release release{words.version, words.platform, QString::fromLatin1(hash.result().toHex()), file.size(), {}};
    if (!words.notes.isEmpty())
        release.notes.insert(u"zh_CN"_s, words.notes);
    const auto checked = core::Release::fromJson(release.toJson());
    if (!checked)
        return complain(u"not a good "_s + checked.error().facts.join(u' '));
    const auto document = backoffice::signedRelease(release.toJson(), *key);
    if (!document)
        return complain(u"this is no Ed25519 secret key: "_s + words.secretKey);
    out() << QJsonDocument(*document).toJson();
    return 0;
}

int offer(const Data& data, const QString& description, const QString& installer)
{
    const auto json = jsonFrom(description);
    if (!json)
        return complain(json.error().facts.join(u' '));
    const auto done =
        data.database.prepare().and_then([&] { return backoffice::offerRelease(data.database, data.blobs, *json, installer); });
    if (!done)
        return complain(done.error().code + u' ' + done.error().facts.join(u' '));
    out() << u"version %1 is offered to %2"_s.arg((*json)[u"release"_s][u"version"_s].toString(),
                                                  (*json)[u"release"_s][u"platform"_s].toString())
          << Qt::endl;
    return 0;
}

} // namespace

int main(int argc, char* argv[])
{
#ifdef Q_OS_WIN
    // Its stacks are thread_local, which mingw destroys after their memory is gone.
    qputenv("QT_ENABLE_REGEXP_JIT", "0");
#endif
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"yichuang-backoffice"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(YICHUANG_VERSION));
    QCommandLineParser parser;
    parser.setApplicationDescription(u"The reference back office.\n  serve            answers the contract\n"
                                     "  import FILE      checks a catalogue (JSON or CSV) and makes it the running one\n"
                                     "  seed FILE        fills an empty back office with a hall\n"
                                     "  backup FOLDER    copies everything while it serves (SQLite); `serve --data FOLDER` runs the copy\n"
                                     "  check-audit [LINK HASH]   whether the audit trail is as it was sealed, and leads through what was\n"
                                     "                   kept elsewhere; prints its last link and hash, to be kept\n"
                                     "  new-key NAME     makes NAME.secret and NAME.public (Ed25519), for calendars and releases\n"
                                     "  sign-release INSTALLER   prints the signed description of a version of the client\n"
                                     "  offer DESCRIPTION INSTALLER   offers it to the windows of its platform"_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"command"_s, u"serve, import, seed, backup, check-audit, new-key, sign-release or offer"_s);
    parser.addOption({u"data"_s, u"Folder of the pages, and of the database where no other is named."_s, u"folder"_s, u"."_s});
    parser.addOption({u"database"_s, u"postgresql://user:password@host:port/name, for a large hall or several."_s, u"url"_s});
    parser.addOption({u"address"_s, u"Address to listen on."_s, u"ip"_s, u"127.0.0.1"_s});
    parser.addOption({u"port"_s, u"Port to listen on."_s, u"number"_s, u"8080"_s});
    parser.addOption({u"log-requests"_s, u"serve: a line of JSON on stderr for every request, without personal data."_s});
    parser.addOption({u"output"_s, u"Write the checked catalogue, pinyin included, here as well."_s, u"file"_s});
    parser.addOption({u"client-version"_s, u"sign-release: the version, for example 1.2.0."_s, u"version"_s});
    parser.addOption({u"platform"_s, u"sign-release: linux-x86_64 or windows-x86_64."_s, u"name"_s, u"linux-x86_64"_s});
    parser.addOption({u"notes"_s, u"sign-release: what is new, in Chinese, for the sign-in page."_s, u"text"_s});
    parser.addOption({u"secret-key"_s, u"sign-release: file of the secret key."_s, u"file"_s});
    parser.process(application);
    const QStringList words = parser.positionalArguments();
    const QString command = words.value(0);
    const auto data = [&parser] { return dataAt(parser.value(u"data"_s), parser.value(u"database"_s)); };
    if (command == u"serve")
        return serve(data(), parser.value(u"address"_s), quint16(parser.value(u"port"_s).toUInt()), parser.isSet(u"log-requests"_s));
    if (command == u"import" && words.size() == 2)
        return importFrom(data(), words[1], parser.value(u"output"_s));
    if (command == u"seed" && words.size() == 2)
        return seedFrom(data(), words[1]);
    if (command == u"backup" && words.size() == 2)
        return backUp(parser.value(u"data"_s), parser.value(u"database"_s), words[1]);
    if (command == u"check-audit" && (words.size() == 1 || words.size() == 3))
        return checkAudit(placeIn(parser.value(u"data"_s), parser.value(u"database"_s)), words.sliced(1));
    if (command == u"new-key" && words.size() == 2)
        return newKey(words[1]);
    if (command == u"sign-release" && words.size() == 2)
        return signRelease(words[1], {parser.value(u"client-version"_s), parser.value(u"platform"_s), parser.value(u"notes"_s),
                                      parser.value(u"secret-key"_s)});
    if (command == u"offer" && words.size() == 3)
        return offer(data(), words[1], words[2]);
    parser.showHelp(1);
}
