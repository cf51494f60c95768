// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/documents/jpeghead.h"

#include <QtEndian>

namespace documents {

namespace {

constexpr double CmPerInch = 2.54;

quint16 be16(const QByteArray& bytes, qsizetype at)
{
    return at + 2 <= bytes.size() ? qFromBigEndian<quint16>(bytes.constData() + at) : 0;
}

bool isFrame(quint8 marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

void readJfif(const QByteArray& segment, JpegHead& head)
{
    if (!segment.startsWith(QByteArrayLiteral("JFIF\0")) || segment.size() < 12)
        return;
    const int unit = quint8(segment[7]);
    const double density = be16(segment, 8);
    head.dpi = unit == 1 ? density : unit == 2 ? density * CmPerInch : 0;
}

/// Orientation (0112) of the first directory.
void readExif(const QByteArray& segment, JpegHead& head)
{
    constexpr qsizetype Tiff = 6;
    constexpr quint16 Orientation = 0x0112;
    if (!segment.startsWith(QByteArrayLiteral("Exif\0\0")) || segment.size() < Tiff + 8)
        return;
    const bool little = segment.sliced(Tiff).startsWith("II");
    const auto read16 = [&](qsizetype at) -> quint16 {
        if (at < 0 || at + 2 > segment.size())
            return 0;
        return little ? qFromLittleEndian<quint16>(segment.constData() + at) : qFromBigEndian<quint16>(segment.constData() + at);
    };
    const quint32 offset =
        little ? qFromLittleEndian<quint32>(segment.constData() + Tiff + 4) : qFromBigEndian<quint32>(segment.constData() + Tiff + 4);
    if (offset > quint32(segment.size()))
        return;
    const qsizetype directory = Tiff + qsizetype(offset);
    const int entries = read16(directory);
    for (qsizetype i = 0; i < entries && directory + 2 + i * 12 + 12 <= segment.size(); ++i) {
        const qsizetype entry = directory + 2 + qsizetype(i) * 12;
        if (read16(entry) != Orientation)
            continue;
        switch (read16(entry + 8)) {
        case 3: head.quartersToTurn = 2; break;
        case 6: head.quartersToTurn = 1; break;
        case 8: head.quartersToTurn = 3; break;
        default: break;
        }
    }
}

} // namespace

std::optional<JpegHead> jpegHead(const QByteArray& bytes)
{
    if (!bytes.startsWith("\xFF\xD8"))
        return std::nullopt;
    JpegHead head;
    qsizetype at = 2;
    while (at + 4 <= bytes.size()) {
        if (quint8(bytes[at]) != 0xFF)
            return std::nullopt;
        const auto marker = quint8(bytes[at + 1]);
        if (marker == 0xFF) { // padding
            ++at;
            continue;
        }
        const qsizetype length = be16(bytes, at + 2);
        if (length < 2 || marker == 0xD9 || marker == 0xDA)
            return std::nullopt;
        const QByteArray segment = bytes.mid(at + 4, length - 2);
        if (marker == 0xE0)
            readJfif(segment, head);
        else if (marker == 0xE1)
            readExif(segment, head);
        else if (marker == 0xEE)
            head.invertedCmyk = segment.startsWith("Adobe");
        else if (isFrame(marker)) {
            if (segment.size() < 6)
                return std::nullopt;
            head.bits = quint8(segment[0]);
            head.height = be16(segment, 1);
            head.width = be16(segment, 3);
            head.components = quint8(segment[5]);
            if (head.width == 0 || head.height == 0)
                return std::nullopt;
            return head;
        }
        at += 2 + length;
    }
    return std::nullopt;
}

} // namespace documents
