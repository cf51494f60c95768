// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/canonicaljson.h"
#include "app/core/certificate.h"
#include "app/core/citizenid.h"
#include "app/core/contact.h"
#include "app/core/creditcode.h"
#include "app/core/masking.h"
#include "app/core/uuid7.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

class IdentityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void citizenId_data();
    void citizenId();
    void sexAndAge();
    void creditCode_data();
    void creditCode();
    void certificates_data();
    void certificates();
    void phones_data();
    void phones();
    void masks();
    void uuid7HoldsTime();
    void canonicalJson_data();
    void canonicalJson();
};

static const QDate Today(2026, 11, 23);

void IdentityTest::citizenId_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code"); // of the error, empty when good
    QTest::newRow("example of GB 11643") << u"11010519491231002X"_s << QString();
    QTest::newRow("lower-case x") << u" 11010519491231002x "_s << QString();
    QTest::newRow("foreigner") << u"932682198501010017"_s << QString();
    QTest::newRow("foreigner 2") << u"911124198108030024"_s << QString();
    QTest::newRow("foreigner 3") << u"931586198001010028"_s << QString();
    QTest::newRow("Hong Kong") << u"810000199408230021"_s << QString();
    QTest::newRow("born 1880") << u"440524188001010014"_s << QString();
    QTest::newRow("wrong check") << u"440524188001010015"_s << u"citizen-id.check-digit"_s;
    QTest::newRow("too short") << u"1101051949123100"_s << u"citizen-id.length"_s;
    QTest::newRow("empty") << QString() << u"citizen-id.length"_s;
    QTest::newRow("letter inside") << u"11010519491231A02X"_s << u"citizen-id.characters"_s;
    QTest::newRow("full-width digits") << u"１1010519491231002X"_s << u"citizen-id.characters"_s;
    QTest::newRow("31 February") << u"110105194902310020"_s << u"citizen-id.birth-date"_s;
    QTest::newRow("in the future") << u"110105209912310020"_s << u"citizen-id.future"_s;
}

void IdentityTest::citizenId()
{
    QFETCH(QString, text);
    QFETCH(QString, code);
    const auto id = core::CitizenId::parse(text, Today);
    QCOMPARE(id ? QString() : id.error().code, code);
    if (id)
        QCOMPARE(id->text(), text.trimmed().toUpper());
}

void IdentityTest::sexAndAge()
{
    const auto id = core::CitizenId::parse(u"11010519491231002X"_s, Today);
    QVERIFY(id);
    QCOMPARE(id->sex(), core::Sex::Female);
    QCOMPARE(id->birthDate(), QDate(1949, 12, 31));
    QCOMPARE(id->age(QDate(2026, 12, 30)), 76);
    QCOMPARE(id->age(QDate(2026, 12, 31)), 77);
    QVERIFY(!id->isAgeImplausible(Today));
    QVERIFY(core::CitizenId::parse(u"440524188001010014"_s, Today)->isAgeImplausible(Today));
}

void IdentityTest::creditCode_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::newRow("example of GB 32100") << u"91350100M000100Y43"_s << QString();
    QTest::newRow("lower case") << u"91350100m000100y43"_s << QString();
    QTest::newRow("one digit changed") << u"91350100M000101Y43"_s << u"credit-code.check-digit"_s;
    QTest::newRow("letter O") << u"91350100MO00100Y43"_s << u"credit-code.characters"_s;
    QTest::newRow("too long") << u"91350100M000100Y433"_s << u"credit-code.length"_s;
}

void IdentityTest::creditCode()
{
    QFETCH(QString, text);
    QFETCH(QString, code);
    const auto parsed = core::CreditCode::parse(text);
    QCOMPARE(parsed ? QString() : parsed.error().code, code);
}

void IdentityTest::certificates_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("number");
    QTest::addColumn<bool>("good");
    using T = core::CertificateType;
    QTest::newRow("residence permit") << int(T::ResidencePermit) << u"810000199408230021"_s << true;
    QTest::newRow("foreigner 2017") << int(T::PermanentResidence) << u"XXA990085010101"_s << true;
    QTest::newRow("foreigner 2023") << int(T::PermanentResidence) << u"911124198108030024"_s << true;
    QTest::newRow("foreigner too short") << int(T::PermanentResidence) << u"XXA99008501"_s << false;
    QTest::newRow("passport") << int(T::Passport) << u"E00000001"_s << true;
    QTest::newRow("empty passport") << int(T::Passport) << u"  "_s << false;
}

void IdentityTest::certificates()
{
    QFETCH(int, type);
    QFETCH(QString, number);
    QFETCH(bool, good);
    const auto checked = core::checkedCertificate({core::CertificateType(type), number}, Today);
    QCOMPARE(checked.has_value(), good);
    const auto again = core::certificateTypeFromWire(core::toWire(core::CertificateType(type)));
    QVERIFY(again);
    QCOMPARE(int(*again), type);
}

void IdentityTest::phones_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    QTest::newRow("mobile") << u"19900000001"_s << true;
    QTest::newRow("mobile with spaces") << u"199 0000 0001"_s << true;
    QTest::newRow("landline") << u"0990-1234501"_s << true;
    QTest::newRow("ten digits from 1") << u"1990000000"_s << false;
    QTest::newRow("letters") << u"call me"_s << false;
    QTest::newRow("short") << u"12345"_s << false;
}

void IdentityTest::phones()
{
    QFETCH(QString, text);
    QFETCH(bool, good);
    QCOMPARE(core::checkedPhone(text).has_value(), good);
}

void IdentityTest::masks()
{
    QCOMPARE(core::maskedName(u"张三"_s), u"张*"_s);
    QCOMPARE(core::maskedName(u"张三丰"_s), u"张*丰"_s);
    QCOMPARE(core::maskedName(u"马\U0002B626样"_s), u"马*样"_s); // a surrogate pair is one character
    QCOMPARE(core::maskedNumber(u"11010519491231002X"_s), u"110105********002X"_s);
    QCOMPARE(core::maskedCreditCode(u"91350100M000100Y43"_s), u"91350100*********3"_s);
    QCOMPARE(core::maskedPhone(u"13812342046"_s), u"138****2046"_s);
    QCOMPARE(core::maskedPhone(u"123"_s), u"***"_s);
}

void IdentityTest::uuid7HoldsTime()
{
    const QString id = core::idText(core::uuid7(0x017F22E279B0, {0xCC3, 0x18C4DC0C0C07398F}));
    QCOMPARE(id, u"017f22e2-79b0-7cc3-98c4-dc0c0c07398f"_s); // RFC 9562, appendix A.6
    QVERIFY(core::idText(core::newId()) < core::idText(core::uuid7(QDateTime::currentMSecsSinceEpoch() + 1000, {0, 0})));
}

void IdentityTest::canonicalJson_data()
{
    QTest::addColumn<QByteArray>("in");
    QTest::addColumn<QByteArray>("out");
    QTest::newRow("order and escapes") << QByteArray(R"({"b":1,"a":"\u20ac$\u000f\nA'\u0042\"\\/"})")
                                       << QByteArray("{\"a\":\"\xe2\x82\xac$\\u000f\\nA'B\\\"\\\\/\",\"b\":1}");
    QTest::newRow("numbers") << QByteArray(R"([333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001,-0,100,1e21])")
                             << QByteArray("[333333333.3333333,1e+30,4.5,0.002,1e-27,0,100,1e+21]");
    QTest::newRow("nested") << QByteArray(R"({"z":{"y":[true,null,false]},"1":{}})")
                            << QByteArray(R"({"1":{},"z":{"y":[true,null,false]}})");
}

void IdentityTest::canonicalJson()
{
    QFETCH(QByteArray, in);
    QFETCH(QByteArray, out);
    const QJsonDocument document = QJsonDocument::fromJson(in);
    QCOMPARE(core::canonicalJson(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object())), out);
}

QTEST_GUILESS_MAIN(IdentityTest)
#include "identitytest.moc"
