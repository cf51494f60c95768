// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QObject>
#include <QSizeF>
#include <QStringList>

namespace devices {

enum class ScanInput { Automatic, Flatbed, Feeder };
enum class ScanColour { Colour, Grey, BlackWhite };
enum class ScanSize { A4, A3, A5, Card, Largest };

/// What a clerk may want; a device gives the nearest it can.
struct ScanOptions
{
    ScanInput input = ScanInput::Automatic;
    ScanColour colour = ScanColour::Colour;
    int dpi = 300;
    ScanSize size = ScanSize::A4;
    bool duplex = false; ///< both sides, where the feeder can

    friend bool operator==(const ScanOptions&, const ScanOptions&) = default;
};

/// Width and height in millimetres; invalid for `Largest`.
QSizeF millimetresOf(ScanSize size);

/// How a scan ended. Pages that had arrived before are good in every case.
enum class ScanEnd {
    Done,
    Cancelled,
    NoPaper,
    Jam,
    CoverOpen,
    Busy,        ///< someone else scans
    PageDamaged, ///< a page came incomplete and was not taken
    NotFound,    ///< no scanner answers
    OtherDevice, ///< its certificate is not the one it showed before
    Fault,
};

/// Something pages come from, one job at a time. Lives on a thread of its own; pages are JPEG or PDF as the device sent
/// them.
class ScanSource : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    virtual void start(const devices::ScanOptions& options) = 0;
    virtual void cancel() = 0;
    /// Asks whether the device is there; answered by `availability`.
    virtual void probe() = 0;
    /// Where a source stands for several scanners: takes this one from now on.
    virtual void use(int) {}
    /// Accepts that this scanner shows another certificate than before.
    virtual void trust(int) {}

Q_SIGNALS:
    void pageArrived(const QByteArray& bytes, const QString& mediaType);
    void ended(devices::ScanEnd end, int pages);
    void availability(bool available, bool paperLoaded);
    /// Names of all scanners there are to choose from, and which is in use (-1: none).
    void scannersChanged(const QStringList& names, int current);
};

/// A page counts only when it is whole: a JPEG from FFD8 to FFD9, a PDF from %PDF to %%EOF.
bool isWholePage(const QByteArray& bytes, const QString& mediaType);

} // namespace devices

Q_DECLARE_METATYPE(devices::ScanOptions)
