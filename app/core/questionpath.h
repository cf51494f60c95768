// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/serviceitem.h"

#include <optional>

namespace core {

/// What the answers given so far leave of an item's scenarios.
struct QuestionPath
{
    struct Step
    {
        QString question;
        QString answer;
    };

    QList<Step> given;
    std::optional<ScenarioQuestion> open; ///< what is to be asked next
    QStringList scenarios;                ///< codes that are still possible, in the item's order

    /// The scenario that is left; empty while there are several.
    [[nodiscard]] QString decided() const { return scenarios.size() == 1 ? scenarios.constFirst() : QString(); }
};

/// The item's own questions; where it has none, the one over its scenarios, as far as digits reach.
QList<ScenarioQuestion> questionsOf(const ServiceItem& item);
/// Follows answers from the first question, each by its place from 0; what does not fit ends the path before it.
QuestionPath pathOf(const ServiceItem& item, const QList<int>& answers);

/// A material as a guide shows it.
struct GuideMaterial
{
    MaterialRequirement requirement;
    bool always = true; ///< whichever of the scenarios it turns out to be
};
/// What the scenarios ask for: of one in its order, of several in the item's.
QList<GuideMaterial> materialsOf(const ServiceItem& item, const QStringList& scenarios);

} // namespace core
