// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/slots.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Thursday 1 October 2026 is a holiday, Saturday the 10th is worked instead.
core::WorkCalendar calendar()
{
    core::CalendarYear year;
    year.year = 2026;
    year.holidays = {QDate(2026, 10, 1)};
    year.makeUpDays = {QDate(2026, 10, 10)};
    core::WorkCalendar calendar;
    calendar.setYear(year);
    return calendar;
}

core::TicketClass kind(int minutes)
{
    core::TicketClass kind;
    kind.slotMinutes = minutes;
    return kind;
}

} // namespace

/// When people may book.
class SlotsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slotsLieInTheHours_data();
    void slotsLieInTheHours();
    void days_data();
    void days();
};

void SlotsTest::slotsLieInTheHours_data()
{
    QTest::addColumn<QList<int>>("hours"); // from, until in minutes
    QTest::addColumn<int>("minutes");
    QTest::addColumn<QStringList>("begins");
    QTest::newRow("no appointments") << QList<int>{540, 720} << 0 << QStringList();
    QTest::newRow("morning and afternoon") << QList<int>{540, 600, 810, 870} << 30
                                           << QStringList{u"09:00"_s, u"09:30"_s, u"13:30"_s, u"14:00"_s};
    QTest::newRow("what does not fit whole is none") << QList<int>{540, 629} << 45 << QStringList{u"09:00"_s};
    QTest::newRow("counted from the beginning") << QList<int>{550, 610} << 20 << QStringList{u"09:10"_s, u"09:30"_s, u"09:50"_s};
    QTest::newRow("the whole day") << QList<int>() << 720 << QStringList{u"00:00"_s, u"12:00"_s};
    QTest::newRow("until midnight") << QList<int>{1380, 1440} << 30 << QStringList{u"23:00"_s, u"23:30"_s};
}

void SlotsTest::slotsLieInTheHours()
{
    QFETCH(QList<int>, hours);
    QFETCH(int, minutes);
    QFETCH(QStringList, begins);
    core::SlotRule rule;
    for (qsizetype i = 0; i < hours.size(); i += 2)
        rule.hours.append({hours[i], hours[i + 1]});
    const QDate day(2026, 11, 27);
    QStringList found;
    for (const core::Slot& slot : core::slotsOf(day, kind(minutes), rule)) {
        QCOMPARE(slot.begin.offsetFromUtc(), 8 * 3600);
        QCOMPARE(slot.begin.date(), day);
        QCOMPARE(slot.begin.secsTo(slot.end), minutes * 60);
        found.append(slot.begin.toString(u"HH:mm"_s));
    }
    QCOMPARE(found, begins);
    QVERIFY(core::slotsOf(QDate(), kind(minutes), rule).isEmpty());
}

void SlotsTest::days_data()
{
    QTest::addColumn<QDate>("day"); // asked on Monday 28 September 2026
    QTest::addColumn<int>("ahead");
    QTest::addColumn<bool>("onRestDays");
    QTest::addColumn<QString>("refused");
    QTest::newRow("today") << QDate(2026, 9, 28) << 14 << false << QString();
    QTest::newRow("yesterday") << QDate(2026, 9, 27) << 14 << true << u"slot.past"_s;
    QTest::newRow("a holiday") << QDate(2026, 10, 1) << 14 << false << u"slot.rest-day"_s;
    QTest::newRow("a holiday that the hall works") << QDate(2026, 10, 1) << 14 << true << QString();
    QTest::newRow("a Sunday") << QDate(2026, 10, 4) << 14 << false << u"slot.rest-day"_s;
    QTest::newRow("a Saturday that is worked") << QDate(2026, 10, 10) << 14 << false << QString();
    QTest::newRow("the last day") << QDate(2026, 10, 12) << 14 << false << QString();
    QTest::newRow("the day after it") << QDate(2026, 10, 13) << 14 << false << u"slot.too-far"_s;
    QTest::newRow("any day") << QDate(2026, 12, 31) << 0 << false << QString();
    QTest::newRow("beyond the calendar") << QDate(2027, 1, 4) << 0 << false << u"calendar.not-covered"_s;
    QTest::newRow("beyond the calendar, where it does not count") << QDate(2027, 1, 4) << 0 << true << QString();
}

void SlotsTest::days()
{
    QFETCH(QDate, day);
    QFETCH(int, ahead);
    QFETCH(bool, onRestDays);
    QFETCH(QString, refused);
    core::SlotRule rule;
    rule.daysAhead = ahead;
    rule.onRestDays = onRestDays;
    const auto may = core::mayBookOn(day, QDate(2026, 9, 28), rule, calendar());
    QCOMPARE(may ? QString() : may.error().code, refused);
}

QTEST_GUILESS_MAIN(SlotsTest)
#include "slotstest.moc"
