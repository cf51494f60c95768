// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/error.h"
#include "app/store/session.h"

#include <QSqlDatabase>
#include <QThread>

#include <functional>
#include <memory>

namespace store {

/// One SQLite connection on a thread of its own; jobs run one after another.
class DatabaseThread
{
public:
    enum class Access { ReadWrite, ReadOnly };

    DatabaseThread(QString path, Access access, std::shared_ptr<const Sealer> sealer);
    ~DatabaseThread();
    DatabaseThread(const DatabaseThread&) = delete;
    DatabaseThread& operator=(const DatabaseThread&) = delete;

    /// Queues a job; it gets the open connection, or the reason why there is none.
    void post(std::function<void(const core::Result<QSqlDatabase>&)> job);
    [[nodiscard]] const Sealer& sealer() const { return *m_sealer; }
    /// For jobs on this thread only.
    [[nodiscard]] Statements& statements() { return m_statements; }

private:
    [[nodiscard]] core::Result<QSqlDatabase> connection();

    QString m_path;
    Access m_access;
    std::shared_ptr<const Sealer> m_sealer;
    QString m_name;
    QThread m_thread;
    std::unique_ptr<QObject> m_context;
    Statements m_statements;
    bool m_opened = false;
};

} // namespace store
