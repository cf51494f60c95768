// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/cataloguedelta.h"

#include "app/core/canonicaljson.h"

#include <QJsonArray>
#include <QMap>

using namespace Qt::StringLiterals;

namespace core {

std::optional<QJsonObject> withDelta(const QJsonObject& before, const QJsonObject& delta, const QString& etag)
{
    QMap<QString, QJsonValue> items; // in the order of their codes, as a catalogue is
    for (const QJsonArray& array : {before[u"items"_s].toArray(), delta[u"items"_s].toArray()}) {
        for (const QJsonValue& item : array)
            items.insert(item[u"code"_s].toString(), item);
    }
    const QJsonArray removed = delta[u"removed"_s].toArray();
    for (const QJsonValue& code : removed)
        items.remove(code.toString());
    QJsonArray all;
    for (const QJsonValue& item : std::as_const(items))
        all.append(item);
    QJsonObject after = delta;
    after.remove(u"since"_s);
    after.remove(u"removed"_s);
    after[u"items"_s] = all;
    return contentHash(after) == etag ? std::optional(after) : std::nullopt;
}

} // namespace core
