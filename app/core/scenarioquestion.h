// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QString>

namespace core {

/// A question whose answers narrow the scenario (情形引导). Each answer has a digit and leads to a scenario or to the next question.
struct ScenarioQuestion
{
    struct Answer
    {
        QString text;
        QString scenario = {}; ///< code; empty: `next` goes on
        QString next = {};     ///< code of a question
    };

    QString code;
    QString text; ///< empty: which scenario it is
    QList<Answer> answers;
};

constexpr int MostAnswers = 9; ///< digits

} // namespace core
