// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/correction.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

bool isSomebodyElse(const Party& before, const Party& after)
{
    return before.name != after.name || before.certificate != after.certificate || before.legalRepresentative != after.legalRepresentative;
}

} // namespace

QJsonObject Correction::toJson() const
{
    QJsonObject json{{u"applicant"_s, partyToJson(applicant)}};
    if (agent)
        json[u"agent"_s] = partyToJson(*agent);
    if (!postTo.isEmpty())
        json[u"postTo"_s] = postTo;
    return json;
}

Correction Correction::fromJson(const QJsonObject& json)
{
    Correction correction{partyFromJson(json[u"applicant"_s].toObject()), std::nullopt, json[u"postTo"_s].toString()};
    if (json.contains(u"agent"_s))
        correction.agent = partyFromJson(json[u"agent"_s].toObject());
    return correction;
}

Correction correctionOf(const CaseRecord& record)
{
    return {record.applicant, record.agent, record.postTo};
}

bool changesIdentity(const CaseRecord& record, const Correction& correction)
{
    return isSomebodyElse(record.applicant, correction.applicant) ||
           isSomebodyElse(record.agent.value_or(Party{}), correction.agent.value_or(Party{}));
}

Result<void> correct(CaseRecord& record, const Correction& correction, const QDateTime& at)
{
    if (correction == correctionOf(record))
        return fail(ErrorKind::InvalidInput, u"act.nothing-corrected"_s);
    const bool sameParties = correction.applicant.kind == record.applicant.kind && correction.agent.has_value() == record.agent.has_value();
    if (!sameParties || correction.applicant.name.trimmed().isEmpty())
        return fail(ErrorKind::InvalidInput, u"act.correction-party"_s);
    if (changesIdentity(record, correction))
        record.correctedAt = at;
    record.applicant = correction.applicant;
    record.agent = correction.agent;
    record.postTo = correction.postTo;
    return {};
}

} // namespace core
