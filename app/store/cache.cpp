// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/store/cache.h"

using namespace Qt::StringLiterals;

namespace store {

core::Result<std::optional<CachedAnswer>> cached(Session& session, const QString& name)
{
    auto rows = session.run(u"SELECT etag, body, fetched_at FROM cache WHERE name = ?"_s, {name});
    if (!rows)
        return tl::unexpected(rows.error());
    if (!rows->next())
        return std::optional<CachedAnswer>();
    return std::optional(CachedAnswer{rows->value(0).toString(), rows->value(1).toByteArray(), rows->value(2).toLongLong()});
}

core::Result<void> setCached(Session& session, const QString& name, const CachedAnswer& answer)
{
    return session
        .run(u"INSERT INTO cache (name, etag, body, fetched_at) VALUES (?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET "
             "etag = excluded.etag, body = excluded.body, fetched_at = excluded.fetched_at"_s,
             {name, answer.etag, answer.body, answer.fetchedAtMs})
        .map([](const QSqlQuery&) {});
}

core::Result<QString> setting(Session& session, const QString& name, const QString& fallback)
{
    auto rows = session.run(u"SELECT value FROM setting WHERE name = ?"_s, {name});
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->next() ? rows->value(0).toString() : fallback;
}

core::Result<void> setSetting(Session& session, const QString& name, const QString& value)
{
    return session
        .run(u"INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"_s, {name, value})
        .map([](const QSqlQuery&) {});
}

} // namespace store
