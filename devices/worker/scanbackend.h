// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "devices/scanner/scansource.h"

#include <QImage>
#include <QList>
#include <QPair>

#include <functional>
#include <memory>

namespace devices {

/// What to scan and how, as the client said it.
struct ScanOrder
{
    QString device; ///< name?option=value&…; empty: the first there is
    ScanInput input = ScanInput::Automatic;
    ScanColour colour = ScanColour::Colour;
    int dpi = 300;
    QSizeF paper; ///< millimetres; empty: as far as it reaches
    bool duplex = false;
};

/// Whom a scan tells.
struct ScanListener
{
    std::function<void(const QImage& page)> page;
    std::function<void(int percent)> progress; ///< of the page; -1 where its height is not known
};

/// What drives this machine's scanners: SANE or WIA. Everything blocks and is called on one thread, but for `begin` and
/// `cancel`, which come from another.
class ScanBackend
{
public:
    virtual ~ScanBackend() = default;
    /// Names and labels of all devices; slow.
    virtual QList<QPair<QString, QString>> list() = 0;
    /// Before an order is carried out.
    virtual void begin() = 0;
    /// Interrupts the scan under way.
    virtual void cancel() = 0;
    /// One scan, page after page; the device is closed afterwards.
    virtual ScanEnd scan(const ScanOrder& order, const ScanListener& listener) = 0;
    /// Told last of all, once `scan` has come back and nothing else is under way.
    virtual void close() {}
};

/// This system's.
std::unique_ptr<ScanBackend> scanBackend();

} // namespace devices
