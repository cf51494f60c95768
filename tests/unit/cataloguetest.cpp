// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/cataloguetable.h"
#include "app/core/csv.h"
#include "app/core/itemindex.h"
#include "app/training/people.h"
#include "app/training/traininghall.h"

#include "app/core/certificate.h"
#include "app/core/creditcode.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

class CatalogueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void trainingCatalogueIsSound();
    void trainingPeopleAreValid();
    void faults_data();
    void faults();
    void find_data();
    void find();
    void places();
    void csv_data();
    void csv();
    void table();
    void tableFaults_data();
    void tableFaults();

private:
    QJsonObject m_json;
};

void CatalogueTest::initTestCase()
{
    m_json = QJsonDocument::fromJson(training::hallCatalogue()).object();
    QVERIFY(!m_json.isEmpty());
}

void CatalogueTest::trainingCatalogueIsSound()
{
    const auto catalogue = core::Catalogue::fromJson(m_json);
    QVERIFY2(catalogue, qPrintable(catalogue ? QString() : catalogue.error().facts.join(u' ')));
    QVERIFY(catalogue->items().size() >= 40);
    for (const core::ServiceItem& item : catalogue->items()) {
        QVERIFY2(!item.pinyin.isEmpty() && !item.initials.isEmpty(), qPrintable(item.name)); // ships with pinyin
        for (const core::Scenario& scenario : item.scenarios)
            QVERIFY2(!item.materialsOf(scenario.code).isEmpty(), qPrintable(item.name));
    }
}

void CatalogueTest::trainingPeopleAreValid()
{
    const auto people = training::people();
    QCOMPARE(people.size(), 20);
    QSet<int> layouts;
    for (const training::Person& person : people) {
        layouts.insert(int(person.card.layout));
        const bool foreign =
            person.card.layout == devices::CardLayout::Foreigner2017 || person.card.layout == devices::CardLayout::Foreigner2023;
        const core::Certificate certificate{foreign ? core::CertificateType::PermanentResidence : core::CertificateType::CitizenId,
                                            person.card.number};
        QVERIFY2(core::checkedCertificate(certificate, QDate(2026, 1, 1)), qPrintable(person.card.number));
    }
    QCOMPARE(layouts.size(), 4);
    for (const training::Organisation& organisation : training::organisations())
        QVERIFY(core::CreditCode::parse(organisation.creditCode));
}

void CatalogueTest::faults_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QJsonObject>("patch"); // laid over the first item
    const QJsonArray unknown{QJsonObject{{u"code"_s, u"x"_s}, {u"name"_s, u"x"_s}, {u"materials"_s, QJsonArray{u"nowhere"_s}}}};
    QTest::newRow("no name") << u"/items/0/name"_s << u"catalogue.missing"_s << QJsonObject{{u"name"_s, QString()}};
    QTest::newRow("unknown material") << u"/items/0/scenarios/0/materials/0"_s << u"catalogue.unknown-material"_s
                                      << QJsonObject{{u"scenarios"_s, unknown}};
    QTest::newRow("no scenario") << u"/items/0/scenarios"_s << u"catalogue.missing"_s << QJsonObject{{u"scenarios"_s, QJsonArray()}};
    QTest::newRow("negative limit") << u"/items/0/promisedDays"_s << u"catalogue.number"_s << QJsonObject{{u"promisedDays"_s, -1}};
    QTest::newRow("promised beyond law") << u"/items/0/promisedDays"_s << u"catalogue.promised-beyond-statutory"_s
                                         << QJsonObject{{u"promisedDays"_s, 900}};
    QTest::newRow("unknown silence rule") << u"/items/0/silence"_s << u"catalogue.value"_s << QJsonObject{{u"silence"_s, u"loud"_s}};
    QTest::newRow("code too long") << u"/items/0/code"_s << u"catalogue.code-length"_s << QJsonObject{{u"code"_s, QString(65, u'1')}};
}

void CatalogueTest::faults()
{
    QFETCH(QString, pointer);
    QFETCH(QString, code);
    QFETCH(QJsonObject, patch);
    QJsonArray items = m_json[u"items"_s].toArray();
    QJsonObject first = items[0].toObject();
    for (auto it = patch.begin(); it != patch.end(); ++it)
        first[it.key()] = it.value();
    items[0] = first;
    QJsonObject broken = m_json;
    broken[u"items"_s] = items;
    const auto found = core::Catalogue::check(broken);
    QVERIFY(!found.isEmpty());
    QCOMPARE(found.constFirst().pointer, pointer);
    QCOMPARE(found.constFirst().code, code);
    QVERIFY(!core::Catalogue::fromJson(broken));
}

void CatalogueTest::find_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("first");
    QTest::newRow("Chinese") << u"食品经营"_s << u"食品经营许可证核发"_s;
    QTest::newRow("initials") << u"spjy"_s << u"食品经营许可证核发"_s;
    QTest::newRow("pinyin") << u"gongzhang"_s << u"公章刻制备案"_s;
    QTest::newRow("pinyin with spaces") << u"gong zhang"_s << u"公章刻制备案"_s;
    QTest::newRow("second reading of a polyphone") << u"daolujiaotongyunshu"_s << QString();
    QTest::newRow("alias") << u"过户"_s << u"不动产转移登记"_s;
    QTest::newRow("code") << u"99000000010w00070"_s << u"公章刻制备案"_s;
    QTest::newRow("wrong order") << u"经营食品"_s << u"食品经营许可证核发"_s;
    QTest::newRow("nothing") << u"zzzz"_s << QString();
}

void CatalogueTest::find()
{
    QFETCH(QString, query);
    QFETCH(QString, first);
    const auto catalogue = std::make_shared<const core::Catalogue>(*core::Catalogue::fromJson(m_json));
    const core::ItemIndex index(catalogue);
    const auto found = index.find(query, 10);
    QCOMPARE(found.isEmpty() ? QString() : found.constFirst()->name, first);
    QVERIFY(index.find({}, 10).size() == 10);
}

void CatalogueTest::places()
{
    const QByteArray json = "{\n  \"名称\": \"一窗\", \"a/b\": [1, {\"x\": \"q\\\"]\"},\n 3],\n  \"e\": {}\n}";
    const QSet<QString> pointers{u"/a~1b/1/x"_s, u"/a~1b/2"_s, u"/e/missing/too"_s, u"/名称"_s, u"/nowhere"_s};
    const auto places = core::placesIn(json, pointers);
    QCOMPARE(places.value(u"/名称"_s), (core::TextPlace{2, 9}));
    QCOMPARE(places.value(u"/a~1b/1/x"_s), (core::TextPlace{2, 32}));
    QCOMPARE(places.value(u"/a~1b/2"_s), (core::TextPlace{3, 2}));
    QCOMPARE(places.value(u"/e/missing/too"_s), (core::TextPlace{4, 8}));
    QCOMPARE(places.value(u"/nowhere"_s), (core::TextPlace{1, 1}));
    for (qsizetype cut = 0; cut < json.size(); ++cut)
        core::placesIn(json.first(cut), pointers); // comes to an end, whatever is missing
}

void CatalogueTest::csv_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QList<QStringList>>("cells");
    QTest::addColumn<QList<int>>("lines");
    using Cells = QList<QStringList>;
    QTest::newRow("plain") << QByteArray("a,b\nc,d\n") << Cells{{u"a"_s, u"b"_s}, {u"c"_s, u"d"_s}} << QList<int>{1, 2};
    QTest::newRow("Excel's") << QByteArray("\xEF\xBB\xBF"
                                           "a,\"b\"\r\n\r\n,\r\nc,")
                             << Cells{{u"a"_s, u"b"_s}, {u"c"_s, QString()}} << QList<int>{1, 4};
    QTest::newRow("quotations") << QByteArray("\"a \"\"x\"\", y\",\"two\nlines\"\n z ,1")
                                << Cells{{u"a \"x\", y"_s, u"two\nlines"_s}, {u"z"_s, u"1"_s}} << QList<int>{1, 3};
    QTest::newRow("nothing") << QByteArray() << Cells{} << QList<int>{};
}

void CatalogueTest::csv()
{
    QFETCH(QByteArray, file);
    QFETCH(QList<QStringList>, cells);
    QFETCH(QList<int>, lines);
    const auto rows = core::csvRows(file);
    QVERIFY(rows);
    QCOMPARE(rows->size(), cells.size());
    for (qsizetype i = 0; i < cells.size(); ++i) {
        QCOMPARE(rows->at(i).cells, cells[i]);
        QCOMPARE(rows->at(i).line, lines[i]);
    }
}

namespace {
const QByteArray Head =
    "事项编码,事项名称,部门,取号类别,收费,申请人,法定时限,承诺时限,容缺份数,容缺时限,情形,材料编码,材料名称,主件,可容缺,形式,适用情形\n";
const QByteArray First = "A1,开店,市监局,A,不收费,个人；企业,20,10,1,5,new=新办;change=变更,app,申请表,是,否,原件,\n";
} // namespace

void CatalogueTest::table()
{
    const auto table = core::CatalogueTable::read(Head + First + ",,,,,,,,,,,health,健康证明,,是,复印件,new\n" +
                                                  "A2,备案,发改委,B,免费,法人,5,1,,,only=备案,form,备案表,yes,,,\n");
    QVERIFY(table.faults.isEmpty());
    QCOMPARE(table.items.size(), 2);
    QJsonObject catalogue = m_json;
    catalogue[u"items"_s] = table.items;
    catalogue.remove(u"bundles"_s); // of other items
    QCOMPARE(core::Catalogue::check(catalogue).size(), 0);
    const auto read = core::Catalogue::fromJson(catalogue);
    const core::ServiceItem& shop = *read->item(u"A1"_s);
    QCOMPARE(shop.applicantKinds, (QList{core::ApplicantKind::Person, core::ApplicantKind::Organisation}));
    QCOMPARE(shop.deferral.maxMaterials, 1);
    QCOMPARE(shop.scenario(u"new"_s)->materialCodes, (QStringList{u"app"_s, u"health"_s}));
    QCOMPARE(shop.scenario(u"change"_s)->materialCodes, QStringList{u"app"_s});
    QVERIFY(shop.material(u"health"_s)->deferrable && !shop.material(u"health"_s)->key);
    QCOMPARE(shop.material(u"health"_s)->form, core::MaterialForm::Copy);
    QVERIFY(read->item(u"A2"_s)->material(u"form"_s)->key);
    QCOMPARE(table.places.value(u"/items/0/materials/1/form"_s), (core::TextPlace{3, 16}));
    QCOMPARE(table.places.value(u"/items/1/name"_s), (core::TextPlace{4, 2}));
}

void CatalogueTest::tableFaults_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("code");
    QTest::addColumn<core::TextPlace>("place");
    const auto row = [](const char* name, const QByteArray& file, const QString& code, core::TextPlace place) {
        QTest::newRow(name) << file << code << place;
    };
    row("nothing", {}, u"table.no-column"_s, {1, 1});
    row("GBK", Head + QByteArray::fromHex("bfaab5ea") + ",\n", u"table.encoding"_s, {2, 1});
    row("an open quotation", Head + First + "A2,\"开\n,,\n", u"table.quote"_s, {3, 1});
    row("unknown column", "code,price\n" + First, u"table.unknown-column"_s, {1, 2});
    row("a column twice", "code,事项编码\n", u"table.column-twice"_s, {1, 2});
    row("too many cells", Head + First.chopped(1) + ",x,y\n", u"table.too-many-cells"_s, {2, 18});
    row("no item", Head + ",,,,,,,,,,,m,材料,,,,\n", u"table.no-item"_s, {2, 1});
    row("another name", Head + First + "A1,开厂,,,,,,,,,,m,材料,,,,\n", u"table.differs"_s, {3, 2});
    row("neither yes nor no", Head + First + ",,,,,,,,,,,m,材料,也许,,,\n", u"table.flag"_s, {3, 14});
    row("unknown scenario", Head + First + ",,,,,,,,,,,m,材料,,,,renew\n", u"table.unknown-scenario"_s, {3, 17});
}

void CatalogueTest::tableFaults()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, code);
    QFETCH(core::TextPlace, place);
    const auto table = core::CatalogueTable::read(file);
    QVERIFY(!table.faults.isEmpty());
    QCOMPARE(table.faults[0].code, code);
    QCOMPARE(table.places.value(table.faults[0].pointer), place);
}

QTEST_GUILESS_MAIN(CatalogueTest)
#include "cataloguetest.moc"
