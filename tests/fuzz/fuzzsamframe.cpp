// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// Any bytes from a reader, in any pieces, through frames and session.

#include "devices/idcard/samsession.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size)
{
    devices::SamFrameParser parser;
    devices::SamSession session;
    devices::SamStep step = session.begin();
    const QByteArray bytes(reinterpret_cast<const char*>(data), qsizetype(size));
    const qsizetype piece = size > 0 ? 1 + data[0] % 64 : 1;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        const auto items = parser.feed(bytes.mid(at, piece));
        for (const auto& item : items)
            step = item.broken ? session.garbled() : session.answered(item.answer);
    }
    if (session.isActive())
        session.timedOut();
    return 0;
}
