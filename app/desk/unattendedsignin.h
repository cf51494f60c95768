// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/advice.h"
#include "app/store/credentials.h"
#include "app/sync/signin.h"

#include <QTimer>

namespace desk {

/// Signs a machine in that nobody sits at, and again whenever that is needed: with the account it was told of, or with the one that
/// somebody typed once, kept sealed. A back office that does not answer is asked again. Lives on the UI thread.
class UnattendedSignIn : public QObject
{
    Q_OBJECT

public:
    /// They outlive it.
    struct Sources
    {
        syncing::ApiClient& api;
        syncing::SignIn& signIn;
        std::shared_ptr<store::Store> store;
    };

    explicit UnattendedSignIn(const Sources& sources);

    /// `told` may be empty.
    void begin(const store::OwnAccount& told);
    /// By hand; kept when it is right.
    void submit(const store::OwnAccount& typed);

Q_SIGNALS:
    void signedIn(const core::NamedCode& hall);
    /// Somebody has to sign in by hand. The advice is empty where nothing was tried.
    void handNeeded(const desk::Advice& advice);

private:
    void tryNext();
    void attempt(const store::OwnAccount& account, bool typed);
    void refused(const core::Error& error, bool typed);
    void keep(const store::OwnAccount& account);

    Sources m_sources;
    QList<store::OwnAccount> m_accounts; ///< to be tried, the first one next
    Advice m_lastAdvice;
    QTimer m_again;
};

} // namespace desk
