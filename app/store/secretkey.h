// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace store {

/// 32 bytes of key material in memory that is locked, guarded and wiped (libsodium). Not copyable.
class SecretKey
{
public:
    static constexpr qsizetype Size = 32;

    SecretKey();
    explicit SecretKey(QByteArrayView bytes);
    SecretKey(SecretKey&& other) noexcept;
    SecretKey& operator=(SecretKey&& other) noexcept;
    SecretKey(const SecretKey&) = delete;
    SecretKey& operator=(const SecretKey&) = delete;
    ~SecretKey();

    static SecretKey random();
    /// A key for one purpose, derived from this one (BLAKE2b; `context` of exactly 8 characters).
    [[nodiscard]] SecretKey derived(quint64 id, const char* context) const;

    [[nodiscard]] const uchar* data() const { return m_bytes; }
    uchar* data() { return m_bytes; }

private:
    uchar* m_bytes;
};

} // namespace store
