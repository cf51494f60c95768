// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backoffice/service.h"

namespace backoffice {

enum class SubjectKind { Case, Ticket };

/// What is evaluated, once.
struct Subject
{
    SubjectKind kind = SubjectKind::Case;
    QString id;
};

struct Evaluation
{
    Subject of;
    QString number; ///< of the case or ticket
    QString window;
    QString clerk; ///< number
    QString item;  ///< its name, where it is known
    int level = 0; ///< as in core/evaluation.h
    QString reason;
    QString channel; ///< page, screen
    qint64 atMs = 0; ///< when it was given, if that was before now
};

/// Condition on `evaluation e`: of a visit whose case was evaluated, its ticket does not count beside it.
const QString OnceAVisit = QStringLiteral("NOT (e.subject_kind = 'ticket' AND EXISTS (SELECT 1 FROM evaluation o WHERE o.visit = e.visit "
                                          "AND o.visit <> '' AND o.subject_kind = 'case'))");

[[nodiscard]] bool isEvaluated(const Context& context, const Subject& subject);
/// False where it has been evaluated before.
bool addEvaluation(const Context& context, const QString& hall, const Evaluation& evaluation);

} // namespace backoffice
