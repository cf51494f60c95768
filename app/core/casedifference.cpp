// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/casedifference.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

QString dayWords(const std::optional<QDate>& day)
{
    return day ? day->toString(Qt::ISODate) : QString();
}

QString deadlineOf(const CaseRecord& record, const QString& materialCode)
{
    const auto owed =
        std::find_if(record.deferred.begin(), record.deferred.end(), [&](const auto& one) { return one.code == materialCode; });
    return owed == record.deferred.end() ? QString() : owed->deadline.toString(Qt::ISODate);
}

const MaterialRecord* materialOf(const CaseRecord& record, const QString& code)
{
    const auto found = std::find_if(record.materials.begin(), record.materials.end(), [&](const auto& one) { return one.code == code; });
    return found == record.materials.end() ? nullptr : &*found;
}

} // namespace

QList<CaseDifference> differences(const CaseRecord& ours, const CaseRecord& theirs)
{
    QList<CaseDifference> found;
    const auto compare = [&found](const QString& field, const QString& here, const QString& there, const QString& material = {}) {
        if (here != there)
            found.append({field, material, here, there});
    };
    compare(u"state"_s, toWire(ours.state), toWire(theirs.state));
    compare(u"result"_s, ours.result, theirs.result);
    compare(u"applicant.name"_s, ours.applicant.name, theirs.applicant.name);
    compare(u"applicant.certificateNumber"_s, ours.applicant.certificate.number, theirs.applicant.certificate.number);
    compare(u"applicant.phone"_s, ours.applicant.phone, theirs.applicant.phone);
    compare(u"postTo"_s, ours.postTo, theirs.postTo);
    compare(u"agent.name"_s, ours.agent.value_or(Party{}).name, theirs.agent.value_or(Party{}).name);
    compare(u"statutoryUntil"_s, dayWords(ours.statutoryUntil), dayWords(theirs.statutoryUntil));
    compare(u"promisedUntil"_s, dayWords(ours.promisedUntil), dayWords(theirs.promisedUntil));
    compare(u"waitsUntil"_s, dayWords(ours.waitsUntil), dayWords(theirs.waitsUntil));
    compare(u"suspendedSince"_s, dayWords(ours.suspendedSince), dayWords(theirs.suspendedSince));
    compare(u"commitment"_s, toWire(ours.commitment), toWire(theirs.commitment));
    for (const MaterialRecord& here : ours.materials) {
        if (const MaterialRecord* there = materialOf(theirs, here.code)) {
            compare(u"status"_s, toWire(here.status), toWire(there->status), here.name);
            compare(u"pages"_s, QString::number(here.pageCount()), QString::number(there->pageCount()), here.name);
        }
        compare(u"deadline"_s, deadlineOf(ours, here.code), deadlineOf(theirs, here.code), here.name);
    }
    return found;
}

} // namespace core
