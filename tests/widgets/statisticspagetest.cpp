// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// The supervisor's statistics over a real back office: periods by keys, figures and charts, files that are really there, and what was
// done about a bad evaluation.

#include "widgets/supervise/statisticspage.h"
#include "app/core/csv.h"
#include "app/core/halltime.h"
#include "app/desk/statisticsdesk.h"
#include "tests/support/counter.h"
#include "widgets/supervise/chartview.h"
#include "widgets/supervise/figurestable.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPdfDocument>
#include <QSignalSpy>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace {

constexpr int Days = 28;
const QStringList Clerks{u"001"_s, u"002"_s, u"003"_s, u"004"_s};
const QList<int> Crowd{3, 9, 14, 11, 5, 2, 8, 12, 9, 4}; ///< tickets an hour from 8 on

} // namespace

class StatisticsPageTest : public Counter
{
    Q_OBJECT

private Q_SLOTS:
    void aClerkHasNone();
    void emptyToday();
    void figures_data();
    void figures();
    void keysChooseThePeriod();
    void daysThatAreNone_data();
    void daysThatAreNone();
    void clerksOrItems();
    void whatWasDone();
    void nothingToFollowUp();
    void aReport();
    void spreadsheets();
    void aFolderThatIsNone();
    void whatWasReadStaysWithItsAge();

private:
    void makeMonth() const;
    void makeDay(const QDate& day, int& serial) const;
    void makeBadEvaluations() const;
    void open() const;
    void choose(const QDate& from, const QDate& to) const;
    [[nodiscard]] bool says(const QString& text) const;
    [[nodiscard]] QDate today() const { return m_client->desks().day.today(); }
    [[nodiscard]] desk::StatisticsDesk& statistics() const { return m_client->desks().statistics; }
    [[nodiscard]] QWidget& page() const { return *m_client->window().findChild<widgets::StatisticsPage*>(); }
    [[nodiscard]] QLineEdit* line(const QString& name) const
    {
        const auto lines = page().findChildren<QLineEdit*>();
        const auto found = std::find_if(lines.begin(), lines.end(), [&](const QLineEdit* one) { return one->accessibleName() == name; });
        return found == lines.end() ? nullptr : *found;
    }
};

/// Everybody is called after as many minutes as people came in that hour, and served ten; one of twenty does not come.
void StatisticsPageTest::makeDay(const QDate& day, int& serial) const
{
    const bool quiet = day.dayOfWeek() == 6;
    QStringList rows;
    for (qsizetype hour = 0; hour < Crowd.size(); ++hour) {
        const int people = quiet ? Crowd[hour] / 3 : std::max(1, Crowd[hour] - day.dayOfWeek() + 3);
        for (int i = 0; i < people; ++i) {
            const qint64 taken = core::hallMidnight(day).addSecs(3600 * (8 + hour) + 120LL * i).toMSecsSinceEpoch();
            const qint64 called = taken + 60'000LL * people * (1 + day.day() % 3);
            const bool comes = ++serial % 20 > 0;
            rows.append(u"('m%1','9901','%2','A','A',%1,'A%1','%3',%4,%5,%6,%7,'%8')"_s.arg(serial)
                            .arg(day.toString(Qt::ISODate), comes ? u"done"_s : u"no-show"_s)
                            .arg(taken)
                            .arg(called)
                            .arg(comes ? called + 30'000 : 0)
                            .arg(called + 630'000)
                            .arg(Clerks[serial % Clerks.size()]));
        }
    }
    inTheHall(u"INSERT INTO ticket (id, hall, ticket_day, ticket_class, queue_class, serial, number, state, taken_at, first_called_at, "
              "started_at, ended_at, clerk) VALUES "_s +
              rows.join(u','));
}

/// Four weeks before today, Sundays closed.
void StatisticsPageTest::makeMonth() const
{
    int serial = 10'000;
    for (int ago = Days; ago > 0; --ago) {
        const QDate day = today().addDays(-ago);
        if (day.dayOfWeek() == 7)
            continue;
        makeDay(day, serial);
        const qint64 nine = core::hallMidnight(day).addSecs(9LL * 3600).toMSecsSinceEpoch();
        inTheHall(u"INSERT INTO window_time (hall, service_window, clerk, state, reason, since, until) SELECT '9901', '03', number, "
                  "'open', '', ?, ? FROM account WHERE role = 'clerk'"_s,
                  {nine, nine + 8LL * 3600'000});
        inTheHall(u"INSERT INTO window_time (hall, service_window, clerk, state, reason, since, until) SELECT '9901', '03', number, "
                  "'paused', 'meal', ?, ? FROM account WHERE role = 'clerk'"_s,
                  {nine + 3LL * 3600'000, nine + 3LL * 3600'000 + 25LL * 60'000});
        inTheHall(u"INSERT INTO case_record (id, hall, number, item_code, state, received_at, received_hash, etag, body, clerk, "
                  "service_window, papers_saved, one_trip, deferral) SELECT ? || c.code || a.number, '9901', ? || c.code || a.number, "
                  "c.code, 'accepted', ?, 'h', 'e', '{}', a.number, '03', 2, 1, CASE a.number WHEN '001' THEN 'in-time' WHEN '002' "
                  "THEN 'late' ELSE '' END FROM (SELECT code FROM catalogue_item ORDER BY code LIMIT 7) c, account a WHERE a.role = "
                  "'clerk'"_s,
                  {day.toString(Qt::ISODate), day.toString(Qt::ISODate), nine});
        inTheHall(u"INSERT INTO evaluation (id, hall, subject_kind, subject, number, service_window, clerk, item, level, reason, channel, "
                  "at) SELECT hex(randomblob(8)), '9901', 'case', id, number, '03', clerk, '', CASE abs(random()) % 9 WHEN 0 THEN 3 ELSE 5 "
                  "END, '', 'page', received_at FROM "
                  "case_record WHERE id LIKE ? || '%'"_s,
                  {day.toString(Qt::ISODate)});
    }
}

void StatisticsPageTest::makeBadEvaluations() const
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    for (const auto& [id, item, level, reason, until] :
         {std::tuple(u"e1"_s, u"食品经营许可证核发"_s, 2, u"等得太久，来回跑了三趟，材料清单和网上写的不一样"_s, 9),
          std::tuple(u"e2"_s, u"不动产转移登记"_s, 1, u"态度生硬"_s, -2), std::tuple(u"e3"_s, u""_s, 2, u""_s, 11)})
        inTheHall(
            u"INSERT INTO evaluation (id, hall, subject_kind, subject, number, service_window, clerk, item, level, reason, channel, at, "
            "follow_up_until) VALUES (?, '9901', 'ticket', ?, ?, '03', '001', ?, ?, ?, 'page', ?, ?)"_s,
            {id, id, u"A0"_s + id.last(1), item, level, reason, now, today().addDays(until).toString(Qt::ISODate)});
}

/// A supervisor sits down and goes there.
void StatisticsPageTest::open() const
{
    signInAgain(u"900"_s);
    m_hands->press(Qt::Key_7, Qt::ControlModifier);
    QVERIFY(page().isVisible());
    QTRY_VERIFY(statistics().shown().has_value());
}

void StatisticsPageTest::choose(const QDate& from, const QDate& to) const
{
    m_hands->press(Qt::Key_4, Qt::AltModifier);
    m_hands->type(from.toString(Qt::ISODate));
    m_hands->press(Qt::Key_Return);
    m_hands->type(to.toString(Qt::ISODate));
    m_hands->press(Qt::Key_Return);
    QTRY_COMPARE(statistics().shown()->course.period, (core::Period{from, to}));
}

bool StatisticsPageTest::says(const QString& text) const
{
    const auto labels = page().findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel* label) { return label->isVisible() && label->text().contains(text); });
}

void StatisticsPageTest::aClerkHasNone()
{
    m_hands->press(Qt::Key_7, Qt::ControlModifier);
    QVERIFY(!page().isVisible());
    statistics().refresh();
    QVERIFY(!statistics().shown());
}

void StatisticsPageTest::emptyToday()
{
    inTheHall(u"DELETE FROM ticket_step"_s);
    inTheHall(u"DELETE FROM ticket"_s);
    open();
    QCOMPARE(statistics().wanted(), core::periodOf(core::PeriodChoice::Today, today()));
    QVERIFY(says(u"Tickets and waits stand here"_s));
    QVERIFY(says(u"Nobody waits to be heard"_s));
    m_hands->press(Qt::Key_F12); // there is nothing it could do
    picture(u"statistics-empty"_s);
}

void StatisticsPageTest::figures_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<widgets::ThemeChoice>("theme");
    for (const QSize& size : {QSize(1366, 768), QSize(1920, 1080)}) {
        QTest::addRow("%d light", size.width()) << size << widgets::ThemeChoice::Light;
        QTest::addRow("%d dark", size.width()) << size << widgets::ThemeChoice::Dark;
    }
}

void StatisticsPageTest::figures()
{
    QFETCH(QSize, size);
    QFETCH(widgets::ThemeChoice, theme);
    const QString name = u"statistics-%1-%2"_s.arg(size.width()).arg(theme == widgets::ThemeChoice::Dark ? u"dark"_s : u"light"_s);
    makeMonth();
    makeBadEvaluations();
    m_theme->choose(theme);
    m_client->window().resize(size);
    open();
    choose(today().addDays(-Days), today());
    const qint64 taken = inTheHall(u"SELECT count(*) FROM ticket WHERE hall = '9901'"_s).toLongLong();
    QCOMPARE(statistics().shown()->course.totals.tickets.taken, taken);
    QVERIFY(says(QString::number(taken)));
    const auto charts = page().findChildren<widgets::ChartView*>();
    QCOMPARE(charts.size(), 2);
    QCOMPARE(charts[0]->accessibleDescription().count(u';') + 1, qsizetype(statistics().shown()->course.rows.size()));
    QVERIFY(charts[1]->accessibleDescription().contains(u"Mon 8h"_s));
    QVERIFY(!charts[1]->accessibleDescription().contains(u"Sun 8h"_s));
    const auto tables = page().findChildren<QTableView*>();
    QCOMPARE(tables[0]->model()->rowCount(), 5); // four clerks, and together
    QCOMPARE(tables[0]->model()->index(1, 0).data().toString(), u"演练员甲 001"_s);
    QCOMPARE(tables[1]->model()->rowCount(), 8);
    QCOMPARE(tables[1]->isVisible(), size.height() > 1000);
    picture(name + u"-month"_s);
    m_hands->press(Qt::Key_5, Qt::AltModifier);
    picture(name + u"-items"_s);
    const QDate busy = today().addDays(today().addDays(-1).dayOfWeek() == 7 ? -2 : -1);
    choose(busy, busy);
    QCOMPARE(statistics().shown()->course.group, core::StatisticsGroup::Hour);
    QVERIFY(charts[0]->accessibleDescription().startsWith(u"8h "_s));
    picture(name + u"-day"_s);
    QVERIFY(!charts[1]->isVisible()); // the hours of one day stand in the other
}

void StatisticsPageTest::keysChooseThePeriod()
{
    open();
    const auto period = [this] { return statistics().shown()->course.period; };
    m_hands->press(Qt::Key_3, Qt::AltModifier);
    QTRY_COMPARE(period(), core::periodOf(core::PeriodChoice::Month, today()));
    m_hands->press(Qt::Key_2, Qt::AltModifier);
    QTRY_COMPARE(period(), core::periodOf(core::PeriodChoice::Week, today()));
    QCOMPARE(line(u"From"_s)->text(), period().from.toString(Qt::ISODate));
    m_hands->press(Qt::Key_1, Qt::AltModifier);
    QTRY_COMPARE(period(), core::periodOf(core::PeriodChoice::Today, today()));
    choose(QDate(2026, 1, 1), QDate(2026, 4, 2));
    m_hands->press(Qt::Key_6, Qt::ControlModifier); // and back: what was asked for stays
    m_hands->press(Qt::Key_7, Qt::ControlModifier);
    QCOMPARE(period(), (core::Period{QDate(2026, 1, 1), QDate(2026, 4, 2)}));
    choose(QDate(2026, 1, 2), QDate(2026, 4, 3));
    QVERIFY(line(u"to"_s)->hasFocus());
    m_hands->press(Qt::Key_1, Qt::AltModifier); // the days say what is shown, wherever the focus is
    QTRY_COMPARE(line(u"to"_s)->text(), today().toString(Qt::ISODate));
    QCOMPARE(line(u"From"_s)->text(), today().toString(Qt::ISODate));
    m_hands->type(u"2026"_s);
    QSignalSpy read(&statistics(), &desk::StatisticsDesk::changed);
    statistics().refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!read.isEmpty(), 20'000);
    QCOMPARE(line(u"to"_s)->text(), u"2026"_s); // what is being written stays
}

void StatisticsPageTest::daysThatAreNone_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("line");
    QTest::newRow("words") << u"yesterday"_s << u"2026-01-02"_s << u"A day, like"_s << u"From"_s;
    QTest::newRow("no end") << u"2026-01-02"_s << u" "_s << u"A day, like"_s << u"to"_s;
    QTest::newRow("too long") << u"2026-01-01"_s << u"2026-12-31"_s << u"At most 92 day"_s << u"to"_s;
}

void StatisticsPageTest::daysThatAreNone()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, fault);
    QFETCH(QString, line);
    open();
    const core::Period before = statistics().wanted();
    m_hands->press(Qt::Key_4, Qt::AltModifier);
    m_hands->type(from);
    m_hands->press(Qt::Key_Return);
    m_hands->type(to);
    m_hands->press(Qt::Key_Return);
    QVERIFY(says(fault));
    QVERIFY(this->line(line)->hasFocus());
    QCOMPARE(statistics().wanted(), before);
    m_hands->type(u"2"_s);
    QVERIFY(!says(fault));
}

void StatisticsPageTest::clerksOrItems()
{
    m_client->window().resize(1366, 768);
    open();
    const auto tables = page().findChildren<QTableView*>();
    QVERIFY(tables[0]->isVisible() && !tables[1]->isVisible());
    m_hands->press(Qt::Key_5, Qt::AltModifier);
    QVERIFY(!tables[0]->isVisible() && tables[1]->isVisible() && tables[1]->hasFocus());
    m_hands->press(Qt::Key_5, Qt::AltModifier);
    QVERIFY(tables[0]->isVisible() && tables[0]->hasFocus());
}

void StatisticsPageTest::whatWasDone()
{
    makeBadEvaluations();
    open();
    QTRY_COMPARE(statistics().evaluations().size(), 3);
    QCOMPARE(statistics().evaluations()[0].id, u"e2"_s); // whose day is nearest, or gone
    auto* list = page().findChild<QListWidget*>();
    QVERIFY(list->item(0)->text().contains(u"overdue since"_s) && list->item(0)->text().contains(u"态度生硬"_s));
    m_hands->press(Qt::Key_F12);
    QVERIFY(says(u"Write first"_s));
    m_hands->press(Qt::Key_6, Qt::AltModifier);
    m_hands->press(Qt::Key_Down);
    QCOMPARE(list->currentRow(), 1);
    m_hands->type(u"已电话致歉"_s);
    QSignalSpy done(&statistics(), &desk::StatisticsDesk::followedUp);
    m_hands->press(Qt::Key_Return); // Enter sends nothing: what is written behind it goes along
    m_hands->type(u"，当面补办"_s);
    m_hands->press(Qt::Key_F12);
    QTRY_COMPARE(done.size(), 1);
    QCOMPARE(inTheHall(u"SELECT follow_up FROM evaluation WHERE id = 'e1'"_s).toString(), u"已电话致歉，当面补办"_s);
    QCOMPARE(inTheHall(u"SELECT followed_up_by FROM evaluation WHERE id = 'e1'"_s).toString(), u"900"_s);
    QCOMPARE(list->count(), 2);
    QVERIFY(line(u"What was done"_s)->text().isEmpty());
    inTheHall(u"UPDATE evaluation SET follow_up = '别人已办', followed_up_at = 1 WHERE id = 'e2'"_s);
    m_hands->press(Qt::Key_Up);
    m_hands->type(u"x"_s);
    m_hands->press(Qt::Key_F12); // somebody else was first
    QTRY_VERIFY(!m_client->window().message().isEmpty());
    QTRY_COMPARE(list->count(), 1);
    QCOMPARE(inTheHall(u"SELECT follow_up FROM evaluation WHERE id = 'e2'"_s).toString(), u"别人已办"_s);
    QVERIFY(says(u"Noted elsewhere meanwhile"_s));
    m_hands->press(Qt::Key_F12); // what was written was of nobody else
    QCOMPARE(list->currentRow(), -1);
    m_hands->press(Qt::Key_Down);
    QCOMPARE(list->currentRow(), 0);
    QVERIFY(line(u"What was done"_s)->text().isEmpty());
    QCOMPARE(inTheHall(u"SELECT followed_up_at FROM evaluation WHERE id = 'e3'"_s).toInt(), 0);
    QVERIFY(list->item(0)->text().contains(u"window 03, clerk 001"_s));
}

void StatisticsPageTest::nothingToFollowUp()
{
    open();
    QVERIFY(says(u"Nobody waits to be heard"_s));
    QVERIFY(!line(u"What was done"_s)->isEnabled());
}

void StatisticsPageTest::aReport()
{
    makeMonth();
    open();
    choose(today().addDays(-Days), today());
    QSignalSpy saved(&statistics(), &desk::StatisticsDesk::saved);
    m_hands->press(Qt::Key_8, Qt::AltModifier);
    QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, 20'000);
    const QString path = saved[0][0].toStringList().value(0);
    QVERIFY(path.startsWith(m_folder->filePath(u"saved"_s)) && path.endsWith(u".pdf"_s));
    QVERIFY(m_client->window().message().contains(path));
    if (const QString folder = qEnvironmentVariable("YICHUANG_PICTURES"); !folder.isEmpty())
        QFile::copy(path, folder + u"/statistics-report.pdf"_s);
    QPdfDocument pdf;
    QCOMPARE(pdf.load(path), QPdfDocument::Error::None);
    QVERIFY(pdf.pageCount() >= 1 && pdf.pageCount() <= 2);
    QVERIFY((pdf.pagePointSize(0) - QSizeF(595, 842)).width() < 2);
    QString text;
    for (int i = 0; i < pdf.pageCount(); ++i)
        text += pdf.getAllText(i).text();
    for (const QString& word : {u"样例市政务服务中心"_s, u"演练主任"_s, u"演练员乙"_s, u"Satisfied"_s,
                                QString::number(statistics().shown()->course.totals.tickets.taken), u"Page 1 of %1"_s.arg(pdf.pageCount()),
                                QString::number(today().year()) + u"年"_s})
        QVERIFY2(text.contains(word), qPrintable(word + u" is not in: "_s + text));
    if (const QString folder = qEnvironmentVariable("YICHUANG_PICTURES"); !folder.isEmpty()) {
        for (int i = 0; i < pdf.pageCount(); ++i)
            pdf.render(i, (pdf.pagePointSize(i) * 1.6).toSize()).save(folder + u"/statistics-report-%1.png"_s.arg(i + 1));
    }
    m_hands->press(Qt::Key_8, Qt::AltModifier); // the one before stays
    QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 2, 20'000);
    QVERIFY(saved[1][0].toStringList().value(0) != path && QFile::exists(path));
}

void StatisticsPageTest::spreadsheets()
{
    makeMonth();
    open();
    choose(today().addDays(-Days), today());
    QSignalSpy saved(&statistics(), &desk::StatisticsDesk::saved);
    m_hands->press(Qt::Key_9, Qt::AltModifier);
    QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, 20'000);
    const QStringList paths = saved[0][0].toStringList();
    QCOMPARE(paths.size(), 3);
    const QString taken = QString::number(statistics().shown()->course.totals.tickets.taken);
    const auto lines = [&](qsizetype at) {
        QFile file(paths[at]);
        return file.open(QIODevice::ReadOnly) ? core::csvRows(file.readAll()).value_or(QList<core::CsvRow>()) : QList<core::CsvRow>();
    };
    QCOMPARE(lines(0).size(), statistics().shown()->course.rows.size() + 2);
    QCOMPARE(lines(0).constLast().cells.first(2), (QStringList{u"合计"_s, taken}));
    QCOMPARE(lines(1).constFirst().cells[0], u"窗口人员"_s);
    QCOMPARE(lines(1)[1].cells[0], u"演练员甲 001"_s);
    QCOMPARE(lines(2).constFirst().cells[0], u"事项编码"_s);
    QCOMPARE(lines(2).size(), statistics().shown()->items.rows.size() + 2);
}

void StatisticsPageTest::aFolderThatIsNone()
{
    open();
    QFile inTheWay(m_folder->filePath(u"saved"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    m_hands->press(Qt::Key_9, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_client->window().message().contains(u"could not be saved"_s), 20'000);
    QVERIFY(inTheWay.remove());
    QSignalSpy saved(&statistics(), &desk::StatisticsDesk::saved);
    m_hands->press(Qt::Key_8, Qt::AltModifier); // and again
    QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, 20'000);
}

void StatisticsPageTest::whatWasReadStaysWithItsAge()
{
    makeMonth();
    open();
    choose(today().addDays(-Days), today());
    const core::StatisticsFigures read = statistics().shown()->course.totals;
    m_server->stop();
    m_hands->press(Qt::Key_1, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(statistics().isStale(), 20'000);
    QCOMPARE(statistics().shown()->course.totals, read);
    QVERIFY(says(u"the back office cannot be reached"_s));
    QVERIFY(says(QString::number(read.tickets.taken)));
    QVERIFY(says(u"%1日"_s.arg(today().addDays(-Days).day()))); // of which days they are
    QVERIFY(m_server->start());
    m_hands->press(Qt::Key_1, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!statistics().isStale(), 30'000);
}

QTEST_MAIN(StatisticsPageTest)
#include "statisticspagetest.moc"
