// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// What a window may decide and until when a deferred material may wait, as tables.

#include "app/core/verdict.h"

#include <QTest>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using core::ClockStart;
using core::CreditStanding;
using core::MaterialStatus;
using core::Outcome;

class VerdictTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deferralDays_data();
    void deferralDays();
    void dates_data();
    void dates();
    void supplementComesBeforeTheResult_data();
    void supplementComesBeforeTheResult();
    void whyDeferrable_data();
    void whyDeferrable();
    void verdict_data();
    void verdict();
    void nobodyPassesAFailedRule_data();
    void nobodyPassesAFailedRule();
};

namespace {

const QDate Today(2026, 9, 14); // Monday

/// 2026 from September on: two festivals, their make-up days, and a free start of 2027.
core::WorkCalendar calendar()
{
    core::CalendarYear year;
    year.year = 2026;
    year.holidays = {QDate(2026, 9, 25), QDate(2026, 9, 26), QDate(2026, 9, 27)};
    for (int day = 1; day <= 7; ++day)
        year.holidays.insert(QDate(2026, 10, day));
    year.makeUpDays = {QDate(2026, 9, 20), QDate(2026, 10, 10)};
    core::WorkCalendar result;
    result.setYear(year);
    year = {2027, 1, {QDate(2027, 1, 1)}, {}};
    result.setYear(year);
    return result;
}

core::MaterialRequirement material(const QString& code, bool key, bool deferrable)
{
    return {code, code, key, deferrable, core::MaterialForm::Original, 1};
}

/// Two key materials, three secondary ones of which two may be deferred at once, one that may not.
core::ServiceItem item()
{
    core::ServiceItem result;
    result.code = u"I1"_s;
    result.name = u"样例事项"_s;
    result.statutoryDays = 20;
    result.promisedDays = 10;
    result.deferral = {2, 15, 2, 20, core::ExpiryRule::Return, 0};
    result.materials = {material(u"k1"_s, true, false), material(u"k2"_s, true, false), material(u"s1"_s, false, true),
                        material(u"s2"_s, false, true), material(u"s3"_s, false, true), material(u"n"_s, false, false)};
    result.scenarios = {{u"all"_s, u"全部"_s, {u"k1"_s, u"k2"_s, u"s1"_s, u"s2"_s, u"s3"_s, u"n"_s}},
                        {u"short"_s, u"简易"_s, {u"k1"_s, u"s1"_s}}};
    return result;
}

/// Everything brought by somebody who may do everything.
struct Situation
{
    core::ServiceItem item = ::item();
    core::VerdictInput input;
    core::WorkCalendar calendar = ::calendar();

    Situation()
    {
        input.scenarioCode = u"all"_s;
        for (const core::MaterialRequirement& requirement : item.materials)
            input.materials.insert(requirement.code, MaterialStatus::Present);
        input.applicantComplete = true;
        input.commitmentAgreed = true;
        input.credit = CreditStanding::Clear;
        input.today = Today;
    }

    void lacks(const QStringList& codes)
    {
        for (const QString& code : codes)
            input.materials.remove(code);
    }

    core::Verdict judged()
    {
        input.item = &item;
        return core::decide(input, calendar);
    }
};

using Change = std::function<void(Situation&)>;

/// "code", "code material" or "code (facts)".
QStringList told(const QList<core::Reason>& reasons)
{
    QStringList lines;
    for (const core::Reason& reason : reasons)
        lines.append(reason.code + (reason.material.isEmpty() ? QString() : u' ' + reason.material) +
                     (reason.facts.isEmpty() ? QString() : u" ("_s + reason.facts.join(u',') + u')'));
    return lines;
}

} // namespace

void VerdictTableTest::deferralDays_data()
{
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("promised");
    QTest::addColumn<int>("shorterBy");
    QTest::addColumn<int>("cap");
    QTest::addColumn<int>("days"); // 0: no deferral is possible
    QTest::newRow("all the same") << 8 << 10 << 2 << 8 << 8;
    QTest::newRow("item limit a day shorter") << 7 << 10 << 2 << 8 << 7;
    QTest::newRow("promised limit a day shorter") << 8 << 9 << 2 << 8 << 7;
    QTest::newRow("cap a day shorter") << 8 << 10 << 2 << 7 << 7;
    QTest::newRow("not later than the promised limit") << 30 << 10 << 0 << 20 << 10;
    QTest::newRow("five days before it") << 30 << 10 << 5 << 20 << 5;
    QTest::newRow("at most twenty days") << 60 << 45 << 2 << 20 << 20;
    QTest::newRow("one day left") << 30 << 3 << 2 << 20 << 1;
    QTest::newRow("promised limit as short as the margin") << 30 << 2 << 2 << 20 << 0;
    QTest::newRow("promised limit shorter than the margin") << 30 << 1 << 2 << 20 << 0;
    QTest::newRow("decided on the spot") << 30 << 0 << 2 << 20 << 0;
    QTest::newRow("item limit of nothing") << 0 << 10 << 2 << 20 << 0;
    QTest::newRow("cap of nothing") << 30 << 10 << 2 << 0 << 0;
}

void VerdictTableTest::deferralDays()
{
    QFETCH(int, limit);
    QFETCH(int, promised);
    QFETCH(int, shorterBy);
    QFETCH(int, cap);
    QFETCH(int, days);
    Situation situation;
    situation.item.promisedDays = promised;
    situation.item.statutoryDays = std::max(promised, 20);
    situation.item.deferral = {1, limit, shorterBy, cap, core::ExpiryRule::Return, 0};
    QCOMPARE(std::max(0, core::deferralDays(situation.item)), days);
    situation.lacks({u"s1"_s});
    const core::Verdict verdict = situation.judged(); // the window decides by the same number
    QCOMPARE(verdict.outcome, days > 0 ? Outcome::Deferrable : Outcome::Incomplete);
    QCOMPARE(verdict.deadlines.supplementDays, days);
    situation.item.deferral.maxMaterials = 0;
    QCOMPARE(core::deferralDays(situation.item), 0);
}

void VerdictTableTest::dates_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<bool>("deferred");
    QTest::addColumn<ClockStart>("clock");
    QTest::addColumn<QDate>("statutory");  // 20 working days
    QTest::addColumn<QDate>("promised");   // 10
    QTest::addColumn<QDate>("supplement"); // 8
    const auto now = ClockStart::Acceptance;
    const auto later = ClockStart::SupplementComplete;
    const QDate before(2026, 9, 28);
    QTest::newRow("accepted") << before << false << now << QDate(2026, 10, 30) << QDate(2026, 10, 16) << QDate();
    QTest::newRow("deferred") << before << true << now << QDate(2026, 10, 30) << QDate(2026, 10, 16) << QDate(2026, 10, 14);
    QTest::newRow("deferred, no clock before the supplement") << before << true << later << QDate() << QDate() << QDate(2026, 10, 14);
    QTest::newRow("nothing to wait for") << before << false << later << QDate(2026, 10, 30) << QDate(2026, 10, 16) << QDate();
    QTest::newRow("on a make-up Saturday") << QDate(2026, 10, 10) << true << now << QDate(2026, 11, 6) << QDate(2026, 10, 23)
                                           << QDate(2026, 10, 21);
    QTest::newRow("in the holiday") << QDate(2026, 10, 3) << true << now << QDate(2026, 11, 3) << QDate(2026, 10, 20)
                                    << QDate(2026, 10, 16);
    QTest::newRow("across the year's end") << QDate(2026, 12, 24) << true << now << QDate(2027, 1, 22) << QDate(2027, 1, 8)
                                           << QDate(2027, 1, 6);
}

void VerdictTableTest::dates()
{
    QFETCH(QDate, day);
    QFETCH(bool, deferred);
    QFETCH(ClockStart, clock);
    core::ServiceItem of = item();
    of.clockStart = clock;
    const auto limits = core::deadlinesFor(of, day, deferred, calendar());
    QVERIFY(limits);
    QTEST(limits->statutory.value_or(QDate()), "statutory");
    QTEST(limits->promised.value_or(QDate()), "promised");
    QTEST(limits->supplement.value_or(QDate()), "supplement");
}

void VerdictTableTest::supplementComesBeforeTheResult_data()
{
    QTest::addColumn<int>("shorterBy");
    for (const int days : {0, 1, 2, 5})
        QTest::addRow("%d working days before", days) << days;
}

void VerdictTableTest::supplementComesBeforeTheResult()
{
    QFETCH(int, shorterBy);
    core::ServiceItem of = item();
    of.deferral.shorterThanPromisedBy = shorterBy;
    for (QDate day(2026, 9, 1); day.year() == 2026; day = day.addDays(1)) { // whatever holidays lie between
        const auto limits = core::deadlinesFor(of, day, true, calendar());
        QVERIFY(limits);
        QCOMPARE(*calendar().workingDaysBetween(*limits->supplement, *limits->promised), shorterBy);
        QVERIFY(*calendar().isWorkingDay(*limits->supplement));
    }
}

void VerdictTableTest::whyDeferrable_data()
{
    QTest::addColumn<bool>("key");
    QTest::addColumn<bool>("deferrable");
    QTest::addColumn<int>("max");
    QTest::addColumn<int>("limit");
    QTest::addColumn<QString>("code");
    QTest::newRow("allowed") << false << true << 1 << 5 << u"deferral.allowed"_s;
    QTest::newRow("key material") << true << false << 1 << 5 << u"deferral.key-material"_s;
    QTest::newRow("key material that claims to be deferrable") << true << true << 1 << 5 << u"deferral.key-material"_s;
    QTest::newRow("key material of an item without deferral") << true << true << 0 << 0 << u"deferral.key-material"_s;
    QTest::newRow("item without deferral") << false << true << 0 << 5 << u"deferral.item-forbids"_s;
    QTest::newRow("item without deferral, fixed material") << false << false << 0 << 5 << u"deferral.item-forbids"_s;
    QTest::newRow("fixed material") << false << false << 1 << 5 << u"deferral.not-deferrable"_s;
    QTest::newRow("fixed material, no time either") << false << false << 1 << 0 << u"deferral.not-deferrable"_s;
    QTest::newRow("no time") << false << true << 1 << 0 << u"deferral.no-time"_s;
}

void VerdictTableTest::whyDeferrable()
{
    QFETCH(bool, key);
    QFETCH(bool, deferrable);
    QFETCH(int, max);
    QFETCH(int, limit);
    QFETCH(QString, code);
    core::ServiceItem of = item();
    of.deferral.maxMaterials = max;
    of.deferral.limitDays = limit;
    const core::Reason reason = core::whyDeferrable(of, material(u"m"_s, key, deferrable));
    QCOMPARE(reason.code, code);
    QCOMPARE(reason.material, u"m"_s);
    QCOMPARE(reason.level, code == u"deferral.allowed"_s ? core::ReasonLevel::Warning : core::ReasonLevel::Blocking);
}

void VerdictTableTest::verdict_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<bool>("permitted");
    QTest::addColumn<QStringList>("reasons"); // all of them, in order
    using S = Situation;
    using O = Outcome;
    const auto row = [](const char* name, const Change& change, O outcome, bool permitted, const QStringList& reasons) {
        QTest::newRow(name) << change << outcome << permitted << reasons;
    };
    const auto set = [](const QString& code, MaterialStatus status) { return [=](S& s) { s.input.materials[code] = status; }; };
    const auto lacking = [](const QStringList& codes, const auto& change) {
        return [=](S& s) {
            s.lacks(codes);
            change(s);
        };
    };
    const auto nothingElse = [](S&) {};
    const QString all = u"materials.complete"_s;
    const QStringList waits{u"materials.keys-complete"_s, u"deferral.allowed s1"_s};
    const QStringList clear = waits + QStringList{u"credit.clear"_s};
    const auto agent = [](S& s) { s.input.hasAgent = true; };
    const auto authorised = [](S& s) { s.input.hasAgent = s.input.agentAuthorised = true; };

    row("no scenario", [](S& s) { s.input.scenarioCode.clear(); }, O::Undetermined, false, {u"scenario.needed"_s});
    row("scenario of another item", [](S& s) { s.input.scenarioCode = u"x"_s; }, O::Undetermined, false, {u"scenario.needed"_s});

    row("correct now", set(u"k1"_s, MaterialStatus::WrongCorrectable), O::CorrectOnSpot, false, {u"material.correct-now k1"_s});
    row("correct before anything is asked for", lacking({u"k2"_s}, set(u"k1"_s, MaterialStatus::WrongCorrectable)), O::CorrectOnSpot, false,
        {u"material.correct-now k1"_s, u"deferral.key-material k2"_s});

    row("complete", nothingElse, O::Complete, true, {all});
    row("reused", set(u"k1"_s, MaterialStatus::Reused), O::Complete, true, {all});
    row("e-licence", set(u"k1"_s, MaterialStatus::ELicence), O::Complete, true, {all});
    row("scenario asks for less", lacking({u"k2"_s, u"s2"_s, u"n"_s}, [](S& s) { s.input.scenarioCode = u"short"_s; }), O::Complete, true,
        {all});
    row("complete, credit does not matter", [](S& s) { s.input.credit = CreditStanding::Barred; }, O::Complete, true, {all});
    row("complete, no commitment to sign", [](S& s) { s.input.commitmentAgreed = false; }, O::Complete, true, {all});
    row("complete, applicant unknown", [](S& s) { s.input.applicantComplete = false; }, O::Complete, false, {all, u"applicant.needed"_s});
    row("complete, agent", authorised, O::Complete, true, {all});
    row("complete, agent without authorisation", agent, O::Complete, false, {all, u"agent.not-authorised"_s});
    row("complete, another case open", [](S& s) { s.input.openCase = u"N1"_s; }, O::Complete, true, {all, u"case.open-already (N1)"_s});
    row("complete, no calendar", [](S& s) { s.calendar = {}; }, O::Complete, false, {all, u"calendar.not-covered (2026)"_s});
    row("instant", [](S& s) { s.item.instant = true, s.item.promisedDays = s.item.statutoryDays = 0; }, O::Complete, true, {all});

    row("deferrable", lacking({u"s1"_s}, nothingElse), O::Deferrable, true, clear);
    row("deferrable, as many as may be", lacking({u"s1"_s, u"s2"_s}, nothingElse), O::Deferrable, true,
        {u"materials.keys-complete"_s, u"deferral.allowed s1"_s, u"deferral.allowed s2"_s, u"credit.clear"_s});
    row("deferrable, commitment not agreed", lacking({u"s1"_s}, [](S& s) { s.input.commitmentAgreed = false; }), O::Deferrable, false,
        clear + QStringList{u"commitment.needed"_s});
    row("deferrable, credit not known offline", lacking({u"s1"_s}, [](S& s) { s.input.credit = CreditStanding::Unknown; }), O::Deferrable,
        true, waits + QStringList{u"credit.unknown"_s});
    row("deferrable, agent signs", lacking({u"s1"_s}, authorised), O::Deferrable, true, clear + QStringList{u"agent.may-sign"_s});
    row("deferrable, applicant unknown", lacking({u"s1"_s}, [](S& s) { s.input.applicantComplete = false; }), O::Deferrable, false,
        clear + QStringList{u"applicant.needed"_s});
    row("deferrable, no calendar", lacking({u"s1"_s}, [](S& s) { s.calendar = {}; }), O::Deferrable, false,
        clear + QStringList{u"calendar.not-covered (2026)"_s});
    row("deferrable, clock waits", lacking({u"s1"_s}, [](S& s) { s.item.clockStart = ClockStart::SupplementComplete; }), O::Deferrable,
        true, clear);

    row("too many to defer", lacking({u"s1"_s, u"s2"_s, u"s3"_s}, nothingElse), O::Incomplete, true,
        {u"materials.keys-complete"_s, u"deferral.allowed s1"_s, u"deferral.allowed s2"_s, u"deferral.allowed s3"_s,
         u"deferral.too-many (2)"_s, u"credit.clear"_s});
    row("credit barred", lacking({u"s1"_s}, [](S& s) { s.input.credit = CreditStanding::Barred; }), O::Incomplete, true,
        waits + QStringList{u"credit.barred"_s});
    row("agent may not sign", lacking({u"s1"_s}, agent), O::Incomplete, true, clear + QStringList{u"agent.not-authorised"_s});
    row("item without deferral", lacking({u"s1"_s}, [](S& s) { s.item.deferral = {}; }), O::Incomplete, true,
        {u"deferral.item-forbids s1"_s});
    row("instant knows no deferral", lacking({u"s1"_s}, [](S& s) { s.item.instant = true, s.item.deferral = {}; }), O::Incomplete, true,
        {u"deferral.item-forbids s1"_s});
    row("key missing", lacking({u"k1"_s}, nothingElse), O::Incomplete, true, {u"deferral.key-material k1"_s});
    row("key and secondary missing", lacking({u"k1"_s, u"s1"_s}, nothingElse), O::Incomplete, true,
        {u"deferral.key-material k1"_s, u"deferral.allowed s1"_s});
    row("one of two may not wait", lacking({u"s1"_s, u"n"_s}, nothingElse), O::Incomplete, true,
        {u"deferral.allowed s1"_s, u"deferral.not-deferrable n"_s});
    row("wrong is not missing", set(u"s1"_s, MaterialStatus::Wrong), O::Incomplete, true, {u"material.wrong s1"_s});
    row("incomplete, applicant unknown", lacking({u"k1"_s}, [](S& s) { s.input.applicantComplete = false; }), O::Incomplete, false,
        {u"deferral.key-material k1"_s, u"applicant.needed"_s});
    row("incomplete, a notice needs no calendar", lacking({u"k1"_s}, [](S& s) { s.calendar = {}; }), O::Incomplete, true,
        {u"deferral.key-material k1"_s});

    row("papers stay", lacking({u"k1"_s}, [](S& s) { s.input.leavesPapers = true; }), O::DeferredReceipt, true,
        {u"deferral.key-material k1"_s});
    row("papers would stay, but can be accepted", lacking({u"s1"_s}, [](S& s) { s.input.leavesPapers = true; }), O::Deferrable, true,
        clear);
}

void VerdictTableTest::verdict()
{
    QFETCH(Change, change);
    QFETCH(Outcome, outcome);
    QFETCH(QStringList, reasons);
    Situation situation;
    change(situation);
    const core::Verdict verdict = situation.judged();
    QCOMPARE(verdict.outcome, outcome);
    QTEST(verdict.permitted, "permitted");
    QCOMPARE(told(verdict.reasons), reasons);
    const bool dated = !verdict.hasReason(u"calendar.not-covered"_s);
    const bool waits = outcome == Outcome::Deferrable && situation.item.clockStart == ClockStart::SupplementComplete;
    const bool runs = (outcome == Outcome::Complete || outcome == Outcome::Deferrable) && dated && !waits;
    QCOMPARE(verdict.deadlines.promised.has_value(), runs); // no clock runs for what is not accepted
    QCOMPARE(verdict.deadlines.statutory.has_value(), runs);
    QCOMPARE(verdict.deadlines.supplement.has_value(), outcome == Outcome::Deferrable && dated);
    situation.input.notOurs = true; // stands before everything else
    QCOMPARE(situation.judged().outcome, Outcome::NotOurs);
    QCOMPARE(told(situation.judged().reasons), QStringList{u"item.not-ours"_s});
    situation.input.notOurs = false;
    situation.input.item = nullptr;
    QCOMPARE(told(core::decide(situation.input, situation.calendar).reasons), QStringList{u"item.needed"_s});
}

void VerdictTableTest::nobodyPassesAFailedRule_data()
{
    QTest::addColumn<CreditStanding>("credit");
    QTest::addColumn<bool>("hasAgent");
    QTest::addColumn<bool>("authorised");
    for (const auto& [name, credit] :
         {std::pair("clear", CreditStanding::Clear), {"unknown", CreditStanding::Unknown}, {"barred", CreditStanding::Barred}}) {
        QTest::addRow("%s, in person", name) << credit << false << false;
        QTest::addRow("%s, agent", name) << credit << true << true;
        QTest::addRow("%s, agent without authorisation", name) << credit << true << false;
    }
}

/// Every mix of materials: what is accepted breaks no rule, and every material that falls short is named with a reason.
void VerdictTableTest::nobodyPassesAFailedRule()
{
    QFETCH(CreditStanding, credit);
    QFETCH(bool, hasAgent);
    QFETCH(bool, authorised);
    constexpr int Statuses = int(MaterialStatus::Wrong) + 1;
    const QStringList codes{u"k1"_s, u"s1"_s, u"s2"_s, u"s3"_s, u"n"_s};
    int mixes = 1;
    for (qsizetype i = 0; i < codes.size(); ++i)
        mixes *= Statuses;
    int accepted = 0;
    for (int mix = 0; mix < mixes; ++mix) {
        Situation situation;
        situation.input.credit = credit;
        situation.input.hasAgent = hasAgent;
        situation.input.agentAuthorised = authorised;
        QStringList missing;
        QStringList falling;
        int rest = mix;
        for (const QString& code : codes) {
            const auto status = MaterialStatus(rest % Statuses);
            rest /= Statuses;
            situation.input.materials[code] = status;
            if (status == MaterialStatus::Missing)
                missing.append(code);
            if (status == MaterialStatus::Missing || status == MaterialStatus::Wrong || status == MaterialStatus::WrongCorrectable)
                falling.append(code);
        }
        const core::Verdict verdict = situation.judged();
        QStringList named;
        for (const core::Reason& reason : verdict.reasons) {
            if (!reason.material.isEmpty())
                named.append(reason.material);
        }
        QCOMPARE(named, falling);
        const bool mayWait = !missing.isEmpty() && missing == falling && missing.size() <= 2 && !missing.contains(u"k1"_s) &&
                             !missing.contains(u"n"_s) && credit != CreditStanding::Barred;
        const bool complete = falling.isEmpty();
        QCOMPARE(verdict.outcome == Outcome::Complete, complete);
        QCOMPARE(verdict.outcome == Outcome::Deferrable, mayWait && hasAgent == authorised);
        const bool accepts = verdict.permitted && (verdict.outcome == Outcome::Complete || verdict.outcome == Outcome::Deferrable);
        QCOMPARE(accepts, (complete || mayWait) && hasAgent == authorised);
        accepted += accepts ? 1 : 0;
    }
    const int complete = 3 * 3 * 3 * 3 * 3;                     // present, reused or an e-licence
    const int deferred = 3 * (3 * 3 * 3 * 3) + 3 * (3 * 3 * 3); // one or two of three secondary ones
    const int expected = credit == CreditStanding::Barred ? complete : complete + deferred;
    QCOMPARE(accepted, hasAgent == authorised ? expected : 0);
}

QTEST_GUILESS_MAIN(VerdictTableTest)
#include "verdicttabletest.moc"
