// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/document.h"

#include "app/core/canonicaljson.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace backoffice {

void setDocument(const Database& database, const QString& name, const QJsonObject& json)
{
    database.run(u"INSERT INTO document (name, etag, body) VALUES (?, ?, ?) "
                 "ON CONFLICT (name) DO UPDATE SET etag = excluded.etag, body = excluded.body"_s,
                 {name, core::contentHash(json), QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact))});
}

QJsonObject documentNamed(const Database& database, const QString& name)
{
    Rows row = database.run(u"SELECT body FROM document WHERE name = ?"_s, {name});
    return row.next() ? QJsonDocument::fromJson(row.value(0).toString().toUtf8()).object() : QJsonObject();
}

} // namespace backoffice
