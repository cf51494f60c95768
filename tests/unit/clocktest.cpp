// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/actbuilder.h"
#include "app/core/caseclock.h"
#include "app/core/casedue.h"
#include "app/core/casepapers.h"

#include <QTest>

using namespace Qt::StringLiterals;
using core::CaseAct;
using core::CaseState;
using core::Commitment;

namespace {

QDateTime at(const QDate& day, int hour = 9)
{
    return {day, QTime(hour, 0), Qt::OffsetFromUTC, 8 * 3600};
}

/// October 2026: the 1st to the 8th are free, Saturday the 10th is worked. 2027 is not known.
core::WorkCalendar calendar()
{
    core::CalendarYear year;
    year.year = 2026;
    for (int day = 1; day <= 8; ++day)
        year.holidays.insert(QDate(2026, 10, day));
    year.makeUpDays.insert(QDate(2026, 10, 10));
    core::WorkCalendar result;
    result.setYear(year);
    return result;
}

core::ServiceItem item(core::ExpiryRule onExpiry, core::SilenceRule silence = core::SilenceRule::None)
{
    core::ServiceItem result;
    result.code = u"I1"_s;
    result.name = u"样例事项"_s;
    result.statutoryDays = 20;
    result.promisedDays = 10;
    result.silence = silence;
    result.deferral = {2, 5, 2, 20, onExpiry, 3};
    result.materials = {{u"k"_s, u"申请书"_s}, {u"s"_s, u"证明"_s, false, true}};
    result.scenarios = {{u"all"_s, u"全部"_s, {u"k"_s, u"s"_s}}};
    return result;
}

core::CaseRecord taken(CaseState state, const QDate& day)
{
    core::CaseRecord record;
    record.id = u"c1"_s;
    record.number = u"N1"_s;
    record.item = {u"I1"_s, u"样例事项"_s};
    record.scenario = {u"all"_s, u"全部"_s};
    record.state = state;
    record.applicant.name = u"王样例"_s;
    record.materials = {{u"k"_s, u"申请书"_s, core::MaterialForm::Original, 1, core::MaterialStatus::Present}, {u"s"_s, u"证明"_s}};
    record.receivedAt = at(day);
    return record;
}

core::CaseRecord deferred(const QDate& deadline)
{
    core::CaseRecord record = taken(CaseState::AcceptedDeferred, QDate(2026, 9, 21));
    record.acceptedAt = record.receivedAt;
    record.deferred = {{u"s"_s, u"证明"_s, core::MaterialForm::Original, deadline}};
    record.statutoryUntil = QDate(2026, 10, 26);
    record.promisedUntil = QDate(2026, 10, 12);
    return record;
}

/// The case as time left it on that day; as it was where nothing happened.
core::CaseRecord after(const core::CaseRecord& record, const core::ServiceItem* item, const QDate& day)
{
    const auto act = core::actOfTime(record, item, at(day), calendar());
    return act && *act ? core::applyAct(record, **act).value_or(core::CaseRecord()) : record;
}

core::ActRecord by(CaseAct kind, const QDate& day)
{
    core::ActRecord act;
    act.id = u"a"_s;
    act.caseId = u"c1"_s;
    act.act = kind;
    act.clerk = {u"001"_s, u"甲"_s};
    act.at = at(day);
    return act;
}

} // namespace

Q_DECLARE_METATYPE(core::ExpiryRule)
Q_DECLARE_METATYPE(core::SilenceRule)
Q_DECLARE_METATYPE(core::CaseState)
Q_DECLARE_METATYPE(core::Commitment)

/// What time does to a case: silence, deadlines, suspension.
class ClockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waits_data();
    void waits();
    void silence_data();
    void silence();
    void expiry_data();
    void expiry();
    void suspensionEnds();
    void lateSupplementGoesOn();
    void procedureStopsTheClock();
    void whatIsOwedMovesAlong();
    void onlyAPassedDayBreaksAPromise();
    void aClockThatBeganLate();
    void limitsWithoutSilence_data();
    void limitsWithoutSilence();
    void noticeAfterSilence();
    void failedSupplement();
    void creditIsRepaired();
    void refusal();
    void itemGone();
    void authorisationIsAskedFor();
};

void ClockTest::waits_data()
{
    QTest::addColumn<CaseAct>("act");
    QTest::addColumn<core::SilenceRule>("silence");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QDate>("until");
    using R = core::SilenceRule;
    const QDate before(2026, 9, 28); // Monday
    QTest::newRow("licence, over the holiday") << CaseAct::Receive << R::LicenceFiveDays << before << QDate(2026, 10, 12);
    QTest::newRow("licence, plain week") << CaseAct::Receive << R::LicenceFiveDays << QDate(2026, 11, 2) << QDate(2026, 11, 9);
    QTest::newRow("licence, in the holiday") << CaseAct::Receive << R::LicenceFiveDays << QDate(2026, 10, 3) << QDate(2026, 10, 14);
    QTest::newRow("on the spot") << CaseAct::Receive << R::OnTheSpot << before << before;
    QTest::newRow("none") << CaseAct::Receive << R::None << before << QDate();
    QTest::newRow("correction") << CaseAct::NotifyOnce << R::None << before << QDate(2026, 10, 19);
    QTest::newRow("papers kept") << CaseAct::ReceiveDeferred << R::None << before << QDate();
    QTest::newRow("accepted") << CaseAct::Accept << R::LicenceFiveDays << before << QDate();
}

void ClockTest::waits()
{
    QFETCH(CaseAct, act);
    QFETCH(core::SilenceRule, silence);
    QFETCH(QDate, day);
    QFETCH(QDate, until);
    core::LocalSettings settings;
    settings.correctionDays = 10;
    const auto waits = core::waitsUntil(act, item(core::ExpiryRule::Return, silence), settings, day, calendar());
    QVERIFY(waits);
    QCOMPARE(waits->value_or(QDate()), until);
    const auto past = core::waitsUntil(CaseAct::Receive, item(core::ExpiryRule::Return, core::SilenceRule::LicenceFiveDays), settings,
                                       QDate(2026, 12, 30), calendar());
    QCOMPARE(past.error().code, u"calendar.not-covered"_s); // refuses to guess
}

void ClockTest::silence_data()
{
    QTest::addColumn<CaseState>("state");
    QTest::addColumn<bool>("notified");
    QTest::addColumn<QDate>("until");
    QTest::addColumn<QDate>("today");
    QTest::addColumn<CaseState>("becomes");
    const QDate limit(2026, 10, 10);
    QTest::newRow("received, last day") << CaseState::Received << false << limit << limit << CaseState::Received;
    QTest::newRow("received, passed") << CaseState::Received << false << limit << limit.addDays(1) << CaseState::Accepted;
    QTest::newRow("received, no rule") << CaseState::Received << false << QDate() << QDate(2026, 12, 1) << CaseState::Received;
    QTest::newRow("to correct, nobody was told") << CaseState::ToCorrect << false << limit << limit.addDays(1) << CaseState::Accepted;
    QTest::newRow("to correct, told") << CaseState::ToCorrect << true << limit << limit.addDays(1) << CaseState::Returned;
    QTest::newRow("accepted already") << CaseState::Accepted << false << limit << limit.addDays(9) << CaseState::Accepted;
}

void ClockTest::silence()
{
    QFETCH(CaseState, state);
    QFETCH(bool, notified);
    QFETCH(QDate, until);
    QFETCH(QDate, today);
    QFETCH(CaseState, becomes);
    core::CaseRecord record = taken(state, QDate(2026, 9, 28));
    if (until.isValid())
        record.waitsUntil = until;
    if (notified)
        record.notifiedAt = record.receivedAt;
    const core::ServiceItem licence = item(core::ExpiryRule::Return, core::SilenceRule::LicenceFiveDays);
    const core::CaseRecord later = after(record, &licence, today);
    QCOMPARE(later.state, becomes);
    if (becomes != CaseState::Accepted || state == CaseState::Accepted)
        return;
    QCOMPARE(later.acceptedAt, record.receivedAt); // from the day of receipt, and the clock with it
    QCOMPARE(later.promisedUntil, QDate(2026, 10, 19));
    QVERIFY(!later.waitsUntil);
}

void ClockTest::expiry_data()
{
    QTest::addColumn<core::ExpiryRule>("rule");
    QTest::addColumn<CaseState>("state");
    QTest::addColumn<CaseState>("becomes");
    QTest::addColumn<QDate>("waits");
    using R = core::ExpiryRule;
    for (const CaseState state : {CaseState::AcceptedDeferred, CaseState::InReview}) {
        const QByteArray where = core::toWire(state).toLatin1();
        QTest::newRow("return, " + where) << R::Return << state << CaseState::Returned << QDate();
        QTest::newRow("terminate, " + where) << R::Terminate << state << CaseState::Terminated << QDate();
        QTest::newRow("suspend, " + where) << R::SuspendThenReturn << state << state << QDate(2026, 10, 12);
    }
}

void ClockTest::expiry()
{
    QFETCH(core::ExpiryRule, rule);
    QFETCH(CaseState, state);
    QFETCH(CaseState, becomes);
    QFETCH(QDate, waits);
    core::CaseRecord record = deferred(QDate(2026, 9, 30));
    record.state = state;
    const core::ServiceItem rules = item(rule);
    QCOMPARE(after(record, &rules, QDate(2026, 9, 30)), record); // the last day is the applicant's
    const core::CaseRecord late = after(record, &rules, QDate(2026, 10, 1));
    QCOMPARE(late.state, becomes);
    QCOMPARE(late.commitment, Commitment::Broken);
    QCOMPARE(late.waitsUntil.value_or(QDate()), waits); // three working days after the holiday, the make-up Saturday among them
    QCOMPARE(*core::CaseRecord::fromJson([&] {
                  core::CaseRecord whole = late;
                  whole.hall = whole.window = whole.clerk = {u"1"_s, u"一"_s};
                  whole.department = u"局"_s;
                  whole.queryCode = u"Q"_s;
                  return whole.toJson();
              }())
                  .map([](const core::CaseRecord& read) { return read.commitment; }),
             Commitment::Broken);
}

void ClockTest::suspensionEnds()
{
    const core::ServiceItem rules = item(core::ExpiryRule::SuspendThenReturn);
    const core::CaseRecord suspended = after(deferred(QDate(2026, 9, 30)), &rules, QDate(2026, 10, 1));
    QCOMPARE(core::dueOf(suspended), QDate(2026, 10, 12));
    QCOMPARE(after(suspended, &rules, QDate(2026, 10, 12)), suspended);
    const core::CaseRecord returned = after(suspended, &rules, QDate(2026, 10, 13));
    QCOMPARE(returned.state, CaseState::Returned);
    QVERIFY(!returned.suspendedSince && !returned.waitsUntil);
    QCOMPARE(after(returned, &rules, QDate(2026, 12, 1)), returned); // and that is the end
}

void ClockTest::lateSupplementGoesOn()
{
    const core::ServiceItem rules = item(core::ExpiryRule::SuspendThenReturn);
    const core::CaseRecord suspended = after(deferred(QDate(2026, 9, 30)), &rules, QDate(2026, 10, 1));
    core::IntakeDraft draft = core::draftToGoOn(suspended);
    draft.materials[u"s"_s].status = core::MaterialStatus::Present;
    const auto act = core::buildAct(draft, rules, {}, {at(QDate(2026, 10, 12)), false}, {}, calendar());
    QVERIFY(act);
    const auto supplied = core::applyAct(suspended, *act);
    QVERIFY(supplied);
    QCOMPARE(supplied->state, CaseState::Accepted);
    QVERIFY(!supplied->suspendedSince);
    QCOMPARE(supplied->commitment, Commitment::Repaired);
    QCOMPARE(supplied->promisedUntil, QDate(2026, 10, 15)); // moved by the 9th, 10th and 12th: the holiday stood still anyway
}

void ClockTest::procedureStopsTheClock()
{
    core::CaseRecord record = deferred(QDate(2026, 10, 9));
    record.state = CaseState::InReview;
    core::ActRecord hearing = by(CaseAct::Suspend, QDate(2026, 9, 28));
    hearing.procedure = u"听证"_s;
    QCOMPARE(core::applyAct(record, hearing).error().code, u"act.until"_s);
    hearing.until = QDate(2026, 10, 20);
    const auto standing = core::applyAct(record, hearing);
    QVERIFY(standing);
    QCOMPARE(standing->commitment, Commitment::Open);
    QCOMPARE(core::reprintable(*standing).constLast().kind, core::PaperKind::ProcedureNotice);
    QCOMPARE(core::applyAct(*standing, hearing).error().code, u"act.suspended-already"_s);
    const core::ServiceItem rules = item(core::ExpiryRule::Return);
    QCOMPARE(after(*standing, &rules, QDate(2026, 11, 1)), *standing);
    const auto limits = core::limitsAfterSuspension(*standing, &rules, QDate(2026, 10, 9), calendar());
    QCOMPARE(limits->promised, QDate(2026, 10, 15)); // 29th, 30th, 9th
    const auto going = core::applyAct(*standing, by(CaseAct::Resume, QDate(2026, 10, 9)));
    QVERIFY(going && !going->suspendedSince && going->suspendedFor.isEmpty());
    QCOMPARE(core::applyAct(*going, by(CaseAct::Resume, QDate(2026, 10, 9))).error().code, u"act.not-suspended"_s);
}

/// Nobody owes a paper on a day that lay in the procedure.
void ClockTest::whatIsOwedMovesAlong()
{
    core::CaseRecord record = deferred(QDate(2026, 10, 9));
    record.state = CaseState::InReview;
    core::ActRecord hearing = by(CaseAct::Suspend, QDate(2026, 9, 28));
    hearing.procedure = u"听证"_s;
    hearing.until = QDate(2026, 10, 20);
    const auto standing = core::applyAct(record, hearing);
    const core::ServiceItem rules = item(core::ExpiryRule::Return);
    core::ActRecord end = by(CaseAct::Resume, QDate(2026, 10, 13));
    QVERIFY(core::moveLimits(end, *standing, &rules, QDate(2026, 10, 13), calendar()));
    const auto going = core::applyAct(*standing, end);
    QCOMPARE(going->deferred[0].deadline, QDate(2026, 10, 16)); // six on: 29th, 30th, 9th, 10th, 12th, 13th
    QCOMPARE(after(*going, &rules, QDate(2026, 10, 14)), *going);
    QCOMPARE(*core::ActRecord::fromJson(end.toJson()), end);
}

/// A department may end a case for a reason of its own.
void ClockTest::onlyAPassedDayBreaksAPromise()
{
    core::ActRecord end = by(CaseAct::Terminate, QDate(2026, 9, 30));
    end.reason = u"申请人主体资格已注销"_s;
    const auto ended = core::applyAct(deferred(QDate(2026, 9, 30)), end);
    QVERIFY(ended);
    QCOMPARE(ended->state, CaseState::Terminated);
    QCOMPARE(ended->commitment, Commitment::Open);
    QCOMPARE(core::applyAct(deferred(QDate(2026, 9, 29)), end)->commitment, Commitment::Broken);
}

/// A clock that began with the supplement, in the middle of a procedure, stood still from then on only.
void ClockTest::aClockThatBeganLate()
{
    core::ServiceItem rules = item(core::ExpiryRule::Return);
    rules.clockStart = core::ClockStart::SupplementComplete;
    core::CaseRecord record = deferred(QDate(2026, 10, 20));
    record.state = CaseState::InReview;
    record.suspendedSince = QDate(2026, 9, 28);
    record.suspendedFor = u"听证"_s;
    record.deferred.clear();
    record.materials[1].arrivedAt = at(QDate(2026, 9, 30));
    const auto limits = core::limitsAfterSuspension(record, &rules, QDate(2026, 10, 9), calendar());
    QCOMPARE(limits->promised, QDate(2026, 10, 13)); // the 9th alone
    rules.clockStart = core::ClockStart::Acceptance;
    QCOMPARE(core::limitsAfterSuspension(record, &rules, QDate(2026, 10, 9), calendar())->promised, QDate(2026, 10, 15));
}

void ClockTest::limitsWithoutSilence_data()
{
    QTest::addColumn<QDate>("today");
    QTest::addColumn<CaseState>("becomes");
    QTest::newRow("kept") << QDate(2026, 10, 30) << CaseState::ReceivedDeferred;
    QTest::newRow("given back") << QDate(2026, 10, 31) << CaseState::Returned;
}

void ClockTest::limitsWithoutSilence()
{
    QFETCH(QDate, today);
    QFETCH(CaseState, becomes);
    core::CaseRecord record = taken(CaseState::ReceivedDeferred, QDate(2026, 9, 28));
    record.waitsUntil = QDate(2026, 10, 30);
    const core::CaseRecord later = after(record, nullptr, today);
    QCOMPARE(later.state, becomes);
    QCOMPARE(later.commitment, Commitment::Open); // no clock ran and nothing was promised
}

void ClockTest::noticeAfterSilence()
{
    core::CaseRecord record = taken(CaseState::Received, QDate(2026, 9, 28));
    record.waitsUntil = QDate(2026, 10, 10);
    core::ActRecord notice = by(CaseAct::NotifyOnce, QDate(2026, 10, 10));
    notice.until = QDate(2026, 10, 23);
    QCOMPARE(core::applyAct(record, notice)->waitsUntil, QDate(2026, 10, 23));
    notice.at = at(QDate(2026, 10, 11));
    QCOMPARE(core::applyAct(record, notice).error().code, u"act.silence-passed"_s);
}

void ClockTest::failedSupplement()
{
    const core::CaseRecord record = deferred(QDate(2026, 9, 30));
    core::IntakeDraft draft = core::draftToGoOn(record);
    draft.materials[u"s"_s] = {core::MaterialStatus::Wrong, {}, u"未盖章"_s};
    const core::Moment now{at(QDate(2026, 9, 29)), false};
    const auto notice = core::buildEnding(draft, CaseAct::NotifyOnce, {}, now, {});
    QVERIFY(notice);
    QCOMPARE(notice->papers[0].kind, core::PaperKind::OneTimeNotice);
    const auto told = core::applyAct(record, *notice);
    QVERIFY(told);
    QCOMPARE(told->state, CaseState::AcceptedDeferred);
    QCOMPARE(told->deferred, record.deferred); // still owed, by the same day
    QCOMPARE(told->materials[1].shortfall, u"未盖章"_s);
    QCOMPARE(core::applyAct(*told, *notice).error().code, u"act.noticed-already"_s);
    const core::ServiceItem rules = item(core::ExpiryRule::Return);
    QCOMPARE(after(*told, &rules, QDate(2026, 10, 1)).state, CaseState::Returned);
}

void ClockTest::creditIsRepaired()
{
    const core::ServiceItem rules = item(core::ExpiryRule::Terminate);
    const core::CaseRecord ended = after(deferred(QDate(2026, 9, 30)), &rules, QDate(2026, 10, 1));
    core::ActRecord repair = by(CaseAct::RepairCredit, QDate(2026, 10, 9));
    QCOMPARE(core::applyAct(ended, repair).error().code, u"act.reason-needed"_s);
    repair.reason = u"材料已另行补交"_s;
    const auto repaired = core::applyAct(ended, repair);
    QCOMPARE(repaired->commitment, Commitment::Repaired);
    QCOMPARE(repaired->state, CaseState::Terminated);
    QCOMPARE(core::applyAct(*repaired, repair).error().code, u"act.commitment-kept"_s);
}

void ClockTest::refusal()
{
    const core::CaseRecord record = taken(CaseState::Received, QDate(2026, 9, 28));
    core::IntakeDraft draft = core::draftToGoOn(record);
    const core::Moment now{at(QDate(2026, 9, 29)), false};
    QCOMPARE(core::buildEnding(draft, CaseAct::Refuse, {}, now, {}).error().code, u"act.refusal"_s);
    draft.refusal = {u"不属于本机关职权范围"_s, u"《行政许可法》第三十二条第一款第二项"_s, u"县水利局"_s};
    const auto act = core::buildEnding(draft, CaseAct::Refuse, {}, now, {});
    QVERIFY(act);
    const auto refused = core::applyAct(record, *act);
    QCOMPARE(refused->state, CaseState::Refused);
    draft.refusal.on = QDate(2026, 9, 29);
    QCOMPARE(refused->refusal, draft.refusal);
    QCOMPARE(act->papers[0].kind, core::PaperKind::RefusalNotice);
    QCOMPARE(*core::ActRecord::fromJson([&] {
                  core::ActRecord whole = *act;
                  whole.id = u"a"_s;
                  whole.clerk = {u"1"_s, u"甲"_s};
                  return whole.toJson();
              }())
                  .map([](const core::ActRecord& read) { return read.refusal; }),
             act->refusal);
    QCOMPARE(core::IntakeDraft::fromJson(draft.toJson()).refusal, draft.refusal);
}

void ClockTest::itemGone()
{
    QCOMPARE(core::actOfTime(deferred(QDate(2026, 9, 30)), nullptr, at(QDate(2026, 10, 1)), calendar()).error().code, u"case.item-gone"_s);
}

/// A notice says everything at once: that the agent brought no authorisation, too.
void ClockTest::authorisationIsAskedFor()
{
    const core::ServiceItem rules = item(core::ExpiryRule::Return);
    core::IntakeDraft draft;
    draft.caseId = u"c1"_s;
    draft.scenarioCode = u"all"_s;
    draft.applicant.name = u"王样例"_s;
    draft.hasAgent = true;
    const core::Moment now{at(QDate(2026, 11, 2)), false};
    const auto told = core::buildRecord(draft, rules, {}, CaseAct::NotifyOnce, now, {});
    QCOMPARE(told->materials.constLast().code, core::Authorisation);
    core::IntakeDraft later = core::draftToGoOn(*told);
    QVERIFY(!later.agentAuthorised);
    later.agentAuthorised = true;
    later.materials[u"k"_s].status = later.materials[u"s"_s].status = core::MaterialStatus::Present;
    core::VerdictInput input;
    input.item = &rules;
    input.scenarioCode = later.scenarioCode;
    input.materials = {{u"k"_s, core::MaterialStatus::Present}, {u"s"_s, core::MaterialStatus::Present}};
    input.applicantComplete = input.hasAgent = input.agentAuthorised = true;
    input.today = now.time.date();
    const auto act = core::buildAct(later, rules, core::decide(input, calendar()), now, {}, calendar());
    QVERIFY(act);
    QCOMPARE(core::applyAct(*told, *act)->materials.constLast().status, core::MaterialStatus::Present);
    input.agentAuthorised = false;
    input.materials.clear();
    QVERIFY(core::decide(input, calendar()).hasReason(u"agent.not-authorised"_s)); // incomplete, and that as well
}

QTEST_APPLESS_MAIN(ClockTest)
#include "clocktest.moc"
