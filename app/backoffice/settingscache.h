// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/queuesettings.h"

#include <memory>
#include <mutex>

namespace backoffice {

/// The queue's settings as they were read last: they change with an import, and are asked for at every call. Thread-safe.
class SettingsCache
{
public:
    using Settings = std::shared_ptr<const core::QueueSettings>;

    /// Null where those are others.
    [[nodiscard]] Settings find(const QString& etag) const
    {
        const std::scoped_lock lock(m_guard);
        return etag == m_etag ? m_settings : nullptr;
    }
    void keep(const QString& etag, const Settings& settings)
    {
        const std::scoped_lock lock(m_guard);
        m_etag = etag;
        m_settings = settings;
    }

private:
    mutable std::mutex m_guard;
    QString m_etag;
    Settings m_settings;
};

} // namespace backoffice
