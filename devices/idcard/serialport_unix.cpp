// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/idcard/serialport.h"

#include <QSerialPort>

namespace devices {

class SerialPort::Line
{
public:
    Line(const QString& name, SerialPort* owner) : port(name, owner) {} // a child moves to the thread its owner moves to

    QSerialPort port;
};

SerialPort::SerialPort(const QString& name, QObject* parent) : QObject(parent), m_line(std::make_unique<Line>(name, this))
{
    connect(&m_line->port, &QSerialPort::readyRead, this, &SerialPort::readyRead);
    connect(&m_line->port, &QSerialPort::errorOccurred, this, [this](QSerialPort::SerialPortError error) {
        if (error == QSerialPort::ResourceError || error == QSerialPort::DeviceNotFoundError || error == QSerialPort::ReadError ||
            error == QSerialPort::WriteError)
            Q_EMIT gone();
    });
}

SerialPort::~SerialPort() = default;

SerialPort::Opening SerialPort::open()
{
    if (m_line->port.open(QIODevice::ReadWrite))
        return Opening::Done;
    return m_line->port.error() == QSerialPort::PermissionError ? Opening::Denied : Opening::Absent;
}

void SerialPort::close()
{
    if (m_line->port.isOpen())
        m_line->port.close();
}

bool SerialPort::isOpen() const
{
    return m_line->port.isOpen();
}

bool SerialPort::setBaudRate(int baud)
{
    return m_line->port.setBaudRate(baud) && m_line->port.clear();
}

void SerialPort::write(const QByteArray& bytes)
{
    m_line->port.write(bytes);
}

QByteArray SerialPort::readAll()
{
    return m_line->port.readAll();
}

bool SerialPort::waitForReadyRead(int ms)
{
    return m_line->port.waitForReadyRead(ms);
}

void SerialPort::discardInput()
{
    m_line->port.clear(QSerialPort::Input);
}

} // namespace devices
