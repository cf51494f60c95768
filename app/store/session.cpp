// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/store/session.h"

#include <QSqlError>

using namespace Qt::StringLiterals;

namespace store {

core::Error storageError(const QSqlError& error)
{
    using core::ErrorKind;
    const int code = error.nativeErrorCode().toInt();
    switch (code & 0xFF) { // SQLite's primary result code
    case 13: return {ErrorKind::DiskFull, u"store.full"_s, {}};
    case 5:
    case 6: return {ErrorKind::Busy, u"store.busy"_s, {}};
    case 11:
    case 26: return {ErrorKind::Corrupt, u"store.corrupt"_s, {}};
    case 19: return {ErrorKind::Storage, u"store.constraint"_s, {}};
    default: return {ErrorKind::Storage, u"store.failed"_s, {QString::number(code)}};
    }
}

core::Result<QSqlQuery> Session::run(const QString& sql, const QVariantList& bindings)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return tl::unexpected(storageError(query.lastError()));
    for (const QVariant& value : bindings) {
        const bool nullText = value.typeId() == QMetaType::QString && value.toString().isNull();
        query.addBindValue(nullText ? QVariant(u""_s) : value); // a null QString would be bound as NULL
    }
    if (!query.exec())
        return tl::unexpected(storageError(query.lastError()));
    return query;
}

} // namespace store
