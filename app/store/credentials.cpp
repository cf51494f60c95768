// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/store/credentials.h"

#include "app/store/cache.h"

#include <QJsonDocument>
#include <QUuid>

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace store {

namespace {
const QString OwnAccountName = u"own-account"_s;
const QString OwnDeviceName = u"own-device"_s;
} // namespace

core::Result<void> rememberSignIn(Session& session, const QString& clerk, const QString& password, const QJsonObject& answer, qint64 nowMs)
{
    QByteArray verifier(crypto_pwhash_STRBYTES, '\0');
    const QByteArray utf8 = password.toUtf8();
    if (crypto_pwhash_str(verifier.data(), utf8.constData(), quint64(utf8.size()), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
        return core::fail(core::ErrorKind::Storage, u"store.failed"_s, {u"memory"_s});
    const QByteArray plain = QJsonDocument(answer).toJson(QJsonDocument::Compact);
    return session
        .run(u"INSERT INTO credential (clerk, verifier, body, verified_at) VALUES (?, ?, ?, ?) ON CONFLICT (clerk) DO UPDATE "
             "SET verifier = excluded.verifier, body = excluded.body, verified_at = excluded.verified_at"_s,
             {clerk, verifier, session.sealer().seal(plain, "credential:" + clerk.toUtf8()), nowMs})
        .map([](const QSqlQuery&) {});
}

core::Result<QJsonObject> signInOffline(Session& session, const QString& clerk, const QString& password, qint64 nowMs, qint64 validForMs)
{
    auto rows = session.run(u"SELECT verifier, body, verified_at FROM credential WHERE clerk = ?"_s, {clerk});
    if (!rows)
        return tl::unexpected(rows.error());
    if (!rows->next())
        return core::fail(core::ErrorKind::Offline, u"sign-in.never-online"_s);
    const QByteArray verifier = rows->value(0).toByteArray();
    const QByteArray utf8 = password.toUtf8();
    if (verifier.size() != crypto_pwhash_STRBYTES ||
        crypto_pwhash_str_verify(verifier.constData(), utf8.constData(), quint64(utf8.size())) != 0)
        return core::fail(core::ErrorKind::Unauthorized, u"sign-in.wrong"_s);
    const qint64 age = nowMs - rows->value(2).toLongLong();
    if (age > validForMs || age < -validForMs)
        return core::fail(core::ErrorKind::Offline, u"sign-in.offline-expired"_s);
    return session.sealer().open(rows->value(1).toByteArray(), "credential:" + clerk.toUtf8()).map([](const QByteArray& plain) {
        return QJsonDocument::fromJson(plain).object();
    });
}

core::Result<QString> ownDevice(Session& session)
{
    return setting(session, OwnDeviceName, {}).and_then([&](const QString& kept) -> core::Result<QString> {
        if (!kept.isEmpty())
            return kept;
        const QString made = QUuid::createUuid().toString(QUuid::WithoutBraces);
        return setSetting(session, OwnDeviceName, made).map([&] { return made; });
    });
}

core::Result<void> keepOwnAccount(Session& session, const OwnAccount& account)
{
    const QJsonObject json{{u"number"_s, account.number}, {u"password"_s, account.password}, {u"window"_s, account.window}};
    const QByteArray sealed = session.sealer().seal(QJsonDocument(json).toJson(QJsonDocument::Compact), OwnAccountName.toUtf8());
    return setSetting(session, OwnAccountName, QString::fromLatin1(sealed.toBase64()));
}

core::Result<OwnAccount> ownAccount(Session& session)
{
    return setting(session, OwnAccountName, {}).and_then([&](const QString& kept) -> core::Result<OwnAccount> {
        if (kept.isEmpty())
            return OwnAccount{};
        return session.sealer().open(QByteArray::fromBase64(kept.toLatin1()), OwnAccountName.toUtf8()).map([](const QByteArray& plain) {
            const QJsonObject json = QJsonDocument::fromJson(plain).object();
            return OwnAccount{json[u"number"_s].toString(), json[u"password"_s].toString(), json[u"window"_s].toString()};
        });
    });
}

} // namespace store
