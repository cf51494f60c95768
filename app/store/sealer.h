// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/error.h"
#include "app/store/secretkey.h"

namespace store {

/// Seals what may not be read from the disk (XChaCha20-Poly1305) and makes keyed hashes to find it again (BLAKE2b).
/// Thread-safe after construction.
class Sealer
{
public:
    explicit Sealer(const SecretKey& master);

    /// nonce ‖ ciphertext; `context` binds the result to its place, so that a row cannot be moved to another.
    [[nodiscard]] QByteArray seal(const QByteArray& plain, const QByteArray& context) const;
    /// Fails with `store.unsealable` when a byte was changed, the key is another or the context does not match.
    [[nodiscard]] core::Result<QByteArray> open(const QByteArray& sealed, const QByteArray& context) const;
    /// The same text always gives the same 32 bytes, and only on this machine.
    [[nodiscard]] QByteArray lookUpHash(const QString& text) const;

private:
    SecretKey m_sealing;
    SecretKey m_hashing;
};

} // namespace store
