// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>

namespace devices {

/// Overwrites what a buffer of our own holds and empties it; shared copies keep theirs.
inline void wipe(QByteArray& bytes)
{
    volatile char* at = bytes.data();
    for (qsizetype i = 0; i < bytes.size(); ++i)
        at[i] = 0;
    bytes.clear();
}

} // namespace devices
