// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/store/keychainvault.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPromise>
#include <QSaveFile>

#include <qt6keychain/keychain.h>
#include <sodium.h>

using namespace Qt::StringLiterals;

namespace store {

namespace {
const QString Entry = u"store-master-key"_s;

using Promise = std::shared_ptr<QPromise<core::Result<SharedKey>>>;

void settle(const Promise& promise, core::Result<SharedKey> result)
{
    promise->addResult(std::move(result));
    promise->finish();
}
} // namespace

KeychainVault::KeychainVault(QString service, QString recoveryPath, QByteArray recoveryPublicKey)
    : m_service(std::move(service)), m_recoveryPath(std::move(recoveryPath)), m_recoveryPublicKey(std::move(recoveryPublicKey))
{
}

QFuture<core::Result<SharedKey>> KeychainVault::open()
{
    auto promise = std::make_shared<QPromise<core::Result<SharedKey>>>();
    promise->start();
    auto* job = new QKeychain::ReadPasswordJob(m_service); // deletes itself when done
    job->setKey(Entry);
    QObject::connect(job, &QKeychain::Job::finished, job, [self = *this, promise, job] {
        if (job->error() == QKeychain::EntryNotFound)
            return self.create(promise);
        if (job->error() != QKeychain::NoError)
            return settle(promise, core::fail(core::ErrorKind::Storage, u"key.unavailable"_s));
        if (job->binaryData().size() != SecretKey::Size)
            return settle(promise, core::fail(core::ErrorKind::Corrupt, u"key.corrupt"_s));
        const auto key = std::make_shared<const SecretKey>(job->binaryData());
        if (!self.keepForRecovery(*key)) // the first start ended between the two
            return settle(promise, core::fail(core::ErrorKind::Storage, u"key.unavailable"_s));
        settle(promise, key);
    });
    job->start();
    return promise->future();
}

/// The keyring has the key first; the hall's copy follows, now or at the next start.
bool KeychainVault::keepForRecovery(const SecretKey& key) const
{
    if (QFile::exists(m_recoveryPath))
        return true;
    const QByteArray wrapped = wrappedForRecovery(key, m_recoveryPublicKey);
    QDir().mkpath(QFileInfo(m_recoveryPath).path());
    QSaveFile recovery(m_recoveryPath);
    return !wrapped.isEmpty() && recovery.open(QIODevice::WriteOnly) && recovery.write(wrapped) > 0 && recovery.commit();
}

void KeychainVault::create(const Promise& promise) const
{
    if (m_recoveryPublicKey.size() != crypto_box_PUBLICKEYBYTES)
        return settle(promise, core::fail(core::ErrorKind::InvalidInput, u"key.no-recovery"_s));
    if (QFile::exists(m_recoveryPath)) // a store exists: a new key would lock its cases away for ever
        return settle(promise, core::fail(core::ErrorKind::Corrupt, u"key.lost"_s));
    auto key = std::make_shared<const SecretKey>(SecretKey::random());
    auto* job = new QKeychain::WritePasswordJob(m_service);
    job->setKey(Entry);
    job->setBinaryData(QByteArray(reinterpret_cast<const char*>(key->data()), SecretKey::Size));
    QObject::connect(job, &QKeychain::Job::finished, job, [self = *this, promise, job, key] {
        if (job->error() != QKeychain::NoError || !self.keepForRecovery(*key))
            return settle(promise, core::fail(core::ErrorKind::Storage, u"key.unavailable"_s));
        settle(promise, key);
    });
    job->start();
}

} // namespace store
