// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/intakedraft.h"

namespace core {

/// A visit that another window handed over (转窗口办理): from where, by whom, since when. Its draft is fetched when it is taken.
struct Handover
{
    QString caseId;
    QString fromWindow; ///< its name
    QString clerk;      ///< the clerk's name
    QString reason;
    QString itemName; ///< empty: none was chosen yet
    QDateTime since;
    std::optional<IntakeDraft> draft = {}; ///< personal data

    friend bool operator==(const Handover&, const Handover&) = default;

    /// Fails with `case.field` and the JSON pointer of the field that is missing or wrong.
    static Result<Handover> fromJson(const QJsonObject& json);
};

/// A draft as it travels: without what only its own machine can undo.
IntakeDraft travelling(const IntakeDraft& draft);
/// One visit that was gone on with in two places: what was typed `here` stays, and pages that only the other one has are added; where
/// their place is taken, they wait to be sorted.
IntakeDraft joined(const IntakeDraft& here, const IntakeDraft& other);
/// The pages that travel with it, each once.
QList<PageRef> capturedOf(const IntakeDraft& draft);

} // namespace core
