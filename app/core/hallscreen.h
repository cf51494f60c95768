// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/error.h"

#include <QDateTime>
#include <QJsonObject>

namespace core {

// What everybody in the hall may see, from the hall's board. Numbers and windows; nobody's name.

/// A number that was called, and where to.
struct HallCall
{
    QString number;
    QString windowName;
    QDateTime at; ///< last call
    int calls = 1;

    friend bool operator==(const HallCall&, const HallCall&) = default;
};

struct ClassCount
{
    QString code;
    QString name; ///< empty: the hall gave it none
    int waiting = 0;

    friend bool operator==(const ClassCount&, const ClassCount&) = default;
};

struct HallScreen
{
    QDateTime at;
    QList<HallCall> calls; ///< the last ones of today, newest first
    QList<ClassCount> classes;
    QStringList notices;
    QStringList pausedWindows; ///< by name
    int openWindows = 0;

    [[nodiscard]] int waiting() const;

    /// The answer of GET /v1/halls/{hall}/board. Fails with `board.field` and what is missing.
    static Result<HallScreen> fromJson(const QJsonObject& json);
    friend bool operator==(const HallScreen&, const HallScreen&) = default;
};

} // namespace core
