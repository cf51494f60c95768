// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "devices/scanner/scansource.h"

#include <sane/sane.h>

#include <QList>
#include <QMutex>
#include <QPair>

#include <atomic>

namespace devices {

/// One opened SANE device. All calls block; `cancel` may come from another thread.
class SaneDevice
{
public:
    SaneDevice() = default;
    ~SaneDevice();
    SaneDevice(const SaneDevice&) = delete;
    SaneDevice& operator=(const SaneDevice&) = delete;

    /// Names and labels of all devices; slow, since every backend looks around.
    static QList<QPair<QString, QString>> list();
    static ScanEnd endFor(SANE_Status status);

    /// Before an order is carried out, on the thread that cancels.
    void begin() { m_cancelled = false; }
    SANE_Status open(const QString& name);
    void close();
    /// Interrupts whatever call is under way, and what the order would do next.
    void cancel();
    [[nodiscard]] bool isCancelled() const { return m_cancelled; }

    // Options by name: the nearest the device allows. False when it has no such option or refuses.
    bool setText(const QString& name, const QString& value);
    bool setNumber(const QString& name, double value);
    /// Values of a text option, empty when there is none.
    [[nodiscard]] QStringList texts(const QString& name) const;
    /// The largest value of a number, 0 when it is not limited.
    [[nodiscard]] double largest(const QString& name) const;

    [[nodiscard]] SANE_Handle handle() const { return m_handle; }

private:
    [[nodiscard]] int indexOf(const QString& name) const;
    [[nodiscard]] const SANE_Option_Descriptor* option(int index) const;

    QMutex m_guard; ///< between cancelling and closing
    SANE_Handle m_handle = nullptr;
    std::atomic_bool m_cancelled = false;
};

} // namespace devices
