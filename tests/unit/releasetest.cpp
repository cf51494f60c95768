// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/release.h"

#include <QTest>

using namespace Qt::StringLiterals;

class ReleaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void later_data();
    void later();
    void goodOneComesBack();
    void badField_data();
    void badField();
    void byItself_data();
    void byItself();
    void policies();
};

namespace {

QJsonObject good()
{
    return core::Release{u"1.2.0"_s, u"linux-x86_64"_s, QString(64, u'a'), 1000, {{u"zh_CN"_s, u"修复打印"_s}}}.toJson();
}

} // namespace

void ReleaseTest::later_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("running");
    QTest::addColumn<bool>("later");
    QTest::newRow("next") << "1.2.0" << "1.1.9" << true;
    QTest::newRow("by number, not by letter") << "1.10.0" << "1.9.0" << true;
    QTest::newRow("same") << "1.2.0" << "1.2.0" << false;
    QTest::newRow("same, shorter") << "1.2" << "1.2.0" << false;
    QTest::newRow("earlier: no way back by an old signature") << "1.1.0" << "1.2.0" << false;
    QTest::newRow("words") << "latest" << "1.2.0" << false;
    QTest::newRow("with a tail") << "1.3.0-beta" << "1.2.0" << false;
}

void ReleaseTest::later()
{
    QFETCH(QString, version);
    QFETCH(QString, running);
    QTEST(core::isLater(version, running), "later");
}

void ReleaseTest::goodOneComesBack()
{
    const auto release = core::Release::fromJson(good());
    QVERIFY(release);
    QCOMPARE(release->toJson(), good());
    QCOMPARE(release->notes.value(u"zh_CN"_s), u"修复打印"_s);
}

void ReleaseTest::badField_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("another product") << "product" << QJsonValue(u"other"_s);
    QTest::newRow("no version") << "version" << QJsonValue(u""_s);
    QTest::newRow("path in a platform") << "platform" << QJsonValue(u"../linux"_s);
    QTest::newRow("short hash") << "sha256" << QJsonValue(QString(63, u'a'));
    QTest::newRow("path in a hash") << "sha256" << QJsonValue(u"../"_s + QString(61, u'a'));
    QTest::newRow("capitals") << "sha256" << QJsonValue(QString(64, u'A'));
    QTest::newRow("hash and a line") << "sha256" << QJsonValue(QString(64, u'a') + u'\n');
    QTest::newRow("nothing") << "size" << QJsonValue(0);
    QTest::newRow("too much") << "size" << QJsonValue(qint64(1) << 40);
    QTest::newRow("size in words") << "size" << QJsonValue(u"1000"_s);
}

void ReleaseTest::badField()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QJsonObject json = good();
    json[field] = value;
    const auto release = core::Release::fromJson(json);
    QVERIFY(!release);
    QCOMPARE(release.error().code, u"release.invalid"_s);
    QCOMPARE(release.error().facts, QStringList{field});
}

void ReleaseTest::byItself_data()
{
    QTest::addColumn<int>("policy");
    QTest::addColumn<QTime>("now");
    QTest::addColumn<bool>("signedIn");
    QTest::addColumn<bool>("installs");
    using enum core::UpdatePolicy;
    QTest::newRow("off") << int(Off) << QTime(23, 0) << false << false;
    QTest::newRow("offer waits for a word") << int(Offer) << QTime(23, 0) << false << false;
    QTest::newRow("night, by day") << int(Night) << QTime(19, 59) << false << false;
    QTest::newRow("night begins") << int(Night) << QTime(20, 0) << false << true;
    QTest::newRow("night ends") << int(Night) << QTime(6, 0) << false << false;
    QTest::newRow("night, after midnight") << int(Night) << QTime(5, 59) << false << true;
    QTest::newRow("night, somebody works") << int(Night) << QTime(21, 0) << true << false;
    QTest::newRow("always") << int(Always) << QTime(10, 0) << false << true;
    QTest::newRow("always, somebody works") << int(Always) << QTime(10, 0) << true << false;
}

void ReleaseTest::byItself()
{
    QFETCH(int, policy);
    QFETCH(QTime, now);
    QFETCH(bool, signedIn);
    QTEST(core::installsByItself(core::UpdatePolicy(policy), now, signedIn), "installs");
}

void ReleaseTest::policies()
{
    QCOMPARE(core::updatePolicyFrom(u"night"_s), core::UpdatePolicy::Night);
    QCOMPARE(core::updatePolicyFrom(u"sometimes"_s).error().code, u"settings.updates"_s);
}

QTEST_GUILESS_MAIN(ReleaseTest)
#include "releasetest.moc"
