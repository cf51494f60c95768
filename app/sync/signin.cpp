// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/sync/signin.h"

#include "app/store/credentials.h"

using namespace Qt::StringLiterals;

namespace syncing {

namespace {

core::Result<Workplace> workplaceFrom(const QJsonObject& json, bool offline)
{
    Workplace place;
    place.clerk = {json[u"clerk"_s][u"number"_s].toString(), json[u"clerk"_s][u"name"_s].toString()};
    place.role = json[u"clerk"_s][u"role"_s].toString();
    place.window = {json[u"window"_s][u"code"_s].toString(), json[u"window"_s][u"name"_s].toString()};
    place.hall = {json[u"hall"_s][u"code"_s].toString(), json[u"hall"_s][u"name"_s].toString()};
    place.offline = offline;
    if (place.clerk.code.isEmpty() || place.window.code.isEmpty() || place.hall.code.isEmpty())
        return core::fail(core::ErrorKind::BadAnswer, u"server.nonsense"_s);
    return place;
}

/// What is kept for signing in offline: everything but the tokens.
QJsonObject withoutTokens(QJsonObject json)
{
    json.remove(u"accessToken"_s);
    json.remove(u"refreshToken"_s);
    return json;
}

} // namespace

SignIn::SignIn(ApiClient& api, std::shared_ptr<store::Store> store, std::shared_ptr<ServerClock> clock)
    : m_api(api), m_store(std::move(store)), m_clock(std::move(clock))
{
}

QFuture<core::Result<Workplace>> SignIn::signIn(const QString& clerk, const QString& password, const QString& window, int offlineHours)
{
    using Future = QFuture<core::Result<Workplace>>;
    const auto online = [this, clerk, password](const QJsonObject& json) -> Future {
        const auto place = workplaceFrom(json, false);
        if (!place)
            return QtFuture::makeReadyFuture(place);
        m_api.setTokens({json[u"accessToken"_s].toString(), json[u"refreshToken"_s].toString()});
        const qint64 nowMs = m_clock->now().time.toMSecsSinceEpoch();
        return m_store
            ->write([=](store::Session& session) {
                return store::rememberSignIn(session, clerk, password, withoutTokens(json), nowMs).map([&] { return *place; });
            })
            .then([place](const core::Result<Workplace>&) { return place; }); // a full disk does not keep anybody out
    };
    const auto offline = [this, clerk, password, window, offlineHours]() -> Future {
        m_api.setTokens({});
        const qint64 nowMs = m_clock->now().time.toMSecsSinceEpoch();
        return m_store->read([=](store::Session& session) {
            return store::signInOffline(session, clerk, password, nowMs, offlineHours * 3'600'000LL).and_then([&](const QJsonObject& json) {
                const auto place = workplaceFrom(json, true);
                if (place && place->window.code != window)
                    return core::Result<Workplace>(core::fail(core::ErrorKind::Offline, u"sign-in.other-window"_s, {place->window.name}));
                return place;
            });
        });
    };
    return m_api.call(ApiCall::post(u"sessions"_s, {{u"clerk"_s, clerk}, {u"password"_s, password}, {u"window"_s, window}}))
        .then(this,
              [online, offline](const ApiResult& reply) -> Future {
                  if (reply)
                      return online(reply->json());
                  const core::Error& error = reply.error();
                  const bool locked = error.code == u"server.busy" && error.facts.value(1) == u"429";
                  if (!locked && (error.kind == core::ErrorKind::Offline || error.kind == core::ErrorKind::Timeout ||
                                  error.kind == core::ErrorKind::Busy))
                      return offline();
                  return QtFuture::makeReadyFuture(core::Result<Workplace>(tl::unexpected(error)));
              })
        .unwrap();
}

QFuture<ApiResult> SignIn::signOut()
{
    return m_api.call({"DELETE", u"sessions/current"_s}).then([api = &m_api](const ApiResult& reply) {
        api->setTokens({});
        return reply;
    });
}

} // namespace syncing
