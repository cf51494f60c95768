// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QSqlQuery>
#include <QString>

#include <memory>
#include <unordered_map>
#include <vector>

namespace backoffice {

/// The prepared statements of one connection that nobody uses at the moment. Of the connection's thread.
class Statements : public std::enable_shared_from_this<Statements>
{
public:
    /// A prepared statement that comes back here when its last owner lets it go; null when there is none for this SQL.
    [[nodiscard]] std::shared_ptr<QSqlQuery> take(const QString& sql);
    /// A new one to be kept like that.
    [[nodiscard]] std::shared_ptr<QSqlQuery> keep(const QString& sql, std::unique_ptr<QSqlQuery> prepared);

private:
    void giveBack(const QString& sql, std::unique_ptr<QSqlQuery> statement);

    std::unordered_map<QString, std::vector<std::unique_ptr<QSqlQuery>>> m_idle;
    int m_count = 0;
};

} // namespace backoffice
