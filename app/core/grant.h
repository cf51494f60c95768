// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/serviceitem.h"
#include "app/core/verdict.h"

#include <QDateTime>
#include <QJsonObject>

namespace core {

/// A rule that a supervisor sets aside for one case, or does not.
struct Grant
{
    enum class Answer { Open, Granted, Denied };

    QString id; ///< UUIDv7
    QString caseId;
    GrantKind kind = GrantKind::MoreDeferred;
    int materials = 0; ///< with MoreDeferred: how many may be deferred
    QString itemName;
    QString windowName;
    QString clerkName; ///< who asks
    QString reason;
    QDateTime askedAt;
    Answer answer = Answer::Open;
    QString answeredBy; ///< the supervisor's name
    QString answerReason;
    QDateTime answeredAt;

    friend bool operator==(const Grant&, const Grant&) = default;

    [[nodiscard]] QJsonObject toJson() const;
    /// Fails with `case.field` and the JSON pointer of the field that is missing or wrong.
    static Result<Grant> fromJson(const QJsonObject& json);
};

/// The exception that would let a deferral through, if one rule stands in its way and the item lets a supervisor set it aside.
std::optional<GrantKind> grantableOf(const ServiceItem& item, const Verdict& verdict);
/// What was granted, for the verdict.
void applyGrants(const QList<Grant>& grants, VerdictInput& input);

QString toWire(GrantKind kind);
Result<GrantKind> grantKindFromWire(const QString& wire);
QJsonArray grantsToJson(const QList<Grant>& grants);
/// What cannot be read is left out.
QList<Grant> grantsFromJson(const QJsonArray& json);

} // namespace core
