// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backoffice/database.h"

#include <deque>
#include <map>
#include <mutex>
#include <optional>

namespace backoffice {

struct Event
{
    qint64 id;
    QString kind;
    QString data;
};

/// A hall's newest events in memory: read once a process, however many listen. Thread-safe; throws DatabaseFault. The ids of one hall
/// become visible in their order, since its transactions come one after another.
class EventLog
{
public:
    static constexpr std::size_t MostAtOnce = 2'000;

    explicit EventLog(Database database) : m_database(std::move(database)) {}

    /// Reads what is new.
    void refresh(const QString& hall);
    [[nodiscard]] QStringList halls() const;
    /// Events after `id`, oldest first, when they are in memory: does not wait.
    [[nodiscard]] std::optional<QList<Event>> recent(const QString& hall, qint64 id) const;
    /// Events after `id`, oldest first, `MostAtOnce` at most; nothing when it is older than what is kept.
    [[nodiscard]] std::optional<QList<Event>> after(const QString& hall, qint64 id);
    /// The newest of a hall; 0: none.
    [[nodiscard]] qint64 newest(const QString& hall) const;

private:
    struct Hall
    {
        qint64 whole = 0; ///< every event after this one is here
        std::deque<Event> events;
    };

    Database m_database;
    mutable std::mutex m_guard;
    std::mutex m_reading; ///< one reads at a time
    std::map<QString, Hall> m_halls;
};

} // namespace backoffice
