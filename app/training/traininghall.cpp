// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/training/traininghall.h"

#include "app/backoffice/administration.h"
#include "app/backoffice/catalogueimport.h"
#include "app/backoffice/httpserver.h"
#include "app/backoffice/timekeeper.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpServer>
#include <QThread>

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace training {

namespace {

struct KeyPair
{
    QByteArray publicKey{crypto_sign_PUBLICKEYBYTES, '\0'};
    QByteArray secretKey{crypto_sign_SECRETKEYBYTES, '\0'};
};

QByteArray seedBytes(const char* purpose)
{
    return QCryptographicHash::hash(QByteArray("yichuang training ") + purpose, QCryptographicHash::Sha256);
}

uchar* raw(QByteArray& bytes)
{
    return reinterpret_cast<uchar*>(bytes.data());
}

KeyPair calendarKeys()
{
    KeyPair keys;
    QByteArray seed = seedBytes("calendar");
    if (sodium_init() >= 0)
        crypto_sign_seed_keypair(raw(keys.publicKey), raw(keys.secretKey), raw(seed));
    return keys;
}

QJsonObject resource(const QString& name)
{
    QFile file(u":/training/"_s + name);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

quint16 freePort()
{
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHost) ? probe.serverPort() : 0;
}

/// The data of a back office, looked at by somebody else meanwhile.
void letTimePassIn(const HallData& data, qint64 nowMs)
{
    backoffice::Service(backoffice::Database(data.place()), backoffice::BlobStore(data.folder)).letTimePass(nowMs);
}

bool actElsewhereIn(const HallData& data, const QJsonObject& act)
{
    const backoffice::Service service(backoffice::Database(data.place()), backoffice::BlobStore(data.folder));
    const auto ask = [&service](const QByteArray& method, const QString& path, const QJsonObject& body, const QByteArray& token) {
        backoffice::Request request;
        request.method = method;
        request.path = path;
        request.headers = {{"authorization", "Bearer " + token}};
        request.body = QJsonDocument(body).toJson();
        return service.handle(request);
    };
    const auto session =
        ask("POST", u"/v1/sessions"_s, {{u"clerk"_s, u"002"_s}, {u"password"_s, u"training"_s}, {u"window"_s, u"05"_s}}, {});
    const QByteArray token = QJsonDocument::fromJson(session.body)[u"accessToken"_s].toString().toLatin1();
    const QString path = u"/v1/cases/%1/acts/%2"_s.arg(act[u"caseId"_s].toString(), act[u"id"_s].toString());
    const bool done = ask("PUT", path, act, token).status == 201;
    ask("DELETE", u"/v1/sessions/current"_s, {}, token); // the window is free again
    return done;
}

class EmbeddedServer final : public HallServer
{
public:
    EmbeddedServer(const QString& folder, quint16 port) : m_data{folder}, m_port(port) {}

    core::Result<void> start() override
    {
        QDir().mkpath(m_data.folder);
        if (auto seeded = seedHall(m_data); !seeded)
            return seeded;
        auto service =
            std::make_shared<const backoffice::Service>(backoffice::Database(m_data.place()), backoffice::BlobStore(m_data.folder));
        m_server = std::make_unique<backoffice::HttpServer>(service);
        m_timekeeper = std::make_unique<backoffice::Timekeeper>(service);
        return m_server->start(u"127.0.0.1"_s, m_port).map([this](quint16 port) { m_port = port; });
    }
    void stop() override
    {
        m_timekeeper.reset();
        m_server.reset();
    }
    [[nodiscard]] QUrl url() const override { return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port)); }
    void letTimePass(qint64 nowMs) override { letTimePassIn(m_data, nowMs); }
    bool actElsewhere(const QJsonObject& act) override { return actElsewhereIn(m_data, act); }

private:
    HallData m_data;
    quint16 m_port;
    std::unique_ptr<backoffice::HttpServer> m_server;
    std::unique_ptr<backoffice::Timekeeper> m_timekeeper;
};

class ProcessServer final : public HallServer
{
public:
    ProcessServer(QString program, HallData data, quint16 port)
        : m_program(std::move(program)), m_data(std::move(data)), m_port(port > 0 ? port : freePort())
    {
    }
    ~ProcessServer() override { ProcessServer::stop(); }

    core::Result<void> start() override
    {
        QDir().mkpath(m_data.folder);
        if (auto seeded = seedHall(m_data); !seeded)
            return seeded;
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(m_program,
                        {u"serve"_s, u"--data"_s, m_data.folder, u"--database"_s, m_data.database, u"--port"_s, QString::number(m_port)});
        if (!m_process.waitForStarted() || !m_process.waitForReadyRead())
            return core::fail(core::ErrorKind::Storage, u"server.listen"_s, {QString::number(m_port)});
        return {};
    }
    void stop() override
    {
        m_process.terminate();
        m_process.waitForFinished();
    }
    [[nodiscard]] QUrl url() const override { return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port)); }
    void letTimePass(qint64 nowMs) override { letTimePassIn(m_data, nowMs); }
    bool actElsewhere(const QJsonObject& act) override { return actElsewhereIn(m_data, act); }

private:
    QString m_program;
    HallData m_data;
    quint16 m_port;
    QProcess m_process;
};

} // namespace

QByteArray calendarPublicKey()
{
    return calendarKeys().publicKey;
}

QByteArray recoveryPublicKey()
{
    QByteArray publicKey(crypto_box_PUBLICKEYBYTES, '\0');
    QByteArray secretKey(crypto_box_SECRETKEYBYTES, '\0');
    QByteArray seed = seedBytes("recovery");
    if (sodium_init() >= 0)
        crypto_box_seed_keypair(raw(publicKey), raw(secretKey), raw(seed));
    return publicKey;
}

QByteArray hallSeed()
{
    QJsonObject hall = resource(u"hall.json"_s);
    const QByteArray key = calendarKeys().secretKey;
    QJsonArray calendars;
    const QJsonArray plain = hall[u"calendars"_s].toArray();
    for (const QJsonValue& calendar : plain)
        calendars.append(backoffice::signedCalendar(calendar.toObject(), key));
    hall[u"calendars"_s] = calendars;
    return QJsonDocument(hall).toJson();
}

QByteArray hallCatalogue()
{
    return QJsonDocument(resource(u"catalogue.json"_s)).toJson();
}

core::Result<void> seedHall(const HallData& data)
{
    const backoffice::Database database(data.place());
    return database.prepare()
        .and_then([&] {
            return backoffice::seed(database, backoffice::BlobStore(data.folder), QJsonDocument::fromJson(hallSeed()).object(),
                                    QDateTime::currentMSecsSinceEpoch());
        })
        .and_then([&]() -> core::Result<void> {
            const auto imported = backoffice::importCatalogue(database, resource(u"catalogue.json"_s));
            if (!imported)
                return tl::unexpected(imported.error());
            if (!imported->faults.isEmpty())
                return core::fail(core::ErrorKind::BadAnswer, u"catalogue.faults"_s, {imported->faults.constFirst().about.pointer});
            return {};
        });
}

std::unique_ptr<HallServer> embeddedServer(const QString& folder, quint16 port)
{
    return std::make_unique<EmbeddedServer>(folder, port);
}

std::unique_ptr<HallServer> processServer(const QString& program, const HallData& data, quint16 port)
{
    return std::make_unique<ProcessServer>(program, data, port);
}

} // namespace training
