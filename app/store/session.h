// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/error.h"
#include "app/store/sealer.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariantList>

namespace store {

/// The database as one job sees it, inside that job's transaction and on its thread.
class Session
{
public:
    Session(const QSqlDatabase& database, const Sealer& sealer) : m_database(database), m_sealer(sealer) {}

    /// Runs one statement with positional bindings. Fails with `store.full`, `store.busy`, `store.corrupt`,
    /// `store.constraint` or `store.failed`.
    core::Result<QSqlQuery> run(const QString& sql, const QVariantList& bindings = {});
    [[nodiscard]] const Sealer& sealer() const { return m_sealer; }
    /// A row that fails its seal is passed over and counted: one bad row must not hide the others.
    void passOver() { ++m_unreadable; }
    [[nodiscard]] int unreadable() const { return m_unreadable; }

private:
    QSqlDatabase m_database;
    const Sealer& m_sealer;
    int m_unreadable = 0;
};

/// The database's own error as a cause.
core::Error storageError(const QSqlError& error);

} // namespace store
