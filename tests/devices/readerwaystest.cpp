// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/idcard/firsttransport.h"
#include "devices/idcard/idcardreader.h"
#include "devices/idcard/serialtransport.h"
#include "devices/idcard/vendortransport.h"
#include "tests/support/serialmodule.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace devices;

namespace {

Card someone()
{
    Card card;
    card.name = u"串口样例"_s;
    card.number = u"11010519491231002X"_s;
    card.birth = QDate(1949, 12, 31);
    card.sex = CardSex::Male;
    card.extraAddress = u"后来的地址"_s;
    return card;
}

ReaderPace quick()
{
    return {{200, 400}, 5, 20};
}

} // namespace

/// Ways to a reader other than USB: a serial port, a maker's library, and one way after another.
class ReaderWaysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void serial_data();
    void serial();
    void serialFaults();
    void serialGone();
    void serialAbsent();
    void vendorLibrary();
    void vendorAbsent();
    void photo();
    void firstThatOpens();
};

void ReaderWaysTest::serial_data()
{
    QTest::addColumn<int>("module");
    QTest::addColumn<int>("told");
    for (const int baud : {115200, 57600, 38400, 19200, 9600})
        QTest::addRow("%d found out", baud) << baud << 0;
    QTest::newRow("9600 told") << 9600 << 9600;
}

void ReaderWaysTest::serial()
{
    QFETCH(int, module);
    QFETCH(int, told);
    SerialModule far(module);
    IdCardReader reader(std::make_unique<SerialTransport>(far.port(), told), nullptr, quick());
    QSignalSpy read(&reader, &IdCardReader::cardRead);
    QSignalSpy removed(&reader, &IdCardReader::cardRemoved);
    reader.start();
    far.sam.layCard(someone());
    QTRY_COMPARE(read.size(), 1);
    QCOMPARE(read[0][0].value<Card>().name, someone().name);
    QCOMPARE(read[0][0].value<Card>().extraAddress, someone().extraAddress);
    far.sam.removeCard();
    QTRY_COMPARE(removed.size(), 1);
}

void ReaderWaysTest::serialFaults()
{
    SerialModule far(115200);
    IdCardReader reader(std::make_unique<SerialTransport>(far.port()), nullptr, quick());
    QSignalSpy read(&reader, &IdCardReader::cardRead);
    QSignalSpy removed(&reader, &IdCardReader::cardRemoved);
    reader.start();
    using Fault = SimulatedSam::Fault;
    for (const Fault fault : {Fault::FlipByte, Fault::Silence, Fault::DropFirstByte, Fault::ReadFails}) {
        for (int before = 0; before < 3; ++before) {
            far.sam.layCard(someone());
            far.sam.queueFault(Fault::None, before);
            far.sam.queueFault(fault);
            QTRY_VERIFY_WITH_TIMEOUT(!read.isEmpty(), 10'000);
            QCOMPARE(read[0][0].value<Card>().number, someone().number);
            far.sam.removeCard();
            QTRY_VERIFY(!removed.isEmpty());
            read.clear();
            removed.clear();
        }
    }
}

void ReaderWaysTest::serialGone()
{
    SerialModule far(115200);
    IdCardReader reader(std::make_unique<SerialTransport>(far.port()), nullptr, quick());
    QSignalSpy states(&reader, &IdCardReader::stateChanged);
    reader.start();
    QTRY_VERIFY(!states.isEmpty() && states.constLast()[0].value<ReaderState>() == ReaderState::Ready);
    far.unplug();
    QTRY_VERIFY(states.constLast()[0].value<ReaderState>() == ReaderState::Absent);
}

void ReaderWaysTest::serialAbsent()
{
    SerialTransport nowhere(u"no-such-port"_s);
    QCOMPARE(nowhere.open(), OpenResult::Absent);
    SerialModule mute(115200);
    mute.sam.queueFault(SimulatedSam::Fault::Silence, 1000); // a port, but no module behind it
    SerialTransport silent(mute.port(), 115200);
    QCOMPARE(silent.open(), OpenResult::Absent);
}

void ReaderWaysTest::vendorLibrary()
{
    IdCardReader reader(std::make_unique<VendorTransport>(QStringLiteral(VENDOR_SDK)), VendorPhotoDecoder::load(QStringLiteral(VENDOR_SDK)),
                        quick());
    QSignalSpy read(&reader, &IdCardReader::cardRead);
    reader.start();
    QTRY_COMPARE(read.size(), 1);
    const Card card = read[0][0].value<Card>();
    QCOMPARE(card.name, u"厂商样例"_s);
    QCOMPARE(card.extraAddress, u"后来的地址"_s);
    QCOMPARE(card.portrait.size(), QSize(102, 126));
    QCOMPARE(card.portrait.pixel(50, 50), qRgb(0x5A, 0x40, 0x20));
    QVERIFY(card.photo.isEmpty()); // not kept once it is a picture
}

void ReaderWaysTest::vendorAbsent()
{
    QCOMPARE(VendorTransport(u"/no/such/library"_s).open(), OpenResult::Absent);
    QCOMPARE(VendorTransport(QStringLiteral(VENDOR_SDK), 1).open(), OpenResult::Absent); // no reader on that port
    QVERIFY(!VendorPhotoDecoder::load(u"/no/such/library"_s));
}

void ReaderWaysTest::photo()
{
    const auto decoder = VendorPhotoDecoder::load(QStringLiteral(VENDOR_SDK));
    QVERIFY(decoder);
    QVERIFY(decoder->decode(QByteArray(1023, 'x')).isNull());
    QVERIFY(!decoder->decode(QByteArray(1024, 'x')).isNull());
}

void ReaderWaysTest::firstThatOpens()
{
    SerialModule far(115200);
    far.sam.layCard(someone());
    std::vector<std::unique_ptr<ByteTransport>> ways;
    ways.push_back(std::make_unique<VendorTransport>(u"/no/such/library"_s));
    ways.push_back(std::make_unique<SerialTransport>(far.port()));
    IdCardReader reader(std::make_unique<FirstTransport>(std::move(ways)), nullptr, quick());
    QSignalSpy read(&reader, &IdCardReader::cardRead);
    QSignalSpy states(&reader, &IdCardReader::stateChanged);
    reader.start();
    QTRY_COMPARE(read.size(), 1);
    far.unplug();
    QTRY_VERIFY(states.constLast()[0].value<ReaderState>() == ReaderState::Absent);
}

QTEST_GUILESS_MAIN(ReaderWaysTest)
#include "readerwaystest.moc"
