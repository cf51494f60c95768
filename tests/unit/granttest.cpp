// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// What a supervisor may set aside, what need not be asked for twice, and which originals leave the window.

#include "app/core/caseact.h"
#include "app/core/caseclock.h"
#include "app/core/casepapers.h"
#include "app/core/holding.h"
#include "app/core/transfer.h"

#include <QTest>

using namespace Qt::StringLiterals;
using core::GrantKind;
using core::MaterialStatus;

class GrantTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exceptions_data();
    void exceptions();
    void aGrantSurvivesTheWire();
    void brokenGrants_data();
    void brokenGrants();
    void heldPapers_data();
    void heldPapers();
    void originals_data();
    void originals();
    void aListSurvivesTheWire();
    void deliveryIsOnTheRecord();
    void procedures_data();
    void procedures();
};

namespace {

const QDate Today(2026, 9, 14);

core::WorkCalendar calendar()
{
    core::WorkCalendar result;
    result.setYear({2026, 1, {QDate(2026, 10, 1)}, {}});
    return result;
}

/// Two secondary materials, one of which may be deferred.
core::ServiceItem strictItem(const QList<GrantKind>& grantable)
{
    core::ServiceItem item;
    item.code = u"I"_s;
    item.statutoryDays = item.promisedDays = 20;
    item.deferral.maxMaterials = 1;
    item.deferral.limitDays = 10;
    item.materials = {{u"a"_s, u"甲"_s, false, true}, {u"b"_s, u"乙"_s, false, true}};
    item.scenarios = {{u"new"_s, u"新办"_s, {u"a"_s, u"b"_s}}};
    item.grantable = grantable;
    return item;
}

core::Grant grantOf(GrantKind kind, int materials, core::Grant::Answer answer)
{
    core::Grant grant;
    grant.id = u"g"_s;
    grant.caseId = u"c"_s;
    grant.kind = kind;
    grant.materials = materials;
    grant.reason = u"路途遥远"_s;
    grant.askedAt = QDateTime(Today, QTime(9, 0), Qt::OffsetFromUTC, 8 * 3600);
    grant.answer = answer;
    if (answer != core::Grant::Answer::Open) {
        grant.answeredBy = u"主任"_s;
        grant.answeredAt = grant.askedAt.addSecs(60);
    }
    return grant;
}

core::MaterialRecord brought(const QString& code, core::MaterialForm form, MaterialStatus status, int count = 1)
{
    return {code, code, form, count, status};
}

} // namespace

void GrantTest::exceptions_data()
{
    using Answer = core::Grant::Answer;
    QTest::addColumn<QList<GrantKind>>("grantable");
    QTest::addColumn<int>("missing");
    QTest::addColumn<bool>("barred");
    QTest::addColumn<QList<core::Grant>>("grants");
    QTest::addColumn<QString>("asksFor");
    QTest::addColumn<bool>("deferrable");
    const QList<GrantKind> both{GrantKind::MoreDeferred, GrantKind::DespiteBar};
    const auto more = [](int materials, Answer answer) { return QList{grantOf(GrantKind::MoreDeferred, materials, answer)}; };
    const auto bar = [](Answer answer) { return QList{grantOf(GrantKind::DespiteBar, 0, answer)}; };
    const QList<core::Grant> none;
    QTest::newRow("nothing in the way") << both << 1 << false << none << u""_s << true;
    QTest::newRow("too many") << both << 2 << false << none << u"more-deferred"_s << false;
    QTest::newRow("too many, the item names no exception") << QList<GrantKind>{} << 2 << false << none << u""_s << false;
    QTest::newRow("too many, only the bar may be lifted") << QList{GrantKind::DespiteBar} << 2 << false << none << u""_s << false;
    QTest::newRow("granted") << both << 2 << false << more(2, Answer::Granted) << u""_s << true;
    QTest::newRow("granted for fewer") << both << 2 << false << more(1, Answer::Granted) << u"more-deferred"_s << false;
    QTest::newRow("not answered") << both << 2 << false << more(2, Answer::Open) << u"more-deferred"_s << false;
    QTest::newRow("denied") << both << 2 << false << more(2, Answer::Denied) << u"more-deferred"_s << false;
    QTest::newRow("barred") << both << 1 << true << none << u"despite-bar"_s << false;
    QTest::newRow("bar lifted") << both << 1 << true << bar(Answer::Granted) << u""_s << true;
    QTest::newRow("bar denied") << both << 1 << true << bar(Answer::Denied) << u"despite-bar"_s << false;
    QTest::newRow("one of two") << both << 2 << true << bar(Answer::Granted) << u"more-deferred"_s << false;
}

void GrantTest::exceptions()
{
    QFETCH(QList<GrantKind>, grantable);
    QFETCH(int, missing);
    QFETCH(bool, barred);
    QFETCH(QList<core::Grant>, grants);
    const core::ServiceItem item = strictItem(grantable);
    core::VerdictInput input;
    input.item = &item;
    input.scenarioCode = u"new"_s;
    if (missing < 2)
        input.materials.insert(u"a"_s, MaterialStatus::Present);
    input.applicantComplete = true;
    input.commitmentAgreed = true;
    input.credit = barred ? core::CreditStanding::Barred : core::CreditStanding::Clear;
    input.today = Today;
    core::applyGrants(grants, input);
    const core::Verdict verdict = core::decide(input, calendar());
    const auto asks = core::grantableOf(item, verdict);
    QTEST(asks ? core::toWire(*asks) : QString(u""_s), "asksFor");
    QTEST(verdict.outcome == core::Outcome::Deferrable && verdict.permitted, "deferrable");
}

void GrantTest::aGrantSurvivesTheWire()
{
    for (const auto answer : {core::Grant::Answer::Open, core::Grant::Answer::Granted, core::Grant::Answer::Denied}) {
        const core::Grant grant = grantOf(GrantKind::MoreDeferred, 3, answer);
        const auto back = core::Grant::fromJson(grant.toJson());
        QVERIFY(back);
        QCOMPARE(*back, grant);
    }
}

void GrantTest::brokenGrants_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("no id") << u"id"_s << QJsonValue();
    QTest::newRow("no case") << u"caseId"_s << QJsonValue(u""_s);
    QTest::newRow("unknown kind") << u"kind"_s << QJsonValue(u"everything"_s);
    QTest::newRow("no reason") << u"reason"_s << QJsonValue(u"  "_s);
    QTest::newRow("how many") << u"materials"_s << QJsonValue(0);
    QTest::newRow("answer") << u"answer"_s << QJsonValue(u"perhaps"_s);
}

void GrantTest::brokenGrants()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QJsonObject json = grantOf(GrantKind::MoreDeferred, 2, core::Grant::Answer::Open).toJson();
    json[field] = value;
    const auto grant = core::Grant::fromJson(json);
    QVERIFY(!grant);
    QCOMPARE(grant.error().facts.value(0), u'/' + field);
}

void GrantTest::heldPapers_data()
{
    QTest::addColumn<MaterialStatus>("status");
    QTest::addColumn<bool>("held");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<bool>("needsReason");
    QTest::newRow("brought, not held") << MaterialStatus::Present << false << u""_s << false;
    QTest::newRow("brought though held") << MaterialStatus::Present << true << u""_s << true;
    QTest::newRow("brought though held, with a reason") << MaterialStatus::Present << true << u"内容有变化"_s << false;
    QTest::newRow("a blank is no reason") << MaterialStatus::Present << true << u" "_s << true;
    QTest::newRow("asked for though held") << MaterialStatus::Missing << true << u""_s << true;
    QTest::newRow("falls short though held") << MaterialStatus::Wrong << true << u""_s << true;
    QTest::newRow("used") << MaterialStatus::Reused << true << u""_s << false;
    QTest::newRow("e-licence used") << MaterialStatus::ELicence << true << u""_s << false;
    QTest::newRow("missing, not held") << MaterialStatus::Missing << false << u""_s << false;
}

void GrantTest::heldPapers()
{
    QFETCH(MaterialStatus, status);
    QFETCH(bool, held);
    QFETCH(QString, reason);
    core::MaterialRequirement material{u"a"_s, u"营业执照"_s};
    material.licence = u"business-licence"_s;
    core::DraftMaterial given;
    given.status = status;
    given.askedBecause = reason;
    QList<core::Holding> holdings;
    if (held)
        holdings.append({core::Holding::Source::Licence, u"business-licence"_s, u"营业执照"_s, u"9199"_s, Today.addYears(-1)});
    const QStringList codes = core::askedWithoutReason({material}, {{u"a"_s, given}}, holdings, Today);
    QTEST(!codes.isEmpty(), "needsReason");
}

void GrantTest::originals_data()
{
    using Form = core::MaterialForm;
    QTest::addColumn<QList<core::MaterialRecord>>("materials");
    QTest::addColumn<QStringList>("gone");
    QTest::addColumn<QString>("leaves");
    const QList<core::MaterialRecord> two{brought(u"a"_s, Form::Original, MaterialStatus::Present, 2),
                                          brought(u"b"_s, Form::Original, MaterialStatus::Present)};
    QTest::newRow("both") << two << QStringList{} << u"a2 b1"_s;
    QTest::newRow("one left before") << two << QStringList{u"a"_s} << u"b1"_s;
    QTest::newRow("all left before") << two << QStringList{u"a"_s, u"b"_s} << u""_s;
    QTest::newRow("copies stay") << QList{brought(u"a"_s, Form::Copy, MaterialStatus::Present)} << QStringList{} << u""_s;
    QTest::newRow("electronic") << QList{brought(u"a"_s, Form::Electronic, MaterialStatus::Present)} << QStringList{} << u""_s;
    QTest::newRow("reused") << QList{brought(u"a"_s, Form::Original, MaterialStatus::Reused)} << QStringList{} << u""_s;
    QTest::newRow("missing") << QList{brought(u"a"_s, Form::Original, MaterialStatus::Missing)} << QStringList{} << u""_s;
}

void GrantTest::originals()
{
    QFETCH(QList<core::MaterialRecord>, materials);
    QFETCH(QStringList, gone);
    core::CaseRecord record;
    record.id = u"c"_s;
    record.number = u"N1"_s;
    const core::TransferEntry entry = core::transferOf(record, materials, gone);
    QStringList leaves;
    for (const auto& original : entry.originals)
        leaves.append(original.code + QString::number(original.count));
    QTEST(leaves.join(u' '), "leaves");
    QCOMPARE(entry.number, u"N1"_s);
}

void GrantTest::aListSurvivesTheWire()
{
    core::Transfer list;
    list.id = u"t"_s;
    list.number = u"JJ03"_s;
    list.hall = {u"9901"_s, u"样例大厅"_s};
    list.window = {u"03"_s, u"3号综合窗口"_s};
    list.clerk = {u"001"_s, u"演练员甲"_s};
    list.department = u"样例局"_s;
    list.at = QDateTime(Today, QTime(17, 0), Qt::OffsetFromUTC, 8 * 3600);
    list.entries = {{u"c"_s, u"N1"_s, u"样例事项"_s, {{u"a"_s, u"甲"_s, 2}, {u"b"_s, u"乙"_s, 1}}}};
    const auto back = core::Transfer::fromJson(list.toJson());
    QVERIFY(back);
    QCOMPARE(*back, list);
    QCOMPARE(back->originalCount(), 3);
    for (const QString& field : {u"id"_s, u"number"_s, u"department"_s, u"at"_s, u"entries"_s, u"window"_s, u"clerk"_s}) {
        QJsonObject json = list.toJson();
        json.remove(field);
        const auto broken = core::Transfer::fromJson(json);
        QVERIFY2(!broken, qPrintable(field));
        QCOMPARE(broken.error().facts.value(0), u'/' + field);
    }
}

void GrantTest::deliveryIsOnTheRecord()
{
    core::CaseRecord record;
    record.id = u"c"_s;
    record.number = u"N1"_s;
    record.state = core::CaseState::Decided;
    core::ActRecord act;
    act.id = u"act"_s;
    act.caseId = u"c"_s;
    act.act = core::CaseAct::Deliver;
    act.recipient = u"EMS 1234567890"_s;
    act.byPost = true;
    act.window = {u"05"_s, u"5号综合窗口"_s};
    act.clerk = {u"002"_s, u"演练员乙"_s};
    act.at = QDateTime(Today, QTime(10, 0), Qt::OffsetFromUTC, 8 * 3600);
    const auto after = core::applyAct(record, act);
    QVERIFY(after && after->delivery);
    QCOMPARE(after->delivery->recipient, act.recipient);
    QVERIFY(after->delivery->byPost);
    QCOMPARE(after->delivery->clerk, act.clerk); // who handed it out, not who took it in
    const auto papers = core::reprintable(*after);
    QCOMPARE(papers.size(), 1);
    QCOMPARE(papers.constFirst().kind, core::PaperKind::DeliveryReceipt);
}

void GrantTest::procedures_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("procedure");
    QTest::addColumn<int>("days");
    QTest::newRow("a space") << u"专家评审 10"_s << u"专家评审"_s << 10;
    QTest::newRow("none") << u"听证15"_s << u"听证"_s << 15;
    QTest::newRow("in full") << u" 检验，20个工作日 "_s << u"检验"_s << 20;
    QTest::newRow("days") << u"检测 5天"_s << u"检测"_s << 5;
    QTest::newRow("no days") << u"专家评审"_s << u""_s << 0;
    QTest::newRow("no procedure") << u"10"_s << u""_s << 0;
    QTest::newRow("nothing") << u""_s << u""_s << 0;
    QTest::newRow("no time at all") << u"听证 0"_s << u""_s << 0;
    QTest::newRow("years") << u"听证 1000"_s << u""_s << 0;
    QTest::newRow("something else") << u"听证 10 次会议"_s << u""_s << 0;
}

void GrantTest::procedures()
{
    QFETCH(QString, words);
    const auto time = core::procedureFrom(words).value_or(core::ProcedureTime{u""_s, 0});
    QTEST(time.procedure, "procedure");
    QTEST(time.days, "days");
}

QTEST_GUILESS_MAIN(GrantTest)
#include "granttest.moc"
