// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/store/keyvault.h"

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace store {

QByteArray wrappedForRecovery(const SecretKey& key, const QByteArray& recoveryPublicKey)
{
    if (recoveryPublicKey.size() != crypto_box_PUBLICKEYBYTES)
        return {};
    QByteArray wrapped(SecretKey::Size + crypto_box_SEALBYTES, Qt::Uninitialized);
    crypto_box_seal(reinterpret_cast<uchar*>(wrapped.data()), key.data(), quint64(SecretKey::Size),
                    reinterpret_cast<const uchar*>(recoveryPublicKey.constData()));
    return wrapped;
}

core::Result<SecretKey> recoveredKey(const QByteArray& wrapped, const QByteArray& publicKey, const QByteArray& secretKey)
{
    SecretKey key;
    if (wrapped.size() != SecretKey::Size + crypto_box_SEALBYTES || publicKey.size() != crypto_box_PUBLICKEYBYTES ||
        secretKey.size() != crypto_box_SECRETKEYBYTES ||
        crypto_box_seal_open(key.data(), reinterpret_cast<const uchar*>(wrapped.constData()), quint64(wrapped.size()),
                             reinterpret_cast<const uchar*>(publicKey.constData()),
                             reinterpret_cast<const uchar*>(secretKey.constData())) != 0)
        return core::fail(core::ErrorKind::Corrupt, u"key.corrupt"_s);
    return key;
}

} // namespace store
