// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/casepapers.h"

#include "app/core/halltime.h"

#include <algorithm>

namespace core {

namespace {

/// Whether a paper still says where the case stands.
bool holdsNow(const CaseRecord& record, PaperKind kind)
{
    switch (kind) {
    case PaperKind::ReceiptSlip: return true;
    case PaperKind::AcceptanceNotice: return record.acceptedAt.isValid();
    case PaperKind::DeferredNotice: return record.acceptedAt.isValid() && !record.deferred.isEmpty();
    case PaperKind::OneTimeNotice: return record.state == CaseState::ToCorrect;
    case PaperKind::DeferredReceiptSlip: return record.state == CaseState::ReceivedDeferred;
    case PaperKind::ProcedureNotice: return !record.suspendedFor.isEmpty();
    case PaperKind::RefusalNotice: return record.state == CaseState::Refused;
    case PaperKind::CommitmentLetter: // it was signed as it is
    case PaperKind::SupplementSlip:
    case PaperKind::DeliveryReceipt: break;
    }
    return false;
}

/// When a paper was made out at first.
QDateTime madeAt(const CaseRecord& record, PaperKind kind)
{
    switch (kind) {
    case PaperKind::OneTimeNotice: return record.notifiedAt;
    case PaperKind::AcceptanceNotice:
    case PaperKind::DeferredNotice:
    case PaperKind::CommitmentLetter: return record.acceptedAt;
    case PaperKind::DeliveryReceipt: return record.delivery ? record.delivery->at : QDateTime();
    case PaperKind::ProcedureNotice: return record.suspendedSince ? hallMidnight(*record.suspendedSince) : QDateTime();
    case PaperKind::SupplementSlip: {
        QDateTime last;
        for (const MaterialRecord& material : record.materials) {
            if (material.arrivedAt.isValid() && !(last.isValid() && last > material.arrivedAt))
                last = material.arrivedAt;
        }
        return last;
    }
    case PaperKind::ReceiptSlip: // an acceptance of a later day lists what came with it
        return record.acceptedAt.isValid() ? std::max(record.receivedAt, record.acceptedAt) : record.receivedAt;
    case PaperKind::RefusalNotice:
    case PaperKind::DeferredReceiptSlip: break;
    }
    return record.receivedAt;
}

/// A procedure that is over has moved the days.
bool hadProcedure(const CaseRecord& record)
{
    return record.suspendedFor.isEmpty() && std::any_of(record.papers.begin(), record.papers.end(),
                                                        [](const PaperRecord& paper) { return paper.kind == PaperKind::ProcedureNotice; });
}

/// Whether what a paper lists is what the case holds and owes still, by the same days.
bool isAsMade(const CaseRecord& record, const QDateTime& made)
{
    return !record.extended && !hadProcedure(record) &&
           std::none_of(record.materials.begin(), record.materials.end(),
                        [&](const MaterialRecord& material) { return material.arrivedAt > made; });
}

bool isTrueStill(const CaseRecord& record, PaperKind kind)
{
    switch (kind) {
    case PaperKind::AcceptanceNotice: return record.acceptedAt.isValid();
    case PaperKind::ProcedureNotice:
    case PaperKind::OneTimeNotice:
    case PaperKind::DeferredReceiptSlip: return holdsNow(record, kind);
    case PaperKind::CommitmentLetter:
        if (record.correctedAt.isValid()) // another name would stand above the signature
            return false;
        [[fallthrough]];
    case PaperKind::DeferredNotice: return record.acceptedAt.isValid() && !record.deferred.isEmpty() && isAsMade(record, record.acceptedAt);
    case PaperKind::ReceiptSlip: return isAsMade(record, madeAt(record, kind));
    case PaperKind::SupplementSlip:
    case PaperKind::RefusalNotice:
    case PaperKind::DeliveryReceipt: break;
    }
    return true;
}

} // namespace

QList<PaperRecord> reprintable(const CaseRecord& record)
{
    QList<PaperRecord> papers = record.papers;
    if (record.version > 1)
        papers.removeIf([&](const PaperRecord& paper) { return !isTrueStill(record, paper.kind) && !isReplacement(record, paper.kind); });
    return papers;
}

QList<PaperRecord> papersToReplace(const CaseRecord& record)
{
    QList<PaperRecord> papers = record.papers;
    papers.removeIf([&](const PaperRecord& paper) { return !holdsNow(record, paper.kind); });
    return papers;
}

bool isReplacement(const CaseRecord& record, PaperKind kind)
{
    const QDateTime made = madeAt(record, kind);
    return record.correctedAt.isValid() && holdsNow(record, kind) && made.isValid() && record.correctedAt > made;
}

QDateTime standsSince(const CaseRecord& record, PaperKind kind)
{
    return isReplacement(record, kind) ? record.correctedAt : madeAt(record, kind);
}

} // namespace core
