// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/store/audit.h"

#include "app/core/canonicaljson.h"

#include <QCryptographicHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace store {

namespace {
QByteArray chained(const QByteArray& previous, const QStringList& fields)
{
    return QCryptographicHash::hash(previous + core::canonicalJson(QJsonArray::fromStringList(fields)), QCryptographicHash::Sha256);
}
} // namespace

core::Result<void> addAudit(Session& session, const AuditEntry& entry)
{
    const auto last = session.first(u"SELECT hash FROM audit ORDER BY seq DESC LIMIT 1"_s);
    if (!last)
        return tl::unexpected(last.error());
    const QByteArray previous = *last ? (*last)->constFirst().toByteArray() : QByteArray(32, '\0');
    const QString at = entry.at.time.toUTC().toString(Qt::ISODateWithMs);
    const QString offline = entry.at.offline ? u"1"_s : u"0"_s;
    const QByteArray hash = chained(previous, {at, offline, entry.actor, entry.act, entry.subject, entry.facts});
    return session
        .change(u"INSERT INTO audit (at, offline, actor, act, subject, facts, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
                {at, entry.at.offline ? 1 : 0, entry.actor, entry.act, entry.subject, entry.facts, previous, hash})
        .map([](int) {});
}

core::Result<qint64> firstBrokenAudit(Session& session)
{
    auto rows = session.run(u"SELECT seq, at, offline, actor, act, subject, facts, previous, hash FROM audit ORDER BY seq"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    QByteArray previous(32, '\0');
    while (rows->next()) {
        QStringList fields;
        for (int i = 1; i <= 6; ++i)
            fields.append(rows->value(i).toString());
        const QByteArray hash = rows->value(8).toByteArray();
        if (rows->value(7).toByteArray() != previous || chained(previous, fields) != hash)
            return rows->value(0).toLongLong();
        previous = hash;
    }
    return 0;
}

} // namespace store
