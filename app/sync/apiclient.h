// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/error.h"
#include "app/store/answer.h"
#include "app/sync/serverclock.h"

#include <QFuture>
#include <QHash>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QUrl>

#include <memory>

namespace syncing {

/// One call of the contract.
struct ApiCall
{
    QByteArray method = "GET";
    QString path; ///< below /v1, for example "cases/0190…"
    QByteArray body = {};
    QByteArray contentType = "application/json";
    QHash<QByteArray, QByteArray> headers = {};
    int timeoutMs = 15'000;
    bool isGlance = false; ///< given up soon, which says nothing of the network

    static ApiCall put(const QString& path, const QJsonObject& body);
    static ApiCall post(const QString& path, const QJsonObject& body);
};

struct ApiReply
{
    int status = 0;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;

    [[nodiscard]] QJsonObject json() const;
    [[nodiscard]] QByteArray header(const QByteArray& name) const { return headers.value(name); }
};

struct Tokens
{
    QString access;
    QString refresh;
    QString device = {}; ///< the machine that the refresh token is good for
};

using ApiResult = core::Result<ApiReply>;

/// Speaks HTTP with the back office: bearer token, refresh on 401, problem+json to causes, time from every answer of its own.
/// Lives on the network thread; `call` and `setTokens` are thread-safe.
///
/// Causes: `net.offline`, `net.timeout` (nothing is known to have happened), `server.busy` and `server.account-locked`
/// (408, 425, 429, 5xx; facts: Retry-After in seconds and in minutes), `server.<problem type>` for 4xx (facts: title,
/// request id, reason or number or what is wrong), `sign-in.elsewhere` and `sign-in.occupied` as SignIn says, `session.moved` and
/// `session.taken` where `takenOver` was told (facts: the window), `net.in-between` for an answer that is not the back office's own,
/// `server.nonsense` for anything that is not the contract.
class ApiClient : public QObject
{
    Q_OBJECT

public:
    ApiClient(QUrl base, std::shared_ptr<ServerClock> clock);

    QFuture<ApiResult> call(const ApiCall& call);
    void setTokens(const Tokens& tokens);
    void setLanguage(const QString& language);
    /// Ends all calls under way with `net.offline`, and those that come after. On the client's own thread.
    void stop();
    /// The back office's time, UTC, as far as it is known. Thread-safe.
    [[nodiscard]] QDateTime now() const;
    [[nodiscard]] QUrl url(const QString& path) const;
    [[nodiscard]] QNetworkRequest request(const QString& path) const;

Q_SIGNALS:
    void onlineChanged(bool online);
    /// The refresh token was refused: somebody has to sign in again.
    void sessionExpired();
    /// Who was signed in here is at another window now (`session.moved`), or somebody else is at this one (`session.taken`).
    void takenOver(const core::Error& error);

private:
    using Promise = store::Answer<ApiResult>;

    [[nodiscard]] QByteArray bearer() const;
    void start(const ApiCall& call, const Promise& promise, bool mayRefresh);
    void finished(QNetworkReply* reply, const ApiCall& call, const Promise& promise, bool mayRefresh);
    void refreshThen(const ApiCall& call, const Promise& promise, const core::Error& refusal);
    void expire();
    void end(const core::Error& why);
    void setOnline(bool online);

    struct Waiting
    {
        ApiCall call;
        Promise promise;
        core::Error refusal;
    };

    QUrl m_base;
    std::shared_ptr<ServerClock> m_clock;
    QNetworkAccessManager m_network;
    Tokens m_tokens;
    QList<Waiting> m_waiting;    ///< for the refresh under way
    int m_sessionGeneration = 0; ///< raised by each sign-in and sign-out
    bool m_expired = false;      ///< said once for each sign-in
    QByteArray m_language = "zh-CN";
    bool m_online = false;
    bool m_stopped = false;
};

} // namespace syncing
