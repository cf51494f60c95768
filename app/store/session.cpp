// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/store/session.h"

#include <QSqlError>
#include <QSqlRecord>

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

namespace {
core::Result<void> runPrepared(QSqlQuery& query, const QVariantList& bindings)
{
    for (qsizetype i = 0; i < bindings.size(); ++i) {
        const QVariant& value = bindings[i];
        const bool nullText = value.typeId() == QMetaType::QString && value.toString().isNull();
        query.bindValue(int(i), nullText ? QVariant(u""_s) : value); // a null QString would be bound as NULL
    }
    if (!query.exec())
        return tl::unexpected(storageError(query.lastError()));
    return {};
}
} // namespace

core::Result<QSqlQuery> Session::run(const QString& sql, const QVariantList& bindings)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return tl::unexpected(storageError(query.lastError()));
    if (auto done = runPrepared(query, bindings); !done)
        return tl::unexpected(done.error());
    return query;
}

core::Result<QSqlQuery*> Session::prepared(const QString& sql)
{
    auto found = m_statements.find(sql);
    if (found == m_statements.end()) {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        if (!query.prepare(sql))
            return tl::unexpected(storageError(query.lastError()));
        found = m_statements.emplace(sql, std::move(query)).first;
    }
    return &found->second;
}

core::Result<int> Session::change(const QString& sql, const QVariantList& bindings)
{
    return prepared(sql).and_then([&](QSqlQuery* query) {
        const auto done = runPrepared(*query, bindings);
        const int rows = query->numRowsAffected();
        query->finish();
        return done.map([rows] { return rows; });
    });
}

core::Result<std::optional<QVariantList>> Session::first(const QString& sql, const QVariantList& bindings)
{
    return prepared(sql).and_then([&](QSqlQuery* query) {
        const auto done = runPrepared(*query, bindings);
        std::optional<QVariantList> row;
        if (done && query->next()) {
            row.emplace();
            for (int column = 0; column < query->record().count(); ++column)
                row->append(query->value(column));
        }
        query->finish();
        return done.map([&row] { return row; });
    });
}

core::Result<bool> isSound(Session& session)
{
    return session.first(u"PRAGMA quick_check(1)"_s).map([](const std::optional<QVariantList>& row) {
        return row && row->value(0).toString() == u"ok";
    });
}

} // namespace store
