// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QSqlDatabase>
#include <QSqlError>
#include <QString>
#include <QStringList>
#include <QVariant>

namespace backoffice {

/// Where SQLite and PostgreSQL differ; everything else is SQL that both understand.
class Dialect
{
public:
    /// `place`: the path of an SQLite file, or "postgresql://user:password@host:port/database".
    explicit Dialect(QString place);

    [[nodiscard]] bool isPostgres() const { return m_postgres; }
    [[nodiscard]] QString driver() const;
    void configure(QSqlDatabase& database) const;
    /// What a new connection is told first.
    [[nodiscard]] QStringList greeting() const;
    /// How severe a fault has to be for its statement to stand in the server's own log; empty where there is no such log.
    [[nodiscard]] QString readLogLevel() const;
    /// In the transaction that changes the schema: it takes as long as it takes.
    [[nodiscard]] QStringList beforeMigrating() const;
    [[nodiscard]] QString begin() const;
    /// Makes whoever has the same turn wait until the transaction ends; empty where there is one writer at a time anyway.
    [[nodiscard]] QString takeTurn() const;
    /// Makes the place where the schema's version stands; empty where there is one.
    [[nodiscard]] QString makeVersion() const;
    [[nodiscard]] QString readVersion() const;
    [[nodiscard]] QString writeVersion(int version) const;
    /// A statement of the schema's scripts; empty where it is not needed.
    [[nodiscard]] QString adapted(QString statement) const;
    [[nodiscard]] QVariant bound(const QVariant& value) const;
    /// PostgreSQL's words by which an UPDATE changes exactly one row, or fails.
    [[nodiscard]] static QString changingOne(const QString& sql);
    /// PostgreSQL's words that prepare a statement under a name, and that run it with its values.
    [[nodiscard]] static QString preparing(const QString& name, const QString& sql);
    [[nodiscard]] QString running(const QSqlDriver& driver, const QString& name, const QVariantList& values) const;
    /// What may stand in a log: PostgreSQL's own words quote the values of a statement.
    [[nodiscard]] QString words(const QSqlError& error) const;
    /// The statement failed because the server went away: the connection is of no more use.
    [[nodiscard]] bool isGone(const QSqlError& error) const;

private:
    QString m_place;
    bool m_postgres;
};

} // namespace backoffice
