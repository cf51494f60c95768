// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/caserecord.h"

#include "app/core/wire.h"

#include <QJsonArray>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr WireNames<MaterialForm, 3> Forms{
    {{MaterialForm::Original, u"original"}, {MaterialForm::Copy, u"copy"}, {MaterialForm::Electronic, u"electronic"}}};
constexpr WireNames<MaterialStatus, 6> Statuses{{{MaterialStatus::Missing, u"missing"},
                                                 {MaterialStatus::Present, u"present"},
                                                 {MaterialStatus::Reused, u"reused"},
                                                 {MaterialStatus::ELicence, u"e-licence"},
                                                 {MaterialStatus::WrongCorrectable, u"wrong-correctable"},
                                                 {MaterialStatus::Wrong, u"wrong"}}};
constexpr WireNames<PaperKind, 10> Papers{{{PaperKind::ReceiptSlip, u"receipt-slip"},
                                           {PaperKind::AcceptanceNotice, u"acceptance-notice"},
                                           {PaperKind::DeferredNotice, u"deferred-acceptance-notice"},
                                           {PaperKind::CommitmentLetter, u"commitment-letter"},
                                           {PaperKind::OneTimeNotice, u"one-time-notice"},
                                           {PaperKind::SupplementSlip, u"supplement-slip"},
                                           {PaperKind::RefusalNotice, u"refusal-notice"},
                                           {PaperKind::DeferredReceiptSlip, u"deferred-receipt-slip"},
                                           {PaperKind::ProcedureNotice, u"procedure-notice"},
                                           {PaperKind::DeliveryReceipt, u"delivery-receipt"}}};
constexpr WireNames<Commitment, 3> Commitments{
    {{Commitment::Open, u"open"}, {Commitment::Broken, u"broken"}, {Commitment::Repaired, u"repaired"}}};
constexpr WireNames<ApplicantKind, 2> Kinds{{{ApplicantKind::Person, u"person"}, {ApplicantKind::Organisation, u"organisation"}}};

QJsonObject materialToJson(const MaterialRecord& material)
{
    QJsonObject json{{u"code"_s, material.code},
                     {u"name"_s, material.name},
                     {u"form"_s, toWire(material.form)},
                     {u"count"_s, material.count},
                     {u"status"_s, toWire(material.status)},
                     {u"pages"_s, pagesToJson(material.pages)}};
    if (!material.shortfall.isEmpty())
        json[u"shortfall"_s] = material.shortfall;
    if (!material.source.isEmpty())
        json[u"source"_s] = material.source;
    if (material.arrivedAt.isValid())
        json[u"arrivedAt"_s] = isoTime(material.arrivedAt);
    if (!material.askedBecause.isEmpty())
        json[u"askedBecause"_s] = material.askedBecause;
    if (material.verified)
        json[u"verified"_s] = verifiedToJson(material.verified);
    return json;
}

QJsonObject deliveryToJson(const Delivery& delivery)
{
    return {{u"recipient"_s, delivery.recipient},      {u"byPost"_s, delivery.byPost},
            {u"at"_s, isoTime(delivery.at)},           {u"window"_s, namedToJson(delivery.window)},
            {u"clerk"_s, namedToJson(delivery.clerk)}, {u"offline"_s, delivery.offline}};
}

std::optional<Delivery> deliveryFromJson(const QJsonValue& json)
{
    if (!json.isObject())
        return std::nullopt;
    return Delivery{
        json[u"recipient"_s].toString(),  json[u"byPost"_s].toBool(),      QDateTime::fromString(json[u"at"_s].toString(), Qt::ISODate),
        namedFromJson(json[u"window"_s]), namedFromJson(json[u"clerk"_s]), json[u"offline"_s].toBool()};
}

/// Reads a case field by field and remembers the first that is wrong.
class Reader
{
public:
    explicit Reader(const QJsonObject& json) : m_json(json) {}

    QString text(const QString& key) { return require(key, m_json[key].isString()) ? m_json[key].toString() : QString(); }
    int number(const QString& key) { return require(key, m_json[key].isDouble()) ? m_json[key].toInt() : 0; }
    NamedCode named(const QString& key)
    {
        const NamedCode value = namedFromJson(m_json[key]);
        require(key, !value.code.isEmpty() && !value.name.isEmpty());
        return value;
    }
    QDateTime time(const QString& key)
    {
        const QDateTime value = QDateTime::fromString(m_json[key].toString(), Qt::ISODate);
        require(key, value.isValid());
        return value;
    }
    std::optional<QDate> optionalDate(const QString& key)
    {
        if (!m_json.contains(key))
            return std::nullopt;
        const QDate value = QDate::fromString(m_json[key].toString(), Qt::ISODate);
        require(key, value.isValid());
        return value;
    }
    template<class T> T value(const QString& key, const Result<T>& result)
    {
        require(key, result.has_value());
        return result.value_or(T{});
    }
    bool require(const QString& key, bool holds)
    {
        if (!holds && m_wrong.isEmpty())
            m_wrong = key;
        return holds;
    }
    [[nodiscard]] QString wrong() const { return m_wrong; }

private:
    QJsonObject m_json;
    QString m_wrong;
};

} // namespace

QJsonObject namedToJson(const NamedCode& named)
{
    return {{u"code"_s, named.code}, {u"name"_s, named.name}};
}

NamedCode namedFromJson(const QJsonValue& value)
{
    return {value[u"code"_s].toString(), value[u"name"_s].toString()};
}

QString isoTime(const QDateTime& time)
{
    return time.toOffsetFromUtc(time.offsetFromUtc()).toString(Qt::ISODate);
}

QJsonArray materialsToJson(const QList<MaterialRecord>& materials)
{
    QJsonArray json;
    for (const MaterialRecord& material : materials)
        json.append(materialToJson(material));
    return json;
}

Result<QList<MaterialRecord>> materialsFromJson(const QJsonArray& json)
{
    QList<MaterialRecord> materials;
    for (const QJsonValue& o : json) {
        const auto form = fromWireName(Forms, o[u"form"_s].toString(), u"case.form"_s);
        const auto status = materialStatusFromWire(o[u"status"_s].toString());
        if (!form || !status)
            return tl::unexpected(form ? status.error() : form.error());
        materials.append({o[u"code"_s].toString(), o[u"name"_s].toString(), *form, o[u"count"_s].toInt(), *status,
                          pagesFromJson(o[u"pages"_s].toArray()), o[u"shortfall"_s].toString(),
                          QDateTime::fromString(o[u"arrivedAt"_s].toString(), Qt::ISODate), o[u"source"_s].toString(),
                          o[u"askedBecause"_s].toString(), verifiedFromJson(o[u"verified"_s])});
    }
    return materials;
}

QJsonArray deferredToJson(const QList<DeferredMaterial>& deferred)
{
    QJsonArray json;
    for (const DeferredMaterial& material : deferred)
        json.append(QJsonObject{{u"code"_s, material.code},
                                {u"name"_s, material.name},
                                {u"form"_s, core::toWire(material.form)},
                                {u"deadline"_s, material.deadline.toString(Qt::ISODate)}});
    return json;
}

Result<QList<DeferredMaterial>> deferredFromJson(const QJsonArray& json)
{
    QList<DeferredMaterial> deferred;
    for (const QJsonValue& o : json) {
        const auto form = fromWireName(Forms, o[u"form"_s].toString(), u"case.form"_s);
        const QDate deadline = QDate::fromString(o[u"deadline"_s].toString(), Qt::ISODate);
        if (!form || !deadline.isValid())
            return fail(ErrorKind::BadAnswer, u"case.field"_s, {u"/deferred"_s});
        deferred.append({o[u"code"_s].toString(), o[u"name"_s].toString(), *form, deadline});
    }
    return deferred;
}

QJsonArray papersToJson(const QList<PaperRecord>& papers)
{
    QJsonArray json;
    for (const PaperRecord& paper : papers) {
        QJsonObject entry{{u"kind"_s, core::toWire(paper.kind)}, {u"number"_s, paper.number}, {u"copies"_s, paper.copies}};
        if (paper.signature)
            entry[u"signature"_s] = pagesToJson({*paper.signature})[0];
        json.append(entry);
    }
    return json;
}

Result<QList<PaperRecord>> papersFromJson(const QJsonArray& json)
{
    QList<PaperRecord> papers;
    for (const QJsonValue& value : json) {
        const QJsonObject o = value.toObject();
        const auto kind = paperKindFromWire(o[u"kind"_s].toString());
        if (!kind)
            return tl::unexpected(kind.error());
        papers.append({*kind, o[u"number"_s].toString(), o[u"copies"_s].toInt(1)});
        if (o.contains(u"signature"_s))
            papers.last().signature = pagesFromJson({o[u"signature"_s]}).constFirst();
    }
    return papers;
}

QJsonObject partyToJson(const Party& party)
{
    QJsonObject json{{u"kind"_s, wireName(Kinds, party.kind)},
                     {u"name"_s, party.name},
                     {u"certificateType"_s, toWire(party.certificate.type)},
                     {u"certificateNumber"_s, party.certificate.number},
                     {u"phone"_s, party.phone},
                     {u"address"_s, party.address}};
    if (party.kind == ApplicantKind::Organisation)
        json[u"legalRepresentative"_s] = party.legalRepresentative;
    return json;
}

Party partyFromJson(const QJsonObject& json)
{
    return {fromWireName(Kinds, json[u"kind"_s].toString(), u"party.kind"_s).value_or(ApplicantKind::Person),
            json[u"name"_s].toString(),
            {certificateTypeFromWire(json[u"certificateType"_s].toString()).value_or(CertificateType::Other),
             json[u"certificateNumber"_s].toString()},
            json[u"phone"_s].toString(),
            json[u"address"_s].toString(),
            json[u"legalRepresentative"_s].toString()};
}

std::optional<Verification> verifiedFromJson(const QJsonValue& json)
{
    if (!json.isObject())
        return std::nullopt;
    return Verification{namedFromJson(json[u"clerk"_s]), namedFromJson(json[u"window"_s]),
                        QDateTime::fromString(json[u"at"_s].toString(), Qt::ISODate)};
}

QJsonValue verifiedToJson(const std::optional<Verification>& verified)
{
    if (!verified)
        return QJsonValue::Null;
    return QJsonObject{
        {u"clerk"_s, namedToJson(verified->clerk)}, {u"window"_s, namedToJson(verified->window)}, {u"at"_s, isoTime(verified->at)}};
}

QJsonArray pagesToJson(const QList<PageRef>& pages)
{
    QJsonArray json;
    for (const PageRef& page : pages) {
        QJsonObject entry{{u"sha256"_s, page.sha256}, {u"bytes"_s, page.bytes}, {u"mediaType"_s, page.mediaType}};
        if (page.pages > 1)
            entry[u"pages"_s] = page.pages;
        json.append(entry);
    }
    return json;
}

QList<PageRef> pagesFromJson(const QJsonArray& json)
{
    QList<PageRef> pages;
    for (const QJsonValue& entry : json)
        pages.append(
            {entry[u"sha256"_s].toString(), entry[u"bytes"_s].toInteger(), entry[u"mediaType"_s].toString(), entry[u"pages"_s].toInt(1)});
    return pages;
}

bool isHere(MaterialStatus status)
{
    return status == MaterialStatus::Present || status == MaterialStatus::Reused || status == MaterialStatus::ELicence;
}

int MaterialRecord::pageCount() const
{
    return std::accumulate(pages.begin(), pages.end(), 0, [](int sum, const PageRef& page) { return sum + page.pages; });
}

QList<PageRef> capturedOf(const CaseRecord& record)
{
    QList<PageRef> captured;
    const auto add = [&captured](const PageRef& page) {
        if (!captured.contains(page))
            captured.append(page);
    };
    for (const MaterialRecord& material : record.materials)
        std::for_each(material.pages.begin(), material.pages.end(), add);
    for (const PaperRecord& paper : record.papers) {
        if (paper.signature)
            add(*paper.signature);
    }
    return captured;
}

QJsonObject CaseRecord::toJson() const
{
    QJsonObject json{{u"id"_s, id},
                     {u"number"_s, number},
                     {u"numberProvisional"_s, numberProvisional},
                     {u"version"_s, version},
                     {u"item"_s, namedToJson(item)},
                     {u"scenario"_s, namedToJson(scenario)},
                     {u"state"_s, core::toWire(state)},
                     {u"applicant"_s, partyToJson(applicant)},
                     {u"materials"_s, materialsToJson(materials)},
                     {u"deferred"_s, deferredToJson(deferred)},
                     {u"papers"_s, papersToJson(papers)},
                     {u"hall"_s, namedToJson(hall)},
                     {u"window"_s, namedToJson(window)},
                     {u"clerk"_s, namedToJson(clerk)},
                     {u"department"_s, department},
                     {u"ticketNumber"_s, ticketNumber},
                     {u"receivedAt"_s, isoTime(receivedAt)},
                     {u"offline"_s, offline},
                     {u"statutoryDays"_s, statutoryDays},
                     {u"promisedDays"_s, promisedDays},
                     {u"queryCode"_s, queryCode},
                     {u"remarks"_s, remarks}};
    if (agent)
        json[u"agent"_s] = partyToJson(*agent);
    if (acceptedAt.isValid())
        json[u"acceptedAt"_s] = isoTime(acceptedAt);
    if (notifiedAt.isValid())
        json[u"notifiedAt"_s] = isoTime(notifiedAt);
    if (correctedAt.isValid())
        json[u"correctedAt"_s] = isoTime(correctedAt);
    if (statutoryUntil)
        json[u"statutoryUntil"_s] = statutoryUntil->toString(Qt::ISODate);
    if (promisedUntil)
        json[u"promisedUntil"_s] = promisedUntil->toString(Qt::ISODate);
    if (extended)
        json[u"extended"_s] = true;
    if (!result.isEmpty())
        json[u"result"_s] = result;
    if (!prefiling.isEmpty())
        json[u"prefiling"_s] = prefiling;
    if (refusal)
        json[u"refusal"_s] = refusalToJson(*refusal);
    if (waitsUntil)
        json[u"waitsUntil"_s] = waitsUntil->toString(Qt::ISODate);
    if (suspendedSince)
        json[u"suspendedSince"_s] = suspendedSince->toString(Qt::ISODate);
    if (!suspendedFor.isEmpty())
        json[u"suspendedFor"_s] = suspendedFor;
    if (commitment != Commitment::Open)
        json[u"commitment"_s] = core::toWire(commitment);
    if (noticedAgain)
        json[u"noticedAgain"_s] = true;
    if (!postTo.isEmpty())
        json[u"postTo"_s] = postTo;
    if (delivery)
        json[u"delivery"_s] = deliveryToJson(*delivery);
    if (!grants.isEmpty())
        json[u"grants"_s] = grantsToJson(grants);
    return json;
}

Result<CaseRecord> CaseRecord::fromJson(const QJsonObject& json)
{
    Reader read(json);
    CaseRecord record;
    record.id = read.text(u"id"_s);
    record.number = read.text(u"number"_s);
    record.numberProvisional = json[u"numberProvisional"_s].toBool();
    record.version = read.number(u"version"_s);
    record.item = read.named(u"item"_s);
    record.scenario = read.named(u"scenario"_s);
    record.state = read.value(u"state"_s, caseStateFromWire(json[u"state"_s].toString()));
    record.applicant = partyFromJson(json[u"applicant"_s].toObject());
    read.require(u"applicant"_s, !record.applicant.name.isEmpty());
    if (json.contains(u"agent"_s))
        record.agent = partyFromJson(json[u"agent"_s].toObject());
    record.materials = read.value(u"materials"_s, materialsFromJson(json[u"materials"_s].toArray()));
    record.deferred = read.value(u"deferred"_s, deferredFromJson(json[u"deferred"_s].toArray()));
    record.papers = read.value(u"papers"_s, papersFromJson(json[u"papers"_s].toArray()));
    record.hall = read.named(u"hall"_s);
    record.window = read.named(u"window"_s);
    record.clerk = read.named(u"clerk"_s);
    record.department = read.text(u"department"_s);
    record.ticketNumber = json[u"ticketNumber"_s].toString();
    record.receivedAt = read.time(u"receivedAt"_s);
    if (json.contains(u"acceptedAt"_s))
        record.acceptedAt = read.time(u"acceptedAt"_s);
    if (json.contains(u"notifiedAt"_s))
        record.notifiedAt = read.time(u"notifiedAt"_s);
    if (json.contains(u"correctedAt"_s))
        record.correctedAt = read.time(u"correctedAt"_s);
    record.offline = json[u"offline"_s].toBool();
    record.statutoryDays = read.number(u"statutoryDays"_s);
    record.promisedDays = read.number(u"promisedDays"_s);
    record.statutoryUntil = read.optionalDate(u"statutoryUntil"_s);
    record.promisedUntil = read.optionalDate(u"promisedUntil"_s);
    record.queryCode = read.text(u"queryCode"_s);
    record.remarks = json[u"remarks"_s].toString();
    record.extended = json[u"extended"_s].toBool();
    record.result = json[u"result"_s].toString();
    if (json.contains(u"refusal"_s))
        record.refusal = refusalFromJson(json[u"refusal"_s]);
    record.prefiling = json[u"prefiling"_s].toString();
    record.waitsUntil = read.optionalDate(u"waitsUntil"_s);
    record.suspendedSince = read.optionalDate(u"suspendedSince"_s);
    record.suspendedFor = json[u"suspendedFor"_s].toString();
    record.commitment = read.value(
        u"commitment"_s, fromWireName(Commitments, json[u"commitment"_s].toString(core::toWire(Commitment::Open)), u"case.commitment"_s));
    record.noticedAgain = json[u"noticedAgain"_s].toBool();
    record.postTo = json[u"postTo"_s].toString();
    record.delivery = deliveryFromJson(json[u"delivery"_s]);
    record.grants = grantsFromJson(json[u"grants"_s].toArray());
    if (!read.wrong().isEmpty())
        return fail(ErrorKind::BadAnswer, u"case.field"_s, {u'/' + read.wrong()});
    return record;
}

QString toWire(MaterialForm form)
{
    return wireName(Forms, form);
}

QString toWire(MaterialStatus status)
{
    return wireName(Statuses, status);
}

QString toWire(PaperKind kind)
{
    return wireName(Papers, kind);
}

QString toWire(Commitment commitment)
{
    return wireName(Commitments, commitment);
}

QList<PaperKind> allPaperKinds()
{
    QList<PaperKind> kinds;
    for (const auto& [kind, name] : Papers)
        kinds.append(kind);
    return kinds;
}

QJsonObject refusalToJson(const Refusal& refusal)
{
    QJsonObject json{{u"reason"_s, refusal.reason}, {u"basis"_s, refusal.basis}};
    if (!refusal.competentOrgan.isEmpty())
        json[u"competentOrgan"_s] = refusal.competentOrgan;
    if (refusal.on.isValid())
        json[u"on"_s] = refusal.on.toString(Qt::ISODate);
    return json;
}

Refusal refusalFromJson(const QJsonValue& value)
{
    return {value[u"reason"_s].toString(), value[u"basis"_s].toString(), value[u"competentOrgan"_s].toString(),
            QDate::fromString(value[u"on"_s].toString(), Qt::ISODate)};
}

Result<MaterialStatus> materialStatusFromWire(const QString& wire)
{
    return fromWireName(Statuses, wire, u"material.status"_s);
}

Result<PaperKind> paperKindFromWire(const QString& wire)
{
    return fromWireName(Papers, wire, u"paper.kind"_s);
}

} // namespace core
