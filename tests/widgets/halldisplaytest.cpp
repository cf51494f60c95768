// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// The hall's screen and voice beside a window that calls, over a real back office.

#include "widgets/display/halldisplay.h"
#include "app/desk/halldisplaydesk.h"
#include "app/hallprogram.h"
#include "app/store/cache.h"
#include "tests/support/counter.h"
#include "widgets/display/callboard.h"
#include "widgets/display/hallfigures.h"
#include "widgets/display/hallwindow.h"
#include "widgets/shell/signinpage.h"

#include <QLineEdit>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace {
constexpr int Patience = 40'000;   // of a machine that is busy with something else
constexpr int BeforePoll = 10'000; // only an event brings it so soon
} // namespace

class HallDisplayTest : public Counter
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup(); // of QTest: the base's follows
    void nobodyCalledYet();
    void theNewestIsOnTop();
    void everyCallIsSaidOnce();
    void oneAfterAnother();
    void namesAreNeverShown();
    void theLastPictureStays();
    void somebodySignsInOnce();
    void aClerksAccountIsTooMuch();
    void aBackOfficeThatComesLater();
    void aTypedMistakeEndsNothing();
    void theKeys();
    void theHall_data();
    void theHall();

private:
    /// A screen of the hall on a store of its own; signed in at the clerk's window, where it could see the most.
    void hang(const store::OwnAccount& account = {u"820"_s, u"training"_s, u"03"_s});
    void hangAndRead();
    [[nodiscard]] desk::HallDisplayDesk& hall() const { return m_hall->desk(); }
    /// What its parts say to a screen reader: what is painted on them.
    [[nodiscard]] QStringList calls() const
    {
        return m_hall->display().findChild<widgets::CallBoard*>()->accessibleDescription().split(u'\n', Qt::SkipEmptyParts);
    }
    [[nodiscard]] QString figures() const { return m_hall->display().findChild<widgets::HallFigures*>()->accessibleDescription(); }
    /// At the clerk's window, though the offscreen platform makes whatever appears the active one.
    void press(Qt::Key key) const;
    /// The clerk calls the next one; its number.
    QString callNext() const;
    void makeHall(int windows) const;
    [[nodiscard]] bool showsPage() const { return m_hall->signInPage().isVisible(); }
    void typeAccount(const QString& number) const;

    std::unique_ptr<HallProgram> m_hall;
    QStringList m_said;
    bool m_speaks = true; ///< what is to be said is said at once
};

void HallDisplayTest::cleanup()
{
    m_hall.reset();
    m_said.clear();
    m_speaks = true;
    Counter::cleanup();
}

void HallDisplayTest::hang(const store::OwnAccount& account)
{
    m_hall.reset();
    HallOptions options;
    options.backOffice = m_server->url();
    options.account = account;
    options.aloud = false;
    const auto store = store::Store::open(m_folder->filePath(u"screen"_s), store::SecretKey(QByteArray(32, 's')));
    QVERIFY(store);
    m_hall = std::make_unique<HallProgram>(options, *store);
    connect(&hall(), &desk::HallDisplayDesk::called, this, [this](const QString& words) {
        m_said.append(words);
        if (m_speaks)
            QMetaObject::invokeMethod(&hall(), &desk::HallDisplayDesk::said, Qt::QueuedConnection);
    });
    m_hall->window().resize(1366, 768);
    m_hall->window().show();
    m_hall->start();
}

void HallDisplayTest::hangAndRead()
{
    hang();
    QTRY_VERIFY_WITH_TIMEOUT(hall().screen().has_value(), Patience);
}

void HallDisplayTest::press(Qt::Key key) const
{
    m_client->window().activateWindow();
    QTRY_VERIFY(m_client->window().isActiveWindow());
    m_hands->press(key);
}

QString HallDisplayTest::callNext() const
{
    const auto before = m_client->desks().queue.ticket();
    press(Qt::Key_F2);
    const auto isCalled = [&] {
        const auto& ticket = m_client->desks().queue.ticket();
        return ticket && (!before || ticket->number != before->number);
    };
    [&] { QTRY_VERIFY_WITH_TIMEOUT(isCalled(), Patience); }();
    return isCalled() ? m_client->desks().queue.ticket()->number : QString();
}

void HallDisplayTest::nobodyCalledYet()
{
    hangAndRead();
    QVERIFY(!showsPage());
    QVERIFY(calls().isEmpty()); // 欢迎 is painted
    QCOMPARE(hall().hallName(), u"样例市政务服务中心"_s);
    QVERIFY2(figures().contains(u"企业经营"), qPrintable(figures()));
    QVERIFY(figures().contains(u"开放窗口 1"));
    QVERIFY(!m_hall->display().notice().isEmpty());
    QVERIFY(m_hall->display().ageWords().isEmpty());
}

void HallDisplayTest::theNewestIsOnTop()
{
    hangAndRead();
    const QString first = callNext();
    QTRY_COMPARE_WITH_TIMEOUT(calls().size(), 1, BeforePoll);
    QVERIFY(calls()[0].startsWith(first + u" 3号综合窗口"_s));
    const QString second = callNext();
    QTRY_COMPARE_WITH_TIMEOUT(calls().size(), 2, BeforePoll);
    QVERIFY(calls()[0].startsWith(second));
    QVERIFY(calls()[1].startsWith(first));
    press(Qt::Key_F3);
    QTRY_VERIFY_WITH_TIMEOUT(calls()[0].contains(u"第2次"), BeforePoll);
    QVERIFY(calls()[0].startsWith(second));
    QCOMPARE(calls().size(), 2);
}

/// A recall is one more; what was called before the screen hung is not.
void HallDisplayTest::everyCallIsSaidOnce()
{
    const QString early = callNext();
    hangAndRead();
    QVERIFY(calls()[0].startsWith(early));
    const QString first = callNext();
    QTRY_COMPARE_WITH_TIMEOUT(m_said.size(), 1, Patience);
    QVERIFY(m_said[0].contains(u"3，号综合窗口"_s) || m_said[0].contains(u"三号综合窗口"_s));
    press(Qt::Key_F3);
    QTRY_COMPARE_WITH_TIMEOUT(m_said.size(), 2, Patience);
    QCOMPARE(m_said[1], m_said[0]);
    for (int i = 0; i < 3; ++i) { // the same picture again says nothing
        QSignalSpy read(&hall(), &desk::HallDisplayDesk::changed);
        hall().refresh();
        QVERIFY(read.wait(Patience));
    }
    QCOMPARE(m_said.size(), 2);
    hangAndRead(); // a restart neither
    QVERIFY(calls()[0].startsWith(first));
    QCOMPARE(m_said.size(), 2);
}

void HallDisplayTest::oneAfterAnother()
{
    m_speaks = false;
    hangAndRead();
    (void)callNext();
    QTRY_COMPARE_WITH_TIMEOUT(m_said.size(), 1, Patience);
    (void)callNext();
    (void)callNext();
    QTRY_COMPARE_WITH_TIMEOUT(calls().size(), 3, Patience);
    QCOMPARE(m_said.size(), 1); // the first is not over
    hall().said();
    QCOMPARE(m_said.size(), 2);
    hall().said();
    QCOMPARE(m_said.size(), 3);
    hall().said();
    QCOMPARE(m_said.size(), 3);
}

void HallDisplayTest::namesAreNeverShown()
{
    inTheHall(u"UPDATE ticket SET holder = '王样例' WHERE state = 'waiting'"_s);
    hangAndRead();
    (void)callNext();
    QCOMPARE(m_client->desks().queue.ticket()->holderName, u"王样例"_s); // the clerk sees it
    QTRY_COMPARE_WITH_TIMEOUT(calls().size(), 1, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_said.size(), 1, Patience);
    for (const QString& words : {calls().join(u' '), figures(), m_said.join(u' '), m_hall->display().notice()})
        QVERIFY2(!words.contains(u"样例 ") && !words.contains(u"王"), qPrintable(words));
}

void HallDisplayTest::theLastPictureStays()
{
    hangAndRead();
    const QString number = callNext();
    QTRY_COMPARE_WITH_TIMEOUT(calls().size(), 1, Patience);
    const core::HallScreen read = *hall().screen();
    m_server->stop();
    hall().refresh();
    QTRY_VERIFY_WITH_TIMEOUT(hall().isStale(), Patience);
    QCOMPARE(*hall().screen(), read);
    QVERIFY(calls()[0].startsWith(number));
    QCOMPARE(m_hall->display().ageWords(), u"数据更新于 "_s + read.at.toOffsetFromUtc(8 * 3600).toString(u"HH:mm"_s));
    if (const QString folder = qEnvironmentVariable("YICHUANG_PICTURES"); !folder.isEmpty())
        m_hall->window().grab().save(folder + u"/hall-silent.png"_s);
    QVERIFY(m_server->start());
    QTRY_VERIFY_WITH_TIMEOUT(!hall().isStale(), Patience);
    QVERIFY(m_hall->display().ageWords().isEmpty());
    QCOMPARE(m_said.size(), 1);
}

void HallDisplayTest::typeAccount(const QString& number) const
{
    const auto lines = m_hall->signInPage().findChildren<QLineEdit*>();
    lines[0]->setText(number);
    lines[1]->setText(u"training"_s);
    lines[2]->setText(u"03"_s);
    m_hall->window().activateWindow(); // the clerk's window may have come in front
    QTRY_COMPARE(QApplication::activeWindow(), &m_hall->window());
    QTest::keyClick(&m_hall->window(), Qt::Key_F12);
}

/// After a power cut the screen comes back by itself, and its password is nowhere to be read.
void HallDisplayTest::somebodySignsInOnce()
{
    hang({});
    QTRY_VERIFY_WITH_TIMEOUT(showsPage(), Patience);
    if (const QString folder = qEnvironmentVariable("YICHUANG_PICTURES"); !folder.isEmpty())
        m_hall->window().grab().save(folder + u"/hall-sign-in.png"_s);
    typeAccount(u"820"_s);
    QTRY_VERIFY_WITH_TIMEOUT(hall().screen().has_value(), Patience);
    QVERIFY(!showsPage());
    hang({});
    QTRY_VERIFY_WITH_TIMEOUT(hall().screen().has_value(), Patience);
    QVERIFY(!showsPage());
    m_hall.reset();
    const QDir folder(m_folder->filePath(u"screen"_s));
    const QStringList files = folder.entryList(QDir::Files);
    for (const QString& name : files) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(!bytes.contains("training"));
    }
}

void HallDisplayTest::aClerksAccountIsTooMuch()
{
    hang({u"002"_s, u"training"_s, u"05"_s});
    QTRY_VERIFY_WITH_TIMEOUT(showsPage(), Patience);
    QVERIFY(!hall().screen().has_value());
}

void HallDisplayTest::aBackOfficeThatComesLater()
{
    m_server->stop();
    hang();
    QTRY_VERIFY(m_hall->display().isVisible());
    QCOMPARE(m_hall->display().ageWords(), u"正在连接…"_s);
    QVERIFY(m_server->start());
    QTRY_VERIFY_WITH_TIMEOUT(hall().screen().has_value(), Patience);
    QVERIFY(!showsPage());
}

void HallDisplayTest::aTypedMistakeEndsNothing()
{
    m_server->stop();
    hang();
    m_hall->window().showPage();
    typeAccount(u"999"_s);
    QVERIFY(m_server->start());
    QTRY_VERIFY_WITH_TIMEOUT(hall().screen().has_value(), Patience); // by the account that it was told of
    QVERIFY(!showsPage());
}

void HallDisplayTest::theKeys()
{
    hang();
    widgets::HallWindow& window = m_hall->window();
    window.fillScreen();
    window.activateWindow();
    QTRY_VERIFY(window.isFullScreen() && window.isActiveWindow());
    QTest::keyClick(&window, Qt::Key_Escape);
    QTRY_VERIFY(!window.isFullScreen() && window.isVisible());
    QCOMPARE(window.size(), QSize(1366, 768));
    QTest::keyClick(&window, Qt::Key_F11);
    QTRY_VERIFY(window.isFullScreen());
    QTest::keyClick(&window, Qt::Key_Q, Qt::ControlModifier);
    QTRY_VERIFY(!window.isVisible());
}

/// So many windows, some of them paused, and what they called in the last minutes.
void HallDisplayTest::makeHall(int windows) const
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    inTheHall(u"DELETE FROM service_window WHERE code <> '03' AND NOT EXISTS (SELECT 1 FROM session s WHERE s.service_window = code)"_s);
    inTheHall(u"WITH RECURSIVE n(i) AS (SELECT 4 UNION ALL SELECT i + 1 FROM n WHERE i < ?) INSERT INTO service_window (code, name, hall, "
              u"classes, "
              "state, since, clerk) SELECT printf('%03d', i), i || CASE WHEN i % 5 = 4 THEN '号不动产登记综合窗口' ELSE '号综合窗口' END, "
              "'9901', "
              "'A,B,C', CASE WHEN i % 11 = 5 THEN 'paused' WHEN i % 7 = 0 THEN 'closed' ELSE 'open' END, ?, '演练员' || i FROM n"_s,
              {windows + 2, now});
    inTheHall(
        u"WITH RECURSIVE n(i) AS (SELECT 4 UNION ALL SELECT i + 1 FROM n WHERE i < ?) INSERT INTO ticket (id, hall, ticket_day, "
        "ticket_class, queue_class, serial, number, state, calls, taken_at, called_at, first_called_at, service_window) SELECT 's' || i, "
        "'9901', date('now', '+8 hours'), 'C', 'C', 500 + i, CASE i % 3 WHEN 0 THEN 'A' WHEN 1 THEN 'B' ELSE 'C' END || (500 + i), "
        "'called', "
        "1 + (i % 4 = 2), ? - 3600000, ? - (i - 3) * 7000, ?, printf('%03d', i) FROM n"_s,
        {windows + 2, now, now, now});
}

void HallDisplayTest::theHall_data()
{
    QTest::addColumn<int>("windows");
    QTest::addColumn<QSize>("size");
    QTest::newRow("nobody yet") << 1 << QSize(1366, 768);
    for (const int windows : {5, 50, 200}) {
        QTest::addRow("%d at 1366", windows) << windows << QSize(1366, 768);
        QTest::addRow("%d at 1920", windows) << windows << QSize(1920, 1080);
    }
    QTest::newRow("50 at 3840") << 50 << QSize(3840, 2160);
    QTest::newRow("50 at 1280x1024") << 50 << QSize(1280, 1024);
}

void HallDisplayTest::theHall()
{
    QFETCH(int, windows);
    QFETCH(QSize, size);
    if (windows > 1)
        makeHall(windows);
    hangAndRead();
    QCOMPARE(calls().size(), windows > 1 ? std::min(12, windows - 1) : 0);
    m_hall->window().resize(size);
    const auto* board = m_hall->display().findChild<widgets::CallBoard*>();
    const auto* side = m_hall->display().findChild<widgets::HallFigures*>();
    QTRY_COMPARE(m_hall->display().size(), size);
    QVERIFY(board->geometry().right() < side->geometry().left());
    QVERIFY(side->geometry().right() < size.width() && side->geometry().bottom() < size.height());
    const double share = double(board->width()) / size.width();
    QVERIFY2(share > 0.6 && share < 0.7, qPrintable(QString::number(share)));
    if (const QString folder = qEnvironmentVariable("YICHUANG_PICTURES"); !folder.isEmpty())
        m_hall->window().grab().save(folder + u"/hall-%1-%2.png"_s.arg(windows).arg(size.width()));
}

QTEST_MAIN(HallDisplayTest)
#include "halldisplaytest.moc"
