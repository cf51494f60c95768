// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/ownstore.h"

#include <QDir>

using namespace Qt::StringLiterals;

core::Result<OwnStore> OwnStore::open(const QString& folder, const core::Result<store::SharedKey>& key)
{
    if (!key)
        return tl::unexpected(key.error());
    QDir().mkpath(folder);
    auto lock = std::make_shared<QLockFile>(folder + u"/running.lock"_s);
    if (!lock->tryLock(0))
        return core::fail(core::ErrorKind::Busy, u"store.in-use"_s);
    return store::Store::open(folder, **key).map([&](const std::shared_ptr<store::Store>& opened) { return OwnStore{opened, lock}; });
}
