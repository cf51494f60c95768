// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/simulated/simulatedsam.h"

#include <QtEndian>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace devices {

namespace {

/// Writes fields into a block padded with spaces.
class Block
{
public:
    explicit Block(qsizetype size) : m_bytes(size, '\0')
    {
        for (qsizetype i = 0; i < size; i += 2)
            m_bytes[i] = ' ';
    }

    void put(qsizetype offset, qsizetype length, const QString& text)
    {
        for (qsizetype i = 0; i < text.size() && (i + 1) * 2 <= length; ++i)
            qToLittleEndian(text[i].unicode(), m_bytes.data() + offset + i * 2);
    }
    void put(qsizetype offset, const QDate& date) { put(offset, 16, date.toString(u"yyyyMMdd"_s)); }
    void putValidity(const Card& card)
    {
        put(188, card.validFrom);
        card.longTerm ? put(204, 16, u"长期"_s) : put(204, card.validTo);
    }
    [[nodiscard]] QByteArray bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

QString sexCode(CardSex sex)
{
    return sex == CardSex::Male ? u"1"_s : sex == CardSex::Female ? u"2"_s : u"0"_s;
}

} // namespace

QByteArray buildCardText(const Card& card)
{
    Block block(256);
    block.putValidity(card);
    if (card.layout == CardLayout::Foreigner2017) {
        block.put(0, 120, card.englishName);
        block.put(120, 2, sexCode(card.sex));
        block.put(122, 30, card.number);
        block.put(152, 6, card.nationality);
        block.put(158, 30, card.name == card.englishName ? QString() : card.name);
        block.put(220, card.birth);
        block.put(240, 8, card.issuer);
        block.put(248, 2, u"I"_s);
        return block.bytes();
    }
    block.put(0, 30, card.name);
    block.put(30, 2, sexCode(card.sex));
    block.put(36, card.birth);
    block.put(122, 36, card.number);
    if (card.layout == CardLayout::Foreigner2023) {
        block.put(52, 70, card.englishName.left(35));
        block.put(220, 22, card.englishName.mid(35));
        block.put(242, 6, card.nationality);
        block.put(248, 2, u"Y"_s);
        return block.bytes();
    }
    block.put(52, 70, card.address);
    block.put(158, 30, card.issuer);
    if (card.layout == CardLayout::ResidencePermit) {
        block.put(220, 18, card.permitNumber);
        block.put(248, 2, u"J"_s);
    } else {
        block.put(32, 4, card.ethnicCode);
    }
    return block.bytes();
}

QByteArray buildExtraAddress(const QString& address)
{
    constexpr qsizetype Lines = 4;
    Block block(Lines * 70);
    for (qsizetype line = 0; line < Lines; ++line)
        block.put(line * qsizetype(70), 70, address.mid(line * qsizetype(35), 35));
    return block.bytes();
}

void SimulatedSam::layCard(const Card& card)
{
    const QMutexLocker lock(&m_mutex);
    m_card = card;
    m_step = Step::Idle;
}

void SimulatedSam::removeCard()
{
    const QMutexLocker lock(&m_mutex);
    m_card.reset();
    m_step = Step::Idle;
}

void SimulatedSam::setOld(bool old)
{
    const QMutexLocker lock(&m_mutex);
    m_old = old;
}

void SimulatedSam::queueFault(Fault fault, int count)
{
    const QMutexLocker lock(&m_mutex);
    m_faults.append(QList<Fault>(count, fault));
}

void SimulatedSam::setStatus(SamCommand command, quint8 sw3, int times)
{
    const QMutexLocker lock(&m_mutex);
    m_statusCommand = command;
    m_status = sw3;
    m_statusTimes = times;
}

void SimulatedSam::liftAfter(int exchanges)
{
    const QMutexLocker lock(&m_mutex);
    m_liftAfter = exchanges;
}

void SimulatedSam::setFingerprintSize(int bytes)
{
    const QMutexLocker lock(&m_mutex);
    m_fingerprintSize = bytes;
}

bool SimulatedSam::hasCard() const
{
    const QMutexLocker lock(&m_mutex);
    return m_card.has_value();
}

QByteArray SimulatedSam::exchange(const QByteArray& request)
{
    const QMutexLocker lock(&m_mutex);
    if (request.size() < 10 || !request.startsWith(QByteArray::fromHex("aaaaaa9669")))
        return {};
    const bool lifted = m_liftAfter == 0;
    m_liftAfter = std::max(-1, m_liftAfter - 1);
    if (lifted) {
        m_card.reset();
        m_step = Step::Idle;
    }
    const auto command = qFromBigEndian<quint16>(request.constData() + 7);
    if (m_statusTimes > 0 && SamCommand(command) == m_statusCommand) {
        --m_statusTimes;
        return samAnswer(m_status);
    }
    const Fault fault = m_faults.isEmpty() ? Fault::None : m_faults.takeFirst();
    if (fault == Fault::ReadFails)
        return samAnswer(sam::ReadFailed);
    QByteArray frame = answer(command);
    switch (fault) {
    case Fault::FlipByte: frame[frame.size() / 2] = char(frame[frame.size() / 2] ^ 0x55); break;
    case Fault::Silence: return {};
    case Fault::DropFirstByte: frame.remove(0, 1); break;
    case Fault::ReadFails:
    case Fault::None: break;
    }
    return frame;
}

QByteArray SimulatedSam::answer(quint16 command)
{
    switch (SamCommand(command)) {
    case SamCommand::Reset:
    case SamCommand::Status: return samAnswer(sam::Ok);
    case SamCommand::SamId: return samAnswer(sam::Ok, QByteArray::fromHex("05000300d5af34014dc60b009b1e5c3a"));
    case SamCommand::Find:
        if (!m_card || m_step == Step::Read)
            return samAnswer(sam::FindFailed);
        m_step = Step::Found;
        return samAnswer(sam::Found, QByteArray(4, '\0'));
    case SamCommand::Select:
        if (!m_card || (m_step != Step::Found && m_step != Step::Selected))
            return samAnswer(sam::SelectFailed);
        m_step = Step::Selected;
        return samAnswer(sam::Ok, QByteArray(8, '\0'));
    case SamCommand::ReadBase: return readAnswer(false);
    case SamCommand::ReadWithFingerprint: return m_old ? samAnswer(sam::BadCommand) : readAnswer(true);
    case SamCommand::ReadExtraAddress:
        if (!m_card || m_step != Step::Read)
            return samAnswer(sam::ReadFailed);
        return m_card->extraAddress.isEmpty() ? samAnswer(sam::NoContent) : samAnswer(sam::Ok, buildExtraAddress(m_card->extraAddress));
    }
    return samAnswer(sam::BadCommand);
}

QByteArray SimulatedSam::readAnswer(bool withFingerprint)
{
    if (!m_card || (m_step != Step::Selected && m_step != Step::Read))
        return samAnswer(sam::ReadFailed);
    m_step = Step::Read;
    const QByteArray photo(1024, '\x5A'); // no decoder, no picture: any bytes do
    QByteArray lengths = QByteArray::fromHex("01000400");
    if (withFingerprint) {
        lengths += QByteArray(2, '\0');
        qToBigEndian(quint16(m_fingerprintSize), lengths.data() + 4);
    }
    return samAnswer(sam::Ok,
                     lengths + buildCardText(*m_card) + photo + (withFingerprint ? QByteArray(m_fingerprintSize, '\x33') : QByteArray()));
}

} // namespace devices
