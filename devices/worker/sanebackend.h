// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "devices/worker/sanedevice.h"
#include "devices/worker/scanbackend.h"

namespace devices {

/// Scanners that SANE drives.
class SaneBackend final : public ScanBackend
{
public:
    SaneBackend();
    ~SaneBackend() override;

    QList<QPair<QString, QString>> list() override { return SaneDevice::list(); }
    void begin() override { m_device.begin(); }
    void cancel() override { m_device.cancel(); }
    ScanEnd scan(const ScanOrder& order, const ScanListener& listener) override;
    void close() override { m_device.close(); }

private:
    SaneDevice m_device;
};

} // namespace devices
