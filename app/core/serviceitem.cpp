// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/serviceitem.h"

#include <algorithm>

namespace core {

namespace {
template<class List> auto* byCode(const List& list, const QString& code)
{
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& entry) { return entry.code == code; });
    return found == list.end() ? nullptr : &*found;
}
} // namespace

const Scenario* ServiceItem::scenario(const QString& scenarioCode) const
{
    return byCode(scenarios, scenarioCode);
}

const MaterialRequirement* ServiceItem::material(const QString& materialCode) const
{
    return byCode(materials, materialCode);
}

QList<MaterialRequirement> ServiceItem::materialsOf(const QString& scenarioCode) const
{
    QList<MaterialRequirement> result;
    if (const Scenario* chosen = scenario(scenarioCode)) {
        for (const QString& materialCode : chosen->materialCodes) {
            if (const MaterialRequirement* requirement = material(materialCode))
                result.append(*requirement);
        }
    }
    return result;
}

} // namespace core
