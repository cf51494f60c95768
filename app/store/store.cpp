// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/store/store.h"

#include "app/store/migrations.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace store {

Store::Store(QString folder, std::shared_ptr<const Sealer> sealer)
    : m_folder(std::move(folder)), m_sealer(std::move(sealer)),
      m_writer(m_folder + u"/window.sqlite"_s, DatabaseThread::Access::ReadWrite, m_sealer),
      m_reader(m_folder + u"/window.sqlite"_s, DatabaseThread::Access::ReadOnly, m_sealer)
{
}

core::Result<std::shared_ptr<Store>> Store::open(const QString& folder, const SecretKey& key)
{
    if (!QDir().mkpath(folder + u"/pages"_s))
        return core::fail(core::ErrorKind::Storage, u"store.failed"_s, {u"mkdir"_s});
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    std::shared_ptr<Store> store(new Store(folder, std::make_shared<const Sealer>(key)));
    auto migrated = std::make_shared<QPromise<core::Result<int>>>();
    migrated->start();
    store->m_writer.post([migrated](const core::Result<QSqlDatabase>& database) {
        migrated->addResult(database ? migrate(*database, migrationScripts()) : core::Result<int>(tl::unexpected(database.error())));
        migrated->finish();
    });
    return migrated->future().result().map([&](int) { return store; });
}

void Store::drain()
{
    const auto nothing = [](Session&) { return core::Result<void>(); };
    for (DatabaseThread* thread : {&m_writer, &m_reader})
        (void)runOn(*thread, nothing, Answer<core::Result<void>>::awaited()).result();
}

} // namespace store
