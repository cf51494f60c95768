// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/ownstore.h"

#include "app/storebefore.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace {

/// An update that was cut off leaves the store as it was before: that is taken where there is no other that this program can work on.
core::Result<std::shared_ptr<store::Store>> opened(const QString& folder, const store::SecretKey& key)
{
    const StoreBefore before(folder);
    const auto update = before.update();
    if (!before.isKept() || qEnvironmentVariableIsSet("YICHUANG_TRIAL") || !update->tryLock(0)) // somebody else looks after it
        return store::Store::open(folder, key);
    if (!before.isStoreThere() && !before.bringBack()) // an empty one would be taken for it
        return core::fail(core::ErrorKind::Storage, u"store.failed"_s, {u"before-update"_s});
    auto result = store::Store::open(folder, key);
    const bool newer = !result && result.error().code == u"store.newer";
    if (newer && before.mayComeBack() && before.setAside() && before.bringBack())
        result = store::Store::open(folder, key);
    if (result)
        before.forget();
    return result;
}

} // namespace

core::Result<OwnStore> OwnStore::open(const QString& folder, const core::Result<store::SharedKey>& key)
{
    if (!key)
        return tl::unexpected(key.error());
    QDir().mkpath(folder);
    auto lock = std::make_shared<QLockFile>(folder + u"/running.lock"_s);
    if (!lock->tryLock(0))
        return core::fail(core::ErrorKind::Busy, u"store.in-use"_s);
    return opened(folder, **key).map([&](const std::shared_ptr<store::Store>& kept) { return OwnStore{kept, lock}; });
}
