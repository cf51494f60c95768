// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/caselife.h"
#include "app/core/recordbuilder.h"
#include "app/core/ticket.h"
#include "app/core/verdict.h"
#include "app/core/wording.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using core::MaterialStatus;
using core::Outcome;

class RulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void workingDays_data();
    void workingDays();
    void refusesPastTheCalendar();
    void deferralDays_data();
    void deferralDays();
    void verdict_data();
    void verdict();
    void verdictReasons();
    void supplementClock();
    void caseLife_data();
    void caseLife();
    void withdrawFromEveryLiveState();
    void tickets_data();
    void tickets();
    void noShowNeedsTimeAndCalls();
    void recordSurvivesJson();
    void draftSurvivesJson();
    void words();
};

namespace {

core::WorkCalendar calendar()
{
    core::CalendarYear year;
    year.year = 2026;
    for (const char* day : {"2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"})
        year.holidays.insert(QDate::fromString(QLatin1String(day), Qt::ISODate));
    year.makeUpDays = {QDate(2026, 9, 20), QDate(2026, 10, 10)};
    core::WorkCalendar result;
    result.setYear(year);
    return result;
}

core::ServiceItem item()
{
    core::ServiceItem result;
    result.code = u"I1"_s;
    result.name = u"样例事项"_s;
    result.department = u"样例局"_s;
    result.statutoryDays = 20;
    result.promisedDays = 10;
    result.deferral = {2, 8, 2, 20, core::ExpiryRule::Return, 0};
    result.materials = {{u"k1"_s, u"申请书"_s, true, false, core::MaterialForm::Original, 1},
                        {u"k2"_s, u"证照"_s, true, false, core::MaterialForm::Original, 1},
                        {u"s1"_s, u"制度"_s, false, true, core::MaterialForm::Original, 1},
                        {u"s2"_s, u"证明"_s, false, true, core::MaterialForm::Original, 1},
                        {u"s3"_s, u"附件"_s, false, false, core::MaterialForm::Original, 1}};
    result.scenarios = {{u"all"_s, u"全部"_s, {u"k1"_s, u"k2"_s, u"s1"_s, u"s2"_s, u"s3"_s}}};
    return result;
}

core::VerdictInput inputWith(const core::ServiceItem& of, const QStringList& present)
{
    core::VerdictInput input;
    input.item = &of;
    input.scenarioCode = u"all"_s;
    for (const QString& code : present)
        input.materials.insert(code, MaterialStatus::Present);
    input.applicantComplete = true;
    input.commitmentAgreed = true;
    input.credit = core::CreditStanding::Clear;
    input.today = QDate(2026, 9, 14);
    return input;
}

const QStringList Keys{u"k1"_s, u"k2"_s, u"s3"_s};

} // namespace

void RulesTest::workingDays_data()
{
    QTest::addColumn<QDate>("from");
    QTest::addColumn<int>("days");
    QTest::addColumn<QDate>("to");
    QTest::newRow("day zero is not counted") << QDate(2026, 9, 14) << 0 << QDate(2026, 9, 14);
    QTest::newRow("within a week") << QDate(2026, 9, 14) << 4 << QDate(2026, 9, 18);
    QTest::newRow("make-up Sunday counts") << QDate(2026, 9, 18) << 1 << QDate(2026, 9, 20);
    QTest::newRow("over the national holiday") << QDate(2026, 9, 30) << 1 << QDate(2026, 10, 8);
    QTest::newRow("make-up Saturday after it") << QDate(2026, 9, 30) << 3 << QDate(2026, 10, 10);
    QTest::newRow("from a Saturday") << QDate(2026, 9, 12) << 1 << QDate(2026, 9, 14);
}

void RulesTest::workingDays()
{
    QFETCH(QDate, from);
    QFETCH(int, days);
    QFETCH(QDate, to);
    const auto reached = calendar().addWorkingDays(from, days);
    QVERIFY(reached);
    QCOMPARE(*reached, to);
    if (days > 0)
        QCOMPARE(*calendar().workingDaysBetween(from, to), days);
}

void RulesTest::refusesPastTheCalendar()
{
    const auto reached = calendar().addWorkingDays(QDate(2026, 12, 30), 5);
    QVERIFY(!reached);
    QCOMPARE(reached.error().code, u"calendar.not-covered"_s);
    QCOMPARE(reached.error().facts, QStringList{u"2027"_s});
    core::ServiceItem of = item();
    core::VerdictInput input = inputWith(of, Keys + QStringList{u"s1"_s, u"s2"_s});
    input.today = QDate(2026, 12, 30);
    const core::Verdict verdict = core::decide(input, calendar());
    QCOMPARE(verdict.outcome, Outcome::Complete);
    QVERIFY(!verdict.permitted); // no deadline can be printed, so no acceptance
    QVERIFY(verdict.hasReason(u"calendar.not-covered"_s));
}

void RulesTest::deferralDays_data()
{
    QTest::addColumn<int>("max");
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("promised");
    QTest::addColumn<int>("cap");
    QTest::addColumn<int>("days");
    QTest::newRow("item limit binds") << 1 << 5 << 30 << 20 << 5;
    QTest::newRow("two days before the promised limit") << 1 << 30 << 10 << 20 << 8;
    QTest::newRow("cap binds") << 1 << 60 << 60 << 20 << 20;
    QTest::newRow("no room") << 1 << 5 << 2 << 20 << 0;
    QTest::newRow("no deferral") << 0 << 5 << 30 << 20 << 0;
}

void RulesTest::deferralDays()
{
    QFETCH(int, max);
    QFETCH(int, limit);
    QFETCH(int, promised);
    QFETCH(int, cap);
    QFETCH(int, days);
    core::ServiceItem of;
    of.promisedDays = promised;
    of.deferral = {max, limit, 2, cap, core::ExpiryRule::Return, 0};
    QCOMPARE(core::deferralDays(of), days);
}

void RulesTest::verdict_data()
{
    QTest::addColumn<QStringList>("present");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<QStringList>("missing");
    QTest::newRow("nothing") << QStringList{} << Outcome::Incomplete << QStringList{u"k1"_s, u"k2"_s, u"s1"_s, u"s2"_s, u"s3"_s};
    QTest::newRow("all") << Keys + QStringList{u"s1"_s, u"s2"_s} << Outcome::Complete << QStringList{};
    QTest::newRow("one secondary missing") << Keys + QStringList{u"s1"_s} << Outcome::Deferrable << QStringList{u"s2"_s};
    QTest::newRow("two secondary missing") << Keys << Outcome::Deferrable << QStringList{u"s1"_s, u"s2"_s};
    QTest::newRow("key missing") << QStringList{u"k1"_s, u"s1"_s, u"s2"_s, u"s3"_s} << Outcome::Incomplete << QStringList{u"k2"_s};
    QTest::newRow("secondary that may not wait")
        << QStringList{u"k1"_s, u"k2"_s, u"s1"_s, u"s2"_s} << Outcome::Incomplete << QStringList{u"s3"_s};
}

void RulesTest::verdict()
{
    QFETCH(QStringList, present);
    QFETCH(Outcome, outcome);
    QFETCH(QStringList, missing);
    const core::ServiceItem of = item();
    const core::Verdict verdict = core::decide(inputWith(of, present), calendar());
    QCOMPARE(verdict.outcome, outcome);
    QCOMPARE(verdict.missing, missing);
    QVERIFY(verdict.permitted);
    QCOMPARE(verdict.deadlines.supplement.has_value(), outcome == Outcome::Deferrable);
}

void RulesTest::verdictReasons()
{
    const core::ServiceItem of = item();
    const auto judged = [&](auto change) {
        core::VerdictInput input = inputWith(of, Keys + QStringList{u"s1"_s});
        change(input);
        return core::decide(input, calendar());
    };
    QVERIFY(judged([](auto&) {}).permitted);
    QVERIFY(judged([](auto& i) { i.commitmentAgreed = false; }).hasReason(u"commitment.needed"_s));
    QVERIFY(!judged([](auto& i) { i.commitmentAgreed = false; }).permitted);
    QCOMPARE(judged([](auto& i) { i.credit = core::CreditStanding::Barred; }).outcome, Outcome::Incomplete);
    QVERIFY(judged([](auto& i) { i.credit = core::CreditStanding::Unknown; }).permitted);
    QCOMPARE(judged([](auto& i) { i.hasAgent = true; }).outcome, Outcome::Incomplete);
    QVERIFY(judged([](auto& i) { i.hasAgent = i.agentAuthorised = true; }).permitted);
    QVERIFY(!judged([](auto& i) { i.applicantComplete = false; }).permitted);
    QCOMPARE(judged([](auto& i) { i.notOurs = true; }).outcome, Outcome::NotOurs);
    QCOMPARE(judged([](auto& i) { i.scenarioCode = u"?"_s; }).outcome, Outcome::Undetermined);
    QCOMPARE(judged([](auto& i) { i.materials[u"k1"_s] = MaterialStatus::WrongCorrectable; }).outcome, Outcome::CorrectOnSpot);
    QCOMPARE(judged([](auto& i) { i.materials[u"s2"_s] = MaterialStatus::Wrong; }).outcome, Outcome::Incomplete);
    QCOMPARE(judged([](auto& i) {
                 i.materials.remove(u"k1"_s);
                 i.leavesPapers = true;
             }).outcome,
             Outcome::DeferredReceipt);
    core::ServiceItem strict = of;
    strict.deferral.maxMaterials = 1;
    QVERIFY(core::decide(inputWith(strict, Keys), calendar()).hasReason(u"deferral.too-many"_s));
}

void RulesTest::supplementClock()
{
    core::ServiceItem of = item();
    of.clockStart = core::ClockStart::SupplementComplete;
    const core::Verdict verdict = core::decide(inputWith(of, Keys), calendar());
    QVERIFY(verdict.permitted);
    QVERIFY(!verdict.deadlines.promised);                        // the clock has not started
    QCOMPARE(*verdict.deadlines.supplement, QDate(2026, 9, 23)); // 8 working days, 20 September worked
}

void RulesTest::caseLife_data()
{
    using S = core::CaseState;
    using A = core::CaseAct;
    QTest::addColumn<S>("from");
    QTest::addColumn<A>("act");
    QTest::addColumn<S>("to");
    QTest::addColumn<bool>("possible");
    QTest::newRow("accept") << S::Received << A::Accept << S::Accepted << true;
    QTest::newRow("defer") << S::Received << A::AcceptDeferred << S::AcceptedDeferred << true;
    QTest::newRow("notice") << S::Received << A::NotifyOnce << S::ToCorrect << true;
    QTest::newRow("silence accepts") << S::ToCorrect << A::SilencePassed << S::Accepted << true;
    QTest::newRow("limit returns") << S::ToCorrect << A::LimitPassed << S::Returned << true;
    QTest::newRow("supplement") << S::AcceptedDeferred << A::Supplement << S::Accepted << true;
    QTest::newRow("no decision before review") << S::Accepted << A::Decide << S::Accepted << false;
    QTest::newRow("no delivery before decision") << S::InReview << A::Deliver << S::InReview << false;
    QTest::newRow("a refused case stays") << S::Refused << A::Accept << S::Refused << false;
}

void RulesTest::caseLife()
{
    QFETCH(core::CaseState, from);
    QFETCH(core::CaseAct, act);
    QFETCH(core::CaseState, to);
    QFETCH(bool, possible);
    const auto next = core::nextState(from, act);
    QCOMPARE(next.has_value(), possible);
    if (next)
        QCOMPARE(*next, to);
}

void RulesTest::withdrawFromEveryLiveState()
{
    for (int state = 0; state <= int(core::CaseState::Voided); ++state) {
        const auto s = core::CaseState(state);
        QCOMPARE(core::nextState(s, core::CaseAct::Withdraw).has_value(), core::isLive(s));
        QCOMPARE(*core::caseStateFromWire(core::toWire(s)), s);
        for (const core::CaseAct act : core::actsIn(s))
            QVERIFY(core::nextState(s, act));
    }
}

void RulesTest::tickets_data()
{
    using S = core::TicketState;
    using A = core::TicketAct;
    QTest::addColumn<S>("from");
    QTest::addColumn<A>("act");
    QTest::addColumn<bool>("possible");
    QTest::addColumn<S>("to");
    QTest::newRow("call") << S::Waiting << A::Call << true << S::Called;
    QTest::newRow("recall") << S::Called << A::Recall << true << S::Called;
    QTest::newRow("start") << S::Called << A::Start << true << S::Serving;
    QTest::newRow("finish called") << S::Called << A::Finish << true << S::Done;
    QTest::newRow("hold and resume") << S::Held << A::Resume << true << S::Serving;
    QTest::newRow("done stays done") << S::Done << A::Call << false << S::Done;
    QTest::newRow("not twice") << S::Called << A::Call << false << S::Called;
}

void RulesTest::tickets()
{
    QFETCH(core::TicketState, from);
    QFETCH(core::TicketAct, act);
    QFETCH(bool, possible);
    QFETCH(core::TicketState, to);
    core::Ticket ticket;
    ticket.state = from;
    const auto next = core::afterAct(ticket, act, QDateTime::currentDateTime(), {});
    QCOMPARE(next.has_value(), possible);
    if (next)
        QCOMPARE(next->state, to);
}

void RulesTest::noShowNeedsTimeAndCalls()
{
    const QDateTime called(QDate(2026, 9, 14), QTime(9, 0));
    core::Ticket ticket;
    ticket.state = core::TicketState::Called;
    ticket.calls = 1;
    ticket.calledAt = called;
    QCOMPARE(core::afterAct(ticket, core::TicketAct::NoShow, called.addSecs(29), {30, 1}).error().facts, QStringList{u"1"_s});
    QVERIFY(core::afterAct(ticket, core::TicketAct::NoShow, called.addSecs(30), {30, 1}));
    QCOMPARE(core::afterAct(ticket, core::TicketAct::NoShow, called.addSecs(300), {30, 2}).error().code, u"ticket.no-show-calls"_s);
}

void RulesTest::recordSurvivesJson()
{
    const core::ServiceItem of = item();
    core::IntakeDraft draft;
    draft.caseId = u"0190aaaa-0000-7000-8000-000000000001"_s;
    draft.itemCode = of.code;
    draft.scenarioCode = u"all"_s;
    draft.applicant.name = u"马\U0002B626样"_s;
    draft.applicant.certificate = {core::CertificateType::CitizenId, u"11010519491231002X"_s};
    draft.hasAgent = true;
    draft.agent.name = u"李示范"_s;
    for (const QString& code : Keys)
        draft.materials[code] = {MaterialStatus::Present, {{QString(64, u'a'), 10, u"image/jpeg"_s}}, {}};
    const core::Verdict verdict = core::decide(inputWith(of, Keys), calendar());
    const core::CaseSetting setting{{u"9901"_s, u"厅"_s}, {u"03"_s, u"3号"_s}, {u"001"_s, u"甲"_s}, u"ABC"_s};
    const core::Moment now{QDateTime(QDate(2026, 9, 14), QTime(9, 0)), true};
    const auto record = core::buildRecord(draft, of, verdict, core::CaseAct::AcceptDeferred, now, setting);
    QVERIFY(record);
    QCOMPARE(record->deferred.size(), 2);
    QCOMPARE(record->papers.constFirst().copies, 2);
    QVERIFY(record->offline);
    const auto again = core::CaseRecord::fromJson(record->toJson());
    QVERIFY(again);
    QCOMPARE(*again, *record);
    const QStringList keys = record->toJson().keys();
    const QStringList optional{u"agent"_s,     u"acceptedAt"_s,        u"statutoryUntil"_s, u"promisedUntil"_s,
                               u"offline"_s,   u"numberProvisional"_s, u"ticketNumber"_s,   u"remarks"_s,
                               u"materials"_s, u"deferred"_s,          u"papers"_s};
    for (const QString& key : keys) {
        QJsonObject broken = record->toJson();
        broken[key] = QJsonArray{1};
        if (!optional.contains(key))
            QCOMPARE(core::CaseRecord::fromJson(broken).error().facts, QStringList{u'/' + key});
    }
}

void RulesTest::draftSurvivesJson()
{
    core::IntakeDraft draft;
    draft.caseId = u"c"_s;
    draft.applicant.certificate.number = u"not a number yet"_s; // as typed, wrong or not
    draft.materials[u"k1"_s] = {MaterialStatus::Wrong, {{QString(64, u'b'), 5, u"image/jpeg"_s}}, u"缺公章"_s};
    draft.step = core::IntakeStep::Materials;
    draft.receivedAt = QDateTime::fromMSecsSinceEpoch(1'790'000'000'123);
    QCOMPARE(core::IntakeDraft::fromJson(draft.toJson()), draft);
}

void RulesTest::words()
{
    QCOMPARE(core::chineseDayAndWeekday(QDate(2026, 12, 3)), u"12月3日 星期四"_s);
    QCOMPARE(core::chineseDate(QDate(2026, 12, 3)), u"2026年12月3日"_s);
    QCOMPARE(core::spokenNumber(u"A012"_s), u"A零一二"_s);
}

QTEST_GUILESS_MAIN(RulesTest)
#include "rulestest.moc"
