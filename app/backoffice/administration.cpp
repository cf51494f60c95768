// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/administration.h"

#include "app/backoffice/document.h"
#include "app/backoffice/passwords.h"
#include "app/core/canonicaljson.h"
#include "app/core/caserecord.h"
#include "app/core/halltime.h"
#include "app/core/release.h"
#include "app/core/uuid7.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace backoffice {

namespace {

/// Codes of windows and numbers of accounts are known once in a back office: what another hall has would be left out unsaid.
void demandHall(const Database& database, const QString& sql, const QString& code, const QString& hall)
{
    Rows row = database.run(sql, {code});
    if (!row.next() || row.value(0).toString() != hall)
        throw DatabaseFault(u"another hall has %1"_s.arg(code).toStdString());
}

void seedHall(const Database& database, const QJsonObject& json)
{
    const QString hall = json[u"hall"_s][u"code"_s].toString();
    database.run(u"INSERT INTO hall (code, name) VALUES (?, ?) ON CONFLICT (code) DO NOTHING"_s,
                 {hall, json[u"hall"_s][u"name"_s].toString()});
    const QJsonArray windows = json[u"windows"_s].toArray();
    for (const QJsonValue& window : windows) {
        const QString code = window[u"code"_s].toString();
        database.run(u"INSERT INTO service_window (code, hall, name, classes) VALUES (?, ?, ?, ?) ON CONFLICT (code) DO NOTHING"_s,
                     {code, hall, window[u"name"_s].toString(), window[u"classes"_s].toString()});
        demandHall(database, u"SELECT hall FROM service_window WHERE code = ?"_s, code, hall);
    }
    const QJsonArray accounts = json[u"accounts"_s].toArray();
    for (const QJsonValue& account : accounts) {
        const QString number = account[u"number"_s].toString();
        database.run(u"INSERT INTO account (number, name, role, hall, password_hash, department) VALUES (?, ?, ?, ?, ?, ?) "
                     "ON CONFLICT (number) DO UPDATE SET department = excluded.department "
                     "WHERE account.department = '' AND account.hall = excluded.hall"_s, // made before accounts had one
                     {number, account[u"name"_s].toString(), account[u"role"_s].toString(), hall,
                      passwordHash(account[u"password"_s].toString()), account[u"department"_s].toString()});
        demandHall(database, u"SELECT hall FROM account WHERE number = ?"_s, number, hall);
    }
}

/// "passport:E1", as holders are compared.
QString holderKeyFrom(const QString& text)
{
    const qsizetype at = text.indexOf(u':') + 1;
    return text.left(at) + text.sliced(at).toUpper();
}

void seedLicences(const Database& database, const QJsonObject& json)
{
    const QString hall = json[u"hall"_s][u"code"_s].toString();
    const QJsonArray licences = json[u"licences"_s].toArray();
    for (const QJsonValue& licence : licences)
        database.run(
            u"INSERT INTO e_licence (id, hall, holder, kind, name, number, issued_on, valid_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT DO NOTHING"_s,
            {QString(licence[u"kind"_s].toString() + u':' + licence[u"number"_s].toString()), hall,
             holderKeyFrom(licence[u"holder"_s].toString()), licence[u"kind"_s].toString(), licence[u"name"_s].toString(),
             licence[u"number"_s].toString(), licence[u"issuedOn"_s].toString(), licence[u"validUntil"_s].toString()});
}

/// A page comes as base64; what stands in the database names it by its hash.
QJsonObject seededPage(const Database& database, const BlobStore& blobs, const QString& hall, const QString& subject,
                       const QJsonObject& page)
{
    const QByteArray bytes = QByteArray::fromBase64(page[u"base64"_s].toString().toLatin1());
    const QString mediaType = page[u"mediaType"_s].toString();
    const QString sha256 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    if (!blobs.append(u"seed-"_s + sha256, 0, bytes) || !blobs.finish(u"seed-"_s + sha256, sha256))
        throw DatabaseFault("a page could not be stored");
    database.run(u"INSERT INTO blob (sha256, bytes, media_type) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"_s,
                 {sha256, bytes.size(), mediaType});
    database.run(u"INSERT INTO blob_hall (sha256, hall) VALUES (?, ?) ON CONFLICT DO NOTHING"_s, {sha256, hall});
    database.run(u"INSERT INTO loose_page (subject, hall, sha256) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"_s, {subject, hall, sha256});
    return {{u"sha256"_s, sha256}, {u"bytes"_s, bytes.size()}, {u"mediaType"_s, mediaType}};
}

void seedPrefilings(const Database& database, const BlobStore& blobs, const QJsonObject& json, qint64 nowMs)
{
    const QString hall = json[u"hall"_s][u"code"_s].toString();
    const QJsonArray prefilings = json[u"prefilings"_s].toArray();
    for (const QJsonValue& value : prefilings) {
        QJsonObject prefiling = value.toObject();
        const QString id = prefiling[u"id"_s].toString();
        if (database.run(u"SELECT 1 FROM prefiling WHERE id = ?"_s, {id}).next())
            continue;
        const qint64 submittedAt = nowMs - prefiling.take(u"hoursAgo"_s).toInteger() * 3'600'000;
        prefiling[u"submittedAt"_s] = core::isoTime(core::hallTime(submittedAt));
        QJsonArray materials;
        const QJsonArray seeded = prefiling[u"materials"_s].toArray();
        for (const QJsonValue& entry : seeded) {
            QJsonObject material = entry.toObject();
            QJsonArray pages;
            const QJsonArray files = material[u"pages"_s].toArray();
            for (const QJsonValue& page : files)
                pages.append(seededPage(database, blobs, hall, id, page.toObject()));
            material[u"pages"_s] = pages;
            materials.append(material);
        }
        prefiling[u"materials"_s] = materials;
        const QJsonObject applicant = prefiling[u"applicant"_s].toObject();
        database.run(u"INSERT INTO prefiling (id, hall, holder, submitted_at, body) VALUES (?, ?, ?, ?, ?)"_s,
                     {id, hall,
                      holderKeyFrom(applicant[u"certificateType"_s].toString() + u':' + applicant[u"certificateNumber"_s].toString()),
                      submittedAt, QString::fromUtf8(QJsonDocument(prefiling).toJson(QJsonDocument::Compact))});
    }
}

void seedTickets(const Database& database, const QJsonObject& json, qint64 nowMs)
{
    const QString hall = json[u"hall"_s][u"code"_s].toString();
    const QString day = core::hallTime(nowMs).date().toString(Qt::ISODate);
    const QJsonArray tickets = json[u"tickets"_s].toArray();
    QHash<QString, int> serials;
    for (const QJsonValue& ticket : tickets) {
        const QString ticketClass = ticket[u"class"_s].toString();
        const int serial = ++serials[ticketClass];
        const qint64 takenAt = nowMs - ticket[u"minutesAgo"_s].toInteger() * 60'000;
        database.run(
            u"INSERT INTO ticket (id, hall, ticket_day, ticket_class, queue_class, serial, number, state, taken_at, since, holder, "
            "priority_group) VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?, ?, ?) ON CONFLICT DO NOTHING"_s,
            {core::idText(core::newId()), hall, day, ticketClass, ticketClass, serial,
             ticketClass + QString::number(serial).rightJustified(3, u'0'), takenAt, takenAt, ticket[u"holderName"_s].toString(),
             ticket[u"group"_s].toString()});
    }
}

} // namespace

core::Result<void> seed(const Database& database, const BlobStore& blobs, const QJsonObject& json, qint64 nowMs)
{
    try {
        database.inTransaction(json[u"hall"_s][u"code"_s].toString(), [&] {
            seedHall(database, json);
            seedTickets(database, json, nowMs);
            seedLicences(database, json);
            seedPrefilings(database, blobs, json, nowMs);
            const QJsonArray calendars = json[u"calendars"_s].toArray();
            for (const QJsonValue& calendar : calendars)
                setDocument(database, u"calendar-%1"_s.arg(calendar[u"calendar"_s][u"year"_s].toInt()), calendar.toObject());
        });
        return {};
    } catch (const DatabaseFault& fault) {
        return core::fail(core::ErrorKind::Storage, u"store.failed"_s, {QString::fromStdString(fault.what())});
    }
}

namespace {
QJsonObject signedDocument(const QString& name, const QJsonObject& content, const QByteArray& secretKey)
{
    QByteArray signature(crypto_sign_BYTES, '\0');
    const QByteArray message = core::canonicalJson(content);
    if (sodium_init() >= 0 && secretKey.size() == crypto_sign_SECRETKEYBYTES)
        crypto_sign_detached(reinterpret_cast<uchar*>(signature.data()), nullptr, reinterpret_cast<const uchar*>(message.constData()),
                             quint64(message.size()), reinterpret_cast<const uchar*>(secretKey.constData()));
    return {{name, content}, {u"signature"_s, QString::fromLatin1(signature.toBase64())}};
}
} // namespace

QJsonObject signedCalendar(const QJsonObject& calendar, const QByteArray& secretKey)
{
    return signedDocument(u"calendar"_s, calendar, secretKey);
}

KeyPair newSigningKey()
{
    KeyPair keys{QByteArray(crypto_sign_PUBLICKEYBYTES, '\0'), QByteArray(crypto_sign_SECRETKEYBYTES, '\0')};
    if (sodium_init() >= 0)
        crypto_sign_keypair(reinterpret_cast<uchar*>(keys.publicKey.data()), reinterpret_cast<uchar*>(keys.secretKey.data()));
    return keys;
}

std::optional<QJsonObject> signedRelease(const QJsonObject& release, const QByteArray& secretKey)
{
    if (secretKey.size() != crypto_sign_SECRETKEYBYTES)
        return std::nullopt;
    return signedDocument(u"release"_s, release, secretKey);
}

core::Result<void> offerRelease(const Database& database, const BlobStore& blobs, const QJsonObject& document, const QString& installer)
{
    const auto release = core::Release::fromJson(document[u"release"_s].toObject());
    if (!release)
        return tl::unexpected(release.error());
    if (auto adopted = blobs.adopt(installer, release->sha256); !adopted)
        return adopted;
    try {
        database.inTransaction(u"release"_s, [&] { setDocument(database, u"release-"_s + release->platform, document); });
        return {};
    } catch (const DatabaseFault& fault) {
        return core::fail(core::ErrorKind::Storage, u"store.failed"_s, {QString::fromStdString(fault.what())});
    }
}

} // namespace backoffice
