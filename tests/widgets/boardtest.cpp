// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// The supervisor's board over a real back office: 5, 50 and 200 windows, what is to be done, and what a key does about it.

#include "app/desk/boarddesk.h"
#include "app/desk/messagedesk.h"
#include "tests/support/counter.h"
#include "widgets/common/theme.h"
#include "widgets/queue/queueform.h"
#include "widgets/supervise/windowgrid.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

class BoardTest : public Counter
{
    Q_OBJECT

private Q_SLOTS:
    void aClerkHasNone();
    void theHall_data();
    void theHall();
    void aKeySendsHelp();
    void whatWasReadStaysWithItsAge();
    void theQueueAsksWhereItIsSeen();
    void aWindowIsLookedAt_data();
    void aWindowIsLookedAt();
    void aWindowChangesItsClasses();
    void whoWasLeftIsSentBack();
    void whoWaitsIsSentElsewhere();
    void nobodyTakesThePlaceOfWhoHasLeft();
    void aLookThatFailsBlanksNothing();
    void aPauseIsAskedFor();

private:
    void makeHall(int windows) const;
    [[nodiscard]] desk::BoardDesk& board() const { return m_client->desks().board; }
    [[nodiscard]] desk::CloserDesk& closer() const { return board().closer(); }
    /// The supervisor sits down before a hall of so many windows.
    void superviseHall(int windows) const;
    [[nodiscard]] bool isSaid(const QString& words) const;
    void pictures(const QString& name) const;
    /// Another supervisor answers what this window asked last.
    void answerElsewhere(const QJsonObject& answer) const;
    [[nodiscard]] QString pauseState() const
    {
        return inTheHall(u"SELECT state FROM pause_request ORDER BY asked_at DESC, id DESC LIMIT 1"_s).toString();
    }
    [[nodiscard]] desk::QueueDesk& queue() const { return m_client->desks().queue; }
};

/// So many windows in every state, and people who wait.
void BoardTest::makeHall(int windows) const
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    inTheHall(
        u"DELETE FROM service_window WHERE code NOT IN ('03') AND NOT EXISTS (SELECT 1 FROM session s WHERE s.service_window = code)"_s);
    inTheHall(
        u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) INSERT INTO service_window (code, name, hall, "
        u"classes, "
        "state, reason, since, clerk) SELECT printf('%03d', i), i || '号综合窗口', '9901', CASE i % 2 WHEN 0 THEN 'A' ELSE 'C' END, "
        "CASE WHEN i % 11 = 0 THEN 'paused' WHEN i % 7 = 0 THEN 'closed' ELSE 'open' END, CASE WHEN i % 11 = 0 THEN '用餐' ELSE '' END, "
        "? - (i % 40) * 60000, '演练员' || i FROM n"_s,
        {windows - 1, now});
    inTheHall(u"UPDATE ticket SET taken_at = ? WHERE queue_class = 'B' AND state = 'waiting'"_s, {now - 34LL * 60'000});
    inTheHall(
        u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) INSERT INTO ticket (id, hall, ticket_day, "
        "ticket_class, queue_class, serial, number, state, calls, taken_at, called_at, first_called_at, started_at, service_window) SELECT "
        "'s' || i, '9901', "
        "date('now', '+8 hours'), 'C', 'C', 500 + i, 'C' || (500 + i), 'serving', 1, ? - 3600000, ? - i * 9000, ? - i * 9000, ? - i * "
        "9000, "
        "printf('%03d', i) FROM n WHERE i % 3 > 0 AND i % 11 > 0 AND i % 7 > 0"_s,
        {windows - 1, now, now, now, now});
}

void BoardTest::superviseHall(int windows) const
{
    makeHall(windows);
    signInAgain(u"900"_s);
    QTRY_VERIFY(board().board().has_value());
    QCOMPARE(m_hands->focus(), u"WindowGrid"_s);
}

bool BoardTest::isSaid(const QString& words) const
{
    const auto labels = m_client->window().findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel* label) { return label->isVisible() && label->text().contains(words); });
}

/// In the two sizes that halls have.
void BoardTest::pictures(const QString& name) const
{
    if (!qEnvironmentVariableIsSet("YICHUANG_PICTURES"))
        return;
    const QString theme = m_theme->isDark() ? u"dark"_s : u"light"_s;
    for (const QSize& size : {QSize(1366, 768), QSize(1920, 1080)}) {
        m_client->window().resize(size);
        QTest::qWait(100);
        picture(u"%1-%2-%3"_s.arg(name, theme).arg(size.height()));
    }
}

void BoardTest::aClerkHasNone()
{
    m_hands->press(Qt::Key_6, Qt::ControlModifier);
    QVERIFY(!board().board());
    QVERIFY(!m_client->window().findChild<widgets::WindowGrid*>()->isVisible());
}

void BoardTest::theHall_data()
{
    QTest::addColumn<int>("windows");
    QTest::addColumn<widgets::ThemeChoice>("theme");
    for (const int windows : {5, 50, 200}) {
        QTest::addRow("%d light", windows) << windows << widgets::ThemeChoice::Light;
        QTest::addRow("%d dark", windows) << windows << widgets::ThemeChoice::Dark;
    }
}

void BoardTest::theHall()
{
    QFETCH(int, windows);
    QFETCH(widgets::ThemeChoice, theme);
    makeHall(windows);
    m_theme->choose(theme);
    signInAgain(u"900"_s);
    QTRY_VERIFY(board().board().has_value()); // it is where a supervisor begins
    QCOMPARE(board().board()->windows.size(), windows);
    QVERIFY(!board().alerts().isEmpty());
    auto* grid = m_client->window().findChild<widgets::WindowGrid*>();
    QVERIFY(grid && grid->isVisible());
    QCOMPARE(grid->accessibleDescription().count(u'\n'), windows - 1);
    picture(u"board-%1-%2"_s.arg(windows).arg(theme == widgets::ThemeChoice::Dark ? u"dark"_s : u"light"_s));
}

void BoardTest::aKeySendsHelp()
{
    makeHall(5);
    signInAgain(u"900"_s);
    QTRY_VERIFY(board().board().has_value());
    const auto& first = board().alerts().constFirst();
    QCOMPARE(first.act, core::AlertAct::OpenClass);
    const QString helper = first.window;
    const QString ticketClass = first.ticketClass;
    QSignalSpy told(&board(), &desk::BoardDesk::told);
    m_hands->press(Qt::Key_F12);
    QTRY_COMPARE(told.size(), 1);
    QTRY_VERIFY(std::any_of(board().board()->windows.begin(), board().board()->windows.end(),
                            [&](const auto& window) { return window.code == helper && window.classes.contains(ticketClass); }));
    QVERIFY(m_client->window().message().isEmpty() || !m_client->window().message().contains(u"refus"_s));
    inTheHall(u"UPDATE message SET service_window = '03'"_s); // as if it were for this window
    signInAgain(u"001"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_client->window().message().contains(u"%1类"_s.arg(ticketClass)), 20'000);
}

void BoardTest::whatWasReadStaysWithItsAge()
{
    signInAgain(u"900"_s);
    QTRY_VERIFY(board().board().has_value());
    const core::HallBoard read = *board().board();
    m_server->stop();
    board().refresh();
    QTRY_VERIFY_WITH_TIMEOUT(board().isStale(), 20'000);
    QCOMPARE(board().board()->windows, read.windows);
    const auto labels = m_client->window().findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
        return label->isVisible() && label->text().contains(u"the back office cannot be reached"_s);
    }));
    QVERIFY(m_server->start());
    QTRY_VERIFY_WITH_TIMEOUT(!board().isStale(), 30'000);
}

void BoardTest::theQueueAsksWhereItIsSeen()
{
    makeHall(5);
    signInAgain(u"900"_s);
    QTRY_VERIFY(board().board().has_value());
    m_hands->press(Qt::Key_F2, Qt::ControlModifier);
    auto* form = m_client->window().findChild<widgets::QueueForm*>();
    QTRY_VERIFY(form && form->isVisible());
    m_hands->press(Qt::Key_6, Qt::ControlModifier);
    QTRY_VERIFY(!board().alerts().isEmpty());
    QSignalSpy told(&board(), &desk::BoardDesk::told);
    m_hands->press(Qt::Key_F12); // is the board's again
    QTRY_COMPARE(told.size(), 1);
}

void BoardTest::aWindowIsLookedAt_data()
{
    QTest::addColumn<widgets::ThemeChoice>("theme");
    QTest::newRow("light") << widgets::ThemeChoice::Light;
    QTest::newRow("dark") << widgets::ThemeChoice::Dark;
}

void BoardTest::aWindowIsLookedAt()
{
    QFETCH(widgets::ThemeChoice, theme);
    m_theme->choose(theme);
    m_hands->press(Qt::Key_F2);
    QTRY_VERIFY(m_client->desks().queue.ticket());
    const core::Ticket ticket = *m_client->desks().queue.ticket();
    makeHall(50);
    signInAgain(u"900"_s);
    QTRY_VERIFY(m_client->desks().queue.ticket()); // the number goes on where it is
    m_hands->press(Qt::Key_6, Qt::ControlModifier);
    QTRY_VERIFY(board().board().has_value());
    const auto* grid = m_client->window().findChild<widgets::WindowGrid*>();
    for (const int key : {Qt::Key_End, Qt::Key_Up, Qt::Key_Down, Qt::Key_Home})
        m_hands->press(key);
    QCOMPARE(grid->current(), u"001"_s);
    for (int i = 0; i < 49 && grid->current() != u"03"; ++i)
        m_hands->press(Qt::Key_Right);
    m_hands->press(Qt::Key_Return);
    QTRY_VERIFY(closer().window());
    QCOMPARE(closer().code(), u"03"_s);
    QCOMPARE(m_hands->focus(), u"QListWidget"_s);
    QVERIFY(isSaid(ticket.number));
    QVERIFY(ticket.holderName.isEmpty() || !isSaid(ticket.holderName));
    QTRY_COMPARE(closer().window()->services.size(), 1);
    pictures(u"window"_s);
    inTheHall(u"UPDATE ticket SET number = 'A777' WHERE id = ?"_s, {ticket.id});
    board().refresh(); // as an event does
    QTRY_VERIFY(isSaid(u"A777"_s));
    m_hands->press(Qt::Key_Escape);
    QCOMPARE(closer().subject(), desk::CloserDesk::Subject::Nothing);
    QCOMPARE(m_hands->focus(), u"WindowGrid"_s);
    QVERIFY(isSaid(u"To do now"_s));
    m_hands->press(Qt::Key_Tab);
    QCOMPARE(m_hands->focus(), u"ClassList"_s);
    m_hands->press(Qt::Key_Down);
    m_hands->press(Qt::Key_Return);
    QTRY_VERIFY(closer().ticketClass());
    QTRY_VERIFY(!closer().ticketClass()->tickets.isEmpty());
    pictures(u"class"_s);
    m_hands->press(Qt::Key_Escape);
    QCOMPARE(m_hands->focus(), u"ClassList"_s);
    pictures(u"board"_s);
}

void BoardTest::aWindowChangesItsClasses()
{
    superviseHall(5);
    const auto classes = [this] { return inTheHall(u"SELECT classes FROM service_window WHERE code = '03'"_s).toString(); };
    QCOMPARE(classes(), u"A,B,C"_s);
    m_hands->press(Qt::Key_End);
    m_hands->press(Qt::Key_Return);
    QTRY_VERIFY(closer().window());
    m_hands->press(Qt::Key_F12); // nothing is changed
    m_hands->press(Qt::Key_Down);
    m_hands->press(Qt::Key_Space);
    QVERIFY(isSaid(u"Closes: B"_s));
    m_hands->press(Qt::Key_F12); // nobody else serves B
    QVERIFY(isSaid(u"Nobody else serves B"_s));
    closer().refresh();
    QSignalSpy read(&closer(), &desk::CloserDesk::changed);
    QTRY_VERIFY(!read.isEmpty());
    QVERIFY(isSaid(u"Closes: B"_s)); // what was ticked stays
    QCOMPARE(classes(), u"A,B,C"_s);
    QSignalSpy told(&board(), &desk::BoardDesk::told);
    m_hands->press(Qt::Key_F12);
    QTRY_COMPARE(classes(), u"A,C"_s);
    QTRY_VERIFY(!isSaid(u"Closes: B"_s));
    QTRY_COMPARE(told.size(), 1);
    for (const int key : {Qt::Key_Up, Qt::Key_Space, Qt::Key_Down, Qt::Key_Down, Qt::Key_Space})
        m_hands->press(key);
    m_hands->press(Qt::Key_F12);
    QVERIFY(isSaid(u"A window serves at least one class."_s));
    QCOMPARE(classes(), u"A,C"_s);
}

/// A window was closed in spite of the number that it had.
void BoardTest::whoWasLeftIsSentBack()
{
    superviseHall(5);
    inTheHall(u"UPDATE service_window SET state = 'closed' WHERE code = '001'"_s);
    m_hands->press(Qt::Key_Home);
    m_hands->press(Qt::Key_Return);
    QTRY_VERIFY(closer().window());
    QCOMPARE(closer().code(), u"001"_s);
    QVERIFY(closer().window()->isTicketLeft());
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY(isSaid(u"C501 waits again"_s));
    QCOMPARE(inTheHall(u"SELECT state FROM ticket WHERE number = 'C501'"_s).toString(), u"waiting"_s);
    QTRY_VERIFY(!closer().window()->isTicketLeft());
}

void BoardTest::whoWaitsIsSentElsewhere()
{
    superviseHall(5);
    m_hands->press(Qt::Key_Tab);
    m_hands->press(Qt::Key_Down);
    m_hands->press(Qt::Key_Return);
    QTRY_VERIFY(closer().ticketClass());
    QCOMPARE(closer().code(), u"B"_s);
    QCOMPARE(m_hands->focus(), u"QLineEdit"_s);
    QVERIFY(closer().ticketClass()->tickets.size() > 1);
    const core::WaitingTicket second = closer().ticketClass()->tickets[1];
    m_hands->press(Qt::Key_F12);
    QVERIFY(isSaid(u"Say first where"_s));
    m_hands->press(Qt::Key_Down);
    m_hands->type(u"99"_s);
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY(isSaid(u"There is no such window"_s));
    m_hands->press(Qt::Key_A, Qt::ControlModifier);
    m_hands->type(u"a"_s);
    m_hands->press(Qt::Key_F12);
    const auto classNow = [&] { return inTheHall(u"SELECT queue_class FROM ticket WHERE id = ?"_s, {second.id}).toString(); };
    QTRY_COMPARE(classNow(), u"A"_s);
    QTRY_VERIFY(isSaid(u"%1 waits in class A now."_s.arg(second.number)));
    QTRY_VERIFY(std::none_of(closer().ticketClass()->tickets.begin(), closer().ticketClass()->tickets.end(),
                             [&](const auto& one) { return one.id == second.id; }));
}

void BoardTest::nobodyTakesThePlaceOfWhoHasLeft()
{
    superviseHall(5);
    m_hands->press(Qt::Key_Tab);
    m_hands->press(Qt::Key_Down);
    m_hands->press(Qt::Key_Return);
    QTRY_VERIFY(closer().ticketClass());
    QVERIFY(closer().ticketClass()->tickets.size() > 1);
    const core::WaitingTicket second = closer().ticketClass()->tickets[1];
    m_hands->press(Qt::Key_Down);
    m_hands->type(u"a"_s);
    inTheHall(u"UPDATE ticket SET state = 'done' WHERE id = ?"_s, {second.id});
    board().refresh();
    QTRY_VERIFY(isSaid(u"%1 waits here no more."_s.arg(second.number)));
    QSignalSpy read(&closer(), &desk::CloserDesk::changed);
    board().refresh();
    QTRY_VERIFY(!read.isEmpty());
    m_hands->type(u"a"_s);
    m_hands->press(Qt::Key_F12); // whom?
    QVERIFY(!closer().isBusy());
    QVERIFY(isSaid(u"Choose with"_s));
    QSignalSpy moved(&closer(), &desk::CloserDesk::moved);
    m_hands->press(Qt::Key_Down);
    m_hands->press(Qt::Key_F12);
    QTRY_COMPARE(moved.size(), 1);
}

void BoardTest::aLookThatFailsBlanksNothing()
{
    superviseHall(5);
    m_hands->press(Qt::Key_Return);
    QTRY_VERIFY(closer().window());
    inTheHall(u"UPDATE service_window SET code = '0X' WHERE code = ?"_s, {closer().code()}); // its look fails, the hall's does not
    board().refresh();
    QTRY_VERIFY(closer().isStale());
    QVERIFY(closer().window());
    QVERIFY(!board().isStale());
    QVERIFY(isSaid(u"it cannot be read now"_s));
    m_hands->press(Qt::Key_Escape);
    QVERIFY(isSaid(u"To do now"_s));
}

void BoardTest::answerElsewhere(const QJsonObject& answer) const
{
    QNetworkAccessManager network;
    const auto send = [&](const QByteArray& method, const QString& path, const QJsonObject& body, const QByteArray& token) {
        QNetworkRequest request(m_server->url().resolved(QUrl(path)));
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        request.setRawHeader("Authorization", "Bearer " + token);
        QNetworkReply* reply = network.sendCustomRequest(request, method, QJsonDocument(body).toJson());
        QSignalSpy finished(reply, &QNetworkReply::finished);
        [&] { QTRY_VERIFY(!finished.isEmpty()); }();
        return QJsonDocument::fromJson(reply->readAll()).object();
    };
    const QJsonObject who{{u"clerk"_s, u"900"_s}, {u"password"_s, u"training"_s}, {u"window"_s, u"12"_s}, {u"takeOver"_s, true}};
    const QByteArray token = send("POST", u"/v1/sessions"_s, who, {})[u"accessToken"_s].toString().toLatin1();
    if (answer.isEmpty())
        return; // is there from now on
    const QString id = inTheHall(u"SELECT id FROM pause_request ORDER BY asked_at DESC, id DESC LIMIT 1"_s).toString();
    const QJsonObject done = send("PUT", u"/v1/pauses/"_s + id, answer, token);
    QCOMPARE(done[u"state"_s], answer[u"state"_s]);
}

void BoardTest::aPauseIsAskedFor()
{
    inTheHall(u"UPDATE document SET body = json_set(body, '$.settings.queue.pauseApproval', json('true')), etag = 'asks' WHERE name = "
              "'catalogue'"_s);
    inTheHall(u"DELETE FROM catalogue_version"_s);
    signInAgain(u"001"_s);
    QTRY_VERIFY(m_client->desks().day.catalogue()->settings().queue.pauseApproval);
    QTRY_COMPARE(inTheHall(u"SELECT state FROM service_window WHERE code = '03'"_s).toString(), u"open"_s);
    const auto ask = [this] {
        m_hands->press(Qt::Key_F8);
        m_hands->press(Qt::Key_1); // a meal
    };
    ask(); // nobody is there to be asked
    QTRY_VERIFY(queue().isPaused());
    m_hands->press(Qt::Key_F8);
    QTRY_VERIFY(!queue().isPaused());
    answerElsewhere({});
    m_hands->press(Qt::Key_F2);
    QTRY_VERIFY(queue().ticket());
    ask();
    QVERIFY(isSaid(u"waiting for the supervisor"_s));
    QTRY_COMPARE(pauseState(), u"asked"_s);
    pictures(u"asked"_s);
    answerElsewhere({{u"state"_s, u"approved"_s}});
    QTRY_VERIFY(isSaid(u"begins after this number"_s));
    QVERIFY(!queue().isPaused());
    m_hands->press(Qt::Key_F2); // finishes, and calls nobody
    QTRY_VERIFY(queue().isPaused());
    QVERIFY(!queue().ticket());
    QTRY_COMPARE(pauseState(), u"taken"_s);
    QVERIFY(!isSaid(u"begins after this number"_s));
    m_hands->press(Qt::Key_F8);
    QTRY_VERIFY(!queue().isPaused());
    ask();
    QTRY_COMPARE(pauseState(), u"asked"_s);
    m_hands->press(Qt::Key_F8); // after all not
    QTRY_COMPARE(pauseState(), u"withdrawn"_s);
    QVERIFY(!isSaid(u"waiting for the supervisor"_s));
    ask();
    QTRY_COMPARE(pauseState(), u"asked"_s);
    answerElsewhere({{u"state"_s, u"declined"_s}, {u"word"_s, u"十点以后"_s}});
    QTRY_VERIFY(m_client->window().message().contains(u"十点以后"_s));
    QTRY_VERIFY(!isSaid(u"waiting for the supervisor"_s));
    QVERIFY(!queue().isPaused());
    ask();
    QTRY_COMPARE(pauseState(), u"asked"_s);
    answerElsewhere({{u"state"_s, u"approved"_s}}); // nobody is here: at once
    QTRY_VERIFY(queue().isPaused());
    m_hands->press(Qt::Key_F8);
    QTRY_VERIFY(!queue().isPaused());
    m_hands->press(Qt::Key_F8);
    m_hands->press(Qt::Key_3); // the restroom asks nobody
    QTRY_VERIFY(queue().isPaused());
    QVERIFY(pauseState() != u"asked");
}

QTEST_MAIN(BoardTest)
#include "boardtest.moc"
