// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// Questions that lead to a scenario, the code on a checklist, and enquiries, by the training hall's items.

#include "app/core/enquiry.h"
#include "app/core/guidecode.h"
#include "app/core/questionpath.h"
#include "app/training/traininghall.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
const QString Food = u"99000000002W00014"_s;    // two levels
const QString Estate = u"99000000003W00021"_s;  // two levels
const QString Subsidy = u"99000000005W00035"_s; // none of its own
const QString Remote = u"99000000032W00224"_s;  // one scenario
} // namespace

class GuideTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answersNarrowTheScenario_data();
    void answersNarrowTheScenario();
    void materialsFollow();
    void itemsHaveGuides();
    void codes_data();
    void codes();
    void remarks_data();
    void remarks();
    void enquiriesComeBack();

private:
    std::optional<core::Catalogue> m_catalogue;
};

void GuideTest::initTestCase()
{
    const auto read = core::Catalogue::fromJson(QJsonDocument::fromJson(training::hallCatalogue()).object());
    QVERIFY(read);
    m_catalogue = *read;
}

void GuideTest::answersNarrowTheScenario_data()
{
    QTest::addColumn<QString>("item");
    QTest::addColumn<QList<int>>("answers");
    QTest::addColumn<QStringList>("scenarios");
    QTest::addColumn<bool>("open");
    QTest::addColumn<int>("given");
    const auto row = [](const char* name, const QString& item, const QList<int>& answers, const QStringList& scenarios, bool open,
                        int given) { QTest::newRow(name) << item << answers << scenarios << open << given; };
    row("nothing answered", Food, {}, {u"catering"_s, u"retail"_s, u"renew"_s}, true, 0);
    row("first time", Food, {0}, {u"catering"_s, u"retail"_s}, true, 1);
    row("renewal, at once", Food, {1}, {u"renew"_s}, false, 1);
    row("catering", Food, {0, 0}, {u"catering"_s}, false, 2);
    row("retail", Food, {0, 1}, {u"retail"_s}, false, 2);
    row("no such answer", Food, {0, 5}, {u"catering"_s, u"retail"_s}, true, 1);
    row("before the first", Food, {-1}, {u"catering"_s, u"retail"_s, u"renew"_s}, true, 0);
    row("more answers than questions", Food, {1, 0}, {u"renew"_s}, false, 1);
    row("gift", Estate, {1}, {u"gift"_s}, false, 1);
    row("bought", Estate, {0}, {u"sale"_s, u"land"_s}, true, 1);
    row("land not paid", Estate, {0, 1}, {u"land"_s}, false, 2);
    row("asked by its scenarios", Subsidy, {}, {u"first"_s, u"renew"_s}, true, 0);
    row("chosen by its scenarios", Subsidy, {1}, {u"renew"_s}, false, 1);
    row("nothing to ask", Remote, {}, {u"new"_s}, false, 0);
}

void GuideTest::answersNarrowTheScenario()
{
    QFETCH(QString, item);
    QFETCH(QList<int>, answers);
    QFETCH(QStringList, scenarios);
    QFETCH(bool, open);
    QFETCH(int, given);
    const core::QuestionPath path = core::pathOf(*m_catalogue->item(item), answers);
    QCOMPARE(path.scenarios, scenarios);
    QCOMPARE(path.open.has_value(), open);
    QCOMPARE(path.given.size(), given);
    QCOMPARE(path.decided(), scenarios.size() == 1 ? scenarios[0] : QString());
}

void GuideTest::materialsFollow()
{
    const core::ServiceItem& food = *m_catalogue->item(Food);
    const auto codes = [&](const QStringList& scenarios, bool always) {
        QStringList list;
        for (const core::GuideMaterial& material : core::materialsOf(food, scenarios)) {
            if (material.always == always)
                list.append(material.requirement.code);
        }
        return list;
    };
    QCOMPARE(codes({u"catering"_s, u"retail"_s, u"renew"_s}, true), QStringList({u"app"_s, u"lic"_s}));
    QCOMPARE(codes({u"catering"_s, u"retail"_s, u"renew"_s}, false), QStringList({u"rep"_s, u"plan"_s, u"rules"_s, u"health"_s}));
    QCOMPARE(codes({u"catering"_s, u"retail"_s}, false), QStringList{u"health"_s});
    QCOMPARE(codes({u"renew"_s}, true), QStringList({u"app"_s, u"lic"_s}));
    QVERIFY(codes({u"renew"_s}, false).isEmpty());
}

void GuideTest::itemsHaveGuides()
{
    int whole = 0;
    int twoLevels = 0;
    for (const core::ServiceItem& item : m_catalogue->items()) {
        whole += !item.conditions.isEmpty() && !item.legalBasis.isEmpty() && !item.flow.isEmpty() && !item.faq.isEmpty() ? 1 : 0;
        twoLevels += item.questions.size() > 1 ? 1 : 0;
    }
    QVERIFY(whole >= 6);
    QCOMPARE(twoLevels, 2);
    QVERIFY(!m_catalogue->item(Food)->material(u"app"_s)->blankForm.isEmpty());
    QVERIFY(!m_catalogue->item(Food)->material(u"app"_s)->sample.isEmpty());
}

void GuideTest::codes_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("scenario"); // empty: it is no code
    QTest::newRow("as printed") << QString(Food + u"#catering"_s) << u"catering"_s;
    QTest::newRow("small letters") << u"99000000002w00014#renew"_s << u"renew"_s;
    QTest::newRow("capitals, spaces") << u" 99000000002W00014 # RETAIL "_s << u"retail"_s;
    QTest::newRow("full width") << u"99000000002W00014＃retail"_s << u"retail"_s;
    QTest::newRow("no scenario") << u"99000000002W00014#"_s << QString();
    QTest::newRow("another item's scenario") << u"99000000002W00014#gift"_s << QString();
    QTest::newRow("no item") << u"#catering"_s << QString();
    QTest::newRow("the item alone") << Food << QString();
    QTest::newRow("words") << u"食品经营"_s << QString();
}

void GuideTest::codes()
{
    QFETCH(QString, typed);
    QFETCH(QString, scenario);
    const auto target = core::guideTarget(*m_catalogue, typed);
    QCOMPARE(target.has_value(), !scenario.isEmpty());
    if (target) {
        QCOMPARE(target->item->code, Food);
        QCOMPARE(target->scenario->code, scenario);
        QCOMPARE(core::guideTarget(*m_catalogue, core::guideCode(*target->item, *target->scenario))->scenario, target->scenario);
    }
}

void GuideTest::remarks_data()
{
    QTest::addColumn<QString>("remark");
    QTest::addColumn<bool>("names");
    QTest::newRow("none") << QString() << false;
    QTest::newRow("words") << u"问了3号柜、第14条和2026-11-24以前的规定"_s << false;
    QTest::newRow("mobile") << u"回电19900000001"_s << true;
    QTest::newRow("in groups") << u"199 0000 0001"_s << true;
    QTest::newRow("with dashes") << u"199-0000-0001"_s << true;
    QTest::newRow("full width") << u"１９９００００００１１"_s << true;
    QTest::newRow("certificate") << u"11010519491231002X"_s << true;
}

void GuideTest::remarks()
{
    QFETCH(QString, remark);
    QFETCH(bool, names);
    QCOMPARE(core::namesSomebody(remark), names);
    core::Enquiry enquiry{u"e"_s, {Food, u"食品经营许可证核发"_s}};
    enquiry.at = QDateTime(QDate(2026, 11, 24), QTime(9, 0));
    enquiry.remark = remark;
    QCOMPARE(core::Enquiry::fromJson(enquiry.toJson()).has_value(), !names);
}

void GuideTest::enquiriesComeBack()
{
    core::Enquiry enquiry{u"e"_s, {Food, u"食品经营许可证核发"_s}, {u"retail"_s, u"新办 · 食品销售"_s}, true, u"只问了样表"_s};
    enquiry.at = QDateTime(QDate(2026, 11, 24), QTime(9, 0), Qt::OffsetFromUTC, 8 * 3600);
    enquiry.offline = true;
    enquiry.window = u"03"_s;
    enquiry.clerk = u"001"_s;
    QCOMPARE(core::Enquiry::fromJson(enquiry.toJson()).value_or(core::Enquiry()), enquiry);
    for (const QString& field : {u"id"_s, u"item"_s, u"at"_s}) {
        QJsonObject json = enquiry.toJson();
        json.remove(field);
        const auto read = core::Enquiry::fromJson(json);
        QVERIFY(!read);
        QCOMPARE(read.error().facts, QStringList{u'/' + field});
    }
    enquiry.remark = QString(core::LongestRemark + 1, u'问');
    QCOMPARE(core::Enquiry::fromJson(enquiry.toJson()).error().facts, QStringList{u"/remark"_s});
}

QTEST_GUILESS_MAIN(GuideTest)
#include "guidetest.moc"
