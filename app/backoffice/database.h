// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backoffice/dialect.h"
#include "app/backoffice/rows.h"
#include "app/core/error.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QVariantList>

#include <functional>
#include <memory>
#include <stdexcept>

namespace backoffice {

/// A statement failed. Caught where a request ends: the transaction is rolled back and the caller told to try again.
class DatabaseFault : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// A connection for every thread that asks, made on first use and closed with the last copy of this object: by then
/// nobody uses it any more. One whose server went away is opened again by the next statement. Statements throw
/// DatabaseFault; nothing throws past Service::handle.
class Database
{
public:
    /// `place`: the path of an SQLite file, or "postgresql://user:password@host:port/database".
    explicit Database(const QString& place);

    /// True where the database server writes statements that fail, and so what stands in them, into a log of its own.
    [[nodiscard]] bool logsStatements() const;
    /// Makes or migrates the schema.
    [[nodiscard]] core::Result<void> prepare() const;

    Rows run(const QString& sql, const QVariantList& bindings = {}) const;
    /// What `reads` will ask, asked in one message: it is called once for that, finding nothing anywhere, and asks again behind it.
    /// Nothing may be written in between. Only where a question is a journey; SQLite is asked as it comes.
    void foresee(const std::function<void()>& reads) const;
    /// A statement whose outcome nobody looks at: it may go along with a later one of the transaction, which fails then in its stead.
    void later(const QString& sql, const QVariantList& bindings) const;
    /// One that changes exactly one row, or the transaction fails; it may go along with a later one as well.
    void changeOne(const QString& sql, const QVariantList& bindings) const;
    /// Commits what `work` did, or nothing of it when it throws. `turn` is whose data it works on, a hall's code for example:
    /// transactions of the same turn come one after another, in every process. In SQLite all of them do.
    void inTransaction(const QString& turn, const std::function<void()>& work) const;

    /// Within a transaction: another turn as well.
    void takeTurn(const QString& turn) const;
    [[nodiscard]] const Dialect& dialect() const;

private:
    void rollBack() const;
    /// Sends what is pending; the last statement's rows.
    std::shared_ptr<QSqlQuery> flush() const;
    Rows runPrepared(const QString& sql, const QVariantList& bindings) const;
    void migrate() const;
    [[noreturn]] void fail(const QSqlError& error) const;

    class Connections;
    std::shared_ptr<Connections> m_connections;
};

} // namespace backoffice
