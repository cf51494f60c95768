// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/worker/sanebackend.h"

#include "devices/worker/sanescan.h"

namespace devices {

SaneBackend::SaneBackend()
{
    sane_init(nullptr, nullptr);
}

SaneBackend::~SaneBackend()
{
    m_device.close();
    sane_exit();
}

ScanEnd SaneBackend::scan(const ScanOrder& order, const ScanListener& listener)
{
    return SaneScan(m_device, order, listener).run();
}

std::unique_ptr<ScanBackend> scanBackend()
{
    return std::make_unique<SaneBackend>();
}

} // namespace devices
