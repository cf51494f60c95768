// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>

namespace devices {

/// What came of trying to open a reader.
enum class OpenResult {
    Opened,
    Absent,
    NoPermission, ///< it is there, but this user may not use it
    Occupied,     ///< another program holds it
    NeedsVendor,  ///< known, but only its maker's library can talk to it
};

/// A way to a reader's SAM module: USB, serial, a vendor's library or software. Belongs to the reader's thread.
class ByteTransport : public QObject
{
    Q_OBJECT

public:
    virtual OpenResult open() = 0;
    virtual void close() = 0;
    /// Sends one request; the answer arrives by `received`, in any number of pieces.
    virtual void send(const QByteArray& bytes) = 0;
    /// Throws away what is still on its way, so that a late answer is not taken for the next.
    virtual void drain() = 0;

Q_SIGNALS:
    void received(const QByteArray& bytes);
    void unplugged();
    void plugged(); ///< something came that may be a reader: worth an `open` now
};

} // namespace devices
