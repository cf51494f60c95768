// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/caseclock.h"

#include "app/core/halltime.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

using MaybeAct = Result<std::optional<ActRecord>>;

ActRecord timeAct(const CaseRecord& record, CaseAct kind, const QDateTime& now)
{
    ActRecord act;
    act.caseId = record.id;
    act.act = kind;
    act.window = {u"0"_s, u"后台"_s};
    act.clerk = {u"0"_s, u"到期自动处理"_s};
    act.at = now;
    return act;
}

MaybeAct silence(const CaseRecord& record, const ServiceItem* item, const QDateTime& now, const WorkCalendar& calendar)
{
    if (!item)
        return fail(ErrorKind::NotFound, u"case.item-gone"_s, {record.item.code});
    ActRecord act = timeAct(record, CaseAct::SilencePassed, now);
    return deadlinesFor(*item, hallTime(record.receivedAt).date(), false, calendar).map([&](const Deadlines& limits) {
        act.statutoryUntil = limits.statutory;
        act.promisedUntil = limits.promised;
        return std::optional(act);
    });
}

MaybeAct brokenCommitment(const CaseRecord& record, const ServiceItem* item, const QDateTime& now, const WorkCalendar& calendar)
{
    if (!item)
        return fail(ErrorKind::NotFound, u"case.item-gone"_s, {record.item.code});
    switch (item->deferral.onExpiry) {
    case ExpiryRule::Return: return std::optional(timeAct(record, CaseAct::LimitPassed, now));
    case ExpiryRule::Terminate: {
        ActRecord act = timeAct(record, CaseAct::Terminate, now);
        act.reason = u"承诺期限届满，仍未补齐材料"_s;
        return std::optional(act);
    }
    case ExpiryRule::SuspendThenReturn: break;
    }
    ActRecord act = timeAct(record, CaseAct::Suspend, now);
    return calendar.addWorkingDays(hallTime(now).date(), item->deferral.suspendDays).map([&](const QDate& until) {
        act.until = until;
        return std::optional(act);
    });
}

/// The day on which a clock began that waited for the supplement.
QDate beganLate(const CaseRecord& record, const ServiceItem* item)
{
    QDate day;
    if (!item || item->clockStart != ClockStart::SupplementComplete)
        return day;
    for (const MaterialRecord& material : record.materials) {
        if (material.arrivedAt.isValid())
            day = std::max(day, hallTime(material.arrivedAt).date());
    }
    return day;
}

} // namespace

Result<std::optional<QDate>> waitsUntil(CaseAct act, const ServiceItem& item, const LocalSettings& settings, const QDate& day,
                                        const WorkCalendar& calendar)
{
    const auto after = [&](int days) -> Result<std::optional<QDate>> {
        if (days <= 0)
            return std::optional<QDate>();
        return calendar.addWorkingDays(day, days).map([](const QDate& until) { return std::optional(until); });
    };
    switch (act) {
    case CaseAct::Receive:
        if (item.silence == SilenceRule::OnTheSpot)
            return std::optional(day);
        return after(item.silence == SilenceRule::LicenceFiveDays ? settings.oneTimeNoticeDays : 0);
    case CaseAct::NotifyOnce: return after(settings.correctionDays);
    case CaseAct::ReceiveDeferred: return after(settings.deferredReceiptDays);
    default: return std::optional<QDate>();
    }
}

Result<Deadlines> limitsAfterSuspension(const CaseRecord& record, const ServiceItem* item, const QDate& day, const WorkCalendar& calendar)
{
    Deadlines limits{record.statutoryUntil, record.promisedUntil, {}, 0};
    if (!record.suspendedSince)
        return limits;
    const Result<int> stood = calendar.workingDaysBetween(std::max(*record.suspendedSince, beganLate(record, item)), day);
    if (!stood)
        return tl::unexpected(stood.error());
    for (std::optional<QDate>* limit : {&limits.statutory, &limits.promised}) {
        if (!*limit)
            continue;
        const Result<QDate> moved = calendar.addWorkingDays(**limit, *stood);
        if (!moved)
            return tl::unexpected(moved.error());
        *limit = *moved;
    }
    return limits;
}

Result<void> moveLimits(ActRecord& resume, const CaseRecord& record, const ServiceItem* item, const QDate& day,
                        const WorkCalendar& calendar)
{
    const Result<Deadlines> limits = limitsAfterSuspension(record, item, day, calendar);
    if (!limits)
        return tl::unexpected(limits.error());
    resume.statutoryUntil = limits->statutory;
    resume.promisedUntil = limits->promised;
    resume.deferred.clear();
    if (!record.suspendedSince || record.suspendedFor.isEmpty())
        return {};
    const Result<int> stood = calendar.workingDaysBetween(*record.suspendedSince, day);
    if (!stood)
        return tl::unexpected(stood.error());
    for (DeferredMaterial owed : record.deferred) {
        const Result<QDate> moved = calendar.addWorkingDays(owed.deadline, *stood);
        if (!moved)
            return tl::unexpected(moved.error());
        owed.deadline = *moved;
        resume.deferred.append(owed);
    }
    return {};
}

bool stopsTheClock(const QString& procedure, const ServiceItem& item)
{
    static const QStringList named{u"听证"_s, u"招标"_s, u"拍卖"_s, u"检验"_s, u"检测"_s, u"检疫"_s, u"鉴定"_s, u"专家评审"_s};
    return named.contains(procedure) || item.excludedProcedures.contains(procedure);
}

std::optional<ProcedureTime> procedureFrom(const QString& words)
{
    static const QRegularExpression form(u"^(\\D+?)[\\s，,]*(\\d{1,3})\\s*(个?工作日|天|日)?$"_s);
    const QRegularExpressionMatch match = form.match(words.trimmed());
    const int days = match.captured(2).toInt();
    if (!match.hasMatch() || days < 1)
        return std::nullopt;
    return ProcedureTime{match.captured(1).trimmed(), days};
}

std::optional<QDate> lastDayOf(const CaseRecord& record)
{
    switch (record.state) {
    case CaseState::Received:
    case CaseState::ToCorrect:
    case CaseState::ReceivedDeferred: return record.waitsUntil;
    case CaseState::AcceptedDeferred:
    case CaseState::InReview: break;
    case CaseState::Decided:
        if (record.commitment == Commitment::Open)
            break;
        return std::nullopt; // it has passed
    default: return std::nullopt;
    }
    if (record.suspendedSince) // a procedure's end is said by those who hold it
        return record.suspendedFor.isEmpty() ? record.waitsUntil : std::nullopt;
    const auto first = std::min_element(record.deferred.begin(), record.deferred.end(),
                                        [](const auto& a, const auto& b) { return a.deadline < b.deadline; });
    return first == record.deferred.end() ? std::nullopt : std::optional(first->deadline);
}

Result<std::optional<ActRecord>> actOfTime(const CaseRecord& record, const ServiceItem* item, const QDateTime& now,
                                           const WorkCalendar& calendar)
{
    const auto last = lastDayOf(record);
    if (!last || *last >= hallTime(now).date())
        return std::optional<ActRecord>();
    const bool accepted = record.state == CaseState::AcceptedDeferred || record.state == CaseState::InReview;
    if (accepted && !record.suspendedSince)
        return brokenCommitment(record, item, now, calendar);
    const bool untold = record.state == CaseState::ToCorrect && !record.notifiedAt.isValid(); // nobody was told what is missing
    if (record.state == CaseState::Received || untold)
        return silence(record, item, now, calendar);
    return std::optional(timeAct(record, CaseAct::LimitPassed, now));
}

} // namespace core
