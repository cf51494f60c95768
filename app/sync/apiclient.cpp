// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/sync/apiclient.h"

#include "app/core/halltime.h"
#include "app/core/wording.h"

#include <QJsonDocument>
#include <QLocale>
#include <QNetworkReply>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace syncing {

namespace {

using core::Error;
using core::ErrorKind;

constexpr qint64 LongestRetryAfterSeconds = 3600;

ApiReply replyFrom(QNetworkReply* reply)
{
    ApiReply result;
    result.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto pairs = reply->rawHeaderPairs();
    for (const auto& [name, value] : pairs)
        result.headers.insert(name.toLower(), value);
    result.body = reply->readAll();
    return result;
}

Error transportError(QNetworkReply::NetworkError error)
{
    const bool timeout = error == QNetworkReply::OperationCanceledError || error == QNetworkReply::TimeoutError;
    return timeout ? Error{ErrorKind::Timeout, u"net.timeout"_s, {}} : Error{ErrorKind::Offline, u"net.offline"_s, {}};
}

ErrorKind kindOf(int status)
{
    switch (status) {
    case 401: return ErrorKind::Unauthorized;
    case 403: return ErrorKind::Forbidden;
    case 404:
    case 410: return ErrorKind::NotFound;
    case 409:
    case 412: return ErrorKind::Conflict;
    default: return ErrorKind::Refused;
    }
}

bool isTakenOver(const Error& error)
{
    return error.code == u"session.moved" || error.code == u"session.taken";
}

/// Who is where is said in other words for one's own session than for somebody else's.
Error presenceError(ErrorKind kind, const QJsonObject& problem)
{
    const bool own = problem[u"self"_s].toBool();
    const QString window = core::plainNumber(problem[u"window"_s].toString());
    if (kind == ErrorKind::Unauthorized)
        return {kind, own ? u"session.moved"_s : u"session.taken"_s, {window}};
    const QDateTime since = QDateTime::fromString(problem[u"since"_s].toString(), Qt::ISODate);
    const QString time = core::hallTime(since.toMSecsSinceEpoch()).toString(u"HH:mm"_s);
    return {kind, own ? u"sign-in.elsewhere"_s : u"sign-in.occupied"_s, {window, time, problem[u"clerk"_s].toString()}};
}

/// What an answer that is not a success means.
Error problemError(const ApiReply& reply, const ApiCall& call)
{
    static const QString prefix = u"urn:yichuang:problem:"_s;
    const QJsonObject problem = reply.json();
    const QString type = problem[u"type"_s].toString();
    const bool ours = type.startsWith(prefix);
    if (reply.status == 408 || reply.status == 425 || reply.status == 429 || reply.status >= 500) {
        const qint64 seconds = std::clamp<qint64>(reply.header("retry-after").toLongLong(), 0, LongestRetryAfterSeconds);
        const QString code = ours && type.endsWith(u":account-locked") ? u"server.account-locked"_s : u"server.busy"_s;
        return {ErrorKind::Busy, code, {QString::number(seconds), QString::number((seconds + 59) / 60)}};
    }
    if (call.method == "HEAD") // has no body to say more in
        return {kindOf(reply.status), u"server.refused"_s, {{}, {}, {}}};
    const bool isProblem = reply.header("content-type").startsWith("application/problem+json");
    if (!ours && isProblem) // a type this version does not know
        return {kindOf(reply.status), u"server.refused"_s, {problem[u"title"_s].toString(), problem[u"instance"_s].toString(), {}}};
    if (!ours) // somebody between us and the back office spoke
        return {reply.status == 401 ? ErrorKind::Unauthorized : ErrorKind::Busy, u"net.in-between"_s, {QString::number(reply.status)}};
    if (type.endsWith(u":signed-in-elsewhere") || type.endsWith(u":taken-over"))
        return presenceError(kindOf(reply.status), problem);
    const QString code = u"server."_s + type.sliced(prefix.size());
    const QString reference = problem[u"instance"_s].toString();
    const QString pointer = problem[u"errors"_s][0][u"pointer"_s].toString(); // what is wrong first
    const QString fact = problem[u"reason"_s].toString(problem[u"number"_s].toString(pointer));
    return {kindOf(reply.status), code, {problem[u"title"_s].toString(), reference, fact}};
}

/// A gateway says that the back office behind it cannot be reached, or not before somebody has logged in there.
bool isGatewayTrouble(int status)
{
    return status == 502 || status == 504 || status == 511;
}

bool isJson(const ApiReply& reply)
{
    QJsonParseError error{};
    QJsonDocument::fromJson(reply.body, &error);
    return error.error == QJsonParseError::NoError;
}

/// A 2xx that claims to be JSON has to be JSON.
bool isNonsense(const ApiReply& reply)
{
    if (reply.status < 200 || reply.status > 599)
        return true;
    return reply.header("content-type").startsWith("application/json") && !reply.body.isEmpty() && !isJson(reply);
}

/// Somebody between us and the back office answers with a page for people, or with nothing, where the back office says what it did.
bool isOfTheContract(const ApiReply& reply, const ApiCall& call)
{
    const QByteArray type = reply.header("content-type").toLower();
    if (type.contains("html") || (type.startsWith("text/") && !type.startsWith("text/csv")))
        return false;
    if (reply.status >= 400)
        return type.contains("json") || call.method == "HEAD" || reply.headers.contains("tus-resumable");
    if (reply.status >= 300)
        return reply.status == 304;
    const bool answersJson = !call.body.isEmpty() && call.contentType == "application/json";
    return reply.status == 204 || !answersJson || isJson(reply);
}

} // namespace

ApiCall ApiCall::put(const QString& path, const QJsonObject& body)
{
    return {"PUT", path, QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

ApiCall ApiCall::post(const QString& path, const QJsonObject& body)
{
    return {"POST", path, QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

QJsonObject ApiReply::json() const
{
    return QJsonDocument::fromJson(body).object();
}

ApiClient::ApiClient(QUrl base, std::shared_ptr<ServerClock> clock) : m_base(std::move(base)), m_clock(std::move(clock)), m_network(this)
{
    m_network.setAutoDeleteReplies(true);
}

QDateTime ApiClient::now() const
{
    return m_clock->now().time.toUTC();
}

QUrl ApiClient::url(const QString& path) const
{
    QUrl result = m_base;
    const qsizetype query = path.indexOf(u'?');
    result.setPath(m_base.path() + u"/v1/"_s + (query < 0 ? path : path.first(query)));
    if (query >= 0)
        result.setQuery(path.sliced(query + 1));
    return result;
}

QNetworkRequest ApiClient::request(const QString& path) const
{
    QNetworkRequest result(url(path));
    result.setRawHeader("Accept-Language", m_language);
    result.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    result.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    if (!m_tokens.access.isEmpty())
        result.setRawHeader("Authorization", bearer());
    return result;
}

QByteArray ApiClient::bearer() const
{
    return "Bearer " + m_tokens.access.toLatin1();
}

QFuture<ApiResult> ApiClient::call(const ApiCall& call)
{
    const Promise promise;
    QMetaObject::invokeMethod(this, [this, call, promise] { start(call, promise, true); });
    return promise.future();
}

void ApiClient::setTokens(const Tokens& tokens)
{
    QMetaObject::invokeMethod(this, [this, tokens] {
        m_tokens = tokens;
        m_expired = false;
        ++m_sessionGeneration;
    });
}

void ApiClient::setLanguage(const QString& language)
{
    QMetaObject::invokeMethod(this, [this, language] { m_language = language.toLatin1(); });
}

void ApiClient::stop()
{
    m_stopped = true;
    const auto replies = m_network.findChildren<QNetworkReply*>();
    for (QNetworkReply* reply : replies)
        reply->abort();
}

void ApiClient::start(const ApiCall& call, const Promise& promise, bool mayRefresh)
{
    if (m_stopped)
        return promise.give(core::fail(ErrorKind::Offline, u"net.offline"_s));
    QNetworkRequest message = request(call.path);
    message.setTransferTimeout(call.timeoutMs);
    if (!call.body.isEmpty())
        message.setHeader(QNetworkRequest::ContentTypeHeader, call.contentType);
    for (auto it = call.headers.begin(); it != call.headers.end(); ++it)
        message.setRawHeader(it.key(), it.value());
    // HEAD as a custom verb would wait for the body that its Content-Length announces.
    QNetworkReply* reply = call.method == "HEAD" ? m_network.head(message) : m_network.sendCustomRequest(message, call.method, call.body);
    connect(reply, &QNetworkReply::finished, this, [=, this] { finished(reply, call, promise, mayRefresh); });
}

void ApiClient::finished(QNetworkReply* reply, const ApiCall& call, const Promise& promise, bool mayRefresh)
{
    const ApiReply answer = replyFrom(reply);
    const bool whole = reply->error() == QNetworkReply::NoError || answer.status >= 400;
    if (answer.status == 0 || !whole) {
        if (!call.isGlance || reply->error() != QNetworkReply::OperationCanceledError)
            setOnline(false);
        return promise.give(tl::unexpected(transportError(reply->error())));
    }
    if (isNonsense(answer))
        return promise.give(core::fail(ErrorKind::BadAnswer, u"server.nonsense"_s, {QString::number(answer.status)}));
    const bool ours = isOfTheContract(answer, call);
    if (!ours && answer.status < 400) {
        setOnline(false);
        return promise.give(core::fail(ErrorKind::Offline, u"net.in-between"_s, {QString::number(answer.status)}));
    }
    const QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(answer.header("date")), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    if (date.isValid() && ours && answer.status < 500)
        m_clock->measured(QDateTime(date.date(), date.time(), Qt::UTC));
    if (isGatewayTrouble(answer.status))
        setOnline(false);
    else if (ours)
        setOnline(true);
    const bool session = call.path.startsWith(u"sessions");
    const bool mayRepeat = answer.status == 401 && mayRefresh && !session;
    if (mayRepeat && !m_tokens.access.isEmpty() && reply->request().rawHeader("Authorization") != bearer())
        return start(call, promise, false); // another call's refresh came in between
    if (mayRepeat && !m_tokens.refresh.isEmpty() && !isTakenOver(problemError(answer, call)))
        return refreshThen(call, promise, problemError(answer, call));
    if (answer.status == 401 && m_tokens.refresh.isEmpty() && !session)
        expire(); // signed in without the network: with it, somebody has to sign in again
    if (answer.status >= 400) {
        const core::Error error = problemError(answer, call);
        if (isTakenOver(error) && !session && reply->request().rawHeader("Authorization") == bearer())
            end(error);
        return promise.give(tl::unexpected(error));
    }
    promise.give(answer);
}

/// One refresh for however many calls wait for it: a token is good for one.
void ApiClient::refreshThen(const ApiCall& call, const Promise& promise, const core::Error& refusal)
{
    m_waiting.append({call, promise, refusal});
    if (m_waiting.size() > 1)
        return;
    const Promise refreshed;
    refreshed.future().then(this, [this, generation = m_sessionGeneration](const ApiResult& result) {
        const QList<Waiting> waiting = std::exchange(m_waiting, {});
        if (generation != m_sessionGeneration) {
            // Somebody else has signed in, or nobody is any more: these tokens are not theirs.
        } else if (result) {
            const QJsonObject json = result->json();
            m_tokens = {json[u"accessToken"_s].toString(), json[u"refreshToken"_s].toString(), m_tokens.device};
        } else if (isTakenOver(result.error())) {
            end(result.error());
        } else if (result.error().kind == ErrorKind::Unauthorized) {
            m_tokens = {};
            expire();
        }
        for (const Waiting& one : waiting) {
            if (result)
                start(one.call, one.promise, false);
            else
                one.promise.give(tl::unexpected(one.refusal));
        }
    });
    QJsonObject body{{u"refreshToken"_s, m_tokens.refresh}};
    if (!m_tokens.device.isEmpty())
        body[u"device"_s] = m_tokens.device;
    start(ApiCall::post(u"sessions/refresh"_s, body), refreshed, false);
}

void ApiClient::expire()
{
    if (!std::exchange(m_expired, true))
        Q_EMIT sessionExpired();
}

void ApiClient::end(const Error& why)
{
    m_tokens = {};
    if (!std::exchange(m_expired, true))
        Q_EMIT takenOver(why);
}

void ApiClient::setOnline(bool online)
{
    m_clock->setOnline(online);
    if (m_online == online)
        return;
    m_online = online;
    Q_EMIT onlineChanged(online);
}

} // namespace syncing
