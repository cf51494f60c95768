// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/store/sealer.h"

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace store {

namespace {
constexpr qsizetype NonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype TagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;

const uchar* bytes(const QByteArray& array)
{
    return reinterpret_cast<const uchar*>(array.constData());
}
} // namespace

Sealer::Sealer(const SecretKey& master) : m_sealing(master.derived(1, "sealing_")), m_hashing(master.derived(2, "hashing_")) {}

QByteArray Sealer::seal(const QByteArray& plain, const QByteArray& context) const
{
    QByteArray sealed(NonceSize + plain.size() + TagSize, Qt::Uninitialized);
    auto* out = reinterpret_cast<uchar*>(sealed.data());
    randombytes_buf(out, std::size_t(NonceSize));
    crypto_aead_xchacha20poly1305_ietf_encrypt(out + NonceSize, nullptr, bytes(plain), quint64(plain.size()), bytes(context),
                                               quint64(context.size()), nullptr, out, m_sealing.data());
    return sealed;
}

core::Result<QByteArray> Sealer::open(const QByteArray& sealed, const QByteArray& context) const
{
    if (sealed.size() < NonceSize + TagSize)
        return core::fail(core::ErrorKind::Corrupt, u"store.unsealable"_s);
    QByteArray plain(sealed.size() - NonceSize - TagSize, Qt::Uninitialized);
    const int result = crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<uchar*>(plain.data()), nullptr, nullptr,
                                                                  bytes(sealed) + NonceSize, quint64(sealed.size() - NonceSize),
                                                                  bytes(context), quint64(context.size()), bytes(sealed), m_sealing.data());
    if (result != 0)
        return core::fail(core::ErrorKind::Corrupt, u"store.unsealable"_s);
    return plain;
}

QByteArray Sealer::lookUpHash(const QString& text) const
{
    const QByteArray utf8 = text.toUtf8();
    QByteArray hash(32, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<uchar*>(hash.data()), std::size_t(hash.size()), bytes(utf8), quint64(utf8.size()), m_hashing.data(),
                       std::size_t(SecretKey::Size));
    return hash;
}

} // namespace store
