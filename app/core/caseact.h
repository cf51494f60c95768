// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/correction.h"

namespace core {

/// Something done to a case after it was taken in: who, when, why, and what it brings. Window and back office apply it by the
/// same rules.
struct ActRecord
{
    QString id; ///< UUIDv7
    QString caseId;
    CaseAct act = CaseAct::Supplement;
    NamedCode window;
    NamedCode clerk;
    QDateTime at;
    bool offline = false; ///< `at` was measured without the back office
    QString reason;
    QList<MaterialRecord> materials;  ///< what arrived, or fell short again
    QList<DeferredMaterial> deferred; ///< with AcceptDeferred; with Resume: what is owed, by its new day
    std::optional<QDate> statutoryUntil = {};
    std::optional<QDate> promisedUntil = {};
    std::optional<QDate> until = {}; ///< with Extend: the new deadline; otherwise the record's `waitsUntil`
    QList<PaperRecord> papers = {};
    QString result = {};                       ///< with Decide: granted or denied
    QString recipient = {};                    ///< with Deliver: who took it, or the tracking number of the post
    bool byPost = false;                       ///< with Deliver
    QString procedure = {};                    ///< with Suspend: the excluded procedure; empty: a supplement is overdue
    std::optional<Refusal> refusal = {};       ///< with Refuse
    std::optional<Correction> correction = {}; ///< with Correct

    friend bool operator==(const ActRecord&, const ActRecord&) = default;

    [[nodiscard]] QJsonObject toJson() const;
    /// Fails with `case.field` and the JSON pointer of the first field that is missing or wrong.
    static Result<ActRecord> fromJson(const QJsonObject& json);
};

/// Acts that need a reason that the applicant could be told.
bool needsReason(CaseAct act);

/// The case after the act, its version raised. Fails with `case.transition`, `act.reason-needed`, `act.not-deferred` (facts: the
/// material), `act.nothing-arrived`, `act.extended-already`, `act.until`, `act.supplement-open` (facts: how many are missing),
/// `act.recipient-needed`, `act.result`, `act.silence-passed` (the case counts as accepted), `act.noticed-already`,
/// `act.suspended-already`, `act.not-suspended`, `act.commitment-kept` `act.refusal` (reason or legal basis is missing),
/// or as `correct` does.
Result<CaseRecord> applyAct(const CaseRecord& before, const ActRecord& act);

QList<PageRef> capturedOf(const ActRecord& act);

} // namespace core
