// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/idcard/cardtext.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), qsizetype(size));
    QByteArray block = bytes.first(std::min<qsizetype>(256, bytes.size()));
    block.append(256 - block.size(), ' ');
    const auto card = devices::parseCardText(block);
    if (card && (card->name.contains(QChar(u'\0')) || !card->name.isValidUtf16()))
        __builtin_trap(); // what goes on from here is text
    devices::parseExtraAddress(bytes);
    devices::parseCardText(bytes);
    return 0;
}
