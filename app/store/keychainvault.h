// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/store/keyvault.h"

namespace store {

/// A vault on the system's keyring (Secret Service, Windows credential store). Call `open` on a thread with an event
/// loop.
class KeychainVault final : public KeyVault
{
public:
    KeychainVault(QString service, QString recoveryPath, QByteArray recoveryPublicKey);

    QFuture<core::Result<SharedKey>> open() override;

private:
    [[nodiscard]] bool keepForRecovery(const SecretKey& key) const;
    void create(const std::shared_ptr<QPromise<core::Result<SharedKey>>>& promise) const;

    QString m_service;
    QString m_recoveryPath;
    QByteArray m_recoveryPublicKey;
};

} // namespace store
