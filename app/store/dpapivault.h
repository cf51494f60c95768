// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/store/keyvault.h"

namespace store {

/// A vault on Windows: the master key lies in a file, protected for this Windows account (DPAPI).
class DpapiVault final : public KeyVault
{
public:
    /// `path` of the key; the copy for the hall lies at `recoveryPath`.
    DpapiVault(QString path, QString recoveryPath, QByteArray recoveryPublicKey);

    QFuture<core::Result<SharedKey>> open() override;

private:
    [[nodiscard]] core::Result<SharedKey> openNow() const;
    [[nodiscard]] core::Result<SharedKey> create() const;

    QString m_path;
    QString m_recoveryPath;
    QByteArray m_recoveryPublicKey;
};

} // namespace store
