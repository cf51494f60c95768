// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/store/passphrasevault.h"

#include "app/store/sealer.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QtConcurrentRun>

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace store {

namespace {
const QByteArray Context = "master-key";

QByteArray fromBase64(const QJsonValue& value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

QString toBase64(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}
} // namespace

PassphraseVault::PassphraseVault(QString path, QString passphrase, QByteArray recoveryPublicKey)
    : m_path(std::move(path)), m_passphrase(std::move(passphrase)), m_recoveryPublicKey(std::move(recoveryPublicKey))
{
}

QFuture<core::Result<SharedKey>> PassphraseVault::open()
{
    return QtConcurrent::run([self = *this] { return self.openNow(); });
}

core::Result<SharedKey> PassphraseVault::openNow() const
{
    QFile file(m_path);
    if (!file.exists())
        return create();
    if (!file.open(QIODevice::ReadOnly))
        return core::fail(core::ErrorKind::Storage, u"key.unavailable"_s);
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    const QByteArray salt = fromBase64(json[u"salt"_s]);
    if (salt.size() != crypto_pwhash_SALTBYTES)
        return core::fail(core::ErrorKind::Corrupt, u"key.corrupt"_s);
    return passphraseKey(salt).and_then([&](const SecretKey& wrapping) -> core::Result<SharedKey> {
        const core::Result<QByteArray> key = Sealer(wrapping).open(fromBase64(json[u"key"_s]), Context);
        if (!key)
            return core::fail(core::ErrorKind::Unauthorized, u"key.wrong-passphrase"_s);
        return std::make_shared<const SecretKey>(*key);
    });
}

core::Result<SharedKey> PassphraseVault::create() const
{
    if (QFile::exists(QFileInfo(m_path).path() + u"/window.sqlite"_s)) // a new key would lock its cases away for ever
        return core::fail(core::ErrorKind::Corrupt, u"key.lost"_s);
    if (m_recoveryPublicKey.size() != crypto_box_PUBLICKEYBYTES)
        return core::fail(core::ErrorKind::InvalidInput, u"key.no-recovery"_s);
    auto key = std::make_shared<const SecretKey>(SecretKey::random());
    QByteArray salt(crypto_pwhash_SALTBYTES, Qt::Uninitialized);
    randombytes_buf(salt.data(), std::size_t(salt.size()));
    return passphraseKey(salt).and_then([&](const SecretKey& wrapping) -> core::Result<SharedKey> {
        const QByteArray plain(reinterpret_cast<const char*>(key->data()), SecretKey::Size);
        const QJsonObject json{{u"salt"_s, toBase64(salt)},
                               {u"key"_s, toBase64(Sealer(wrapping).seal(plain, Context))},
                               {u"recovery"_s, toBase64(wrappedForRecovery(*key, m_recoveryPublicKey))}};
        QDir().mkpath(QFileInfo(m_path).path());
        QSaveFile file(m_path);
        if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(json).toJson()) < 0 || !file.commit())
            return core::fail(core::ErrorKind::Storage, u"key.unavailable"_s);
        QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner);
        return SharedKey(key);
    });
}

core::Result<SecretKey> PassphraseVault::passphraseKey(const QByteArray& salt) const
{
    SecretKey key;
    const QByteArray passphrase = m_passphrase.toUtf8();
    if (crypto_pwhash(key.data(), quint64(SecretKey::Size), passphrase.constData(), quint64(passphrase.size()),
                      reinterpret_cast<const uchar*>(salt.constData()), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                      crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return core::fail(core::ErrorKind::Storage, u"key.unavailable"_s);
    return key;
}

} // namespace store
