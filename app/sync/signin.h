// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/caserecord.h"
#include "app/store/store.h"
#include "app/sync/apiclient.h"

#include <QElapsedTimer>

namespace syncing {

/// Who works at which window of which hall.
struct Workplace
{
    core::NamedCode clerk;
    QString role;
    core::NamedCode window;
    core::NamedCode hall;
    bool offline = false; ///< signed in without the back office
};

/// What a clerk types, and whether it may end a session elsewhere.
struct SignInWords
{
    QString clerk;
    QString password;
    QString window;
    bool takeOver = false;
};

/// Signs a clerk in, or a screen: with the back office, or without it for a while after the last time with it.
class SignIn : public QObject
{
    Q_OBJECT

public:
    enum class Use { Window, Display };

    /// `hall`: the only one this machine is for; empty: any.
    SignIn(ApiClient& api, std::shared_ptr<store::Store> store, std::shared_ptr<ServerClock> clock, QString hall = {},
           Use use = Use::Window);

    /// Fails with `server.wrong-credentials`, `server.account-locked`, `server.unknown-window`, `sign-in.role` or
    /// `sign-in.not-display`, `sign-in.other-hall`, `net.not-configured`, unless it may take over with `sign-in.elsewhere` (window,
    /// since when) or `sign-in.occupied` (window, since when, by whom), or without the network `sign-in.locked` (minutes) and as
    /// store::signInOffline does. With no `offlineHours` nothing is kept, and it fails as the call did.
    QFuture<core::Result<Workplace>> signIn(const SignInWords& words, int offlineHours);
    QFuture<ApiResult> signOut();

private:
    using Entered = core::Result<Workplace>;

    QFuture<ApiResult> ask(const SignInWords& words);
    QFuture<Entered> online(const SignInWords& words, int offlineHours, const QJsonObject& answer);
    QFuture<Entered> offline(const SignInWords& words, int offlineHours);
    void countOfflineFailure(const QString& clerk);

    ApiClient& m_api;
    std::shared_ptr<store::Store> m_store;
    std::shared_ptr<ServerClock> m_clock;
    QString m_hall;
    Use m_use;
    QString m_device; ///< this machine, as it was named last
    struct Failures
    {
        int count = 0;
        QElapsedTimer since;
    };
    QHash<QString, Failures> m_offlineFailures; ///< by clerk; as strict as the back office is online
};

} // namespace syncing
