// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// The queue at the back office, without a socket: whose turn it is, every act, and whose they are.

#include "app/backoffice/document.h"
#include "tests/support/officehall.h"

#include <QTest>

using namespace Qt::StringLiterals;
using backoffice::Answer;

namespace {

const QString Citizen = u"11010519491231002X"_s; // over sixty

QJsonObject bodyOf(const Answer& answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

QString newUuid()
{
    return core::idText(core::newId());
}

} // namespace

class QueueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void theNextIsCalledWithItsReason();
    void aCallIsMadeOnce();
    void jumpsAreCapped();
    void missesMoveBackAndEnd();
    void returnNeedsItsReason();
    void transfers_data();
    void transfers();
    void aNumberIsCalledWithAReason();
    void theLastPressIsUndone_data();
    void theLastPressIsUndone();
    void undoHasItsLimits();
    void actsBelongToTheirWindow();
    void nobodyWaitsTwice();
    void groupsAreSaidOrReadOff();
    void theTicketSaysHowLong();
    void pausesHaveReasons_data();
    void pausesHaveReasons();
    void classesAreTheSupervisors();
    void appointments();
    void appointmentsAreRefused_data();
    void appointmentsAreRefused();

private:
    Answer ask(const QByteArray& method, const QString& path, const QByteArray& token, const QJsonObject& body = {}) const;
    [[nodiscard]] QByteArray tokenFor(const QString& clerk, const QString& window) const;
    [[nodiscard]] QString take(const QString& ticketClass, int minutesAgo, const QJsonObject& more = {}) const;
    Answer call(const QString& window = u"03"_s, const QJsonObject& more = {}) const;
    Answer act(const QString& ticket, const QString& name, const QJsonObject& more = {}, const QByteArray& token = {}) const;
    [[nodiscard]] QString numberCalled() const;
    void set(const QString& name, const QJsonValue& value) const;
    [[nodiscard]] QStringList audited() const;

    QTemporaryDir m_hall;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<backoffice::Database> m_database;
    std::unique_ptr<backoffice::Service> m_service;
    QByteArray m_clerk, m_other, m_supervisor, m_kiosk, m_gateway, m_department;
};

/// A hall with two clerks at open windows, made once; every test begins with a copy.
void QueueTest::initTestCase()
{
    const QString path = m_hall.filePath(u"b.sqlite"_s);
    m_database = std::make_unique<backoffice::Database>(path);
    const backoffice::BlobStore blobs(m_hall.path());
    QVERIFY(m_database->prepare());
    QJsonObject seed = officehall::seedOf();
    QJsonArray accounts = seed[u"accounts"_s].toArray();
    accounts.append(officehall::account(u"002"_s, u"clerk"_s));
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
    set(u"noShowMinimumSeconds"_s, 0);
    for (const auto& [window, token] : {std::pair(u"03"_s, m_clerk), std::pair(u"05"_s, m_other)})
        QCOMPARE(ask("PUT", u"/v1/windows/%1/state"_s.arg(window), token, {{u"state"_s, u"open"_s}}).status, 200);
    m_database->run(u"VACUUM INTO ?"_s, {m_hall.filePath(u"whole.sqlite"_s)});
}

void QueueTest::init()
{
    m_service.reset();
    m_database.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    const QString path = m_folder->filePath(u"b.sqlite"_s);
    QVERIFY(QFile::copy(m_hall.filePath(u"whole.sqlite"_s), path));
    m_database = std::make_unique<backoffice::Database>(path);
    m_service = std::make_unique<backoffice::Service>(*m_database, backoffice::BlobStore(m_folder->path()));
}

Answer QueueTest::ask(const QByteArray& method, const QString& path, const QByteArray& token, const QJsonObject& body) const
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

QByteArray QueueTest::tokenFor(const QString& clerk, const QString& window) const
{
    const QJsonObject who{{u"clerk"_s, clerk}, {u"password"_s, u"training"_s}, {u"window"_s, window}};
    return bodyOf(ask("POST", u"/v1/sessions"_s, {}, who))[u"accessToken"_s].toString().toLatin1();
}

/// Takes a ticket that is so old already; its id.
QString QueueTest::take(const QString& ticketClass, int minutesAgo, const QJsonObject& more) const
{
    QJsonObject body = more;
    body[u"class"_s] = ticketClass;
    const QString id = bodyOf(ask("POST", u"/v1/halls/9901/tickets"_s, m_kiosk, body))[u"id"_s].toString();
    const qint64 since = QDateTime::currentMSecsSinceEpoch() - 60'000LL * minutesAgo;
    m_database->run(u"UPDATE ticket SET taken_at = ?, since = ? WHERE id = ?"_s, {since, since, id});
    return id;
}

Answer QueueTest::call(const QString& window, const QJsonObject& more) const
{
    QJsonObject body = more;
    body[u"requestedAt"_s] = u"2026-11-23T01:00:00Z"_s;
    return ask("PUT", u"/v1/windows/%1/calls/%2"_s.arg(window, newUuid()), window == u"03" ? m_clerk : m_other, body);
}

Answer QueueTest::act(const QString& ticket, const QString& name, const QJsonObject& more, const QByteArray& token) const
{
    QJsonObject body = more;
    body[u"act"_s] = name;
    body[u"at"_s] = u"2026-11-23T01:00:00Z"_s;
    return ask("PUT", u"/v1/tickets/%1/acts/%2"_s.arg(ticket, newUuid()), token.isEmpty() ? m_clerk : token, body);
}

/// Calls, finishes, and says who it was and why.
QString QueueTest::numberCalled() const
{
    const QJsonObject called = bodyOf(call());
    (void)act(called[u"ticket"_s][u"id"_s].toString(), u"finish"_s);
    return called[u"ticket"_s][u"number"_s].toString() + u' ' + called[u"why"_s].toString();
}

/// Changes one of the hall's settings, of the queue where the name has a dot.
void QueueTest::set(const QString& name, const QJsonValue& value) const
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

QStringList QueueTest::audited() const
{
    QSqlQuery rows = m_database->run(u"SELECT act FROM audit WHERE act LIKE 'ticket.%' ORDER BY seq"_s);
    QStringList acts;
    while (rows.next())
        acts.append(rows.value(0).toString());
    return acts;
}

void QueueTest::theNextIsCalledWithItsReason()
{
    (void)take(u"A"_s, 5);
    (void)take(u"B"_s, 9);
    (void)take(u"A"_s, 1, {{u"group"_s, u"disabled"_s}});
    (void)take(u"C"_s, 50);
    QCOMPARE(numberCalled(), u"C001 overdue"_s);
    QCOMPARE(numberCalled(), u"A002 priority"_s);
    QCOMPARE(numberCalled(), u"B001 arrival"_s);
    QCOMPARE(numberCalled(), u"A001 arrival"_s);
    QCOMPARE(call().status, 404);
    QCOMPARE(audited().count(u"ticket.jump.priority"_s), 1); // every jump, and nothing else
    QCOMPARE(audited().filter(u"jump"_s).size(), 1);
}

void QueueTest::aCallIsMadeOnce()
{
    (void)take(u"A"_s, 5);
    (void)take(u"A"_s, 4);
    const QString path = u"/v1/windows/03/calls/"_s + newUuid();
    const QJsonObject body{{u"requestedAt"_s, u"2026-11-23T01:00:00Z"_s}};
    const Answer first = ask("PUT", path, m_clerk, body);
    QCOMPARE(first.status, 200);
    QCOMPARE(ask("PUT", path, m_clerk, body).body, first.body);
    QCOMPARE(call().status, 409); // one in service at a window
    QCOMPARE(bodyOf(call(u"05"_s))[u"ticket"_s][u"number"_s].toString(), u"A002"_s);
}

void QueueTest::jumpsAreCapped()
{
    set(u"queue.jumpsInARow"_s, 2);
    for (int i = 0; i < 4; ++i)
        (void)take(u"A"_s, 4 - i, {{u"group"_s, u"ill"_s}});
    (void)take(u"A"_s, 9);
    QCOMPARE(numberCalled(), u"A001 priority"_s);
    QCOMPARE(numberCalled(), u"A002 priority"_s);
    QCOMPARE(numberCalled(), u"A005 after-cap"_s);
    QCOMPARE(numberCalled(), u"A003 arrival"_s);
}

void QueueTest::missesMoveBackAndEnd()
{
    set(u"queue.requeueAfter"_s, 2);
    set(u"queue.missesAllowed"_s, 1);
    const QString late = take(u"A"_s, 9);
    for (int i = 0; i < 3; ++i)
        (void)take(u"A"_s, 5 - i);
    QCOMPARE(bodyOf(call())[u"ticket"_s][u"id"_s].toString(), late);
    const QJsonObject missed = bodyOf(act(late, u"no-show"_s));
    QCOMPARE(missed[u"state"_s].toString(), u"waiting"_s);
    QCOMPARE(missed[u"misses"_s].toInt(), 1);
    QCOMPARE(numberCalled(), u"A002 arrival"_s);
    QCOMPARE(numberCalled(), u"A003 arrival"_s);
    QCOMPARE(bodyOf(call())[u"ticket"_s][u"id"_s].toString(), late);
    QCOMPARE(bodyOf(act(late, u"no-show"_s))[u"state"_s].toString(), u"void"_s);
    QCOMPARE(call(u"03"_s, {{u"number"_s, u"A001"_s}, {u"reason"_s, u"来了"_s}}).status, 409);
    QCOMPARE(numberCalled(), u"A004 arrival"_s);
}

void QueueTest::returnNeedsItsReason()
{
    const QString id = take(u"A"_s, 5);
    (void)take(u"A"_s, 9);
    QCOMPARE(call(u"03"_s, {{u"number"_s, u"A001"_s}, {u"reason"_s, u"约好"_s}}).status, 200);
    QCOMPARE(act(id, u"return"_s).status, 422);
    QCOMPARE(bodyOf(act(id, u"return"_s, {{u"reason"_s, u"去取材料"_s}}))[u"state"_s].toString(), u"waiting"_s);
    QCOMPARE(numberCalled(), u"A001 returned"_s);
    QCOMPARE(numberCalled(), u"A002 arrival"_s);
}

void QueueTest::transfers_data()
{
    QTest::addColumn<QJsonObject>("to");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("next"); // at window 05
    QTest::newRow("a window") << QJsonObject{{u"toWindow"_s, u"05"_s}, {u"note"_s, u"转不动产"_s}} << 200 << u"A001"_s;
    QTest::newRow("a class") << QJsonObject{{u"toClass"_s, u"B"_s}} << 200 << u"A001"_s;
    QTest::newRow("a window of another one") << QJsonObject{{u"toWindow"_s, u"06"_s}} << 200 << u"B001"_s;
    QTest::newRow("nowhere") << QJsonObject() << 422 << u"B001"_s;
    QTest::newRow("both") << QJsonObject{{u"toWindow"_s, u"05"_s}, {u"toClass"_s, u"B"_s}} << 422 << u"B001"_s;
    QTest::newRow("itself") << QJsonObject{{u"toWindow"_s, u"03"_s}} << 422 << u"B001"_s;
    QTest::newRow("no such window") << QJsonObject{{u"toWindow"_s, u"99"_s}} << 422 << u"B001"_s;
    QTest::newRow("no such class") << QJsonObject{{u"toClass"_s, u"Z"_s}} << 422 << u"B001"_s;
}

void QueueTest::transfers()
{
    QFETCH(QJsonObject, to);
    QFETCH(int, status);
    QFETCH(QString, next);
    const QString id = take(u"A"_s, 5);
    QCOMPARE(call().status, 200);
    (void)take(u"B"_s, 9);
    const Answer answer = act(id, u"transfer"_s, to);
    QCOMPARE(answer.status, status);
    const QJsonObject called = bodyOf(call(u"05"_s));
    QCOMPARE(called[u"ticket"_s][u"number"_s].toString(), next);
    if (next != u"A001")
        return;
    QCOMPARE(called[u"why"_s].toString(), u"transferred"_s);
    QCOMPARE(called[u"ticket"_s][u"note"_s].toString(), to[u"note"_s].toString());
}

void QueueTest::aNumberIsCalledWithAReason()
{
    (void)take(u"A"_s, 9);
    (void)take(u"A"_s, 5);
    QCOMPARE(call(u"03"_s, {{u"number"_s, u"A002"_s}}).status, 422);
    QCOMPARE(call(u"03"_s, {{u"number"_s, u"A009"_s}, {u"reason"_s, u"约好"_s}}).status, 404);
    const QJsonObject called = bodyOf(call(u"03"_s, {{u"number"_s, u"a002"_s}, {u"reason"_s, u"约好"_s}}));
    QCOMPARE(called[u"ticket"_s][u"number"_s].toString(), u"A002"_s);
    QCOMPARE(called[u"why"_s].toString(), u"chosen"_s);
    QCOMPARE(audited(), QStringList{u"ticket.jump.chosen"_s});
    QCOMPARE(call(u"05"_s, {{u"number"_s, u"A002"_s}, {u"reason"_s, u"约好"_s}}).status, 409); // it is at a window
}

void QueueTest::theLastPressIsUndone_data()
{
    QTest::addColumn<QString>("press");
    QTest::addColumn<QString>("state");
    QTest::newRow("call") << QString() << u"waiting"_s;
    QTest::newRow("finish") << u"finish"_s << u"called"_s;
    QTest::newRow("no-show") << u"no-show"_s << u"called"_s;
    QTest::newRow("hold") << u"hold"_s << u"called"_s;
    QTest::newRow("return") << u"return"_s << u"called"_s;
    QTest::newRow("transfer") << u"transfer"_s << u"called"_s;
    QTest::newRow("start goes with the call") << u"start"_s << u"waiting"_s;
    QTest::newRow("so does a recall") << u"recall"_s << u"waiting"_s;
}

void QueueTest::theLastPressIsUndone()
{
    QFETCH(QString, press);
    QFETCH(QString, state);
    const QString id = take(u"A"_s, 9);
    (void)take(u"A"_s, 5);
    QCOMPARE(call().status, 200);
    if (!press.isEmpty())
        QCOMPARE(act(id, press, {{u"reason"_s, u"误按"_s}, {u"toClass"_s, press == u"transfer" ? u"B"_s : QString()}}).status, 200);
    const QJsonObject undone = bodyOf(act(id, u"undo"_s));
    QCOMPARE(undone[u"state"_s].toString(), state);
    QCOMPARE(undone[u"class"_s].toString(), u"A"_s);
    if (state == u"called") {
        QCOMPARE(call().status, 409);
        QCOMPARE(bodyOf(act(id, u"undo"_s))[u"state"_s].toString(), u"waiting"_s); // and the call before it
    }
    QCOMPARE(numberCalled(), u"A001 arrival"_s); // as if nothing had been pressed
}

void QueueTest::undoHasItsLimits()
{
    const QString first = take(u"A"_s, 9);
    const QString second = take(u"A"_s, 5);
    QCOMPARE(act(first, u"undo"_s).status, 409); // nothing was pressed
    QCOMPARE(call().status, 200);
    QCOMPARE(act(first, u"undo"_s, {}, m_other).status, 409); // not there
    QCOMPARE(act(first, u"finish"_s).status, 200);
    QCOMPARE(call().status, 200);
    QCOMPARE(act(first, u"undo"_s).status, 409); // another one is in service
    QCOMPARE(act(second, u"undo"_s).status, 200);
    QCOMPARE(act(first, u"undo"_s).status, 200);
    m_database->run(u"UPDATE ticket_step SET at = at - 60000"_s);
    const Answer late = act(first, u"undo"_s);
    QCOMPARE(late.status, 409);
    QCOMPARE(bodyOf(late)[u"reason"_s].toString(), u"ticket.undo-late"_s);
}

void QueueTest::actsBelongToTheirWindow()
{
    const QString id = take(u"A"_s, 9);
    QCOMPARE(call().status, 200);
    for (const QString& name : {u"finish"_s, u"hold"_s, u"recall"_s})
        QCOMPARE(act(id, name, {}, m_other).status, 403);
    QCOMPARE(act(id, u"return"_s, {{u"reason"_s, u"x"_s}}, m_supervisor).status, 403); // somebody is being served
    QCOMPARE(act(id, u"hold"_s).status, 200);
    QCOMPARE(act(id, u"call"_s).status, 422);
    QCOMPARE(act(id, u"return"_s, {{u"reason"_s, u"窗口换人"_s}}, m_supervisor).status, 200);
    QCOMPARE(bodyOf(call(u"05"_s))[u"ticket"_s][u"id"_s].toString(), id);
    QCOMPARE(act(id, u"finish"_s, {}, m_kiosk).status, 403);
}

void QueueTest::nobodyWaitsTwice()
{
    const auto ticket = [this](const QString& ticketClass, const QString& number) {
        return ask("POST", u"/v1/halls/9901/tickets"_s, m_kiosk,
                   {{u"class"_s, ticketClass}, {u"certificateType"_s, u"citizen-id"_s}, {u"certificateNumber"_s, number}});
    };
    const Answer first = ticket(u"A"_s, Citizen);
    QCOMPARE(first.status, 201);
    QVERIFY(!first.body.contains(Citizen.toLatin1()));
    const Answer again = ticket(u"A"_s, Citizen.toLower());
    QCOMPARE(again.status, 409);
    QCOMPARE(bodyOf(again)[u"number"_s].toString(), u"A001"_s);
    QCOMPARE(ticket(u"B"_s, Citizen).status, 201);
    QCOMPARE(ticket(u"A"_s, u"990101195304091321"_s).status, 201);
    QCOMPARE(numberCalled().left(4), u"A001"_s);
    QCOMPARE(ticket(u"A"_s, Citizen).status, 201);                                    // served before
    for (const QString& table : {u"ticket"_s, u"replay"_s, u"event"_s, u"audit"_s}) { // it is kept nowhere
        QSqlQuery rows = m_database->run(u"SELECT * FROM "_s + table);
        while (rows.next()) {
            for (int column = 0; rows.value(column).isValid(); ++column)
                QVERIFY(!rows.value(column).toString().contains(Citizen));
        }
    }
    QJsonArray classes{QJsonObject{{u"code"_s, u"A"_s}, {u"name"_s, u"企业"_s}, {u"several"_s, true}, {u"realName"_s, true}}};
    set(u"queue.classes"_s, classes);
    QCOMPARE(ticket(u"A"_s, Citizen).status, 201);
    QCOMPARE(ask("POST", u"/v1/halls/9901/tickets"_s, m_kiosk, {{u"class"_s, u"A"_s}}).status, 422);
    QCOMPARE(ticket(u"B"_s, Citizen).status, 422);
}

void QueueTest::groupsAreSaidOrReadOff()
{
    const auto group = [this](const QJsonObject& more) {
        QJsonObject body = more;
        body[u"class"_s] = u"A"_s;
        return bodyOf(ask("POST", u"/v1/halls/9901/tickets"_s, m_clerk, body))[u"group"_s].toString();
    };
    QCOMPARE(group({}), QString());
    QCOMPARE(group({{u"group"_s, u"pregnant"_s}}), u"pregnant"_s);
    QCOMPARE(group({{u"group"_s, u"impatient"_s}}), QString());
    QCOMPARE(group({{u"certificateNumber"_s, Citizen}}), u"elderly"_s);
    QCOMPARE(group({{u"certificateNumber"_s, u"no number"_s}}), QString());
}

void QueueTest::theTicketSaysHowLong()
{
    (void)take(u"A"_s, 9);
    (void)take(u"A"_s, 5);
    (void)take(u"B"_s, 5);
    const QJsonObject body{{u"id"_s, newUuid()}, {u"class"_s, u"A"_s}, {u"holderName"_s, u"王样例"_s}};
    const Answer taken = ask("POST", u"/v1/halls/9901/tickets"_s, m_kiosk, body);
    QCOMPARE(taken.status, 201);
    const QJsonObject ticket = bodyOf(taken);
    QCOMPARE(ticket[u"ahead"_s].toInt(), 2);
    QCOMPARE(ticket[u"expectedMinutes"_s].toInt(), 12); // two windows, twelve minutes each
    QCOMPARE(ticket[u"queryToken"_s].toString().size(), 10);
    QVERIFY(!ticket.contains(u"holderName"_s));
    const Answer again = ask("POST", u"/v1/halls/9901/tickets"_s, m_kiosk, body); // its answer was lost
    QCOMPARE(again.status, 200);
    QCOMPARE(bodyOf(again), ticket);
    QCOMPARE(ask("POST", u"/v1/halls/9901/tickets"_s, m_department, {{u"class"_s, u"A"_s}}).status, 403);
}

void QueueTest::pausesHaveReasons_data()
{
    QTest::addColumn<QString>("reason");
    QTest::addColumn<int>("status");
    for (const QString& reason : {u"meal"_s, u"meeting"_s, u"restroom"_s, u"system"_s, u"locked"_s})
        QTest::addRow("%s", qPrintable(reason)) << reason << 200;
    QTest::newRow("none") << QString() << 422;
    QTest::newRow("another") << u"tired"_s << 422;
}

void QueueTest::pausesHaveReasons()
{
    QFETCH(QString, reason);
    QFETCH(int, status);
    (void)take(u"A"_s, 5);
    QCOMPARE(ask("PUT", u"/v1/windows/03/state"_s, m_clerk, {{u"state"_s, u"paused"_s}, {u"reason"_s, reason}}).status, status);
    QCOMPARE(call().status, status == 200 ? 409 : 200);
}

void QueueTest::classesAreTheSupervisors()
{
    const auto put = [this](const QByteArray& token, const QJsonArray& classes, const QString& window = u"03"_s) {
        return ask("PUT", u"/v1/windows/%1/classes"_s.arg(window), token, {{u"classes"_s, classes}}).status;
    };
    QCOMPARE(put(m_clerk, {u"B"_s}), 403);
    QCOMPARE(put(m_supervisor, {u"B"_s}, u"99"_s), 404);
    QCOMPARE(put(m_supervisor, {}), 422);
    QCOMPARE(put(m_supervisor, {u"B"_s, u"Z"_s}), 422);
    QCOMPARE(put(m_supervisor, {u"B"_s, u"B"_s}), 200);
    (void)take(u"A"_s, 9);
    (void)take(u"B"_s, 1);
    QCOMPARE(numberCalled(), u"B001 arrival"_s);
    QCOMPARE(call().status, 404);
}

void QueueTest::appointments()
{
    set(u"queue.slotEarlyMinutes"_s, 30);
    const QDateTime now = core::hallTime(QDateTime::currentMSecsSinceEpoch());
    const QDateTime slot = now.addMSecs(-(now.time().msecsSinceStartOfDay() % (30 * 60'000)));
    const QString id = newUuid();
    const QJsonObject body{{u"class"_s, u"A"_s},
                           {u"slotBegin"_s, core::isoTime(slot)},
                           {u"holderName"_s, u"王样例"_s},
                           {u"certificateType"_s, u"citizen-id"_s},
                           {u"certificateNumber"_s, u"990101195304091321"_s}};
    QCOMPARE(ask("PUT", u"/v1/appointments/"_s + id, m_gateway, body).status, 201);
    QCOMPARE(ask("PUT", u"/v1/appointments/"_s + id, m_gateway, body).status, 200);
    QCOMPARE(bodyOf(ask("PUT", u"/v1/appointments/"_s + newUuid(), m_gateway, body))[u"type"_s].toString(),
             u"urn:yichuang:problem:already-booked"_s);
    (void)take(u"A"_s, 9);
    const Answer arrived = ask("POST", u"/v1/halls/9901/tickets"_s, m_kiosk, {{u"class"_s, u"B"_s}, {u"appointment"_s, id}});
    QCOMPARE(arrived.status, 201);
    QCOMPARE(bodyOf(arrived)[u"class"_s].toString(), u"A"_s);
    QCOMPARE(ask("POST", u"/v1/halls/9901/tickets"_s, m_kiosk, {{u"appointment"_s, id}}).status, 409);
    const Answer list = ask("GET", u"/v1/appointments?class=A"_s, m_kiosk);
    QCOMPARE(bodyOf(list)[u"appointments"_s][0][u"state"_s].toString(), u"arrived"_s);
    QVERIFY(!list.body.contains("王样例"));
    QCOMPARE(numberCalled(), u"A002 appointment"_s);
}

void QueueTest::appointmentsAreRefused_data()
{
    QTest::addColumn<QJsonObject>("patch");
    QTest::addColumn<int>("slot"); // from now
    QTest::addColumn<int>("status");
    QTest::newRow("sound") << QJsonObject() << 4 << 201;
    QTest::newRow("long ago") << QJsonObject() << -4 << 409;
    QTest::newRow("no such class") << QJsonObject{{u"class"_s, u"Z"_s}} << 4 << 422;
    QTest::newRow("between slots") << QJsonObject{{u"slotBegin"_s, u"2026-11-23T09:10:00+08:00"_s}} << 4 << 422;
    QTest::newRow("no time") << QJsonObject{{u"slotBegin"_s, u"soon"_s}} << 4 << 422;
    QTest::newRow("nobody") << QJsonObject{{u"certificateNumber"_s, QString()}} << 4 << 422;
    QTest::newRow("no such certificate") << QJsonObject{{u"certificateType"_s, u"ticket"_s}} << 4 << 422;
}

void QueueTest::appointmentsAreRefused()
{
    QFETCH(QJsonObject, patch);
    QFETCH(int, slot);
    QFETCH(int, status);
    const qint64 slotMs = 30 * 60'000;
    const qint64 begin = QDateTime::currentMSecsSinceEpoch() / slotMs * slotMs + slot * slotMs;
    QJsonObject body{{u"class"_s, u"A"_s},
                     {u"slotBegin"_s, core::isoTime(core::hallTime(begin))},
                     {u"certificateType"_s, u"citizen-id"_s},
                     {u"certificateNumber"_s, u"990101195304091321"_s}};
    for (auto it = patch.begin(); it != patch.end(); ++it)
        body[it.key()] = it.value();
    const QString id = newUuid();
    QCOMPARE(ask("PUT", u"/v1/appointments/"_s + id, m_clerk, body).status, status);
    QCOMPARE(ask("PUT", u"/v1/appointments/"_s + id, m_department, body).status, 403);
    if (status != 201)
        return;
    QCOMPARE(ask("POST", u"/v1/halls/9901/tickets"_s, m_kiosk, {{u"appointment"_s, id}}).status, 409); // far too early
    for (int other = 1; other <= 3; ++other) {
        body[u"certificateNumber"_s] = QString(u"P"_s + QString::number(other));
        QCOMPARE(ask("PUT", u"/v1/appointments/"_s + newUuid(), m_clerk, body).status, 201);
    }
    body[u"certificateNumber"_s] = u"P9"_s;
    QCOMPARE(ask("PUT", u"/v1/appointments/"_s + newUuid(), m_clerk, body).status, 409); // four places
    body[u"certificateNumber"_s] = u"990101195304091321"_s;
    body[u"state"_s] = u"cancelled"_s;
    QCOMPARE(bodyOf(ask("PUT", u"/v1/appointments/"_s + id, m_clerk, body))[u"state"_s].toString(), u"cancelled"_s);
    QCOMPARE(ask("POST", u"/v1/halls/9901/tickets"_s, m_kiosk, {{u"appointment"_s, id}}).status, 409);
}

QTEST_GUILESS_MAIN(QueueTest)
#include "queuetest.moc"
