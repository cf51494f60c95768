// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/worker/dib.h"

#include <QTest>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace {

struct Head
{
    qint32 width = 5;
    qint32 height = 3;
    quint16 depth = 24;
    quint32 size = 40;
    quint32 compression = 0;
    quint32 colours = 0;
};

template<class Number> void append(QByteArray& bytes, Number number)
{
    const Number little = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char*>(&little), sizeof little);
}

QByteArray headed(const Head& head, const QList<quint32>& palette = {})
{
    QByteArray bytes;
    append(bytes, head.size);
    append(bytes, head.width);
    append(bytes, head.height);
    append(bytes, quint16(1));
    append(bytes, head.depth);
    append(bytes, head.compression);
    append(bytes, quint32(0)); // size of the lines, which may be left out
    append(bytes, quint32(0));
    append(bytes, quint32(0));
    append(bytes, head.colours);
    append(bytes, quint32(0));
    bytes.append(qsizetype(head.size) - 40, '\0');
    for (const quint32 colour : palette)
        append(bytes, colour);
    return bytes;
}

/// Five by three: the first line red, the second green, the third blue; sixteen bytes a line with one of padding.
QByteArray stripes(bool upwards)
{
    const QByteArray red = QByteArray("\x00\x00\xff", 3).repeated(5) + '\x77';
    const QByteArray green = QByteArray("\x00\xff\x00", 3).repeated(5) + '\x77';
    const QByteArray blue = QByteArray("\xff\x00\x00", 3).repeated(5) + '\x77';
    return upwards ? blue + green + red : red + green + blue;
}

} // namespace

/// Pages as WIA hands them over (BITMAPINFOHEADER, [MS-WMF] 2.2.2.3).
class DibTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void colour_data();
    void colour();
    void grey();
    void lineArt();
    void refusals_data();
    void refusals();
};

void DibTest::colour_data()
{
    QTest::addColumn<QByteArray>("dib");
    QTest::newRow("upwards") << headed({}) + stripes(true);
    QTest::newRow("downwards") << headed({.height = -3}) + stripes(false);
    QTest::newRow("a height not known before the end") << headed({.height = 0}) + stripes(false);
    QTest::newRow("a longer header") << headed({.size = 124}) + stripes(true);
    QTest::newRow("more than was told") << headed({.height = -3}) + stripes(false) + QByteArray(7, 'x');
}

void DibTest::colour()
{
    QFETCH(QByteArray, dib);
    const QImage page = devices::dibImage(dib, 300);
    QCOMPARE(page.size(), QSize(5, 3));
    QCOMPARE(page.pixelColor(0, 0), QColor(Qt::red));
    QCOMPARE(page.pixelColor(4, 1), QColor(Qt::green));
    QCOMPARE(page.pixelColor(4, 2), QColor(Qt::blue));
    QCOMPARE(page.dotsPerMeterX(), 11811);
    QCOMPARE(page.dotsPerMeterY(), 11811);
}

void DibTest::grey()
{
    QList<quint32> palette;
    for (quint32 level = 0; level < 256; ++level)
        palette.append(level * 0x010101);
    const QImage page =
        devices::dibImage(headed({.width = 3, .height = -2, .depth = 8}, palette) + QByteArray::fromHex("00 80 ff 77 11 22 33 77"), 200);
    QCOMPARE(page.format(), QImage::Format_Grayscale8);
    QCOMPARE(page.size(), QSize(3, 2));
    QCOMPARE(qGray(page.pixel(1, 0)), 0x80);
    QCOMPARE(qGray(page.pixel(2, 1)), 0x33);
}

void DibTest::lineArt()
{
    const QImage page = devices::dibImage(
        headed({.width = 9, .height = -1, .depth = 1, .colours = 2}, {0x000000, 0xffffff}) + QByteArray::fromHex("7f 80 00 00"), 300);
    QCOMPARE(page.size(), QSize(9, 1));
    QCOMPARE(page.pixelColor(0, 0), QColor(Qt::black));
    QCOMPARE(page.pixelColor(1, 0), QColor(Qt::white));
    QCOMPARE(page.pixelColor(8, 0), QColor(Qt::white));
}

void DibTest::refusals_data()
{
    QTest::addColumn<QByteArray>("dib");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half a header") << headed({}).first(20);
    QTest::newRow("a header alone") << headed({});
    QTest::newRow("a line short") << headed({}) + stripes(true).first(47);
    QTest::newRow("an old header") << headed({}).replace(0, 1, "\x0c") + stripes(true);
    QTest::newRow("compressed") << headed({.compression = 1}) + stripes(true);
    QTest::newRow("no width") << headed({.width = 0}) + stripes(true);
    QTest::newRow("a negative width") << headed({.width = -5}) + stripes(true);
    QTest::newRow("wider than paper") << headed({.width = 2'000'000'000}) + stripes(true);
    QTest::newRow("the most negative height") << headed({.height = INT32_MIN}) + stripes(true);
    QTest::newRow("sixteen bits") << headed({.depth = 16}) + stripes(true);
    QTest::newRow("more colours than there can be") << headed({.depth = 8, .colours = 0x7fffffff}) + stripes(true);
    QTest::newRow("a header beyond the end") << headed({}).replace(0, 4, "\xff\xff\xff\x7f") + stripes(true);
    QTest::newRow("a page of gigabytes") << headed({.width = 30'000, .height = 0, .depth = 24});
}

void DibTest::refusals()
{
    QFETCH(QByteArray, dib);
    QVERIFY(devices::dibImage(dib, 300).isNull());
}

QTEST_GUILESS_MAIN(DibTest)
#include "dibtest.moc"
