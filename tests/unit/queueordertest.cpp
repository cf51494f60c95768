// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// Whose turn it is and why, what a miss leads to, and the hall's own numbers.

#include "app/core/queueorder.h"
#include "app/core/catalogue.h"
#include "app/core/queuesettings.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using core::CallReason;
using core::QueueEntry;

class QueueOrderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoIsNext_data();
    void whoIsNext();
    void aWholeMorning();
    void peopleAhead();
    void misses_data();
    void misses();
    void waitsAreEstimated_data();
    void waitsAreEstimated();
    void settings();
    void faults_data();
    void faults();
};

namespace {

const QDateTime Now(QDate(2026, 11, 23), QTime(10, 0), Qt::OffsetFromUTC, 8 * 3600);
const core::OrderRule Rule{45, 3};

QueueEntry waiting(const QString& id, int minutes, int headStart = 0)
{
    return {id, Now.addSecs(-60LL * minutes), headStart};
}

QueueEntry booked(const QString& id, int minutes, int slotInMinutes)
{
    QueueEntry entry = waiting(id, minutes);
    entry.slotBegin = Now.addSecs(60LL * slotInMinutes);
    entry.slotEnd = entry.slotBegin.addSecs(1800);
    return entry;
}

QueueEntry back(const QString& id, int minutes, QueueEntry::Way way)
{
    QueueEntry entry = waiting(id, minutes);
    entry.way = way;
    return entry;
}

} // namespace

void QueueOrderTest::whoIsNext_data()
{
    QTest::addColumn<QList<QueueEntry>>("entries");
    QTest::addColumn<int>("jumps");
    QTest::addColumn<QString>("next");
    QTest::addColumn<CallReason>("reason");
    const auto row = [](const char* name, const QList<QueueEntry>& entries, const QString& next, CallReason reason, int jumps = 0) {
        QTest::newRow(name) << entries << jumps << next << reason;
    };
    using Way = QueueEntry::Way;
    const QueueEntry plain = waiting(u"plain"_s, 10);
    row("first come", {waiting(u"late"_s, 5), plain}, u"plain"_s, CallReason::Arrival);
    row("the same moment", {plain, waiting(u"twin"_s, 10)}, u"plain"_s, CallReason::Arrival);
    row("a group's head start", {plain, waiting(u"elderly"_s, 1, 20)}, u"elderly"_s, CallReason::Priority);
    row("which is not endless", {waiting(u"plain"_s, 30), waiting(u"elderly"_s, 1, 20)}, u"plain"_s, CallReason::Arrival);
    row("the longer of two", {waiting(u"a"_s, 2, 20), waiting(u"b"_s, 1, 30), plain}, u"b"_s, CallReason::Priority);
    row("priority that came first anyway", {waiting(u"elderly"_s, 12, 20), plain}, u"elderly"_s, CallReason::Arrival);
    row("in its slot", {plain, booked(u"booked"_s, 1, -5), waiting(u"elderly"_s, 5, 20)}, u"booked"_s, CallReason::Appointment);
    row("before its slot", {plain, booked(u"booked"_s, 1, 5)}, u"plain"_s, CallReason::Arrival);
    row("at its end", {plain, booked(u"booked"_s, 1, -30)}, u"booked"_s, CallReason::Appointment);
    row("after its slot", {plain, booked(u"booked"_s, 1, -31)}, u"plain"_s, CallReason::Arrival);
    row("the earlier slot", {booked(u"b"_s, 9, -5), booked(u"a"_s, 1, -10)}, u"a"_s, CallReason::Appointment);
    row("sent by another window", {plain, back(u"sent"_s, 3, Way::Transferred)}, u"sent"_s, CallReason::Transferred);
    row("went back", {plain, back(u"back"_s, 3, Way::Returned)}, u"back"_s, CallReason::Returned);
    row("a slot goes before them", {booked(u"booked"_s, 1, 0), back(u"back"_s, 3, Way::Returned)}, u"booked"_s, CallReason::Appointment);
    row("waited too long", {waiting(u"old"_s, 45), booked(u"booked"_s, 1, 0), back(u"back"_s, 44, Way::Returned)}, u"old"_s,
        CallReason::Overdue);
    row("a minute less", {waiting(u"old"_s, 44), booked(u"booked"_s, 1, 0)}, u"booked"_s, CallReason::Appointment);
    row("enough jumps", {plain, booked(u"booked"_s, 1, 0)}, u"plain"_s, CallReason::AfterCap, 3);
    row("two are not enough", {plain, booked(u"booked"_s, 1, 0)}, u"booked"_s, CallReason::Appointment, 2);
    row("nobody ordinary is there", {booked(u"booked"_s, 1, 0)}, u"booked"_s, CallReason::Appointment, 7);
}

void QueueOrderTest::whoIsNext()
{
    QFETCH(QList<QueueEntry>, entries);
    QFETCH(int, jumps);
    QFETCH(QString, next);
    QFETCH(CallReason, reason);
    const auto call = core::nextCall(entries, Rule, Now, jumps);
    QVERIFY(call.has_value());
    QCOMPARE(entries[call->index].id, next);
    QCOMPARE(core::toWire(call->reason), core::toWire(reason));
    QCOMPARE(core::callReasonFromWire(core::toWire(reason)), reason);
    QVERIFY(!core::nextCall({}, Rule, Now, jumps));
}

/// Five of a priority group and four others: never more than three before their turn in a row.
void QueueOrderTest::aWholeMorning()
{
    QList<QueueEntry> entries;
    for (int i = 1; i <= 5; ++i)
        entries.append(waiting(u"p%1"_s.arg(i), 6 - i, 30));
    for (int i = 1; i <= 4; ++i)
        entries.append(waiting(u"o%1"_s.arg(i), 20 - i));
    QStringList order;
    int jumps = 0;
    while (const auto call = core::nextCall(entries, Rule, Now, jumps)) {
        jumps = core::isJump(call->reason) ? jumps + 1 : 0;
        order.append(entries.takeAt(call->index).id);
    }
    QCOMPARE(order.join(u' '), u"p1 p2 p3 o1 p4 p5 o2 o3 o4"_s);
}

void QueueOrderTest::peopleAhead()
{
    const QList<QueueEntry> entries{waiting(u"a"_s, 9), waiting(u"b"_s, 8), waiting(u"p"_s, 0, 20)};
    QCOMPARE(core::peopleAhead(entries, u"p"_s, Rule, Now, 0), 0);
    QCOMPARE(core::peopleAhead(entries, u"a"_s, Rule, Now, 0), 1);
    QCOMPARE(core::peopleAhead(entries, u"b"_s, Rule, Now, 0), 2);
    QCOMPARE(core::peopleAhead(entries, u"a"_s, Rule, Now, 3), 0); // the cap holds the group back
    QCOMPARE(core::peopleAhead({}, u"a"_s, Rule, Now, 0), 0);
}

void QueueOrderTest::misses_data()
{
    QTest::addColumn<int>("requeueAfter");
    QTest::addColumn<int>("allowed");
    QTest::addColumn<int>("before");
    QTest::addColumn<QString>("state");
    QTest::newRow("no second chance") << 0 << 0 << 0 << u"no-show"_s;
    QTest::newRow("first miss") << 3 << 2 << 0 << u"waiting"_s;
    QTest::newRow("last one allowed") << 3 << 2 << 1 << u"waiting"_s;
    QTest::newRow("once too often") << 3 << 2 << 2 << u"void"_s;
    QTest::newRow("none allowed") << 3 << 0 << 0 << u"void"_s;
}

void QueueOrderTest::misses()
{
    QFETCH(int, requeueAfter);
    QFETCH(int, allowed);
    QFETCH(int, before);
    QFETCH(QString, state);
    core::Ticket ticket;
    ticket.state = core::TicketState::Called;
    ticket.calls = 1;
    ticket.misses = before;
    ticket.calledAt = Now.addSecs(-60);
    const auto missed = core::afterAct(ticket, core::TicketAct::NoShow, Now, {30, 1, requeueAfter, allowed});
    QVERIFY(missed.has_value());
    QCOMPARE(core::toWire(missed->state), state);
    QCOMPARE(missed->misses, before + 1);
}

void QueueOrderTest::waitsAreEstimated_data()
{
    QTest::addColumn<int>("ahead");
    QTest::addColumn<int>("windows");
    QTest::addColumn<int>("minutes");
    QTest::newRow("at once") << 0 << 2 << 0;
    QTest::newRow("one window") << 3 << 1 << 24;
    QTest::newRow("two windows") << 3 << 2 << 12;
    QTest::newRow("rounded up") << 1 << 3 << 3;
    QTest::newRow("none is open yet") << 2 << 0 << 16;
}

void QueueOrderTest::waitsAreEstimated()
{
    QFETCH(int, ahead);
    QFETCH(int, windows);
    QFETCH(int, minutes);
    QCOMPARE(core::expectedMinutes(ahead, 8, windows), minutes);
}

void QueueOrderTest::settings()
{
    const QJsonObject queue{
        {u"overtakenMinutes"_s, 30},
        {u"requeueAfter"_s, 3},
        {u"missesAllowed"_s, 2},
        {u"reasonNeeded"_s, QJsonArray{u"return"_s}},
        {u"groups"_s,
         QJsonArray{QJsonObject{{u"code"_s, u"old"_s}, {u"name"_s, u"老年人"_s}, {u"headStartMinutes"_s, 20}, {u"fromAge"_s, 60}},
                    QJsonObject{{u"code"_s, u"soldier"_s}, {u"name"_s, u"现役军人"_s}, {u"headStartMinutes"_s, 30}}}},
        {u"classes"_s, QJsonArray{QJsonObject{{u"code"_s, u"A"_s}, {u"name"_s, u"企业"_s}, {u"realName"_s, true}}}}};
    const auto read = core::QueueSettings::fromJson({{u"queue"_s, queue}, {u"noShowMinimumCalls"_s, 2}});
    QCOMPARE(read.order.overtakenMinutes, 30);
    QCOMPARE(read.order.jumpsInARow, 3);
    QCOMPARE(read.noShow.minimumCalls, 2);
    QCOMPARE(read.noShow.requeueAfter, 3);
    QVERIFY(!read.groupOfAge(59));
    QCOMPARE(read.groupOfAge(60)->code, u"old"_s);
    QVERIFY(read.group(u"soldier"_s) && !read.group(u"nobody"_s));
    QVERIFY(read.ticketClass(u"A"_s)->realName);
    QVERIFY(read.knowsClass(u"A"_s) && !read.knowsClass(u"B"_s));
    QVERIFY(core::QueueSettings().knowsClass(u"B"_s) && !core::QueueSettings().knowsClass(u"ABC"_s));
}

void QueueOrderTest::faults_data()
{
    QTest::addColumn<QJsonObject>("queue");
    QTest::addColumn<QStringList>("faults");
    const auto named = [](const QString& code) { return QJsonObject{{u"code"_s, code}, {u"name"_s, u"样例"_s}}; };
    QTest::newRow("nothing set") << QJsonObject() << QStringList();
    QTest::newRow("sound") << QJsonObject{{u"classes"_s, QJsonArray{named(u"A"_s), named(u"B"_s)}}} << QStringList();
    QTest::newRow("below nothing") << QJsonObject{{u"jumpsInARow"_s, -1}} << QStringList{u"/settings/queue/jumpsInARow catalogue.number"_s};
    QTest::newRow("the same class twice") << QJsonObject{{u"classes"_s, QJsonArray{named(u"A"_s), named(u"A"_s)}}}
                                          << QStringList{u"/settings/queue/classes/1/code catalogue.duplicate"_s};
    QTest::newRow("too long a letter") << QJsonObject{{u"classes"_s, QJsonArray{named(u"ABC"_s)}}}
                                       << QStringList{u"/settings/queue/classes/0/code catalogue.missing"_s};
    const auto hours = [](const QStringList& spans) {
        return QJsonObject{{u"slotHours"_s, QJsonArray::fromStringList(spans)}, {u"slotDaysAhead"_s, 14}, {u"slotsOnRestDays"_s, false}};
    };
    QTest::newRow("slots") << hours({u"09:00-12:00"_s, u"13:30-24:00"_s}) << QStringList();
    QTest::newRow("not the day's time") << hours({u"9:00-12:00"_s, u"13:30-24:30"_s, u"14:00-13:00"_s})
                                        << QStringList{u"/settings/queue/slotHours/0 catalogue.value"_s,
                                                       u"/settings/queue/slotHours/1 catalogue.value"_s,
                                                       u"/settings/queue/slotHours/2 catalogue.value"_s};
    QTest::newRow("hours that overlap") << hours({u"09:00-12:00"_s, u"11:30-17:00"_s})
                                        << QStringList{u"/settings/queue/slotHours/1 catalogue.value"_s};
    QTest::newRow("neither yes nor no") << QJsonObject{{u"slotsOnRestDays"_s, 1}}
                                        << QStringList{u"/settings/queue/slotsOnRestDays catalogue.value"_s};
    QTest::newRow("no such act") << QJsonObject{{u"reasonNeeded"_s, QJsonArray{u"sing"_s}}}
                                 << QStringList{u"/settings/queue/reasonNeeded/0 catalogue.value"_s};
}

void QueueOrderTest::faults()
{
    QFETCH(QJsonObject, queue);
    QFETCH(QStringList, faults);
    QStringList found;
    const auto all = core::QueueSettings::check({{u"queue"_s, queue}});
    for (const core::CatalogueFault& fault : all)
        found.append(fault.pointer + u' ' + fault.code);
    QCOMPARE(found, faults);
}

QTEST_GUILESS_MAIN(QueueOrderTest)
#include "queueordertest.moc"
