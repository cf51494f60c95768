// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// The back office's handlers without a socket: rights, limits and faults.

#include "app/backoffice/administration.h"
#include "app/backoffice/catalogueimport.h"
#include "app/backoffice/service.h"
#include "app/training/traininghall.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using backoffice::Answer;
using backoffice::Request;

class BackofficeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everythingNeedsAToken();
    void rightsAreChecked();
    void statuses_data();
    void statuses();
    void importKeepsTheRunningCatalogue();
    void tusRefusesWhatDoesNotFit();

private:
    Answer ask(const QByteArray& method, const QString& path, const QJsonObject& body = {}, const QByteArray& token = {},
               const QHash<QByteArray, QByteArray>& headers = {}) const;
    QByteArray tokenFor(const QString& clerk, const QString& window) const;

    QTemporaryDir m_folder;
    std::unique_ptr<backoffice::Service> m_service;
    QByteArray m_token;
};

void BackofficeTest::initTestCase()
{
    const QString path = m_folder.filePath(u"b.sqlite"_s);
    QVERIFY(training::seedHall(path));
    m_service = std::make_unique<backoffice::Service>(backoffice::Database(path), backoffice::BlobStore(m_folder.path()));
    m_token = tokenFor(u"001"_s, u"03"_s);
    QVERIFY(!m_token.isEmpty());
}

Answer BackofficeTest::ask(const QByteArray& method, const QString& path, const QJsonObject& body, const QByteArray& token,
                           const QHash<QByteArray, QByteArray>& headers) const
{
    Request request;
    request.method = method;
    request.path = path;
    request.headers = headers;
    if (!token.isEmpty())
        request.headers.insert("authorization", "Bearer " + token);
    if (!body.isEmpty())
        request.body = QJsonDocument(body).toJson();
    return m_service->handle(request);
}

QByteArray BackofficeTest::tokenFor(const QString& clerk, const QString& window) const
{
    const Answer answer = ask("POST", u"/v1/sessions"_s, {{u"clerk"_s, clerk}, {u"password"_s, u"training"_s}, {u"window"_s, window}});
    return QJsonDocument::fromJson(answer.body)[u"accessToken"_s].toString().toLatin1();
}

void BackofficeTest::everythingNeedsAToken()
{
    for (const QString& path : {u"/v1/catalogue"_s, u"/v1/calendar/2026"_s, u"/v1/cases"_s, u"/v1/halls/9901/board"_s, u"/v1/events"_s,
                                u"/v1/blobs/"_s + QString(64, u'a')}) {
        QCOMPARE(ask("GET", path).status, 401);
        QCOMPARE(ask("GET", path, {}, "not-a-token").status, 401);
    }
    QCOMPARE(ask("GET", u"/v1/health"_s).status, 200);
}

void BackofficeTest::rightsAreChecked()
{
    QCOMPARE(ask("GET", u"/v1/halls/8801/board"_s, {}, m_token).status, 403);
    QCOMPARE(ask("PUT", u"/v1/windows/04/state"_s, {{u"state"_s, u"open"_s}}, m_token).status, 403); // another window
    QCOMPARE(ask("PUT", u"/v1/windows/04/calls/x"_s, {{u"requestedAt"_s, u"x"_s}}, m_token).status, 403);
    const QByteArray kiosk = tokenFor(u"800"_s, u"12"_s);
    QCOMPARE(ask("POST", u"/v1/number-blocks"_s, {{u"id"_s, u"b"_s}, {u"count"_s, 5}}, kiosk).status, 403);
    QCOMPARE(ask("POST", u"/v1/halls/9901/tickets"_s, {{u"class"_s, u"A"_s}}, kiosk).status, 201);
}

void BackofficeTest::statuses_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("unknown path") << QByteArray("GET") << u"/v1/nowhere"_s << QJsonObject() << 404;
    QTest::newRow("wrong method") << QByteArray("POST") << u"/v1/catalogue"_s << QJsonObject{{u"a"_s, 1}} << 405;
    QTest::newRow("unknown case") << QByteArray("GET") << u"/v1/cases/none"_s << QJsonObject() << 404;
    QTest::newRow("empty case") << QByteArray("PUT") << u"/v1/cases/c"_s << QJsonObject{{u"id"_s, u"c"_s}} << 422;
    QTest::newRow("no class") << QByteArray("POST") << u"/v1/halls/9901/tickets"_s << QJsonObject{{u"x"_s, 1}} << 422;
    QTest::newRow("pause without reason") << QByteArray("PUT") << u"/v1/windows/03/state"_s << QJsonObject{{u"state"_s, u"paused"_s}}
                                          << 422;
    QTest::newRow("too many numbers") << QByteArray("POST") << u"/v1/number-blocks"_s
                                      << QJsonObject{{u"id"_s, u"b"_s}, {u"count"_s, 100'000}} << 422;
    QTest::newRow("calendar not there") << QByteArray("GET") << u"/v1/calendar/1999"_s << QJsonObject() << 404;
    QTest::newRow("closed window") << QByteArray("PUT") << u"/v1/windows/03/calls/c1"_s << QJsonObject{{u"requestedAt"_s, u"x"_s}} << 409;
}

void BackofficeTest::statuses()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QJsonObject, body);
    QFETCH(int, status);
    const Answer answer = ask(method, path, body, m_token);
    QCOMPARE(answer.status, status);
    const QJsonObject problem = QJsonDocument::fromJson(answer.body).object();
    QVERIFY(problem[u"type"_s].toString().startsWith(u"urn:yichuang:problem:"_s));
    QVERIFY(!problem[u"title"_s].toString().isEmpty());
    QCOMPARE(answer.headers.value("content-type"), QByteArray("application/problem+json"));
}

void BackofficeTest::importKeepsTheRunningCatalogue()
{
    const QByteArray before = ask("GET", u"/v1/catalogue"_s, {}, m_token).body;
    QJsonObject broken = QJsonDocument::fromJson(training::hallCatalogue()).object();
    QJsonArray items = broken[u"items"_s].toArray();
    items.append(items[0]); // twice the same code
    broken[u"items"_s] = items;
    const auto result = backoffice::importCatalogue(m_service->database(), broken);
    QVERIFY(result);
    QCOMPARE(result->faults.size(), 1);
    QCOMPARE(result->faults[0].about.code, u"catalogue.duplicate"_s);
    QVERIFY(ask("GET", u"/v1/catalogue"_s, {}, m_token).body == before);
}

void BackofficeTest::tusRefusesWhatDoesNotFit()
{
    const QByteArray sha = QByteArray(64, 'a').toBase64();
    const QHash<QByteArray, QByteArray> create{{"tus-resumable", "1.0.0"}, {"upload-length", "4"}, {"upload-metadata", "sha256 " + sha}};
    QCOMPARE(ask("POST", u"/v1/uploads"_s, {}, m_token, {{"upload-length", "4"}}).status, 412); // no version
    QHash<QByteArray, QByteArray> huge = create;
    huge["upload-length"] = "99999999999";
    QCOMPARE(ask("POST", u"/v1/uploads"_s, {}, m_token, huge).status, 413);
    const Answer created = ask("POST", u"/v1/uploads"_s, {}, m_token, create);
    QCOMPARE(created.status, 201);
    const QString path = QString::fromLatin1(created.headers.value("location"));
    Request patch;
    patch.method = "PATCH";
    patch.path = path;
    patch.headers = {{"authorization", "Bearer " + m_token}, {"content-type", "application/offset+octet-stream"}, {"upload-offset", "2"}};
    patch.body = "ab";
    QCOMPARE(m_service->handle(patch).status, 409); // a gap
    patch.headers["upload-offset"] = "0";
    patch.body = "abcde";
    QCOMPARE(m_service->handle(patch).status, 413); // longer than announced
    patch.body = "abcd";
    QCOMPARE(m_service->handle(patch).status, 460); // not what its SHA-256 said
    QCOMPARE(ask("HEAD", path, {}, m_token).status, 404);
}

QTEST_GUILESS_MAIN(BackofficeTest)
#include "backofficetest.moc"
