// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/caseact.h"
#include "app/core/caseclock.h"
#include "app/core/casepapers.h"
#include "app/core/departmentfeed.h"
#include "app/core/recordbuilder.h"
#include "app/core/reminder.h"

#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using core::CaseAct;
using core::CaseState;
using core::PaperKind;

namespace {

const QDateTime Taken(QDate(2026, 11, 2), QTime(9, 30), Qt::OffsetFromUTC, 8 * 3600);
const QDateTime Later(QDate(2026, 11, 9), QTime(14, 0), Qt::OffsetFromUTC, 8 * 3600);

core::CaseRecord accepted()
{
    core::CaseRecord record;
    record.id = u"c1"_s;
    record.number = u"N000001"_s;
    record.item = {u"I1"_s, u"样例事项"_s};
    record.scenario = {u"all"_s, u"全部"_s};
    record.state = CaseState::Accepted;
    record.applicant.name = u"王样列"_s;
    record.applicant.certificate = {core::CertificateType::CitizenId, u"11010519491231002X"_s};
    record.applicant.phone = u"19900000001"_s;
    record.materials = {{u"s"_s, u"证明"_s}};
    record.papers = {{PaperKind::AcceptanceNotice, u"N000001"_s, 1}, {PaperKind::ReceiptSlip, u"N000001"_s, 1}};
    record.hall = {u"9901"_s, u"样例大厅"_s};
    record.window = {u"03"_s, u"3号窗口"_s};
    record.clerk = {u"001"_s, u"甲"_s};
    record.department = u"局"_s;
    record.receivedAt = record.acceptedAt = Taken;
    record.queryCode = u"ABCD"_s;
    return record;
}

core::ActRecord correctionOf(const core::CaseRecord& record, const std::function<void(core::Correction&)>& how)
{
    core::ActRecord act;
    act.id = u"a1"_s;
    act.caseId = record.id;
    act.act = CaseAct::Correct;
    act.clerk = record.clerk;
    act.window = record.window;
    act.at = Later;
    act.reason = u"姓名录入错误"_s;
    act.correction = core::correctionOf(record);
    how(*act.correction);
    return act;
}

} // namespace

/// What was written wrong is put right, and seen to be.
class CorrectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesWhatWasWrongOnly();
    void isRefused_data();
    void isRefused();
    void whereItIsPossible_data();
    void whereItIsPossible();
    void identityAndContact_data();
    void identityAndContact();
    void papersThatAreReplaced_data();
    void papersThatAreReplaced();
    void aReplacementStandsFromTheCorrectionOn();
    void whatIsTrueIsPrintedAgain();
    void travels();
    void whatIsDecidedAndOwedIsKept();
};

void CorrectionTest::changesWhatWasWrongOnly()
{
    const core::CaseRecord before = accepted();
    const auto after = core::applyAct(before, correctionOf(before, [](core::Correction& it) { it.applicant.name = u"王样例"_s; }));
    QVERIFY(after);
    QCOMPARE(after->applicant.name, u"王样例"_s);
    QCOMPARE(after->correctedAt, Later);
    QCOMPARE(after->version, before.version + 1);
    core::CaseRecord same = *after;
    same.applicant.name = before.applicant.name;
    same.correctedAt = {};
    same.version = before.version;
    QCOMPARE(same, before);
    QCOMPARE(core::feedKindOf(before, *after, CaseAct::Correct), std::optional(core::FeedKind::Corrected));
}

void CorrectionTest::isRefused_data()
{
    using How = std::function<void(core::ActRecord&)>;
    QTest::addColumn<How>("how");
    QTest::addColumn<QString>("code");
    QTest::newRow("no reason") << How([](core::ActRecord& act) { act.reason = u"  "_s; }) << u"act.reason-needed"_s;
    QTest::newRow("nothing changed") << How([](core::ActRecord& act) { act.correction->applicant.name = u"王样列"_s; })
                                     << u"act.nothing-corrected"_s;
    QTest::newRow("nothing given") << How([](core::ActRecord& act) { act.correction.reset(); }) << u"act.nothing-corrected"_s;
    QTest::newRow("another kind of party") << How([](core::ActRecord& act) {
        act.correction->applicant.kind = core::ApplicantKind::Organisation;
    }) << u"act.correction-party"_s;
    QTest::newRow("an agent appears") << How([](core::ActRecord& act) { act.correction->agent = core::Party{}; })
                                      << u"act.correction-party"_s;
    QTest::newRow("no name") << How([](core::ActRecord& act) { act.correction->applicant.name = u" "_s; }) << u"act.correction-party"_s;
}

void CorrectionTest::isRefused()
{
    QFETCH(std::function<void(core::ActRecord&)>, how);
    QFETCH(QString, code);
    core::ActRecord act = correctionOf(accepted(), [](core::Correction& it) { it.applicant.name = u"王样例"_s; });
    how(act);
    const auto after = core::applyAct(accepted(), act);
    QVERIFY(!after);
    QCOMPARE(after.error().code, code);
}

void CorrectionTest::whereItIsPossible_data()
{
    QTest::addColumn<CaseState>("state");
    QTest::addColumn<bool>("possible");
    using S = CaseState;
    for (const S state : {S::Received, S::Accepted, S::AcceptedDeferred, S::ToCorrect, S::ReceivedDeferred, S::InReview, S::Decided})
        QTest::addRow("%s", qPrintable(core::toWire(state))) << state << true;
    for (const S state : {S::Draft, S::Refused, S::Delivered, S::Returned, S::Terminated, S::Withdrawn, S::Voided})
        QTest::addRow("%s", qPrintable(core::toWire(state))) << state << false;
}

void CorrectionTest::whereItIsPossible()
{
    QFETCH(CaseState, state);
    QFETCH(bool, possible);
    const auto next = core::nextState(state, CaseAct::Correct);
    QCOMPARE(next.has_value(), possible);
    QCOMPARE(next.value_or(state), state); // it stays where it stands
    QCOMPARE(core::actsIn(state).contains(CaseAct::Correct), possible);
}

void CorrectionTest::identityAndContact_data()
{
    using How = std::function<void(core::Correction&)>;
    QTest::addColumn<How>("how");
    QTest::addColumn<bool>("identity");
    QTest::newRow("name") << How([](core::Correction& it) { it.applicant.name = u"王样例"_s; }) << true;
    QTest::newRow("number") << How([](core::Correction& it) { it.applicant.certificate.number = u"990101195304091321"_s; }) << true;
    QTest::newRow("certificate") << How([](core::Correction& it) { it.applicant.certificate.type = core::CertificateType::Passport; })
                                 << true;
    QTest::newRow("representative") << How([](core::Correction& it) { it.applicant.legalRepresentative = u"李"_s; }) << true;
    QTest::newRow("phone") << How([](core::Correction& it) { it.applicant.phone = u"19900000002"_s; }) << false;
    QTest::newRow("address") << How([](core::Correction& it) { it.applicant.address = u"样例路2号"_s; }) << false;
    QTest::newRow("post") << How([](core::Correction& it) { it.postTo = u"样例路2号"_s; }) << false;
}

void CorrectionTest::identityAndContact()
{
    QFETCH(std::function<void(core::Correction&)>, how);
    QFETCH(bool, identity);
    const core::ActRecord act = correctionOf(accepted(), how);
    QCOMPARE(core::changesIdentity(accepted(), *act.correction), identity);
    QCOMPARE(core::applyAct(accepted(), act)->correctedAt.isValid(), identity);
}

void CorrectionTest::papersThatAreReplaced_data()
{
    QTest::addColumn<CaseState>("state");
    QTest::addColumn<QList<PaperKind>>("held");
    QTest::addColumn<QList<PaperKind>>("replaced");
    using P = PaperKind;
    QTest::newRow("accepted") << CaseState::Accepted << QList{P::AcceptanceNotice, P::ReceiptSlip}
                              << QList{P::AcceptanceNotice, P::ReceiptSlip};
    QTest::newRow("a letter is not signed for the applicant")
        << CaseState::AcceptedDeferred << QList{P::DeferredNotice, P::CommitmentLetter, P::ReceiptSlip}
        << QList{P::DeferredNotice, P::ReceiptSlip};
    QTest::newRow("to correct") << CaseState::ToCorrect << QList{P::OneTimeNotice} << QList{P::OneTimeNotice};
    QTest::newRow("corrected since") << CaseState::Accepted << QList{P::OneTimeNotice, P::AcceptanceNotice} << QList{P::AcceptanceNotice};
    QTest::newRow("refused") << CaseState::Refused << QList{P::RefusalNotice} << QList{P::RefusalNotice};
    QTest::newRow("kept papers") << CaseState::ReceivedDeferred << QList{P::DeferredReceiptSlip} << QList{P::DeferredReceiptSlip};
    QTest::newRow("what came later stands") << CaseState::Accepted << QList{P::ReceiptSlip, P::SupplementSlip} << QList{P::ReceiptSlip};
}

void CorrectionTest::papersThatAreReplaced()
{
    QFETCH(CaseState, state);
    QFETCH(QList<PaperKind>, held);
    QFETCH(QList<PaperKind>, replaced);
    core::CaseRecord record = accepted();
    record.state = state;
    if (state == CaseState::AcceptedDeferred)
        record.deferred = {{u"s"_s, u"证明"_s, core::MaterialForm::Original, QDate(2026, 11, 12)}};
    record.papers.clear();
    for (const PaperKind kind : held)
        record.papers.append({kind, record.number, 1});
    QList<PaperKind> kinds;
    const auto papers = core::papersToReplace(record);
    for (const core::PaperRecord& paper : papers)
        kinds.append(paper.kind);
    QCOMPARE(kinds, replaced);
}

void CorrectionTest::aReplacementStandsFromTheCorrectionOn()
{
    core::CaseRecord record = accepted();
    QVERIFY(!core::isReplacement(record, PaperKind::AcceptanceNotice));
    QCOMPARE(core::standsSince(record, PaperKind::AcceptanceNotice), Taken);
    record.correctedAt = Later;
    QVERIFY(core::isReplacement(record, PaperKind::AcceptanceNotice));
    QCOMPARE(core::standsSince(record, PaperKind::AcceptanceNotice), Later);
    QVERIFY(core::reprintable(record).contains(record.papers.constFirst()));
    record.acceptedAt = Later.addDays(1); // what is made out after it is right from the beginning
    QVERIFY(!core::isReplacement(record, PaperKind::AcceptanceNotice));
    QVERIFY(!core::isReplacement(record, PaperKind::SupplementSlip));
}

/// An act that changes nothing on a paper takes it from nobody.
void CorrectionTest::whatIsTrueIsPrintedAgain()
{
    core::CaseRecord record = accepted();
    record.state = CaseState::AcceptedDeferred;
    record.deferred = {{u"s"_s, u"证明"_s, core::MaterialForm::Original, QDate(2026, 11, 12)}};
    record.papers = core::papersFor(CaseState::AcceptedDeferred);
    record.version = 2; // a review begun, a phone number put right
    QCOMPARE(core::reprintable(record), record.papers);
    core::CaseRecord extended = record;
    extended.extended = true; // notice and letter named another day
    QCOMPARE(core::reprintable(extended).size(), 0);
    core::CaseRecord supplied = record;
    supplied.materials[0].arrivedAt = Later;
    QCOMPARE(core::reprintable(supplied).size(), 0);
    core::CaseRecord told = accepted();
    told.state = CaseState::ToCorrect;
    told.acceptedAt = {};
    told.notifiedAt = Later;
    told.version = 2;
    told.papers = core::papersFor(CaseState::ToCorrect);
    QCOMPARE(core::reprintable(told), told.papers);
    told.state = CaseState::Accepted; // corrected since
    told.acceptedAt = Later;
    QVERIFY(core::reprintable(told).isEmpty());
}

void CorrectionTest::travels()
{
    core::CaseRecord record = accepted();
    record.agent = core::Party{core::ApplicantKind::Person, u"李样例"_s, {}, u"19900000003"_s, {}, {}};
    const core::ActRecord act = correctionOf(record, [](core::Correction& it) {
        it.applicant.name = u"王样例"_s;
        it.agent->phone = u"19900000004"_s;
        it.postTo = u"样例路1号"_s;
    });
    QCOMPARE(*core::ActRecord::fromJson(act.toJson()), act);
    const auto after = core::applyAct(record, act);
    QCOMPARE(*core::CaseRecord::fromJson(after->toJson()), *after);
}

/// A decision that waits for a supplement is not undone by time: the commitment is broken, and the result stays here.
void CorrectionTest::whatIsDecidedAndOwedIsKept()
{
    core::CaseRecord record = accepted();
    record.state = CaseState::Decided;
    record.result = u"granted"_s;
    record.deferred = {{u"s"_s, u"证明"_s, core::MaterialForm::Original, QDate(2026, 11, 6)}};
    QCOMPARE(core::lastDayOf(record), std::optional(QDate(2026, 11, 6)));
    QCOMPARE(*core::actOfTime(record, nullptr, QDateTime(QDate(2026, 11, 6), QTime(23, 0), Qt::OffsetFromUTC, 8 * 3600), {}), std::nullopt);
    const auto passed = core::actOfTime(record, nullptr, Later, {});
    QVERIFY(passed && *passed);
    const auto kept = core::applyAct(record, **passed);
    QCOMPARE(kept->state, CaseState::Decided);
    QCOMPARE(kept->commitment, core::Commitment::Broken);
    QCOMPARE(core::lastDayOf(*kept), std::nullopt); // once
    QVERIFY(!core::feedKindOf(record, *kept, CaseAct::LimitPassed));
    const auto told = core::reminderAfter(record, *kept, &**passed);
    QVERIFY(told);
    QCOMPARE(told->kind, core::ReminderKind::Overdue);
    QVERIFY(core::holds(*told, *kept));
    QVERIFY(core::reminderText(told->kind, *kept).contains(u"补齐后领取"_s));
    core::ActRecord deliver;
    deliver.act = CaseAct::Deliver;
    deliver.recipient = u"王样例"_s;
    deliver.at = Later;
    QCOMPARE(core::applyAct(*kept, deliver).error().code, u"act.supplement-open"_s);
    core::ActRecord supplement;
    supplement.act = CaseAct::Supplement;
    supplement.at = Later;
    supplement.materials = {{u"s"_s, u"证明"_s, core::MaterialForm::Original, 1, core::MaterialStatus::Present}};
    const auto supplied = core::applyAct(*kept, supplement);
    QCOMPARE(supplied->commitment, core::Commitment::Repaired);
    QVERIFY(core::applyAct(*supplied, deliver));
}

QTEST_APPLESS_MAIN(CorrectionTest)
#include "correctiontest.moc"
