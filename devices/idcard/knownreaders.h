// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QString>

namespace devices {

struct UsbId
{
    quint16 vendor = 0;
    quint16 product = 0;

    friend bool operator==(const UsbId&, const UsbId&) = default;
};

/// How a reader is spoken to.
enum class ReaderLink {
    BulkFrames,    ///< SAM frames over bulk pipes, one pair or two
    VendorLibrary, ///< framing not known to us
};

struct KnownReader
{
    UsbId id;
    QString name;
    ReaderLink link = ReaderLink::VendorLibrary;
};

/// ID-card readers by their USB ids.
const QList<KnownReader>& knownReaders();
/// Null for a device that is no reader we know of.
const KnownReader* knownReader(const UsbId& id);

} // namespace devices
