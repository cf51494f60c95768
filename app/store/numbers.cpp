// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/store/numbers.h"

using namespace Qt::StringLiterals;

namespace store {

core::Result<void> addNumberBlock(Session& session, const NumberBlock& block)
{
    return session
        .run(u"INSERT INTO number_block (id, prefix, digits, next, last) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"_s,
             {block.id, block.prefix, block.digits, block.first, block.last})
        .map([](const QSqlQuery&) {});
}

core::Result<QString> takeNumber(Session& session)
{
    const auto found = session.first(u"SELECT id, prefix, digits, next FROM number_block WHERE next <= last ORDER BY id LIMIT 1"_s);
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return core::fail(core::ErrorKind::NotCovered, u"number.none-left"_s);
    const QVariantList& row = **found;
    const QString block = row[0].toString();
    const QString number = row[1].toString() + QString::number(row[3].toLongLong()).rightJustified(row[2].toInt(), u'0');
    return session.change(u"UPDATE number_block SET next = next + 1 WHERE id = ?"_s, {block}).map([&](int) { return number; });
}

core::Result<qint64> numbersLeft(Session& session)
{
    auto rows = session.run(u"SELECT coalesce(sum(last - next + 1), 0) FROM number_block"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->next() ? rows->value(0).toLongLong() : 0;
}

} // namespace store
