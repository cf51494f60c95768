// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/documents/barcode.h"
#include "app/documents/jpeghead.h"
#include "app/documents/pageedits.h"
#include "app/documents/pagework.h"
#include "app/documents/pdfbinder.h"
#include "app/documents/qrcode.h"
#include "app/documents/separatorsheet.h"
#include "app/documents/sheetwatch.h"
#include "app/documents/titlereader.h"
#include "tests/support/madepages.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace documents;

using namespace madepages;

/// Pages after capture: straightened, changed, read.
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
    void sheetsThatLieStill();
    void stepsOverAPage();
    void changedPagesAreNotInflated();
    void barcodes_data();
    void barcodes();
    void separators();
    void titles();
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

void PagesTest::sheetsThatLieStill()
{
    const auto frame = [](const QImage& sheet, double dx, double degrees, int noise) {
        QImage seen(1200, 900, QImage::Format_RGB32);
        seen.fill(QColor(60, 60, 64));
        QPainter painter(&seen);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        if (!sheet.isNull()) {
            painter.translate(600 + dx, 450);
            painter.rotate(degrees);
            painter.drawImage(QRectF(-270, -380, 540, 760), sheet);
        }
        painter.end();
        for (int i = noise; i < seen.width() * seen.height(); i += 97) // a sensor's grain
            seen.setPixel(i % seen.width(), i / seen.width(), seen.pixel(i % seen.width(), i / seen.width()) ^ 0x030303);
        return seen;
    };
    const QImage one = writtenPage();
    QImage other = one;
    QPainter(&other).fillRect(300, 500, 600, 500, QColor(40, 60, 140));
    SheetWatch watch;
    qint64 ms = 0;
    const auto freshIn = [&](int looks, const QImage& sheet, double dx = 0, double degrees = 2) {
        int fresh = 0;
        for (int i = 0; i < looks; ++i, ms += 100)
            fresh += watch.look(frame(sheet, dx, degrees, i), ms, SheetShare).fresh ? 1 : 0;
        return fresh;
    };
    QCOMPARE(freshIn(20, {}), 0); // a desk
    for (int dx = 200; dx > 0; dx -= 40)
        QCOMPARE(freshIn(1, one, dx), 0); // it moves
    QCOMPARE(freshIn(3, one), 0);
    QCOMPARE(freshIn(30, one), 1);          // once
    QCOMPARE(freshIn(30, one, 25, 4), 0);   // put straight afterwards: still the same
    QCOMPARE(freshIn(30, other, 25, 4), 1); // laid on top
    QCOMPARE(freshIn(5, {}), 0);
    QCOMPARE(freshIn(30, other), 1); // taken away and laid down again
    QCOMPARE(freshIn(5, {}), 0);
    freshIn(3, one);
    watch.captured(); // by hand, before it was told
    QCOMPARE(freshIn(30, one), 0);
}

void PagesTest::stepsOverAPage()
{
    QImage page(400, 600, QImage::Format_RGB32);
    page.fill(Qt::white);
    for (int y = 0; y < 60; ++y) {
        for (int x = 0; x < 100; ++x)
            page.setPixelColor(x, y, Qt::red); // top left
    }
    using Kind = core::PageStep::Kind;
    const QImage turned = afterSteps(page, {{Kind::Turn, 1, {}, {}}});
    QCOMPARE(turned.size(), QSize(600, 400));
    QCOMPARE(turned.pixelColor(595, 5), QColor(Qt::red)); // now top right
    const QImage cropped = afterSteps(page, {{Kind::Turn, 1, {}, {}}, {Kind::Crop, 0, {0.75, 0, 0.25, 0.5}, {}}});
    QCOMPARE(cropped.size(), QSize(150, 200));
    QCOMPARE(cropped.pixelColor(149, 0), QColor(Qt::red));
    QCOMPARE(afterSteps(page, {{Kind::Crop, 0, {2, 2, 1, 1}, {}}}).size(), page.size()); // a frame beside the page
    const QImage flat = afterSteps(page, {{Kind::Flatten, 0, {}, {{0, 0}, {0.25, 0}, {0.25, 0.1}, {0, 0.1}}}});
    QCOMPARE(flat.size(), QSize(100, 60));
    QCOMPARE(flat.pixelColor(50, 30), QColor(Qt::red));
    QCOMPARE(afterSteps(page, {{Kind::Flatten, 0, {}, {{0, 0}}}}).size(), page.size());
}

void PagesTest::changedPagesAreNotInflated()
{
    QByteArray original;
    QBuffer buffer(&original);
    buffer.open(QIODevice::WriteOnly);
    QVERIFY(writtenPage(2.5).save(&buffer, "JPEG", 75));
    const QImage whole = wholePage(original);
    const QByteArray changed = changedPage(afterSteps(whole, {{core::PageStep::Kind::Straighten, 0, {}, {}}}), original);
    QVERIFY(!changed.isEmpty());
    QVERIFY2(changed.size() <= std::max<qint64>(256LL * 1024, original.size() * 23 / 20), qPrintable(QString::number(changed.size())));
    QCOMPARE(wholePage(changed).size(), whole.size());
    QVERIFY(std::abs(skewOf(wholePage(changed))) < 0.2);
    QVERIFY(wholePage("no picture").isNull());
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

QTEST_MAIN(PagesTest)
#include "pagestest.moc"
