// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/deadlines.h"

#include <QHash>

namespace core {

enum class MaterialStatus {
    Missing,
    Present,
    Reused,
    ELicence,
    WrongCorrectable, ///< can be put right here and now
    Wrong,
};

enum class CreditStanding { Unknown, Clear, Barred };

/// What a window may decide (行政许可法 art. 32 and local deferral rules).
enum class Outcome {
    Undetermined, ///< no item, scenario or applicant yet
    NotOurs,
    CorrectOnSpot,
    Complete,
    Deferrable,      ///< complete but for deferrable secondary materials
    DeferredReceipt, ///< the papers stay, no clock runs
    Incomplete,      ///< one-time notice
};

enum class ReasonLevel { Ok, Warning, Blocking };

/// One rule that was looked at. `code` is stable; `material` is set where the rule is about one.
struct Reason
{
    ReasonLevel level = ReasonLevel::Ok;
    QString code;
    QString material = {};
    QStringList facts = {};

    friend bool operator==(const Reason&, const Reason&) = default;
};

/// Everything a verdict depends on.
struct VerdictInput
{
    const ServiceItem* item = nullptr;
    QString scenarioCode;
    QHash<QString, MaterialStatus> materials; ///< by code; what is not named is missing
    bool applicantComplete = false;
    bool hasAgent = false;
    bool agentAuthorised = false;
    bool commitmentAgreed = false;
    bool notOurs = false;
    bool leavesPapers = false;
    CreditStanding credit = CreditStanding::Unknown;
    int grantedDeferrals = 0; ///< a supervisor lets so many be deferred
    bool barLifted = false;   ///< a supervisor lets this case be deferred in spite of the bar
    QString openCase;         ///< number of another case of this holder for this item that is still open
    QDate today;
};

/// The verdict and every reason that led to it, in the order a clerk would check them.
struct Verdict
{
    Outcome outcome = Outcome::Undetermined;
    bool permitted = false; ///< the outcome's act can be done now
    QList<Reason> reasons;
    QStringList missing; ///< material codes in checklist order
    Deadlines deadlines;

    [[nodiscard]] bool hasReason(const QString& code) const;
};

/// Why a material can or cannot be deferred: `deferral.allowed`, `.key-material`, `.not-deferrable`, `.item-forbids`,
/// `.no-time`.
Reason whyDeferrable(const ServiceItem& item, const MaterialRequirement& requirement);

Verdict decide(const VerdictInput& input, const WorkCalendar& calendar);

} // namespace core
