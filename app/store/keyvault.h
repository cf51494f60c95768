// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/error.h"
#include "app/store/secretkey.h"

#include <QFuture>

#include <memory>

namespace store {

using SharedKey = std::shared_ptr<const SecretKey>;

/// Keeps the master key of this machine's store. `open` makes one the first time.
class KeyVault
{
public:
    virtual ~KeyVault() = default;
    /// Finishes with the key, or `key.unavailable`, `key.wrong-passphrase`, `key.corrupt`, `key.lost` (a store exists but its key is gone:
    /// the help desk recovers it).
    virtual QFuture<core::Result<SharedKey>> open() = 0;
};

/// The master key sealed for the hall's recovery key (X25519 public key), so that a lost keyring loses no case.
QByteArray wrappedForRecovery(const SecretKey& key, const QByteArray& recoveryPublicKey);
/// The way back, with the recovery key pair, at the hall's help desk.
core::Result<SecretKey> recoveredKey(const QByteArray& wrapped, const QByteArray& publicKey, const QByteArray& secretKey);

} // namespace store
