// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/transfer.h"

#include <QJsonArray>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace core {

namespace {

int countOf(const TransferEntry& entry)
{
    return std::accumulate(entry.originals.begin(), entry.originals.end(), 0,
                           [](int sum, const TransferEntry::Original& original) { return sum + original.count; });
}

QJsonObject entryToJson(const TransferEntry& entry)
{
    QJsonArray originals;
    for (const TransferEntry::Original& original : entry.originals)
        originals.append(QJsonObject{{u"code"_s, original.code}, {u"name"_s, original.name}, {u"count"_s, original.count}});
    return {{u"caseId"_s, entry.caseId}, {u"number"_s, entry.number}, {u"itemName"_s, entry.itemName}, {u"originals"_s, originals}};
}

TransferEntry entryFromJson(const QJsonValue& json)
{
    TransferEntry entry{json[u"caseId"_s].toString(), json[u"number"_s].toString(), json[u"itemName"_s].toString(), {}};
    const QJsonArray originals = json[u"originals"_s].toArray();
    for (const QJsonValue& original : originals)
        entry.originals.append({original[u"code"_s].toString(), original[u"name"_s].toString(), original[u"count"_s].toInt()});
    return entry;
}

bool isWhole(const TransferEntry& entry)
{
    return !entry.caseId.isEmpty() && !entry.number.isEmpty() && !entry.originals.isEmpty() &&
           std::all_of(entry.originals.begin(), entry.originals.end(),
                       [](const TransferEntry::Original& one) { return !one.code.isEmpty() && one.count > 0; });
}

} // namespace

int Transfer::originalCount() const
{
    return std::accumulate(entries.begin(), entries.end(), 0, [](int sum, const TransferEntry& entry) { return sum + countOf(entry); });
}

QJsonObject Transfer::toJson() const
{
    QJsonArray list;
    for (const TransferEntry& entry : entries)
        list.append(entryToJson(entry));
    return {{u"id"_s, id},
            {u"number"_s, number},
            {u"hall"_s, namedToJson(hall)},
            {u"window"_s, namedToJson(window)},
            {u"clerk"_s, namedToJson(clerk)},
            {u"department"_s, department},
            {u"at"_s, isoTime(at)},
            {u"offline"_s, offline},
            {u"entries"_s, list}};
}

Result<Transfer> Transfer::fromJson(const QJsonObject& json)
{
    const auto wrong = [](const QString& field) { return fail(ErrorKind::BadAnswer, u"case.field"_s, {u'/' + field}); };
    Transfer transfer{json[u"id"_s].toString(),
                      json[u"number"_s].toString(),
                      namedFromJson(json[u"hall"_s]),
                      namedFromJson(json[u"window"_s]),
                      namedFromJson(json[u"clerk"_s]),
                      json[u"department"_s].toString(),
                      QDateTime::fromString(json[u"at"_s].toString(), Qt::ISODate),
                      json[u"offline"_s].toBool(),
                      {}};
    for (const auto& [field, given] :
         {std::pair(u"id"_s, !transfer.id.isEmpty()), std::pair(u"number"_s, !transfer.number.isEmpty()),
          std::pair(u"window"_s, !transfer.window.code.isEmpty()), std::pair(u"clerk"_s, !transfer.clerk.code.isEmpty()),
          std::pair(u"department"_s, !transfer.department.isEmpty()), std::pair(u"at"_s, transfer.at.isValid())}) {
        if (!given)
            return wrong(field);
    }
    const QJsonArray list = json[u"entries"_s].toArray();
    for (const QJsonValue& one : list)
        transfer.entries.append(entryFromJson(one));
    if (transfer.entries.isEmpty() || !std::all_of(transfer.entries.begin(), transfer.entries.end(), isWhole))
        return wrong(u"entries"_s);
    return transfer;
}

bool travels(CaseState state)
{
    return state == CaseState::Accepted || state == CaseState::AcceptedDeferred || state == CaseState::InReview ||
           state == CaseState::Decided || state == CaseState::Delivered;
}

QList<TransferEntry::Original> originalsOf(const QList<MaterialRecord>& materials)
{
    QList<TransferEntry::Original> originals;
    for (const MaterialRecord& material : materials) {
        if (material.form == MaterialForm::Original && material.status == MaterialStatus::Present && material.count > 0)
            originals.append({material.code, material.name, material.count});
    }
    return originals;
}

TransferEntry transferOf(const CaseRecord& record, const QList<MaterialRecord>& brought, const QStringList& gone)
{
    TransferEntry entry{record.id, record.number, record.item.name, originalsOf(brought)};
    entry.originals.removeIf([&](const TransferEntry::Original& original) { return gone.contains(original.code); });
    return entry;
}

} // namespace core
