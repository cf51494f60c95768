// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/idcard/cardtext.h"
#include "devices/idcard/idcardreader.h"
#include "devices/idcard/samsession.h"
#include "devices/simulated/simulatedtransport.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace devices;
using Fault = SimulatedSam::Fault;

namespace {

Card residentCard()
{
    Card card;
    card.name = u"马\U0002B626样"_s;
    card.sex = CardSex::Male;
    card.ethnicCode = u"03"_s;
    card.birth = QDate(1990, 5, 5);
    card.address = u"样例市示范区生僻字巷7号"_s;
    card.number = u"11010519491231002X"_s;
    card.issuer = u"样例市公安局"_s;
    card.validFrom = QDate(2020, 1, 1);
    card.longTerm = true;
    return card;
}

/// Answers of the simulated module to a session until it comes to an outcome.
CardOutcome play(SamSession& session, SamStep step, SimulatedSam& sam)
{
    SamFrameParser parser;
    for (int turn = 0; turn < 50 && !step.outcome; ++turn) {
        const auto items = parser.feed(sam.exchange(step.send));
        if (items.isEmpty()) {
            parser.clear();
            step = session.timedOut();
        } else {
            step = items[0].broken ? session.garbled() : session.answered(items[0].answer);
        }
    }
    return step.outcome.value_or(CardOutcome{});
}

} // namespace

class CardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestVectors_data();
    void requestVectors();
    void answerVectors_data();
    void answerVectors();
    void parserToleratesAndResynchronises();
    void everyFlippedByteIsNoticed();
    void layouts_data();
    void layouts();
    void foreignBytesInText();
    void session_data();
    void session();
    void oldModule();
    void readerReadsOnceAndNoticesRemoval();
    void readerRecoversFromSilence();
};

void CardTest::requestVectors_data()
{
    QTest::addColumn<SamCommand>("command");
    QTest::addColumn<QByteArray>("tail");
    QTest::newRow("reset") << SamCommand::Reset << QByteArray("000310ffec");
    QTest::newRow("status") << SamCommand::Status << QByteArray("000311ffed");
    QTest::newRow("SAM id") << SamCommand::SamId << QByteArray("000312ffee");
    QTest::newRow("find") << SamCommand::Find << QByteArray("0003200122");
    QTest::newRow("select") << SamCommand::Select << QByteArray("0003200221");
    QTest::newRow("base") << SamCommand::ReadBase << QByteArray("0003300132");
    QTest::newRow("with fingerprint") << SamCommand::ReadWithFingerprint << QByteArray("0003301023");
    QTest::newRow("extra address") << SamCommand::ReadExtraAddress << QByteArray("0003300330");
}

void CardTest::requestVectors()
{
    QFETCH(SamCommand, command);
    QFETCH(QByteArray, tail);
    QCOMPARE(samRequest(command).toHex(), "aaaaaa9669" + tail);
}

void CardTest::answerVectors_data()
{
    QTest::addColumn<QByteArray>("tail");
    QTest::addColumn<int>("sw3");
    QTest::addColumn<int>("size");
    QTest::newRow("ok") << QByteArray("000400009094") << 0x90 << 0;
    QTest::newRow("found") << QByteArray("000800009f0000000097") << 0x9F << 4;
    QTest::newRow("selected") << QByteArray("000c00009000000000000000009c") << 0x90 << 8;
    QTest::newRow("find failed") << QByteArray("000400008084") << 0x80 << 0;
    QTest::newRow("select failed") << QByteArray("000400008185") << 0x81 << 0;
    QTest::newRow("read failed") << QByteArray("000400004145") << 0x41 << 0;
    QTest::newRow("no content") << QByteArray("000400009195") << 0x91 << 0;
    QTest::newRow("SAM id") << QByteArray("001400009005000300d5af34014dc60b009b1e5c3aae") << 0x90 << 16;
}

void CardTest::answerVectors()
{
    QFETCH(QByteArray, tail);
    QFETCH(int, sw3);
    QFETCH(int, size);
    const auto items = SamFrameParser().feed(QByteArray::fromHex("aaaaaa9669" + tail));
    QCOMPARE(items.size(), 1);
    QVERIFY(!items[0].broken);
    QCOMPARE(int(items[0].answer.sw3), sw3);
    QCOMPARE(items[0].answer.data.size(), size);
    QCOMPARE(samAnswer(quint8(sw3), items[0].answer.data).toHex(), "aaaaaa9669" + tail); // the simulator speaks the same
}

void CardTest::parserToleratesAndResynchronises()
{
    const QByteArray ok = samAnswer(sam::Ok);
    QCOMPARE(SamFrameParser().feed(ok.sliced(1)).size(), 1); // one AA lost
    SamFrameParser parser;
    QList<SamFrameParser::Item> items;
    const QByteArray stream = QByteArray("noise\xAA") + ok + QByteArray::fromHex("00aaaa") + ok;
    for (const char byte : stream) // one byte at a time
        items += parser.feed(QByteArray(1, byte));
    QCOMPARE(items.size(), 2);
    QVERIFY(!items[0].broken && !items[1].broken);
    QCOMPARE(parser.feed(QByteArray::fromHex("aaaaaa9669ffff")).value(0).broken, true); // an impossible length
    QCOMPARE(parser.feed(ok).size(), 1);
}

void CardTest::everyFlippedByteIsNoticed()
{
    SimulatedSam sam;
    sam.layCard(residentCard());
    sam.exchange(samRequest(SamCommand::Find));
    sam.exchange(samRequest(SamCommand::Select));
    const QByteArray frame = sam.exchange(samRequest(SamCommand::ReadBase));
    QCOMPARE(frame.size(), 1295);
    for (qsizetype at = 3; at < frame.size(); ++at) { // the first AAs may be lost
        QByteArray wrong = frame;
        wrong[at] = char(wrong[at] ^ 0x10);
        const auto items = SamFrameParser().feed(wrong);
        QVERIFY2(items.isEmpty() || items[0].broken, qPrintable(QString::number(at)));
    }
}

void CardTest::layouts_data()
{
    QTest::addColumn<Card>("card");
    QTest::newRow("resident") << residentCard();
    Card permit = residentCard();
    permit.layout = CardLayout::ResidencePermit;
    permit.ethnicCode.clear();
    permit.number = u"810000199408230021"_s;
    permit.permitNumber = u"H99000001"_s;
    permit.longTerm = false;
    permit.validTo = QDate(2030, 1, 1);
    QTest::newRow("Hong Kong, Macao, Taiwan") << permit;
    Card old;
    old.layout = CardLayout::Foreigner2017;
    old.name = u"安样"_s;
    old.englishName = u"SAMPLE, ADA"_s;
    old.sex = CardSex::Female;
    old.number = u"XXA990085010101"_s;
    old.nationality = u"XXA"_s;
    old.birth = QDate(1985, 1, 1);
    old.issuer = u"9900"_s;
    old.validFrom = QDate(2019, 1, 1);
    old.validTo = QDate(2029, 1, 1);
    QTest::newRow("foreigner 2017") << old;
    Card recent = old;
    recent.layout = CardLayout::Foreigner2023;
    recent.englishName = u"PATTERN, BEN MODEL VERY LONG FICTITIOUS"_s; // goes on at 220
    recent.number = u"911124198108030024"_s;
    recent.issuer.clear();
    QTest::newRow("foreigner 2023") << recent;
}

void CardTest::layouts()
{
    QFETCH(Card, card);
    const auto parsed = parseCardText(buildCardText(card));
    QVERIFY(parsed);
    QCOMPARE(parsed->name, card.name);
    QCOMPARE(parsed->englishName, card.englishName);
    QVERIFY(*parsed == card);
}

void CardTest::foreignBytesInText()
{
    QByteArray block = buildCardText(residentCard());
    block[0] = char(0x00);
    block[1] = char(0xD8); // an unpaired surrogate
    block[2] = char(0x07);
    block[3] = char(0x00); // a control character
    const auto parsed = parseCardText(block);
    QVERIFY(parsed);
    QVERIFY(parsed->name.startsWith(u"\uFFFD\uFFFD"_s));
    QCOMPARE(parseCardText(block.first(255)).error(), CardTextFault::Length);
    QByteArray spaces(256, '\0');
    for (qsizetype i = 0; i < spaces.size(); i += 2)
        spaces[i] = ' ';
    QCOMPARE(parseCardText(spaces).error(), CardTextFault::NoNumber);
    QCOMPARE(ethnicName(u"01"_s), u"汉"_s);
    QCOMPARE(ethnicName(u"56"_s), u"基诺"_s);
    QCOMPARE(ethnicName(u"77"_s), u"77"_s);
}

void CardTest::session_data()
{
    QTest::addColumn<bool>("card");
    QTest::addColumn<QList<Fault>>("faults");
    QTest::addColumn<bool>("read");
    QTest::addColumn<ReaderFault>("fault");
    using F = QList<Fault>;
    QTest::newRow("card") << true << F{} << true << ReaderFault::NoCard;
    QTest::newRow("no card") << false << F{} << false << ReaderFault::NoCard;
    QTest::newRow("one garbled answer") << true << F{Fault::FlipByte} << true << ReaderFault::NoCard;
    QTest::newRow("one lost AA") << true << F{Fault::DropFirstByte} << true << ReaderFault::NoCard;
    QTest::newRow("one silence") << true << F{Fault::None, Fault::None, Fault::Silence} << true << ReaderFault::NoCard;
    QTest::newRow("always garbled") << true << F(9, Fault::FlipByte) << false << ReaderFault::Garbled;
    QTest::newRow("always silent") << true << F(9, Fault::Silence) << false << ReaderFault::NoAnswer;
    QTest::newRow("cannot be read") << true << F{Fault::None,      Fault::None, Fault::ReadFails, Fault::None,     Fault::None,
                                                 Fault::ReadFails, Fault::None, Fault::None,      Fault::ReadFails}
                                    << false << ReaderFault::LayFlat;
}

void CardTest::session()
{
    QFETCH(bool, card);
    QFETCH(QList<Fault>, faults);
    QFETCH(bool, read);
    QFETCH(ReaderFault, fault);
    SimulatedSam sam;
    if (card)
        sam.layCard(residentCard());
    for (const Fault f : faults)
        sam.queueFault(f);
    SamSession session;
    const CardOutcome outcome = play(session, session.begin(), sam);
    QCOMPARE(outcome.card.has_value(), read);
    QVERIFY(!session.isActive());
    if (!read)
        QCOMPARE(outcome.fault, fault);
}

void CardTest::oldModule()
{
    SimulatedSam sam;
    Card card = residentCard();
    card.extraAddress = u"后迁至样例市新区"_s;
    sam.layCard(card);
    sam.setOld(true);
    SamSession session;
    const CardOutcome outcome = play(session, session.begin(), sam);
    QVERIFY(outcome.card);
    QCOMPARE(outcome.card->photo.size(), 1024);
    QCOMPARE(outcome.card->extraAddress, card.extraAddress);
    QVERIFY(play(session, session.beginPresence(), sam).stillThere);
    sam.removeCard();
    QVERIFY(!play(session, session.beginPresence(), sam).stillThere);
}

void CardTest::readerReadsOnceAndNoticesRemoval()
{
    auto sam = std::make_shared<SimulatedSam>();
    IdCardReader reader(std::make_unique<SimulatedTransport>(sam, 0));
    QSignalSpy read(&reader, &IdCardReader::cardRead);
    QSignalSpy removed(&reader, &IdCardReader::cardRemoved);
    QSignalSpy states(&reader, &IdCardReader::stateChanged);
    reader.start();
    QTRY_COMPARE(states.size(), 1); // ready, no card
    sam->layCard(residentCard());
    QTRY_COMPARE(read.size(), 1);
    sam->removeCard();
    QTRY_COMPARE(removed.size(), 1);
    QCOMPARE(read.size(), 1); // the same card lying there is not read twice
    sam->layCard(residentCard());
    QTRY_COMPARE(read.size(), 2);
    reader.stop();
}

void CardTest::readerRecoversFromSilence()
{
    auto sam = std::make_shared<SimulatedSam>();
    sam->layCard(residentCard());
    sam->queueFault(Fault::Silence, 3);
    IdCardReader reader(std::make_unique<SimulatedTransport>(sam, 0));
    QSignalSpy read(&reader, &IdCardReader::cardRead);
    QSignalSpy states(&reader, &IdCardReader::stateChanged);
    reader.start();
    QTRY_VERIFY(!states.isEmpty());
    QCOMPARE(states.constFirst().at(0).value<ReaderState>(), ReaderState::Trouble);
    QCOMPARE(states.constFirst().at(1).value<ReaderFault>(), ReaderFault::NoAnswer);
    QTRY_COMPARE(read.size(), 1);
    reader.stop();
}

QTEST_GUILESS_MAIN(CardTest)
#include "cardtest.moc"
