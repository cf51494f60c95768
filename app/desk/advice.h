// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/caselife.h"
#include "app/core/error.h"
#include "app/core/verdict.h"

namespace desk {

/// A cause in the clerk's words: what happened, and what to do (with the key that does it). `code` goes in small print.
struct Advice
{
    QString what;
    QString next;
    QString code;

    [[nodiscard]] QString text() const { return next.isEmpty() ? what : what + QChar(u' ') + next; }
};

Advice adviceFor(const core::Error& error);
/// A verdict's reason; `material` is the name of the material it is about.
QString wordsFor(const core::Reason& reason, const QString& material);
QString outcomeWords(core::Outcome outcome);
/// Where a case stands, for lists.
QString stateWords(core::CaseState state);

} // namespace desk
