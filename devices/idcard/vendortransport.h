// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "devices/idcard/bytetransport.h"

#include <QLibrary>

namespace devices {

/// A reader behind its maker's library with the SDT interface (SDT_OpenPort, SDT_StartFindIDCard …), loaded at run time.
/// Requests are taken apart and answers put together as frames, so that all above is the same for every reader. Calls
/// block: the reader's own thread bears that.
class VendorTransport final : public ByteTransport
{
    Q_OBJECT

public:
    /// `port`: 1001 and up for USB, 1 to 16 for serial.
    explicit VendorTransport(const QString& library, int port = 1001);
    ~VendorTransport() override;

    OpenResult open() override;
    void close() override;
    void send(const QByteArray& bytes) override;
    void drain() override {}

private:
    struct Functions
    {
        int (*openPort)(int) = nullptr;
        int (*closePort)(int) = nullptr;
        int (*find)(int, unsigned char*, int) = nullptr;
        int (*select)(int, unsigned char*, int) = nullptr;
        int (*readBase)(int, unsigned char*, unsigned*, unsigned char*, unsigned*, int) = nullptr;
        int (*readMore)(int, unsigned char*, unsigned*, int) = nullptr;
    };

    bool load();
    QByteArray answer(quint16 command);
    QByteArray answerOf(int status, const QByteArray& data = {});
    QByteArray readBase();
    QByteArray readMore();

    QLibrary m_library;
    int m_port;
    Functions m_call;
    bool m_open = false;
};

} // namespace devices
