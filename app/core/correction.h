// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/caserecord.h"

namespace core {

/// What was written wrong when a case was taken in, as it should read (更正). What it was before stays in the trace of the case.
/// Another item or other materials are another application: such a case is voided. Personal data.
struct Correction
{
    Party applicant;
    std::optional<Party> agent;
    QString postTo;

    friend bool operator==(const Correction&, const Correction&) = default;

    [[nodiscard]] QJsonObject toJson() const;
    static Correction fromJson(const QJsonObject& json);
};

/// The same fields as they stand.
Correction correctionOf(const CaseRecord& record);
/// Whose case it is changes, not only how they are reached: that needs a supervisor.
bool changesIdentity(const CaseRecord& record, const Correction& correction);
/// Fails with `act.nothing-corrected`, or `act.correction-party` where a party would come, go, or be of another kind.
Result<void> correct(CaseRecord& record, const Correction& correction, const QDateTime& at);

} // namespace core
