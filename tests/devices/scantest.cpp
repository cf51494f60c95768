// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/scanner/esclsource.h"
#include "devices/scanner/esclxml.h"
#include "devices/simulated/esclsimulator.h"

#include <QBuffer>
#include <QImage>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace devices;
using Fault = EsclSimulator::Fault;

class ScanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholePages();
    void xml();
    void scan_data();
    void scan();
    void nobodyAnswers();
    void cancel();

private:
    static QList<QByteArray> pages(int count);
};

QList<QByteArray> ScanTest::pages(int count)
{
    QList<QByteArray> result;
    for (int i = 0; i < count; ++i) {
        QImage image(200, 280, QImage::Format_RGB32);
        image.fill(QColor(250, 250, 200 + i));
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "JPEG");
        result.append(bytes);
    }
    return result;
}

void ScanTest::wholePages()
{
    const QByteArray page = pages(1).constFirst();
    QVERIFY(isWholePage(page, u"image/jpeg"_s));
    QVERIFY(isWholePage(page + QByteArray(3, '\0'), u"image/jpeg"_s)); // padded to a block
    QVERIFY(!isWholePage(page.first(page.size() / 2), u"image/jpeg"_s));
    QVERIFY(!isWholePage({}, u"image/jpeg"_s));
    QVERIFY(isWholePage("%PDF-1.4 ... %%EOF\n", u"application/pdf"_s));
    QVERIFY(!isWholePage("%PDF-1.4 ...", u"application/pdf"_s));
}

void ScanTest::xml()
{
    QVERIFY(!parseEsclCapabilities("<html>not found</html>").valid);
    QVERIFY(!parseEsclCapabilities("<scan:ScannerCapabilities").valid);
    QVERIFY(!parseEsclStatus({}, {}).valid);
    EsclCapabilities capabilities;
    capabilities.resolutions = {150, 600};
    const QByteArray settings = esclScanSettings({ScanInput::Feeder, ScanColour::Grey, 200}, capabilities, true);
    QVERIFY(settings.contains("<scan:XResolution>150<")); // the nearest the device has
    QVERIFY(settings.contains("Feeder") && settings.contains("Grayscale8"));
}

void ScanTest::scan_data()
{
    QTest::addColumn<int>("loaded");
    QTest::addColumn<QList<Fault>>("faults");
    QTest::addColumn<ScanEnd>("end");
    QTest::addColumn<int>("arrived");
    using F = QList<Fault>;
    QTest::newRow("one page") << 1 << F{} << ScanEnd::Done << 1;
    QTest::newRow("many pages") << 7 << F{} << ScanEnd::Done << 7;
    QTest::newRow("empty feeder") << 0 << F{} << ScanEnd::NoPaper << 0;
    QTest::newRow("ends with 410") << 2 << F{Fault::EndsWith410} << ScanEnd::Done << 2;
    QTest::newRow("ends with 409") << 2 << F{Fault::EndsWith409} << ScanEnd::Done << 2;
    QTest::newRow("wrong host in Location") << 2 << F{Fault::WrongLocation} << ScanEnd::Done << 2;
    QTest::newRow("relative Location") << 2 << F{Fault::RelativeLocation} << ScanEnd::Done << 2;
    QTest::newRow("busy for a moment") << 2 << F{Fault::BusyOnce} << ScanEnd::Done << 2;
    QTest::newRow("truncated page") << 2 << F{Fault::Truncated} << ScanEnd::PageDamaged << 0;
    QTest::newRow("empty page") << 2 << F{Fault::Empty} << ScanEnd::PageDamaged << 0;
    QTest::newRow("jam") << 2 << F{Fault::Jam} << ScanEnd::Jam << 0;
}

void ScanTest::scan()
{
    QFETCH(int, loaded);
    QFETCH(QList<Fault>, faults);
    QFETCH(ScanEnd, end);
    QFETCH(int, arrived);
    EsclSimulator simulator;
    EsclSource source(QUrl(u"http://127.0.0.1:%1"_s.arg(simulator.start())));
    const auto paper = pages(loaded);
    simulator.loadPaper(paper);
    for (const Fault fault : faults)
        simulator.setFault(fault);
    QSignalSpy page(&source, &ScanSource::pageArrived);
    QSignalSpy ended(&source, &ScanSource::ended);
    source.start({});
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(ended[0][0].value<ScanEnd>(), end);
    QCOMPARE(page.size(), arrived);
    for (int i = 0; i < arrived; ++i)
        QCOMPARE(page[i][0].toByteArray(), paper[i]);
    simulator.loadPaper(pages(1)); // the next scan works, whatever went before
    source.start({});
    QTRY_COMPARE(ended.size(), 2);
    QCOMPARE(ended[1][0].value<ScanEnd>(), ScanEnd::Done);
}

void ScanTest::nobodyAnswers()
{
    EsclSource source(QUrl(u"http://127.0.0.1:1"_s));
    QSignalSpy ended(&source, &ScanSource::ended);
    QSignalSpy available(&source, &ScanSource::availability);
    source.start({});
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(ended[0][0].value<ScanEnd>(), ScanEnd::NotFound);
    source.probe();
    QTRY_COMPARE(available.size(), 1);
    QVERIFY(!available[0][0].toBool());
}

void ScanTest::cancel()
{
    EsclSimulator simulator;
    EsclSource source(QUrl(u"http://127.0.0.1:%1"_s.arg(simulator.start())));
    simulator.loadPaper(pages(30));
    QSignalSpy ended(&source, &ScanSource::ended);
    connect(&source, &ScanSource::pageArrived, &source, &ScanSource::cancel);
    source.start({});
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(ended[0][0].value<ScanEnd>(), ScanEnd::Cancelled);
    QCOMPARE(ended[0][1].toInt(), 1);
}

QTEST_MAIN(ScanTest)
#include "scantest.moc"
