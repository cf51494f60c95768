// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/holding.h"

#include "app/core/halltime.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace core {

namespace {

bool standsInFor(const MaterialRequirement& requirement, const Holding& holding, const QDate& today)
{
    if (holding.validUntil && *holding.validUntil < today)
        return false;
    if (holding.source == Holding::Source::Licence)
        return !requirement.licence.isEmpty() && holding.kind == requirement.licence;
    if (holding.name != requirement.name)
        return false;
    return holding.source == Holding::Source::Visit || (requirement.validDays > 0 && holding.since.addDays(requirement.validDays) >= today);
}

QDate dateFrom(const QJsonValue& value)
{
    const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODate);
    return time.isValid() ? hallTime(time).date() : QDate();
}

} // namespace

HolderFindings HolderFindings::fromJson(const Certificate& holder, const QJsonObject& json)
{
    HolderFindings findings;
    findings.holder = holder;
    findings.barred = json[u"credit"_s][u"barred"_s].toBool();
    const QJsonArray cases = json[u"openCases"_s].toArray();
    for (const QJsonValue& one : cases)
        findings.openCases.append({namedFromJson(one[u"item"_s]), one[u"number"_s].toString(),
                                   caseStateFromWire(one[u"state"_s].toString()).value_or(CaseState::Accepted)});
    const QJsonArray held = json[u"held"_s].toArray();
    for (const QJsonValue& one : held)
        findings.holdings.append({Holding::Source::Case,
                                  {},
                                  one[u"name"_s].toString(),
                                  one[u"caseNumber"_s].toString(),
                                  dateFrom(one[u"capturedAt"_s]),
                                  {},
                                  pagesFromJson(one[u"pages"_s].toArray())});
    const QJsonArray prefilings = json[u"prefilings"_s].toArray();
    for (const QJsonValue& one : prefilings) {
        if (const auto head = Prefiling::fromJson(one.toObject()))
            findings.prefilings.append(*head);
    }
    const QJsonArray licences = json[u"licences"_s].toArray();
    for (const QJsonValue& one : licences) {
        Holding licence{Holding::Source::Licence,
                        one[u"kind"_s].toString(),
                        one[u"name"_s].toString(),
                        one[u"number"_s].toString(),
                        QDate::fromString(one[u"issuedOn"_s].toString(), Qt::ISODate),
                        {},
                        pagesFromJson(one[u"pages"_s].toArray())};
        if (const QDate until = QDate::fromString(one[u"validUntil"_s].toString(), Qt::ISODate); until.isValid())
            licence.validUntil = until;
        findings.holdings.append(licence);
    }
    return findings;
}

const Prefiling* HolderFindings::prefilingFor(const QString& itemCode) const
{
    const auto found = std::find_if(prefilings.begin(), prefilings.end(),
                                    [&](const Prefiling& one) { return itemCode.isEmpty() || one.item.code == itemCode; });
    return found == prefilings.end() ? nullptr : &*found;
}

const HolderFindings::OpenCase* HolderFindings::openCaseOf(const QString& itemCode) const
{
    const auto found = std::find_if(openCases.begin(), openCases.end(), [&](const OpenCase& one) { return one.item.code == itemCode; });
    return found == openCases.end() ? nullptr : &*found;
}

QList<Holding> holdingsOf(const CaseRecord& record)
{
    QList<Holding> holdings;
    for (const MaterialRecord& material : record.materials) {
        if (isHere(material.status) && !material.pages.isEmpty())
            holdings.append(
                {Holding::Source::Visit, {}, material.name, record.number, hallTime(record.receivedAt).date(), {}, material.pages});
    }
    return holdings;
}

std::optional<Holding> offerFor(const MaterialRequirement& requirement, const QList<Holding>& holdings, const QDate& today)
{
    std::optional<Holding> best;
    for (const Holding& holding : holdings) {
        if (!standsInFor(requirement, holding, today))
            continue;
        if (!best || holding.source < best->source || (holding.source == best->source && holding.since > best->since))
            best = holding;
    }
    return best;
}

QStringList askedWithoutReason(const QList<MaterialRequirement>& asked, const QHash<QString, DraftMaterial>& given,
                               const QList<Holding>& holdings, const QDate& today)
{
    QStringList codes;
    for (const MaterialRequirement& requirement : asked) {
        const DraftMaterial now = given.value(requirement.code);
        const bool spared = now.status == MaterialStatus::Reused || now.status == MaterialStatus::ELicence;
        if (!spared && now.askedBecause.trimmed().isEmpty() && offerFor(requirement, holdings, today))
            codes.append(requirement.code);
    }
    return codes;
}

MaterialStatus statusFrom(const Holding& holding)
{
    return holding.source == Holding::Source::Licence ? MaterialStatus::ELicence : MaterialStatus::Reused;
}

} // namespace core
