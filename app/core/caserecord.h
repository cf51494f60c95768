// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/caselife.h"
#include "app/core/certificate.h"
#include "app/core/grant.h"
#include "app/core/serviceitem.h"
#include "app/core/verdict.h"

#include <QDateTime>
#include <QJsonObject>

#include <optional>

namespace core {

/// A person or an organisation as an acceptance record names them. Personal data.
struct Party
{
    ApplicantKind kind = ApplicantKind::Person;
    QString name;
    Certificate certificate;
    QString phone;
    QString address;
    QString legalRepresentative; ///< organisations only

    friend bool operator==(const Party&, const Party&) = default;
};

/// Whether a material with this status need not be brought any more.
bool isHere(MaterialStatus status);

/// One captured page, or a PDF of several: the bytes are known by their SHA-256 (lower-case hex).
struct PageRef
{
    QString sha256;
    qint64 bytes = 0;
    QString mediaType;
    int pages = 1;

    friend bool operator==(const PageRef&, const PageRef&) = default;
};

struct NamedCode
{
    QString code;
    QString name;

    friend bool operator==(const NamedCode&, const NamedCode&) = default;
};

/// Who saw a scan beside its original (此件经与原件核对无误).
struct Verification
{
    NamedCode clerk;
    NamedCode window;
    QDateTime at = {};

    friend bool operator==(const Verification&, const Verification&) = default;
};

/// A material as it was handed in, or not.
struct MaterialRecord
{
    QString code;
    QString name;
    MaterialForm form = MaterialForm::Original;
    int count = 1;
    MaterialStatus status = MaterialStatus::Missing;
    QList<PageRef> pages = {};
    QString shortfall = {};    ///< why it fell short, for the one-time notice
    QDateTime arrivedAt = {};  ///< of a supplement; otherwise invalid
    QString source = {};       ///< where it was held: a case number, or an e-licence's; empty: the applicant brought it
    QString askedBecause = {}; ///< why it was asked for although it was held
    std::optional<Verification> verified = {};

    [[nodiscard]] int pageCount() const;

    friend bool operator==(const MaterialRecord&, const MaterialRecord&) = default;
};

/// A material that may follow later, and until when.
struct DeferredMaterial
{
    QString code;
    QString name;
    MaterialForm form = MaterialForm::Original;
    QDate deadline;

    friend bool operator==(const DeferredMaterial&, const DeferredMaterial&) = default;
};

enum class PaperKind {
    ReceiptSlip,
    AcceptanceNotice,
    DeferredNotice,
    CommitmentLetter,
    OneTimeNotice,
    SupplementSlip,
    RefusalNotice,
    DeferredReceiptSlip,
    ProcedureNotice, ///< an excluded procedure stops the clock (特别程序告知书)
    DeliveryReceipt, ///< what was handed out, to whom (送达回证)
};
QList<PaperKind> allPaperKinds();

/// A paper that belongs to a case, with the number printed on it.
struct PaperRecord
{
    PaperKind kind = PaperKind::ReceiptSlip;
    QString number;
    int copies = 1;
    std::optional<PageRef> signature = {}; ///< drawn by the applicant; empty: signed on paper

    friend bool operator==(const PaperRecord&, const PaperRecord&) = default;
};

/// Why an application is not taken in (不予受理), as the refusal names it.
struct Refusal
{
    QString reason;
    QString basis;               ///< the law
    QString competentOrgan = {}; ///< where it belongs; empty: nowhere
    QDate on = {};

    friend bool operator==(const Refusal&, const Refusal&) = default;
};

/// How the result left the hall.
struct Delivery
{
    QString recipient; ///< who took it, as shown on paper, or the tracking number
    bool byPost = false;
    QDateTime at = {};
    NamedCode window = {};
    NamedCode clerk = {};
    bool offline = false; ///< `at` was measured without the back office

    friend bool operator==(const Delivery&, const Delivery&) = default;
};

/// What became of a commitment to supply by a date.
enum class Commitment { Open, Broken, Repaired };

/// One application to one item (办件) as a window sends it. Fields as in provincial exchange tables.
struct CaseRecord
{
    QString id;     ///< UUIDv7
    QString number; ///< opaque
    bool numberProvisional = false;
    int version = 1; ///< a resend raises it
    NamedCode item;
    NamedCode scenario;
    CaseState state = CaseState::Received;
    Party applicant;
    std::optional<Party> agent;
    QList<MaterialRecord> materials;
    QList<DeferredMaterial> deferred;
    QList<PaperRecord> papers;
    NamedCode hall;
    NamedCode window;
    NamedCode clerk; ///< code: the clerk's number
    QString department;
    QString ticketNumber;
    QDateTime receivedAt;
    QDateTime acceptedAt;       ///< invalid when not accepted
    QDateTime notifiedAt;       ///< when the one-time notice was given; otherwise invalid
    QDateTime correctedAt = {}; ///< when it was last put right whose case it is; otherwise invalid
    bool offline = false;       ///< times were measured without the back office
    int statutoryDays = 0;
    int promisedDays = 0;
    std::optional<QDate> statutoryUntil;
    std::optional<QDate> promisedUntil;
    QString queryCode;
    QString remarks;
    bool extended = false; ///< the supplement's deadline was moved, which is possible once
    QString result;        ///< what the department decided: granted or denied
    std::optional<Refusal> refusal;
    QString prefiling; ///< id of what was submitted online, if the case began there
    /// When a state ends by itself: silence accepts, the applicant's limit or the keeping of papers returns, a suspension is over.
    std::optional<QDate> waitsUntil;
    std::optional<QDate> suspendedSince; ///< the legal clock stands still from this day
    QString suspendedFor;                ///< the excluded procedure; empty: a supplement that is overdue
    Commitment commitment = Commitment::Open;
    bool noticedAgain = false; ///< a supplement fell short, and the one notice for it was given
    QString postTo = {};       ///< where the result is to be posted; empty: it is collected at the hall
    std::optional<Delivery> delivery = {};
    QList<Grant> grants = {}; ///< rules that a supervisor set aside

    friend bool operator==(const CaseRecord&, const CaseRecord&) = default;

    [[nodiscard]] QJsonObject toJson() const;
    /// Fails with `case.field` and the JSON pointer of the first field that is missing or wrong.
    static Result<CaseRecord> fromJson(const QJsonObject& json);
};

/// Everything captured that a case refers to: pages of its materials and signatures, each once.
QList<PageRef> capturedOf(const CaseRecord& record);

QString toWire(MaterialForm form);
QString toWire(MaterialStatus status);
QString toWire(PaperKind kind);
QString toWire(Commitment commitment);
Result<MaterialStatus> materialStatusFromWire(const QString& wire);
Result<PaperKind> paperKindFromWire(const QString& wire);

/// Party and page list, also used by drafts.
QJsonObject partyToJson(const Party& party);
Party partyFromJson(const QJsonObject& json);
QJsonObject namedToJson(const NamedCode& named);
NamedCode namedFromJson(const QJsonValue& value);
QJsonArray materialsToJson(const QList<MaterialRecord>& materials);
Result<QList<MaterialRecord>> materialsFromJson(const QJsonArray& json);
QJsonArray deferredToJson(const QList<DeferredMaterial>& deferred);
Result<QList<DeferredMaterial>> deferredFromJson(const QJsonArray& json);
QJsonArray papersToJson(const QList<PaperRecord>& papers);
Result<QList<PaperRecord>> papersFromJson(const QJsonArray& json);
QJsonObject refusalToJson(const Refusal& refusal);
Refusal refusalFromJson(const QJsonValue& value);
/// RFC 3339 with offset.
QString isoTime(const QDateTime& time);
QJsonArray pagesToJson(const QList<PageRef>& pages);
/// Null where nobody checked it.
QJsonValue verifiedToJson(const std::optional<Verification>& verified);
std::optional<Verification> verifiedFromJson(const QJsonValue& json);
QList<PageRef> pagesFromJson(const QJsonArray& json);

} // namespace core
