// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/caserecord.h"

namespace core {

/// A visit that ended with an answer given and no application (咨询). It says nothing of who asked; the hall is the session's.
struct Enquiry
{
    QString id; ///< UUIDv7
    NamedCode item;
    NamedCode scenario = {}; ///< empty: it was not decided
    bool guidePrinted = false;
    QString remark = {};
    QDateTime at = {};
    bool offline = false;
    QString window = {}; ///< its code
    QString clerk = {};  ///< number

    friend bool operator==(const Enquiry&, const Enquiry&) = default;

    [[nodiscard]] QJsonObject toJson() const;
    /// Fails with `case.field` and the JSON pointer of the field that is missing or wrong.
    static Result<Enquiry> fromJson(const QJsonObject& json);
};

constexpr int LongestRemark = 200;
/// Whether a remark holds the number of a phone or a certificate, which has no place there.
bool namesSomebody(const QString& remark);

} // namespace core
