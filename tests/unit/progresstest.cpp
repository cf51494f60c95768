// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/progress.h"
#include "app/core/ticketprogress.h"

#include <QTest>

using namespace Qt::StringLiterals;
using core::CaseRecord;
using core::CaseState;

namespace {

const QDateTime At(QDate(2026, 11, 24), QTime(9, 5), Qt::OffsetFromUTC, 8 * 3600);

CaseRecord in(CaseState state)
{
    CaseRecord record;
    record.state = state;
    record.number = u"N1"_s;
    record.item = {u"I1"_s, u"样例事项"_s};
    record.applicant = {core::ApplicantKind::Person,
                        u"王样例"_s,
                        {core::CertificateType::CitizenId, u"11010519491231002X"_s},
                        u"19900000001"_s,
                        u"样例路1号"_s,
                        {}};
    record.agent = core::Party{core::ApplicantKind::Person, u"李样例"_s, {}, u"19900000002"_s, {}, {}};
    record.hall = {u"9901"_s, u"样例大厅"_s};
    record.materials = {{u"k"_s, u"申请书"_s, core::MaterialForm::Original, 1, core::MaterialStatus::Present},
                        {u"s"_s, u"照片"_s, core::MaterialForm::Original, 1, core::MaterialStatus::Wrong, {}, u"没有盖章"_s}};
    record.receivedAt = At;
    record.promisedUntil = QDate(2026, 12, 8);
    return record;
}

CaseRecord owing(CaseState state)
{
    CaseRecord record = in(state);
    record.deferred = {{u"s"_s, u"照片"_s, core::MaterialForm::Original, QDate(2026, 12, 4)}};
    return record;
}

} // namespace

/// What an applicant reads about a case.
class ProgressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words_data();
    void words();
    void namesNobody_data();
    void namesNobody();
    void ticketWords_data();
    void ticketWords();
};

void ProgressTest::words_data()
{
    QTest::addColumn<CaseRecord>("record");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("next");
    QTest::addColumn<QString>("owed");
    QTest::addColumn<bool>("ended");
    using S = CaseState;
    const auto row = [](const char* name, const CaseRecord& record, const QString& state, const QString& next, const QString& owed = {},
                        bool ended = false) { QTest::newRow(name) << record << state << next << owed << ended; };
    CaseRecord record = in(S::Received);
    row("received, no rule", record, u"材料已收到，正在审查是否受理"_s, u"审查后告知您是否受理。"_s);
    record.waitsUntil = QDate(2026, 12, 1);
    row("received, silence", record, u"材料已收到，正在审查是否受理"_s,
        u"最迟2026年12月1日答复；逾期没有答复的，自收到材料之日起即为受理。"_s);
    row("accepted", in(S::Accepted), u"已受理，正在办理"_s, u"承诺2026年12月8日前办结。"_s);
    row("deferred", owing(S::AcceptedDeferred), u"已容缺受理，正在办理"_s, u"承诺2026年12月8日前办结。"_s, u"照片 2026-12-04 "_s);
    record = owing(S::AcceptedDeferred);
    record.promisedUntil.reset();
    row("deferred, the clock waits", record, u"已容缺受理，正在办理"_s, u"材料补齐后开始计算办理时限。"_s, u"照片 2026-12-04 "_s);
    record = owing(S::InReview);
    record.suspendedSince = QDate(2026, 12, 5);
    record.waitsUntil = QDate(2026, 12, 18);
    record.commitment = core::Commitment::Broken;
    row("suspended, overdue", record, u"已受理，承办部门正在办理"_s,
        u"已过补交材料的期限，办理暂停。请在2026年12月18日前补齐，逾期将退回申请。"_s, u"照片 2026-12-18 "_s);
    record = in(S::InReview);
    record.suspendedSince = QDate(2026, 11, 25);
    record.suspendedFor = u"专家评审"_s;
    record.waitsUntil = QDate(2026, 12, 9);
    row("a procedure", record, u"已受理，承办部门正在办理"_s,
        u"正在进行专家评审，自2026年11月25日起所需时间不计入办理时限，预计2026年12月9日结束。"_s);
    record = in(S::ToCorrect);
    record.notifiedAt = At;
    record.waitsUntil = QDate(2026, 12, 15);
    row("to correct", record, u"材料不齐或不符合要求，等待补正"_s, u"请在2026年12月15日前补齐下列材料，一次性告知书上写明了要求。"_s,
        u"照片 2026-12-15 没有盖章"_s);
    record.waitsUntil.reset();
    row("to correct, no limit", record, u"材料不齐或不符合要求，等待补正"_s, u"请尽快补齐下列材料，一次性告知书上写明了要求。"_s,
        u"照片  没有盖章"_s);
    record = in(S::ReceivedDeferred);
    record.waitsUntil = QDate(2026, 12, 15);
    row("papers kept", record, u"材料已收下，尚未受理"_s, u"请在2026年12月15日前补齐下列材料，补齐后受理。办理时限尚未开始。"_s,
        u"照片 2026-12-15 没有盖章"_s);
    row("decided", in(S::Decided), u"已办结"_s, u"请带身份证件到样例大厅领取结果。"_s);
    record = owing(S::Decided);
    record.postTo = u"样例路1号"_s;
    row("decided, owing, by post", record, u"已办结"_s, u"补齐下列材料后，结果将按您留下的地址寄出。"_s, u"照片 2026-12-04 "_s);
    record.commitment = core::Commitment::Broken;
    row("decided, overdue", record, u"已办结"_s, u"补齐下列材料后，结果将按您留下的地址寄出。"_s, u"照片  "_s);
    record = in(S::Delivered);
    record.delivery = core::Delivery{u"李样例"_s, false, At, {}, {}};
    row("collected", record, u"已办结，结果已送达"_s, u"2026年11月24日在窗口领取。"_s, {}, true);
    record.delivery = core::Delivery{u"EX0001"_s, true, At, {}, {}};
    row("posted", record, u"已办结，结果已送达"_s, u"2026年11月24日寄出，单号EX0001。"_s, {}, true);
    row("refused", in(S::Refused), u"不予受理"_s, u"理由、依据和救济途径见不予受理通知书。"_s, {}, true);
    row("returned", owing(S::Returned), u"已退回"_s, u"如仍需办理，请重新申请。"_s, {}, true);
    row("terminated", in(S::Terminated), u"已终止办理"_s, u"如仍需办理，请重新申请。"_s, {}, true);
    row("withdrawn", in(S::Withdrawn), u"已撤回"_s, {}, {}, true);
    row("voided", in(S::Voided), u"已作废"_s, {}, {}, true);
}

void ProgressTest::words()
{
    QFETCH(CaseRecord, record);
    const core::Progress progress = core::progressOf(record);
    QStringList owed;
    for (const core::Progress::Owed& one : progress.owed)
        owed.append(QStringList{one.name, one.until.value_or(QDate()).toString(Qt::ISODate), one.shortfall}.join(u' '));
    QTEST(progress.state, "state");
    QTEST(progress.next, "next");
    QTEST(owed.join(u'|'), "owed");
    QTEST(progress.ended, "ended");
}

void ProgressTest::namesNobody_data()
{
    QTest::addColumn<CaseState>("state");
    for (int state = 0; state <= int(CaseState::Voided); ++state)
        QTest::addRow("%s", qPrintable(core::toWire(CaseState(state)))) << CaseState(state);
}

void ProgressTest::namesNobody()
{
    QFETCH(CaseState, state);
    CaseRecord record = owing(state);
    record.delivery = core::Delivery{u"李样例"_s, false, At, {}, {}};
    record.postTo = u"样例路1号"_s;
    const core::Progress progress = core::progressOf(record);
    for (const QString& personal : {u"王样例"_s, u"李样例"_s, u"199000"_s, u"110105"_s, u"样例路"_s})
        QVERIFY(!(progress.state + progress.next).contains(personal));
}

void ProgressTest::ticketWords_data()
{
    using T = core::TicketState;
    using Wait = std::optional<core::WaitMinutes>;
    QTest::addColumn<core::TicketState>("state");
    QTest::addColumn<QString>("window");
    QTest::addColumn<int>("ahead");
    QTest::addColumn<int>("misses");
    QTest::addColumn<Wait>("wait");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("next");
    QTest::addColumn<bool>("ended");
    const QString waits = u"等候叫号"_s;
    const QString three = u"3号窗口"_s;
    QTest::newRow("in line") << T::Waiting << QString() << 4 << 0 << Wait({12, 8, 19}) << waits
                             << u"您前面还有4位。预计还要等约12分钟（8至19分钟）。"_s << false;
    QTest::newRow("nothing is known") << T::Waiting << QString() << 4 << 0 << Wait() << waits << u"您前面还有4位。"_s << false;
    QTest::newRow("soon") << T::Waiting << QString() << 1 << 0 << Wait({0, 0, 0}) << waits << u"您前面还有1位。预计还要等不到1分钟。"_s
                          << false;
    QTest::newRow("next") << T::Waiting << QString() << 0 << 0 << Wait({3, 1, 5}) << waits << u"下一位就是您，请到窗口附近等候。"_s
                          << false;
    QTest::newRow("missed once") << T::Waiting << QString() << 2 << 1 << Wait() << waits << u"您的号已过，已重新排队。您前面还有2位。"_s
                                 << false;
    QTest::newRow("sent on") << T::Transferred << three << 0 << 0 << Wait() << waits
                             << u"请等3号窗口叫号。下一位就是您，请到窗口附近等候。"_s << false;
    QTest::newRow("called") << T::Called << three << 0 << 0 << Wait() << u"请到3号窗口办理"_s << u"正在叫您的号，请带齐材料马上过去。"_s
                            << false;
    QTest::newRow("serving") << T::Serving << three << 0 << 0 << Wait() << u"正在3号窗口办理"_s << QString() << false;
    QTest::newRow("held") << T::Held << three << 0 << 0 << Wait() << u"暂时挂起"_s << u"请在大厅等候，3号窗口会再叫您，不用重新取号。"_s
                          << false;
    QTest::newRow("missed") << T::NoShow << three << 0 << 1 << Wait() << u"已过号"_s
                            << u"叫号时您没有到窗口。请到导办台恢复排队，或重新取号。"_s << false;
    QTest::newRow("done") << T::Done << three << 0 << 0 << Wait() << u"本次服务已结束"_s << u"办理进度请扫凭证上的二维码查看。"_s << true;
    QTest::newRow("void") << T::Void << QString() << 0 << 0 << Wait() << u"此号已作废"_s << u"如还要办理，请重新取号。"_s << true;
}

void ProgressTest::ticketWords()
{
    QFETCH(core::TicketState, state);
    QFETCH(QString, window);
    QFETCH(int, ahead);
    QFETCH(int, misses);
    QFETCH(std::optional<core::WaitMinutes>, wait);
    core::Ticket ticket;
    ticket.state = state;
    ticket.misses = misses;
    ticket.holderName = u"王样例"_s;
    const core::TicketProgress progress = core::progressOf(ticket, window, ahead, wait);
    QTEST(progress.state, "title");
    QTEST(progress.next, "next");
    QTEST(progress.ended, "ended");
    QCOMPARE(progress.mayRate, state == core::TicketState::Done);
}

QTEST_APPLESS_MAIN(ProgressTest)
#include "progresstest.moc"
