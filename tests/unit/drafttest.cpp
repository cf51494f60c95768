// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/actbuilder.h"
#include "app/core/handover.h"
#include "app/core/stacksorter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using core::CaseAct;
using core::MaterialStatus;

namespace {

const core::CaseSetting Setting{{u"9901"_s, u"样例大厅"_s}, {u"05"_s, u"5号窗口"_s}, {u"002"_s, u"乙"_s}, u"OTHER"_s};
const QDateTime Taken(QDate(2026, 11, 2), QTime(9, 0));
const QDateTime Later(QDate(2026, 11, 9), QTime(10, 0));

core::ServiceItem item()
{
    core::ServiceItem result;
    result.materials = {{u"k"_s, u"申请书"_s}};
    result.scenarios = {{u"all"_s, u"全部"_s, {u"k"_s}}};
    return result;
}

} // namespace

/// An intake before it is a case.
class DraftTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoCheckedAScanStands();
    void whatWasParkedIsTakenInToday();
    void anotherApplicantBringsTheirOwn();
    void aVisitBegunBeforeGoesOn();
    void aVisitInTwoPlacesIsOne();
};

void DraftTest::whoCheckedAScanStands()
{
    const core::Verification first{{u"001"_s, u"甲"_s}, {u"03"_s, u"3号窗口"_s}, Taken};
    core::DraftMaterial scan{MaterialStatus::Present, {{QString(64, u'a'), 10, u"image/jpeg"_s}}, {}};
    scan.verified = first;
    core::IntakeDraft draft;
    draft.caseId = u"c2"_s;
    draft.scenarioCode = u"all"_s;
    draft.materials[u"k"_s] = scan;
    draft = core::IntakeDraft::fromJson(draft.toJson());
    const auto record = core::buildRecord(draft, item(), {}, CaseAct::Receive, {Later, false}, Setting); // by somebody else
    QVERIFY(record);
    QCOMPARE(record->materials[0].verified, first);
    scan.pages.clear(); // nothing is left that was checked
    QVERIFY(!core::verificationOf(scan));
}

void DraftTest::anotherApplicantBringsTheirOwn()
{
    core::IntakeDraft draft;
    QVERIFY(!core::holdsSomebodys(draft));
    draft.materials[u"k"_s] = {MaterialStatus::Present, {{QString(64, u'a'), 10, u"image/jpeg"_s}}, {}};
    QVERIFY(!core::holdsSomebodys(draft)); // a scan is on the desk
    draft.materials[u"s1"_s] = {MaterialStatus::ELicence, {}, {}, u"L1"_s};
    draft.takenFor = {core::CertificateType::Passport, u"E1"_s};
    QVERIFY(core::holdsSomebodys(draft));
    draft.commitmentAgreed = true;
    draft.prefiling = u"p"_s;
    draft.grants = {core::Grant()};
    QCOMPARE(core::IntakeDraft::fromJson(draft.toJson()).takenFor, draft.takenFor);
    core::forgetHolder(draft);
    QCOMPARE(draft.materials.keys(), QStringList{u"k"_s});
    QVERIFY(!core::holdsSomebodys(draft));
}

/// A part of it came at another window meanwhile.
void DraftTest::aVisitBegunBeforeGoesOn()
{
    const QList<core::PageRef> mine{{QString(64, u'a'), 10, u"image/jpeg"_s}};
    const QList<core::PageRef> theirs{{QString(64, u'b'), 10, u"image/jpeg"_s}};
    core::CaseRecord record;
    record.id = u"c1"_s;
    record.state = core::CaseState::AcceptedDeferred;
    record.materials = {{u"s1"_s, u"制度"_s}, {u"s2"_s, u"证明"_s}, {u"s3"_s, u"合同"_s}};
    for (const core::MaterialRecord& material : std::as_const(record.materials))
        record.deferred.append({material.code, material.name, core::MaterialForm::Original, QDate(2026, 12, 1)});
    core::IntakeDraft draft = core::draftToGoOn(record);
    for (const QString& code : {u"s1"_s, u"s2"_s})
        draft.materials[code] = {MaterialStatus::Present, mine, {}};
    QCOMPARE(core::renewed(draft, record), draft);
    core::CaseRecord later = record;
    ++later.version;
    later.applicant.name = u"王样例甲"_s; // corrected
    for (const int index : {1, 2}) {
        later.materials[index].status = MaterialStatus::Present;
        later.materials[index].pages = theirs;
    }
    later.deferred = {later.deferred.constFirst()};
    const core::IntakeDraft now = core::renewed(draft, later);
    QCOMPARE(now.base, std::optional(later));
    QCOMPARE(now.applicant.name, later.applicant.name);
    QCOMPARE(now.materials[u"s1"_s].pages, mine); // still owed
    QCOMPARE(now.materials[u"s2"_s].pages, theirs);
    QCOMPARE(now.materials[core::UnsortedMaterial].pages, mine); // seen, and not lost
    QCOMPARE(now.materials[u"s3"_s].pages, theirs);
    draft.base.reset(); // what the case was before it was one
    QCOMPARE(core::renewed(draft, record), core::draftToGoOn(record));
}

void DraftTest::aVisitInTwoPlacesIsOne()
{
    const auto page = [](QChar name) { return core::PageRef{QString(64, name), 10, u"image/jpeg"_s}; };
    core::IntakeDraft here;
    here.caseId = u"c2"_s;
    here.applicant.name = u"王样例"_s;
    here.materials[u"k"_s] = {MaterialStatus::Present, {page(u'a')}, {}};
    here.edited[page(u'a').sha256].original = page(u'o');
    here.materials[u"s1"_s] = {MaterialStatus::Reused, {page(u'r')}, {}, u"N1"_s};
    core::IntakeDraft other = here;
    other.applicant.name = u"王"_s;
    other.edited.clear();
    other.materials[u"k"_s].pages = {page(u'o'), page(u'b')};
    other.materials[u"s1"_s] = {MaterialStatus::Present, {page(u'c')}, {}};
    other.materials[u"s2"_s] = {MaterialStatus::Present, {page(u'd')}, {}};
    const core::IntakeDraft both = core::joined(here, other);
    QCOMPARE(both.applicant.name, here.applicant.name); // typed since
    QCOMPARE(both.materials[u"k"_s].pages, (QList{page(u'a'), page(u'b')}));
    QCOMPARE(both.materials[u"s1"_s], here.materials[u"s1"_s]);
    QCOMPARE(both.materials[core::UnsortedMaterial].pages, QList{page(u'c')});
    QCOMPARE(both.materials[u"s2"_s].pages, QList{page(u'd')});
    QCOMPARE(core::joined(both, other), both);
    core::CaseRecord record;
    record.id = u"c2"_s;
    other = core::draftToGoOn(record);
    QCOMPARE(core::joined(here, other).base, other.base); // it is a case by now
    QCOMPARE(core::joined(here, other).materials[u"k"_s].pages, QList{page(u'a')});
}

void DraftTest::whatWasParkedIsTakenInToday()
{
    core::IntakeDraft draft;
    draft.caseId = u"c2"_s;
    draft.scenarioCode = u"all"_s;
    const auto received = [&] { return core::buildRecord(draft, item(), {}, CaseAct::Receive, {Later, false}, Setting)->receivedAt; };
    draft.receivedAt = Later.addSecs(-1800);
    QCOMPARE(received(), draft.receivedAt);
    draft.receivedAt = Taken; // a week ago; the papers went home with the applicant
    QCOMPARE(received(), Later);
}

QTEST_GUILESS_MAIN(DraftTest)
#include "drafttest.moc"
