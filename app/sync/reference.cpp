// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/sync/reference.h"

#include "app/core/canonicaljson.h"
#include "app/core/cataloguedelta.h"
#include "app/store/cache.h"

#include <QDateTime>
#include <QJsonDocument>

#include <sodium.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace Qt::StringLiterals;

namespace syncing {

namespace {
constexpr int CalendarYears = 3; // the longest limits reach into the year after next

/// Reading ten thousand items takes several times what they keep; the C library would hold on to it.
void returnUnusedMemory()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

QString bare(QString etag)
{
    return etag.remove(u'"');
}

QString calendarName(int year)
{
    return u"calendar-%1"_s.arg(year);
}
} // namespace

Reference::Reference(ApiClient& api, std::shared_ptr<store::Store> store, QByteArray calendarKey)
    : m_api(api), m_store(std::move(store)), m_calendarKey(std::move(calendarKey))
{
}

void Reference::load(int year)
{
    const Accept calendar = [this](const QByteArray& body) { return acceptCalendar(body); };
    loadOne(u"catalogue"_s, [this](const QByteArray& body) { return acceptCatalogue(body); });
    for (int next = year; next < year + CalendarYears; ++next)
        loadOne(calendarName(next), calendar);
}

void Reference::refresh(int year)
{
    const Accept calendar = [this](const QByteArray& body) { return acceptCalendar(body); };
    fetchCatalogue(false);
    for (int next = year; next < year + CalendarYears; ++next)
        fetchOne(u"calendar/%1"_s.arg(next), calendarName(next), calendar);
}

void Reference::loadOne(const QString& name, const Accept& accept)
{
    m_store->read([name](store::Session& session) { return store::cached(session, name); })
        .then(this, [this, accept, name](const core::Result<std::optional<store::CachedAnswer>>& kept) {
            if (!kept)
                Q_EMIT refused(kept.error());
            else if (*kept)
                take(name, (*kept)->body, accept);
        });
}

void Reference::fetchOne(const QString& path, const QString& name, const Accept& accept)
{
    m_store->read([name](store::Session& session) { return store::cached(session, name); })
        .then(this, [=, this](const core::Result<std::optional<store::CachedAnswer>>& kept) {
            ApiCall call{"GET", path};
            if (kept && *kept && m_inForce.contains(name)) // what was refused is asked for again in full
                call.headers.insert("If-None-Match", (*kept)->etag.toLatin1());
            m_api.call(call).then(this, [=, this](const ApiResult& reply) {
                if (!reply || reply->status == 304)
                    return; // not covered years answer 404: the calendar itself says so where a date is needed
                if (take(name, reply->body, accept))
                    keep(name, *reply, reply->body);
            });
        });
}

void Reference::fetchCatalogue(bool whole)
{
    const QString name = u"catalogue"_s;
    m_store->read([name](store::Session& session) { return store::cached(session, name); })
        .then(this, [=, this](const core::Result<std::optional<store::CachedAnswer>>& kept) {
            ApiCall call{"GET", name};
            QByteArray before;
            if (kept && *kept && m_inForce.contains(name) && !whole) {
                before = (*kept)->body;
                call.headers.insert("If-None-Match", (*kept)->etag.toLatin1());
                call.path += u"?since="_s + bare((*kept)->etag);
            }
            m_api.call(call).then(this, [=, this](const ApiResult& reply) {
                if (!reply || reply->status == 304)
                    return;
                QByteArray body = reply->body;
                if (const QJsonObject delta = reply->json(); delta.contains(u"since"_s)) {
                    const auto after =
                        core::withDelta(QJsonDocument::fromJson(before).object(), delta, bare(QString::fromLatin1(reply->header("etag"))));
                    if (!after)
                        return fetchCatalogue(true);
                    body = QJsonDocument(*after).toJson(QJsonDocument::Compact);
                }
                if (take(name, body, [this](const QByteArray& json) { return acceptCatalogue(json); }))
                    keep(name, *reply, body);
            });
        });
}

void Reference::keep(const QString& name, const ApiReply& reply, const QByteArray& body)
{
    const store::CachedAnswer answer{QString::fromLatin1(reply.header("etag")), body, QDateTime::currentMSecsSinceEpoch()};
    m_store->write([=](store::Session& session) { return store::setCached(session, name, answer); });
}

bool Reference::take(const QString& name, const QByteArray& body, const Accept& accept)
{
    if (const auto accepted = accept(body); !accepted) {
        core::Error error = accepted.error();
        if (error.code == u"catalogue.faults" && !m_inForce.contains(name))
            error.code = u"catalogue.faults-first"_s; // there is none before it to go on with
        Q_EMIT refused(error);
        return false;
    }
    m_inForce.insert(name);
    return true;
}

core::Result<void> Reference::acceptCatalogue(const QByteArray& body)
{
    return core::Catalogue::fromJson(QJsonDocument::fromJson(body).object()).map([this](const core::Catalogue& catalogue) {
        const auto shared = std::make_shared<const core::Catalogue>(catalogue);
        Q_EMIT catalogueChanged(shared, std::make_shared<const core::ItemIndex>(shared));
        QMetaObject::invokeMethod(this, &returnUnusedMemory, Qt::QueuedConnection); // once the JSON is gone
    });
}

core::Result<void> Reference::acceptCalendar(const QByteArray& body)
{
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    const QByteArray message = core::canonicalJson(json[u"calendar"_s]);
    const QByteArray signature = QByteArray::fromBase64(json[u"signature"_s].toString().toLatin1());
    if (signature.size() != crypto_sign_BYTES || m_calendarKey.size() != crypto_sign_PUBLICKEYBYTES ||
        crypto_sign_verify_detached(reinterpret_cast<const uchar*>(signature.constData()),
                                    reinterpret_cast<const uchar*>(message.constData()), quint64(message.size()),
                                    reinterpret_cast<const uchar*>(m_calendarKey.constData())) != 0)
        return core::fail(core::ErrorKind::BadAnswer, u"calendar.signature"_s);
    return core::CalendarYear::fromJson(json[u"calendar"_s].toObject()).map([this](const core::CalendarYear& year) {
        Q_EMIT calendarChanged(year);
    });
}

} // namespace syncing
