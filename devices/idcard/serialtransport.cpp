// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/idcard/serialtransport.h"

#include "devices/idcard/samframe.h"
#include "devices/idcard/wipe.h"

#include <QElapsedTimer>

namespace devices {

namespace {
constexpr std::initializer_list<int> Speeds{115200, 57600, 38400, 19200, 9600};
constexpr int StatusDeadlineMs = 150;
} // namespace

SerialTransport::SerialTransport(const QString& portName, int baud) : m_port(portName, this), m_baud(baud)
{
    connect(&m_port, &SerialPort::readyRead, this, [this] {
        if (!m_open)
            return;
        QByteArray bytes = m_port.readAll();
        Q_EMIT received(bytes);
        wipe(bytes);
    });
    connect(&m_port, &SerialPort::gone, this, &SerialTransport::lost);
}

OpenResult SerialTransport::open()
{
    close();
    switch (m_port.open()) {
    case SerialPort::Opening::Done: break;
    // A port that another program holds is refused the same way on Windows, as one that needs rights.
    case SerialPort::Opening::Denied: return OpenResult::NoPermission;
    case SerialPort::Opening::Absent: return OpenResult::Absent;
    }
    const QList<int> speeds = m_baud > 0 ? QList<int>{m_baud} : QList<int>(Speeds);
    for (const int baud : speeds) {
        if (answersAt(baud)) {
            m_open = true;
            return OpenResult::Opened;
        }
    }
    m_port.close();
    return OpenResult::Absent;
}

/// Waits on the reader's own thread, a fraction of a second a speed.
bool SerialTransport::answersAt(int baud)
{
    if (!m_port.setBaudRate(baud))
        return false;
    m_port.write(samRequest(SamCommand::Status));
    SamFrameParser parser;
    QElapsedTimer spent;
    spent.start();
    while (spent.elapsed() < StatusDeadlineMs) {
        if (!m_port.waitForReadyRead(StatusDeadlineMs))
            return false;
        const auto items = parser.feed(m_port.readAll());
        if (!items.isEmpty() && !items[0].broken)
            return true;
    }
    return false;
}

void SerialTransport::close()
{
    m_open = false;
    if (m_port.isOpen())
        m_port.close();
}

void SerialTransport::send(const QByteArray& bytes)
{
    if (m_open)
        m_port.write(bytes);
}

void SerialTransport::drain()
{
    if (m_port.isOpen())
        m_port.discardInput();
}

void SerialTransport::lost()
{
    if (std::exchange(m_open, false))
        QMetaObject::invokeMethod(this, &SerialTransport::unplugged, Qt::QueuedConnection);
}

} // namespace devices
