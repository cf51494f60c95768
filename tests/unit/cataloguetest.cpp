// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

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

QTEST_GUILESS_MAIN(CatalogueTest)
#include "cataloguetest.moc"
