// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/passwords.h"

#include <sodium.h>

#include <array>

namespace backoffice {

QString passwordHash(const QString& password)
{
    std::array<char, crypto_pwhash_STRBYTES> out{};
    const QByteArray utf8 = password.toUtf8();
    if (sodium_init() < 0 || crypto_pwhash_str(out.data(), utf8.constData(), quint64(utf8.size()), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                               crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
        return {};
    return QString::fromLatin1(out.data());
}

bool passwordMatches(const QString& hash, const QString& password)
{
    const QByteArray utf8 = password.toUtf8();
    QByteArray stored = hash.toLatin1();
    stored.append(crypto_pwhash_STRBYTES - stored.size(), '\0');
    return crypto_pwhash_str_verify(stored.constData(), utf8.constData(), quint64(utf8.size())) == 0;
}

} // namespace backoffice
