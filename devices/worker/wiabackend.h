// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "devices/worker/scanbackend.h"

#include <atomic>

namespace devices {

/// Scanners that Windows drives by WIA 1.0, which it offers for every WIA driver. Pages come in memory, never by a file.
class WiaBackend final : public ScanBackend
{
public:
    QList<QPair<QString, QString>> list() override;
    void begin() override { m_cancelled = false; }
    void cancel() override { m_cancelled = true; }
    ScanEnd scan(const ScanOrder& order, const ScanListener& listener) override;

private:
    std::atomic_bool m_cancelled = false;
};

} // namespace devices
