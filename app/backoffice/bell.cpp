// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/bell.h"

namespace backoffice {

void Bell::ring(const QString& hall, From from)
{
    const std::scoped_lock lock(m_guard);
    for (const auto& [number, listener] : m_listeners)
        listener(hall, from);
}

int Bell::listen(Listener listener)
{
    const std::scoped_lock lock(m_guard);
    m_listeners.emplace(m_next, std::move(listener));
    return m_next++;
}

void Bell::leave(int number)
{
    const std::scoped_lock lock(m_guard);
    m_listeners.erase(number);
}

} // namespace backoffice
