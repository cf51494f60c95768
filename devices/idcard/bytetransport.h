// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>

namespace devices {

/// A way to a reader's SAM module: USB, serial, a vendor's library or software. Belongs to the reader's thread.
class ByteTransport : public QObject
{
    Q_OBJECT

public:
    /// Opens the device if it is there; false when it is not.
    virtual bool open() = 0;
    virtual void close() = 0;
    /// Sends one request; the answer arrives by `received`, in any number of pieces.
    virtual void send(const QByteArray& bytes) = 0;
    /// Throws away what is still on its way, so that a late answer is not taken for the next.
    virtual void drain() = 0;

Q_SIGNALS:
    void received(const QByteArray& bytes);
    void unplugged();
};

} // namespace devices
