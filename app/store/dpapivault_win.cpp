// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/store/dpapivault.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QtConcurrentRun>

#include <sodium.h>
#include <windows.h>

#include <dpapi.h>

using namespace Qt::StringLiterals;

namespace store {

namespace {

DATA_BLOB blobOf(const uchar* data, qsizetype size)
{
    return {DWORD(size), const_cast<BYTE*>(data)}; // the calls only read it
}

QByteArray protectedKey(const SecretKey& key)
{
    DATA_BLOB plain = blobOf(key.data(), SecretKey::Size);
    DATA_BLOB closed{};
    if (!CryptProtectData(&plain, L"yichuang", nullptr, nullptr, nullptr, CRYPTPROTECT_UI_FORBIDDEN, &closed))
        return {};
    const QByteArray bytes(reinterpret_cast<const char*>(closed.pbData), qsizetype(closed.cbData));
    LocalFree(closed.pbData);
    return bytes;
}

std::shared_ptr<const SecretKey> unprotectedKey(const QByteArray& bytes)
{
    DATA_BLOB closed = blobOf(reinterpret_cast<const uchar*>(bytes.constData()), bytes.size());
    DATA_BLOB plain{};
    if (!CryptUnprotectData(&closed, nullptr, nullptr, nullptr, nullptr, CRYPTPROTECT_UI_FORBIDDEN, &plain))
        return nullptr;
    std::shared_ptr<const SecretKey> key;
    if (plain.cbData == DWORD(SecretKey::Size))
        key = std::make_shared<const SecretKey>(QByteArrayView(reinterpret_cast<const char*>(plain.pbData), SecretKey::Size));
    SecureZeroMemory(plain.pbData, plain.cbData);
    LocalFree(plain.pbData);
    return key;
}

bool writeFile(const QString& path, const QByteArray& bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    return !bytes.isEmpty() && file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

} // namespace

DpapiVault::DpapiVault(QString path, QString recoveryPath, QByteArray recoveryPublicKey)
    : m_path(std::move(path)), m_recoveryPath(std::move(recoveryPath)), m_recoveryPublicKey(std::move(recoveryPublicKey))
{
}

QFuture<core::Result<SharedKey>> DpapiVault::open()
{
    return QtConcurrent::run([self = *this] { return self.openNow(); });
}

core::Result<SharedKey> DpapiVault::openNow() const
{
    QFile file(m_path);
    if (!file.exists())
        return create();
    if (!file.open(QIODevice::ReadOnly))
        return core::fail(core::ErrorKind::Storage, u"key.unavailable"_s);
    const auto key = unprotectedKey(file.readAll());
    if (!key) // of another account or another machine
        return core::fail(core::ErrorKind::Corrupt, u"key.lost"_s);
    return SharedKey(key);
}

/// The hall's copy is there before the key is: no store is ever written that the help desk could not open.
core::Result<SharedKey> DpapiVault::create() const
{
    if (m_recoveryPublicKey.size() != crypto_box_PUBLICKEYBYTES)
        return core::fail(core::ErrorKind::InvalidInput, u"key.no-recovery"_s);
    if (QFile::exists(QFileInfo(m_path).path() + u"/window.sqlite"_s)) // a new key would lock its cases away for ever
        return core::fail(core::ErrorKind::Corrupt, u"key.lost"_s);
    const auto key = std::make_shared<const SecretKey>(SecretKey::random());
    if (!writeFile(m_recoveryPath, wrappedForRecovery(*key, m_recoveryPublicKey)) || !writeFile(m_path, protectedKey(*key)))
        return core::fail(core::ErrorKind::Storage, u"key.unavailable"_s);
    return SharedKey(key);
}

} // namespace store
