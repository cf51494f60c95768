// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// The supervisor's board over a real back office: 5, 50 and 200 windows, what is to be done, and what a key does about it.

#include "app/desk/boarddesk.h"
#include "app/desk/messagedesk.h"
#include "tests/support/counter.h"
#include "widgets/common/theme.h"
#include "widgets/queue/queueform.h"
#include "widgets/supervise/windowgrid.h"

#include <QLabel>
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

private:
    void makeHall(int windows) const;
    [[nodiscard]] desk::BoardDesk& board() const { return m_client->desks().board; }
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

QTEST_MAIN(BoardTest)
#include "boardtest.moc"
