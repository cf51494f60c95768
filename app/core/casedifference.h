// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/caserecord.h"

namespace core {

/// A field in which two versions of a case differ. Values as they stand in JSON: wire names and ISO dates. May be personal data.
struct CaseDifference
{
    QString field;    ///< name in the contract, for example "state" or "applicant.phone"
    QString material; ///< its name, where the field is one of a material
    QString ours;
    QString theirs;

    friend bool operator==(const CaseDifference&, const CaseDifference&) = default;
};

/// Every field that a clerk would have to decide about, in the order of the case page. Versions, papers and page hashes are no
/// such fields.
QList<CaseDifference> differences(const CaseRecord& ours, const CaseRecord& theirs);

} // namespace core
