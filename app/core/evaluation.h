// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/workcalendar.h"

#include <QDateTime>
#include <QJsonObject>

namespace core {

// What applicants say of a visit (好差评). It is theirs to give, or not; a clerk neither sets nor sees it.

/// 5 very satisfied … 1 very dissatisfied.
constexpr int BestLevel = 5;
constexpr int WorstLevel = 1;
constexpr int LeastGoodLevel = 3;        ///< whoever gives less is to be heard
constexpr qsizetype LongestReason = 200; ///< characters

enum class EvaluationOf { Case, Ticket };

/// One as it is given at a window.
struct GivenEvaluation
{
    EvaluationOf of = EvaluationOf::Case;
    QString subject; ///< id of the case or ticket
    QString item;    ///< its name
    int level = 0;
    QDateTime at = {};

    [[nodiscard]] QJsonObject toJson() const;
};

/// A level that is to be followed up.
bool isBad(int level);
/// The day up to which it is to be followed up. Fails with `calendar.not-covered`.
Result<QDate> followedUpUntil(const QDate& given, const WorkCalendar& calendar);
/// At most `LongestReason` characters, none of them a control character.
QString trimmedReason(const QString& text);
/// 非常满意 … 非常不满意.
QString levelWords(int level);

} // namespace core
