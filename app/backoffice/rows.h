// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QSqlQuery>
#include <QSqlRecord>
#include <QVariant>

#include <memory>

namespace backoffice {

/// What a statement brought. The statement goes back to its connection, to be run again, with the last copy of this; that
/// must be in the thread that ran it.
class Rows
{
public:
    explicit Rows(std::shared_ptr<QSqlQuery> query) : m_query(std::move(query)) {}

    bool next() { return m_query->next(); }
    [[nodiscard]] QVariant value(int column) const { return m_query->value(column); }
    [[nodiscard]] QSqlRecord record() const { return m_query->record(); }
    [[nodiscard]] int numRowsAffected() const { return m_query->numRowsAffected(); }
    /// No more of them are wanted; SQLite lets others write then.
    void finish() { m_query->finish(); }

private:
    std::shared_ptr<QSqlQuery> m_query;
};

} // namespace backoffice
