// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/error.h"
#include "app/store/sealer.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariantList>

#include <optional>
#include <unordered_map>

namespace store {

/// Prepared statements of one connection by their text: preparing costs more than running.
using Statements = std::unordered_map<QString, QSqlQuery>;

/// The database as one job sees it, inside that job's transaction and on its thread.
class Session
{
public:
    Session(const QSqlDatabase& database, const Sealer& sealer, Statements& statements)
        : m_database(database), m_sealer(sealer), m_statements(statements)
    {
    }

    /// Runs one statement with positional bindings. Fails with `store.full`, `store.busy`, `store.corrupt`,
    /// `store.constraint` or `store.failed`.
    core::Result<QSqlQuery> run(const QString& sql, const QVariantList& bindings = {});
    /// Runs a statement that answers no rows, prepared once for all jobs; returns how many rows it touched. Fails as
    /// `run` does.
    core::Result<int> change(const QString& sql, const QVariantList& bindings = {});
    /// The first row of a query that is prepared once for all jobs, or nothing. Fails as `run` does.
    core::Result<std::optional<QVariantList>> first(const QString& sql, const QVariantList& bindings = {});
    [[nodiscard]] const Sealer& sealer() const { return m_sealer; }
    /// A row that fails its seal is passed over and counted: one bad row must not hide the others.
    void passOver() { ++m_unreadable; }
    [[nodiscard]] int unreadable() const { return m_unreadable; }

private:
    core::Result<QSqlQuery*> prepared(const QString& sql);

    QSqlDatabase m_database;
    const Sealer& m_sealer;
    Statements& m_statements;
    int m_unreadable = 0;
};

/// The database's own error as a cause.
core::Error storageError(const QSqlError& error);

/// Whether the database file is whole (PRAGMA quick_check); takes a second for a large one. Use inside a Store job.
core::Result<bool> isSound(Session& session);

} // namespace store
