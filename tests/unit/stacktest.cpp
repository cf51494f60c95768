// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/announcement.h"
#include "app/core/pageorder.h"
#include "app/core/stacksorter.h"

#include <QJsonArray>
#include <QTest>

#include <functional>

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
    void order_data();
    void order();
    void whatIsBroughtIsNeitherHeldNorChecked();
    void steps_data();
    void steps();
    void editsSurviveJson();
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
    StackTail tail;
    QCOMPARE(drawn(sortStack(pages, checklist(), remembered, tail)), expected);
    for (qsizetype jam = 1; jam < pages.size(); ++jam) { // the rest goes on where it broke off
        tail = {};
        const auto before = sortStack(pages.first(jam), checklist(), remembered, tail);
        const auto after = sortStack(pages.sliced(jam), checklist(), remembered, tail);
        QCOMPARE(drawn(before + after), expected);
    }
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

namespace {

/// One letter a page; each material's pages behind its code.
IntakeDraft draftOf(const QString& drawn)
{
    IntakeDraft draft;
    const QStringList lines = drawn.split(u' ', Qt::SkipEmptyParts);
    for (const QString& line : lines) {
        DraftMaterial& material = draft.materials[line.section(u':', 0, 0)];
        material.status = MaterialStatus::Present;
        const QString pages = line.section(u':', 1);
        for (const QChar page : pages)
            material.pages.append({QString(page), 1, u"image/jpeg"_s});
    }
    draft.commitmentAgreed = true;
    return draft;
}

QString drawnOf(const IntakeDraft& draft)
{
    QStringList codes = draft.materials.keys();
    codes.sort();
    QStringList lines;
    for (const QString& code : std::as_const(codes)) {
        const DraftMaterial& material = draft.materials[code];
        QString line = code + u':';
        for (const PageRef& page : material.pages)
            line += page.sha256;
        lines.append(material.status == MaterialStatus::Missing ? line + u'!' : line);
    }
    return lines.join(u' ');
}

using Change = std::function<bool(IntakeDraft&)>;

} // namespace

void StackTest::order_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("after"); // empty: nothing changes
    const auto row = [](const char* name, const QString& before, const Change& change, const QString& after) {
        QTest::newRow(name) << before << change << after;
    };
    row("remove", u"A:abc B:d"_s, [](IntakeDraft& d) { return removePages(d, u"A"_s, {u"a"_s, u"c"_s}); }, u"A:b B:d"_s);
    row("remove the last", u"A:a B:d"_s, [](IntakeDraft& d) { return removePages(d, u"A"_s, {u"a"_s}); }, u"A:! B:d"_s);
    row("remove what is not there", u"A:a"_s, [](IntakeDraft& d) { return removePages(d, u"B"_s, {u"a"_s}); }, {});
    row("move", u"A:abcd"_s, [](IntakeDraft& d) { return movePage(d, u"A"_s, u"d"_s, 1); }, u"A:adbc"_s);
    row("move behind the end", u"A:abcd"_s, [](IntakeDraft& d) { return movePage(d, u"A"_s, u"d"_s, 4); }, {});
    row("move before the beginning", u"A:abcd"_s, [](IntakeDraft& d) { return movePage(d, u"A"_s, u"a"_s, -1); }, {});
    row("hand over", u"A:ab B:d"_s, [](IntakeDraft& d) { return handOver(d, u"A"_s, u"a"_s, u"B"_s); }, u"A:b B:da"_s);
    row("hand over the last", u"A:a"_s, [](IntakeDraft& d) { return handOver(d, u"A"_s, u"a"_s, u"B"_s); }, u"A:! B:a"_s);
    row("hand over to itself", u"A:a"_s, [](IntakeDraft& d) { return handOver(d, u"A"_s, u"a"_s, u"A"_s); }, {});
    row("hand over what is there", u"A:a B:ab"_s, [](IntakeDraft& d) { return handOver(d, u"A"_s, u"a"_s, u"B"_s); }, u"A:! B:ab"_s);
    row("replace", u"A:abc"_s, [](IntakeDraft& d) { return replacePage(d, u"A"_s, u"b"_s, {u"x"_s, 1, {}}); }, u"A:axc"_s);
    row(
        "replace by a page at the end", u"A:abcx"_s,
        [](IntakeDraft& d) { return replacePage(d, u"A"_s, u"b"_s, {u"x"_s, 1, u"image/jpeg"_s}); }, u"A:axc"_s);
    row("replace what is gone", u"A:abc"_s, [](IntakeDraft& d) { return replacePage(d, u"A"_s, u"d"_s, {u"x"_s, 1, {}}); }, {});
    row("fronts and backs", u"A:135642"_s, [](IntakeDraft& d) { return interleave(d, u"A"_s); }, u"A:123456"_s);
    row("one sheet", u"A:12"_s, [](IntakeDraft& d) { return interleave(d, u"A"_s); }, {});
    row("a back is missing", u"A:13564"_s, [](IntakeDraft& d) { return interleave(d, u"A"_s); }, {});
    row(
        "sort a stack", u"~unsorted:abc"_s,
        [](IntakeDraft& d) { return placePages(d, {{u"c"_s, u"A"_s}, {u"a"_s, {}}, {u"z"_s, u"A"_s}}); }, u"A:c ~unsorted:b"_s);
    row("nothing waits", u"A:a"_s, [](IntakeDraft& d) { return placePages(d, {{u"a"_s, u"B"_s}}); }, {});
}

void StackTest::order()
{
    QFETCH(QString, before);
    QFETCH(Change, change);
    QFETCH(QString, after);
    IntakeDraft draft = draftOf(before);
    QCOMPARE(change(draft), !after.isEmpty());
    QCOMPARE(drawnOf(draft), after.isEmpty() ? before : after);
    QCOMPARE(draft.commitmentAgreed, !drawnOf(draft).contains(u'!')); // it was given for what was there
}

void StackTest::whatIsBroughtIsNeitherHeldNorChecked()
{
    IntakeDraft before = draftOf(u"A:a B:bc C:d ~unsorted:x"_s);
    before.materials[u"B"_s].source = u"N1"_s;
    before.materials[u"B"_s].status = MaterialStatus::Reused;
    before.materials[u"C"_s].verified = Verification{{u"001"_s, u"甲"_s}, {u"03"_s, u"3号窗口"_s}, {}};
    const auto into = [&before](const Change& change) {
        IntakeDraft draft = before;
        change(draft);
        return draft;
    };
    for (const QString& code : {u"B"_s, u"C"_s}) {
        const IntakeDraft handed = into([&](IntakeDraft& d) { return handOver(d, u"A"_s, u"a"_s, code); });
        const IntakeDraft sorted = into([&](IntakeDraft& d) { return placePages(d, {{u"x"_s, code}}); });
        for (const IntakeDraft& draft : {handed, sorted}) {
            QCOMPARE(draft.materials[code].status, MaterialStatus::Present);
            QVERIFY(draft.materials[code].source.isEmpty() && !draft.materials[code].verified);
        }
        QCOMPARE(handed.materials[code].pages.size(), code == u"B" ? 1 : 2); // what was held is not used
    }
    const IntakeDraft taken = into([](IntakeDraft& d) { return removePages(d, u"A"_s, {u"a"_s}); });
    QVERIFY(taken.materials[u"C"_s].verified && !taken.materials[u"B"_s].source.isEmpty()); // others are what they were
}

void StackTest::steps_data()
{
    QTest::addColumn<QString>("steps");
    QTest::addColumn<QString>("fewer");
    QTest::newRow("none") << u""_s << u""_s;
    QTest::newRow("turns") << u"RRL"_s << u"R"_s;
    QTest::newRow("all around") << u"RRRR"_s << u""_s;
    QTest::newRow("left is three times right") << u"L"_s << u"RRR"_s;
    QTest::newRow("turns that cancel each other around nothing") << u"SRLS"_s << u"S"_s;
    QTest::newRow("a crop between turns") << u"RCL"_s << u"RCRRR"_s;
    QTest::newRow("two crops are two") << u"CC"_s << u"CC"_s;
}

void StackTest::steps()
{
    QFETCH(QString, steps);
    QFETCH(QString, fewer);
    const auto read = [](const QString& text) {
        QList<PageStep> list;
        for (const QChar letter : text) {
            if (letter == u'R' || letter == u'L')
                list.append({PageStep::Kind::Turn, letter == u'R' ? 1 : -1, {}, {}});
            else if (letter == u'S')
                list.append({PageStep::Kind::Straighten, 0, {}, {}});
            else
                list.append({PageStep::Kind::Crop, 0, {0.1, 0.1, 0.8, 0.8}, {}});
        }
        return list;
    };
    QString drawn;
    for (const PageStep& step : simplified(read(steps)))
        drawn += step.kind == PageStep::Kind::Turn         ? QString(step.quarters, u'R')
                 : step.kind == PageStep::Kind::Straighten ? u"S"_s
                                                           : u"C"_s;
    QCOMPARE(drawn, fewer);
}

void StackTest::editsSurviveJson()
{
    IntakeDraft draft = draftOf(u"A:ab"_s);
    const EditedPage edited{{u"x"_s, 7, u"image/jpeg"_s},
                            {{PageStep::Kind::Turn, 3, {}, {}},
                             {PageStep::Kind::Straighten, 0, {}, {}},
                             {PageStep::Kind::Crop, 0, {0.25, 0.125, 0.5, 0.5}, {}},
                             {PageStep::Kind::Flatten, 0, {}, {{0, 0}, {1, 0.5}, {1, 1}, {0.25, 1}}}}};
    draft.edited.insert(u"a"_s, edited);
    const IntakeDraft read = IntakeDraft::fromJson(draft.toJson());
    QCOMPARE(read.edited, draft.edited);
    QCOMPARE(editsOf(read, {u"a"_s, 1, {}}), edited);
    QVERIFY(editsOf(read, {u"b"_s, 1, {}}).steps.isEmpty());
    QJsonObject later = editedPageToJson(edited);
    later[u"steps"_s] = QJsonArray{QJsonObject{{u"dissolve"_s, 1}}}; // written by a later version
    QVERIFY(!editedPageFromJson(later));
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
