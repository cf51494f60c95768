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

ServiceItem itemAsTakenIn(const CaseRecord& record)
{
    ServiceItem item;
    item.code = record.item.code;
    item.name = record.item.name;
    item.department = record.department;
    item.statutoryDays = record.statutoryDays;
    item.promisedDays = record.promisedDays;
    Scenario scenario{record.scenario.code, record.scenario.name, {}};
    for (const MaterialRecord& material : record.materials) {
        if (material.code == Authorisation) // is no line of a checklist
            continue;
        item.materials.append(requirementFrom(material));
        scenario.materialCodes.append(material.code);
    }
    item.scenarios = {scenario};
    return item;
}

QStringList codesOf(const QList<MaterialRecord>& materials)
{
    QStringList codes;
    for (const MaterialRecord& material : materials)
        codes.append(material.code);
    return codes;
}

QList<MaterialRequirement> askedOf(const CaseRecord& record, const QStringList& codes, const ServiceItem& item)
{
    QList<MaterialRequirement> asked;
    for (const MaterialRecord& material : record.materials) {
        if (!codes.contains(material.code) || material.code == Authorisation)
            continue;
        const MaterialRequirement* known = item.material(material.code);
        asked.append(known ? *known : requirementFrom(material));
    }
    return asked;
}

} // namespace core
