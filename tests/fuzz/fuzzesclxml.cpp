// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/scanner/esclxml.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), qsizetype(size));
    const devices::EsclCapabilities capabilities = devices::parseEsclCapabilities(bytes);
    devices::parseEsclStatus(bytes, QStringLiteral("/eSCL/ScanJobs/1"));
    // Whatever a scanner claims, what is asked of it is well-formed.
    const QByteArray settings = devices::esclScanSettings({}, capabilities, capabilities.feeder);
    if (!settings.contains("ScanSettings") || settings.contains("<pwg:Width>-") || settings.contains("<pwg:Height>-"))
        __builtin_trap();
    return 0;
}
