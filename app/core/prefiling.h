// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/intakedraft.h"

namespace core {

/// What was submitted online beforehand (网上预审件). A search names it; taking it over brings the parties and the files.
/// Personal data.
struct Prefiling
{
    QString id;
    QString number;
    NamedCode item;
    NamedCode scenario;
    QDateTime submittedAt;
    Party applicant = {};
    std::optional<Party> agent = {};
    QList<MaterialRecord> materials = {};

    friend bool operator==(const Prefiling&, const Prefiling&) = default;

    [[nodiscard]] QJsonObject toJson() const;
    /// Fails with `case.field` and the JSON pointer of the field that is missing or wrong.
    static Result<Prefiling> fromJson(const QJsonObject& json);
};

/// The intake that goes on with it: what is typed and captured already stays, the files stand in for what is missing.
IntakeDraft takenOver(const IntakeDraft& draft, const Prefiling& prefiling);

} // namespace core
