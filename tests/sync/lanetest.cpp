// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// What goes from one window to another: what was done to the queue while the back office was away, and visits.

#include "app/core/uuid7.h"
#include "app/store/drafts.h"
#include "app/store/evaluations.h"
#include "app/store/handovers.h"
#include "app/sync/courier.h"
#include "app/sync/queueclient.h"
#include "app/sync/signin.h"
#include "app/training/traininghall.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class LaneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whatWasDoneAtAnotherWindowWaits();
    void whoseCallWasUndoneIsLeasedAgain();
    void whatIsKeptIsWhosePressItWas();
    void anEvaluationWaitsForItsWindow();
    void aVisitWhosePageIsGoneComesBack();
    void aVisitThatWasTakenDoesNotComeBack();
    void whatStandsInBetweenTakesNothing_data();
    void whatStandsInBetweenTakesNothing();

private:
    [[nodiscard]] store::OutboxEntry firstEntry() const
    {
        return m_store->read([](store::Session& s) { return store::outboxEntries(s); }).result()->value(0);
    }
    [[nodiscard]] int outboxCount() const
    {
        return *m_store->read([](store::Session& s) { return store::outboxCount(s); }).result();
    }
    void signInAt(const QString& window = u"03"_s, const QString& clerk = u"001"_s);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<training::HallServer> m_server;
    std::shared_ptr<store::Store> m_store;
    std::shared_ptr<syncing::ServerClock> m_clock = std::make_shared<syncing::ServerClock>();
    std::unique_ptr<syncing::ApiClient> m_api;
    std::unique_ptr<syncing::SignIn> m_signIn;
};

template<class T> static T waitFor(QFuture<T> future)
{
    [&] { QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 20'000); }();
    return future.result();
}

void LaneTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = training::embeddedServer(m_folder->filePath(u"hall"_s), 0);
    QVERIFY(m_server->start());
    m_store = *store::Store::open(m_folder->filePath(u"window"_s), store::SecretKey::random());
    m_api = std::make_unique<syncing::ApiClient>(m_server->url(), m_clock);
    m_signIn = std::make_unique<syncing::SignIn>(*m_api, m_store, m_clock);
}

void LaneTest::cleanup()
{
    m_signIn.reset();
    m_api.reset();
    m_store.reset();
    m_server.reset();
    m_folder.reset();
}

void LaneTest::signInAt(const QString& window, const QString& clerk)
{
    QVERIFY(waitFor(m_signIn->signIn({clerk, u"training"_s, window}, 72)));
}

void LaneTest::whatWasDoneAtAnotherWindowWaits()
{
    signInAt();
    syncing::QueueClient queue(*m_api, m_store);
    syncing::Courier courier(*m_api, m_store);
    QVERIFY(waitFor(queue.setWindowState(u"03"_s, u"open"_s, {})));
    const auto called = waitFor(queue.callNext(u"03"_s));
    QVERIFY(called);
    m_server->stop();
    QCOMPARE(waitFor(queue.act(called->ticket.id, core::TicketAct::Finish)).error().code, u"net.kept"_s);
    QVERIFY(m_server->start());
    signInAt(u"05"_s, u"002"_s); // whom a clerk serves would go along with them
    courier.serveAt(u"05"_s);
    courier.resume();
    const auto state = [this] {
        const auto entries = *m_store->read([](store::Session& s) { return store::outboxEntries(s); }).result();
        return entries.size() == 1 ? entries[0].state : store::OutboxState::Conflict;
    };
    QTRY_COMPARE(state(), store::OutboxState::Attention); // nobody here may say it, and it is not lost
    signInAt();
    courier.serveAt(u"03"_s);
    QTRY_COMPARE(outboxCount(), 0);
    QVERIFY(!waitFor(queue.board(u"9901"_s))->own);
}

/// It was called alone and told of; the call undone, it is the window's to call alone once more.
void LaneTest::whoseCallWasUndoneIsLeasedAgain()
{
    signInAt();
    syncing::QueueClient queue(*m_api, m_store);
    syncing::Courier courier(*m_api, m_store);
    QVERIFY(waitFor(queue.setWindowState(u"03"_s, u"open"_s, {})));
    QTRY_VERIFY(queue.lease().count() > 0);
    m_server->stop();
    const auto called = waitFor(queue.callNext(u"03"_s));
    QVERIFY(called && called->why == core::CallReason::Offline);
    const auto kept = *m_store->read([](store::Session& s) { return store::outboxEntries(s); }).result();
    QCOMPARE(kept.constLast().body[u"calls"_s], QJsonValue(called->ticket.calls - 1)); // for a program that begins anew
    QVERIFY(m_server->start());
    courier.serveAt(u"03"_s);
    courier.resume();
    QTRY_COMPARE(outboxCount(), 0);
    QVERIFY(waitFor(queue.undo(called->ticket.id)));
    const auto isLeased = [&] {
        while (const auto one = queue.lease().take()) {
            if (one->id == called->ticket.id)
                return true;
        }
        return false;
    };
    QVERIFY(QTest::qWaitFor(isLeased));
}

/// Somebody else sat down, somewhere else, before it was known that the press has to wait.
void LaneTest::whatIsKeptIsWhosePressItWas()
{
    signInAt();
    syncing::QueueClient queue(*m_api, m_store);
    queue.setClerk(u"001"_s);
    QVERIFY(waitFor(queue.setWindowState(u"03"_s, u"open"_s, {})));
    const auto called = waitFor(queue.callNext(u"03"_s));
    QVERIFY(called);
    m_server->stop();
    const auto finished = queue.act(called->ticket.id, core::TicketAct::Finish);
    queue.setClerk(u"002"_s);
    (void)queue.setWindowState(u"05"_s, u"open"_s, {});
    QCOMPARE(waitFor(finished).error().code, u"net.kept"_s);
    const auto entries = *m_store->read([](store::Session& s) { return store::outboxEntries(s); }).result();
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries[0].subject, store::queueLane(u"03"_s));
    QCOMPARE(entries[0].body[u"clerk"_s].toString(), u"001"_s);
}

/// It was given while the network was away; the machine stands at another window when that is back.
void LaneTest::anEvaluationWaitsForItsWindow()
{
    signInAt();
    syncing::QueueClient queue(*m_api, m_store);
    syncing::Courier courier(*m_api, m_store);
    QVERIFY(waitFor(queue.setWindowState(u"03"_s, u"open"_s, {})));
    const auto called = waitFor(queue.callNext(u"03"_s));
    QVERIFY(called);
    QVERIFY(waitFor(queue.act(called->ticket.id, core::TicketAct::Finish)));
    const core::Moment now{QDateTime::currentDateTime(), false};
    const auto give = [&](const QDateTime& at) {
        const core::GivenEvaluation given{core::EvaluationOf::Ticket, called->ticket.id, u"样例事项"_s, 5, at};
        return bool(waitFor(m_store->write([=](store::Session& s) { return store::commitEvaluation(s, given, u"001"_s, now); })));
    };
    const auto queueBehind = [id = called->ticket.id](store::Session& s) {
        return store::enqueue(s, {id, store::OutboxKind::Enquiry, u"enquiries/x"_s}, "{}", 0);
    };
    QVERIFY(give(now.time));
    QVERIFY(waitFor(m_store->write(queueBehind)));
    signInAt(u"05"_s, u"002"_s);
    courier.serveAt(u"05"_s);
    courier.resume();
    QTRY_COMPARE(firstEntry().kind, store::OutboxKind::Enquiry);
    QTRY_COMPARE(firstEntry().state, store::OutboxState::Attention); // had its turn
    QVERIFY(waitFor(m_store->write([id = firstEntry().id](store::Session& s) { return store::markSent(s, id); })));
    QCOMPARE(firstEntry().kind, store::OutboxKind::Evaluation);
    QCOMPARE(firstEntry().state, store::OutboxState::Waiting);
    QVERIFY(firstEntry().subject != called->ticket.id); // what is done to it next does not wait behind
    QCOMPARE(outboxCount(), 0);                         // nobody at this window is to send it
    signInAt();
    courier.serveAt(u"03"_s);
    const auto isEmpty = [this] { return m_store->read([](store::Session& s) { return store::outboxEntries(s); }).result()->isEmpty(); };
    QTRY_VERIFY(isEmpty());
    signInAt(u"05"_s, u"002"_s);
    QVERIFY(give(now.time.addDays(-11)));
    courier.wake();
    QTRY_VERIFY(isEmpty()); // too old to wait for
}

/// Nobody sees what waits between two windows.
void LaneTest::aVisitWhosePageIsGoneComesBack()
{
    signInAt();
    core::IntakeDraft visit;
    visit.caseId = core::idText(core::newId());
    visit.materials[u"a"_s] = {core::MaterialStatus::Present, {{QString(64, u'a'), 10, u"image/jpeg"_s}}, {}};
    const core::Moment now{QDateTime::currentDateTime(), false};
    QVERIFY(
        waitFor(m_store->write([=](store::Session& s) { return store::commitHandover(s, visit, {u"05"_s, u"换窗口"_s, u"001"_s}, now); })));
    syncing::Courier courier(*m_api, m_store);
    QSignalSpy refused(&courier, &syncing::Courier::handoverRefused);
    courier.resume();
    QTRY_COMPARE_WITH_TIMEOUT(refused.size(), 1, 20'000);
    QCOMPARE(outboxCount(), 0);
    const auto drafts = m_store->read([](store::Session& s) { return store::loadDrafts(s); }).result();
    QCOMPARE(drafts->size(), 1);
    QCOMPARE(drafts->constFirst().materials, visit.materials);
}

/// The answer to the window that handed it over was lost.
void LaneTest::aVisitThatWasTakenDoesNotComeBack()
{
    signInAt();
    core::IntakeDraft visit;
    visit.caseId = core::idText(core::newId());
    const core::Moment now{QDateTime::currentDateTime(), false};
    QVERIFY(
        waitFor(m_store->write([=](store::Session& s) { return store::commitHandover(s, visit, {u"05"_s, u"换窗口"_s, u"001"_s}, now); })));
    const store::OutboxEntry leaving = firstEntry();
    const auto arrived = waitFor(m_api->call(syncing::ApiCall::put(leaving.target, leaving.body)));
    QVERIFY(arrived);
    signInAt(u"05"_s, u"002"_s);
    auto take = syncing::ApiCall::put(leaving.target, {{u"window"_s, u"05"_s}, {u"at"_s, leaving.body[u"at"_s]}});
    take.headers.insert("If-Match", arrived->header("etag"));
    QVERIFY(waitFor(m_api->call(take)));
    signInAt();
    syncing::Courier courier(*m_api, m_store);
    courier.resume();
    QTRY_COMPARE(outboxCount(), 0);
    QVERIFY(m_store->read([](store::Session& s) { return store::loadDrafts(s); }).result()->isEmpty());
}

void LaneTest::whatStandsInBetweenTakesNothing_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("rest");
    QTest::newRow("login portal") << QByteArray("200 OK") << QByteArray("Content-Type: text/html\r\nContent-Length: 5\r\n\r\n<htm>");
    QTest::newRow("a word") << QByteArray("200 OK") << QByteArray("Content-Length: 2\r\n\r\nok");
    QTest::newRow("nothing") << QByteArray("200 OK") << QByteArray("Content-Length: 0\r\n\r\n");
    QTest::newRow("refusal") << QByteArray("403 No") << QByteArray("Content-Type: text/html\r\nContent-Length: 5\r\n\r\n<htm>");
}

/// And its time is nobody's.
void LaneTest::whatStandsInBetweenTakesNothing()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, rest);
    const QByteArray answer = "HTTP/1.1 " + status + "\r\nDate: Mon, 01 Jan 2035 00:00:00 GMT\r\n" + rest;
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
    const auto clock = std::make_shared<syncing::ServerClock>();
    syncing::ApiClient api(QUrl(u"http://127.0.0.1:%1"_s.arg(server.serverPort())), clock);
    QSignalSpy online(&api, &syncing::ApiClient::onlineChanged);
    core::IntakeDraft visit;
    visit.caseId = core::idText(core::newId());
    const core::Moment now{QDateTime::currentDateTime(), false};
    QVERIFY(
        waitFor(m_store->write([=](store::Session& s) { return store::commitHandover(s, visit, {u"05"_s, u"换窗口"_s, u"001"_s}, now); })));
    syncing::Courier courier(api, m_store);
    courier.resume();
    QTRY_VERIFY(firstEntry().tries > 0);
    QCOMPARE(store::lastError(firstEntry().lastAnswer).code, u"net.in-between"_s);
    QCOMPARE(firstEntry().state, store::OutboxState::Waiting);
    QVERIFY(online.isEmpty() && clock->now().offline);
    QVERIFY(clock->now().time.date().year() < 2035);
}

QTEST_GUILESS_MAIN(LaneTest)
#include "lanetest.moc"
