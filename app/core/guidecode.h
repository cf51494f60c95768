// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/catalogue.h"

#include <optional>

namespace core {

// The code on a checklist: item code and scenario, for a barcode gun to type where items are looked for.

QString guideCode(const ServiceItem& item, const Scenario& scenario);

/// What such a code names in a catalogue, which must live on.
struct GuideTarget
{
    const ServiceItem* item = nullptr;
    const Scenario* scenario = nullptr;
};
/// Guns may change case and add spaces. Empty for anything else.
std::optional<GuideTarget> guideTarget(const Catalogue& catalogue, const QString& typed);

} // namespace core
