// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// tus 1.0 (core, creation, checksum, termination): https://tus.io/protocols/resumable-upload

#include "app/backoffice/handlers.h"

#include "app/core/uuid7.h"

#include <QCryptographicHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace backoffice {

namespace {

constexpr qint64 LargestUpload = 256LL * 1024 * 1024;
const QMap<QByteArray, QByteArray> TusHeaders{{"tus-resumable", "1.0.0"}, {"cache-control", "no-store"}};

Answer tus(int status, const QMap<QByteArray, QByteArray>& more = {})
{
    Answer answer{status, TusHeaders};
    answer.headers.insert(more);
    return answer;
}

Answer tusProblem(int status, const QString& type)
{
    Answer answer = problem(status, type);
    answer.headers.insert(TusHeaders);
    return answer;
}

bool isSha256(const QString& text)
{
    return text.size() == 64 &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
}

/// Upload-Metadata: comma-separated "key base64value" pairs.
QHash<QString, QString> metadataOf(const QByteArray& header)
{
    QHash<QString, QString> metadata;
    const QList<QByteArray> pairs = header.split(',');
    for (const QByteArray& pair : pairs) {
        const QList<QByteArray> parts = pair.trimmed().split(' ');
        metadata.insert(QString::fromLatin1(parts[0]), QString::fromUtf8(QByteArray::fromBase64(parts.value(1))));
    }
    return metadata;
}

bool checksumHolds(const Request& request)
{
    const QByteArray header = request.header("upload-checksum");
    if (header.isEmpty())
        return true;
    const QList<QByteArray> parts = header.split(' ');
    const auto algorithm = parts[0] == "sha1" ? QCryptographicHash::Sha1 : QCryptographicHash::Sha256;
    return !request.truncated && QCryptographicHash::hash(request.body, algorithm) == QByteArray::fromBase64(parts.value(1));
}

struct Upload
{
    QString id;
    qint64 length = 0;
    QString sha256;
    QString mediaType;
};

std::optional<Upload> uploadOf(const Request& request, const Context& context)
{
    Rows row = context.database.run(u"SELECT id, length, sha256, media_type FROM upload WHERE id = ? AND owner = ?"_s,
                                    {request.captures.value(0), context.caller.number});
    if (!row.next())
        return std::nullopt;
    return Upload{row.value(0).toString(), row.value(1).toLongLong(), row.value(2).toString(), row.value(3).toString()};
}

/// The bytes are all there: they become a blob, or were not what their SHA-256 said. The upload must be held.
Answer finished(const Upload& upload, const Context& context)
{
    const auto done = context.blobs.finish(upload.id, upload.sha256);
    if (!done && done.error().kind != core::ErrorKind::Corrupt)
        return tusProblem(503, u"busy"_s);
    return context.inTransaction([&] {
        context.database.run(u"DELETE FROM upload WHERE id = ?"_s, {upload.id});
        if (!done) {
            context.blobs.discard(upload.id);
            return tusProblem(460, u"checksum-mismatch"_s);
        }
        context.database.run(u"INSERT INTO blob (sha256, bytes, media_type) VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING"_s,
                             {upload.sha256, upload.length, upload.mediaType});
        context.database.run(u"INSERT INTO blob_hall (sha256, hall) VALUES (?, ?) ON CONFLICT DO NOTHING"_s,
                             {upload.sha256, context.caller.hall});
        return tus(204, {{"upload-offset", QByteArray::number(upload.length)}});
    });
}

/// It becomes a header of answers.
bool isMediaType(const QString& text)
{
    static const QRegularExpression shape(u"\\A[\\w.+-]+/[\\w.+-]+\\z"_s);
    return text.size() <= 100 && shape.match(text).hasMatch();
}

bool blobKnown(const Context& context, const QString& sha256)
{
    return context.database.run(u"SELECT 1 FROM blob WHERE sha256 = ?"_s, {sha256}).next();
}

// SQLite keeps to the order of a CROSS JOIN, and looks for the page first.

/// A department fetches pages of its own cases and no others.
bool isOfItsCases(const Context& context, const QString& sha256)
{
    return context.database
        .run(u"SELECT 1 FROM case_page p CROSS JOIN case_record c "
             "WHERE c.id = p.case_id AND p.sha256 = ? AND c.hall = ? AND c.department = ?"_s,
             {sha256, context.caller.hall, context.caller.department})
        .next();
}

bool isOfTheHall(const Context& context, const QString& sha256)
{
    return context.database
        .run(u"SELECT 1 FROM case_page p CROSS JOIN case_record c WHERE c.id = p.case_id AND p.sha256 = ? AND c.hall = ? "
             "UNION ALL SELECT 1 FROM loose_page WHERE sha256 = ? AND hall = ?"_s,
             {sha256, context.caller.hall, sha256, context.caller.hall})
        .next();
}

} // namespace

Answer uploadOptions(const Request&, const Context&)
{
    return tus(204, {{"tus-version", "1.0.0"},
                     {"tus-extension", "creation,checksum,termination"},
                     {"tus-checksum-algorithm", "sha1,sha256"},
                     {"tus-max-size", QByteArray::number(LargestUpload)}});
}

Answer createUpload(const Request& request, const Context& context)
{
    if (request.header("tus-resumable") != "1.0.0")
        return tus(412, {{"tus-version", "1.0.0"}});
    if (!context.caller.serves())
        return tusProblem(403, u"forbidden"_s);
    const qint64 length = request.header("upload-length").toLongLong();
    const auto metadata = metadataOf(request.header("upload-metadata"));
    const QString sha256 = metadata.value(u"sha256"_s);
    if (length > LargestUpload)
        return tusProblem(413, u"too-large"_s);
    const QString mediaType = metadata.value(u"mediaType"_s, u"application/octet-stream"_s);
    if (length < 1 || !isSha256(sha256) || !isMediaType(mediaType))
        return tusProblem(422, u"invalid-body"_s);
    const QString id = core::idText(core::newId());
    context.database.run(u"INSERT INTO upload (id, owner, length, sha256, media_type, created_at) VALUES (?, ?, ?, ?, ?, ?)"_s,
                         {id, context.caller.number, length, sha256, mediaType, context.nowMs});
    return tus(201, {{"location", "/v1/uploads/" + id.toLatin1()}});
}

Answer uploadOffset(const Request& request, const Context& context)
{
    const auto hold = context.blobs.hold(request.captures.value(0));
    const auto upload = uploadOf(request, context);
    if (!upload)
        return tus(404);
    const qint64 size = context.blobs.uploadSize(upload->id);
    if (size > upload->length) { // two had appended at once: nothing goes on from there, the client begins anew
        context.blobs.discard(upload->id);
        context.database.run(u"DELETE FROM upload WHERE id = ?"_s, {upload->id});
        return tus(404);
    }
    // The server may have ended between the last byte and the blob.
    if (size == upload->length && finished(*upload, context).status >= 400)
        return tus(404);
    return tus(200, {{"upload-offset", QByteArray::number(size)}, {"upload-length", QByteArray::number(upload->length)}});
}

Answer appendUpload(const Request& request, const Context& context)
{
    const auto hold = context.blobs.hold(request.captures.value(0));
    const auto upload = uploadOf(request, context);
    if (!upload)
        return tusProblem(404, u"not-found"_s);
    if (request.header("content-type") != "application/offset+octet-stream")
        return tusProblem(415, u"invalid-body"_s);
    const qint64 size = context.blobs.uploadSize(upload->id);
    if (request.header("upload-offset").toLongLong() != size)
        return tusProblem(409, u"offset-mismatch"_s);
    if (size + request.body.size() > upload->length)
        return tusProblem(413, u"too-large"_s);
    if (!checksumHolds(request))
        return tusProblem(460, u"checksum-mismatch"_s);
    const auto reached = context.blobs.append(upload->id, size, request.body);
    if (!reached)
        return tusProblem(503, u"busy"_s);
    if (*reached == upload->length)
        return finished(*upload, context);
    return tus(204, {{"upload-offset", QByteArray::number(*reached)}});
}

Answer endUpload(const Request& request, const Context& context)
{
    const auto upload = uploadOf(request, context);
    if (!upload)
        return tusProblem(404, u"not-found"_s);
    context.blobs.discard(upload->id);
    context.database.run(u"DELETE FROM upload WHERE id = ?"_s, {upload->id});
    return tus(204);
}

Answer blobHead(const Request& request, const Context& context)
{
    Rows row = context.database.run(u"SELECT b.bytes, b.media_type FROM blob b JOIN blob_hall h ON h.sha256 = b.sha256 "
                                    "WHERE b.sha256 = ? AND h.hall = ?"_s,
                                    {request.captures.value(0), context.caller.hall});
    if (!row.next() || (context.caller.isDepartment() && !isOfItsCases(context, request.captures.value(0))))
        return {404};
    return {200, {{"content-length", row.value(0).toByteArray()}, {"content-type", row.value(1).toByteArray()}}};
}

Answer blob(const Request& request, const Context& context)
{
    const QString sha256 = request.captures.value(0);
    if (!isSha256(sha256) || !blobKnown(context, sha256))
        return problem(404, u"not-found"_s);
    if (!context.caller.readsCases() || !(context.caller.isDepartment() ? isOfItsCases(context, sha256) : isOfTheHall(context, sha256)))
        return problem(403, u"forbidden"_s);
    const auto bytes = context.blobs.read(sha256);
    Rows row = context.database.run(u"SELECT media_type FROM blob WHERE sha256 = ?"_s, {sha256});
    if (!bytes || !row.next())
        return problem(404, u"not-found"_s);
    return {200, {{"content-type", row.value(0).toByteArray()}}, *bytes};
}

} // namespace backoffice
