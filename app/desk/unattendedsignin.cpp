// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/unattendedsignin.h"

#include <algorithm>

namespace desk {

namespace {

constexpr int AgainSeconds = 5;
constexpr int AfterTypingSeconds = 15; // who mistyped is left to type again
constexpr int LongestSeconds = 300;

/// Nothing is wrong with the account: it is a matter of time.
bool passes(const core::Error& error)
{
    using enum core::ErrorKind;
    return error.kind == Offline || error.kind == Timeout || error.kind == Busy || error.kind == BadAnswer;
}

} // namespace

UnattendedSignIn::UnattendedSignIn(const Sources& sources) : m_sources(sources)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &UnattendedSignIn::tryNext);
    connect(&sources.api, &syncing::ApiClient::sessionExpired, this, &UnattendedSignIn::tryNext);
}

void UnattendedSignIn::begin(const store::OwnAccount& told)
{
    if (told.isComplete())
        m_accounts.append(told);
    m_sources.store->read([](store::Session& session) { return store::ownAccount(session); })
        .then(this, [this](const core::Result<store::OwnAccount>& kept) {
            if (kept && kept->isComplete() && !m_accounts.contains(*kept))
                m_accounts.append(*kept);
            tryNext();
        });
}

void UnattendedSignIn::submit(const store::OwnAccount& typed)
{
    m_again.stop();
    attempt(typed, true);
}

void UnattendedSignIn::tryNext()
{
    if (m_accounts.isEmpty())
        Q_EMIT handNeeded(m_lastAdvice);
    else
        attempt(m_accounts.constFirst(), false);
}

void UnattendedSignIn::attempt(const store::OwnAccount& account, bool typed)
{
    m_sources.signIn.signIn({account.number, account.password, account.window}, 0)
        .then(this, [this, account, typed](const core::Result<syncing::Workplace>& place) {
            if (!place)
                return refused(place.error(), typed);
            m_accounts = {account};
            if (typed)
                keep(account);
            Q_EMIT signedIn(place->hall);
        });
}

void UnattendedSignIn::refused(const core::Error& error, bool typed)
{
    m_lastAdvice = adviceFor(error);
    if (typed) {
        if (!m_accounts.isEmpty()) // typing held them back
            m_again.start(std::chrono::seconds(passes(error) ? AgainSeconds : AfterTypingSeconds));
        return Q_EMIT handNeeded(m_lastAdvice);
    }
    if (!passes(error)) {
        if (m_accounts.size() > 1) {
            m_accounts.removeFirst();
            return tryNext();
        }
        Q_EMIT handNeeded(m_lastAdvice); // and it goes on trying: the account may be right, and the back office not whole yet
        return m_again.start(std::chrono::seconds(LongestSeconds));
    }
    const int wished = error.kind == core::ErrorKind::Busy ? error.facts.value(0).toInt() : 0;
    m_again.start(std::chrono::seconds(std::clamp(wished, AgainSeconds, LongestSeconds)));
}

void UnattendedSignIn::keep(const store::OwnAccount& account)
{
    m_sources.store->write([account](store::Session& session) { return store::keepOwnAccount(session, account); });
}

} // namespace desk
