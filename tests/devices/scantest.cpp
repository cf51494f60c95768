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
    void cancelAtEveryMoment();
    void deleteThatFails();
    void busyForever();
    void bodiesThatDoNotCome_data();
    void bodiesThatDoNotCome();
    void glass();
    void blackWhiteBecomesGrey();
    void certificates();

private:
    static QList<QByteArray> pages(int count);
    static EsclSource::Patience quick() { return {2000, 5000, 2000, 5, 20}; }
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
    QTest::newRow("jam told by 409") << 2 << F{Fault::JamWithout200} << ScanEnd::Jam << 0;
    QTest::newRow("door open") << 2 << F{Fault::DoorOpen} << ScanEnd::CoverOpen << 0;
    QTest::newRow("aborted") << 2 << F{Fault::Aborted} << ScanEnd::Fault << 0;
    QTest::newRow("lower-case header") << 2 << F{Fault::LowerCaseHeader} << ScanEnd::Done << 2;
    QTest::newRow("503 storm") << 3 << F{Fault::BusyOnce, Fault::BusyOnce, Fault::BusyOnce, Fault::BusyOnce, Fault::BusyPost}
                               << ScanEnd::Done << 3;
    QTest::newRow("slow body") << 2 << F{Fault::SlowBody, Fault::SlowBody} << ScanEnd::Done << 2;
    QTest::newRow("no XML") << 2 << F{Fault::NotXml} << ScanEnd::Fault << 0;
}

void ScanTest::scan()
{
    QFETCH(int, loaded);
    QFETCH(QList<Fault>, faults);
    QFETCH(ScanEnd, end);
    QFETCH(int, arrived);
    EsclSimulator simulator;
    EsclSource source(QUrl(u"http://127.0.0.1:%1"_s.arg(simulator.start())), {}, quick());
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
    QCOMPARE(simulator.jobsLeft(), 0);
    QCOMPARE(simulator.clashes(), 0);
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

/// Whatever moment a scan is cancelled at: it ends at once, the device is left without a job, and the next scan works.
void ScanTest::cancelAtEveryMoment()
{
    EsclSimulator simulator;
    EsclSource source(QUrl(u"http://127.0.0.1:%1"_s.arg(simulator.start())), {}, quick());
    QSignalSpy ended(&source, &ScanSource::ended);
    QSignalSpy page(&source, &ScanSource::pageArrived);
    QSignalSpy posted(&simulator, &EsclSimulator::jobPosted);
    for (int moment = 0; moment < 60; ++moment) {
        simulator.loadPaper(pages(3));
        simulator.setFault(Fault::SlowBody);
        source.start({});
        for (int turn = 0; turn < moment && ended.isEmpty(); ++turn)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        source.cancel();
        QCOMPARE(ended.size(), 1);
        ended.clear();
        page.clear();
        simulator.loadPaper(pages(2));
        source.start({}); // at once
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(ended[0][0].value<ScanEnd>(), ScanEnd::Done);
        QVERIFY(!page.empty());
        ended.clear();
        QTRY_COMPARE(simulator.jobsLeft(), 0);
        QCOMPARE(simulator.clashes(), 0);
    }
    QVERIFY(posted.size() > 60);
}

void ScanTest::deleteThatFails()
{
    EsclSimulator simulator;
    EsclSource source(QUrl(u"http://127.0.0.1:%1"_s.arg(simulator.start())), {}, quick());
    QSignalSpy ended(&source, &ScanSource::ended);
    simulator.loadPaper(pages(3));
    simulator.setFault(Fault::DeleteFails);
    const auto once = connect(&source, &ScanSource::pageArrived, &source, &ScanSource::cancel);
    source.start({});
    QTRY_COMPARE(ended.size(), 1);
    disconnect(once);
    simulator.loadPaper(pages(1));
    source.start({}); // the device still holds the old job and answers 503 first
    QTRY_COMPARE(ended.size(), 2);
    QCOMPARE(ended[1][0].value<ScanEnd>(), ScanEnd::Done);
}

void ScanTest::busyForever()
{
    EsclSimulator simulator;
    EsclSource source(QUrl(u"http://127.0.0.1:%1"_s.arg(simulator.start())), {}, quick());
    QSignalSpy ended(&source, &ScanSource::ended);
    simulator.loadPaper(pages(1));
    simulator.setFault(Fault::BusyForever);
    source.start({});
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(ended[0][0].value<ScanEnd>(), ScanEnd::Busy);
    QTRY_COMPARE(simulator.jobsLeft(), 0); // not left behind
}

void ScanTest::bodiesThatDoNotCome_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<ScanEnd>("end");
    QTest::newRow("half a page, then silence") << Fault::Stalls << ScanEnd::PageDamaged;
    QTest::newRow("no answer at all") << Fault::Mute << ScanEnd::NotFound;
}

void ScanTest::bodiesThatDoNotCome()
{
    QFETCH(Fault, fault);
    QFETCH(ScanEnd, end);
    EsclSimulator simulator;
    EsclSource source(QUrl(u"http://127.0.0.1:%1"_s.arg(simulator.start())), {}, {300, 1000, 300, 5, 30});
    QSignalSpy ended(&source, &ScanSource::ended);
    simulator.loadPaper(pages(2));
    simulator.setFault(fault);
    source.start({});
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(ended[0][0].value<ScanEnd>(), end);
    simulator.loadPaper(pages(2));
    source.start({});
    QTRY_COMPARE(ended.size(), 2);
    QCOMPARE(ended[1][0].value<ScanEnd>(), ScanEnd::Done);
}

void ScanTest::glass()
{
    EsclSimulator simulator;
    EsclSource source(QUrl(u"http://127.0.0.1:%1"_s.arg(simulator.start())), {}, quick());
    QSignalSpy ended(&source, &ScanSource::ended);
    QSignalSpy page(&source, &ScanSource::pageArrived);
    simulator.layOnGlass(pages(1)[0]);
    source.start({}); // the feeder is empty: the glass is taken by itself
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(ended[0][0].value<ScanEnd>(), ScanEnd::Done);
    QCOMPARE(page.size(), 1);
    simulator.loadPaper(pages(3));
    source.start({ScanInput::Flatbed}); // asked for, although the feeder is loaded
    QTRY_COMPARE(ended.size(), 2);
    QCOMPARE(page.size(), 2);
}

void ScanTest::blackWhiteBecomesGrey()
{
    EsclSimulator simulator;
    EsclSource source(QUrl(u"http://127.0.0.1:%1"_s.arg(simulator.start())), {}, quick());
    QSignalSpy ended(&source, &ScanSource::ended);
    simulator.loadPaper(pages(1));
    simulator.setFault(Fault::NoBlackWhite);
    source.start({ScanInput::Automatic, ScanColour::BlackWhite});
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(ended[0][0].value<ScanEnd>(), ScanEnd::Done);
}

/// The first certificate is trusted and remembered; a device that shows another one later is not used.
void ScanTest::certificates()
{
    const auto read = [](const QString& name) {
        QFile file(QStringLiteral(SOURCE_DIR) + u"/tests/support/"_s + name);
        file.open(QIODevice::ReadOnly);
        return file.readAll();
    };
    const auto started = [&](EsclSimulator& simulator, const QString& name) {
        const quint16 port = simulator.start(QSslCertificate(read(name + u"-cert.pem"_s)), QSslKey(read(name + u"-key.pem"_s), QSsl::Rsa));
        simulator.loadPaper(pages(1));
        return QUrl(u"https://127.0.0.1:%1"_s.arg(port));
    };
    EsclSimulator scanner;
    EsclSource first(started(scanner, u"scanner"_s), {}, quick());
    QSignalSpy seen(&first, &EsclSource::certificateSeen);
    QSignalSpy ended(&first, &ScanSource::ended);
    first.start({});
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(ended[0][0].value<ScanEnd>(), ScanEnd::Done);
    QCOMPARE(seen.size(), 1);
    const QByteArray pin = seen[0][0].toByteArray();
    EsclSimulator impostor;
    EsclSource second(started(impostor, u"impostor"_s), pin, quick());
    QSignalSpy refused(&second, &ScanSource::ended);
    second.start({});
    QTRY_COMPARE(refused.size(), 1);
    QCOMPARE(refused[0][0].value<ScanEnd>(), ScanEnd::OtherDevice);
    EsclSource again(started(scanner, u"scanner"_s), pin, quick());
    QSignalSpy accepted(&again, &ScanSource::ended);
    again.start({});
    QTRY_COMPARE(accepted.size(), 1);
    QCOMPARE(accepted[0][0].value<ScanEnd>(), ScanEnd::Done);
}

QTEST_MAIN(ScanTest)
#include "scantest.moc"
