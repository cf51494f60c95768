// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/intakedraft.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace core {

QJsonObject IntakeDraft::toJson() const
{
    QJsonObject materialMap;
    for (auto it = materials.cbegin(); it != materials.cend(); ++it)
        materialMap[it.key()] = QJsonObject{{u"status"_s, core::toWire(it->status)},
                                            {u"pages"_s, pagesToJson(it->pages)},
                                            {u"shortfall"_s, it->shortfall},
                                            {u"source"_s, it->source},
                                            {u"askedBecause"_s, it->askedBecause},
                                            {u"verified"_s, it->verified.has_value()},
                                            {u"verifiedBy"_s, verifiedToJson(it->verified)}};
    QJsonObject signatureJson;
    if (signature)
        signatureJson = {{u"image"_s, pagesToJson({signature->image})[0]}, {u"letter"_s, signature->letter}};
    QJsonObject editedMap;
    for (auto it = edited.cbegin(); it != edited.cend(); ++it)
        editedMap[it.key()] = editedPageToJson(*it);
    QJsonObject json{{u"caseId"_s, caseId},
                     {u"ticketId"_s, ticketId},
                     {u"ticketNumber"_s, ticketNumber},
                     {u"itemCode"_s, itemCode},
                     {u"scenarioCode"_s, scenarioCode},
                     {u"applicant"_s, partyToJson(applicant)},
                     {u"hasAgent"_s, hasAgent},
                     {u"agent"_s, partyToJson(agent)},
                     {u"agentAuthorised"_s, agentAuthorised},
                     {u"commitmentAgreed"_s, commitmentAgreed},
                     {u"signature"_s, signature ? QJsonValue(signatureJson) : QJsonValue()},
                     {u"materials"_s, materialMap},
                     {u"edited"_s, editedMap},
                     {u"step"_s, int(step)},
                     {u"focusMaterial"_s, focusMaterial},
                     {u"receivedAt"_s, receivedAt.toString(Qt::ISODateWithMs)}};
    if (!bundle.isEmpty()) {
        json[u"bundle"_s] = bundle;
        json[u"bundleStep"_s] = bundleStep;
    }
    if (!prefiling.isEmpty())
        json[u"prefiling"_s] = prefiling;
    if (refusal != Refusal{})
        json[u"refusal"_s] = refusalToJson(refusal);
    if (!noticeReason.isEmpty())
        json[u"noticeReason"_s] = noticeReason;
    if (!postTo.isEmpty())
        json[u"postTo"_s] = postTo;
    if (!grants.isEmpty())
        json[u"grants"_s] = grantsToJson(grants);
    if (!takenFor.number.isEmpty())
        json[u"takenFor"_s] = QJsonObject{{u"type"_s, core::toWire(takenFor.type)}, {u"number"_s, takenFor.number}};
    if (base)
        json[u"base"_s] = base->toJson();
    return json;
}

IntakeDraft IntakeDraft::fromJson(const QJsonObject& json)
{
    IntakeDraft draft;
    draft.caseId = json[u"caseId"_s].toString();
    draft.ticketId = json[u"ticketId"_s].toString();
    draft.ticketNumber = json[u"ticketNumber"_s].toString();
    draft.itemCode = json[u"itemCode"_s].toString();
    draft.scenarioCode = json[u"scenarioCode"_s].toString();
    draft.applicant = partyFromJson(json[u"applicant"_s].toObject());
    draft.hasAgent = json[u"hasAgent"_s].toBool();
    draft.agent = partyFromJson(json[u"agent"_s].toObject());
    draft.agentAuthorised = json[u"agentAuthorised"_s].toBool();
    draft.commitmentAgreed = json[u"commitmentAgreed"_s].toBool();
    const QJsonObject materialMap = json[u"materials"_s].toObject();
    for (auto it = materialMap.begin(); it != materialMap.end(); ++it) {
        const QJsonObject entry = it.value().toObject();
        draft.materials[it.key()] = {materialStatusFromWire(entry[u"status"_s].toString()).value_or(MaterialStatus::Missing),
                                     pagesFromJson(entry[u"pages"_s].toArray()),
                                     entry[u"shortfall"_s].toString(),
                                     entry[u"source"_s].toString(),
                                     entry[u"askedBecause"_s].toString(),
                                     verifiedFromJson(entry[u"verifiedBy"_s])};
    }
    if (const QJsonObject signature = json[u"signature"_s].toObject(); !signature.isEmpty())
        draft.signature = Signature{pagesFromJson({signature[u"image"_s]}).constFirst(), signature[u"letter"_s].toString()};
    const QJsonObject editedMap = json[u"edited"_s].toObject();
    for (auto it = editedMap.begin(); it != editedMap.end(); ++it) {
        if (const auto page = editedPageFromJson(it.value().toObject()))
            draft.edited.insert(it.key(), *page);
    }
    draft.step = IntakeStep(std::clamp(json[u"step"_s].toInt(), 0, int(IntakeStep::Papers)));
    draft.focusMaterial = json[u"focusMaterial"_s].toString();
    draft.receivedAt = QDateTime::fromString(json[u"receivedAt"_s].toString(), Qt::ISODateWithMs);
    draft.bundle = json[u"bundle"_s].toString();
    draft.bundleStep = json[u"bundleStep"_s].toInt();
    draft.prefiling = json[u"prefiling"_s].toString();
    draft.refusal = refusalFromJson(json[u"refusal"_s]);
    draft.noticeReason = json[u"noticeReason"_s].toString();
    draft.postTo = json[u"postTo"_s].toString();
    draft.grants = grantsFromJson(json[u"grants"_s].toArray());
    if (const QJsonObject holder = json[u"takenFor"_s].toObject(); !holder.isEmpty())
        draft.takenFor = {certificateTypeFromWire(holder[u"type"_s].toString()).value_or(CertificateType::CitizenId),
                          holder[u"number"_s].toString()};
    if (json.contains(u"base"_s)) {
        if (const auto base = CaseRecord::fromJson(json[u"base"_s].toObject()))
            draft.base = *base;
    }
    for (const MaterialRecord& material : draft.base ? draft.base->materials : QList<MaterialRecord>{}) {
        const bool said = materialMap[material.code][u"verified"_s].toBool(); // by a version that did not say who
        if (said && draft.materials.contains(material.code) && !draft.materials[material.code].verified)
            draft.materials[material.code].verified = material.verified;
    }
    return draft;
}

bool holdsSomebodys(const IntakeDraft& draft)
{
    return !draft.prefiling.isEmpty() || draft.commitmentAgreed || !draft.grants.isEmpty() ||
           std::any_of(draft.materials.begin(), draft.materials.end(),
                       [](const DraftMaterial& material) { return !material.source.isEmpty() || !material.askedBecause.isEmpty(); });
}

void forgetHolder(IntakeDraft& draft)
{
    draft.materials.removeIf([](const auto& entry) { return !entry.value().source.isEmpty(); });
    for (DraftMaterial& material : draft.materials)
        material.askedBecause.clear();
    draft.prefiling.clear();
    draft.commitmentAgreed = false;
    draft.signature.reset();
    draft.grants.clear();
    draft.takenFor = {};
}

QString letterOf(const IntakeDraft& draft, const Verdict& verdict)
{
    const Party& agent = draft.hasAgent ? draft.agent : Party{};
    return QStringList{draft.itemCode,
                       draft.scenarioCode,
                       draft.applicant.name,
                       draft.applicant.certificate.number,
                       agent.name,
                       agent.certificate.number,
                       verdict.missing.join(u','),
                       verdict.deadlines.supplement.value_or(QDate()).toString(Qt::ISODate)}
        .join(u'\n');
}

} // namespace core
