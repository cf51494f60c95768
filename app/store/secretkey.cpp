// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/store/secretkey.h"

#include <sodium.h>

#include <algorithm>
#include <new>
#include <utility>

namespace store {

SecretKey::SecretKey()
{
    static const int ready = sodium_init();
    m_bytes = ready >= 0 ? static_cast<uchar*>(sodium_malloc(std::size_t(Size))) : nullptr;
    if (!m_bytes)
        throw std::bad_alloc();
    sodium_memzero(m_bytes, std::size_t(Size));
}

SecretKey::SecretKey(QByteArrayView bytes) : SecretKey()
{
    std::copy_n(bytes.begin(), std::min(Size, bytes.size()), m_bytes);
}

SecretKey::SecretKey(SecretKey&& other) noexcept : m_bytes(std::exchange(other.m_bytes, nullptr)) {}

SecretKey& SecretKey::operator=(SecretKey&& other) noexcept
{
    std::swap(m_bytes, other.m_bytes);
    return *this;
}

SecretKey::~SecretKey()
{
    sodium_free(m_bytes);
}

SecretKey SecretKey::random()
{
    SecretKey key;
    randombytes_buf(key.m_bytes, std::size_t(Size));
    return key;
}

SecretKey SecretKey::derived(quint64 id, const char* context) const
{
    SecretKey key;
    crypto_kdf_derive_from_key(key.m_bytes, std::size_t(Size), id, context, m_bytes);
    return key;
}

} // namespace store
