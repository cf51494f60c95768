// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/grant.h"

#include "app/core/caserecord.h"
#include "app/core/wire.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr WireNames<GrantKind, 2> GrantKinds{{{GrantKind::MoreDeferred, u"more-deferred"}, {GrantKind::DespiteBar, u"despite-bar"}}};
constexpr WireNames<Grant::Answer, 3> Answers{
    {{Grant::Answer::Open, u"open"}, {Grant::Answer::Granted, u"granted"}, {Grant::Answer::Denied, u"denied"}}};

std::optional<GrantKind> kindFor(const QString& reason)
{
    if (reason == u"deferral.too-many")
        return GrantKind::MoreDeferred;
    if (reason == u"credit.barred")
        return GrantKind::DespiteBar;
    return std::nullopt;
}

} // namespace

std::optional<GrantKind> grantableOf(const ServiceItem& item, const Verdict& verdict)
{
    for (const Reason& reason : verdict.reasons) {
        const auto kind = kindFor(reason.code);
        if (reason.level == ReasonLevel::Blocking && kind && item.grantable.contains(*kind))
            return kind;
    }
    return std::nullopt;
}

void applyGrants(const QList<Grant>& grants, VerdictInput& input)
{
    for (const Grant& grant : grants) {
        const bool allowed = input.item && input.item->grantable.contains(grant.kind); // another item may have been chosen since
        if (grant.answer != Grant::Answer::Granted || !allowed)
            continue;
        if (grant.kind == GrantKind::MoreDeferred)
            input.grantedDeferrals = std::max(input.grantedDeferrals, grant.materials);
        else
            input.barLifted = true;
    }
}

QJsonObject Grant::toJson() const
{
    QJsonObject json{{u"id"_s, id},
                     {u"caseId"_s, caseId},
                     {u"kind"_s, core::toWire(kind)},
                     {u"itemName"_s, itemName},
                     {u"windowName"_s, windowName},
                     {u"clerkName"_s, clerkName},
                     {u"reason"_s, reason},
                     {u"askedAt"_s, isoTime(askedAt)},
                     {u"answer"_s, wireName(Answers, answer)}};
    if (kind == GrantKind::MoreDeferred)
        json[u"materials"_s] = materials;
    if (answer != Answer::Open) {
        json[u"answeredBy"_s] = answeredBy;
        json[u"answeredAt"_s] = isoTime(answeredAt);
        if (!answerReason.isEmpty())
            json[u"answerReason"_s] = answerReason;
    }
    return json;
}

Result<Grant> Grant::fromJson(const QJsonObject& json)
{
    const auto wrong = [](const QString& field) { return fail(ErrorKind::BadAnswer, u"case.field"_s, {u'/' + field}); };
    const auto kind = grantKindFromWire(json[u"kind"_s].toString());
    const auto answer = fromWireName(Answers, json[u"answer"_s].toString(u"open"_s), u"grant.answer"_s);
    if (!kind)
        return wrong(u"kind"_s);
    if (!answer)
        return wrong(u"answer"_s);
    Grant grant;
    grant.id = json[u"id"_s].toString();
    grant.caseId = json[u"caseId"_s].toString();
    grant.kind = *kind;
    grant.materials = json[u"materials"_s].toInt();
    grant.itemName = json[u"itemName"_s].toString();
    grant.windowName = json[u"windowName"_s].toString();
    grant.clerkName = json[u"clerkName"_s].toString();
    grant.reason = json[u"reason"_s].toString().trimmed();
    grant.askedAt = QDateTime::fromString(json[u"askedAt"_s].toString(), Qt::ISODate);
    grant.answer = *answer;
    grant.answeredBy = json[u"answeredBy"_s].toString();
    grant.answerReason = json[u"answerReason"_s].toString();
    grant.answeredAt = QDateTime::fromString(json[u"answeredAt"_s].toString(), Qt::ISODate);
    for (const auto& [field, given] : {std::pair(u"id"_s, !grant.id.isEmpty()), std::pair(u"caseId"_s, !grant.caseId.isEmpty()),
                                       std::pair(u"reason"_s, !grant.reason.isEmpty()),
                                       std::pair(u"materials"_s, grant.kind != GrantKind::MoreDeferred || grant.materials > 0)}) {
        if (!given)
            return wrong(field);
    }
    return grant;
}

QString toWire(GrantKind kind)
{
    return wireName(GrantKinds, kind);
}

Result<GrantKind> grantKindFromWire(const QString& wire)
{
    return fromWireName(GrantKinds, wire, u"grant.kind"_s);
}

QJsonArray grantsToJson(const QList<Grant>& grants)
{
    QJsonArray json;
    for (const Grant& grant : grants)
        json.append(grant.toJson());
    return json;
}

QList<Grant> grantsFromJson(const QJsonArray& json)
{
    QList<Grant> grants;
    for (const QJsonValue& one : json) {
        if (const auto grant = Grant::fromJson(one.toObject()))
            grants.append(*grant);
    }
    return grants;
}

} // namespace core
