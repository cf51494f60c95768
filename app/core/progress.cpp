// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/progress.h"

#include "app/core/reminder.h"
#include "app/core/wording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

using S = CaseState;

QString by(const std::optional<QDate>& day)
{
    return day ? u"在%1前"_s.arg(chineseDate(*day)) : u"尽快"_s;
}

QString stateWords(const CaseRecord& record)
{
    switch (record.state) {
    case S::Draft:
    case S::Received: return u"材料已收到，正在审查是否受理"_s;
    case S::Accepted: return u"已受理，正在办理"_s;
    case S::AcceptedDeferred: return u"已容缺受理，正在办理"_s;
    case S::InReview: return u"已受理，承办部门正在办理"_s;
    case S::ToCorrect: return u"材料不齐或不符合要求，等待补正"_s;
    case S::ReceivedDeferred: return u"材料已收下，尚未受理"_s;
    case S::Refused: return u"不予受理"_s;
    case S::Decided: return u"已办结"_s;
    case S::Delivered: return u"已办结，结果已送达"_s;
    case S::Returned: return u"已退回"_s;
    case S::Terminated: return u"已终止办理"_s;
    case S::Withdrawn: return u"已撤回"_s;
    case S::Voided: return u"已作废"_s;
    }
    return {};
}

QString limitWords(const CaseRecord& record)
{
    if (record.suspendedSince && !record.suspendedFor.isEmpty()) {
        const QString until = record.waitsUntil ? u"，预计%1结束"_s.arg(chineseDate(*record.waitsUntil)) : QString();
        return u"正在进行%1，自%2起所需时间不计入办理时限%3。"_s.arg(record.suspendedFor, chineseDate(*record.suspendedSince), until);
    }
    if (record.suspendedSince)
        return u"已过补交材料的期限，办理暂停。请%1补齐，逾期将退回申请。"_s.arg(by(record.waitsUntil));
    if (!record.promisedUntil)
        return record.deferred.isEmpty() ? QString() : u"材料补齐后开始计算办理时限。"_s;
    return u"承诺%1前办结。"_s.arg(chineseDate(*record.promisedUntil));
}

QString readyWords(const CaseRecord& record)
{
    const QString first = record.deferred.isEmpty() ? QString() : u"补齐下列材料后，"_s;
    if (!record.postTo.isEmpty())
        return first + u"结果将按您留下的地址寄出。"_s;
    return first + u"请带身份证件到%1领取结果。"_s.arg(record.hall.name);
}

QString sentWords(const CaseRecord& record)
{
    if (!record.delivery)
        return {};
    const QString day = chineseDate(record.delivery->at.date());
    return record.delivery->byPost ? u"%1寄出，单号%2。"_s.arg(day, record.delivery->recipient) : u"%1在窗口领取。"_s.arg(day);
}

QString nextWords(const CaseRecord& record)
{
    switch (record.state) {
    case S::Received:
        return record.waitsUntil ? u"最迟%1答复；逾期没有答复的，自收到材料之日起即为受理。"_s.arg(chineseDate(*record.waitsUntil))
                                 : u"审查后告知您是否受理。"_s;
    case S::Accepted:
    case S::AcceptedDeferred:
    case S::InReview: return limitWords(record);
    case S::ToCorrect: return u"请%1补齐下列材料，一次性告知书上写明了要求。"_s.arg(by(supplyBy(record)));
    case S::ReceivedDeferred: return u"请%1补齐下列材料，补齐后受理。办理时限尚未开始。"_s.arg(by(supplyBy(record)));
    case S::Refused: return u"理由、依据和救济途径见不予受理通知书。"_s;
    case S::Decided: return readyWords(record);
    case S::Delivered: return sentWords(record);
    case S::Returned:
    case S::Terminated: return u"如仍需办理，请重新申请。"_s;
    case S::Draft:
    case S::Withdrawn:
    case S::Voided: break;
    }
    return {};
}

QList<Progress::Owed> owedOf(const CaseRecord& record)
{
    QList<Progress::Owed> owed;
    if (record.state == S::ToCorrect || record.state == S::ReceivedDeferred) {
        for (const MaterialRecord& material : record.materials) {
            if (!isHere(material.status))
                owed.append({material.name, supplyBy(record), material.shortfall});
        }
        return owed;
    }
    if (!isLive(record.state) && record.state != S::Decided)
        return owed;
    const bool passed = record.commitment == Commitment::Broken || (record.suspendedSince && record.suspendedFor.isEmpty());
    for (const DeferredMaterial& material : record.deferred)
        owed.append({material.name, passed ? record.waitsUntil : std::optional(material.deadline)});
    return owed;
}

} // namespace

Progress progressOf(const CaseRecord& record)
{
    return {stateWords(record), nextWords(record), owedOf(record), !isLive(record.state) && record.state != S::Decided};
}

} // namespace core
