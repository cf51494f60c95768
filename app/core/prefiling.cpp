// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/prefiling.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// What is known at the counter is newer than what was typed at home.
Party completed(Party party, const Party& online)
{
    const bool same = party.certificate == online.certificate;
    if (party.name.isEmpty() && party.certificate.number.isEmpty())
        return online;
    if (!same)
        return party;
    for (QString Party::* field : {&Party::phone, &Party::address, &Party::legalRepresentative}) {
        if ((party.*field).isEmpty())
            party.*field = online.*field;
    }
    return party;
}

} // namespace

QJsonObject Prefiling::toJson() const
{
    QJsonObject json{{u"id"_s, id},
                     {u"number"_s, number},
                     {u"item"_s, namedToJson(item)},
                     {u"scenario"_s, namedToJson(scenario)},
                     {u"submittedAt"_s, isoTime(submittedAt)}};
    if (!applicant.name.isEmpty())
        json[u"applicant"_s] = partyToJson(applicant);
    if (agent)
        json[u"agent"_s] = partyToJson(*agent);
    if (!materials.isEmpty())
        json[u"materials"_s] = materialsToJson(materials);
    return json;
}

Result<Prefiling> Prefiling::fromJson(const QJsonObject& json)
{
    const auto wrong = [](const QString& field) { return fail(ErrorKind::BadAnswer, u"case.field"_s, {u'/' + field}); };
    Prefiling prefiling{json[u"id"_s].toString(), json[u"number"_s].toString(), namedFromJson(json[u"item"_s]),
                        namedFromJson(json[u"scenario"_s]), QDateTime::fromString(json[u"submittedAt"_s].toString(), Qt::ISODate)};
    if (prefiling.id.isEmpty())
        return wrong(u"id"_s);
    if (prefiling.item.code.isEmpty())
        return wrong(u"item"_s);
    if (!prefiling.submittedAt.isValid())
        return wrong(u"submittedAt"_s);
    if (json.contains(u"applicant"_s))
        prefiling.applicant = partyFromJson(json[u"applicant"_s].toObject());
    if (json.contains(u"agent"_s))
        prefiling.agent = partyFromJson(json[u"agent"_s].toObject());
    const auto materials = materialsFromJson(json[u"materials"_s].toArray());
    if (!materials)
        return wrong(u"materials"_s);
    prefiling.materials = *materials;
    return prefiling;
}

IntakeDraft takenOver(const IntakeDraft& draft, const Prefiling& prefiling)
{
    IntakeDraft result = draft;
    result.prefiling = prefiling.id;
    result.itemCode = prefiling.item.code;
    result.scenarioCode = prefiling.scenario.code;
    result.applicant = completed(draft.applicant, prefiling.applicant);
    if (prefiling.agent && !draft.hasAgent) {
        result.hasAgent = true;
        result.agent = *prefiling.agent;
        result.agentAuthorised = false; // that is seen at the counter
    }
    for (const MaterialRecord& material : prefiling.materials) {
        DraftMaterial& held = result.materials[material.code];
        if (held.status == MaterialStatus::Missing && !material.pages.isEmpty())
            held = {MaterialStatus::Reused, material.pages, {}, prefiling.number};
    }
    result.step = IntakeStep::Materials;
    return result;
}

} // namespace core
