// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDateTime>

namespace core {

/// A legal time and whether it was measured without the back office.
struct Moment
{
    QDateTime time;
    bool offline = false;
};

/// Legal time: the back office's, or the local one corrected by the last measured offset. Thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Moment now() const = 0;
};

} // namespace core
