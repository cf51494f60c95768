// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/queuehall.h"

using namespace Qt::StringLiterals;
using backoffice::Answer;

/// A hall with two clerks at open windows, made once; every test begins with a copy.
void QueueHall::initTestCase()
{
    m_whole = halldatabase::newPlace(m_hall.path());
    m_database = std::make_unique<backoffice::Database>(m_whole);
    const backoffice::BlobStore blobs(m_hall.path());
    const auto ready = m_database->prepare();
    QVERIFY2(ready, ready ? "" : qPrintable(ready.error().facts.join(u' ')));
    QJsonObject seed = officehall::seedOf();
    QJsonArray accounts = seed[u"accounts"_s].toArray();
    for (const QString& number : {u"002"_s, u"003"_s, u"004"_s})
        accounts.append(officehall::account(number, u"clerk"_s));
    accounts.append(officehall::account(u"820"_s, u"display"_s));
    seed[u"accounts"_s] = accounts;
    QVERIFY(backoffice::seed(*m_database, blobs, seed, QDateTime::currentMSecsSinceEpoch()));
    QVERIFY(backoffice::importCatalogue(*m_database, officehall::training(u"catalogue.json"_s)));
    m_service = std::make_unique<backoffice::Service>(*m_database, blobs);
    m_clerk = tokenFor(u"001"_s, u"03"_s);
    m_other = tokenFor(u"002"_s, u"05"_s);
    m_supervisor = tokenFor(u"900"_s, u"12"_s);
    m_kiosk = tokenFor(u"800"_s, u"12"_s);
    m_gateway = tokenFor(u"810"_s, u"12"_s);
    m_department = tokenFor(u"700"_s, u"12"_s);
    m_display = tokenFor(u"820"_s, u"03"_s);
    set(u"noShowMinimumSeconds"_s, 0);
    for (const auto& [window, token] : {std::pair(u"03"_s, m_clerk), std::pair(u"05"_s, m_other)})
        QCOMPARE(ask("PUT", u"/v1/windows/%1/state"_s.arg(window), token, {{u"state"_s, u"open"_s}}).status, 200);
}

void QueueHall::init()
{
    m_service.reset();
    m_database.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_database = std::make_unique<backoffice::Database>(halldatabase::copyOf(m_whole, m_folder->path()));
    m_service = newService();
}

std::unique_ptr<backoffice::Service> QueueHall::newService() const
{
    return std::make_unique<backoffice::Service>(*m_database, backoffice::BlobStore(m_folder->path()));
}

Answer QueueHall::ask(const QByteArray& method, const QString& path, const QByteArray& token, const QJsonObject& body) const
{
    backoffice::Request request;
    request.method = method;
    request.path = path.section(u'?', 0, 0);
    request.query = QUrlQuery(path.section(u'?', 1));
    request.headers.insert("authorization", "Bearer " + token);
    if (!body.isEmpty())
        request.body = QJsonDocument(body).toJson();
    return m_service->handle(request);
}

QByteArray QueueHall::tokenFor(const QString& clerk, const QString& window) const
{
    const QJsonObject who{{u"clerk"_s, clerk}, {u"password"_s, u"training"_s}, {u"window"_s, window}};
    return bodyOf(ask("POST", u"/v1/sessions"_s, {}, who))[u"accessToken"_s].toString().toLatin1();
}

QString QueueHall::take(const QString& ticketClass, int minutesAgo, const QJsonObject& more) const
{
    QJsonObject body = more;
    body[u"class"_s] = ticketClass;
    const QString id = bodyOf(ask("POST", u"/v1/halls/9901/tickets"_s, m_kiosk, body))[u"id"_s].toString();
    const qint64 since = QDateTime::currentMSecsSinceEpoch() - 60'000LL * minutesAgo;
    m_database->run(u"UPDATE ticket SET taken_at = ?, since = ? WHERE id = ?"_s, {since, since, id});
    return id;
}

Answer QueueHall::call(const QString& window, const QJsonObject& more) const
{
    QJsonObject body = more;
    body[u"requestedAt"_s] = u"2026-11-23T01:00:00Z"_s;
    return ask("PUT", u"/v1/windows/%1/calls/%2"_s.arg(window, newUuid()), window == u"03" ? m_clerk : m_other, body);
}

Answer QueueHall::act(const QString& ticket, const QString& name, const QJsonObject& more, const QByteArray& token) const
{
    QJsonObject body = more;
    body[u"act"_s] = name;
    body[u"at"_s] = u"2026-11-23T01:00:00Z"_s;
    return ask("PUT", u"/v1/tickets/%1/acts/%2"_s.arg(ticket, newUuid()), token.isEmpty() ? m_clerk : token, body);
}

QString QueueHall::numberCalled() const
{
    const QJsonObject called = bodyOf(call());
    (void)act(called[u"ticket"_s][u"id"_s].toString(), u"finish"_s);
    return called[u"ticket"_s][u"number"_s].toString() + u' ' + called[u"why"_s].toString();
}

void QueueHall::set(const QString& name, const QJsonValue& value) const
{
    QJsonObject settings = backoffice::documentNamed(*m_database, u"settings"_s);
    if (name.startsWith(u"queue."_s)) {
        QJsonObject queue = settings[u"queue"_s].toObject();
        queue[name.mid(6)] = value;
        settings[u"queue"_s] = queue;
    } else {
        settings[name] = value;
    }
    backoffice::setDocument(*m_database, u"settings"_s, settings);
}
