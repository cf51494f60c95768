// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/handover.h"
#include "app/desk/workday.h"
#include "app/store/cases.h"

#include <QAbstractTableModel>

namespace desk {

/// Today's drafts and cases with where they are on their way to the back office.
class CasesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Number, Item, Applicant, State, Sync, ColumnCount };
    enum Role { CaseIdRole = Qt::UserRole, IsDraftRole, SyncRole, AnswerRole, IncomingRole };

    CasesModel(Services& services, WorkDay& day);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] std::optional<core::CaseRecord> recordAt(int row) const;
    [[nodiscard]] std::optional<core::IntakeDraft> draftAt(int row) const;
    [[nodiscard]] int acceptedCount() const { return int(m_cases.size()); }

    /// Visits that other windows handed over to this one; they stand first.
    void setIncoming(const QList<core::Handover>& incoming);
    /// Throws a draft away that is not the one in hand.
    void discard(const QString& caseId);
    /// Reads the store again; the rows change when it answers.
    void refresh();

Q_SIGNALS:
    void refreshed();
    void adviceGiven(const desk::Advice& advice);

private:
    [[nodiscard]] QString timeText(const QDateTime& time) const;
    [[nodiscard]] QVariant incomingText(const core::Handover& handover, int column) const;
    [[nodiscard]] QVariant draftText(const core::IntakeDraft& draft, int column) const;
    [[nodiscard]] QVariant caseText(const store::CaseSummary& summary, int column) const;

    Services& m_services;
    WorkDay& m_day;
    QList<core::Handover> m_incoming;
    QList<core::IntakeDraft> m_drafts;
    QList<store::CaseSummary> m_cases;
    int m_unreadable = 0; ///< rows that fail their check; said when there are more than before
};

} // namespace desk
