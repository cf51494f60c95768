// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/documents/barcode.h"
#include "app/documents/jpeghead.h"
#include "app/documents/pagework.h"
#include "app/documents/pdfbinder.h"
#include "app/documents/qrcode.h"
#include "app/documents/separatorsheet.h"
#include "app/documents/titlereader.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace documents;

namespace {

constexpr int Dpi = 150;

/// A page of lines of text, A4 at 150 dpi.
QImage writtenPage(double degrees = 0, const QString& title = u"营业执照"_s)
{
    QImage page(1240, 1754, QImage::Format_RGB32);
    page.setDotsPerMeterX(qRound(Dpi / 0.0254));
    page.setDotsPerMeterY(qRound(Dpi / 0.0254));
    page.fill(QColor(250, 249, 245));
    QPainter painter(&page);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(620, 877);
    painter.rotate(degrees);
    painter.translate(-620, -877);
    QFont font(u"Noto Sans CJK SC"_s);
    font.setPixelSize(60);
    painter.setFont(font);
    painter.drawText(QRect(200, 200, 840, 100), Qt::AlignCenter, title);
    font.setPixelSize(28);
    painter.setFont(font);
    for (int line = 0; line < 22; ++line)
        painter.drawText(200, 420 + line * 50, u"本页第%1行是为测试写的文字，没有真实的内容。"_s.arg(line + 1));
    return page;
}

QByteArray encoded(const QImage& image, const char* format, int quality = -1)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, quality);
    return bytes;
}

QImage rendered(const QByteArray& pdf, int page)
{
    QByteArray bytes = pdf;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&buffer);
    return document.render(page, (document.pagePointSize(page) * 2).toSize());
}

QByteArray run(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return process.exitCode() == 0 ? process.readAllStandardOutput() : "failed: " + process.readAllStandardError();
}

} // namespace

/// Pages after capture: straightened, read, bound, imported.
class PagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void skew_data();
    void skew();
    void blank_data();
    void blank();
    void content();
    void turns();
    void perspective();
    void cardAtTrueSize();
    void targetSize();
    void barcodes_data();
    void barcodes();
    void separators();
    void titles();
    void heads_data();
    void heads();
    void boundWithoutReencoding();
    void boundKinds();
    void archive();
    void imports_data();
    void imports();
    void refusals_data();
    void refusals();
};

void PagesTest::skew_data()
{
    QTest::addColumn<double>("degrees");
    for (const double degrees : {-4.0, -2.5, -0.5, 0.0, 1.0, 2.5, 5.0})
        QTest::addRow("%.1f", degrees) << degrees;
}

void PagesTest::skew()
{
    QFETCH(double, degrees);
    const QImage page = writtenPage(degrees);
    QVERIFY2(std::abs(skewOf(page) + degrees) < 0.2, qPrintable(QString::number(skewOf(page))));
    const QImage straight = deskewed(page);
    QCOMPARE(straight.size(), page.size());
    QCOMPARE(straight.dotsPerMeterX(), page.dotsPerMeterX());
    QVERIFY(std::abs(skewOf(straight)) < 0.2);
}

void PagesTest::blank_data()
{
    QTest::addColumn<QImage>("page");
    QTest::addColumn<bool>("blank");
    QImage empty(1240, 1754, QImage::Format_RGB32);
    empty.fill(QColor(245, 245, 240));
    QImage speckled = empty;
    for (int i = 0; i < 400; ++i)
        speckled.setPixelColor((i * 7919) % 1240, (i * 104'729) % 1754, Qt::black);
    QImage shadowed = empty;
    {
        QPainter painter(&shadowed);
        QLinearGradient shade(0, 0, 1240, 0);
        shade.setColorAt(0, QColor(190, 190, 190));
        shade.setColorAt(0.2, QColor(245, 245, 240));
        painter.fillRect(shadowed.rect(), shade);
        painter.fillRect(0, 0, 14, 1754, Qt::black);
    }
    QImage oneLine = empty;
    {
        QPainter painter(&oneLine);
        QFont font(u"Noto Sans CJK SC"_s);
        font.setPixelSize(28);
        painter.setFont(font);
        painter.drawText(300, 800, u"本页有一行字，不是空白页"_s);
    }
    QTest::newRow("empty") << empty << true;
    QTest::newRow("speckle") << speckled << true;
    QTest::newRow("shadow and dark edge") << shadowed << true;
    QTest::newRow("one line") << oneLine << false;
    QTest::newRow("written") << writtenPage() << false;
    QTest::newRow("no page at all") << QImage() << false; // never thrown away
}

void PagesTest::blank()
{
    QFETCH(QImage, page);
    QFETCH(bool, blank);
    QCOMPARE(isBlank(page), blank);
}

void PagesTest::content()
{
    QImage page(1240, 1754, QImage::Format_RGB32);
    page.setDotsPerMeterX(qRound(Dpi / 0.0254));
    page.fill(Qt::white);
    QPainter(&page).fillRect(400, 500, 300, 200, Qt::black);
    const QRect found = contentOf(page);
    QVERIFY(found.contains(QRect(400, 500, 300, 200)));
    QVERIFY(found.width() < 340 && found.height() < 240);
    QImage blank(1240, 1754, QImage::Format_RGB32);
    blank.fill(Qt::white);
    QCOMPARE(contentOf(blank), blank.rect());
}

void PagesTest::turns()
{
    const QImage page = writtenPage();
    QCOMPARE(turned(page, 1).size(), page.size().transposed());
    QCOMPARE(turned(turned(page, 1), 3).convertToFormat(QImage::Format_RGB32), page);
    QCOMPARE(turned(page, 4), page);
}

void PagesTest::perspective()
{
    QImage desk(1600, 1200, QImage::Format_RGB32);
    desk.fill(QColor(60, 50, 45));
    const QPolygonF corners{QPointF(400, 120), QPointF(1250, 180), QPointF(1180, 1120), QPointF(340, 1040)};
    QTransform onto;
    QVERIFY(QTransform::quadToQuad(QPolygonF(QList<QPointF>{{0, 0}, {1240, 0}, {1240, 1754}, {0, 1754}}), corners, onto));
    {
        QPainter painter(&desk);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.setTransform(onto);
        painter.drawImage(0, 0, writtenPage());
    }
    const QPolygonF found = sheetIn(desk);
    QCOMPARE(found.size(), 4);
    for (int i = 0; i < 4; ++i)
        QVERIFY2(QLineF(found[i], corners[i]).length() < 15, qPrintable(QString::number(i)));
    const QImage page = straightened(desk, found);
    QVERIFY(page.width() > 800 && page.height() > 900);
    QVERIFY(page.pixelColor(30, page.height() - 30).lightness() > 200); // paper to the corner
    QCOMPARE(straightened(desk, {}).size(), desk.size());
}

void PagesTest::cardAtTrueSize()
{
    QImage card(400, 252, QImage::Format_RGB32);
    card.fill(Qt::red);
    const QImage sheet = cardSheet(card, card);
    QCOMPARE(sheet.size(), QSize(2480, 3508));
    int red = 0;
    for (int x = 0; x < sheet.width(); ++x)
        red += sheet.pixelColor(x, 1000).red() > 200 && sheet.pixelColor(x, 1000).green() < 60 ? 1 : 0;
    QVERIFY2(std::abs(red - 85.6 * 300 / 25.4) < 3, qPrintable(QString::number(red)));
}

void PagesTest::targetSize()
{
    const QImage page = writtenPage();
    for (const qint64 most : {400'000, 120'000, 30'000}) {
        const QByteArray bytes = jpegWithin(page, most);
        QVERIFY(!bytes.isEmpty() && bytes.size() <= most);
        QVERIFY(!QImage::fromData(bytes).isNull());
    }
    QVERIFY(jpegWithin(page, 10).isEmpty());
    QVERIFY(jpegWithin({}, 10'000).isEmpty());
}

void PagesTest::barcodes_data()
{
    QTest::addColumn<int>("quarters");
    QTest::addColumn<double>("degrees");
    QTest::newRow("upright") << 0 << 0.0;
    QTest::newRow("upside down") << 2 << 0.0;
    QTest::newRow("on its side") << 1 << 0.0;
    QTest::newRow("skewed") << 0 << 3.0;
}

void PagesTest::barcodes()
{
    QFETCH(int, quarters);
    QFETCH(double, degrees);
    QImage page(1240, 1754, QImage::Format_RGB32);
    page.fill(Qt::white);
    {
        QPainter painter(&page);
        painter.translate(620, 877);
        painter.rotate(degrees);
        painter.drawImage(-200, -200, qrCode(u"编号 123"_s, 400));
    }
    QCOMPARE(barcodesOn(turned(page, quarters)), QStringList{u"编号 123"_s});
    QVERIFY(barcodesOn(writtenPage()).isEmpty());
}

/// A separator comes out of the printer, goes through a scanner crooked and grey, and still says whose it is.
void PagesTest::separators()
{
    core::ServiceItem item;
    item.code = u"31-0101:X"_s;
    item.name = u"食品经营许可证核发"_s;
    item.materials = {{u"M1"_s, u"营业执照"_s}, {u"M2"_s, u"经营场所平面图"_s}};
    const QByteArray pdf = separatorSheets(item, item.materials);
    for (int sheet = 0; sheet < 2; ++sheet) {
        QImage scan = rendered(pdf, sheet);
        QImage crooked(scan.size(), QImage::Format_RGB32);
        crooked.fill(QColor(235, 235, 230));
        QPainter painter(&crooked);
        painter.translate(20, 15);
        painter.rotate(-1.5);
        painter.drawImage(0, 0, scan);
        painter.end();
        const core::PageClue clue = clueOf(QImage::fromData(encoded(turned(crooked, sheet * 2), "JPEG", 60)), item.code);
        QVERIFY(clue.separator);
        QCOMPARE(clue.separatesMaterial, item.materials[sheet].code);
        QVERIFY(clueOf(crooked, u"another item"_s).separatesMaterial.isEmpty());
    }
    QVERIFY(!clueOf(writtenPage(), item.code).separator);
}

void PagesTest::titles()
{
    const TitleReader reader;
    if (!reader.isPresent())
        QSKIP("Tesseract is not installed");
    const QString title = reader.titleOf(writtenPage(0, u"房屋租赁合同"_s));
    QVERIFY2(core::likeness(u"房屋租赁合同"_s, title) > 0.7, qPrintable(title));
    QVERIFY(TitleReader(QString()).titleOf(writtenPage()).isEmpty());
    QVERIFY(TitleReader(u"/no/such/program"_s).titleOf(writtenPage()).isEmpty());
}

void PagesTest::heads_data()
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

void PagesTest::heads()
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

void PagesTest::boundWithoutReencoding()
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

void PagesTest::boundKinds()
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

void PagesTest::archive()
{
    const auto pdf =
        bindPdf({{encoded(writtenPage(), "JPEG"), u"image/jpeg"_s}, {encoded(writtenPage(), "PNG"), u"image/png"_s}}, PdfKind::Archive);
    QVERIFY(pdf);
    QVERIFY(pdf->startsWith("%PDF-1.4"));
    QVERIFY(pdf->contains("pdfaid:conformance>B") && pdf->contains("/GTS_PDFA1") && pdf->contains("/ID ["));
    for (qsizetype at = pdf->indexOf("endstream"); at >= 0; at = pdf->indexOf("endstream", at + 9))
        QCOMPARE(pdf->at(at - 1), '\n'); // ISO 19005-1, 6.1.7
    QVERIFY(!pdf->contains("/ObjStm") && !pdf->contains("/XRef"));
    QVERIFY(!bindPdf({{*pdf, u"application/pdf"_s}}, PdfKind::Archive));
}

void PagesTest::imports_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("pages");
    QTest::addColumn<QString>("mediaType");
    QTemporaryDir folder;
    const auto made = [&](const QStringList& arguments, const QString& name) {
        run(u"convert"_s, arguments + QStringList{folder.filePath(name)});
        QFile file(folder.filePath(name));
        file.open(QIODevice::ReadOnly);
        return file.readAll();
    };
    const QByteArray jpeg = encoded(writtenPage(), "JPEG");
    QTest::newRow("JPEG") << jpeg << 1 << u"image/jpeg"_s;
    QTest::newRow("PNG") << encoded(writtenPage(), "PNG") << 1 << u"image/png"_s;
    QTest::newRow("TIFF of three") << made({u"-size"_s, u"300x400"_s, u"xc:red"_s, u"xc:green"_s, u"xc:blue"_s}, u"three.tiff"_s) << 3
                                   << u"image/jpeg"_s;
    QTest::newRow("fax TIFF") << made({u"-size"_s, u"300x400"_s, u"pattern:checkerboard"_s, u"-monochrome"_s, u"-compress"_s, u"Group4"_s},
                                      u"fax.tiff"_s)
                              << 1 << u"image/png"_s;
    const auto pdf =
        bindPdf({{jpeg, u"image/jpeg"_s}, {jpeg, u"image/jpeg"_s}, {jpeg, u"image/jpeg"_s}, {jpeg, u"image/jpeg"_s}}, PdfKind::Plain);
    QTest::newRow("PDF of four") << *pdf << 4 << u"application/pdf"_s;
}

void PagesTest::imports()
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

void PagesTest::refusals_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("code");
    const QByteArray jpeg = encoded(writtenPage(), "JPEG");
    QTemporaryDir folder2;
    QTest::newRow("nothing") << QByteArray() << u"import.unknown"_s;
    QTest::newRow("a text") << QByteArray("hello") << u"import.unknown"_s;
    QTest::newRow("HEIC") << QByteArray::fromHex("00000018") + "ftypheic" + QByteArray(40, 'x') << u"import.heic"_s;
    QTest::newRow("half a JPEG") << jpeg.first(jpeg.size() / 2) << u"page.unreadable"_s;
    QByteArray deep = "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
                      "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/X 4 0 R>> endobj\n";
    for (int i = 4; i < 60'000; ++i)
        deep += QByteArray::number(i) + " 0 obj [" + QByteArray::number(i + 1) + " 0 R] endobj\n";
    QTest::newRow("a PDF nested without end") << deep + "trailer <</Root 1 0 R>>\n%%EOF" << u"page.unreadable"_s;
    QTest::newRow("half a JPEG head") << jpeg.first(20) << u"page.unreadable"_s;
    QTest::newRow("no PDF") << QByteArray("%PDF-1.7\nnonsense") << u"page.unreadable"_s;
    run(u"convert"_s, {u"-size"_s, u"300x400"_s, u"xc:red"_s, u"xc:green"_s, folder2.filePath(u"two.tiff"_s)});
    QFile two(folder2.filePath(u"two.tiff"_s));
    two.open(QIODevice::ReadOnly);
    const QByteArray whole = two.readAll();
    QTest::newRow("a TIFF cut in its second directory") << whole.first(whole.size() - 300) << u"page.unreadable"_s;
    QTest::newRow("no TIFF") << QByteArray("II*\0nonsense", 12) << u"page.unreadable"_s;
    QByteArray bomb =
        QByteArray::fromHex("89504e470d0a1a0a0000000d49484452") + QByteArray::fromHex("0000ffff0000ffff0802000000") + QByteArray(64, '\0');
    QTest::newRow("a PNG of four thousand million pixels") << bomb << u"page.unreadable"_s;
    QTest::newRow("larger than any page") << QByteArray("\xFF\xD8\xFF") + QByteArray(65 * 1024 * 1024, 'x') << u"import.too-large"_s;
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

void PagesTest::refusals()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, code);
    const auto imported = importPages(file);
    QVERIFY(!imported);
    QCOMPARE(imported.error().code, code);
}

QTEST_MAIN(PagesTest)
#include "pagestest.moc"
