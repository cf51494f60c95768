// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QSqlQuery>
#include <QSqlRecord>
#include <QVariantList>

#include <memory>

namespace backoffice {

/// Rows that came together with those of other statements.
struct Fetched
{
    QList<QVariantList> rows = {};
    qsizetype at = -1;
};

/// What a statement brought. The statement goes back to its connection, to be run again, with the last copy of this; that
/// must be in the thread that ran it.
class Rows
{
public:
    explicit Rows(std::shared_ptr<QSqlQuery> query) : m_query(std::move(query)) {}
    explicit Rows(std::shared_ptr<Fetched> fetched) : m_fetched(std::move(fetched)) {}

    bool next() { return m_fetched ? ++m_fetched->at < m_fetched->rows.size() : m_query->next(); }
    [[nodiscard]] QVariant value(int column) const
    {
        return m_fetched ? m_fetched->rows.at(m_fetched->at).value(column) : m_query->value(column);
    }
    /// Of a statement that was not foreseen.
    [[nodiscard]] QSqlRecord record() const { return m_query ? m_query->record() : QSqlRecord(); }
    [[nodiscard]] int numRowsAffected() const { return m_query ? m_query->numRowsAffected() : -1; }
    /// No more of them are wanted; SQLite lets others write then.
    void finish()
    {
        if (m_query)
            m_query->finish();
    }

private:
    std::shared_ptr<QSqlQuery> m_query;
    std::shared_ptr<Fetched> m_fetched;
};

} // namespace backoffice
