// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace devices {

// Frames of the SAM module in resident ID-card readers (GA/T 467). Request: AA AA AA 96 69 | LEN16BE | CMD PARA DATA |
// XOR; answer: AA AA AA 96 69 | LEN16BE | SW1 SW2 SW3 DATA | XOR. LEN counts what follows it, XOR runs from LEN on.

enum class SamCommand : quint16 {
    Reset = 0x10FF,
    Status = 0x11FF,
    SamId = 0x12FF,
    Find = 0x2001,
    Select = 0x2002,
    ReadBase = 0x3001,
    ReadWithFingerprint = 0x3010,
    ReadExtraAddress = 0x3003,
};

/// SW3 of an answer.
namespace sam {
constexpr quint8 Ok = 0x90;
constexpr quint8 Found = 0x9F;
constexpr quint8 NoContent = 0x91;
constexpr quint8 Checksum = 0x10;
constexpr quint8 Length = 0x11;
constexpr quint8 BadCommand = 0x21;
constexpr quint8 Privilege = 0x23;
constexpr quint8 CardRejectsSam = 0x31;
constexpr quint8 SamRejectsCard = 0x32;
constexpr quint8 Verification = 0x33;
constexpr quint8 CardType = 0x40;
constexpr quint8 ReadFailed = 0x41;
constexpr quint8 RandomFailed = 0x47;
constexpr quint8 SelfTest = 0x60;
constexpr quint8 Unauthorised = 0x66;
constexpr quint8 FindFailed = 0x80;
constexpr quint8 SelectFailed = 0x81;
constexpr quint8 Communication = 0xFF;
} // namespace sam

/// Whether a module could say this.
bool isSamStatus(int sw3);

QByteArray samRequest(SamCommand command, const QByteArray& data = {});
/// A whole answer frame with SW1 and SW2 zero.
QByteArray samAnswer(quint8 sw3, const QByteArray& data = {});
/// The size of the frame that begins with these bytes, as its length field says; 0 while that cannot be told.
qsizetype samFrameSize(const QByteArray& begun);

struct SamAnswer
{
    quint8 sw1 = 0;
    quint8 sw2 = 0;
    quint8 sw3 = 0;
    QByteArray data;
};

/// Cuts a byte stream into answers. One lost AA is tolerated; bytes that belong to no frame are skipped.
class SamFrameParser
{
public:
    struct Item
    {
        bool broken = false; ///< the checksum or the length was wrong
        SamAnswer answer;
    };

    QList<Item> feed(const QByteArray& bytes);
    void clear();

private:
    std::optional<Item> next();

    QByteArray m_buffer;
};

} // namespace devices
