// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// Who is told what of a case: which entry of a department's feed and which reminder follow from which change.

#include "app/core/departmentfeed.h"
#include "app/core/halltime.h"
#include "app/core/reminder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using core::CaseAct;
using core::CaseRecord;
using core::CaseState;
using core::FeedKind;
using core::Reminder;
using core::ReminderKind;
using core::ReminderState;

class TellingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void feed_data();
    void feed();
    void reminders_data();
    void reminders();
    void holding_data();
    void holding();
    void deadlines_data();
    void deadlines();
    void threeWorkingDays();
    void dueIsToldOnAnotherDay();
    void words_data();
    void words();
    void phones();
    void states();
};

namespace {

using S = CaseState;
using A = CaseAct;
using K = FeedKind;
using R = ReminderKind;

const QDate Today(2026, 3, 10);

QDateTime at(const QDate& day)
{
    return core::hallMidnight(day).addSecs(10LL * 3600);
}

CaseRecord in(CaseState state)
{
    CaseRecord record;
    record.id = u"c"_s;
    record.number = u"9901-7"_s;
    record.item = {u"i"_s, u"居住证签发"_s};
    record.hall = {u"9901"_s, u"样例大厅"_s};
    record.state = state;
    record.materials = {{u"m1"_s, u"申请表"_s, core::MaterialForm::Original, 1, core::MaterialStatus::Present}, {u"m2"_s, u"照片"_s}};
    if (state == S::Accepted || state == S::AcceptedDeferred || state == S::InReview || state == S::Decided || state == S::Delivered)
        record.acceptedAt = at(Today);
    return record;
}

CaseRecord owing(CaseState state, const QDate& by = Today)
{
    CaseRecord record = in(state);
    record.deferred = {{u"m2"_s, u"照片"_s, core::MaterialForm::Original, by}};
    return record;
}

CaseRecord noticed(CaseRecord record)
{
    record.notifiedAt = at(Today);
    record.noticedAgain = record.state != S::ToCorrect;
    return record;
}

CaseRecord waiting(CaseRecord record, const QDate& until)
{
    record.waitsUntil = until;
    return record;
}

CaseRecord suspended(CaseRecord record, const QString& procedure)
{
    record.suspendedSince = Today;
    record.suspendedFor = procedure;
    record.waitsUntil = Today.addDays(10);
    return record;
}

CaseRecord endedAfterAcceptance(CaseState state)
{
    CaseRecord record = in(state);
    record.acceptedAt = at(Today);
    return record;
}

using Before = std::optional<CaseRecord>;
using Act = std::optional<CaseAct>;

} // namespace

void TellingTest::feed_data()
{
    QTest::addColumn<Before>("before");
    QTest::addColumn<CaseRecord>("after");
    QTest::addColumn<Act>("act");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char* name, const Before& before, const CaseRecord& after, const Act& act, const QString& kind) {
        QTest::newRow(name) << before << after << act << kind;
    };
    row("new, accepted", {}, in(S::Accepted), {}, u"accepted"_s);
    row("new, deferred", {}, in(S::AcceptedDeferred), {}, u"accepted-deferred"_s);
    row("new, decided on the spot", {}, in(S::Decided), {}, u"decided"_s);
    row("new, delivered on the spot", {}, in(S::Delivered), {}, u"delivered"_s);
    row("new, received", {}, in(S::Received), {}, {});
    row("new, to correct", {}, in(S::ToCorrect), {}, {});
    row("new, refused", {}, in(S::Refused), {}, {});
    row("new, ended before it came", {}, endedAfterAcceptance(S::Withdrawn), {}, {});
    row("accepted", in(S::Received), in(S::Accepted), A::Accept, u"accepted"_s);
    row("accepted deferred", in(S::ToCorrect), in(S::AcceptedDeferred), A::AcceptDeferred, u"accepted-deferred"_s);
    row("silence", in(S::Received), in(S::Accepted), A::SilencePassed, u"silence-accepted"_s);
    row("accepted by a resend", in(S::Received), in(S::Accepted), {}, u"accepted"_s);
    row("corrected by a resend", in(S::Accepted), in(S::Accepted), {}, u"corrected"_s);
    row("notified before acceptance", in(S::Received), in(S::ToCorrect), A::NotifyOnce, {});
    row("withdrawn before acceptance", in(S::Received), in(S::Withdrawn), A::Withdraw, {});
    row("returned before acceptance", in(S::ToCorrect), in(S::Returned), A::LimitPassed, {});
    row("taken back", in(S::ReceivedDeferred), in(S::Returned), A::TakeBack, {});
    row("notified after acceptance", in(S::AcceptedDeferred), in(S::AcceptedDeferred), A::NotifyOnce, u"notified"_s);
    row("supplemented", in(S::AcceptedDeferred), in(S::Accepted), A::Supplement, u"supplemented"_s);
    row("extended", in(S::AcceptedDeferred), in(S::AcceptedDeferred), A::Extend, u"extended"_s);
    row("suspended", in(S::InReview), in(S::InReview), A::Suspend, u"suspended"_s);
    row("resumed", in(S::InReview), in(S::InReview), A::Resume, u"resumed"_s);
    row("reviewed", in(S::Accepted), in(S::InReview), A::StartReview, u"review-started"_s);
    row("decided", in(S::InReview), in(S::Decided), A::Decide, u"decided"_s);
    row("delivered", in(S::Decided), in(S::Delivered), A::Deliver, u"delivered"_s);
    row("withdrawn", in(S::InReview), endedAfterAcceptance(S::Withdrawn), A::Withdraw, u"withdrawn"_s);
    row("voided", in(S::Accepted), endedAfterAcceptance(S::Voided), A::Void, u"voided"_s);
    row("returned", in(S::AcceptedDeferred), endedAfterAcceptance(S::Returned), A::LimitPassed, u"returned"_s);
    row("terminated", in(S::InReview), endedAfterAcceptance(S::Terminated), A::Terminate, u"terminated"_s);
    row("credit", endedAfterAcceptance(S::Returned), endedAfterAcceptance(S::Returned), A::RepairCredit, u"credit-repaired"_s);
    row("late supplement", endedAfterAcceptance(S::Returned), in(S::Accepted), A::Supplement, u"supplemented"_s);
    row("late notice after silence", in(S::Accepted), in(S::ToCorrect), A::NotifyOnce, u"recalled"_s);
    row("late refusal after silence", in(S::Accepted), in(S::Refused), A::Refuse, u"recalled"_s);
}

void TellingTest::feed()
{
    QFETCH(Before, before);
    QFETCH(CaseRecord, after);
    QFETCH(Act, act);
    QFETCH(QString, kind);
    const auto told = core::feedKindOf(before, after, act);
    QCOMPARE(told ? core::toWire(*told) : QString(), kind);
}

void TellingTest::reminders_data()
{
    QTest::addColumn<Before>("before");
    QTest::addColumn<CaseRecord>("after");
    QTest::addColumn<Act>("act");
    QTest::addColumn<QString>("told"); // kind and occasion
    const auto row = [](const char* name, const Before& before, const CaseRecord& after, const Act& act, const QString& told) {
        QTest::newRow(name) << before << after << act << told;
    };
    const QString noticeTime = core::isoTime(at(Today));
    const QDate yesterday = Today.addDays(-1);
    row("received", {}, in(S::Received), {}, u"taken received"_s);
    row("kept until it is whole", {}, in(S::ReceivedDeferred), {}, u"taken received-deferred"_s);
    row("accepted", {}, in(S::Accepted), {}, u"taken accepted"_s);
    row("accepted later", in(S::Received), in(S::Accepted), A::Accept, u"taken accepted"_s);
    row("by silence", in(S::Received), in(S::Accepted), A::SilencePassed, u"taken accepted"_s);
    row("told already", in(S::AcceptedDeferred), in(S::Accepted), A::Supplement, {});
    row("reviewed", in(S::Accepted), in(S::InReview), A::StartReview, {});
    row("refused", {}, in(S::Refused), {}, {});
    row("nobody was told what is missing", {}, in(S::ToCorrect), {}, {});
    row("one-time notice", in(S::Received), noticed(in(S::ToCorrect)), A::NotifyOnce, u"incomplete "_s + noticeTime);
    row("a notice's resend", noticed(in(S::ToCorrect)), noticed(in(S::ToCorrect)), {}, {});
    row("a supplement fell short", owing(S::InReview), noticed(owing(S::InReview)), A::NotifyOnce, u"incomplete "_s + noticeTime);
    row("decided", in(S::InReview), in(S::Decided), A::Decide, u"ready "_s);
    row("decided on the spot", {}, in(S::Decided), {}, u"ready "_s);
    row("decided, sent again", in(S::Decided), in(S::Decided), {}, {});
    row("delivered", in(S::Decided), in(S::Delivered), A::Deliver, {});
    row("returned", owing(S::AcceptedDeferred, yesterday), endedAfterAcceptance(S::Returned), A::LimitPassed, u"overdue returned"_s);
    row("terminated by time", owing(S::InReview, yesterday), endedAfterAcceptance(S::Terminated), A::Terminate, u"overdue terminated"_s);
    row("terminated by a department", owing(S::InReview), endedAfterAcceptance(S::Terminated), A::Terminate, {});
    row("suspended by time", owing(S::AcceptedDeferred, yesterday), suspended(owing(S::AcceptedDeferred, yesterday), {}), A::Suspend,
        u"overdue suspended"_s);
    row("a procedure", owing(S::InReview), suspended(owing(S::InReview), u"听证"_s), A::Suspend, {});
    row("not corrected", waiting(noticed(in(S::ToCorrect)), yesterday), in(S::Returned), A::LimitPassed, u"overdue returned"_s);
    row("taken back", waiting(in(S::ReceivedDeferred), Today), in(S::Returned), A::TakeBack, {});
    row("withdrawn", in(S::Accepted), endedAfterAcceptance(S::Withdrawn), A::Withdraw, {});
}

void TellingTest::reminders()
{
    QFETCH(Before, before);
    QFETCH(CaseRecord, after);
    QFETCH(Act, act);
    QFETCH(QString, told);
    core::ActRecord record;
    record.act = act.value_or(A::Supplement);
    record.at = at(Today);
    record.procedure = after.suspendedFor;
    const auto reminder = core::reminderAfter(before, after, act ? &record : nullptr);
    QCOMPARE(reminder ? QString(core::toWire(reminder->kind) + u' ' + reminder->occasion) : QString(), told);
    if (reminder)
        QVERIFY(core::holds(*reminder, after));
}

void TellingTest::holding_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("occasion");
    QTest::addColumn<CaseRecord>("record");
    QTest::addColumn<bool>("holds");
    const auto row = [](const char* name, R kind, const QString& occasion, const CaseRecord& record, bool holds) {
        QTest::newRow(name) << int(kind) << occasion << record << holds;
    };
    const QString day = Today.toString(Qt::ISODate);
    const QString noticeTime = core::isoTime(at(Today));
    row("taken", R::Taken, u"accepted"_s, in(S::InReview), true);
    row("taken, accepted since", R::Taken, u"received"_s, in(S::Accepted), false);
    row("taken, withdrawn since", R::Taken, u"accepted"_s, in(S::Withdrawn), false);
    row("due", R::Due, day, owing(S::AcceptedDeferred), true);
    row("due, extended", R::Due, day, owing(S::AcceptedDeferred, Today.addDays(5)), false);
    row("due, supplied", R::Due, day, in(S::Accepted), false);
    row("due, returned", R::Due, day, owing(S::Returned), false);
    row("incomplete", R::Incomplete, noticeTime, noticed(in(S::ToCorrect)), true);
    row("incomplete, another notice", R::Incomplete, u"x"_s, noticed(in(S::ToCorrect)), false);
    row("incomplete, accepted since", R::Incomplete, noticeTime, noticed(in(S::Accepted)), false);
    row("overdue", R::Overdue, u"suspended"_s, suspended(owing(S::InReview), {}), true);
    row("overdue, supplied", R::Overdue, u"suspended"_s, in(S::InReview), false);
    row("overdue, returned since", R::Overdue, u"suspended"_s, in(S::Returned), false);
    row("returned", R::Overdue, u"returned"_s, in(S::Returned), true);
    row("ready", R::Ready, {}, in(S::Decided), true);
    row("ready, delivered", R::Ready, {}, in(S::Delivered), false);
}

void TellingTest::holding()
{
    QFETCH(int, kind);
    QFETCH(QString, occasion);
    QFETCH(CaseRecord, record);
    QFETCH(bool, holds);
    QCOMPARE(core::holds({ReminderKind(kind), occasion}, record), holds);
}

void TellingTest::deadlines_data()
{
    QTest::addColumn<CaseRecord>("record");
    QTest::addColumn<bool>("has");
    QTest::newRow("deferral") << owing(S::AcceptedDeferred) << true;
    QTest::newRow("deferral under review") << owing(S::InReview) << true;
    QTest::newRow("correction") << waiting(noticed(in(S::ToCorrect)), Today) << true;
    QTest::newRow("correction nobody was told of") << waiting(in(S::ToCorrect), Today) << false;
    QTest::newRow("papers are kept") << waiting(in(S::ReceivedDeferred), Today) << true;
    QTest::newRow("silence is ours") << waiting(in(S::Received), Today) << false;
    QTest::newRow("a procedure stops the clock") << suspended(owing(S::InReview), u"听证"_s) << false;
    QTest::newRow("nothing is owed") << in(S::Accepted) << false;
    QTest::newRow("ended") << waiting(owing(S::Withdrawn), Today) << false;
}

void TellingTest::deadlines()
{
    QFETCH(CaseRecord, record);
    QFETCH(bool, has);
    QCOMPARE(core::supplyBy(record), has ? std::optional(Today) : std::nullopt);
}

void TellingTest::threeWorkingDays()
{
    core::WorkCalendar calendar;
    calendar.setYear({2026, 1, {QDate(2026, 3, 13)}, {}}); // a holiday on a Friday
    // Tuesday: the third working day is Monday; what ends on the Tuesday after it has four.
    QCOMPARE(core::remindedUntil(Today, calendar).value_or(QDate()), QDate(2026, 3, 16));
    // Wednesday: the third is Tuesday.
    QCOMPARE(core::remindedUntil(Today.addDays(1), calendar).value_or(QDate()), QDate(2026, 3, 17));
    // Thursday 19 March: Tuesday 24; deadlines on the weekend between are near as well.
    QCOMPARE(core::remindedUntil(QDate(2026, 3, 19), calendar).value_or(QDate()), QDate(2026, 3, 24));
    QVERIFY(!core::remindedUntil(QDate(2026, 12, 30), calendar));
}

void TellingTest::dueIsToldOnAnotherDay()
{
    const QDate by = Today.addDays(2);
    const CaseRecord record = owing(S::AcceptedDeferred, by); // accepted today, and told so
    QVERIFY(!core::dueReminder(record, Today, by));
    QCOMPARE(core::dueReminder(record, Today.addDays(1), by), std::optional(Reminder{R::Due, by.toString(Qt::ISODate)}));
    QVERIFY(!core::dueReminder(record, Today.addDays(1), Today.addDays(1))); // not near yet
    QVERIFY(!core::dueReminder(record, by.addDays(1), by.addDays(3)));       // passed
    QVERIFY(!core::dueReminder(in(S::Accepted), Today.addDays(1), by));
}

void TellingTest::words_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<CaseRecord>("record");
    QTest::addColumn<QString>("text");
    const QString head = u"您申请的“居住证签发”（办件编号9901-7）"_s;
    CaseRecord promised = owing(S::AcceptedDeferred);
    promised.promisedUntil = QDate(2026, 4, 1);
    CaseRecord many = waiting(noticed(in(S::ToCorrect)), Today);
    many.materials = {{u"1"_s, u"甲"_s}, {u"2"_s, u"乙"_s}, {u"3"_s, u"丙"_s}, {u"4"_s, u"丁"_s}};
    CaseRecord posted = in(S::Decided);
    posted.postTo = u"样例路1号"_s;
    const auto row = [&](const char* name, R kind, const CaseRecord& record, const QString& text) {
        QTest::newRow(name) << int(kind) << record << QString(head + text);
    };
    row("received", R::Taken, in(S::Received), u"的材料已收到，是否受理将另行告知。"_s);
    row("accepted", R::Taken, in(S::Accepted), u"已受理。"_s);
    row("deferred", R::Taken, promised, u"已受理，承诺2026年4月1日前办结。请在2026年3月10日前补交：照片。"_s);
    row("kept", R::Taken, waiting(in(S::ReceivedDeferred), Today), u"的材料已收下，请在2026年3月10日前补齐：照片。"_s);
    row("incomplete", R::Incomplete, many, u"材料不齐或不符合要求，请在2026年3月10日前补正：甲、乙、丙等4份材料。详见一次性告知书。"_s);
    row("no limit", R::Incomplete, noticed(in(S::ToCorrect)), u"材料不齐或不符合要求，请尽快补正：照片。详见一次性告知书。"_s);
    row("due", R::Due, owing(S::InReview), u"补交材料的期限快到了，请在2026年3月10日前补交：照片。"_s);
    row("overdue", R::Overdue, suspended(owing(S::InReview), {}),
        u"已过补交材料的期限，办理暂停。请在2026年3月20日前补交：照片，逾期将退回申请。"_s);
    row("returned", R::Overdue, in(S::Returned), u"因逾期未补齐材料，已退回。如仍需办理，请重新申请。"_s);
    row("terminated", R::Overdue, in(S::Terminated), u"因逾期未补齐材料，已终止办理。如仍需办理，请重新申请。"_s);
    row("ready", R::Ready, in(S::Decided), u"已有办理结果，请带身份证件到样例大厅领取。"_s);
    row("ready, owing", R::Ready, owing(S::Decided), u"已有办理结果，请带身份证件到样例大厅领取。还需补交：照片。"_s);
    row("posted", R::Ready, posted, u"已有办理结果，将按您留下的地址寄出。"_s);
}

void TellingTest::words()
{
    QFETCH(int, kind);
    QFETCH(CaseRecord, record);
    QFETCH(QString, text);
    QCOMPARE(core::reminderText(ReminderKind(kind), record), text);
}

void TellingTest::phones()
{
    CaseRecord record = in(S::Accepted);
    QVERIFY(core::reminderPhone(record).isEmpty());
    record.agent = core::Party{};
    record.agent->phone = u"2"_s;
    QCOMPARE(core::reminderPhone(record), u"2"_s);
    record.applicant.phone = u"1"_s;
    QCOMPARE(core::reminderPhone(record), u"1"_s);
}

void TellingTest::states()
{
    using M = ReminderState;
    const QList<M> all{M::Open, M::Sent, M::Failed, M::Phoned, M::Dropped};
    const QHash<int, QList<M>> next{{int(M::Open), {M::Sent, M::Failed, M::Phoned, M::Dropped}},
                                    {int(M::Failed), {M::Sent, M::Failed, M::Phoned, M::Dropped}},
                                    {int(M::Sent), {M::Sent, M::Failed, M::Phoned}},
                                    {int(M::Dropped), {M::Sent, M::Phoned, M::Dropped}},
                                    {int(M::Phoned), {M::Phoned}}};
    for (const M from : all) {
        for (const M to : all)
            QCOMPARE(core::mayBecome(from, to), next.value(int(from)).contains(to));
        QCOMPARE(core::reminderStateFromWire(core::toWire(from)).value_or(M::Open), from);
    }
}

QTEST_GUILESS_MAIN(TellingTest)
#include "tellingtest.moc"
