// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <functional>
#include <map>
#include <mutex>

namespace backoffice {

/// Rung when a hall has new events, once they can be read. Thread-safe.
class Bell
{
public:
    enum class From {
        Here,      ///< a transaction of this process
        Elsewhere, ///< another process on the same database
    };
    using Listener = std::function<void(const QString& hall, From)>;

    void ring(const QString& hall, From from = From::Here);
    /// The listener must not wait. Whoever leaves is not called any more when `leave` returns.
    int listen(Listener listener);
    void leave(int number);

private:
    std::mutex m_guard;
    std::map<int, Listener> m_listeners;
    int m_next = 0;
};

} // namespace backoffice
