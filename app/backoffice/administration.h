// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backoffice/blobstore.h"
#include "app/backoffice/database.h"
#include "app/core/error.h"

#include <QJsonObject>

#include <optional>

namespace backoffice {

// What the program's commands do: fill an empty back office, sign and offer. Catalogues: catalogueimport.h.

/// Halls, windows, accounts, calendars, e-licences, online submissions with their files, and tickets from one JSON document; what is
/// there already stays.
core::Result<void> seed(const Database& database, const BlobStore& blobs, const QJsonObject& json, qint64 nowMs);

/// A calendar document with its Ed25519 signature over the RFC 8785 form of `calendar`, base64.
QJsonObject signedCalendar(const QJsonObject& calendar, const QByteArray& secretKey);

/// A release document: what `release` says, signed the same way; nothing where the key is none.
std::optional<QJsonObject> signedRelease(const QJsonObject& release, const QByteArray& secretKey);
/// A new Ed25519 key pair.
struct KeyPair
{
    QByteArray publicKey;
    QByteArray secretKey;
};
KeyPair newSigningKey();
/// Makes a version the one that windows of its platform are offered. Fails as Release::fromJson and BlobStore::adopt do.
core::Result<void> offerRelease(const Database& database, const BlobStore& blobs, const QJsonObject& document, const QString& installer);

} // namespace backoffice
