// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/training/people.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace training {

namespace {

QJsonObject document()
{
    QFile file(u":/training/people.json"_s);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

devices::CardLayout layoutFrom(const QString& name)
{
    return name == u"foreigner-2017"     ? devices::CardLayout::Foreigner2017
           : name == u"foreigner-2023"   ? devices::CardLayout::Foreigner2023
           : name == u"residence-permit" ? devices::CardLayout::ResidencePermit
                                         : devices::CardLayout::Resident;
}

devices::Card cardFrom(const QJsonObject& json)
{
    const auto date = [&](const QString& key) { return QDate::fromString(json[key].toString(), u"yyyyMMdd"_s); };
    devices::Card card;
    card.layout = layoutFrom(json[u"layout"_s].toString());
    card.name = json.contains(u"chineseName"_s) ? json[u"chineseName"_s].toString() : json[u"name"_s].toString();
    card.englishName = json[u"englishName"_s].toString();
    card.sex = json[u"sex"_s].toInt() == 1 ? devices::CardSex::Male : devices::CardSex::Female;
    card.ethnicCode = json[u"ethnic"_s].toString();
    card.birth = date(u"birth"_s);
    card.address = json[u"address"_s].toString();
    card.number = json[u"number"_s].toString();
    card.issuer = json[u"issuer"_s].toString();
    card.nationality = json[u"nationality"_s].toString();
    card.permitNumber = json[u"permitNumber"_s].toString();
    card.extraAddress = json[u"extraAddress"_s].toString();
    card.validFrom = date(u"validFrom"_s);
    card.validTo = date(u"validTo"_s);
    card.longTerm = json[u"validTo"_s].toString() == u"长期";
    return card;
}

} // namespace

QList<Person> people()
{
    QList<Person> result;
    const QJsonArray array = document()[u"people"_s].toArray();
    for (const QJsonValue& entry : array)
        result.append({cardFrom(entry.toObject()), entry[u"phone"_s].toString()});
    return result;
}

QList<Organisation> organisations()
{
    QList<Organisation> result;
    const QJsonArray array = document()[u"organisations"_s].toArray();
    for (const QJsonValue& entry : array)
        result.append(
            {entry[u"name"_s].toString(), entry[u"code"_s].toString(), entry[u"legal"_s].toString(), entry[u"phone"_s].toString()});
    return result;
}

} // namespace training
