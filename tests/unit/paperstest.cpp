// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/texttemplate.h"
#include "app/documents/pageimage.h"
#include "app/documents/paperdata.h"
#include "app/documents/paperrenderer.h"
#include "app/documents/papersample.h"
#include "app/documents/searchablepdf.h"
#include "app/training/papercheck.h"
#include "app/training/paperpainter.h"
#include "app/training/traininghall.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class PapersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void templates_data();
    void templates();
    void papersSayWhatTheCaseHolds();
    void aSignatureIsInItsLetterOnly();
    void aNoticeNamesTheApplicantsDay();
    void alteredTemplateIsNoticed();
    void brokenTemplateIsAnError();
    void everyTemplateIsChecked_data();
    void everyTemplateIsChecked();
    void radicals();
    void pages();

private:
    static core::CaseRecord record();
    static core::HallInfo hall();
};

void PapersTest::templates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("result");
    QTest::newRow("field") << u"a {{name}} b"_s << u"a 王&lt;b&gt; b"_s;
    QTest::newRow("list") << u"{{#list}}[{{x}}{{name}}]{{/list}}"_s << u"[1王&lt;b&gt;][2王&lt;b&gt;]"_s;
    QTest::newRow("set flag") << u"{{#yes}}Y{{/yes}}{{^yes}}N{{/yes}}"_s << u"Y"_s;
    QTest::newRow("unset flag") << u"{{#no}}Y {{missing}}{{/no}}{{^no}}N{{/no}}"_s << u"N"_s;
    QTest::newRow("empty list") << u"{{#none}}Y{{/none}}{{^none}}N{{/none}}"_s << u"N"_s;
    QTest::newRow("empty text") << u"{{#blank}}Y{{/blank}}{{^blank}}N{{/blank}}"_s << u"N"_s;
    QTest::newRow("unknown field") << u"{{missing}}"_s << QString();
    QTest::newRow("unclosed section") << u"{{#yes}}Y"_s << QString();
    QTest::newRow("unclosed tag") << u"{{yes"_s << QString();
    QTest::newRow("wrong order") << u"{{#yes}}{{#no}}{{/yes}}{{/no}}"_s << QString();
}

void PapersTest::templates()
{
    QFETCH(QString, text);
    QFETCH(QString, result);
    const QJsonObject data{{u"name"_s, u"王<b>"_s},   {u"yes"_s, true},
                           {u"no"_s, false},          {u"blank"_s, QString()},
                           {u"none"_s, QJsonArray()}, {u"list"_s, QJsonArray{QJsonObject{{u"x"_s, 1}}, QJsonObject{{u"x"_s, 2}}}}};
    const auto filled = core::fillTemplate(text, data);
    QCOMPARE(filled.value_or(QString()), result);
    if (!filled)
        QCOMPARE(filled.error().code, u"paper.template"_s);
}

core::HallInfo PapersTest::hall()
{
    return {u"9901"_s, u"样例大厅"_s, u"样例审批局"_s, u"0990-1"_s, u"0990-2"_s, u"样例路1号"_s, u"https://hall.example/q/"_s};
}

core::CaseRecord PapersTest::record()
{
    core::CaseRecord record;
    record.id = u"0190aaaa-0000-7000-8000-000000000001"_s;
    record.number = u"99012026000007"_s;
    record.item = {u"I1"_s, u"食品经营许可证核发"_s};
    record.scenario = {u"new"_s, u"新办"_s};
    record.state = core::CaseState::AcceptedDeferred;
    record.applicant.name = u"马\U0002B626长民户"_s; // a rare character and some that fonts share with radicals
    record.applicant.certificate.number = u"11010519491231002X"_s;
    record.applicant.phone = u"19900000001"_s;
    record.materials = {
        {u"a"_s, u"申请书"_s, core::MaterialForm::Original, 1, core::MaterialStatus::Present, {{QString(64, u'a'), 1, {}}}, {}}};
    record.deferred = {{u"b"_s, u"健康证明"_s, core::MaterialForm::Original, QDate(2026, 12, 4)}};
    record.hall = {u"9901"_s, u"样例大厅"_s};
    record.window = {u"03"_s, u"3号综合窗口"_s};
    record.clerk = {u"001"_s, u"演练员甲"_s};
    record.department = u"市行政审批局"_s;
    record.receivedAt = QDateTime(QDate(2026, 11, 24), QTime(9, 5));
    record.acceptedAt = QDateTime(QDate(2026, 11, 24), QTime(9, 15));
    record.statutoryDays = 20;
    record.promisedDays = 10;
    record.statutoryUntil = QDate(2026, 12, 22);
    record.promisedUntil = QDate(2026, 12, 8);
    record.notifiedAt = record.acceptedAt;
    record.queryCode = u"ABCD234567"_s;
    for (const auto kind : {core::PaperKind::DeferredNotice, core::PaperKind::CommitmentLetter, core::PaperKind::ReceiptSlip,
                            core::PaperKind::AcceptanceNotice, core::PaperKind::OneTimeNotice})
        record.papers.append({kind, record.number, 1});
    return record;
}

void PapersTest::papersSayWhatTheCaseHolds()
{
    const documents::PaperRenderer renderer(u":/papers"_s);
    const auto papers = renderer.renderAll(record(), hall(), nullptr, {});
    QVERIFY2(papers, qPrintable(papers ? QString() : papers.error().facts.join(u' ')));
    QCOMPARE(papers->size(), 5);
    for (const documents::Paper& paper : *papers) {
        QVERIFY(paper.pdf.startsWith("%PDF-"));
        core::CaseRecord held = record();
        if (paper.kind == core::PaperKind::AcceptanceNotice || paper.kind == core::PaperKind::OneTimeNotice)
            held.deferred.clear(); // what those papers are given for has none
        const QStringList differing = training::paperMismatches(paper.pdf, core::toWire(paper.kind), held.toJson(), hall().queryUrl);
        QVERIFY2(differing.isEmpty(), qPrintable(core::toWire(paper.kind) + u' ' + differing.join(u' ')));
    }
    core::CaseRecord other = record();
    other.promisedUntil = QDate(2026, 12, 9);
    other.queryCode = u"ZZZZ234567"_s;
    QCOMPARE(training::paperMismatches(papers->constFirst().pdf, u"deferred-acceptance-notice"_s, other.toJson(), hall().queryUrl),
             QStringList({u"queryCode"_s, u"promisedUntil"_s, u"qr"_s}));
}

/// The applicant's day, whatever else the case waits for; and why a paper falls short even where nobody wrote it.
void PapersTest::aNoticeNamesTheApplicantsDay()
{
    core::CaseRecord told = record();
    told.waitsUntil = QDate(2026, 12, 30);
    told.suspendedSince = QDate(2026, 12, 1);
    told.suspendedFor = u"专家评审"_s;
    told.materials.append({u"b"_s, u"健康证明"_s, core::MaterialForm::Original, 1, core::MaterialStatus::Wrong});
    QJsonObject data = documents::paperData(told, hall(), nullptr);
    QCOMPARE(data[u"deferredUntil"_s].toString(), u"2026年12月4日"_s);
    QCOMPARE(data[u"correctBy"_s].toString(), QString());
    QCOMPARE(data[u"lacking"_s][0][u"shortfall"_s].toString(), u"不符合要求"_s);
    told.suspendedFor.clear(); // for what is overdue: until then it may still come
    QCOMPARE(documents::paperData(told, hall(), nullptr)[u"deferredUntil"_s].toString(), u"2026年12月30日"_s);
    told.acceptedAt = {};
    told.suspendedSince.reset();
    QCOMPARE(documents::paperData(told, hall(), nullptr)[u"correctBy"_s].toString(), u"2026年12月30日"_s);
}

void PapersTest::aSignatureIsInItsLetterOnly()
{
    const documents::PaperRenderer renderer(u":/papers"_s);
    QImage ink(300, 100, QImage::Format_RGB32);
    ink.fill(Qt::blue); // nothing else on these papers is
    const auto blue = [](const QByteArray& pdf) {
        const QImage page = documents::pageImage(pdf, QSize(1000, 1414));
        int count = 0;
        for (int y = 0; y < page.height(); ++y) {
            for (int x = 0; x < page.width(); ++x) {
                const QColor colour = page.pixelColor(x, y);
                count += colour.blue() > 200 && colour.red() < 60 && colour.green() < 60 ? 1 : 0;
            }
        }
        return count;
    };
    core::CaseRecord signedCase = record();
    for (core::PaperRecord& paper : signedCase.papers) {
        if (paper.kind == core::PaperKind::CommitmentLetter)
            paper.signature = core::PageRef{QString(64, u'a'), 1, u"image/png"_s};
    }
    const auto papers = renderer.renderAll(signedCase, hall(), nullptr, {}, ink);
    QVERIFY(papers);
    for (const documents::Paper& paper : *papers) {
        if (paper.kind == core::PaperKind::CommitmentLetter)
            QVERIFY2(blue(paper.pdf) > 5000, qPrintable(QString::number(blue(paper.pdf))));
        else
            QCOMPARE(blue(paper.pdf), 0);
    }
    const auto onPaper = renderer.renderAll(record(), hall(), nullptr, {}, ink); // signed by hand
    QVERIFY(onPaper);
    QCOMPARE(blue(onPaper->at(1).pdf), 0);
}

void PapersTest::alteredTemplateIsNoticed()
{
    QTemporaryDir folder;
    for (const QString& name : {u"papers.css"_s, u"acceptance-notice.html"_s}) {
        QFile source(u":/papers/"_s + name);
        QVERIFY(source.open(QIODevice::ReadOnly));
        QByteArray text = source.readAll();
        text.replace("{{promisedUntil}}", "2020年1月1日");
        QFile target(folder.filePath(name));
        QVERIFY(target.open(QIODevice::WriteOnly));
        target.write(text);
    }
    const documents::PaperRenderer renderer(folder.path());
    const auto paper = renderer.render({core::PaperKind::AcceptanceNotice, record().number, 1}, record(), hall(), nullptr, false);
    QVERIFY(paper);
    QVERIFY(training::paperMismatches(paper->pdf, u"acceptance-notice"_s, record().toJson(), hall().queryUrl).contains(u"promisedUntil"_s));
}

void PapersTest::brokenTemplateIsAnError()
{
    QTemporaryDir folder;
    const documents::PaperRenderer renderer(folder.path());
    const auto paper = renderer.render({core::PaperKind::AcceptanceNotice, {}, 1}, record(), hall(), nullptr, false);
    QVERIFY(!paper);
    QCOMPARE(paper.error().code, u"paper.missing-template"_s);
}

void PapersTest::everyTemplateIsChecked_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<bool>("usable");
    QTest::newRow("as they are") << u"receipt-slip.html"_s << u"收件凭证"_s << u"收件凭证（存根）"_s << true;
    QTest::newRow("a field that does not exist") << u"refusal-notice.html"_s << u"{{refusalReason}}"_s << u"{{reson}}"_s << false;
    QTest::newRow("a section that is not closed") << u"delivery-receipt.html"_s << u"{{/posted}}"_s << u""_s << false;
    QTest::newRow("a list") << u"hand-over-list.html"_s << u"{{materialCount}}"_s << u"{{count}}"_s << false;
}

void PapersTest::everyTemplateIsChecked()
{
    QFETCH(QString, file);
    QFETCH(QString, before);
    QFETCH(QString, after);
    const QTemporaryDir folder;
    const QStringList names = QDir(u":/papers"_s).entryList(QDir::Files);
    for (const QString& name : names) {
        QFile source(u":/papers/"_s + name);
        QVERIFY(source.open(QIODevice::ReadOnly));
        QString text = QString::fromUtf8(source.readAll());
        if (name == file)
            text.replace(before, after);
        QFile copy(folder.filePath(name));
        QVERIFY(copy.open(QIODevice::WriteOnly));
        copy.write(text.toUtf8());
    }
    const auto checked = documents::checkTemplates(documents::PaperRenderer(folder.path()));
    QTEST(checked.has_value(), "usable");
    if (!checked)
        QCOMPARE(checked.error().facts.constFirst(), file);
}

void PapersTest::radicals()
{
    QCOMPARE(documents::unifiedIdeograph(u'⼀'), u'一');
    QCOMPARE(documents::unifiedIdeograph(u'⻝'), u'食');
    QCOMPARE(documents::unifiedIdeograph(u'⼾'), u'户');
    QCOMPARE(documents::unifiedIdeograph(u'A'), u'A');
    QCOMPARE(documents::withSearchableText("no pdf"), QByteArray("no pdf"));
}

void PapersTest::pages()
{
    const QByteArray page = training::paintPaper(u"申请表"_s, u"王样例"_s, 1);
    QCOMPARE(page, training::paintPaper(u"申请表"_s, u"王样例"_s, 1));
    const auto checked = documents::checkPage(page, u"image/jpeg"_s, 120);
    QVERIFY(checked);
    QCOMPARE(checked->ref.bytes, page.size());
    QVERIFY(checked->thumbnail.height() <= 120);
    QCOMPARE(documents::checkPage("garbage", u"image/jpeg"_s, 120).error().code, u"page.unreadable"_s);
    QCOMPARE(documents::checkPage(page.first(40), u"image/jpeg"_s, 120).error().code, u"page.unreadable"_s);
}

QTEST_MAIN(PapersTest)
#include "paperstest.moc"
