// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/store/session.h"

#include <QJsonObject>

namespace store {

/// What lets a clerk sign in without the network for a while after the last sign-in with it: an Argon2id verifier of
/// the password and the sealed answer of that sign-in.
core::Result<void> rememberSignIn(Session& session, const QString& clerk, const QString& password, const QJsonObject& answer, qint64 nowMs);
/// The remembered answer. Fails with `sign-in.never-online`, `sign-in.offline-expired` or `sign-in.wrong`.
core::Result<QJsonObject> signInOffline(Session& session, const QString& clerk, const QString& password, qint64 nowMs, qint64 validForMs);

/// What a machine signs in with that nobody sits at.
struct OwnAccount
{
    QString number;
    QString password;
    QString window;

    [[nodiscard]] bool isComplete() const { return !number.isEmpty() && !password.isEmpty() && !window.isEmpty(); }
    friend bool operator==(const OwnAccount&, const OwnAccount&) = default;
};

/// What the back office knows this machine by: random, made at the first question, and nothing else about it.
core::Result<QString> ownDevice(Session& session);

/// Kept sealed.
core::Result<void> keepOwnAccount(Session& session, const OwnAccount& account);
/// Empty where none was kept.
core::Result<OwnAccount> ownAccount(Session& session);

} // namespace store
