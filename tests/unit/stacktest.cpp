// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/announcement.h"
#include "app/core/stacksorter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

QList<MaterialRequirement> checklist()
{
    return {{u"A"_s, u"申请表"_s}, {u"B"_s, u"营业执照"_s}, {u"C"_s, u"房屋租赁合同"_s}, {u"D"_s, u"经营场所平面图"_s}};
}

PageClue sheet(const QString& material)
{
    return {true, material, false, {}};
}

PageClue page(const QString& title = {})
{
    return {false, {}, false, title};
}

PageClue blank()
{
    return {false, {}, true, {}};
}

/// One letter a page: the material, - for dropped, ? for unknown; lower case where it is to be confirmed.
QString drawn(const QList<StackPlace>& places)
{
    QString text;
    for (const StackPlace& place : places) {
        const QString letter = place.isDropped() ? u"-"_s : place.materialCode.isEmpty() ? u"?"_s : place.materialCode;
        text += place.certainty == PlaceCertainty::Likely ? letter.toLower() : letter;
    }
    return text;
}

} // namespace

class StackTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void places_data();
    void places();
    void names_data();
    void names();
    void runs();
    void announcements_data();
    void announcements();
};

void StackTest::places_data()
{
    QTest::addColumn<QList<PageClue>>("pages");
    QTest::addColumn<QList<StackRun>>("remembered");
    QTest::addColumn<QString>("expected");
    using Pages = QList<PageClue>;
    using Runs = QList<StackRun>;
    const Runs before{{u"A"_s, 2}, {u"C"_s, 1}, {u"X"_s, 4}, {u"B"_s, 1}};
    QTest::newRow("nothing") << Pages{} << Runs{} << u""_s;
    QTest::newRow("separators") << Pages{sheet(u"B"_s), page(), page(), sheet(u"A"_s), page()} << Runs{} << u"-BB-A"_s;
    QTest::newRow("separators win over titles") << Pages{sheet(u"B"_s), page(u"申请表"_s)} << before << u"-B"_s;
    QTest::newRow("a separator of another item") << Pages{sheet(u"B"_s), page(), sheet({}), page(), page()} << before << u"-B-??"_s;
    QTest::newRow("a material that this scenario does not ask for") << Pages{sheet(u"X"_s), page()} << Runs{} << u"-?"_s;
    QTest::newRow("pages before the first separator") << Pages{page(), page(), sheet(u"B"_s), page()} << before << u"aa-B"_s;
    QTest::newRow("blank pages go nowhere") << Pages{sheet(u"B"_s), page(), blank(), page(), blank()} << Runs{} << u"-B-B-"_s;
    QTest::newRow("two separators on top of each other") << Pages{sheet(u"A"_s), sheet(u"B"_s), page()} << Runs{} << u"--B"_s;
    QTest::newRow("the order before") << Pages{page(), page(), page(), page()} << before << u"aacb"_s;
    QTest::newRow("more pages than before") << Pages{page(), page(), page(), page(), page()} << before << u"aacb?"_s;
    QTest::newRow("fewer pages than before") << Pages{page(), page()} << before << u"aa"_s;
    QTest::newRow("blank pages do not count in the order") << Pages{page(), blank(), page(), page()} << before << u"a-ac"_s;
    QTest::newRow("titles") << Pages{page(u"房屋租赁合同 甲方"_s), page(), page(u"营 业 执 照"_s)} << Runs{} << u"ccb"_s;
    QTest::newRow("titles win over the order") << Pages{page(u"营业执照"_s), page()} << before << u"bb"_s;
    QTest::newRow("order until the first title") << Pages{page(), page(), page(u"经营场所平面图"_s), page()} << before << u"aadd"_s;
    QTest::newRow("nothing to go by") << Pages{page(), page(u"其他文字"_s)} << Runs{} << u"??"_s;
}

void StackTest::places()
{
    QFETCH(QList<PageClue>, pages);
    QFETCH(QList<StackRun>, remembered);
    QFETCH(QString, expected);
    QCOMPARE(drawn(sortStack(pages, checklist(), remembered)), expected);
}

void StackTest::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("least");
    QTest::addColumn<double>("most");
    QTest::newRow("the same") << u"营业执照"_s << u"营业执照"_s << 1.0 << 1.0;
    QTest::newRow("among others") << u"营业执照"_s << u"（副本）营业执照 统一社会信用代码"_s << 1.0 << 1.0;
    QTest::newRow("read with gaps") << u"营业执照"_s << u"营 业 执 照"_s << 1.0 << 1.0;
    QTest::newRow("one character wrong") << u"房屋租赁合同"_s << u"房屋租凭合同"_s << 0.5 << 0.9;
    QTest::newRow("something else") << u"营业执照"_s << u"健康证明"_s << 0.0 << 0.0;
    QTest::newRow("nothing read") << u"营业执照"_s << QString() << 0.0 << 0.0;
}

void StackTest::names()
{
    QFETCH(QString, name);
    QFETCH(QString, text);
    QFETCH(double, least);
    QFETCH(double, most);
    const double like = likeness(name, text);
    QVERIFY2(like >= least && like <= most, qPrintable(QString::number(like)));
}

void StackTest::runs()
{
    QCOMPARE(runsOf({u"A"_s, u"A"_s, u"B"_s, u"A"_s}), (QList<StackRun>{{u"A"_s, 2}, {u"B"_s, 1}, {u"A"_s, 1}}));
    QVERIFY(runsOf({}).isEmpty());
}

void StackTest::announcements_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("spoken");
    QTest::newRow("a usual number") << u"A012"_s << u"请，A，零，一，二号，到，三号综合窗口，办理"_s;
    QTest::newRow("digits only") << u"7"_s << u"请，七号，到，三号综合窗口，办理"_s;
    QTest::newRow("nothing") << QString() << u"请，号，到，三号综合窗口，办理"_s;
}

void StackTest::announcements()
{
    QFETCH(QString, number);
    QFETCH(QString, spoken);
    QCOMPARE(spokenText(number, u"3号综合窗口"_s), spoken);
    QCOMPARE(calledText(number, u"3号综合窗口"_s), u"请%1号到3号综合窗口办理"_s.arg(number));
}

QTEST_APPLESS_MAIN(StackTest)
#include "stacktest.moc"
