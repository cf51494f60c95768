// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// A catalogue that breaks a rule of the domain is not taken in, so that no rule need be asked again at the window.

#include "app/core/catalogue.h"
#include "app/core/itemindex.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

class CatalogueRuleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsTheRules_data();
    void holdsTheRules();
    void forbiddenNames_data();
    void forbiddenNames();
    void rareCharacters_data();
    void rareCharacters();
};

namespace {

QJsonObject catalogueItem()
{
    const QJsonObject key{{u"code"_s, u"k"_s}, {u"name"_s, u"申请书"_s}, {u"key"_s, true}, {u"form"_s, u"original"_s}, {u"count"_s, 1}};
    const QJsonObject scenario{{u"code"_s, u"all"_s}, {u"name"_s, u"全部"_s}, {u"materials"_s, QJsonArray{u"k"_s}}};
    QJsonObject json{{u"statutoryDays"_s, 20}, {u"promisedDays"_s, 10}, {u"deferral"_s, QJsonObject{{u"maxMaterials"_s, 0}}}};
    for (const QString& word : {u"code"_s, u"name"_s, u"department"_s, u"fee"_s, u"ticketClass"_s})
        json[word] = u"样例"_s;
    json[u"clockStart"_s] = u"acceptance"_s;
    json[u"silence"_s] = u"none"_s;
    json[u"applicantKinds"_s] = QJsonArray{u"person"_s};
    json[u"materials"_s] = QJsonArray{key};
    json[u"scenarios"_s] = QJsonArray{scenario};
    return json;
}

QJsonObject catalogueOf(const QJsonObject& item)
{
    QJsonObject hall;
    for (const QString& word : {u"code"_s, u"name"_s, u"organ"_s, u"phone"_s, u"complaintPhone"_s, u"address"_s, u"queryUrl"_s})
        hall[word] = u"样例"_s;
    QJsonObject settings;
    for (const QString& number : {u"noShowMinimumSeconds"_s, u"noShowMinimumCalls"_s, u"offlineSignInHours"_s, u"oneTimeNoticeDays"_s})
        settings[number] = 5;
    return {{u"version"_s, u"1"_s}, {u"hall"_s, hall}, {u"settings"_s, settings}, {u"items"_s, QJsonArray{item}}};
}

} // namespace

void CatalogueRuleTest::holdsTheRules_data()
{
    QTest::addColumn<QJsonObject>("patch");
    QTest::addColumn<QStringList>("faults");
    const auto row = [](const char* name, const QJsonObject& patch, const QStringList& faults = {}) {
        QTest::newRow(name) << patch << faults;
    };
    const auto deferral = [](const QString& onExpiry) {
        return QJsonObject{
            {u"maxMaterials"_s, 1}, {u"limitDays"_s, 5}, {u"shorterThanPromisedBy"_s, 2}, {u"capDays"_s, 20}, {u"onExpiry"_s, onExpiry}};
    };
    const auto materials = [](QJsonObject change) {
        QJsonObject one = catalogueItem()[u"materials"_s][0].toObject();
        for (auto it = change.begin(); it != change.end(); ++it)
            one[it.key()] = it.value();
        return QJsonObject{{u"materials"_s, QJsonArray{one}}};
    };
    row("sound", {});
    row("code of 31 digits", {{u"code"_s, QString(31, u'1')}});
    row("code of 64 characters", {{u"code"_s, QString(64, u'a')}});
    row("promised limit is the law's", {{u"promisedDays"_s, 20}});
    row("instant", {{u"instant"_s, true}});
    row("instant with deferral", {{u"instant"_s, true}, {u"deferral"_s, deferral(u"return"_s)}},
        {u"/items/0/deferral catalogue.instant-deferral"_s});
    row("secondary may be deferred", materials({{u"key"_s, false}, {u"deferrable"_s, true}}));
    row("key may not", materials({{u"deferrable"_s, true}}), {u"/items/0/materials/0/deferrable catalogue.key-deferrable"_s});
    row("no such form", materials({{u"form"_s, u"fax"_s}}), {u"/items/0/materials/0/form catalogue.value"_s});
    for (const QString& silence : {u"licence-5-days"_s, u"on-the-spot"_s, u"none"_s})
        row(qPrintable(u"silence: "_s + silence), {{u"silence"_s, silence}});
    row("clock by the supplement", {{u"clockStart"_s, u"supplement-complete"_s}});
    row("no such clock", {{u"clockStart"_s, u"receipt"_s}}, {u"/items/0/clockStart catalogue.value"_s});
    row("late: return", {{u"deferral"_s, deferral(u"return"_s)}});
    row("late: terminate", {{u"deferral"_s, deferral(u"terminate"_s)}});
    row("late: suspend for how long", {{u"deferral"_s, deferral(u"suspend-then-return"_s)}},
        {u"/items/0/deferral/suspendDays catalogue.number"_s});
    row("late: nothing", {{u"deferral"_s, deferral(u"forget"_s)}}, {u"/items/0/deferral/onExpiry catalogue.value"_s});
    const auto question = [](const QJsonArray& answers) {
        return QJsonObject{
            {u"questions"_s, QJsonArray{QJsonObject{{u"code"_s, u"q"_s}, {u"text"_s, u"哪一种？"_s}, {u"answers"_s, answers}}}}};
    };
    const auto answer = [](const QString& kind, const QString& to) { return QJsonObject{{u"text"_s, u"这种"_s}, {kind, to}}; };
    row("guide", {{u"conditions"_s, QJsonArray{u"成年"_s}},
                  {u"legalBasis"_s, QJsonArray()},
                  {u"flow"_s, QJsonArray{u"收件"_s, u"办结"_s}},
                  {u"faq"_s, QJsonArray{QJsonObject{{u"question"_s, u"要钱吗？"_s}, {u"answer"_s, u"不要。"_s}}}}});
    row("conditions are a list", {{u"conditions"_s, u"成年"_s}}, {u"/items/0/conditions catalogue.list"_s});
    row("an empty step", {{u"flow"_s, QJsonArray{u"收件"_s, u" "_s}}}, {u"/items/0/flow/1 catalogue.missing"_s});
    row("law is text", {{u"legalBasis"_s, QJsonArray{7}}}, {u"/items/0/legalBasis/0 catalogue.missing"_s});
    row("a question without its answer", {{u"faq"_s, QJsonArray{QJsonObject{{u"question"_s, u"要钱吗？"_s}}}}},
        {u"/items/0/faq/0/answer catalogue.missing"_s});
    row("where forms are", materials({{u"sample"_s, u"墙上"_s}, {u"blankForm"_s, u"柜里"_s}}));
    row("nowhere", materials({{u"blankForm"_s, QString()}}), {u"/items/0/materials/0/blankForm catalogue.missing"_s});
    row("question", question({answer(u"scenario"_s, u"all"_s)}));
    row("no answers", question({}), {u"/items/0/questions/0/answers catalogue.missing"_s});
    row("another item's scenario", question({answer(u"scenario"_s, u"new"_s)}),
        {u"/items/0/questions/0/answers/0/scenario catalogue.unknown-scenario"_s});
    row("no such question", question({answer(u"next"_s, u"r"_s)}), {u"/items/0/questions/0/answers/0/next catalogue.unknown-question"_s});
    row("leads nowhere", question({QJsonObject{{u"text"_s, u"这种"_s}}}), {u"/items/0/questions/0/answers/0 catalogue.answer-leads"_s});
    row("leads to both", question({QJsonObject{{u"text"_s, u"这种"_s}, {u"scenario"_s, u"all"_s}, {u"next"_s, u"r"_s}}}),
        {u"/items/0/questions/0/answers/0 catalogue.answer-leads"_s, u"/items/0/questions/0/answers/0/next catalogue.unknown-question"_s});
    row("leads back", question({answer(u"next"_s, u"q"_s)}), {u"/items/0/questions/0 catalogue.question-loop"_s});
    QJsonArray ten;
    for (int i = 0; i < 10; ++i)
        ten.append(answer(u"scenario"_s, u"all"_s));
    row("more answers than digits", question(ten), {u"/items/0/questions/0/answers catalogue.too-many-answers"_s});
    row("nobody may apply", {{u"applicantKinds"_s, QJsonArray()}}, {u"/items/0/applicantKinds catalogue.missing"_s});
}

void CatalogueRuleTest::holdsTheRules()
{
    QFETCH(QJsonObject, patch);
    QFETCH(QStringList, faults);
    QJsonObject changed = catalogueItem();
    for (auto it = patch.begin(); it != patch.end(); ++it)
        changed[it.key()] = it.value();
    QStringList found;
    for (const core::CatalogueFault& fault : core::Catalogue::check(catalogueOf(changed)))
        found.append(fault.pointer + u' ' + fault.code);
    QCOMPARE(found, faults);
    QCOMPARE(core::Catalogue::fromJson(catalogueOf(changed)).has_value(), faults.isEmpty());
}

void CatalogueRuleTest::forbiddenNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("warned");
    for (const QString& name : {u"身份证复印件"_s, u"其他材料"_s, u"其它材料"_s, u"法律规定的有关材料"_s, u"相关材料（如有）"_s})
        QTest::newRow(qPrintable(name)) << name << true;
    for (const QString& name : {u"身份证"_s, u"申请书"_s, u"材料清单"_s})
        QTest::newRow(qPrintable(name)) << name << false;
}

void CatalogueRuleTest::forbiddenNames()
{
    QFETCH(QString, name);
    QFETCH(bool, warned);
    const QJsonObject sound{{u"name"_s, u"申请书"_s}};
    const QJsonObject item{{u"materials"_s, QJsonArray{sound, QJsonObject{{u"name"_s, name}}}}};
    const auto warnings = core::Catalogue::warnings({{u"items"_s, QJsonArray{item}}});
    QCOMPARE(warnings.size(), warned ? 1 : 0);
    for (const core::CatalogueFault& warning : warnings)
        QCOMPARE(warning.pointer, u"/items/0/materials/1/name"_s);
}

void CatalogueRuleTest::rareCharacters_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("found");
    QTest::newRow("first") << u"\U0002B626"_s << true;
    QTest::newRow("second") << u"\U00020000"_s << true;
    QTest::newRow("private use") << u"\uE815"_s << true;
    QTest::newRow("together") << u"\U0002B626\U00020000"_s << true;
    QTest::newRow("in another order") << u"\U00020000样\U0002B626"_s << true;
    QTest::newRow("another of the same plane") << u"\U0002B627"_s << false;
}

void CatalogueRuleTest::rareCharacters()
{
    QFETCH(QString, query);
    QFETCH(bool, found);
    QJsonObject item = catalogueItem();
    item[u"name"_s] = u"\U0002B626\U00020000\uE815样例"_s;
    const auto catalogue = core::Catalogue::fromJson(catalogueOf(item));
    QVERIFY(catalogue);
    QCOMPARE(catalogue->items()[0].name, item[u"name"_s].toString());
    QCOMPARE(core::ItemIndex(std::make_shared<const core::Catalogue>(*catalogue)).find(query, 5).size(), found ? 1 : 0);
}

QTEST_GUILESS_MAIN(CatalogueRuleTest)
#include "catalogueruletest.moc"
