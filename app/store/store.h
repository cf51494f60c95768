// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/store/answer.h"
#include "app/store/databasethread.h"
#include "app/store/keyvault.h"
#include "app/store/session.h"

#include <QFuture>

#include <type_traits>

namespace store {

/// The window's own database and page files. Thread-safe: jobs run on the store's threads, one writer and one reader
/// beside it (WAL), each job in one transaction that is rolled back when the job fails.
class Store
{
public:
    /// Opens or makes the store in `folder` and brings its schema up to date. Blocks: call it off the UI thread.
    /// Fails with `store.newer` (made by a later program), `store.corrupt`, `store.full`, `store.failed`.
    static core::Result<std::shared_ptr<Store>> open(const QString& folder, const SecretKey& key);

    /// `job` takes a Session& and returns a core::Result.
    template<class Job> auto write(Job job) { return runOn(m_writer, std::move(job)); }
    template<class Job> auto read(Job job) { return runOn(m_reader, std::move(job)); }

    /// Waits until everything asked for so far is done: before those who wait for the answers are gone. Blocks.
    void drain();

    [[nodiscard]] const Sealer& sealer() const { return *m_sealer; }
    [[nodiscard]] QString pageFolder() const { return m_folder + QStringLiteral("/pages"); }

private:
    Store(QString folder, std::shared_ptr<const Sealer> sealer);

    template<class Job, class R = std::invoke_result_t<Job&, Session&>>
    static QFuture<R> runOn(DatabaseThread& thread, Job job, const Answer<R>& answer = {})
    {
        thread.post([&thread, answer, job = std::move(job)](const core::Result<QSqlDatabase>& database) mutable {
            answer.give(database ? inTransaction(*database, thread, job) : R(tl::unexpected(database.error())));
        });
        return answer.future();
    }

    template<class Job> static std::invoke_result_t<Job&, Session&> inTransaction(QSqlDatabase database, DatabaseThread& thread, Job& job)
    {
        if (!database.transaction())
            return tl::unexpected(storageError(database.lastError()));
        Session session(database, thread.sealer(), thread.statements());
        auto result = job(session);
        if (!result) {
            database.rollback();
            return result;
        }
        if (!database.commit()) {
            const core::Error error = storageError(database.lastError());
            database.rollback();
            return tl::unexpected(error);
        }
        return result;
    }

    QString m_folder;
    std::shared_ptr<const Sealer> m_sealer;
    DatabaseThread m_writer;
    DatabaseThread m_reader;
};

} // namespace store
