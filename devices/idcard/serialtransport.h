// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "devices/idcard/bytetransport.h"
#include "devices/idcard/serialport.h"

namespace devices {

/// A reader on a serial port: 8N1; the speed is found by asking for the module's status, fastest first.
class SerialTransport final : public ByteTransport
{
    Q_OBJECT

public:
    /// `baud` 0: find out.
    explicit SerialTransport(const QString& portName, int baud = 0);

    OpenResult open() override;
    void close() override;
    void send(const QByteArray& bytes) override;
    void drain() override;

private:
    bool answersAt(int baud);
    void lost();

    SerialPort m_port;
    int m_baud;
    bool m_open = false;
};

} // namespace devices
