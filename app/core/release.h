// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/error.h"

#include <QHash>
#include <QJsonObject>
#include <QTime>

namespace core {

/// A version of this program that a hall may install. It counts only once its signature was checked.
struct Release
{
    QString version;               ///< 1.2.3
    QString platform;              ///< linux-x86_64, windows-x86_64
    QString sha256;                ///< of the installer, 64 hex digits in lower case
    qint64 size = 0;               ///< of the installer, bytes
    QHash<QString, QString> notes; ///< by language

    /// Fails with `release.invalid` (the field at fault).
    static Result<Release> fromJson(const QJsonObject& json);
    [[nodiscard]] QJsonObject toJson() const;

    friend bool operator==(const Release&, const Release&) = default;
};

/// Whether `version` is later than `running`. What cannot be read as numbers never is.
bool isLater(const QString& version, const QString& running);

/// What a hall wants done with a new version.
enum class UpdatePolicy {
    Off,    ///< not even looked for
    Offer,  ///< brought and checked; a clerk starts it at sign-in
    Night,  ///< by itself between 20:00 and 6:00 while nobody is signed in; offered as well
    Always, ///< by itself whenever nobody is signed in
};

/// `off`, `offer`, `night`, `always`; anything else fails with `settings.updates`.
Result<UpdatePolicy> updatePolicyFrom(const QString& word);
/// Whether a version that is ready goes in without anybody's word. `now` is the hall's time.
bool installsByItself(UpdatePolicy policy, QTime now, bool signedIn);

} // namespace core
