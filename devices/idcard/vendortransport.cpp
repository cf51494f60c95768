// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/idcard/vendortransport.h"

#include "devices/idcard/samframe.h"
#include "devices/idcard/wipe.h"

#include <QtEndian>

#include <array>

namespace devices {

namespace {
constexpr qsizetype CommandAt = 7;
constexpr int Ok = 0x90;
constexpr unsigned VendorTextSize = 256;
constexpr unsigned PhotoSize = 1024;
constexpr unsigned MoreSize = 320;
} // namespace

VendorTransport::VendorTransport(const QString& library, int port) : m_library(library), m_port(port) {}

VendorTransport::~VendorTransport()
{
    VendorTransport::close();
}

bool VendorTransport::load()
{
    const auto resolve = [this](const char* name, auto& function) {
        function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(m_library.resolve(name));
        return function != nullptr;
    };
    return resolve("SDT_OpenPort", m_call.openPort) && resolve("SDT_ClosePort", m_call.closePort) &&
           resolve("SDT_StartFindIDCard", m_call.find) && resolve("SDT_SelectIDCard", m_call.select) &&
           resolve("SDT_ReadBaseMsg", m_call.readBase) && resolve("SDT_ReadNewAppMsg", m_call.readMore);
}

OpenResult VendorTransport::open()
{
    if (!m_call.readMore && !load())
        return OpenResult::Absent;
    m_open = m_call.openPort(m_port) == Ok;
    return m_open ? OpenResult::Opened : OpenResult::Absent;
}

void VendorTransport::close()
{
    if (m_open)
        m_call.closePort(m_port);
    m_open = false;
}

void VendorTransport::send(const QByteArray& bytes)
{
    if (!m_open || bytes.size() < CommandAt + 2)
        return;
    QByteArray frame = answer(qFromBigEndian<quint16>(bytes.constData() + CommandAt));
    QMetaObject::invokeMethod(this, [this, frame] { Q_EMIT received(frame); }, Qt::QueuedConnection);
}

/// What no module says is the library's own trouble: the port is gone, and has to be opened anew.
QByteArray VendorTransport::answerOf(int status, const QByteArray& data)
{
    if (isSamStatus(status))
        return samAnswer(quint8(status), data);
    QMetaObject::invokeMethod(this, &VendorTransport::unplugged, Qt::QueuedConnection);
    return {};
}

QByteArray VendorTransport::answer(quint16 command)
{
    switch (SamCommand(command)) {
    case SamCommand::Find: {
        std::array<unsigned char, 8> info{};
        return answerOf(m_call.find(m_port, info.data(), 0), QByteArray(4, '\0'));
    }
    case SamCommand::Select: {
        std::array<unsigned char, 8> serial{};
        return answerOf(m_call.select(m_port, serial.data(), 0), QByteArray(8, '\0'));
    }
    case SamCommand::ReadBase: return readBase();
    case SamCommand::ReadExtraAddress: return readMore();
    default: return samAnswer(sam::BadCommand); // fingerprints are not asked of libraries
    }
}

QByteArray VendorTransport::readBase()
{
    QByteArray text(VendorTextSize, '\0');
    QByteArray photo(PhotoSize, '\0');
    unsigned textSize = 0;
    unsigned photoSize = 0;
    const int status = m_call.readBase(m_port, reinterpret_cast<unsigned char*>(text.data()), &textSize,
                                       reinterpret_cast<unsigned char*>(photo.data()), &photoSize, 0);
    if (status != Ok)
        return answerOf(status);
    QByteArray data(4, '\0');
    qToBigEndian(quint16(std::min(textSize, VendorTextSize)), data.data());
    qToBigEndian(quint16(std::min(photoSize, PhotoSize)), data.data() + 2);
    data += text.first(std::min(textSize, VendorTextSize));
    data += photo.first(std::min(photoSize, PhotoSize));
    QByteArray frame = samAnswer(sam::Ok, data);
    wipe(text);
    wipe(photo);
    wipe(data);
    return frame;
}

QByteArray VendorTransport::readMore()
{
    QByteArray more(MoreSize, '\0');
    unsigned size = 0;
    const int status = m_call.readMore(m_port, reinterpret_cast<unsigned char*>(more.data()), &size, 0);
    if (status != Ok)
        return answerOf(status);
    return samAnswer(sam::Ok, more.first(std::min(size, MoreSize)));
}

} // namespace devices
