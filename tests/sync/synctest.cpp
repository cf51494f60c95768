// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// The client's side against the real back office over real HTTP, and against servers that misbehave.

#include "app/backoffice/catalogueimport.h"
#include "app/backoffice/httpserver.h"
#include "app/core/canonicaljson.h"
#include "app/store/cache.h"
#include "app/store/cases.h"
#include "app/store/numbers.h"
#include "app/store/outbox.h"
#include "app/store/pages.h"
#include "app/sync/courier.h"
#include "app/sync/eventparser.h"
#include "app/sync/eventstream.h"
#include "app/sync/numberlease.h"
#include "app/sync/queueclient.h"
#include "app/sync/reference.h"
#include "app/sync/signin.h"
#include "app/training/traininghall.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class SyncTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void signInOnlineThenOffline();
    void wrongPasswordLocksAfterFive();
    void referenceArrivesOnceAndIsKept();
    void catalogueChangesArriveAlone();
    void calendarWithWrongSignatureIsRefused();
    void caseArrivesExactlyOnce();
    void caseWaitsWhileTheServerIsAway();
    void pageThatIsThereIsNotSentAgain();
    void uploadGoesOnWhereItEnded();
    void refusedCaseWaitsForSomebody();
    void nonsenseFromTheServer_data();
    void nonsenseFromTheServer();
    void calledTicketIsTheSameAfterALostReply();
    void numberBlocksDoNotOverlap();
    void eventsArriveAndResume();
    void eventParsing();
    void clockIgnoresLocalJumps();
    void theOffsetFollowsTheMachine();
    void retryDelays();

private:
    core::CaseRecord commitCase(const QByteArray& page);
    int outboxCount()
    {
        return *m_store->read([](store::Session& s) { return store::outboxCount(s); }).result();
    }
    QJsonObject getJson(const QString& path);
    void signInAt(const QString& window = u"03"_s);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<training::HallServer> m_server;
    std::shared_ptr<store::Store> m_store;
    std::shared_ptr<syncing::ServerClock> m_clock;
    std::unique_ptr<syncing::ApiClient> m_api;
    std::unique_ptr<syncing::SignIn> m_signIn;
};

template<class T> static T waitFor(QFuture<T> future)
{
    [&] { QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 20'000); }();
    return future.result();
}

void SyncTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = training::embeddedServer(m_folder->filePath(u"hall"_s), 0);
    QVERIFY(m_server->start());
    m_store = *store::Store::open(m_folder->filePath(u"window"_s), store::SecretKey::random());
    m_clock = std::make_shared<syncing::ServerClock>();
    m_api = std::make_unique<syncing::ApiClient>(m_server->url(), m_clock);
    m_signIn = std::make_unique<syncing::SignIn>(*m_api, m_store, m_clock);
}

void SyncTest::cleanup()
{
    m_signIn.reset();
    m_api.reset();
    m_store.reset();
    m_server.reset();
    m_folder.reset();
}

void SyncTest::signInAt(const QString& window)
{
    const auto place = waitFor(m_signIn->signIn({u"001"_s, u"training"_s, window}, 72));
    QVERIFY(place);
}

QJsonObject SyncTest::getJson(const QString& path)
{
    const auto reply = waitFor(m_api->call({"GET", path}));
    return reply ? reply->json() : QJsonObject{{u"error"_s, reply.error().code}};
}

core::CaseRecord SyncTest::commitCase(const QByteArray& bytes)
{
    core::CaseRecord record;
    record.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    record.item = {u"I1"_s, u"样例事项"_s};
    record.scenario = {u"new"_s, u"新办"_s};
    record.state = core::CaseState::Accepted;
    record.applicant.name = u"王样例"_s;
    record.applicant.certificate.number = u"11010519491231002X"_s;
    const QString sha = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    const core::PageRef ref{sha, bytes.size(), u"image/jpeg"_s};
    record.materials = {{u"a"_s, u"申请书"_s, core::MaterialForm::Original, 1, core::MaterialStatus::Present, {ref}, {}}};
    record.hall = {u"9901"_s, u"样例市政务服务中心"_s};
    record.window = {u"03"_s, u"3号综合窗口"_s};
    record.clerk = {u"001"_s, u"演练员甲"_s};
    record.department = u"局"_s;
    record.receivedAt = QDateTime::currentDateTime();
    record.acceptedAt = record.receivedAt;
    record.queryCode = u"ABCD"_s;
    const store::Page page{record.id, u"a"_s, ref, bytes};
    const auto file = store::PageFiles(m_store->pageFolder(), m_store->sealer()).write(page);
    const auto written = m_store->write([&](store::Session& s) {
        return store::addPage(s, page, *file, 1).and_then([&] { return store::commitCase(s, record, {record.receivedAt, false}); });
    });
    return *written.result();
}

void SyncTest::signInOnlineThenOffline()
{
    QCOMPARE(waitFor(m_signIn->signIn({u"001"_s, u"wrong"_s, u"03"_s}, 72)).error().code, u"server.wrong-credentials"_s);
    QCOMPARE(waitFor(m_signIn->signIn({u"001"_s, u"training"_s, u"99"_s}, 72)).error().code, u"server.unknown-window"_s);
    syncing::SignIn elsewhere(*m_api, m_store, m_clock, u"8801"_s); // a machine of another hall
    QCOMPARE(waitFor(elsewhere.signIn({u"001"_s, u"training"_s, u"03"_s}, 72)).error().code, u"sign-in.other-hall"_s);
    const auto online = waitFor(m_signIn->signIn({u"001"_s, u"training"_s, u"03"_s}, 72));
    QVERIFY(online);
    QCOMPARE(online->window.name, u"3号综合窗口"_s);
    QVERIFY(!online->offline);
    m_server->stop();
    const auto offline = waitFor(m_signIn->signIn({u"001"_s, u"training"_s, u"03"_s}, 72));
    QVERIFY(offline);
    QVERIFY(offline->offline);
    QCOMPARE(offline->clerk, online->clerk);
    QCOMPARE(waitFor(m_signIn->signIn({u"001"_s, u"wrong"_s, u"03"_s}, 72)).error().code, u"sign-in.wrong"_s);
    QCOMPARE(waitFor(m_signIn->signIn({u"002"_s, u"training"_s, u"03"_s}, 72)).error().code, u"sign-in.never-online"_s);
    QCOMPARE(waitFor(m_signIn->signIn({u"001"_s, u"training"_s, u"04"_s}, 72)).error().code, u"sign-in.other-window"_s);
}

void SyncTest::wrongPasswordLocksAfterFive()
{
    for (int i = 0; i < 5; ++i)
        QCOMPARE(waitFor(m_signIn->signIn({u"002"_s, u"wrong"_s, u"03"_s}, 72)).error().code, u"server.wrong-credentials"_s);
    const auto locked = waitFor(m_signIn->signIn({u"002"_s, u"training"_s, u"03"_s}, 72)); // right, but too late
    QVERIFY(!locked);
    QCOMPARE(locked.error().code, u"server.account-locked"_s);
    QVERIFY(locked.error().facts.value(0).toInt() > 0); // Retry-After
}

void SyncTest::referenceArrivesOnceAndIsKept()
{
    signInAt();
    syncing::Reference reference(*m_api, m_store, training::calendarPublicKey());
    QSignalSpy catalogues(&reference, &syncing::Reference::catalogueChanged);
    QSignalSpy calendars(&reference, &syncing::Reference::calendarChanged);
    reference.refresh(2026);
    QTRY_COMPARE(catalogues.size(), 1);
    QTRY_COMPARE(calendars.size(), 3);
    QTRY_VERIFY(m_store
                    ->read([](store::Session& s) {
                        return s.run(u"SELECT count(*) FROM cache"_s).map([](QSqlQuery q) {
                            q.next();
                            return q.value(0).toInt();
                        });
                    })
                    .result()
                    .value_or(0) == 4);
    reference.refresh(2026); // 304 each: nothing changes
    getJson(u"health"_s);
    getJson(u"health"_s);
    QCOMPARE(catalogues.size(), 1);
    m_server->stop();
    reference.load(2026);
    QTRY_COMPARE(catalogues.size(), 2); // from the store
}

void SyncTest::catalogueChangesArriveAlone()
{
    signInAt();
    syncing::Reference reference(*m_api, m_store, training::calendarPublicKey());
    QSignalSpy catalogues(&reference, &syncing::Reference::catalogueChanged);
    reference.refresh(2026);
    QTRY_COMPARE(catalogues.size(), 1);
    const auto running = [&] { return catalogues.last()[0].value<std::shared_ptr<const core::Catalogue>>(); };
    const qsizetype items = running()->items().size();
    const QString since = core::contentHash(getJson(u"catalogue"_s));
    QJsonObject json = QJsonDocument::fromJson(training::hallCatalogue()).object();
    QJsonArray list = json[u"items"_s].toArray();
    QJsonObject changed = list[3].toObject();
    changed[u"fee"_s] = u"每件 50 元"_s;
    list[3] = changed;
    const QString gone = list[0][u"code"_s].toString();
    list.removeAt(0);
    json[u"items"_s] = list;
    json[u"version"_s] = u"next"_s;
    const auto imported = backoffice::importCatalogue(backoffice::Database(m_folder->filePath(u"hall/backoffice.sqlite"_s)), json);
    QVERIFY(imported && imported->changed == 1 && imported->removed == 1);

    const QJsonObject delta = getJson(u"catalogue?since="_s + since);
    QCOMPARE(delta[u"items"_s].toArray().size(), 1);
    QCOMPARE(delta[u"removed"_s].toArray(), QJsonArray{gone});
    reference.refresh(2026);
    QTRY_COMPARE(catalogues.size(), 2);
    QCOMPARE(running()->version(), u"next"_s);
    QCOMPARE(running()->items().size(), items - 1);
    QVERIFY(!running()->item(gone));
    QCOMPARE(running()->item(changed[u"code"_s].toString())->fee, u"每件 50 元"_s);
}

void SyncTest::calendarWithWrongSignatureIsRefused()
{
    signInAt();
    QByteArray key = training::calendarPublicKey();
    key[0] = char(key[0] ^ 1);
    syncing::Reference reference(*m_api, m_store, key);
    QSignalSpy refused(&reference, &syncing::Reference::refused);
    QSignalSpy calendars(&reference, &syncing::Reference::calendarChanged);
    reference.refresh(2026);
    QTRY_COMPARE(refused.size(), 3);
    QCOMPARE(refused[0][0].value<core::Error>().code, u"calendar.signature"_s);
    QCOMPARE(calendars.size(), 0);
}

void SyncTest::caseArrivesExactlyOnce()
{
    signInAt();
    const core::CaseRecord record = commitCase(QByteArray(3000, 'x'));
    QVERIFY(record.numberProvisional);
    syncing::Courier courier(*m_api, m_store);
    QSignalSpy sent(&courier, &syncing::Courier::sent);
    courier.resume();
    QTRY_COMPARE_WITH_TIMEOUT(sent.size(), 1, 20'000);
    QTRY_COMPARE(outboxCount(), 0);
    const QJsonObject held = getJson(u"cases/"_s + record.id);
    QCOMPARE(held[u"provisionalNumber"_s].toString(), record.number);
    const QString finalNumber = held[u"number"_s].toString();
    QVERIFY(finalNumber != record.number);
    QCOMPARE((*m_store->read([&](store::Session& s) { return store::findCase(s, record.id); }).result())->number, finalNumber);
    // The reply is lost, the case goes again: the same answer, no second case.
    const auto again = waitFor(m_api->call(syncing::ApiCall::put(u"cases/"_s + record.id, record.toJson())));
    QVERIFY(again);
    QCOMPARE(again->status, 200);
    QCOMPARE(getJson(u"cases"_s)[u"cases"_s].toArray().size(), 1);
    // Other content without the right version is refused, with the version that holds.
    QJsonObject other = record.toJson();
    other[u"remarks"_s] = u"changed"_s;
    const auto conflict = waitFor(m_api->call(syncing::ApiCall::put(u"cases/"_s + record.id, other)));
    QCOMPARE(conflict.error().code, u"server.stale-version"_s);
}

void SyncTest::caseWaitsWhileTheServerIsAway()
{
    signInAt();
    syncing::Courier courier(*m_api, m_store);
    courier.resume();
    m_server->stop();
    const core::CaseRecord record = commitCase(QByteArray(3000, 'y'));
    courier.wake();
    QTRY_VERIFY(m_store->read([](store::Session& s) { return store::outboxEntries(s); }).result()->constFirst().tries > 0);
    QCOMPARE(outboxCount(), 2);
    QVERIFY(m_server->start());
    courier.sendNow();
    QTRY_COMPARE_WITH_TIMEOUT(outboxCount(), 0, 20'000);
    QCOMPARE(getJson(u"cases/"_s + record.id)[u"id"_s].toString(), record.id);
}

void SyncTest::pageThatIsThereIsNotSentAgain()
{
    signInAt();
    syncing::Courier courier(*m_api, m_store);
    courier.resume();
    commitCase(QByteArray(3000, 'w'));
    courier.wake();
    QTRY_COMPARE_WITH_TIMEOUT(outboxCount(), 0, 10'000);
    commitCase(QByteArray(3000, 'w'));
    courier.wake();
    QTRY_COMPARE_WITH_TIMEOUT(outboxCount(), 0, 10'000);
    QCOMPARE(getJson(u"cases"_s)[u"cases"_s].toArray().size(), 2);
}

void SyncTest::uploadGoesOnWhereItEnded()
{
    signInAt();
    const QByteArray page(9'000'000, 'z'); // three chunks
    const core::CaseRecord record = commitCase(page);
    const QString sha = record.materials[0].pages[0].sha256;
    // Half of it got there before the program ended.
    syncing::ApiCall create{"POST", u"uploads"_s, {}, {}, {{"Tus-Resumable", "1.0.0"}, {"Upload-Length", QByteArray::number(page.size())}}};
    create.headers.insert("Upload-Metadata", "sha256 " + sha.toLatin1().toBase64());
    const auto created = waitFor(m_api->call(create));
    QVERIFY(created);
    const QString location = QString::fromLatin1(created->header("location")).mid(4);
    syncing::ApiCall half{
        "PATCH", location, page.first(4'500'000), "application/offset+octet-stream", {{"Tus-Resumable", "1.0.0"}, {"Upload-Offset", "0"}}};
    QVERIFY(waitFor(m_api->call(half)));
    m_store
        ->write([&](store::Session& s) { return store::setSetting(s, u"upload:"_s + sha, location.mid(location.indexOf(u"uploads"_s))); })
        .result();
    syncing::Courier courier(*m_api, m_store);
    courier.resume();
    QTRY_COMPARE_WITH_TIMEOUT(outboxCount(), 0, 20'000);
    const auto blob = waitFor(m_api->call({"GET", u"blobs/"_s + sha}));
    QVERIFY(blob);
    QVERIFY(blob->body == page);
}

void SyncTest::refusedCaseWaitsForSomebody()
{
    signInAt();
    core::CaseRecord record = commitCase(QByteArray(10, 'q'));
    m_store->write([&](store::Session& s) { return s.run(u"DELETE FROM outbox"_s).map([](const QSqlQuery&) {}); }).result();
    QJsonObject broken = record.toJson();
    broken.remove(u"queryCode"_s);
    m_store->write([&](store::Session& s) { return store::enqueue(s, {0, record.id, store::OutboxKind::Case, record.id, broken}, 1); })
        .result();
    syncing::Courier courier(*m_api, m_store);
    courier.resume();
    QTRY_VERIFY(m_store->read([](store::Session& s) { return store::outboxEntries(s); }).result()->constFirst().state ==
                store::OutboxState::Attention);
    QCOMPARE(outboxCount(), 1); // kept
    QCOMPARE(store::lastError(m_store->read([](store::Session& s) { return store::casesSince(s, 0, 9); }).result()->constFirst().lastAnswer)
                 .code,
             u"server.invalid-body"_s);
}

void SyncTest::nonsenseFromTheServer_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("code");
    QTest::newRow("not HTTP") << QByteArray("hello\r\n\r\n") << u"net.offline"_s;
    QTest::newRow("nothing") << QByteArray() << u"net.offline"_s;
    QTest::newRow("half a body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{\"a\":")
                                 << u"net.offline"_s;
    QTest::newRow("not JSON") << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5\r\n\r\n<htm>")
                              << u"server.nonsense"_s;
    QTest::newRow("proxy's error page") << QByteArray("HTTP/1.1 502 Bad\r\nContent-Type: text/html\r\nContent-Length: 3\r\n\r\n<p>")
                                        << u"server.busy"_s;
    QTest::newRow("unknown problem") << QByteArray("HTTP/1.1 418 No\r\nContent-Type: application/problem+json\r\nContent-Length: "
                                                   "35\r\n\r\n{\"type\":\"urn:x\",\"title\":\"Teapot..\"} ")
                                     << u"server.refused"_s;
}

void SyncTest::nonsenseFromTheServer()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, code);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, &server, [&] {
        QTcpSocket* socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket, answer] {
            socket->readAll();
            socket->write(answer);
            socket->disconnectFromHost();
        });
    });
    syncing::ApiClient api(QUrl(u"http://127.0.0.1:%1"_s.arg(server.serverPort())), m_clock);
    const auto reply = waitFor(api.call({"GET", u"catalogue"_s}));
    QVERIFY(!reply);
    QCOMPARE(reply.error().code, code);
}

void SyncTest::calledTicketIsTheSameAfterALostReply()
{
    signInAt();
    syncing::QueueClient queue(*m_api, m_store);
    QVERIFY(waitFor(queue.setWindowState(u"03"_s, u"open"_s, {})));
    const int before = waitFor(queue.board(u"9901"_s))->waiting();
    const QJsonObject body{{u"requestedAt"_s, u"2026-11-24T01:00:00Z"_s}};
    const QString path = u"windows/03/calls/0190aaaa-0000-7000-8000-000000000001"_s;
    const auto first = waitFor(m_api->call(syncing::ApiCall::put(path, body)));
    const auto second = waitFor(m_api->call(syncing::ApiCall::put(path, body))); // the first reply was lost
    QVERIFY(first && second);
    QCOMPARE(second->json()[u"ticket"_s], first->json()[u"ticket"_s]);
    QCOMPARE(waitFor(queue.board(u"9901"_s))->waiting(), before - 1);
    QCOMPARE(waitFor(queue.callNext(u"03"_s)).error().code, u"server.ticket-in-service"_s);
    const QString id = first->json()[u"ticket"_s][u"id"_s].toString();
    QCOMPARE(waitFor(queue.board(u"9901"_s))->own->id, id);
    QCOMPARE(waitFor(queue.act(id, core::TicketAct::NoShow)).error().code, u"server.ticket-act-refused"_s); // too early
    QCOMPARE(waitFor(queue.act(id, core::TicketAct::Finish))->state, core::TicketState::Done);
    m_server->stop();
    QCOMPARE(waitFor(queue.act(id, core::TicketAct::Finish)).error().code, u"net.kept"_s);
    QCOMPARE(outboxCount(), 1);
}

void SyncTest::numberBlocksDoNotOverlap()
{
    signInAt();
    syncing::NumberLease lease(*m_api, m_store);
    QCOMPARE(*waitFor(lease.topUp(10, 15)), 15);
    QCOMPARE(*waitFor(lease.topUp(10, 15)), 15); // enough left: nothing is leased
    QSet<QString> numbers;
    for (int i = 0; i < 15; ++i)
        numbers.insert(*m_store->write([](store::Session& s) { return store::takeNumber(s); }).result());
    QCOMPARE(*waitFor(lease.topUp(10, 15)), 15);
    for (int i = 0; i < 15; ++i)
        numbers.insert(*m_store->write([](store::Session& s) { return store::takeNumber(s); }).result());
    QCOMPARE(numbers.size(), 30);
}

void SyncTest::eventsArriveAndResume()
{
    signInAt();
    syncing::EventStream events(*m_api);
    QSignalSpy connected(&events, &syncing::EventStream::connected);
    QSignalSpy received(&events, &syncing::EventStream::received);
    events.start();
    QTRY_COMPARE(connected.size(), 1);
    syncing::QueueClient queue(*m_api, m_store);
    QVERIFY(waitFor(queue.setWindowState(u"03"_s, u"open"_s, {})));
    QTRY_COMPARE(received.size(), 1);
    QCOMPARE(received[0][0].toString(), u"window"_s);
    QCOMPARE(received[0][1].toJsonObject()[u"state"_s].toString(), u"open"_s);
    m_server->stop();
    QVERIFY(m_server->start());
    QVERIFY(waitFor(queue.setWindowState(u"03"_s, u"paused"_s, u"meal"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(received.size(), 2, 20'000); // after the gap, from where it was
    events.stop();
}

void SyncTest::eventParsing()
{
    syncing::EventParser parser;
    QList<syncing::ServerEvent> events;
    for (const char byte : QByteArray(": hi\r\nid: 7\r\nevent: case\r\ndata: {\"a\":1}\r\n\r\nid: 8\ndata: x\ndata: y\n\n\n\ndata"))
        events += parser.feed(QByteArray(1, byte));
    QCOMPARE(events.size(), 2);
    QCOMPARE(events[0].kind, u"case"_s);
    QCOMPARE(events[0].data, QByteArray("{\"a\":1}"));
    QCOMPARE(events[1].data, QByteArray("x\ny"));
    QCOMPARE(parser.lastId(), QByteArray("8"));
}

void SyncTest::clockIgnoresLocalJumps()
{
    std::chrono::milliseconds steady{0};
    QDateTime local(QDate(2026, 11, 24), QTime(9, 0));
    syncing::ServerClock clock([&] { return steady; }, [&] { return local; });
    QVERIFY(clock.now().offline);
    clock.setOnline(true);
    clock.measured(local.addSecs(100));
    QCOMPARE(clock.offsetMs(), 100'000);
    local = local.addYears(-3); // somebody sets the machine's clock back
    steady += std::chrono::seconds(60);
    QCOMPARE(clock.now().time, QDateTime(QDate(2026, 11, 24), QTime(9, 2, 40)));
    QVERIFY(!clock.now().offline);
    clock.setOnline(false);
    QVERIFY(clock.now().offline);
}

/// What the next start without the network goes by.
void SyncTest::theOffsetFollowsTheMachine()
{
    QDateTime local(QDate(2026, 11, 24), QTime(1, 0));
    const QDateTime server = local.addSecs(8 * 3600);
    syncing::ServerClock clock([] { return std::chrono::milliseconds(0); }, [&] { return local; });
    QList<qint64> told;
    clock.tellOffset([&](qint64 ms) { told.append(ms); });
    clock.assumeOffset(1000);
    clock.measured(server);
    local = server; // somebody sets the machine right
    clock.measured(server.addMSecs(900));
    QCOMPARE(clock.offsetMs(), 0);
    QCOMPARE(clock.now().time, server);
    QCOMPARE(told, (QList<qint64>{8 * 3'600'000, 0}));
}

void SyncTest::retryDelays()
{
    QCOMPARE(syncing::retryDelayMs(0, 0.999, 0), 999);
    QCOMPARE(syncing::retryDelayMs(3, 0.5, 0), 4000);
    QCOMPARE(syncing::retryDelayMs(50, 0.999, 0), 299'700);
    QCOMPARE(syncing::retryDelayMs(0, 0.0, 30), 30'000); // Retry-After is obeyed
}

QTEST_GUILESS_MAIN(SyncTest)
#include "synctest.moc"
