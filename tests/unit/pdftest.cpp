// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/documents/barcode.h"
#include "app/documents/jpeghead.h"
#include "app/documents/pageedits.h"
#include "app/documents/pageimage.h"
#include "app/documents/pagework.h"
#include "app/documents/pdfbinder.h"
#include "app/documents/qrcode.h"
#include "app/documents/separatorsheet.h"
#include "app/documents/titlereader.h"
#include "tests/support/madepages.h"

#include <QPdfWriter>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace documents;

using namespace madepages;

namespace {

QByteArray sample(const QString& name)
{
    QFile file(QStringLiteral(SAMPLES) + u'/' + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Files that pages come from and go to: JPEG heads, PDF bound and read, TIFF.
class PdfTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void heads_data();
    void heads();
    void boundWithoutReencoding();
    void boundKinds();
    void archive();
    void archiveAgain();
    void pagesOfADocument();
    void imports_data();
    void imports();
    void refusals_data();
    void refusals();
};

void PdfTest::heads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("valid");
    const QByteArray good = encoded(writtenPage(), "JPEG");
    QTest::newRow("good") << good << true;
    QTest::newRow("cut in the head") << good.first(12) << false;
    QTest::newRow("a PNG") << encoded(writtenPage(), "PNG") << false;
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("a segment of no length") << QByteArray::fromHex("ffd8ffe00000") << false;
    QTest::newRow("a size of nothing") << QByteArray::fromHex("ffd8ffc0000b080000000003") + QByteArray(8, '\0') << false;
}

void PdfTest::heads()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, valid);
    const auto head = jpegHead(bytes);
    QCOMPARE(head.has_value(), valid);
    if (valid) {
        QCOMPARE(QSize(head->width, head->height), QSize(1240, 1754));
        QCOMPARE(qRound(head->dpi), Dpi);
        QCOMPARE(head->components, 3);
    }
}

void PdfTest::boundWithoutReencoding()
{
    QList<ImportedPage> pages;
    QTemporaryDir folder;
    for (int i = 0; i < 5; ++i)
        pages.append({encoded(writtenPage(0, u"第%1页"_s.arg(i)), "JPEG", 70 + i * 5), u"image/jpeg"_s});
    const auto pdf = bindPdf(pages, PdfKind::Plain);
    QVERIFY(pdf);
    QFile file(folder.filePath(u"bound.pdf"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(*pdf) == pdf->size());
    file.close();
    QVERIFY(!run(u"qpdf"_s, {u"--check"_s, file.fileName()}).startsWith("failed"));
    QVERIFY(!run(u"pdfimages"_s, {u"-all"_s, file.fileName(), folder.filePath(u"out"_s)}).startsWith("failed"));
    for (int i = 0; i < 5; ++i) {
        QFile out(folder.filePath(u"out-%1.jpg"_s.arg(i, 3, 10, QChar(u'0'))));
        QVERIFY2(out.open(QIODevice::ReadOnly), qPrintable(out.fileName()));
        QCOMPARE(out.readAll(), pages[i].bytes); // to the byte
    }
    qint64 sum = 0;
    for (const ImportedPage& page : pages)
        sum += page.bytes.size();
    QVERIFY(pdf->size() < sum * 101 / 100 + 2000);
    const QByteArray about = run(u"pdfinfo"_s, {file.fileName()});
    QVERIFY2(about.contains("595.2 x 841.92 pts") || about.contains("A4"), about.constData());
}

void PdfTest::boundKinds()
{
    QImage line = writtenPage().convertToFormat(QImage::Format_Mono);
    QImage grey = writtenPage().convertToFormat(QImage::Format_Grayscale8);
    const auto single = bindPdf({{encoded(grey, "JPEG"), u"image/jpeg"_s}}, PdfKind::Plain);
    QVERIFY(single);
    const auto pdf = bindPdf({{encoded(line, "PNG"), u"image/png"_s},
                              {encoded(grey, "PNG"), u"image/png"_s},
                              {encoded(writtenPage(), "PNG"), u"image/png"_s},
                              {encoded(grey, "JPEG"), u"image/jpeg"_s},
                              {*single, u"application/pdf"_s}},
                             PdfKind::Plain);
    QVERIFY(pdf);
    QImage stamp(300, 300, QImage::Format_ARGB32);
    stamp.fill(Qt::transparent);
    QPainter(&stamp).fillRect(100, 100, 20, 20, Qt::black);
    const auto seenThrough = bindPdf({{encoded(stamp, "PNG"), u"image/png"_s}}, PdfKind::Plain);
    QVERIFY(seenThrough);
    QVERIFY(rendered(*seenThrough, 0).pixelColor(5, 5).lightness() > 200); // the paper shows through
    for (int page = 0; page < 5; ++page) {
        const QImage seen = rendered(*pdf, page);
        QVERIFY2(seen.pixelColor(60, seen.height() - 60).lightness() > 200, qPrintable(QString::number(page))); // paper is white
        QVERIFY(!isBlank(seen));
    }
    QVERIFY(!bindPdf({{QByteArray("nonsense"), u"image/jpeg"_s}}, PdfKind::Plain));
    QVERIFY(!bindPdf({}, PdfKind::Plain));
    QVERIFY(!bindPdf({{QByteArray("%PDF-1.4 nonsense"), u"application/pdf"_s}}, PdfKind::Plain));
}

void PdfTest::archive()
{
    const auto pdf =
        bindPdf({{encoded(writtenPage(), "JPEG"), u"image/jpeg"_s}, {encoded(writtenPage(), "PNG"), u"image/png"_s}}, PdfKind::Archive);
    QVERIFY(pdf);
    QVERIFY(pdf->startsWith("%PDF-1.4"));
    QVERIFY(pdf->contains("pdfaid:conformance>B") && pdf->contains("/GTS_PDFA1") && pdf->contains("/ID ["));
    for (qsizetype at = pdf->indexOf("endstream"); at >= 0; at = pdf->indexOf("endstream", at + 9))
        QCOMPARE(pdf->at(at - 1), '\n'); // ISO 19005-1, 6.1.7
    QVERIFY(!pdf->contains("/ObjStm") && !pdf->contains("/XRef"));
}

/// A material that was bound takes another page; a PDF from elsewhere is not made an archive of.
void PdfTest::archiveAgain()
{
    const QByteArray jpeg = encoded(writtenPage(), "JPEG");
    QImage line = writtenPage().convertToFormat(QImage::Format_Mono);
    const auto bound =
        bindPdf({{jpeg, u"image/jpeg"_s}, {encoded(line, "PNG"), u"image/png"_s}, {encoded(writtenPage(), "PNG"), u"image/png"_s}},
                PdfKind::Archive);
    QVERIFY(bound);
    const QByteArray added = encoded(writtenPage(0, u"补交"_s), "JPEG");
    const auto again = bindPdf({{*bound, u"application/pdf"_s}, {added, u"image/jpeg"_s}}, PdfKind::Archive);
    QVERIFY2(again, again ? "" : qPrintable(again.error().code));
    QCOMPARE(pageCount(*again), 4);
    QVERIFY(again->startsWith("%PDF-1.4") && again->count("/GTS_PDFA1") == 1 && again->contains("pdfaid:conformance>B"));
    QVERIFY(again->contains(jpeg) && again->contains(added)); // nothing was encoded anew
    for (int page = 0; page < 3; ++page)
        QCOMPARE(rendered(*again, page), rendered(*bound, page));
    const auto apart = importPages(*bound);
    QVERIFY(apart && bindPdf(*apart, PdfKind::Archive)); // page by page
    QByteArray foreign;
    QBuffer buffer(&foreign);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    QPainter painter(&writer);
    painter.drawText(200, 200, u"words"_s);
    painter.end();
    const auto refused = bindPdf({{jpeg, u"image/jpeg"_s}, {foreign, u"application/pdf"_s}}, PdfKind::Archive);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"bind.foreign"_s);
    QCOMPARE(refused.error().facts, QStringList{u"2"_s}); // the page it is about
    QVERIFY(bindPdf({{jpeg, u"image/jpeg"_s}, {foreign, u"application/pdf"_s}}, PdfKind::Plain));
    const auto broken = bindPdf({{QByteArray("nonsense"), u"image/jpeg"_s}}, PdfKind::Archive);
    QVERIFY(!broken);
    QCOMPARE(broken.error().code, u"bind.unreadable"_s);
}

void PdfTest::pagesOfADocument()
{
    const QByteArray jpeg = encoded(writtenPage(), "JPEG");
    QImage blank(1240, 1754, QImage::Format_RGB32);
    blank.fill(Qt::white);
    const auto pdf = bindPdf({{encoded(blank, "JPEG"), u"image/jpeg"_s}, {jpeg, u"image/jpeg"_s}}, PdfKind::Plain);
    QVERIFY(pdf);
    QCOMPARE(pageCount(*pdf), 2);
    QCOMPARE(pageCount(jpeg), 1);
    QCOMPARE(pageCount("%PDF-1.7\nnonsense"), 0);
    QVERIFY(isBlank(pageImage(*pdf, QSize(1240, 1754), 0)));
    QVERIFY(!isBlank(pageImage(*pdf, QSize(1240, 1754), 1)));
    QVERIFY(pageImage(*pdf, QSize(1240, 1754), 2).isNull());
    QVERIFY(wholeImage(*pdf).isNull()); // it has no size of its own
}

void PdfTest::imports_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("pages");
    QTest::addColumn<QString>("mediaType");
    const QByteArray jpeg = encoded(writtenPage(), "JPEG");
    QTest::newRow("JPEG") << jpeg << 1 << u"image/jpeg"_s;
    QTest::newRow("JPEG with something behind it") << jpeg + QByteArray(500, '\0') << 1 << u"image/jpeg"_s;
    QTest::newRow("PNG") << encoded(writtenPage(), "PNG") << 1 << u"image/png"_s;
    QTest::newRow("TIFF of three") << sample(u"three.tiff"_s) << 3 << u"image/jpeg"_s;
    QTest::newRow("fax TIFF") << sample(u"fax.tiff"_s) << 1 << u"image/png"_s;
    const auto pdf =
        bindPdf({{jpeg, u"image/jpeg"_s}, {jpeg, u"image/jpeg"_s}, {jpeg, u"image/jpeg"_s}, {jpeg, u"image/jpeg"_s}}, PdfKind::Plain);
    QTest::newRow("PDF of four") << *pdf << 4 << u"application/pdf"_s;
}

void PdfTest::imports()
{
    QFETCH(QByteArray, file);
    QFETCH(int, pages);
    QFETCH(QString, mediaType);
    const auto imported = importPages(file);
    QVERIFY2(imported, imported ? "" : qPrintable(imported.error().code));
    QCOMPARE(imported->size(), pages);
    for (const ImportedPage& page : *imported)
        QCOMPARE(page.mediaType, mediaType);
    QCOMPARE(importPages(file)->constFirst().bytes, imported->constFirst().bytes); // the same page is the same page
    QVERIFY(bindPdf(*imported, PdfKind::Plain));
    if (mediaType == u"image/jpeg" && pages == 1)
        QCOMPARE(imported->constFirst().bytes, file);
}

void PdfTest::refusals_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("code");
    const QByteArray jpeg = encoded(writtenPage(), "JPEG");
    QTest::newRow("nothing") << QByteArray() << u"import.unknown"_s;
    QTest::newRow("a text") << QByteArray("hello") << u"import.unknown"_s;
    QTest::newRow("HEIC") << QByteArray::fromHex("00000018") + "ftypheic" + QByteArray(40, 'x') << u"import.heic"_s;
    QTest::newRow("half a JPEG") << jpeg.first(jpeg.size() / 2) << u"page.unreadable"_s;
    const QByteArray small = encoded(writtenPage().scaledToWidth(200), "JPEG");
    const QByteArray cut = small.first(small.size() * 9 / 10);
    QTest::newRow("a small JPEG cut off") << cut << u"page.unreadable"_s;
    QTest::newRow("a cut one with a small picture in its head")
        << QByteArray::fromHex("ffd8ffef0006ffd8ffd9") + cut.sliced(2) << u"page.unreadable"_s;
    QByteArray deep = "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
                      "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/X 4 0 R>> endobj\n";
    for (int i = 4; i < 60'000; ++i)
        deep += QByteArray::number(i) + " 0 obj [" + QByteArray::number(i + 1) + " 0 R] endobj\n";
    QTest::newRow("a PDF nested without end") << deep + "trailer <</Root 1 0 R>>\n%%EOF" << u"page.unreadable"_s;
    QTest::newRow("half a JPEG head") << jpeg.first(20) << u"page.unreadable"_s;
    QTest::newRow("no PDF") << QByteArray("%PDF-1.7\nnonsense") << u"page.unreadable"_s;
    const QByteArray whole = sample(u"three.tiff"_s);
    QTest::newRow("a TIFF cut in its last directory") << whole.first(whole.size() - 200) << u"page.unreadable"_s;
    QTest::newRow("no TIFF") << QByteArray("II*\0nonsense", 12) << u"page.unreadable"_s;
    QByteArray bomb =
        QByteArray::fromHex("89504e470d0a1a0a0000000d49484452") + QByteArray::fromHex("0000ffff0000ffff0802000000") + QByteArray(64, '\0');
    QTest::newRow("a PNG of four thousand million pixels") << bomb << u"page.unreadable"_s;
    QTest::newRow("larger than any page") << QByteArray("\xFF\xD8\xFF") + QByteArray(65LL * 1024 * 1024, 'x') << u"import.too-large"_s;
    QByteArray wide = jpeg; // the size in its frame header is a lie
    const qsizetype frame = wide.indexOf(QByteArray::fromHex("ffc0"));
    wide.replace(frame + 5, 4, QByteArray::fromHex("ffffffff"));
    QTest::newRow("a JPEG that claims 65535x65535") << wide << u"import.too-large"_s;
    QTemporaryDir folder;
    const auto pdf = bindPdf({{jpeg, u"image/jpeg"_s}}, PdfKind::Plain);
    QFile plain(folder.filePath(u"plain.pdf"_s));
    plain.open(QIODevice::WriteOnly);
    plain.write(*pdf);
    plain.close();
    run(u"qpdf"_s, {u"--encrypt"_s, u"secret"_s, u"owner"_s, u"256"_s, u"--"_s, plain.fileName(), folder.filePath(u"locked.pdf"_s)});
    QFile locked(folder.filePath(u"locked.pdf"_s));
    locked.open(QIODevice::ReadOnly);
    QTest::newRow("a locked PDF") << locked.readAll() << u"import.locked"_s;
    QTest::newRow("a PDF whose page is larger than any")
        << bindPdf({{jpeg, u"image/jpeg"_s}}, PdfKind::Archive)->replace("0 0 595.20", "0 0 599999") << u"import.too-large"_s;
}

void PdfTest::refusals()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, code);
    const auto imported = importPages(file);
    QVERIFY(!imported);
    QCOMPARE(imported.error().code, code);
}

QTEST_MAIN(PdfTest)
#include "pdftest.moc"
