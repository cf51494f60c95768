// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/worker/dib.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size)
{
    const QImage page = devices::dibImage(QByteArray(reinterpret_cast<const char*>(data), qsizetype(size)), 300);
    if (page.sizeInBytes() > 16 * qsizetype(size) + 65536) // never made larger than what came
        __builtin_trap();
    return 0;
}
