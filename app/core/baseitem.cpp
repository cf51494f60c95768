// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/baseitem.h"

#include "app/core/recordbuilder.h"

namespace core {

namespace {

MaterialRequirement requirementFrom(const MaterialRecord& material)
{
    MaterialRequirement requirement;
    requirement.code = material.code;
    requirement.name = material.name;
    requirement.form = material.form;
    requirement.count = material.count;
    return requirement;
}

} // namespace

ServiceItem itemOfCase(const CaseRecord& record, const ServiceItem* known)
{
    ServiceItem item;
    if (known) {
        item = *known;
    } else {
        item.code = record.item.code;
        item.name = record.item.name;
        item.department = record.department;
    }
    item.statutoryDays = record.statutoryDays; // as it was promised
    item.promisedDays = record.promisedDays;
    Scenario then{record.scenario.code, record.scenario.name, {}};
    for (const MaterialRecord& material : record.materials) {
        if (material.code == Authorisation) // is no line of a checklist
            continue;
        then.materialCodes.append(material.code);
        if (!item.material(material.code))
            item.materials.append(requirementFrom(material));
    }
    item.scenarios.removeIf([&](const Scenario& one) { return one.code == then.code; });
    item.scenarios.append(then);
    return item;
}

} // namespace core
