// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// What was done to the queue without the back office, and somebody then sits at another window.

#include "app/store/outbox.h"
#include "app/sync/courier.h"
#include "app/sync/queueclient.h"
#include "app/sync/signin.h"
#include "app/training/traininghall.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class LaneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatWasDoneAtAnotherWindowWaits();

private:
    [[nodiscard]] int outboxCount() const
    {
        return *m_store->read([](store::Session& s) { return store::outboxCount(s); }).result();
    }
    void signInAt(const QString& window = u"03"_s, const QString& clerk = u"001"_s);

    QTemporaryDir m_folder;
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
    m_server = training::embeddedServer(m_folder.filePath(u"hall"_s), 0);
    QVERIFY(m_server->start());
    m_store = *store::Store::open(m_folder.filePath(u"window"_s), store::SecretKey::random());
    m_api = std::make_unique<syncing::ApiClient>(m_server->url(), m_clock);
    m_signIn = std::make_unique<syncing::SignIn>(*m_api, m_store, m_clock);
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

QTEST_GUILESS_MAIN(LaneTest)
#include "lanetest.moc"
