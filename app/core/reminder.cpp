// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/reminder.h"

#include "app/core/caseclock.h"
#include "app/core/halltime.h"
#include "app/core/wire.h"
#include "app/core/wording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr int DaysAhead = 3;
constexpr qsizetype NamesToldMost = 3;

using S = CaseState;
using K = ReminderKind;
using R = ReminderState;

constexpr WireNames<ReminderKind, 5> KindNames{
    {{K::Taken, u"taken"}, {K::Incomplete, u"incomplete"}, {K::Due, u"due"}, {K::Overdue, u"overdue"}, {K::Ready, u"ready"}}};
constexpr WireNames<ReminderState, 5> ReminderStates{
    {{R::Open, u"open"}, {R::Sent, u"sent"}, {R::Failed, u"failed"}, {R::Phoned, u"phoned"}, {R::Dropped, u"dropped"}}};

/// How far it was taken in; empty where that is not what there is to say.
QString stageOf(const CaseRecord& record)
{
    switch (record.state) {
    case S::Received: return u"received"_s;
    case S::ReceivedDeferred: return u"received-deferred"_s;
    case S::Accepted:
    case S::AcceptedDeferred:
    case S::InReview: return u"accepted"_s;
    default: return {};
    }
}

bool isSuspendedAsOverdue(const CaseRecord& record)
{
    return record.suspendedSince && record.suspendedFor.isEmpty() && !record.deferred.isEmpty();
}

/// Decided, and not handed out while the supplement is owed.
bool isKeptAsOverdue(const CaseRecord& record)
{
    return record.state == S::Decided && record.commitment == Commitment::Broken && !record.deferred.isEmpty();
}

/// What a passed deadline came to; empty where none has passed.
QString overdueStage(const CaseRecord& record)
{
    if (isSuspendedAsOverdue(record))
        return u"suspended"_s;
    if (isKeptAsOverdue(record))
        return u"kept"_s;
    return record.state == S::Returned || record.state == S::Terminated ? toWire(record.state) : QString();
}

bool limitHasPassed(const std::optional<CaseRecord>& before, const ActRecord* act)
{
    if (!before || !act)
        return false;
    const bool byLimit =
        act->act == CaseAct::LimitPassed || act->act == CaseAct::Terminate || (act->act == CaseAct::Suspend && act->procedure.isEmpty());
    const auto last = lastDayOf(*before);
    return byLimit && last && hallTime(act->at).date() > *last;
}

bool isToldIncomplete(const CaseRecord& record)
{
    const bool supplementFellShort =
        record.noticedAgain && !record.deferred.isEmpty() && (isLive(record.state) || record.state == S::Decided);
    return record.notifiedAt.isValid() && (record.state == S::ToCorrect || supplementFellShort);
}

QStringList owedNames(const CaseRecord& record)
{
    QStringList names;
    if (record.state != S::ToCorrect && record.state != S::ReceivedDeferred) {
        for (const DeferredMaterial& material : record.deferred)
            names.append(material.name);
        return names;
    }
    for (const MaterialRecord& material : record.materials) {
        if (!isHere(material.status))
            names.append(material.name);
    }
    return names;
}

/// As many names as a short message carries.
QString owedText(const CaseRecord& record)
{
    const QStringList names = owedNames(record);
    if (names.isEmpty())
        return u"所缺材料"_s;
    const QString some = names.mid(0, NamesToldMost).join(u'、');
    return names.size() > NamesToldMost ? u"%1等%2份材料"_s.arg(some, QString::number(names.size())) : some;
}

QString before(const std::optional<QDate>& day)
{
    return day ? u"在%1前"_s.arg(chineseDate(*day)) : u"尽快"_s;
}

QString takenText(const CaseRecord& record)
{
    switch (record.state) {
    case S::Received: return u"的材料已收到，是否受理将另行告知。"_s;
    case S::ReceivedDeferred: return u"的材料已收下，请%1补齐：%2。"_s.arg(before(supplyBy(record)), owedText(record));
    default: break;
    }
    const QString promise = record.promisedUntil ? u"，承诺%1前办结"_s.arg(chineseDate(*record.promisedUntil)) : QString();
    const QString owed = record.deferred.isEmpty() ? QString() : u"请%1补交：%2。"_s.arg(before(supplyBy(record)), owedText(record));
    return u"已受理"_s + promise + u'。' + owed;
}

QString overdueText(const CaseRecord& record)
{
    if (isSuspendedAsOverdue(record))
        return u"已过补交材料的期限，办理暂停。请%1补交：%2，逾期将退回申请。"_s.arg(before(record.waitsUntil), owedText(record));
    if (isKeptAsOverdue(record))
        return u"已过补交材料的期限。请尽快补交：%1，补齐后领取办理结果。"_s.arg(owedText(record));
    const QString ended = record.state == S::Terminated ? u"已终止办理"_s : u"已退回"_s;
    return u"因逾期未补齐材料，%1。如仍需办理，请重新申请。"_s.arg(ended);
}

QString readyText(const CaseRecord& record)
{
    const QString owed = record.deferred.isEmpty() ? QString() : u"还需补交：%1。"_s.arg(owedText(record));
    if (!record.postTo.isEmpty())
        return u"已有办理结果，将按您留下的地址寄出。"_s + owed;
    return u"已有办理结果，请带身份证件到%1领取。"_s.arg(record.hall.name) + owed;
}

QString newsOf(ReminderKind kind, const CaseRecord& record)
{
    switch (kind) {
    case K::Taken: return takenText(record);
    case K::Incomplete: return u"材料不齐或不符合要求，请%1补正：%2。详见一次性告知书。"_s.arg(before(supplyBy(record)), owedText(record));
    case K::Due: return u"补交材料的期限快到了，请%1补交：%2。"_s.arg(before(supplyBy(record)), owedText(record));
    case K::Overdue: return overdueText(record);
    case K::Ready: return readyText(record);
    }
    return {};
}

} // namespace

std::optional<Reminder> reminderAfter(const std::optional<CaseRecord>& before, const CaseRecord& after, const ActRecord* act)
{
    if (const QString stage = overdueStage(after); !stage.isEmpty() && limitHasPassed(before, act))
        return Reminder{K::Overdue, stage};
    if (isToldIncomplete(after) && !(before && before->notifiedAt == after.notifiedAt))
        return Reminder{K::Incomplete, isoTime(after.notifiedAt)};
    if (after.state == S::Decided && !(before && before->state == S::Decided))
        return Reminder{K::Ready};
    const QString stage = stageOf(after);
    if (!stage.isEmpty() && !(before && stageOf(*before) == stage))
        return Reminder{K::Taken, stage};
    return std::nullopt;
}

std::optional<QDate> supplyBy(const CaseRecord& record)
{
    switch (record.state) {
    case S::ToCorrect: return record.notifiedAt.isValid() ? record.waitsUntil : std::nullopt; // otherwise nobody told them
    case S::ReceivedDeferred: return record.waitsUntil;
    case S::AcceptedDeferred:
    case S::InReview:
    case S::Decided: return record.suspendedSince ? std::nullopt : lastDayOf(record);
    default: return std::nullopt;
    }
}

Result<QDate> remindedUntil(const QDate& today, const WorkCalendar& calendar)
{
    return calendar.addWorkingDays(today, DaysAhead + 1).map([](const QDate& next) { return next.addDays(-1); });
}

std::optional<Reminder> dueReminder(const CaseRecord& record, const QDate& today, const QDate& until)
{
    const auto by = supplyBy(record);
    QDate told;
    for (const QDateTime& time : {record.receivedAt, record.acceptedAt, record.notifiedAt}) {
        if (time.isValid())
            told = std::max(told, hallTime(time).date());
    }
    if (!by || *by < today || *by > until || told >= today)
        return std::nullopt;
    return Reminder{K::Due, by->toString(Qt::ISODate)};
}

bool holds(const Reminder& reminder, const CaseRecord& record)
{
    switch (reminder.kind) {
    case K::Taken: return stageOf(record) == reminder.occasion;
    case K::Incomplete: return isToldIncomplete(record) && isoTime(record.notifiedAt) == reminder.occasion;
    case K::Due: {
        const auto by = supplyBy(record);
        return by && by->toString(Qt::ISODate) == reminder.occasion;
    }
    case K::Overdue: return overdueStage(record) == reminder.occasion;
    case K::Ready: return record.state == S::Decided;
    }
    return false;
}

QString reminderText(ReminderKind kind, const CaseRecord& record)
{
    return u"您申请的“%1”（办件编号%2）"_s.arg(record.item.name, record.number) + newsOf(kind, record);
}

QString reminderPhone(const CaseRecord& record)
{
    return record.applicant.phone.isEmpty() && record.agent ? record.agent->phone : record.applicant.phone;
}

bool mayBecome(ReminderState from, ReminderState to)
{
    switch (from) {
    case R::Open:
    case R::Failed: return to != R::Open;
    case R::Sent: return to == R::Sent || to == R::Failed || to == R::Phoned;
    case R::Dropped: return to == R::Dropped || to == R::Sent || to == R::Phoned; // it had been told by then
    case R::Phoned: return to == R::Phoned;
    }
    return false;
}

QString toWire(ReminderKind kind)
{
    return wireName(KindNames, kind);
}

Result<ReminderKind> reminderKindFromWire(const QString& wire)
{
    return fromWireName(KindNames, wire, u"reminder.kind"_s);
}

QString toWire(ReminderState state)
{
    return wireName(ReminderStates, state);
}

Result<ReminderState> reminderStateFromWire(const QString& wire)
{
    return fromWireName(ReminderStates, wire, u"reminder.state"_s);
}

} // namespace core
