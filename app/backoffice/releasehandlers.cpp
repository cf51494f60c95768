// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/handlers.h"

#include "app/core/release.h"

#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace backoffice {

namespace {

constexpr qint64 LargestPiece = 4LL << 20;

std::optional<QJsonObject> documentFor(const Request& request, const Context& context)
{
    Rows row = context.database.run(u"SELECT body FROM document WHERE name = ?"_s, {u"release-"_s + request.captures.value(0)});
    if (!row.next())
        return std::nullopt;
    return QJsonDocument::fromJson(row.value(0).toString().toUtf8()).object();
}

} // namespace

/// Anybody may ask: it is signed, and a window looks before anybody is signed in.
Answer release(const Request& request, const Context& context)
{
    const auto document = documentFor(request, context);
    return document ? Answer::json(200, *document) : problem(404, u"not-found"_s);
}

/// In pieces only (RFC 9110, one range); a window says by If-Match which version it is bringing.
Answer releaseFile(const Request& request, const Context& context)
{
    static const QRegularExpression range(u"\\Abytes=([0-9]{1,12})-([0-9]{1,12})\\z"_s);
    const auto document = documentFor(request, context);
    if (!document)
        return problem(404, u"not-found"_s);
    const auto offered = core::Release::fromJson((*document)[u"release"_s].toObject());
    if (!offered)
        return problem(404, u"not-found"_s);
    const QByteArray etag = '"' + offered->sha256.toLatin1() + '"';
    if (const QByteArray wanted = request.header("if-match"); !wanted.isEmpty() && wanted != etag)
        return problem(412, u"release-changed"_s);
    const auto asked = range.match(QString::fromLatin1(request.header("range")));
    const qint64 from = asked.captured(1).toLongLong();
    const qint64 to = std::min(asked.captured(2).toLongLong(), offered->size - 1);
    if (!asked.hasMatch() || from > to)
        return problem(416, u"range"_s, {}, {{u"size"_s, offered->size}});
    const auto piece = context.blobs.readPiece(offered->sha256, from, std::min(to - from + 1, LargestPiece));
    if (!piece || piece->isEmpty())
        return problem(404, u"not-found"_s);
    const QByteArray place =
        "bytes " + QByteArray::number(from) + '-' + QByteArray::number(from + piece->size() - 1) + '/' + QByteArray::number(offered->size);
    return {206, {{"content-type", "application/octet-stream"}, {"content-range", place}, {"etag", etag}}, *piece};
}

} // namespace backoffice
