// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/store/session.h"

#include <optional>

namespace store {

/// The last good answer of something polled (catalogue, calendar), with its ETag.
struct CachedAnswer
{
    QString etag;
    QByteArray body;
    qint64 fetchedAtMs = 0;
};

core::Result<std::optional<CachedAnswer>> cached(Session& session, const QString& name);
core::Result<void> setCached(Session& session, const QString& name, const CachedAnswer& answer);

core::Result<QString> setting(Session& session, const QString& name, const QString& fallback);
core::Result<void> setSetting(Session& session, const QString& name, const QString& value);

} // namespace store
