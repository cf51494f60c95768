// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/actbuilder.h"
#include "app/core/baseitem.h"
#include "app/core/casedue.h"
#include "app/core/casepapers.h"

#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using core::CaseAct;
using core::CaseState;
using core::MaterialStatus;

namespace {

const QDateTime Taken(QDate(2026, 11, 2), QTime(9, 30), Qt::OffsetFromUTC, 8 * 3600);
const QDateTime Later(QDate(2026, 11, 9), QTime(14, 0), Qt::OffsetFromUTC, 8 * 3600);
const core::CaseSetting Setting{{u"9901"_s, u"样例大厅"_s}, {u"05"_s, u"5号窗口"_s}, {u"002"_s, u"乙"_s}, u"OTHER"_s};

core::ServiceItem item()
{
    core::ServiceItem result;
    result.code = u"I1"_s;
    result.name = u"样例事项"_s;
    result.department = u"局"_s;
    result.statutoryDays = 20;
    result.promisedDays = 10;
    result.deferral = {2, 5, 2, 20, core::ExpiryRule::Return, 0};
    result.materials = {{u"k"_s, u"申请书"_s}, {u"s1"_s, u"制度"_s, false, true}, {u"s2"_s, u"证明"_s, false, true}};
    result.scenarios = {{u"all"_s, u"全部"_s, {u"k"_s, u"s1"_s, u"s2"_s}}};
    return result;
}

core::WorkCalendar calendar()
{
    core::CalendarYear year;
    year.year = 2026;
    core::WorkCalendar result;
    result.setYear(year);
    return result;
}

core::CaseRecord deferredCase()
{
    core::CaseRecord record;
    record.id = u"c1"_s;
    record.number = u"N000001"_s;
    record.item = {u"I1"_s, u"样例事项"_s};
    record.scenario = {u"all"_s, u"全部"_s};
    record.state = CaseState::AcceptedDeferred;
    record.applicant.name = u"王样例"_s;
    record.materials = {
        {u"k"_s, u"申请书"_s, core::MaterialForm::Original, 1, MaterialStatus::Present}, {u"s1"_s, u"制度"_s}, {u"s2"_s, u"证明"_s}};
    record.deferred = {{u"s1"_s, u"制度"_s, core::MaterialForm::Original, QDate(2026, 11, 10)},
                       {u"s2"_s, u"证明"_s, core::MaterialForm::Original, QDate(2026, 11, 12)}};
    record.papers = {{core::PaperKind::ReceiptSlip, u"N000001"_s, 1}};
    record.hall = Setting.hall;
    record.window = {u"03"_s, u"3号窗口"_s};
    record.clerk = {u"001"_s, u"甲"_s};
    record.department = u"局"_s;
    record.receivedAt = record.acceptedAt = Taken;
    record.promisedUntil = QDate(2026, 11, 16);
    record.queryCode = u"ABCD"_s;
    return record;
}

core::ActRecord act(CaseAct kind)
{
    core::ActRecord result;
    result.id = u"a1"_s;
    result.caseId = u"c1"_s;
    result.act = kind;
    result.window = Setting.window;
    result.clerk = Setting.clerk;
    result.at = Later;
    return result;
}

core::MaterialRecord brought(const QString& code, const QString& name)
{
    return {code, name, core::MaterialForm::Original, 1, MaterialStatus::Present, {{QString(64, u'a'), 10, u"image/jpeg"_s}}};
}

} // namespace

/// What can be done to a case once it is taken in.
class ActTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void supplementPieceByPiece();
    void refusals_data();
    void refusals();
    void extendsOnce();
    void deliversOnlyWhatIsComplete();
    void onlyTruePapersArePrintedAgain();
    void silenceAcceptsFromTheDayOfReceipt();
    void json();
    void jsonFaults_data();
    void jsonFaults();
    void draftGoesOn();
    void clockMayStartWithTheSupplement();
    void correctionIsAccepted();
    void aNoticeTakesWhatIsGood();
    void lateButHereGoesOn();
    void barsCanBeLifted();
    void everythingIsToldAtOnce();
    void theCatalogueMovesOn();
    void due_data();
    void due();
};

void ActTest::supplementPieceByPiece()
{
    core::ActRecord first = act(CaseAct::Supplement);
    first.materials = {brought(u"s2"_s, u"证明"_s)};
    first.papers = {{core::PaperKind::SupplementSlip, {}, 1}};
    const auto half = core::applyAct(deferredCase(), first);
    QVERIFY(half);
    QCOMPARE(half->state, CaseState::AcceptedDeferred); // one is still owed
    QCOMPARE(half->deferred.size(), 1);
    QCOMPARE(half->deferred[0].code, u"s1"_s);
    QCOMPARE(half->materials[2].status, MaterialStatus::Present);
    QCOMPARE(half->materials[2].arrivedAt, Later);
    QCOMPARE(half->version, 2);
    QCOMPARE(half->papers.constLast().number, u"N000001"_s);
    core::ActRecord second = act(CaseAct::Supplement);
    second.materials = {brought(u"s1"_s, u"制度"_s)};
    const auto whole = core::applyAct(*half, second);
    QVERIFY(whole);
    QCOMPARE(whole->state, CaseState::Accepted);
    QVERIFY(whole->deferred.isEmpty());
    QCOMPARE(whole->materials[2].arrivedAt, Later); // what came before stays as it came
}

void ActTest::refusals_data()
{
    QTest::addColumn<core::CaseRecord>("record");
    QTest::addColumn<core::ActRecord>("what");
    QTest::addColumn<QString>("code");
    const auto with = [](CaseAct kind, auto change) {
        core::ActRecord result = act(kind);
        change(result);
        return result;
    };
    const auto in = [](CaseState state) {
        core::CaseRecord result = deferredCase();
        result.state = state;
        return result;
    };
    QTest::newRow("nothing") << deferredCase() << act(CaseAct::Supplement) << u"act.nothing-arrived"_s;
    QTest::newRow("not owed") << deferredCase() << with(CaseAct::Supplement, [](auto& a) { a.materials = {brought(u"k"_s, u"申请书"_s)}; })
                              << u"act.not-deferred"_s;
    QTest::newRow("owed but not here") << deferredCase() << with(CaseAct::Supplement, [](auto& a) { a.materials = {{u"s1"_s, u"制度"_s}}; })
                                       << u"act.not-deferred"_s;
    QTest::newRow("the same twice") << deferredCase() << with(CaseAct::Supplement, [](auto& a) {
        a.materials = {brought(u"s1"_s, {}), brought(u"s1"_s, {})};
    }) << u"act.not-deferred"_s;
    QTest::newRow("no reason to withdraw") << deferredCase() << with(CaseAct::Withdraw, [](auto& a) { a.reason = u"  "_s; })
                                           << u"act.reason-needed"_s;
    QTest::newRow("no reason to extend") << deferredCase() << with(CaseAct::Extend, [](auto& a) { a.until = QDate(2026, 11, 20); })
                                         << u"act.reason-needed"_s;
    QTest::newRow("second notice without a reason") << in(CaseState::ToCorrect) << act(CaseAct::NotifyOnce) << u"act.reason-needed"_s;
    QTest::newRow("not decided yet") << deferredCase() << with(CaseAct::Deliver, [](auto& a) { a.recipient = u"王"_s; })
                                     << u"case.transition"_s;
    QTest::newRow("already refused") << in(CaseState::Refused) << with(CaseAct::Withdraw, [](auto& a) { a.reason = u"x"_s; })
                                     << u"case.transition"_s;
    QTest::newRow("no result") << in(CaseState::InReview) << act(CaseAct::Decide) << u"act.result"_s;
}

void ActTest::refusals()
{
    QFETCH(core::CaseRecord, record);
    QFETCH(core::ActRecord, what);
    QFETCH(QString, code);
    const auto after = core::applyAct(record, what);
    QVERIFY(!after);
    QCOMPARE(after.error().code, code);
}

void ActTest::extendsOnce()
{
    core::ActRecord extension = act(CaseAct::Extend);
    extension.reason = u"不可抗力"_s;
    extension.until = QDate(2026, 11, 11); // earlier than one of them
    QCOMPARE(core::applyAct(deferredCase(), extension).error().code, u"act.until"_s);
    extension.until = QDate(2026, 11, 20);
    const auto once = core::applyAct(deferredCase(), extension);
    QVERIFY(once);
    QCOMPARE(once->deferred[0].deadline, QDate(2026, 11, 20));
    QCOMPARE(once->deferred[1].deadline, QDate(2026, 11, 20));
    QCOMPARE(once->state, CaseState::AcceptedDeferred);
    extension.until = QDate(2026, 12, 1);
    QCOMPARE(core::applyAct(*once, extension).error().code, u"act.extended-already"_s);
}

void ActTest::deliversOnlyWhatIsComplete()
{
    core::CaseRecord decided = deferredCase();
    decided.state = CaseState::Decided;
    core::ActRecord delivery = act(CaseAct::Deliver);
    delivery.recipient = u"王样例"_s;
    const auto early = core::applyAct(decided, delivery);
    QCOMPARE(early.error().code, u"act.supplement-open"_s);
    QCOMPARE(early.error().facts, QStringList{u"2"_s});
    core::ActRecord supplement = act(CaseAct::Supplement);
    supplement.materials = {brought(u"s1"_s, {}), brought(u"s2"_s, {})};
    const auto complete = core::applyAct(decided, supplement);
    QCOMPARE(complete->state, CaseState::Decided); // the decision stands
    delivery.recipient.clear();
    QCOMPARE(core::applyAct(*complete, delivery).error().code, u"act.recipient-needed"_s);
    delivery.recipient = u"SF123"_s;
    QCOMPARE(core::applyAct(*complete, delivery)->state, CaseState::Delivered);
}

void ActTest::onlyTruePapersArePrintedAgain()
{
    core::CaseRecord record = deferredCase();
    record.papers = {{core::PaperKind::DeferredNotice, u"N"_s, 2}, {core::PaperKind::ReceiptSlip, u"N"_s, 1}};
    QCOMPARE(core::reprintable(record), record.papers);
    core::ActRecord supplement = act(CaseAct::Supplement);
    supplement.materials = {brought(u"s1"_s, {})};
    supplement.papers = {{core::PaperKind::SupplementSlip, {}, 1}};
    const auto papers = core::reprintable(*core::applyAct(record, supplement));
    QCOMPARE(papers.size(), 1); // the notice would not name what was owed then
    QCOMPARE(papers[0].kind, core::PaperKind::SupplementSlip);
}

void ActTest::silenceAcceptsFromTheDayOfReceipt()
{
    core::CaseRecord incomplete = deferredCase();
    incomplete.state = CaseState::ToCorrect;
    incomplete.acceptedAt = {};
    const auto accepted = core::applyAct(incomplete, act(CaseAct::SilencePassed));
    QCOMPARE(accepted->state, CaseState::Accepted);
    QCOMPARE(accepted->acceptedAt, Taken);
}

void ActTest::json()
{
    core::ActRecord whole = act(CaseAct::Supplement);
    whole.offline = true;
    whole.reason = u"理由"_s;
    whole.materials = {brought(u"s1"_s, u"制度"_s)};
    whole.deferred = deferredCase().deferred;
    whole.papers = {{core::PaperKind::SupplementSlip, u"N"_s, 1}};
    whole.statutoryUntil = QDate(2026, 12, 1);
    whole.promisedUntil = QDate(2026, 11, 20);
    whole.until = QDate(2026, 11, 21);
    whole.result = u"granted"_s;
    whole.recipient = u"王"_s;
    QCOMPARE(*core::ActRecord::fromJson(whole.toJson()), whole);
    const core::ActRecord bare = act(CaseAct::StartReview);
    QCOMPARE(*core::ActRecord::fromJson(bare.toJson()), bare);
    core::CaseRecord record = deferredCase();
    record.extended = true;
    record.result = u"denied"_s;
    record.materials[1].arrivedAt = Later;
    record.materials[1].status = MaterialStatus::Present;
    QCOMPARE(*core::CaseRecord::fromJson(record.toJson()), record);
    const core::IntakeDraft draft = core::draftToGoOn(record);
    QCOMPARE(core::IntakeDraft::fromJson(draft.toJson()).base, draft.base);
}

void ActTest::jsonFaults_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("no id") << u"id"_s << QJsonValue();
    QTest::newRow("no case") << u"caseId"_s << QJsonValue(u""_s);
    QTest::newRow("unknown act") << u"act"_s << QJsonValue(u"dance"_s);
    QTest::newRow("nobody") << u"clerk"_s << QJsonValue(QJsonObject());
    QTest::newRow("no time") << u"at"_s << QJsonValue(u"soon"_s);
    QTest::newRow("no date") << u"until"_s << QJsonValue(u"2026-13-01"_s);
}

void ActTest::jsonFaults()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QJsonObject json = act(CaseAct::Extend).toJson();
    json[field] = value;
    const auto read = core::ActRecord::fromJson(json);
    QVERIFY(!read);
    QCOMPARE(read.error().facts, QStringList{u'/' + field});
}

void ActTest::draftGoesOn()
{
    const core::CaseRecord record = deferredCase();
    core::IntakeDraft draft = core::draftToGoOn(record);
    QCOMPARE(draft.focusMaterial, u"s1"_s);
    QCOMPARE(core::materialsToBring(record), (QStringList{u"s1"_s, u"s2"_s}));
    const auto built = [&] { return core::buildAct(draft, item(), {}, {Later, false}, Setting, calendar()); };
    QCOMPARE(built().error().code, u"act.nothing-arrived"_s);
    draft.materials[u"s2"_s] = {MaterialStatus::Present, {{QString(64, u'b'), 5, u"image/png"_s}}, {}};
    draft.materials[u"k"_s].shortfall = u"touched"_s; // settled: no part of it
    const auto supplement = built();
    QVERIFY(supplement);
    QCOMPARE(supplement->act, CaseAct::Supplement);
    QCOMPARE(supplement->materials.size(), 1);
    QCOMPARE(supplement->materials[0].pages.size(), 1);
    QCOMPARE(supplement->clerk, Setting.clerk);
    QVERIFY(!supplement->promisedUntil); // the clock runs since the acceptance
}

void ActTest::clockMayStartWithTheSupplement()
{
    core::ServiceItem late = item();
    late.clockStart = core::ClockStart::SupplementComplete;
    core::IntakeDraft draft = core::draftToGoOn(deferredCase());
    draft.materials[u"s1"_s].status = MaterialStatus::Present;
    const auto half = core::buildAct(draft, late, {}, {Later, false}, Setting, calendar());
    QVERIFY(half && !half->promisedUntil);
    draft.materials[u"s2"_s].status = MaterialStatus::Present;
    const auto whole = core::buildAct(draft, late, {}, {Later, false}, Setting, calendar());
    QVERIFY(whole);
    QCOMPARE(whole->promisedUntil, QDate(2026, 11, 23)); // ten working days after Monday the 9th
    QCOMPARE(core::applyAct(*draft.base, *whole)->promisedUntil, QDate(2026, 11, 23));
}

void ActTest::correctionIsAccepted()
{
    core::CaseRecord incomplete = deferredCase();
    incomplete.state = CaseState::ToCorrect;
    incomplete.deferred.clear();
    incomplete.acceptedAt = {};
    incomplete.promisedUntil.reset();
    core::IntakeDraft draft = core::draftToGoOn(incomplete);
    draft.materials[u"s1"_s].status = draft.materials[u"s2"_s].status = MaterialStatus::Present;
    core::VerdictInput input;
    const core::ServiceItem of = item();
    input.item = &of;
    input.scenarioCode = u"all"_s;
    input.applicantComplete = true;
    input.today = Later.date();
    for (auto material = draft.materials.cbegin(); material != draft.materials.cend(); ++material)
        input.materials.insert(material.key(), material->status);
    const core::Verdict verdict = core::decide(input, calendar());
    QCOMPARE(verdict.outcome, core::Outcome::Complete);
    const auto acceptance = core::buildAct(draft, of, verdict, {Later, false}, Setting, calendar());
    QVERIFY(acceptance);
    const auto accepted = core::applyAct(incomplete, *acceptance);
    QCOMPARE(accepted->state, CaseState::Accepted);
    QCOMPARE(accepted->acceptedAt, Later);
    QCOMPARE(accepted->promisedUntil, QDate(2026, 11, 23));
    QCOMPARE(accepted->number, u"N000001"_s);
    QCOMPARE(accepted->receivedAt, Taken);
    core::Verdict lacking = verdict;
    lacking.outcome = core::Outcome::Incomplete;
    QCOMPARE(core::buildAct(draft, of, lacking, {Later, false}, Setting, calendar()).error().code, u"verdict.not-permitted"_s);
}

/// What was brought and is in order is owed no more, though the rest fell short.
void ActTest::aNoticeTakesWhatIsGood()
{
    core::IntakeDraft draft = core::draftToGoOn(deferredCase());
    draft.materials[u"s1"_s].status = MaterialStatus::Present;
    draft.materials[u"s2"_s].status = MaterialStatus::Wrong;
    draft.materials[u"s2"_s].shortfall = u"没有盖章"_s;
    const auto notice = core::buildEnding(draft, CaseAct::NotifyOnce, {}, {Later, false}, Setting);
    QVERIFY(notice);
    const auto told = core::applyAct(deferredCase(), *notice);
    QCOMPARE(told->deferred.size(), 1);
    QCOMPARE(told->deferred[0].code, u"s2"_s);
    QCOMPARE(told->materials[1].status, MaterialStatus::Present);
    core::ActRecord rest = act(CaseAct::Supplement);
    rest.materials = {brought(u"s2"_s, u"证明"_s)};
    QCOMPARE(core::applyAct(*told, rest)->state, CaseState::Accepted);
    draft.materials[u"s2"_s].status = MaterialStatus::Present; // nothing falls short
    QCOMPARE(core::buildEnding(draft, CaseAct::NotifyOnce, {}, {Later, false}, Setting).error().code, u"ending.nothing-missing"_s);
}

/// Whether the credit was repaired first or not: who has brought everything is not returned for being late.
void ActTest::lateButHereGoesOn()
{
    for (const core::Commitment commitment : {core::Commitment::Broken, core::Commitment::Repaired}) {
        core::CaseRecord late = deferredCase();
        late.suspendedSince = QDate(2026, 11, 9);
        late.waitsUntil = QDate(2026, 11, 23);
        late.commitment = commitment;
        core::ActRecord all = act(CaseAct::Supplement);
        all.materials = {brought(u"s1"_s, u"制度"_s), brought(u"s2"_s, u"证明"_s)};
        const auto whole = core::applyAct(late, all);
        QVERIFY(whole);
        QCOMPARE(whole->commitment, core::Commitment::Repaired);
        QVERIFY(!whole->suspendedSince && !whole->waitsUntil);
    }
}

void ActTest::barsCanBeLifted()
{
    core::CaseRecord broken = deferredCase();
    broken.commitment = core::Commitment::Broken;
    core::ActRecord repair = act(CaseAct::RepairCredit);
    repair.reason = u"已补交"_s;
    for (const CaseState state : {CaseState::Decided, CaseState::Withdrawn, CaseState::Returned}) {
        broken.state = state;
        const auto repaired = core::applyAct(broken, repair);
        QVERIFY(repaired);
        QCOMPARE(repaired->commitment, core::Commitment::Repaired);
        QCOMPARE(repaired->state, state);
    }
    broken.state = CaseState::AcceptedDeferred;
    core::ActRecord mistake = act(CaseAct::Void);
    mistake.reason = u"受理有误"_s;
    QCOMPARE(core::applyAct(broken, mistake)->commitment, core::Commitment::Open); // it should never have been asked for
}

/// The authorisation as well, which no checklist has.
void ActTest::everythingIsToldAtOnce()
{
    core::CaseRecord taken = deferredCase();
    taken.state = CaseState::Received;
    taken.deferred.clear();
    taken.acceptedAt = {};
    taken.agent = core::Party();
    core::IntakeDraft draft = core::draftToGoOn(taken);
    draft.agentAuthorised = false;
    const auto notice = core::buildEnding(draft, CaseAct::NotifyOnce, QDate(2026, 12, 1), {Later, false}, Setting);
    QVERIFY(notice);
    const auto told = core::applyAct(taken, *notice);
    QCOMPARE(told->materials.constLast().code, core::Authorisation);
    QVERIFY(!core::isHere(told->materials.constLast().status));
    QVERIFY(!core::draftToGoOn(*told).agentAuthorised);
}

/// A case keeps what it was taken in with.
void ActTest::theCatalogueMovesOn()
{
    const core::CaseRecord taken = deferredCase();
    core::ServiceItem now = item();
    now.materials.removeIf([](const auto& material) { return material.code == u"s2"; });
    now.materials[1].name = u"管理制度"_s;
    now.materials.append({u"s3"_s, u"新要求"_s});
    now.scenarios[0].materialCodes = {u"k"_s, u"s1"_s, u"s3"_s};
    const auto asked = core::itemOfCase(taken, &now).materialsOf(taken.scenario.code);
    QCOMPARE(asked.size(), 3); // what is asked for since then is not asked for now
    QCOMPARE(asked[1].name, u"管理制度"_s);
    QCOMPARE(asked[2].name, u"证明"_s); // as the case knows it
    const core::ServiceItem gone = core::itemOfCase(taken, nullptr);
    QCOMPARE(gone.materialsOf(taken.scenario.code).size(), 3);
    QCOMPARE(gone.promisedDays, taken.promisedDays);
    now.promisedDays = taken.promisedDays + 3;
    QCOMPARE(core::itemOfCase(taken, &now).promisedDays, taken.promisedDays); // what was promised is kept
    core::IntakeDraft draft = core::draftToGoOn(taken);
    draft.materials[u"s1"_s].status = draft.materials[u"s2"_s].status = MaterialStatus::Present;
    QVERIFY(core::buildAct(draft, gone, {}, {Later, false}, Setting, calendar()));
}

void ActTest::due_data()
{
    QTest::addColumn<QDate>("today");
    QTest::addColumn<core::Urgency>("urgency");
    QTest::newRow("the day after") << QDate(2026, 11, 11) << core::Urgency::Overdue;
    QTest::newRow("the day") << QDate(2026, 11, 10) << core::Urgency::Today;
    QTest::newRow("three working days before") << QDate(2026, 11, 5) << core::Urgency::Soon;
    QTest::newRow("four working days before") << QDate(2026, 11, 4) << core::Urgency::Later;
}

void ActTest::due()
{
    QFETCH(QDate, today);
    QFETCH(core::Urgency, urgency);
    core::CaseRecord record = deferredCase();
    QCOMPARE(core::dueOf(record), QDate(2026, 11, 10)); // the first that is owed
    QCOMPARE(core::urgencyOf(core::dueOf(record), today, core::soonUntil(today, calendar())), urgency);
    record.deferred.clear();
    QCOMPARE(core::dueOf(record), record.promisedUntil);
    record.state = CaseState::Delivered;
    QVERIFY(!core::dueOf(record));
    QVERIFY(core::dueEarlier(deferredCase(), record));
}

QTEST_GUILESS_MAIN(ActTest)
#include "acttest.moc"
