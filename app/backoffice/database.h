// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/error.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

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
/// nobody uses it any more. Statements throw DatabaseFault; nothing throws past Service::handle.
class Database
{
public:
    explicit Database(const QString& path);

    /// Makes or migrates the schema.
    [[nodiscard]] core::Result<void> prepare() const;

    QSqlQuery run(const QString& sql, const QVariantList& bindings = {}) const;
    void begin() const;
    void commit() const;
    void rollBack() const;

private:
    [[nodiscard]] QSqlDatabase connection() const;

    class Connections;
    std::shared_ptr<Connections> m_connections;
};

} // namespace backoffice
