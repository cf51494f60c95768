// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/store/keyvault.h"

namespace store {

/// A vault for machines without a keyring: the master key lies in a file, sealed under a passphrase (Argon2id).
class PassphraseVault final : public KeyVault
{
public:
    PassphraseVault(QString path, QString passphrase, QByteArray recoveryPublicKey);

    QFuture<core::Result<SharedKey>> open() override;

private:
    [[nodiscard]] core::Result<SharedKey> openNow() const;
    [[nodiscard]] core::Result<SharedKey> create() const;
    [[nodiscard]] core::Result<SecretKey> passphraseKey(const QByteArray& salt) const;

    QString m_path;
    QString m_passphrase;
    QByteArray m_recoveryPublicKey;
};

} // namespace store
