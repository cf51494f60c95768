// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/error.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

#include <stdexcept>

namespace backoffice {

/// A statement failed. Caught where a request ends: the transaction is rolled back and the caller told to try again.
class DatabaseFault : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// One thread's connection, made on first use and closed with the thread. Statements throw DatabaseFault; nothing
/// throws past Service::handle.
class Database
{
public:
    explicit Database(QString path) : m_path(std::move(path)) {}

    /// Makes or migrates the schema.
    [[nodiscard]] core::Result<void> prepare() const;

    QSqlQuery run(const QString& sql, const QVariantList& bindings = {}) const;
    void begin() const;
    void commit() const;
    void rollBack() const;

private:
    [[nodiscard]] QSqlDatabase connection() const;

    QString m_path;
};

} // namespace backoffice
