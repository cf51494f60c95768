// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/idcard/idcardreader.h"
#include "devices/idcard/knownreaders.h"
#include "devices/usb/usbtransport.h"
#include "tests/support/softreader.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace devices;
using Pipes = SoftReader::Pipes;

Q_DECLARE_METATYPE(SoftReader::Pipes)

namespace {

Card someone(CardLayout layout = CardLayout::Resident, const QString& name = u"欧阳样例"_s)
{
    Card card;
    card.layout = layout;
    card.name = name;
    card.sex = CardSex::Female;
    card.birth = QDate(1949, 12, 31);
    card.number = u"11010519491231002X"_s;
    card.validFrom = QDate(2020, 1, 1);
    card.validTo = QDate(2040, 1, 1);
    switch (layout) {
    case CardLayout::Resident:
        card.ethnicCode = u"03"_s;
        card.address = u"样例市示范区长街一百二十三号"_s;
        card.extraAddress = u"后来搬到的地方"_s;
        card.issuer = u"样例市公安局"_s;
        break;
    case CardLayout::ResidencePermit:
        card.number = u"810000199408230021"_s;
        card.permitNumber = u"H12345678"_s;
        card.issuer = u"样例市公安局"_s;
        card.address = u"样例市示范区"_s;
        break;
    case CardLayout::Foreigner2017:
    case CardLayout::Foreigner2023:
        card.englishName = u"SAMPLE, PERSON OF A RATHER LONG NAME"_s;
        card.number = layout == CardLayout::Foreigner2017 ? u"CAN110049123101"_s : u"911124198108030024"_s;
        card.nationality = u"CAN"_s;
        card.issuer = layout == CardLayout::Foreigner2017 ? u"1100"_s : QString();
        break;
    }
    return card;
}

/// Runs the event loop until something is so: thousands of rounds have no time for ten milliseconds each.
template<class Condition> bool until(Condition condition)
{
    QTimer tick;
    tick.start(1);
    const QDeadlineTimer deadline(30'000);
    while (!condition() && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return condition();
}

ReaderPace quick()
{
    return {{150, 400}, 2, 20};
}

} // namespace

/// The reader as the program has it, over libusb, at a reader made of software.
class UsbReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void layouts_data();
    void layouts();
    void statusWords_data();
    void statusWords();
    void oldModule();
    void answerOfFullPackets();
    void unplugAtEveryTransfer_data();
    void unplugAtEveryTransfer();
    void corruptedByteEverywhere_data();
    void corruptedByteEverywhere();
    void lostByteInEveryAnswer_data();
    void lostByteInEveryAnswer();
    void liftedAtEveryStep();
    void lateAnswersAreNotTakenForOthers_data();
    void lateAnswersAreNotTakenForOthers();
    void sameCardIsReadOnce();
    void plugging();
    void claiming_data();
    void claiming();
    void unknownFraming();
    void stopsAtAnyMoment();
    void rulesNameEveryReader();

private:
    static void addPipes();
    void begin(Pipes pipes, const char* ids = "0400c35a");
    bool reads(const Card& card);

    UMockdevTestbed* m_bed = nullptr;
    std::unique_ptr<SoftReader> m_soft;
    std::unique_ptr<IdCardReader> m_reader;
    std::unique_ptr<QSignalSpy> m_read;
    std::unique_ptr<QSignalSpy> m_removed;
    std::unique_ptr<QSignalSpy> m_states;
};

void UsbReaderTest::initTestCase()
{
    m_bed = umockdev_testbed_new();
    QVERIFY(umockdev_in_mock_environment());
}

void UsbReaderTest::init()
{
    m_reader.reset();
    m_soft.reset();
}

void UsbReaderTest::cleanup()
{
    m_reader.reset();
    m_soft.reset();
}

void UsbReaderTest::addPipes()
{
    QTest::addColumn<Pipes>("pipes");
    QTest::newRow("one pair") << Pipes::OnePair;
    QTest::newRow("two pairs") << Pipes::TwoPairs;
}

void UsbReaderTest::begin(Pipes pipes, const char* ids)
{
    m_soft = std::make_unique<SoftReader>(m_bed, pipes, ids);
    m_reader = std::make_unique<IdCardReader>(std::make_unique<UsbTransport>(), nullptr, quick());
    m_read = std::make_unique<QSignalSpy>(m_reader.get(), &IdCardReader::cardRead);
    m_removed = std::make_unique<QSignalSpy>(m_reader.get(), &IdCardReader::cardRemoved);
    m_states = std::make_unique<QSignalSpy>(m_reader.get(), &IdCardReader::stateChanged);
    m_soft->plug();
    m_reader->start();
}

/// Waits for a card and compares; photos are told apart by nobody here.
bool UsbReaderTest::reads(const Card& card)
{
    if (!until([this] { return !m_read->isEmpty(); }))
        return false;
    Card read = m_read->takeFirst()[0].value<Card>();
    read.photo = card.photo;
    if (read == card)
        return true;
    qWarning() << "read something else:" << (read.name == card.name) << (read.number == card.number) << (read.address == card.address)
               << (read.extraAddress == card.extraAddress) << (read.issuer == card.issuer) << (read.englishName == card.englishName)
               << (read.nationality == card.nationality) << (read.permitNumber == card.permitNumber) << (read.birth == card.birth);
    return false;
}

void UsbReaderTest::layouts_data()
{
    QTest::addColumn<Pipes>("pipes");
    QTest::addColumn<CardLayout>("layout");
    for (const auto pipes : {Pipes::OnePair, Pipes::TwoPairs}) {
        for (const auto layout : {CardLayout::Resident, CardLayout::Foreigner2017, CardLayout::Foreigner2023, CardLayout::ResidencePermit})
            QTest::addRow("%d pair(s), layout %d", int(pipes) + 1, int(layout)) << pipes << layout;
    }
}

void UsbReaderTest::layouts()
{
    QFETCH(Pipes, pipes);
    QFETCH(CardLayout, layout);
    begin(pipes);
    m_soft->sam.layCard(someone(layout));
    QVERIFY(reads(someone(layout)));
    m_soft->sam.removeCard();
    QVERIFY(until([this] { return m_removed->size() == 1; }));
    Card longTerm = someone(layout);
    longTerm.longTerm = true;
    longTerm.validTo = {};
    m_soft->sam.layCard(longTerm);
    QVERIFY(reads(longTerm));
}

void UsbReaderTest::statusWords_data()
{
    QTest::addColumn<SamCommand>("command");
    QTest::addColumn<int>("sw3");
    QTest::addColumn<ReaderFault>("fault");
    using F = ReaderFault;
    const auto add = [](SamCommand command, int sw3, F fault) {
        QTest::addRow("%04x answers %02x", int(command), sw3) << command << sw3 << fault;
    };
    for (const auto command : {SamCommand::Find, SamCommand::Select, SamCommand::ReadWithFingerprint}) {
        add(command, sam::Checksum, F::Garbled);
        add(command, sam::Length, F::Garbled);
        add(command, sam::SelfTest, F::Module);
        add(command, sam::Unauthorised, F::Module);
    }
    for (const int sw3 : {0x21, 0x23, 0x24, 0xFF})
        add(SamCommand::Find, sw3, F::Module);
    for (const int sw3 : {0x21, 0x24, 0x41, 0x47, 0x81, 0xFF})
        add(SamCommand::Select, sw3, F::LayFlat);
    for (const int sw3 : {0x31, 0x32, 0x33, 0x40})
        add(SamCommand::ReadWithFingerprint, sw3, F::UnknownCard);
    for (const int sw3 : {0x23, 0x24, 0x41, 0x47, 0x80, 0x81})
        add(SamCommand::ReadWithFingerprint, sw3, F::LayFlat);
    add(SamCommand::ReadWithFingerprint, sam::Communication, F::Module);
}

/// A status that stays is told as the fault it is; once it is gone the card is read. One that comes once does no harm.
void UsbReaderTest::statusWords()
{
    QFETCH(SamCommand, command);
    QFETCH(int, sw3);
    QFETCH(ReaderFault, fault);
    begin(Pipes::OnePair);
    QVERIFY(until([&] { return m_states->size() == 1; }));
    m_soft->sam.setStatus(command, quint8(sw3), 1'000'000);
    m_soft->sam.layCard(someone());
    QVERIFY(until([&] { return !m_states->isEmpty() && m_states->constLast()[0].value<ReaderState>() == ReaderState::Trouble; }));
    QCOMPARE(m_states->constLast()[1].value<ReaderFault>(), fault);
    QVERIFY(m_read->isEmpty());
    m_soft->sam.setStatus(command, quint8(sw3), 1);
    QVERIFY(reads(someone()));
}

void UsbReaderTest::oldModule()
{
    begin(Pipes::TwoPairs);
    m_soft->sam.setOld(true);
    m_soft->sam.layCard(someone());
    QVERIFY(reads(someone()));
}

void UsbReaderTest::answerOfFullPackets()
{
    begin(Pipes::OnePair);
    m_soft->sam.setFingerprintSize(21 * 64 - 1297);
    m_soft->sam.layCard(someone());
    QVERIFY(reads(someone()));
}

void UsbReaderTest::unplugAtEveryTransfer_data()
{
    addPipes();
}

void UsbReaderTest::unplugAtEveryTransfer()
{
    QFETCH(Pipes, pipes);
    begin(pipes);
    m_soft->sam.layCard(someone());
    QVERIFY(reads(someone()));
    int unplugged = 0;
    for (int transfer = 0; transfer < 40; ++transfer) {
        m_soft->sam.removeCard();
        QVERIFY(until([this] { return m_removed->size() == 1; }));
        m_removed->clear();
        m_read->clear();
        m_states->clear();
        m_soft->sam.layCard(someone());
        std::atomic_bool told = false;
        m_soft->unplugAtTransfer(transfer, [&told] { told = true; });
        QVERIFY(until([&] { return told.load(); }));
        ++unplugged;
        m_soft->unplug();
        QVERIFY(until([&] { return !m_states->isEmpty() && m_states->constLast()[0].value<ReaderState>() == ReaderState::Absent; }));
        m_read->clear(); // it may have been read just before
        m_removed->clear();
        m_soft->sam.layCard(someone()); // a module that was without power has forgotten where it was
        m_soft->plug();
        QVERIFY2(reads(someone()), qPrintable(u"unplugged at transfer %1"_s.arg(transfer)));
    }
    QCOMPARE(unplugged, 40);
}

void UsbReaderTest::corruptedByteEverywhere_data()
{
    addPipes();
}

void UsbReaderTest::corruptedByteEverywhere()
{
    QFETCH(Pipes, pipes);
    constexpr qsizetype FrameSize = 2321;
    begin(pipes);
    for (qsizetype at = 0; at < FrameSize; at += 2) { // a read is tried three times: two may go wrong
        m_soft->corrupt({at, at + 1});
        m_soft->sam.layCard(someone());
        QVERIFY2(reads(someone()), qPrintable(QString::number(at)));
        m_soft->sam.removeCard();
        QVERIFY(until([this] { return m_removed->size() == 1; }));
        m_removed->clear();
    }
}

void UsbReaderTest::lostByteInEveryAnswer_data()
{
    addPipes();
}

void UsbReaderTest::lostByteInEveryAnswer()
{
    QFETCH(Pipes, pipes);
    begin(pipes);
    for (int answers = 1; answers <= 4; ++answers) {
        m_soft->sam.layCard(someone());
        m_soft->sam.queueFault(SimulatedSam::Fault::DropFirstByte, answers);
        QVERIFY(reads(someone()));
        m_soft->sam.removeCard();
        QVERIFY(until([this] { return m_removed->size() == 1; }));
        m_removed->clear();
    }
}

/// Whatever moment a card is lifted at: nothing half-read is given, and the next card is read.
void UsbReaderTest::liftedAtEveryStep()
{
    begin(Pipes::OnePair);
    for (int step = 0; step < 12; ++step) {
        m_soft->sam.layCard(someone());
        m_soft->sam.liftAfter(step);
        QVERIFY(until([&] { return !m_soft->sam.hasCard(); }));
        const Card next = someone(CardLayout::Resident, u"下一位"_s);
        m_soft->sam.layCard(next);
        QVERIFY(until([&] { return !m_read->isEmpty() && m_read->constLast()[0].value<Card>().name == next.name; }));
        for (const auto& read : std::as_const(*m_read))
            QVERIFY(read[0].value<Card>().name == next.name || read[0].value<Card>().name == someone().name);
        m_soft->sam.removeCard();
        QVERIFY(until([&] { return !m_removed->isEmpty(); }));
        m_read->clear();
        m_removed->clear();
    }
}

void UsbReaderTest::lateAnswersAreNotTakenForOthers_data()
{
    QTest::addColumn<Pipes>("pipes");
    QTest::addColumn<int>("late");
    for (const auto pipes : {Pipes::OnePair, Pipes::TwoPairs}) {
        for (const int late : {170, 240, 430})
            QTest::addRow("%d pair(s), %d ms", int(pipes) + 1, late) << pipes << late;
    }
}

void UsbReaderTest::lateAnswersAreNotTakenForOthers()
{
    QFETCH(Pipes, pipes);
    QFETCH(int, late);
    begin(pipes);
    for (int answers = 1; answers <= 4; ++answers) {
        const Card card = someone(CardLayout::Resident, u"第%1位"_s.arg(answers));
        m_soft->setDelay(late, answers);
        m_soft->sam.layCard(card);
        QVERIFY2(reads(card), qPrintable(QString::number(answers)));
        m_soft->sam.removeCard();
        QVERIFY(until([&] { return !m_removed->isEmpty(); }));
        m_removed->clear();
        m_read->clear();
    }
}

void UsbReaderTest::sameCardIsReadOnce()
{
    begin(Pipes::OnePair);
    m_soft->sam.layCard(someone());
    QVERIFY(reads(someone()));
    const int before = m_soft->transfers();
    QVERIFY(until([&] { return m_soft->transfers() > before + 60; })); // asked again and again
    QVERIFY(m_read->isEmpty());
    QVERIFY(m_removed->isEmpty());
    m_reader->readNow(); // but a key gives it again
    QCOMPARE(m_read->size(), 1);
    m_read->clear();
    m_soft->sam.removeCard();
    QVERIFY(until([this] { return m_removed->size() == 1; }));
    m_soft->sam.layCard(someone());
    QVERIFY(reads(someone()));
}

void UsbReaderTest::plugging()
{
    m_soft = std::make_unique<SoftReader>(m_bed, Pipes::OnePair);
    ReaderPace slow = quick();
    slow.reopenMs = 60'000; // only the plug can tell
    m_reader = std::make_unique<IdCardReader>(std::make_unique<UsbTransport>(), nullptr, slow);
    m_read = std::make_unique<QSignalSpy>(m_reader.get(), &IdCardReader::cardRead);
    m_states = std::make_unique<QSignalSpy>(m_reader.get(), &IdCardReader::stateChanged);
    m_reader->start();
    m_soft->sam.layCard(someone());
    QCOMPARE(m_states->constLast()[1].value<ReaderFault>(), ReaderFault::Unplugged);
    m_soft->plug();
    QVERIFY(reads(someone()));
    m_soft->unplug();
    QVERIFY(until([&] { return m_states->constLast()[0].value<ReaderState>() == ReaderState::Absent; }));
    QCOMPARE(m_states->constLast()[1].value<ReaderFault>(), ReaderFault::Unplugged);
    QSignalSpy nothing(m_reader.get(), &IdCardReader::nothingRead);
    m_reader->readNow();
    QVERIFY(until([&] { return nothing.size() == 1; }));
    QCOMPARE(nothing[0][0].value<ReaderFault>(), ReaderFault::Unplugged);
    m_soft->sam.layCard(someone());
    m_soft->plug();
    QVERIFY(reads(someone()));
}

void UsbReaderTest::claiming_data()
{
    QTest::addColumn<bool>("letsGo");
    QTest::newRow("a kernel driver lets go") << true;
    QTest::newRow("another program holds it") << false;
}

void UsbReaderTest::claiming()
{
    QFETCH(bool, letsGo);
    begin(Pipes::OnePair);
    QVERIFY(until([&] { return m_states->size() == 1; })); // ready
    QCOMPARE(m_soft->detachments(), 0);                    // nobody was pushed aside for nothing
    m_soft->unplug();
    QVERIFY(until([&] { return m_states->constLast()[0].value<ReaderState>() == ReaderState::Absent; }));
    m_soft->setClaim(true, letsGo);
    m_soft->sam.layCard(someone());
    m_soft->plug();
    if (letsGo) {
        QVERIFY(reads(someone()));
        QCOMPARE(m_soft->detachments(), 1);
        return;
    }
    QVERIFY(until([&] { return m_states->constLast()[0].value<ReaderState>() == ReaderState::Trouble; }));
    QCOMPARE(m_states->constLast()[1].value<ReaderFault>(), ReaderFault::Occupied);
    m_soft->setClaim(false, false); // the other program has ended
    QVERIFY(reads(someone()));
}

void UsbReaderTest::unknownFraming()
{
    begin(Pipes::OnePair, "261a0007");
    QVERIFY(until([&] { return !m_states->isEmpty(); }));
    QCOMPARE(m_states->constLast()[1].value<ReaderFault>(), ReaderFault::NeedsVendor);
    QCOMPARE(m_soft->transfers(), 0); // nothing was sent to a device whose language we do not speak
}

void UsbReaderTest::stopsAtAnyMoment()
{
    begin(Pipes::TwoPairs);
    for (int moment = 0; moment < 20; ++moment) {
        m_soft->sam.layCard(someone());
        m_soft->setDelay(50, 1000);
        const int before = m_soft->transfers();
        QVERIFY(until([&] { return m_soft->transfers() > before + moment % 5; }));
        QElapsedTimer spent;
        spent.start();
        m_reader->stop();
        QVERIFY2(spent.elapsed() < 200, qPrintable(QString::number(spent.elapsed())));
        m_soft->setDelay(0, 0);
        m_soft->sam.layCard(someone());
        m_read->clear();
        m_reader->start();
        QVERIFY(until([&] { return !m_read->isEmpty(); }));
    }
}

/// The rules that let a clerk's account use the readers know each of the table.
void UsbReaderTest::rulesNameEveryReader()
{
    QFile rules(QStringLiteral(SOURCE_DIR) + u"/installer/udev/70-yichuang.rules"_s);
    QVERIFY(rules.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(rules.readAll());
    for (const KnownReader& reader : knownReaders()) {
        const QString rule = u"ATTR{idVendor}==\"%1\", ATTR{idProduct}==\"%2\""_s.arg(int(reader.id.vendor), 4, 16, QChar(u'0'))
                                 .arg(int(reader.id.product), 4, 16, QChar(u'0'));
        QVERIFY2(text.contains(rule), qPrintable(rule));
    }
}

QTEST_GUILESS_MAIN(UsbReaderTest)
#include "usbreadertest.moc"
