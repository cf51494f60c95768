// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/sync/updatefeed.h"

#include "app/core/canonicaljson.h"

#include <QDir>
#include <QJsonDocument>

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace syncing {

namespace {

constexpr qint64 Piece = 1 << 20;
constexpr int PieceTimeoutMs = 60'000; // a slow line must not be asked for the same piece again and again
constexpr int NotFound = 404;
constexpr int Partial = 206;

QByteArray hashOf(const QString& path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result().toHex() : QByteArray();
}

} // namespace

UpdateFeed::UpdateFeed(ApiClient& api, Plan plan) : m_api(api), m_plan(std::move(plan)), m_part(this) {}

void UpdateFeed::check()
{
    if (std::exchange(m_busy, true))
        return;
    m_api.call({.path = u"releases/"_s + m_plan.platform}).then(this, [this](const ApiResult& answer) { described(answer); });
}

core::Result<core::Release> UpdateFeed::verified(const QByteArray& body) const
{
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    const QByteArray message = core::canonicalJson(json[u"release"_s]);
    const QByteArray signature = QByteArray::fromBase64(json[u"signature"_s].toString().toLatin1());
    if (signature.size() != crypto_sign_BYTES || m_plan.publicKey.size() != crypto_sign_PUBLICKEYBYTES ||
        crypto_sign_verify_detached(reinterpret_cast<const uchar*>(signature.constData()),
                                    reinterpret_cast<const uchar*>(message.constData()), quint64(message.size()),
                                    reinterpret_cast<const uchar*>(m_plan.publicKey.constData())) != 0)
        return core::fail(core::ErrorKind::BadAnswer, u"release.signature"_s);
    return core::Release::fromJson(json[u"release"_s].toObject());
}

void UpdateFeed::described(const ApiResult& answer)
{
    if (!answer) {
        if (answer.error().code == u"server.not-found") {
            m_busy = false;
            Q_EMIT nothingNew();
            return;
        }
        return fail(answer.error());
    }
    const auto release = verified(answer->body);
    if (!release)
        return fail(release.error());
    if (release->platform != m_plan.platform || !core::isLater(release->version, m_plan.running)) {
        m_busy = false;
        Q_EMIT nothingNew();
        return;
    }
    m_release = *release;
    QDir().mkpath(m_plan.folder);
    removeOthers();
    if (QFile::exists(path()))
        return finish();
    m_part.setFileName(path() + u".part"_s);
    if (m_part.size() > m_release.size)
        m_part.remove();
    if (!m_part.open(QIODevice::WriteOnly | QIODevice::Append))
        return fail({core::ErrorKind::Storage, u"release.unwritable"_s});
    bring();
}

void UpdateFeed::bring()
{
    if (m_part.size() >= m_release.size) {
        m_part.close();
        return finish();
    }
    const qint64 from = m_part.size();
    const qint64 to = std::min(from + Piece, m_release.size) - 1;
    ApiCall call{.path = u"releases/"_s + m_plan.platform + u"/file"_s, .timeoutMs = PieceTimeoutMs};
    call.headers.insert("Range", "bytes=" + QByteArray::number(from) + '-' + QByteArray::number(to));
    call.headers.insert("If-Match", '"' + m_release.sha256.toLatin1() + '"'); // nothing of another version in between
    m_api.call(call).then(this, [this](const ApiResult& answer) { arrived(answer); });
}

void UpdateFeed::arrived(const ApiResult& answer)
{
    if (!answer) {
        m_part.close(); // the next check goes on from here
        return fail(answer.error());
    }
    const bool fits = answer->status == Partial && !answer->body.isEmpty() && m_part.size() + answer->body.size() <= m_release.size;
    if (!fits || m_part.write(answer->body) != answer->body.size() || !m_part.flush()) {
        m_part.close();
        return fail(fits ? core::Error{core::ErrorKind::Storage, u"release.unwritable"_s}
                         : core::Error{core::ErrorKind::BadAnswer, u"server.nonsense"_s});
    }
    Q_EMIT progress(int(m_part.size() * 100 / m_release.size));
    bring();
}

/// Hashed from the disk, where an earlier run may have left it.
void UpdateFeed::finish()
{
    const bool whole = QFile::exists(path());
    const QString file = whole ? path() : m_part.fileName();
    if (hashOf(file) != m_release.sha256.toLatin1()) {
        QFile::remove(file);
        return fail({core::ErrorKind::Corrupt, u"release.checksum"_s, {m_release.version}});
    }
    if (!whole && !QFile::rename(file, path()))
        return fail({core::ErrorKind::Storage, u"release.unwritable"_s});
    m_busy = false;
    Q_EMIT ready(m_release, path());
}

void UpdateFeed::fail(const core::Error& error)
{
    m_busy = false;
    Q_EMIT failed(error);
}

void UpdateFeed::removeOthers() const
{
    const QStringList files = QDir(m_plan.folder).entryList(QDir::Files);
    for (const QString& file : files) {
        if (!file.startsWith(m_release.sha256))
            QFile::remove(m_plan.folder + u'/' + file);
    }
}

} // namespace syncing
