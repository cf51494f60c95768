// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/statements.h"

namespace backoffice {

namespace {
constexpr int Most = 300; ///< lists of different length make different statements
} // namespace

std::shared_ptr<QSqlQuery> Statements::take(const QString& sql)
{
    const auto idle = m_idle.find(sql);
    if (idle == m_idle.end() || idle->second.empty())
        return nullptr;
    std::unique_ptr<QSqlQuery> statement = std::move(idle->second.back());
    idle->second.pop_back();
    --m_count;
    return keep(sql, std::move(statement));
}

std::shared_ptr<QSqlQuery> Statements::keep(const QString& sql, std::unique_ptr<QSqlQuery> prepared)
{
    return {prepared.release(), [home = weak_from_this(), sql](QSqlQuery* statement) {
                std::unique_ptr<QSqlQuery> back(statement);
                if (const auto statements = home.lock())
                    statements->giveBack(sql, std::move(back));
            }};
}

void Statements::giveBack(const QString& sql, std::unique_ptr<QSqlQuery> statement)
{
    statement->finish();
    if (m_count >= Most) {
        m_idle.clear();
        m_count = 0;
    }
    m_idle[sql].push_back(std::move(statement));
    ++m_count;
}

} // namespace backoffice
