// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QElapsedTimer>

namespace widgets {

/// What stands on screen has changed by itself: for a moment a key is still meant for what stood there before.
class Fresh
{
public:
    void begin() { m_since.start(); }
    [[nodiscard]] bool isFresh() const { return m_since.isValid() && m_since.elapsed() < Moment; }

private:
    static constexpr qint64 Moment = 1000; // milliseconds
    QElapsedTimer m_since;
};

} // namespace widgets
