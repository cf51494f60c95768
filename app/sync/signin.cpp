// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/sync/signin.h"

#include "app/store/credentials.h"

using namespace Qt::StringLiterals;

namespace syncing {

namespace {

constexpr int FailuresAllowed = 5;
constexpr qint64 LockMs = 5LL * 60 * 1000;

core::Result<Workplace> workplaceFrom(const QJsonObject& json, SignIn::Use use, bool offline)
{
    Workplace place;
    place.clerk = {json[u"clerk"_s][u"number"_s].toString(), json[u"clerk"_s][u"name"_s].toString()};
    place.role = json[u"clerk"_s][u"role"_s].toString();
    place.window = {json[u"window"_s][u"code"_s].toString(), json[u"window"_s][u"name"_s].toString()};
    place.hall = {json[u"hall"_s][u"code"_s].toString(), json[u"hall"_s][u"name"_s].toString()};
    place.offline = offline;
    if (use == SignIn::Use::Display && place.role != u"display")
        return core::fail(core::ErrorKind::Forbidden, u"sign-in.not-display"_s);
    if (use == SignIn::Use::Window && place.role != u"clerk" && place.role != u"supervisor")
        return core::fail(core::ErrorKind::Forbidden, u"sign-in.role"_s);
    if (place.clerk.code.isEmpty() || place.clerk.name.isEmpty() || place.window.code.isEmpty() || place.hall.code.isEmpty())
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

SignIn::SignIn(ApiClient& api, std::shared_ptr<store::Store> store, std::shared_ptr<ServerClock> clock, QString hall, Use use)
    : m_api(api), m_store(std::move(store)), m_clock(std::move(clock)), m_hall(std::move(hall)), m_use(use)
{
}

QFuture<SignIn::Entered> SignIn::signIn(const SignInWords& words, int offlineHours)
{
    if (m_api.url({}).host().isEmpty())
        return QtFuture::makeReadyFuture(Entered(core::fail(core::ErrorKind::InvalidInput, u"net.not-configured"_s)));
    return ask(words)
        .then(this,
              [this, words, offlineHours](const ApiResult& reply) -> QFuture<Entered> {
                  if (reply)
                      return online(words, offlineHours, reply->json());
                  const core::Error& error = reply.error();
                  const bool locked = error.code == u"server.account-locked";
                  if (offlineHours > 0 && !locked &&
                      (error.kind == core::ErrorKind::Offline || error.kind == core::ErrorKind::Timeout ||
                       error.kind == core::ErrorKind::Busy))
                      return offline(words, offlineHours);
                  return QtFuture::makeReadyFuture(Entered(tl::unexpected(error)));
              })
        .unwrap();
}

/// A machine whose disk is full has no name, and is asked about the session that it left itself.
QFuture<ApiResult> SignIn::ask(const SignInWords& words)
{
    return m_store->write([](store::Session& session) { return store::ownDevice(session); })
        .then(this,
              [this, words](const core::Result<QString>& device) {
                  QJsonObject body{{u"clerk"_s, words.clerk}, {u"password"_s, words.password}, {u"window"_s, words.window}};
                  m_device = device.value_or(QString());
                  if (device)
                      body[u"device"_s] = *device;
                  if (words.takeOver)
                      body[u"takeOver"_s] = true;
                  return m_api.call(ApiCall::post(u"sessions"_s, body));
              })
        .unwrap();
}

QFuture<SignIn::Entered> SignIn::online(const SignInWords& words, int offlineHours, const QJsonObject& answer)
{
    const auto place = workplaceFrom(answer, m_use, false);
    if (!place)
        return QtFuture::makeReadyFuture(place);
    if (!m_hall.isEmpty() && place->hall.code != m_hall)
        return QtFuture::makeReadyFuture(
            Entered(core::fail(core::ErrorKind::Forbidden, u"sign-in.other-hall"_s, {place->hall.name, m_hall})));
    m_api.setTokens({answer[u"accessToken"_s].toString(), answer[u"refreshToken"_s].toString(), m_device});
    if (offlineHours == 0)
        return QtFuture::makeReadyFuture(place);
    const qint64 nowMs = m_clock->now().time.toMSecsSinceEpoch();
    return m_store
        ->write([=](store::Session& session) {
            return store::rememberSignIn(session, words.clerk, words.password, withoutTokens(answer), nowMs).map([&] { return *place; });
        })
        .then([place](const Entered&) { return place; }); // a full disk does not keep anybody out
}

QFuture<SignIn::Entered> SignIn::offline(const SignInWords& words, int offlineHours)
{
    m_api.setTokens({});
    Failures& failures = m_offlineFailures[words.clerk];
    if (failures.count >= FailuresAllowed && !failures.since.hasExpired(LockMs)) {
        const qint64 minutes = (LockMs - failures.since.elapsed()) / 60'000 + 1;
        return QtFuture::makeReadyFuture(
            Entered(core::fail(core::ErrorKind::Unauthorized, u"sign-in.locked"_s, {QString::number(minutes)})));
    }
    const qint64 nowMs = m_clock->now().time.toMSecsSinceEpoch();
    auto tried = m_store->read([=, use = m_use](store::Session& session) {
        return store::signInOffline(session, words.clerk, words.password, nowMs, offlineHours * 3'600'000LL)
            .and_then([&](const QJsonObject& json) {
                const auto place = workplaceFrom(json, use, true);
                if (place && place->window.code != words.window)
                    return Entered(core::fail(core::ErrorKind::Offline, u"sign-in.other-window"_s, {place->window.name}));
                return place;
            });
    });
    return tried.then(this, [this, clerk = words.clerk](const Entered& place) {
        if (place)
            m_offlineFailures.remove(clerk);
        else if (place.error().kind == core::ErrorKind::Unauthorized)
            countOfflineFailure(clerk);
        return place;
    });
}

void SignIn::countOfflineFailure(const QString& clerk)
{
    Failures& failures = m_offlineFailures[clerk];
    failures.count = failures.count >= FailuresAllowed ? 1 : failures.count + 1;
    failures.since.start();
}

QFuture<ApiResult> SignIn::signOut()
{
    auto done = m_api.call({"DELETE", u"sessions/current"_s});
    m_api.setTokens({}); // the call has its token already; whoever signs in next gets their own
    return done;
}

} // namespace syncing
