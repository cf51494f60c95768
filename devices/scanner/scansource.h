// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

namespace devices {

enum class ScanInput { Automatic, Flatbed, Feeder };
enum class ScanColour { Colour, Grey };

struct ScanOptions
{
    ScanInput input = ScanInput::Automatic;
    ScanColour colour = ScanColour::Colour;
    int dpi = 300;
};

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

Q_SIGNALS:
    void pageArrived(const QByteArray& bytes, const QString& mediaType);
    void ended(devices::ScanEnd end, int pages);
    void availability(bool available, bool paperLoaded);
};

/// A page counts only when it is whole: a JPEG from FFD8 to FFD9, a PDF from %PDF to %%EOF.
bool isWholePage(const QByteArray& bytes, const QString& mediaType);

} // namespace devices

Q_DECLARE_METATYPE(devices::ScanOptions)
