// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/paperwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace desk {

QString paperName(core::PaperKind kind)
{
    const auto words = [](const char* text) { return QCoreApplication::translate("papers", text); };
    switch (kind) {
    case core::PaperKind::ReceiptSlip: return words(QT_TRANSLATE_NOOP("papers", "Receipt slip"));
    case core::PaperKind::AcceptanceNotice: return words(QT_TRANSLATE_NOOP("papers", "Acceptance notice"));
    case core::PaperKind::DeferredNotice: return words(QT_TRANSLATE_NOOP("papers", "Deferred-acceptance notice"));
    case core::PaperKind::CommitmentLetter: return words(QT_TRANSLATE_NOOP("papers", "Commitment letter"));
    case core::PaperKind::OneTimeNotice: return words(QT_TRANSLATE_NOOP("papers", "One-time notice"));
    case core::PaperKind::SupplementSlip: return words(QT_TRANSLATE_NOOP("papers", "Supplement slip"));
    case core::PaperKind::RefusalNotice: return words(QT_TRANSLATE_NOOP("papers", "Refusal"));
    case core::PaperKind::DeferredReceiptSlip: return words(QT_TRANSLATE_NOOP("papers", "Deferred-receipt slip"));
    case core::PaperKind::ProcedureNotice: return words(QT_TRANSLATE_NOOP("papers", "Notice of a procedure"));
    case core::PaperKind::DeliveryReceipt: return words(QT_TRANSLATE_NOOP("papers", "Delivery receipt"));
    }
    return {};
}

QString paperNames(const QList<core::PaperRecord>& papers)
{
    QStringList names;
    for (const core::PaperRecord& paper : papers)
        names.append(paper.copies > 1 ? u"%1 ×%2"_s.arg(paperName(paper.kind)).arg(paper.copies) : paperName(paper.kind));
    return names.join(u" · "_s);
}

} // namespace desk
