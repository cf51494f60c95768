// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// Windows of one hall, each on a line of its own that goes dead, loses answers and comes back, while the back office stops and starts
// again. They call what is leased to them meanwhile and tell it later. What each window was given is compared with what was handed
// out: nobody twice, nobody lost, and the record says what was called without the back office.

#include "app/core/uuid7.h"
#include "app/store/outbox.h"
#include "app/sync/courier.h"
#include "app/sync/eventstream.h"
#include "app/sync/queueclient.h"
#include "app/sync/signin.h"
#include "app/training/traininghall.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace {

constexpr int Windows = 6;
constexpr int Tickets = 110;
constexpr double RepliesLost = 0.03;
constexpr std::chrono::seconds Longest{150};

int chance(int from, int to)
{
    return QRandomGenerator::global()->bounded(from, to);
}

/// The cable between one window and the back office.
class Line : public QObject
{
public:
    explicit Line(const QUrl& target) : m_target(target)
    {
        m_server.listen(QHostAddress::LocalHost);
        m_port = m_server.serverPort();
        connect(&m_server, &QTcpServer::newConnection, this, &Line::join);
    }

    [[nodiscard]] QUrl url() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port)); }
    void cut()
    {
        m_server.close();
        for (QTcpSocket* end : m_server.findChildren<QTcpSocket*>())
            end->abort();
        for (QTcpSocket* end : findChildren<QTcpSocket*>())
            end->abort();
    }
    void mend() { m_server.listen(QHostAddress::LocalHost, m_port); }
    void loseReplies(double share) { m_lost = share; }

private:
    void join()
    {
        QTcpSocket* near = m_server.nextPendingConnection();
        auto* far = new QTcpSocket(this);
        far->connectToHost(m_target.host(), quint16(m_target.port()));
        const auto waiting = std::make_shared<QByteArray>();
        connect(far, &QTcpSocket::connected, near, [=] { far->write(std::exchange(*waiting, {})); });
        connect(near, &QTcpSocket::readyRead, far, [=] {
            waiting->append(near->readAll());
            if (far->state() == QAbstractSocket::ConnectedState)
                far->write(std::exchange(*waiting, {}));
        });
        connect(far, &QTcpSocket::readyRead, near, [=, this] {
            if (QRandomGenerator::global()->generateDouble() < m_lost) { // it was done, and nobody hears of it
                far->abort();
                near->abort();
                return;
            }
            if (near->state() == QAbstractSocket::ConnectedState)
                near->write(far->readAll());
        });
        connect(near, &QTcpSocket::disconnected, far, [=] {
            far->disconnectFromHost();
            near->deleteLater();
        });
        connect(far, &QTcpSocket::disconnected, near, [=] {
            near->disconnectFromHost();
            far->deleteLater();
        });
        connect(far, &QTcpSocket::errorOccurred, near, [=] { near->abort(); });
    }

    QUrl m_target;
    QTcpServer m_server;
    quint16 m_port = 0;
    double m_lost = 0;
};

struct Given
{
    QString id;
    QString number;
    bool alone = false;
    QTime at = QTime::currentTime();
};

/// A clerk who calls, begins and finishes, one after another.
class Window : public QObject
{
public:
    Window(QString ownCode, const QUrl& hall, const QString& folder)
        : code(std::move(ownCode)), line(hall), m_store(*store::Store::open(folder, store::SecretKey::random())),
          m_api(line.url(), m_clock), m_signIn(m_api, m_store, m_clock), m_courier(m_api, m_store), m_events(m_api), m_queue(m_api, m_store)
    {
        connect(&m_events, &syncing::EventStream::received, this, [this](const QString& kind, const QJsonObject& data) {
            if (kind == u"lease-wanted" && data[u"window"_s] == this->code)
                m_queue.lease().giveBack(data[u"ticket"_s].toString());
        });
        connect(&m_api, &syncing::ApiClient::onlineChanged, this, [this](bool online) {
            if (online)
                m_courier.networkIsBack();
        });
        connect(&m_queue, &syncing::QueueClient::behind, &m_courier, &syncing::Courier::networkIsBack);
        m_pause.setSingleShot(true);
        connect(&m_pause, &QTimer::timeout, this, &Window::call);
    }

    void open()
    {
        const auto in = m_signIn.signIn({u"0"_s + code, u"training"_s, code}, 72);
        QTRY_VERIFY_WITH_TIMEOUT(in.isFinished(), 20'000);
        QVERIFY(in.result());
        m_courier.serveAt(code);
        m_courier.resume();
        m_events.start();
        const auto state = m_queue.setWindowState(code, u"open"_s, {});
        QTRY_VERIFY(state.isFinished());
        QVERIFY(state.result());
    }
    void work() { call(); }
    void rest() { m_resting = true; }
    [[nodiscard]] bool isIdle() const { return m_resting && !m_busy && !isBehind(); }
    [[nodiscard]] bool isBehind() const
    {
        return m_store->read([](store::Session& s) { return store::outboxCount(s); }).result().value_or(1) > 0;
    }

    const QString code;
    Line line;
    QList<Given> given;
    QStringList trouble;

private:
    void call()
    {
        if (m_resting)
            return;
        m_busy = true;
        m_queue.callNext(code).then(this, [this](const core::Result<syncing::CalledTicket>& called) {
            m_busy = false;
            if (!called) {
                const QString& cause = called.error().code;
                if (cause != u"server.queue-empty" && !cause.startsWith(u"net.") && cause != u"server.busy" && cause != u"queue.behind" &&
                    cause != u"server.lease-wanted")
                    trouble.append(cause);
                return m_pause.start(chance(30, 90));
            }
            given.append({called->ticket.id, called->ticket.number, called->why == core::CallReason::Offline});
            act(called->ticket, core::TicketAct::Start);
        });
    }

    void act(const core::Ticket& ticket, core::TicketAct kind)
    {
        m_busy = true;
        m_queue.act(ticket.id, kind).then(this, [this, ticket, kind](const core::Result<core::Ticket>& done) {
            m_busy = false;
            if (!done && done.error().code != u"net.kept")
                trouble.append(ticket.number + u' ' + core::toWire(kind) + u": "_s + done.error().code);
            if (kind == core::TicketAct::Start)
                act(ticket, core::TicketAct::Finish);
            else
                m_pause.start(chance(5, 60));
        });
    }

    std::shared_ptr<store::Store> m_store;
    std::shared_ptr<syncing::ServerClock> m_clock = std::make_shared<syncing::ServerClock>();
    syncing::ApiClient m_api;
    syncing::SignIn m_signIn;
    syncing::Courier m_courier;
    syncing::EventStream m_events;
    syncing::QueueClient m_queue;
    QTimer m_pause{this};
    bool m_busy = false;
    bool m_resting = false;
};

} // namespace

class Outages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyTwiceNobodyLost();

private:
    void hireClerks() const;
    void handOut();
    void trouble(Window& window) const;
    [[nodiscard]] int inTheHall(const QString& count) const;
    [[nodiscard]] QString stepsOf(const QString& ticket) const;

    QTemporaryDir m_folder;
    std::unique_ptr<training::HallServer> m_hall;
    std::vector<std::unique_ptr<Window>> m_windows;
    int m_handedOut = 0;
};

int Outages::inTheHall(const QString& count) const
{
    int number = -1;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"look"_s);
        database.setDatabaseName(m_folder.filePath(u"hall/backoffice.sqlite"_s));
        QSqlQuery query(database);
        if (database.open() && query.exec(u"SELECT count(*) FROM "_s + count) && query.next())
            number = query.value(0).toInt();
    }
    QSqlDatabase::removeDatabase(u"look"_s);
    return number;
}

/// One for every window, with one password.
void Outages::hireClerks() const
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"hire"_s);
        database.setDatabaseName(m_folder.filePath(u"hall/backoffice.sqlite"_s));
        QVERIFY(database.open());
        QSqlQuery query(database);
        query.prepare(
            u"INSERT INTO account (number, name, role, hall, password_hash) SELECT ?, name, role, hall, password_hash FROM account "
            "WHERE number = '001' ON CONFLICT DO NOTHING"_s);
        for (int i = 0; i < Windows; ++i) {
            query.addBindValue(QString::number(i + 1).rightJustified(3, u'0'));
            QVERIFY(query.exec());
        }
    }
    QSqlDatabase::removeDatabase(u"hire"_s);
}

/// What the back office has written of a ticket, where something went wrong.
QString Outages::stepsOf(const QString& ticket) const
{
    QStringList steps;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"look"_s);
        database.setDatabaseName(m_folder.filePath(u"hall/backoffice.sqlite"_s));
        QSqlQuery query(database);
        const QString sql = u"SELECT act || ' ' || why || ' at ' || service_window || ' ' || time(at / 1000.0, 'unixepoch', '+8 hours') || "
                            u"' ' || undone || ' ' || before FROM ticket_step WHERE "
                            "ticket_id = '%1' ORDER BY step"_s.arg(ticket);
        if (database.open() && query.exec(sql)) {
            while (query.next())
                steps.append(query.value(0).toString());
        }
    }
    QSqlDatabase::removeDatabase(u"look"_s);
    return steps.join(u'\n');
}

/// Somebody comes every few milliseconds, to the guide's desk, whose line is good.
void Outages::handOut()
{
    auto clock = std::make_shared<syncing::ServerClock>();
    syncing::ApiClient api(m_hall->url(), clock);
    const QJsonObject who{{u"clerk"_s, u"800"_s}, {u"password"_s, u"training"_s}, {u"window"_s, u"12"_s}};
    const auto in = api.call(syncing::ApiCall::post(u"sessions"_s, who));
    QTRY_VERIFY_WITH_TIMEOUT(in.isFinished(), 20'000);
    QVERIFY(in.result());
    api.setTokens({in.result()->json()[u"accessToken"_s].toString(), in.result()->json()[u"refreshToken"_s].toString()});
    for (int i = 0; i < Tickets; ++i) {
        const QJsonObject body{{u"id"_s, core::idText(core::newId())}, {u"class"_s, i % 3 ? u"A"_s : u"B"_s}};
        const auto taken = api.call(syncing::ApiCall::post(u"halls/9901/tickets"_s, body));
        QTRY_VERIFY(taken.isFinished());
        QVERIFY2(taken.result() && taken.result()->status == 201, taken.result() ? "" : qPrintable(taken.result().error().code));
        ++m_handedOut;
    }
}

/// Now and then the line is dead for a while.
void Outages::trouble(Window& window) const
{
    QTimer::singleShot(chance(300, 2500), &window, [this, &window] {
        window.line.cut();
        QTimer::singleShot(chance(200, 2500), &window, [this, &window] {
            window.line.mend();
            trouble(window);
        });
    });
}

void Outages::nobodyTwiceNobodyLost()
{
    m_hall = training::embeddedServer(m_folder.filePath(u"hall"_s), 0);
    QVERIFY(m_hall->start());
    const int before = inTheHall(u"ticket WHERE state = 'waiting'"_s);
    hireClerks();
    handOut();
    for (int i = 0; i < Windows; ++i) {
        const QString code = QString::number(i + 1).rightJustified(2, u'0');
        m_windows.push_back(std::make_unique<Window>(code, m_hall->url(), m_folder.filePath(code)));
        m_windows.back()->open();
    }
    for (const auto& window : m_windows) {
        window->line.loseReplies(RepliesLost);
        trouble(*window);
        window->work();
    }
    QTimer stops;
    connect(&stops, &QTimer::timeout, this, [this] { // all windows at once
        m_hall->stop();
        QTimer::singleShot(1000, this, [this] { QVERIFY(m_hall->start()); });
    });
    stops.start(5000);
    QTRY_COMPARE_WITH_TIMEOUT(inTheHall(u"ticket WHERE state IN ('waiting', 'transferred')"_s), 0,
                              int(std::chrono::milliseconds(Longest).count()));
    stops.stop();
    const auto everything = [this](auto each) {
        return std::all_of(m_windows.begin(), m_windows.end(), [&](const auto& one) { return each(*one); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(
        inTheHall(u"ticket WHERE state NOT IN ('done')"_s) == 0 && everything([](Window& one) { return !one.isBehind(); }), 60'000);
    for (const auto& window : m_windows)
        window->rest();
    QTRY_VERIFY_WITH_TIMEOUT(everything([](Window& one) { return one.isIdle(); }), 30'000);
    QHash<QString, QString> seen;
    int alone = 0;
    for (const auto& window : m_windows) {
        QVERIFY2(window->trouble.isEmpty(), qPrintable(window->code + u": "_s + window->trouble.join(u", "_s)));
        for (const Given& one : window->given) {
            const QString here = u"%1 %2%3"_s.arg(window->code, one.at.toString(Qt::ISODateWithMs), one.alone ? u" alone"_s : QString());
            QVERIFY2(!seen.contains(one.id),
                     qPrintable(u"%1 was called at %2 and at %3:\n"_s.arg(one.number, seen.value(one.id), here) + stepsOf(one.id)));
            seen.insert(one.id, here);
            alone += one.alone ? 1 : 0;
        }
    }
    QCOMPARE(seen.size(), before + m_handedOut);
    qInfo().noquote() << seen.size() << "tickets at" << Windows << "windows," << alone << "called without the back office";
    QVERIFY(alone > 10);
    const int marked = inTheHall(u"ticket_step WHERE act = 'call' AND why = 'offline'"_s);
    QVERIFY2(marked <= alone && marked > alone / 2, qPrintable(QString::number(marked))); // a lost answer was a call of the ordinary kind
    QCOMPARE(inTheHall(u"audit WHERE act = 'ticket.lease-lost'"_s), 0);
}

QTEST_GUILESS_MAIN(Outages)
#include "outages.moc"
