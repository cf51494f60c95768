// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// What the back office tells a screen in the hall, and what it does not.

#include "app/backoffice/eventlog.h"
#include "tests/support/queuehall.h"

using namespace Qt::StringLiterals;
using backoffice::Answer;

class HallBoardTest : public QueueHall
{
    Q_OBJECT

private Q_SLOTS:
    void aScreenSeesTheBoardAndNothingElse_data();
    void aScreenSeesTheBoardAndNothingElse();
    void theLastCalls();
    void aCallThatIsTakenBackIsNone();
    void twelveAtMost();
    void namesStayAtTheWindow();
    void theHallsOwnWords();
    void whoHearsOfWhat();
    void aLongBacklogComesInParts();

private:
    [[nodiscard]] QJsonObject board() const { return bodyOf(ask("GET", u"/v1/halls/9901/board"_s, m_display)); }
    [[nodiscard]] QStringList calls() const
    {
        QStringList words;
        const QJsonArray array = board()[u"calls"_s].toArray();
        for (const QJsonValue& call : array)
            words.append(u"%1>%2 x%3"_s.arg(call[u"number"_s].toString(), call[u"window"_s].toString()).arg(call[u"calls"_s].toInt()));
        return words;
    }
    /// A second, for what was called so far.
    void letTimePass() const { m_database->run(u"UPDATE ticket SET called_at = called_at - 1000 WHERE called_at > 0"_s); }
    /// Calls after the last call, and says which ticket it was.
    QString called(const QString& window = u"03"_s) const
    {
        letTimePass();
        return bodyOf(call(window))[u"ticket"_s][u"id"_s].toString();
    }
};

void HallBoardTest::aScreenSeesTheBoardAndNothingElse_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::newRow("board") << QByteArray("GET") << u"/v1/halls/9901/board"_s << 200;
    QTest::newRow("events") << QByteArray("GET") << u"/v1/events"_s << 200;
    QTest::newRow("its way out") << QByteArray("DELETE") << u"/v1/sessions/current"_s << 204;
    QTest::newRow("another hall") << QByteArray("GET") << u"/v1/halls/8801/board"_s << 403;
    for (const char* path :
         {"/v1/catalogue", "/v1/calendar/2026", "/v1/cases", "/v1/cases/x", "/v1/cases/x/acts", "/v1/cases/x/holder",
          "/v1/windows/03/handovers", "/v1/windows/03/shift", "/v1/grants", "/v1/grants/x", "/v1/transfers", "/v1/departments/x/feed",
          "/v1/reminders", "/v1/halls/9901/overview", "/v1/messages", "/v1/appointments", "/v1/evaluations", "/v1/blobs/x"})
        QTest::newRow(path) << QByteArray("GET") << QString::fromLatin1(path) << 403;
    for (const char* path : {"/v1/blobs/x", "/v1/uploads/x"})
        QTest::addRow("HEAD %s", path) << QByteArray("HEAD") << QString::fromLatin1(path) << 403;
    for (const char* path : {"/v1/number-blocks", "/v1/uploads", "/v1/cases/search", "/v1/holders/search", "/v1/prefilings/x/takeover",
                             "/v1/halls/9901/tickets"})
        QTest::addRow("POST %s", path) << QByteArray("POST") << QString::fromLatin1(path) << 403;
    for (const char* path :
         {"/v1/cases/x", "/v1/cases/x/acts/x", "/v1/windows/03/calls/x", "/v1/windows/03/state", "/v1/windows/03/classes",
          "/v1/tickets/x/acts/x", "/v1/messages/x", "/v1/appointments/x", "/v1/evaluations/x", "/v1/enquiries/x"})
        QTest::addRow("PUT %s", path) << QByteArray("PUT") << QString::fromLatin1(path) << 403;
}

void HallBoardTest::aScreenSeesTheBoardAndNothingElse()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(int, status);
    const QJsonObject body{{u"act"_s, u"start"_s}, {u"class"_s, u"A"_s}};
    QCOMPARE(ask(method, path, m_display, method == "GET" || method == "HEAD" || method == "DELETE" ? QJsonObject() : body).status, status);
}

void HallBoardTest::theLastCalls()
{
    QVERIFY(calls().isEmpty());
    for (const auto& [ticketClass, minutesAgo] : {std::pair(u"A"_s, 7), std::pair(u"A"_s, 6), std::pair(u"B"_s, 5)})
        QVERIFY(!take(ticketClass, minutesAgo).isEmpty());
    const QString first = called();
    QVERIFY(!called(u"05"_s).isEmpty());
    QCOMPARE(calls(), (QStringList{u"A002>05 x1"_s, u"A001>03 x1"_s}));
    const QJsonObject newest = board()[u"calls"_s][0].toObject();
    QCOMPARE(newest[u"windowName"_s].toString(), u"5号综合窗口"_s);
    QVERIFY(QDateTime::fromString(newest[u"calledAt"_s].toString(), Qt::ISODateWithMs).isValid());
    letTimePass();
    QCOMPARE(act(first, u"recall"_s).status, 200);
    QCOMPARE(calls(), (QStringList{u"A001>03 x2"_s, u"A002>05 x1"_s}));
    QCOMPARE(act(first, u"finish"_s).status, 200);
    QVERIFY(!called().isEmpty());
    QCOMPARE(calls(), (QStringList{u"B001>03 x1"_s, u"A001>03 x2"_s, u"A002>05 x1"_s})); // whoever was served was called
}

void HallBoardTest::aCallThatIsTakenBackIsNone()
{
    QVERIFY(!take(u"A"_s, 5).isEmpty());
    const QString id = called();
    QCOMPARE(calls().size(), 1);
    QCOMPARE(act(id, u"undo"_s).status, 200);
    QVERIFY(calls().isEmpty());
    QCOMPARE(called(), id);
    QCOMPARE(act(id, u"return"_s, {{u"reason"_s, u"去取材料"_s}}).status, 200);
    QVERIFY(calls().isEmpty()); // waits again, for any window
}

void HallBoardTest::twelveAtMost()
{
    for (int i = 0; i < 14; ++i) {
        QVERIFY(!take(u"A"_s, 20 - i).isEmpty());
        QCOMPARE(act(called(), u"finish"_s).status, 200);
    }
    QCOMPARE(calls().size(), 12);
    QCOMPARE(calls().constFirst(), u"A014>03 x1"_s);
    QCOMPARE(calls().constLast(), u"A003>03 x1"_s);
}

/// Also from a screen that signed in at this window.
void HallBoardTest::namesStayAtTheWindow()
{
    QVERIFY(!take(u"A"_s, 5, {{u"holderName"_s, u"王样例"_s}}).isEmpty());
    QVERIFY(!called().isEmpty());
    const QString path = u"/v1/halls/9901/board"_s;
    QVERIFY(QString::fromUtf8(ask("GET", path, m_clerk).body).contains(u"王样例"));
    for (const QByteArray& token : {m_display, m_other, m_kiosk, m_gateway})
        QVERIFY(!QString::fromUtf8(ask("GET", path, token).body).contains(u"王样例"));
}

void HallBoardTest::theHallsOwnWords()
{
    set(u"queue.classes"_s, QJsonArray{QJsonObject{{u"code"_s, u"A"_s}, {u"name"_s, u"企业"_s}}});
    set(u"queue.notices"_s, QJsonArray{u"请备好身份证件"_s});
    const QJsonObject told = board();
    QCOMPARE(told[u"classes"_s].toArray(), (QJsonArray{QJsonObject{{u"code"_s, u"A"_s}, {u"name"_s, u"企业"_s}}}));
    QCOMPARE(told[u"notices"_s].toArray(), QJsonArray{u"请备好身份证件"_s});
}

/// What applicants say of clerks is the supervisor's; screens hear of the queue alone.
void HallBoardTest::whoHearsOfWhat()
{
    const auto hears = [this](const QByteArray& token) {
        const Answer answer = ask("GET", u"/v1/events"_s, token);
        QStringList kinds{u"ticket"_s, u"window"_s, u"case"_s, u"evaluation"_s};
        kinds.removeIf([&](const QString& kind) { return !answer.events || !answer.events->hears(kind); });
        return kinds.join(u' ');
    };
    QCOMPARE(hears(m_supervisor), u"ticket window case evaluation"_s);
    QCOMPARE(hears(m_clerk), u"ticket window case"_s);
    QCOMPARE(hears(m_display), u"ticket window"_s);
    QCOMPARE(hears(m_kiosk), u"ticket window"_s);
    QCOMPARE(hears(m_department), QString());
}

/// A screen that was away for half a day, while two hundred windows had events all the time.
void HallBoardTest::aLongBacklogComesInParts()
{
    m_database->inTransaction(u"9901"_s, [this] {
        for (int i = 0; i < 4'500; ++i)
            m_database->later(u"INSERT INTO event (hall, kind, data, at) VALUES ('9901', 'queue', '{}', 0)"_s, {});
    });
    backoffice::EventLog log(*m_database);
    log.refresh(u"9901"_s);
    const qint64 newest = log.newest(u"9901"_s);
    qint64 at = newest - 4'500;
    QList<qsizetype> parts;
    while (at < newest) {
        const auto events = log.after(u"9901"_s, at);
        QVERIFY(events && !events->isEmpty());
        parts.append(events->size());
        QCOMPARE(events->constFirst().id, at + 1); // none is left out
        at = events->constLast().id;
    }
    QCOMPARE(parts, (QList<qsizetype>{2'000, 2'000, 500}));
}

QTEST_GUILESS_MAIN(HallBoardTest)
#include "hallboardtest.moc"
