// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/eventlog.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace backoffice {

namespace {

constexpr std::size_t MostKept = EventLog::MostAtOnce; ///< of a hall, in memory

QList<Event> read(const Database& database, const QString& hall, qint64 after)
{
    Rows rows = database.run(u"SELECT id, kind, data FROM event WHERE hall = ? AND id > ? ORDER BY id LIMIT ?"_s,
                             {hall, after, qint64(EventLog::MostAtOnce)});
    QList<Event> events;
    while (rows.next())
        events.append({rows.value(0).toLongLong(), rows.value(1).toString(), rows.value(2).toString()});
    return events;
}

} // namespace

void EventLog::refresh(const QString& hall)
{
    const std::scoped_lock reading(m_reading);
    std::optional<qint64> last;
    {
        const std::scoped_lock lock(m_guard);
        if (const auto known = m_halls.find(hall); known != m_halls.end())
            last = known->second.events.empty() ? known->second.whole : known->second.events.back().id;
    }
    if (!last) {
        const qint64 from = newest(hall);
        const std::scoped_lock lock(m_guard);
        m_halls[hall].whole = from;
        return;
    }
    for (std::size_t got = MostAtOnce; got == MostAtOnce;) {
        const QList<Event> events = read(m_database, hall, *last);
        got = std::size_t(events.size());
        if (got > 0)
            last = events.constLast().id;
        const std::scoped_lock lock(m_guard);
        Hall& known = m_halls[hall];
        known.events.insert(known.events.end(), events.begin(), events.end());
        while (known.events.size() > MostKept) {
            known.whole = known.events.front().id;
            known.events.pop_front();
        }
    }
}

QStringList EventLog::halls() const
{
    const std::scoped_lock lock(m_guard);
    QStringList names;
    for (const auto& [name, hall] : m_halls)
        names.append(name);
    return names;
}

std::optional<QList<Event>> EventLog::recent(const QString& hall, qint64 id) const
{
    const std::scoped_lock lock(m_guard);
    const auto known = m_halls.find(hall);
    if (known == m_halls.end() || id < known->second.whole)
        return std::nullopt;
    const auto& events = known->second.events;
    const auto first =
        std::upper_bound(events.begin(), events.end(), id, [](qint64 after, const Event& event) { return after < event.id; });
    return QList<Event>(first, events.end());
}

std::optional<QList<Event>> EventLog::after(const QString& hall, qint64 id)
{
    if (auto events = recent(hall, id))
        return events;
    refresh(hall);
    Rows kept = m_database.run(u"SELECT coalesce(min(id), 0), coalesce(max(id), 0) FROM event"_s);
    kept.next();
    if (id > 0 && (id + 1 < kept.value(0).toLongLong() || id > kept.value(1).toLongLong()))
        return std::nullopt;
    return read(m_database, hall, id);
}

qint64 EventLog::newest(const QString& hall) const
{
    Rows row = m_database.run(u"SELECT coalesce(max(id), 0) FROM event WHERE hall = ?"_s, {hall});
    row.next();
    return row.value(0).toLongLong();
}

} // namespace backoffice
