// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/caseact.h"

#include "app/core/halltime.h"
#include "app/core/recordbuilder.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

Result<void> refusal(const QString& code, const QStringList& facts = {})
{
    return fail(ErrorKind::InvalidInput, code, facts);
}

QDate dayOf(const ActRecord& act)
{
    return hallTime(act.at).date();
}

bool isSupplemented(CaseState state)
{
    return state == CaseState::AcceptedDeferred || state == CaseState::InReview;
}

void endSuspension(CaseRecord& record)
{
    record.suspendedSince.reset();
    record.suspendedFor.clear();
    record.waitsUntil.reset();
}

void takeMaterials(CaseRecord& record, const ActRecord& act)
{
    for (const MaterialRecord& brought : act.materials) {
        const auto same =
            std::find_if(record.materials.begin(), record.materials.end(), [&](const auto& held) { return held.code == brought.code; });
        if (same == record.materials.end()) {
            if (brought.code == Authorisation) // no item lists it
                record.materials.append(brought);
            continue;
        }
        *same = brought;
        if (isHere(brought.status) && !brought.arrivedAt.isValid())
            same->arrivedAt = act.at;
    }
}

Result<void> supplement(CaseRecord& record, const ActRecord& act)
{
    if (act.materials.isEmpty())
        return refusal(u"act.nothing-arrived"_s);
    for (const MaterialRecord& brought : act.materials) {
        const auto owed =
            std::find_if(record.deferred.begin(), record.deferred.end(), [&](const auto& one) { return one.code == brought.code; });
        if (owed == record.deferred.end() || !isHere(brought.status))
            return refusal(u"act.not-deferred"_s, {brought.name});
        record.deferred.erase(owed);
    }
    takeMaterials(record, act);
    if (!record.deferred.isEmpty())
        return {};
    if (record.commitment == Commitment::Broken)
        record.commitment = Commitment::Repaired; // late, but here
    if (record.suspendedSince && record.suspendedFor.isEmpty())
        endSuspension(record);
    return {};
}

/// What came with the notice and is good is owed no more; something falls short, or there were no notice.
Result<void> takeWhatIsGood(CaseRecord& record, const ActRecord& act)
{
    takeMaterials(record, act);
    record.deferred.removeIf([&](const DeferredMaterial& owed) {
        return std::any_of(act.materials.begin(), act.materials.end(),
                           [&](const auto& brought) { return brought.code == owed.code && isHere(brought.status); });
    });
    return record.deferred.isEmpty() ? refusal(u"ending.nothing-missing"_s) : Result<void>();
}

/// A notice after acceptance says once that what was brought fell short; the deadline stays what it is.
Result<void> notify(CaseRecord& record, const ActRecord& act)
{
    if (isSupplemented(record.state)) {
        if (record.noticedAgain)
            return refusal(u"act.noticed-already"_s);
        if (record.deferred.isEmpty())
            return refusal(u"act.nothing-arrived"_s);
        record.noticedAgain = true;
        record.notifiedAt = act.at;
        return takeWhatIsGood(record, act);
    }
    if (!record.notifiedAt.isValid() && record.waitsUntil && dayOf(act) > *record.waitsUntil)
        return refusal(u"act.silence-passed"_s);
    takeMaterials(record, act);
    record.notifiedAt = act.at;
    record.waitsUntil = act.until;
    return {};
}

Result<void> suspend(CaseRecord& record, const ActRecord& act)
{
    if (record.suspendedSince)
        return refusal(u"act.suspended-already"_s);
    if (!act.until || *act.until < dayOf(act))
        return refusal(u"act.until"_s);
    if (act.procedure.isEmpty()) {
        if (record.deferred.isEmpty())
            return refusal(u"act.until"_s);
        record.commitment = Commitment::Broken;
    }
    record.suspendedSince = dayOf(act);
    record.suspendedFor = act.procedure;
    if (!act.procedure.isEmpty()) { // to be told in writing, with the time it takes (行政许可法 art. 45)
        record.papers.removeIf([](const PaperRecord& paper) { return paper.kind == PaperKind::ProcedureNotice; });
        record.papers.append({PaperKind::ProcedureNotice, record.number, 1});
    }
    record.waitsUntil = act.until;
    return {};
}

void moveDeadlines(CaseRecord& record, const QList<DeferredMaterial>& moved)
{
    for (const DeferredMaterial& one : moved) {
        for (DeferredMaterial& owed : record.deferred) {
            if (owed.code == one.code)
                owed.deadline = std::max(owed.deadline, one.deadline);
        }
    }
}

Result<void> resume(CaseRecord& record, const ActRecord& act)
{
    if (!record.suspendedSince)
        return refusal(u"act.not-suspended"_s);
    if (!record.suspendedFor.isEmpty()) // the applicant's own limit stood still as well
        moveDeadlines(record, act.deferred);
    endSuspension(record);
    return {};
}

/// A promise is broken where its day has passed; a case that ends before then breaks none.
void breakPromise(CaseRecord& record, const QDate& day)
{
    if (std::any_of(record.deferred.begin(), record.deferred.end(), [&](const auto& owed) { return owed.deadline < day; }))
        record.commitment = Commitment::Broken;
}

Result<void> refuse(CaseRecord& record, const ActRecord& act)
{
    if (!act.refusal || act.refusal->reason.trimmed().isEmpty() || act.refusal->basis.trimmed().isEmpty())
        return refusal(u"act.refusal"_s);
    record.refusal = act.refusal;
    return {};
}

Result<void> repairCredit(CaseRecord& record)
{
    if (record.commitment != Commitment::Broken)
        return refusal(u"act.commitment-kept"_s);
    record.commitment = Commitment::Repaired;
    return {};
}

Result<void> extend(CaseRecord& record, const ActRecord& act)
{
    if (record.extended)
        return refusal(u"act.extended-already"_s);
    if (record.suspendedSince)
        return refusal(u"act.suspended-already"_s);
    const bool later = act.until && std::all_of(record.deferred.begin(), record.deferred.end(),
                                                [&](const auto& one) { return one.deadline < *act.until; });
    if (!later || record.deferred.isEmpty())
        return refusal(u"act.until"_s);
    for (DeferredMaterial& one : record.deferred)
        one.deadline = *act.until;
    record.extended = true;
    return {};
}

void accept(CaseRecord& record, const ActRecord& act)
{
    takeMaterials(record, act);
    record.deferred = act.deferred;
    record.acceptedAt = act.at;
    record.waitsUntil.reset();
}

Result<void> deliver(CaseRecord& record, const ActRecord& act)
{
    if (!record.deferred.isEmpty())
        return refusal(u"act.supplement-open"_s, {QString::number(record.deferred.size())});
    if (act.recipient.trimmed().isEmpty())
        return refusal(u"act.recipient-needed"_s);
    record.delivery = Delivery{act.recipient.trimmed(), act.byPost, act.at, act.window, act.clerk, act.offline};
    record.papers.append({PaperKind::DeliveryReceipt, record.number, 1});
    return {};
}

Result<void> changeRecord(CaseRecord& record, const ActRecord& act)
{
    switch (act.act) {
    case CaseAct::Supplement: return supplement(record, act);
    case CaseAct::Extend: return extend(record, act);
    case CaseAct::Accept:
    case CaseAct::AcceptDeferred: accept(record, act); return {};
    case CaseAct::NotifyOnce: return notify(record, act);
    case CaseAct::ReceiveDeferred:
        takeMaterials(record, act);
        record.waitsUntil = act.until;
        return {};
    case CaseAct::Refuse: return refuse(record, act);
    case CaseAct::SilencePassed: // 行政许可法 art. 32
        record.acceptedAt = record.receivedAt;
        record.waitsUntil.reset();
        return {};
    case CaseAct::LimitPassed:
    case CaseAct::Terminate: breakPromise(record, dayOf(act)); return {};
    case CaseAct::Void: // a commitment that should never have been asked for bars nobody
        record.commitment = Commitment::Open;
        return {};
    case CaseAct::Suspend: return suspend(record, act);
    case CaseAct::Resume: return resume(record, act);
    case CaseAct::RepairCredit: return repairCredit(record);
    case CaseAct::Decide:
        record.result = act.result;
        return act.result == u"granted" || act.result == u"denied" ? Result<void>() : refusal(u"act.result"_s);
    case CaseAct::Deliver: return deliver(record, act);
    case CaseAct::Correct: return act.correction ? correct(record, *act.correction, act.at) : refusal(u"act.nothing-corrected"_s);
    default: return {};
    }
}

} // namespace

bool needsReason(CaseAct act)
{
    return act == CaseAct::Extend || act == CaseAct::Withdraw || act == CaseAct::Void || act == CaseAct::TakeBack ||
           act == CaseAct::Terminate || act == CaseAct::RepairCredit || act == CaseAct::Correct;
}

Result<CaseRecord> applyAct(const CaseRecord& before, const ActRecord& act)
{
    const Result<CaseState> state = nextState(before.state, act.act);
    if (!state)
        return tl::unexpected(state.error());
    const bool again = act.act == CaseAct::NotifyOnce && before.state == CaseState::ToCorrect; // a second notice
    if ((needsReason(act.act) || again) && act.reason.trimmed().isEmpty())
        return fail(ErrorKind::InvalidInput, u"act.reason-needed"_s);
    CaseRecord after = before;
    if (const auto changed = changeRecord(after, act); !changed)
        return tl::unexpected(changed.error());
    const bool stillOwed = act.act == CaseAct::Supplement && before.state == CaseState::AcceptedDeferred && !after.deferred.isEmpty();
    after.state = stillOwed ? before.state : *state;
    if (!isLive(after.state)) // nothing happens by itself any more
        endSuspension(after);
    if (act.statutoryUntil)
        after.statutoryUntil = act.statutoryUntil;
    if (act.promisedUntil)
        after.promisedUntil = act.promisedUntil;
    for (PaperRecord paper : act.papers) {
        paper.number = before.number;
        const auto same = std::find_if(after.papers.begin(), after.papers.end(), [&](const auto& held) { return held.kind == paper.kind; });
        if (same == after.papers.end())
            after.papers.append(paper);
        else
            *same = paper;
    }
    ++after.version;
    return after;
}

QList<PageRef> capturedOf(const ActRecord& act)
{
    CaseRecord holder;
    holder.materials = act.materials;
    holder.papers = act.papers;
    return capturedOf(holder);
}

QJsonObject ActRecord::toJson() const
{
    QJsonObject json{{u"id"_s, id},
                     {u"caseId"_s, caseId},
                     {u"act"_s, toWire(act)},
                     {u"window"_s, namedToJson(window)},
                     {u"clerk"_s, namedToJson(clerk)},
                     {u"at"_s, isoTime(at)},
                     {u"offline"_s, offline}};
    const auto set = [&json](const QString& key, const QJsonValue& value, bool given) {
        if (given)
            json[key] = value;
    };
    set(u"reason"_s, reason, !reason.isEmpty());
    set(u"materials"_s, materialsToJson(materials), !materials.isEmpty());
    set(u"deferred"_s, deferredToJson(deferred), !deferred.isEmpty());
    set(u"papers"_s, papersToJson(papers), !papers.isEmpty());
    set(u"statutoryUntil"_s, statutoryUntil.value_or(QDate()).toString(Qt::ISODate), statutoryUntil.has_value());
    set(u"promisedUntil"_s, promisedUntil.value_or(QDate()).toString(Qt::ISODate), promisedUntil.has_value());
    set(u"until"_s, until.value_or(QDate()).toString(Qt::ISODate), until.has_value());
    set(u"result"_s, result, !result.isEmpty());
    set(u"recipient"_s, recipient, !recipient.isEmpty());
    set(u"byPost"_s, true, byPost);
    set(u"procedure"_s, procedure, !procedure.isEmpty());
    if (refusal)
        json[u"refusal"_s] = refusalToJson(*refusal);
    if (correction)
        json[u"correction"_s] = correction->toJson();
    return json;
}

Result<ActRecord> ActRecord::fromJson(const QJsonObject& json)
{
    const auto wrong = [](const QString& field) { return fail(ErrorKind::BadAnswer, u"case.field"_s, {u'/' + field}); };
    ActRecord record;
    record.id = json[u"id"_s].toString();
    record.caseId = json[u"caseId"_s].toString();
    for (const auto& [field, value] : {std::pair(u"id"_s, record.id), std::pair(u"caseId"_s, record.caseId)}) {
        if (value.isEmpty())
            return wrong(field);
    }
    const auto act = caseActFromWire(json[u"act"_s].toString());
    if (!act)
        return wrong(u"act"_s);
    record.act = *act;
    record.window = namedFromJson(json[u"window"_s]);
    record.clerk = namedFromJson(json[u"clerk"_s]);
    if (record.clerk.code.isEmpty())
        return wrong(u"clerk"_s);
    record.at = QDateTime::fromString(json[u"at"_s].toString(), Qt::ISODate);
    if (!record.at.isValid())
        return wrong(u"at"_s);
    record.offline = json[u"offline"_s].toBool();
    record.reason = json[u"reason"_s].toString();
    const auto materials = materialsFromJson(json[u"materials"_s].toArray());
    const auto deferred = deferredFromJson(json[u"deferred"_s].toArray());
    const auto papers = papersFromJson(json[u"papers"_s].toArray());
    if (!materials || !deferred || !papers)
        return wrong(!materials ? u"materials"_s : !deferred ? u"deferred"_s : u"papers"_s);
    record.materials = *materials;
    record.deferred = *deferred;
    record.papers = *papers;
    for (const auto& [field, date] : {std::pair(u"statutoryUntil"_s, &record.statutoryUntil),
                                      std::pair(u"promisedUntil"_s, &record.promisedUntil), std::pair(u"until"_s, &record.until)}) {
        if (!json.contains(field))
            continue;
        *date = QDate::fromString(json[field].toString(), Qt::ISODate);
        if (!(*date)->isValid())
            return wrong(field);
    }
    record.result = json[u"result"_s].toString();
    record.recipient = json[u"recipient"_s].toString();
    record.byPost = json[u"byPost"_s].toBool();
    record.procedure = json[u"procedure"_s].toString();
    if (json.contains(u"refusal"_s))
        record.refusal = refusalFromJson(json[u"refusal"_s]);
    if (json.contains(u"correction"_s))
        record.correction = Correction::fromJson(json[u"correction"_s].toObject());
    return record;
}

} // namespace core
