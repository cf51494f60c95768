// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <functional>
#include <memory>

namespace backoffice {

/// Tells once that the process is asked to end (SIGTERM, SIGINT), on a thread of its own: a signal handler could call almost nothing.
class EndSignal
{
public:
    explicit EndSignal(std::function<void()> end);
    ~EndSignal();
    EndSignal(const EndSignal&) = delete;
    EndSignal& operator=(const EndSignal&) = delete;

private:
    class Waiting;
    std::unique_ptr<Waiting> m_waiting;
};

} // namespace backoffice
