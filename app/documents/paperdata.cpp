// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/documents/paperdata.h"

#include "app/core/guidecode.h"
#include "app/core/halltime.h"
#include "app/core/masking.h"
#include "app/core/progress.h"
#include "app/core/verdict.h"
#include "app/core/wording.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace documents {

namespace {

QString formName(core::MaterialForm form)
{
    switch (form) {
    case core::MaterialForm::Original: return u"原件"_s;
    case core::MaterialForm::Copy: return u"复印件"_s;
    case core::MaterialForm::Electronic: return u"电子件"_s;
    }
    return {};
}

QString certificateName(core::CertificateType type)
{
    using core::CertificateType;
    switch (type) {
    case CertificateType::CitizenId: return u"居民身份证"_s;
    case CertificateType::ResidencePermit: return u"港澳台居民居住证"_s;
    case CertificateType::PermanentResidence: return u"外国人永久居留身份证"_s;
    case CertificateType::Passport: return u"护照"_s;
    case CertificateType::Military: return u"军人证件"_s;
    case CertificateType::CreditCode: return u"统一社会信用代码"_s;
    case CertificateType::Other: return u"其他证件"_s;
    }
    return {};
}

QString shownNumber(const core::Certificate& certificate)
{
    return certificate.type == core::CertificateType::CreditCode ? core::maskedCreditCode(certificate.number)
                                                                 : core::maskedNumber(certificate.number);
}

QString expiryWords(const core::ServiceItem* item)
{
    if (!item)
        return u"按规定处理"_s;
    switch (item->deferral.onExpiry) {
    case core::ExpiryRule::Return: return u"退回申请"_s;
    case core::ExpiryRule::Terminate: return u"终止办理"_s;
    case core::ExpiryRule::SuspendThenReturn: return u"中止办理%1个工作日，仍未补齐的退回申请"_s.arg(item->deferral.suspendDays);
    }
    return {};
}

/// When the papers of a case were made out.
QDateTime issuedAt(const core::CaseRecord& record)
{
    if (record.acceptedAt.isValid() || record.notifiedAt.isValid()) // whichever came last
        return record.acceptedAt.isValid() && !(record.notifiedAt > record.acceptedAt) ? record.acceptedAt : record.notifiedAt;
    return record.receivedAt;
}

/// The day by which what is owed has to come: in a suspension for what is overdue, that suspension's end.
std::optional<QDate> suppliedBy(const core::CaseRecord& record)
{
    if (record.deferred.isEmpty())
        return std::nullopt;
    const bool overdue = record.suspendedSince && record.suspendedFor.isEmpty() && record.waitsUntil;
    return overdue ? record.waitsUntil : std::optional(record.deferred.constFirst().deadline);
}

/// Why a paper is asked for; where the clerk wrote no word, what is known all the same.
QString shortfallOf(const core::MaterialRecord& material)
{
    if (!material.shortfall.isEmpty())
        return material.shortfall;
    const bool wrong = material.status == core::MaterialStatus::Wrong || material.status == core::MaterialStatus::WrongCorrectable;
    return wrong ? u"不符合要求"_s : u"未提交"_s;
}

void addMaterials(QJsonObject& data, const core::CaseRecord& record)
{
    QJsonArray received;
    QJsonArray lacking;
    for (const core::MaterialRecord& material : record.materials) {
        const bool present = core::isHere(material.status);
        QJsonArray& list = present ? received : lacking;
        list.append(QJsonObject{{u"index"_s, list.size() + 1},
                                {u"materialName"_s, material.name},
                                {u"materialForm"_s, formName(material.form)},
                                {u"materialCount"_s, material.count},
                                {u"pageCount"_s, material.pageCount()},
                                {u"shortfall"_s, shortfallOf(material)}});
    }
    data[u"materials"_s] = received;
    data[u"lacking"_s] = lacking;
    QJsonArray arrived;
    for (const core::MaterialRecord& material : record.materials) {
        if (material.arrivedAt.isValid())
            arrived.append(QJsonObject{{u"index"_s, arrived.size() + 1},
                                       {u"materialName"_s, material.name},
                                       {u"materialForm"_s, formName(material.form)},
                                       {u"pageCount"_s, material.pageCount()},
                                       {u"arrivedAt"_s, core::chineseTime(material.arrivedAt)}});
    }
    data[u"arrived"_s] = arrived;
    data[u"supplementComplete"_s] = !arrived.isEmpty() && record.deferred.isEmpty();
    QJsonArray deferred;
    for (const core::DeferredMaterial& material : record.deferred)
        deferred.append(QJsonObject{{u"index"_s, deferred.size() + 1},
                                    {u"materialName"_s, material.name},
                                    {u"materialForm"_s, formName(material.form)},
                                    {u"deadline"_s, core::chineseDate(material.deadline)}});
    data[u"deferred"_s] = deferred;
}

void addParty(QJsonObject& data, const QString& prefix, const core::Party& party)
{
    data[prefix + u"Name"_s] = party.name;
    data[prefix + u"CertificateType"_s] = certificateName(party.certificate.type);
    data[prefix + u"CertificateNumber"_s] = shownNumber(party.certificate);
    data[prefix + u"Phone"_s] = party.phone.isEmpty() ? u"—"_s : core::maskedPhone(party.phone);
}

} // namespace

QString queryText(const core::CaseRecord& record, const core::HallInfo& hall)
{
    return hall.queryUrl + record.queryCode;
}

QString queryText(const core::GivenTicket& given, const core::HallInfo& hall)
{
    return hall.queryUrl + given.queryCode;
}

QJsonObject ticketData(const core::GivenTicket& given, const QString& className, const core::HallInfo& hall)
{
    return {{u"hallName"_s, hall.name},
            {u"number"_s, given.ticket.number},
            {u"className"_s, className},
            {u"ahead"_s, given.ahead},
            {u"wait"_s, given.wait ? core::waitWords(*given.wait) : QString()},
            {u"slot"_s, given.slotBegin.isValid() ? core::hallTime(given.slotBegin).toString(u"HH:mm"_s) : QString()},
            {u"takenAt"_s, core::chineseTime(given.ticket.takenAt)}};
}

QJsonObject paperData(const core::CaseRecord& record, const core::HallInfo& hall, const core::ServiceItem* item)
{
    const bool timed = !item || !item->instant; // what is decided on the spot has no limit to print
    QJsonObject data{{u"number"_s, record.number},
                     {u"provisional"_s, record.numberProvisional},
                     {u"itemName"_s, record.item.name},
                     {u"itemCode"_s, record.item.code},
                     {u"scenarioName"_s, record.scenario.name},
                     {u"department"_s, record.department},
                     {u"hallName"_s, hall.name},
                     {u"organ"_s, hall.organ},
                     {u"phone"_s, hall.phone},
                     {u"complaintPhone"_s, hall.complaintPhone},
                     {u"hallAddress"_s, hall.address},
                     {u"windowName"_s, record.window.name},
                     {u"clerkName"_s, record.clerk.name},
                     {u"clerkNumber"_s, record.clerk.code},
                     {u"ticketNumber"_s, record.ticketNumber},
                     {u"receivedAt"_s, core::chineseTime(record.receivedAt)},
                     {u"acceptedAt"_s, record.acceptedAt.isValid() ? core::chineseTime(record.acceptedAt) : QString()},
                     {u"today"_s, core::chineseDate(core::hallTime(issuedAt(record)).date())},
                     {u"offline"_s, record.offline},
                     {u"statutoryDays"_s, record.statutoryDays},
                     {u"promisedDays"_s, record.promisedDays},
                     {u"statutoryUntil"_s, timed && record.statutoryUntil ? core::chineseDate(*record.statutoryUntil) : QString()},
                     {u"promisedUntil"_s, timed && record.promisedUntil ? core::chineseDate(*record.promisedUntil) : QString()},
                     {u"clockWaits"_s, record.acceptedAt.isValid() && !record.promisedUntil.has_value()},
                     {u"excluded"_s, item ? item->excludedProcedures.join(u"、"_s) : QString()},
                     {u"expiry"_s, expiryWords(item)},
                     {u"licence"_s, item && item->silence == core::SilenceRule::LicenceFiveDays},
                     {u"instant"_s, item && item->instant},
                     {u"takesTime"_s, timed},
                     {u"queryCode"_s, record.queryCode},
                     {u"hasAgent"_s, record.agent.has_value()}};
    const core::Refusal refusal = record.refusal.value_or(core::Refusal{});
    data[u"refusalReason"_s] = refusal.reason;
    data[u"refusalBasis"_s] = refusal.basis;
    data[u"competentOrgan"_s] = refusal.competentOrgan;
    data[u"refusedOn"_s] = refusal.on.isValid() ? core::chineseDate(refusal.on) : QString();
    data[u"waitsUntil"_s] = record.waitsUntil ? core::chineseDate(*record.waitsUntil) : QString();
    data[u"correctBy"_s] = record.waitsUntil && !record.acceptedAt.isValid() ? core::chineseDate(*record.waitsUntil) : QString();
    data[u"correctedOn"_s] = record.correctedAt.isValid() ? core::chineseDate(core::hallTime(record.correctedAt).date()) : QString();
    data[u"suspendedFor"_s] = record.suspendedFor;
    data[u"suspendedSince"_s] = record.suspendedSince ? core::chineseDate(*record.suspendedSince) : QString();
    const core::Delivery delivery = record.delivery.value_or(core::Delivery{});
    data[u"recipient"_s] = delivery.recipient;
    data[u"posted"_s] = delivery.byPost;
    data[u"collected"_s] = !delivery.byPost;
    data[u"deliveredAt"_s] = record.delivery ? core::chineseTime(delivery.at) : QString();
    data[u"result"_s] = record.result == u"denied" ? u"不予许可（批准）决定"_s : u"准予许可（批准）决定及证照、批文"_s;
    data[u"deliveredOffline"_s] = delivery.offline;
    data[u"deliveryWindow"_s] = delivery.window.name;
    data[u"delivererName"_s] = delivery.clerk.name;
    data[u"delivererNumber"_s] = delivery.clerk.code;
    data[u"postTo"_s] = record.postTo;
    data[u"collects"_s] = record.postTo.isEmpty();
    data[u"afterAcceptance"_s] = record.acceptedAt.isValid();
    const auto supplyBy = suppliedBy(record);
    data[u"deferredUntil"_s] = supplyBy ? core::chineseDate(*supplyBy) : QString();
    addParty(data, u"applicant"_s, record.applicant);
    addParty(data, u"agent"_s, record.agent.value_or(core::Party{}));
    addMaterials(data, record);
    const bool byAgent = record.agent && !record.agent->phone.isEmpty();
    data[u"contactPhone"_s] = data[byAgent ? u"agentPhone"_s : u"applicantPhone"_s];
    return data;
}

QJsonObject progressData(const core::CaseRecord& record, const core::HallInfo& hall, const QDateTime& now)
{
    const core::Progress progress = core::progressOf(record);
    QJsonArray owed;
    for (const core::Progress::Owed& one : progress.owed)
        owed.append(QJsonObject{{u"index"_s, owed.size() + 1},
                                {u"materialName"_s, one.name},
                                {u"until"_s, one.until ? core::chineseDate(*one.until) : QString()},
                                {u"shortfall"_s, one.shortfall}});
    return {{u"number"_s, record.number},
            {u"itemName"_s, record.item.name},
            {u"department"_s, record.department},
            {u"receivedAt"_s, core::chineseTime(record.receivedAt)},
            {u"hallName"_s, hall.name},
            {u"phone"_s, hall.phone},
            {u"queryCode"_s, record.queryCode},
            {u"progressState"_s, progress.state},
            {u"progressNext"_s, progress.next},
            {u"owing"_s, !owed.isEmpty()},
            {u"owed"_s, owed},
            {u"asOf"_s, core::chineseTime(now)}};
}

QJsonObject transferData(const core::Transfer& transfer, const core::HallInfo& hall)
{
    QJsonArray rows;
    int number = 0;
    for (const core::TransferEntry& entry : transfer.entries) {
        bool first = true;
        ++number;
        for (const core::TransferEntry::Original& original : entry.originals) {
            const bool head = std::exchange(first, false);
            rows.append(QJsonObject{{u"index"_s, head ? QString::number(number) : QString()},
                                    {u"caseNumber"_s, head ? entry.number : QString()},
                                    {u"itemName"_s, head ? entry.itemName : QString()},
                                    {u"materialName"_s, original.name},
                                    {u"materialCount"_s, original.count}});
        }
    }
    return {{u"paperNumber"_s, transfer.number},
            {u"hallName"_s, hall.name},
            {u"windowName"_s, transfer.window.name},
            {u"clerkName"_s, transfer.clerk.name},
            {u"clerkNumber"_s, transfer.clerk.code},
            {u"department"_s, transfer.department},
            {u"handedOverAt"_s, core::chineseTime(transfer.at)},
            {u"caseCount"_s, transfer.entries.size()},
            {u"originalCount"_s, transfer.originalCount()},
            {u"rows"_s, rows},
            {u"offline"_s, transfer.offline}};
}

namespace {

/// How a material may be spared or come later, and where its form is to be had.
QStringList notesOf(const core::ServiceItem& item, const core::MaterialRequirement& material)
{
    QStringList notes;
    if (!material.licence.isEmpty())
        notes.append(u"已有电子证照的免带"_s);
    if (core::whyDeferrable(item, material).level != core::ReasonLevel::Blocking)
        notes.append(u"可先受理后补"_s);
    if (!material.blankForm.isEmpty())
        notes.append(u"空白表："_s + material.blankForm);
    if (!material.sample.isEmpty())
        notes.append(u"样表："_s + material.sample);
    return notes;
}

QString limitWords(const core::ServiceItem& item)
{
    return item.instant ? u"当场办结"_s : u"法定%1个工作日，承诺%2个工作日"_s.arg(item.statutoryDays).arg(item.promisedDays);
}

} // namespace

QJsonObject checklistData(const core::ServiceItem& item, const core::Scenario& scenario, const core::HallInfo& hall, const QDate& today)
{
    QJsonArray conditions;
    for (const QString& condition : item.conditions)
        conditions.append(QJsonObject{{u"index"_s, conditions.size() + 1}, {u"condition"_s, condition}});
    QJsonArray materials;
    const auto asked = item.materialsOf(scenario.code);
    for (const core::MaterialRequirement& material : asked) {
        const QString notes = notesOf(item, material).join(u"；"_s);
        materials.append(QJsonObject{{u"materialName"_s, material.name},
                                     {u"materialForm"_s, formName(material.form)},
                                     {u"materialCount"_s, material.count},
                                     {u"note"_s, notes}});
    }
    return {{u"hallName"_s, hall.name},
            {u"hallAddress"_s, hall.address},
            {u"phone"_s, hall.phone},
            {u"complaintPhone"_s, hall.complaintPhone},
            {u"itemName"_s, item.name},
            {u"itemCode"_s, item.code},
            {u"scenarioName"_s, scenario.name},
            {u"department"_s, item.department},
            {u"limits"_s, limitWords(item)},
            {u"fee"_s, item.fee},
            {u"conditional"_s, !conditions.isEmpty()},
            {u"conditions"_s, conditions},
            {u"materials"_s, materials},
            {u"materialTotal"_s, materials.size()},
            {u"deferrable"_s, item.deferral.maxMaterials},
            {u"mayDefer"_s, item.deferral.maxMaterials > 0},
            {u"code"_s, core::guideCode(item, scenario)},
            {u"today"_s, core::chineseDate(today)}};
}

} // namespace documents
