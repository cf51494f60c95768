// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/caserecord.h"

namespace core {

/// How a case stands, as its applicant is told (办理进度): in plain Chinese, without anything of the person.
struct Progress
{
    struct Owed
    {
        QString name;
        std::optional<QDate> until = {}; ///< nothing: as soon as possible
        QString shortfall = {};          ///< why what was brought is not enough

        friend bool operator==(const Owed&, const Owed&) = default;
    };

    QString state;
    QString next; ///< what comes next and by when, or what to do; may be empty
    QList<Owed> owed;
    bool ended = false;

    friend bool operator==(const Progress&, const Progress&) = default;
};

Progress progressOf(const CaseRecord& record);

} // namespace core
