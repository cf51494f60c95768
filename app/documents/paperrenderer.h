// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/caserecord.h"
#include "app/core/catalogue.h"
#include "app/core/giventicket.h"
#include "app/core/transfer.h"

#include <QImage>

namespace documents {

/// A paper as PDF, ready for preview, printer or folder.
struct Paper
{
    core::PaperKind kind = core::PaperKind::ReceiptSlip;
    QString number; ///< of the case; names files and the log
    int copies = 1;
    bool slip = false;    ///< 80 mm roll instead of A4
    bool reprint = false; ///< marked as a copy
    QByteArray pdf;
    QString label = {}; ///< names it instead of its kind, where it is no paper of a case
};

/// Sets papers from the templates in a folder (":/papers", or a hall's own). Fonts are embedded. Safe on any thread.
class PaperRenderer
{
public:
    explicit PaperRenderer(QString templateFolder) : m_folder(std::move(templateFolder)) {}

    /// `signature` goes under a commitment letter; a null one leaves the line to sign on paper. Fails with `paper.missing-template`,
    /// `paper.template` or `paper.qr`.
    [[nodiscard]] core::Result<Paper> render(const core::PaperRecord& paper, const core::CaseRecord& record, const core::HallInfo& hall,
                                             const core::ServiceItem* item, bool reprint, const QImage& signature = {}) const;
    /// All papers of a case, in the order they are handed over; those in `printedBefore` are marked as copies.
    [[nodiscard]] core::Result<QList<Paper>> renderAll(const core::CaseRecord& record, const core::HallInfo& hall,
                                                       const core::ServiceItem* item, const QList<core::PaperKind>& printedBefore,
                                                       const QImage& signature = {}) const;
    /// A hand-over list in two copies, one for each side. Fails as `render` does.
    [[nodiscard]] core::Result<Paper> renderTransfer(const core::Transfer& transfer, const core::HallInfo& hall, bool reprint) const;
    /// How a case stands, in plain words, on a slip. Fails as `render` does.
    [[nodiscard]] core::Result<Paper> renderProgress(const core::CaseRecord& record, const core::HallInfo& hall,
                                                     const QDateTime& now) const;
    /// The slip of a ticket: nothing of the person, and the address of its page. Fails as `render` does.
    [[nodiscard]] core::Result<Paper> renderTicket(const core::GivenTicket& given, const QString& className, const core::HallInfo& hall,
                                                   bool reprint) const;
    /// What an applicant needs for a scenario, to take home; it names nobody. Its code finds item and scenario again. Fails as `render`
    /// does.
    [[nodiscard]] core::Result<Paper> renderChecklist(const core::ServiceItem& item, const core::Scenario& scenario,
                                                      const core::HallInfo& hall, const QDate& today) const;

private:
    /// A paper that is not of a case: `label` names it and its template, `code` is its QR.
    [[nodiscard]] core::Result<Paper> renderLabelled(const QString& label, const QString& number, const QString& code,
                                                     const QJsonObject& data, bool slip = false) const;
    [[nodiscard]] core::Result<QString> file(const QString& name) const;

    QString m_folder;
};

} // namespace documents
