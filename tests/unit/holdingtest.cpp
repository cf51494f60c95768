// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/holding.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Holding;

namespace {

const QDate Today(2026, 11, 26);

core::MaterialRequirement requirement(const QString& licence, int validDays)
{
    core::MaterialRequirement result;
    result.code = u"m"_s;
    result.name = u"营业执照"_s;
    result.licence = licence;
    result.validDays = validDays;
    return result;
}

Holding held(Holding::Source source, const QString& reference, const QDate& since, std::optional<QDate> until = {})
{
    return {source, source == Holding::Source::Licence ? u"bl"_s : QString(), u"营业执照"_s, reference, since, until, {}};
}

} // namespace

/// What need not be brought twice.
class HoldingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offers_data();
    void offers();
    void answerOfTheBackOffice();
    void whatACaseBrought();
};

void HoldingTest::offers_data()
{
    using S = Holding::Source;
    QTest::addColumn<core::MaterialRequirement>("wanted");
    QTest::addColumn<QList<Holding>>("holdings");
    QTest::addColumn<QString>("reference"); // empty: nothing stands in
    const QDate day(2026, 11, 1);
    QTest::newRow("nothing held") << requirement(u"bl"_s, 30) << QList<Holding>{} << QString();
    QTest::newRow("licence") << requirement(u"bl"_s, 0) << QList{held(S::Licence, u"L"_s, day)} << u"L"_s;
    QTest::newRow("licence of another kind") << requirement(u"other"_s, 0) << QList{held(S::Licence, u"L"_s, day)} << QString();
    QTest::newRow("no licence stands in") << requirement({}, 0) << QList{held(S::Licence, u"L"_s, day)} << QString();
    QTest::newRow("licence on its last day") << requirement(u"bl"_s, 0) << QList{held(S::Licence, u"L"_s, day, Today)} << u"L"_s;
    QTest::newRow("licence that ended") << requirement(u"bl"_s, 0) << QList{held(S::Licence, u"L"_s, day, Today.addDays(-1))} << QString();
    QTest::newRow("earlier case") << requirement({}, 25) << QList{held(S::Case, u"C"_s, day)} << u"C"_s;
    QTest::newRow("earlier case, too old") << requirement({}, 24) << QList{held(S::Case, u"C"_s, day)} << QString();
    QTest::newRow("earlier case, never used again") << requirement({}, 0) << QList{held(S::Case, u"C"_s, Today)} << QString();
    QTest::newRow("same visit needs no permission") << requirement({}, 0) << QList{held(S::Visit, u"V"_s, Today)} << u"V"_s;
    QTest::newRow("order") << requirement(u"bl"_s, 99)
                           << QList{held(S::Licence, u"L"_s, Today), held(S::Case, u"C"_s, day), held(S::Visit, u"V"_s, day)} << u"V"_s;
    QTest::newRow("case before licence") << requirement(u"bl"_s, 99) << QList{held(S::Licence, u"L"_s, Today), held(S::Case, u"C"_s, day)}
                                         << u"C"_s;
    QTest::newRow("the newest") << requirement({}, 99)
                                << QList{held(S::Case, u"C1"_s, day), held(S::Case, u"C2"_s, day.addDays(3)),
                                         held(S::Case, u"C3"_s, day.addDays(1))}
                                << u"C2"_s;
}

void HoldingTest::offers()
{
    QFETCH(core::MaterialRequirement, wanted);
    QFETCH(QList<Holding>, holdings);
    QFETCH(QString, reference);
    const auto offer = core::offerFor(wanted, holdings, Today);
    QCOMPARE(offer.has_value(), !reference.isEmpty());
    if (offer)
        QCOMPARE(offer->reference, reference);
}

void HoldingTest::answerOfTheBackOffice()
{
    const QJsonArray pages{QJsonObject{{u"sha256"_s, QString(64, u'a')}, {u"bytes"_s, 5}, {u"mediaType"_s, u"image/jpeg"_s}}};
    const QJsonObject json{{u"openCases"_s, QJsonArray{QJsonObject{{u"item"_s, QJsonObject{{u"code"_s, u"I"_s}, {u"name"_s, u"事"_s}}},
                                                                   {u"number"_s, u"N1"_s},
                                                                   {u"state"_s, u"in-review"_s}}}},
                           {u"held"_s, QJsonArray{QJsonObject{{u"name"_s, u"身份证明"_s},
                                                              {u"caseNumber"_s, u"N0"_s},
                                                              {u"capturedAt"_s, u"2026-11-01T23:30:00+08:00"_s},
                                                              {u"pages"_s, pages}}}},
                           {u"licences"_s, QJsonArray{QJsonObject{{u"kind"_s, u"bl"_s},
                                                                  {u"name"_s, u"营业执照"_s},
                                                                  {u"number"_s, u"L1"_s},
                                                                  {u"issuedOn"_s, u"2021-01-02"_s},
                                                                  {u"validUntil"_s, u"2031-01-01"_s}}}},
                           {u"credit"_s, QJsonObject{{u"barred"_s, true}}}};
    const core::Certificate holder{core::CertificateType::CitizenId, u"1"_s};
    const core::HolderFindings findings = core::HolderFindings::fromJson(holder, json);
    QCOMPARE(findings.holder, holder);
    QVERIFY(findings.barred);
    QCOMPARE(findings.holdings.size(), 2);
    QCOMPARE(findings.holdings[0].since, QDate(2026, 11, 1));
    QCOMPARE(findings.holdings[0].pages.size(), 1);
    QCOMPARE(findings.holdings[1].validUntil, QDate(2031, 1, 1));
    QVERIFY(findings.openCaseOf(u"I"_s));
    QCOMPARE(findings.openCaseOf(u"I"_s)->state, core::CaseState::InReview);
    QVERIFY(!findings.openCaseOf(u"J"_s));
    QCOMPARE(core::HolderFindings::fromJson(holder, {}).holdings.size(), 0); // an answer that says nothing
}

void HoldingTest::whatACaseBrought()
{
    core::CaseRecord record;
    record.number = u"N9"_s;
    record.receivedAt = QDateTime(Today, QTime(9, 0), Qt::OffsetFromUTC, 8 * 3600);
    const core::PageRef page{QString(64, u'b'), 7, u"image/png"_s};
    record.materials = {{u"a"_s, u"申请书"_s, core::MaterialForm::Original, 1, core::MaterialStatus::Present, {page}},
                        {u"b"_s, u"看过"_s, core::MaterialForm::Original, 1, core::MaterialStatus::Present},
                        {u"c"_s, u"没有"_s}};
    const auto brought = core::holdingsOf(record);
    QCOMPARE(brought.size(), 1); // what was only seen cannot be shown again
    QCOMPARE(brought[0].name, u"申请书"_s);
    QCOMPARE(brought[0].reference, u"N9"_s);
    QCOMPARE(brought[0].pages, QList{page});
}

QTEST_GUILESS_MAIN(HoldingTest)
#include "holdingtest.moc"
