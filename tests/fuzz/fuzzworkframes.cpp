// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/scanner/workerlink.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), qsizetype(size));
    devices::WorkFrames whole;
    const auto atOnce = whole.feed(bytes);
    devices::WorkFrames pieces;
    qsizetype count = 0;
    for (qsizetype at = 0; at < bytes.size(); at += 3)
        count += pieces.feed(bytes.mid(at, 3)).size();
    if (count != atOnce.size() || pieces.isBroken() != whole.isBroken())
        __builtin_trap(); // how a pipe cuts them makes no difference
    return 0;
}
