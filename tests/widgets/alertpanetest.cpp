// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// What the supervisor has to do now, by keys: each does what stands beside it, and nothing changes under a finger.

#include "widgets/supervise/alertpane.h"
#include "app/desk/boarddesk.h"
#include "tests/support/counter.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QSet>

using namespace Qt::StringLiterals;

class AlertPaneTest : public Counter
{
    Q_OBJECT

private Q_SLOTS:
    void aPauseIsAnswered();
    void offersKeepTheirPlace();
    void nothingIsOfferedWithoutAKey();

private:
    /// The supervisor sits down before a few windows; nobody waits for long.
    void superviseCalmHall() const;
    void askForPauses(const QStringList& windows) const;
    [[nodiscard]] desk::BoardDesk& board() const { return m_client->desks().board; }
    [[nodiscard]] widgets::AlertPane* pane() const { return m_client->window().findChild<widgets::AlertPane*>(); }
    [[nodiscard]] bool isSaid(const QString& words) const;
};

void AlertPaneTest::superviseCalmHall() const
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    inTheHall(
        u"DELETE FROM service_window WHERE code NOT IN ('03') AND NOT EXISTS (SELECT 1 FROM session s WHERE s.service_window = code)"_s);
    inTheHall(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4) INSERT INTO service_window (code, name, hall, "
              "classes, state, reason, since, clerk) SELECT printf('%03d', i), i || '号综合窗口', '9901', CASE i % 2 WHEN 0 THEN 'A' ELSE "
              "'C' END, 'open', '', ?, '演练员' || i FROM n"_s,
              {now});
    inTheHall(u"UPDATE ticket SET taken_at = ?"_s, {now});
    signInAgain(u"900"_s);
    QTRY_VERIFY_WITH_TIMEOUT(board().board().has_value() && board().alerts().isEmpty(), 15'000); // once the own window is open
}

bool AlertPaneTest::isSaid(const QString& words) const
{
    const auto labels = pane()->findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel* label) { return label->isVisible() && label->text().contains(words); });
}

void AlertPaneTest::aPauseIsAnswered()
{
    superviseCalmHall();
    const auto ask = [this](const QString& id, const QString& window) {
        inTheHall(u"INSERT INTO pause_request (id, hall, service_window, clerk, reason, asked_at, state) VALUES (?, '9901', ?, '演练员', "
                  "'meal', ?, 'asked')"_s,
                  {id, window, QDateTime::currentMSecsSinceEpoch()});
        board().refresh();
        QTRY_VERIFY(!board().alerts().isEmpty() && board().alerts().constFirst().kind == core::AlertKind::PauseAsked);
    };
    const auto column = [this](const QString& name, const QString& id) {
        return inTheHall(u"SELECT "_s + name + u" FROM pause_request WHERE id = ?"_s, {id}).toString();
    };
    ask(u"p1"_s, u"001"_s);
    QVERIFY(isSaid(u"Window 1 asks for a pause: Meal"_s));
    picture(u"pause"_s);
    m_hands->press(Qt::Key_F12);
    QTRY_COMPARE(column(u"state"_s, u"p1"_s), u"approved"_s);
    QTRY_VERIFY(!isSaid(u"asks for a pause"_s));
    ask(u"p2"_s, u"002"_s);
    m_hands->press(Qt::Key_Tab);
    m_hands->press(Qt::Key_Tab);
    QCOMPARE(m_hands->focus(), u"QLineEdit"_s);
    m_hands->type(u"十点以后"_s);
    m_hands->press(Qt::Key_2, Qt::AltModifier);
    QTRY_COMPARE(column(u"state"_s, u"p2"_s), u"declined"_s);
    QCOMPARE(column(u"word"_s, u"p2"_s), u"十点以后"_s);
    QCOMPARE(inTheHall(u"SELECT service_window FROM message WHERE text LIKE '%十点以后'"_s).toString(), u"002"_s);
    QTRY_VERIFY(!isSaid(u"asks for a pause"_s));
    ask(u"p3"_s, u"001"_s);
    auto* word = pane()->findChild<QLineEdit*>();
    word->setFocus();
    m_hands->type(u"稍等"_s);
    inTheHall(u"UPDATE pause_request SET state = 'withdrawn' WHERE id = 'p3'"_s);
    ask(u"p4"_s, u"002"_s);
    QTRY_VERIFY_WITH_TIMEOUT(isSaid(u"Window 2 asks for a pause"_s), 15'000);
    QVERIFY(word->isVisible() && word->text().isEmpty()); // it was for window 1
    m_hands->press(Qt::Key_F12);                          // nobody has read that one yet
    QVERIFY(!board().isBusy());
}

/// What comes with more urgency comes below what a finger is on.
void AlertPaneTest::offersKeepTheirPlace()
{
    superviseCalmHall();
    askForPauses({u"001"_s});
    QTRY_VERIFY(isSaid(u"asks for a pause"_s));
    inTheHall(u"UPDATE ticket SET taken_at = ? WHERE queue_class = 'B' AND state = 'waiting'"_s,
              {QDateTime::currentMSecsSinceEpoch() - 34LL * 60'000});
    board().refresh();
    QTRY_VERIFY_WITH_TIMEOUT(board().alerts().constFirst().act == core::AlertAct::OpenClass, 15'000);
    m_hands->press(Qt::Key_F12);
    QTRY_COMPARE(inTheHall(u"SELECT state FROM pause_request"_s).toString(), u"approved"_s);
    QTRY_VERIFY(!isSaid(u"asks for a pause"_s));
    m_hands->press(Qt::Key_F12); // was pressed for the pause
    QVERIFY(!board().isBusy());
}

void AlertPaneTest::nothingIsOfferedWithoutAKey()
{
    superviseCalmHall();
    askForPauses({u"001"_s, u"002"_s, u"003"_s, u"004"_s, u"03"_s});
    QTRY_VERIFY_WITH_TIMEOUT(isSaid(u"1 more wait"_s), 15'000);
    QSet<QString> keys;
    const auto buttons = pane()->findChildren<QAbstractButton*>();
    for (const QAbstractButton* button : buttons)
        keys.insert(button->accessibleDescription());
    QCOMPARE(keys.size(), 8);
    QVERIFY(keys.contains(u"F12"_s) && keys.contains(u"Alt+8"_s));
}

void AlertPaneTest::askForPauses(const QStringList& windows) const
{
    for (const QString& window : windows)
        inTheHall(u"INSERT INTO pause_request (id, hall, service_window, clerk, reason, asked_at, state) VALUES (?, '9901', ?, '演练员', "
                  "'meal', ?, 'asked')"_s,
                  {u"of-"_s + window, window, QDateTime::currentMSecsSinceEpoch()});
    board().refresh();
}

QTEST_MAIN(AlertPaneTest)
#include "alertpanetest.moc"
