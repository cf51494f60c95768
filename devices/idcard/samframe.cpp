// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/idcard/samframe.h"

#include "devices/idcard/wipe.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace devices {

namespace {

const QByteArray Head = QByteArray::fromHex("aaaaaa9669");
const QByteArray ShortHead = QByteArray::fromHex("aaaa9669"); // one AA lost on the way
constexpr qsizetype LengthSize = 2;
constexpr quint16 ShortestAnswer = 4; // SW1 SW2 SW3 XOR
constexpr quint16 LongestAnswer = 4096;

quint8 xorOf(const QByteArray& bytes)
{
    quint8 sum = 0;
    for (const char c : bytes)
        sum = quint8(sum ^ quint8(c));
    return sum;
}

} // namespace

bool isSamStatus(int sw3)
{
    constexpr std::array Known{0x10, 0x11, 0x21, 0x23, 0x24, 0x31, 0x32, 0x33, 0x40, 0x41, 0x47, 0x60, 0x66, 0x80, 0x81, 0x90, 0x91, 0x9F};
    return std::find(Known.begin(), Known.end(), sw3) != Known.end();
}

QByteArray samRequest(SamCommand command, const QByteArray& data)
{
    QByteArray body(4, '\0');
    qToBigEndian(quint16(3 + data.size()), body.data());
    qToBigEndian(quint16(command), body.data() + 2);
    body += data;
    return Head + body + char(xorOf(body));
}

QByteArray samAnswer(quint8 sw3, const QByteArray& data)
{
    QByteArray body(2, '\0');
    qToBigEndian(quint16(4 + data.size()), body.data());
    body += QByteArray(2, '\0') + char(sw3) + data;
    return Head + body + char(xorOf(body));
}

qsizetype samFrameSize(const QByteArray& begun)
{
    const qsizetype head = begun.indexOf(ShortHead);
    if (head < 0 || begun.size() < head + ShortHead.size() + LengthSize)
        return 0;
    return head + ShortHead.size() + LengthSize + qFromBigEndian<quint16>(begun.constData() + head + ShortHead.size());
}

QList<SamFrameParser::Item> SamFrameParser::feed(const QByteArray& bytes)
{
    m_buffer += bytes;
    QList<Item> items;
    while (auto item = next())
        items.append(*item);
    return items;
}

void SamFrameParser::clear()
{
    wipe(m_buffer);
}

std::optional<SamFrameParser::Item> SamFrameParser::next()
{
    const qsizetype head = m_buffer.indexOf(ShortHead);
    if (head < 0) {
        m_buffer = m_buffer.last(std::min(m_buffer.size(), ShortHead.size() - 1));
        return std::nullopt;
    }
    m_buffer.remove(0, head);
    if (m_buffer.size() < ShortHead.size() + LengthSize)
        return std::nullopt;
    const quint16 length = qFromBigEndian<quint16>(m_buffer.constData() + ShortHead.size());
    if (length < ShortestAnswer || length > LongestAnswer) {
        m_buffer.remove(0, ShortHead.size());
        return Item{true, {}};
    }
    const qsizetype end = ShortHead.size() + LengthSize + length;
    if (m_buffer.size() < end)
        return std::nullopt;
    QByteArray summed = m_buffer.sliced(ShortHead.size(), LengthSize + length - 1);
    const quint8 sum = quint8(m_buffer[end - 1]);
    if (xorOf(summed) != sum) {
        m_buffer.remove(0, ShortHead.size()); // a length that was corrupted must not swallow what follows
        return Item{true, {}};
    }
    QByteArray rest = m_buffer.sliced(end);
    wipe(m_buffer);
    m_buffer = std::move(rest);
    Item item{false, {quint8(summed[2]), quint8(summed[3]), quint8(summed[4]), summed.sliced(5)}};
    wipe(summed);
    return item;
}

} // namespace devices
