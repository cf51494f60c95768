// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/csv.h"
#include "app/core/deferraloutcome.h"
#include "app/core/halltime.h"
#include "app/core/statisticstable.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Commitment;
using core::DeferralOutcome;
using core::PeriodChoice;
using core::StatisticsGroup;

namespace {

const QDate Monday(2026, 11, 23);

QDateTime at(const QDate& day, int hour, int minute = 0)
{
    return core::hallMidnight(day).addSecs(3600LL * hour + 60LL * minute);
}

QString words(const QList<core::TimeShare>& shares)
{
    QStringList lines;
    for (const core::TimeShare& share : shares)
        lines.append(u"%1 %2/%3/%4"_s.arg(Monday.daysTo(share.day))
                         .arg(share.figures.openSeconds / 60)
                         .arg(share.figures.pausedSeconds / 60)
                         .arg(share.figures.longPauses));
    return lines.join(u'|');
}

core::HallStatistics sample(StatisticsGroup group)
{
    core::HallStatistics made;
    made.at = at(Monday, 18);
    made.period = {Monday, Monday.addDays(1)};
    made.group = group;
    made.limits = {25, 15};
    made.totals = {{9, 8, 7, 1, 2, 4800, 1900, 6, 3600}, {5, 4, 3, 2, 2, 1, 1, 0}, {{1, 0, 2, 3, 4}}, {7200, 3600, 600, 1}};
    made.rows = {{u"k"_s, u"名"_s, made.totals}};
    const core::StatisticsParts parts = core::partsOf(group); // a row has no others
    core::StatisticsFigures& row = made.rows[0].figures;
    row = {parts.tickets ? row.tickets : core::TicketFigures(), parts.cases ? row.cases : core::CaseFigures(),
           parts.evaluations ? row.evaluations : core::EvaluationFigures(), parts.time ? row.time : core::TimeFigures()};
    made.arrivals = {{1, 1, {}}};
    made.arrivals[0].hours[9] = 9;
    return made;
}

} // namespace

/// What a hall's figures are made of, and how they travel.
class StatisticsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void periods_data();
    void periods();
    void choices_data();
    void choices();
    void sums();
    void nothingIsNoDivision();
    void windowTime_data();
    void windowTime();
    void weekdays();
    void deferrals_data();
    void deferrals();
    void travels_data();
    void travels();
    void faults_data();
    void faults();
    void tables_data();
    void tables();
    void spreadsheets();
};

void StatisticsTest::periods_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("days");
    QTest::newRow("a day") << u"2026-11-23"_s << u"2026-11-23"_s << u""_s << 1;
    QTest::newRow("longest") << u"2026-01-01"_s << u"2026-04-02"_s << u""_s << 92;
    QTest::newRow("too long") << u"2026-01-01"_s << u"2026-04-03"_s << u"to"_s << 0;
    QTest::newRow("backwards") << u"2026-11-23"_s << u"2026-11-22"_s << u"to"_s << 0;
    QTest::newRow("no beginning") << u""_s << u"2026-11-22"_s << u"from"_s << 0;
    QTest::newRow("no end") << u"2026-11-23"_s << u""_s << u"to"_s << 0;
    QTest::newRow("no such day") << u"2026-02-29"_s << u"2026-03-01"_s << u"from"_s << 0;
    QTest::newRow("as people write it") << u"2026.2.8"_s << u" 20260209 "_s << u""_s << 2;
    QTest::newRow("words") << u"yesterday"_s << u"2026-11-23"_s << u"from"_s << 0;
}

void StatisticsTest::periods()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, fault);
    QFETCH(int, days);
    const auto period = core::periodFrom(from, to);
    QCOMPARE(period.has_value(), fault.isEmpty());
    if (period)
        QCOMPARE(period->days(), days);
    else
        QCOMPARE(period.error(), (core::Error{core::ErrorKind::InvalidInput, u"statistics.period"_s, {fault}}));
}

void StatisticsTest::choices_data()
{
    QTest::addColumn<PeriodChoice>("choice");
    QTest::addColumn<QDate>("today");
    QTest::addColumn<QDate>("from");
    QTest::newRow("today") << PeriodChoice::Today << Monday.addDays(3) << Monday.addDays(3);
    QTest::newRow("week") << PeriodChoice::Week << Monday.addDays(3) << Monday;
    QTest::newRow("week on a Monday") << PeriodChoice::Week << Monday << Monday;
    QTest::newRow("week on a Sunday") << PeriodChoice::Week << Monday.addDays(6) << Monday;
    QTest::newRow("month") << PeriodChoice::Month << Monday << QDate(2026, 11, 1);
    QTest::newRow("month on its first day") << PeriodChoice::Month << QDate(2026, 12, 1) << QDate(2026, 12, 1);
}

void StatisticsTest::choices()
{
    QFETCH(PeriodChoice, choice);
    QFETCH(QDate, today);
    QFETCH(QDate, from);
    QCOMPARE(core::periodOf(choice, today), (core::Period{from, today}));
}

void StatisticsTest::sums()
{
    core::StatisticsFigures one = sample(StatisticsGroup::Day).totals;
    const core::StatisticsFigures other{{1, 1, 1, 0, 0, 300, 2400, 1, 900}, {1, 1, 2, 0, 1, 0, 0, 1}, {{0, 1, 0, 0, 0}}, {60, 90, 0, 2}};
    one += other;
    QCOMPARE(one.tickets, (core::TicketFigures{10, 9, 8, 1, 2, 5100, 2400, 7, 4500}));
    QCOMPARE(one.tickets.averageWaitSeconds(), 566);
    QCOMPARE(one.tickets.averageServiceSeconds(), 642);
    QCOMPARE(one.cases, (core::CaseFigures{6, 5, 5, 2, 3, 1, 1, 1}));
    QCOMPARE(one.evaluations.given(), 11);
    QCOMPARE(one.evaluations.satisfied(), 9); // 基本满意 is one of them
    QCOMPARE(one.time.idleSeconds(), 7260 - 3690);
    QCOMPARE(other.time.idleSeconds(), 0); // served while the window was paused
}

void StatisticsTest::nothingIsNoDivision()
{
    const core::StatisticsFigures none;
    QCOMPARE(none.tickets.averageWaitSeconds(), 0);
    QCOMPARE(none.tickets.averageServiceSeconds(), 0);
    QCOMPARE(none.evaluations.given(), 0);
}

void StatisticsTest::windowTime_data()
{
    QTest::addColumn<bool>("paused");
    QTest::addColumn<QDateTime>("since");
    QTest::addColumn<QDateTime>("until");
    QTest::addColumn<QString>("expected"); ///< days after Monday: open/paused minutes/long pauses; the period is Monday to Wednesday
    const QDate tuesday = Monday.addDays(1);
    QTest::newRow("a morning") << false << at(tuesday, 9) << at(tuesday, 12) << u"1 180/0/0"_s;
    QTest::newRow("in another zone") << false << at(tuesday, 9).toUTC() << at(tuesday, 12).toUTC() << u"1 180/0/0"_s;
    QTest::newRow("over midnight") << false << at(Monday, 23) << at(tuesday, 1) << u"0 60/0/0|1 60/0/0"_s;
    QTest::newRow("from before") << false << at(Monday.addDays(-1), 23) << at(Monday, 1) << u"0 60/0/0"_s;
    QTest::newRow("until after") << false << at(Monday.addDays(2), 23) << at(Monday.addDays(3), 1) << u"2 60/0/0"_s;
    QTest::newRow("outside") << false << at(Monday.addDays(3), 9) << at(Monday.addDays(3), 10) << u""_s;
    QTest::newRow("until midnight") << false << at(Monday, 23) << at(tuesday, 0) << u"0 60/0/0"_s;
    QTest::newRow("a pause") << true << at(Monday, 12) << at(Monday, 12, 20) << u"0 0/20/0"_s;
    QTest::newRow("a long one") << true << at(Monday, 12) << at(Monday, 12, 21) << u"0 0/21/1"_s;
    QTest::newRow("somebody went home") << true << at(Monday, 17) << at(tuesday, 9) << u""_s;
    QTest::newRow("a pause before") << true << at(Monday.addDays(-1), 12) << at(Monday.addDays(-1), 13) << u""_s;
    QTest::newRow("ends before it begins") << false << at(Monday, 12) << at(Monday, 11) << u""_s;
}

void StatisticsTest::windowTime()
{
    QFETCH(bool, paused);
    QFETCH(QDateTime, since);
    QFETCH(QDateTime, until);
    const auto shares = core::sharesOf({u"甲"_s, paused, since, until}, {Monday, Monday.addDays(2)}, 20);
    QTEST(words(shares), "expected");
}

void StatisticsTest::weekdays()
{
    const auto found = core::arrivalsByWeekday({{Monday, 9, 4},
                                                {Monday, 10, 1},
                                                {Monday.addDays(7), 9, 6},
                                                {Monday.addDays(4), 15, 2},
                                                {Monday, 24, 9},
                                                {QDate(), 9, 9},
                                                {Monday.addDays(5), 9, 0}});
    QCOMPARE(found.size(), 2);
    QCOMPARE(found[0].weekday, 1);
    QCOMPARE(found[0].days, 2);
    QCOMPARE(found[0].hours[9], 10);
    QCOMPARE(found[0].hours[10], 1);
    QCOMPARE(found[1].weekday, 5);
    QCOMPARE(found[1].hours[15], 2);
}

void StatisticsTest::deferrals_data()
{
    QTest::addColumn<DeferralOutcome>("before");
    QTest::addColumn<int>("daysLeft"); ///< of what was owed; 99: nothing was
    QTest::addColumn<bool>("stillOwed");
    QTest::addColumn<Commitment>("commitment");
    QTest::addColumn<DeferralOutcome>("after");
    QTest::addColumn<core::CaseState>("state");
    using O = DeferralOutcome;
    using C = Commitment;
    using S = core::CaseState;
    QTest::newRow("complete at once") << O::None << 99 << false << C::Open << O::None << S::Accepted;
    QTest::newRow("taken in") << O::None << 99 << true << C::Open << O::Open << S::AcceptedDeferred;
    QTest::newRow("withdrawn before the day") << O::Open << 3 << true << C::Open << O::Released << S::Withdrawn;
    QTest::newRow("ended by the department") << O::Open << 3 << true << C::Open << O::Released << S::Terminated;
    QTest::newRow("decided before it came") << O::Open << 3 << true << C::Open << O::Open << S::Decided;
    QTest::newRow("half of it came") << O::Open << 3 << true << C::Open << O::Open << S::AcceptedDeferred;
    QTest::newRow("all of it came") << O::Open << 3 << false << C::Open << O::InTime << S::InReview;
    QTest::newRow("on the last day") << O::Open << 0 << false << C::Open << O::InTime << S::InReview;
    QTest::newRow("before time noticed") << O::Open << -1 << false << C::Open << O::Late << S::InReview;
    QTest::newRow("the day passed") << O::Open << -1 << true << C::Broken << O::Passed << S::Terminated;
    QTest::newRow("after that") << O::Passed << -5 << false << C::Repaired << O::Late << S::InReview;
    QTest::newRow("credit repaired, nothing came") << O::Passed << -5 << true << C::Repaired << O::Passed << S::Terminated;
    QTest::newRow("then handed out") << O::Late << 99 << false << C::Repaired << O::Late << S::Delivered;
    QTest::newRow("long settled") << O::InTime << 99 << false << C::Open << O::InTime << S::InReview;
}

void StatisticsTest::deferrals()
{
    QFETCH(DeferralOutcome, before);
    QFETCH(int, daysLeft);
    QFETCH(bool, stillOwed);
    QFETCH(Commitment, commitment);
    const core::DeferredMaterial material{u"m"_s, u"证明"_s, core::MaterialForm::Original, Monday.addDays(daysLeft)};
    core::CaseRecord after;
    QFETCH(core::CaseState, state);
    after.commitment = commitment;
    after.state = state;
    if (stillOwed)
        after.deferred = {material};
    const QList<core::DeferredMaterial> owed = daysLeft == 99 ? QList<core::DeferredMaterial>() : QList{material};
    const DeferralOutcome outcome = core::deferralOutcome(before, owed, after, Monday);
    QTEST(outcome, "after");
    QCOMPARE(core::deferralOutcomeFromWire(core::toWire(outcome)), outcome);
}

void StatisticsTest::travels_data()
{
    QTest::addColumn<StatisticsGroup>("group");
    for (const StatisticsGroup group :
         {StatisticsGroup::Day, StatisticsGroup::Hour, StatisticsGroup::Clerk, StatisticsGroup::Item, StatisticsGroup::Class})
        QTest::newRow(qPrintable(core::toWire(group))) << group;
}

void StatisticsTest::travels()
{
    QFETCH(StatisticsGroup, group);
    const core::HallStatistics made = sample(group);
    const auto read = core::HallStatistics::fromJson(made.toJson());
    QVERIFY(read);
    QCOMPARE(*read, made);
    QCOMPARE(read->limits.waitMinutes, 25);
    QCOMPARE(read->limits.pauseMinutes, 15);
    const QJsonObject row = made.toJson()[u"rows"_s][0].toObject();
    QCOMPARE(row.contains(u"tickets"_s), core::partsOf(group).tickets);
    QCOMPARE(row.contains(u"time"_s), core::partsOf(group).time);
}

void StatisticsTest::faults_data()
{
    QTest::addColumn<QString>("field");
    for (const QString& field : {u"at"_s, u"from"_s, u"to"_s, u"group"_s, u"totals"_s, u"rows"_s, u"arrivals"_s})
        QTest::newRow(qPrintable(field)) << field;
}

void StatisticsTest::faults()
{
    QFETCH(QString, field);
    QJsonObject json = sample(StatisticsGroup::Day).toJson();
    json.remove(field);
    const auto read = core::HallStatistics::fromJson(json);
    QVERIFY(!read);
    QCOMPARE(read.error().code, u"statistics.field"_s);
    QJsonObject row = sample(StatisticsGroup::Day).toJson();
    row[u"rows"_s] = QJsonArray{QJsonObject{{u"key"_s, u"k"_s}}};
    QVERIFY(!core::HallStatistics::fromJson(row));
}

void StatisticsTest::tables_data()
{
    QTest::addColumn<StatisticsGroup>("group");
    QTest::addColumn<QString>("head");
    QTest::addColumn<QString>("row");
    QTest::newRow("class") << StatisticsGroup::Class
                           << u"号类,名称,取号,叫号,办结,过号,平均等候（分）,最长等候（分）,平均办理（分）,等候超过25分钟"_s
                           << u"k,名,9,8,7,1,10.0,31.7,10.0,2"_s;
    QTest::newRow("item")
        << StatisticsGroup::Item
        << u"事项编码,事项名称,收件,综合窗口收件,少交材料（份）,一次办成,一次办成率（%）,容缺,按期补齐,逾期补齐,到期未补齐,非常满意,满意,基本满意,不满意,非常不满意,满意率（%）"_s
        << u"k,名,5,4,3,2,40.0,2,1,1,0,4,3,2,0,1,90.0"_s;
    QTest::newRow("clerk") << StatisticsGroup::Clerk << u""_s
                           << u"名,9,8,7,1,10.0,31.7,10.0,2,120.0,60.0,60.0,10.0,1,5,4,3,2,40.0,2,1,1,0,4,3,2,0,1,90.0"_s;
}

void StatisticsTest::tables()
{
    QFETCH(StatisticsGroup, group);
    QFETCH(QString, head);
    QFETCH(QString, row);
    const QList<QStringList> table = core::statisticsTable(sample(group));
    QCOMPARE(table.size(), 3);
    if (!head.isEmpty())
        QCOMPARE(table[0].join(u','), head);
    QCOMPARE(table[1].join(u','), row);
    QCOMPARE(table[2][0], u"合计"_s);
    QCOMPARE(table[0].size(), table[1].size());
    QCOMPARE(table[0].size(), table[2].size());
}

void StatisticsTest::spreadsheets()
{
    const QList<QStringList> rows{{u"姓名"_s, u"他说“好”, \"真的\""_s}, {u"=1+1"_s, u"两\n行"_s}, {u""_s, u"-3"_s}};
    const QByteArray file = core::csvFile(rows);
    QVERIFY(file.startsWith("\xEF\xBB\xBF"));
    const auto read = core::csvRows(file);
    QVERIFY(read);
    QCOMPARE(read->size(), 3);
    QCOMPARE((*read)[0].cells, rows[0]);
    QCOMPARE((*read)[1].cells, (QStringList{u"'=1+1"_s, u"两\n行"_s}));
    QCOMPARE((*read)[2].cells, (QStringList{{}, u"'-3"_s}));
}

QTEST_GUILESS_MAIN(StatisticsTest)
#include "statisticstest.moc"
