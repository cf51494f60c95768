// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/casesmodel.h"

#include "app/core/halltime.h"
#include "app/core/masking.h"
#include "app/desk/draftkeeper.h"
#include "app/store/drafts.h"
#include "app/store/outbox.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {
constexpr int MostCases = 500;

struct Rows
{
    QList<core::IntakeDraft> drafts;
    QList<store::CaseSummary> cases;
    int unreadable = 0;
};
} // namespace

CasesModel::CasesModel(Services& services, WorkDay& day) : m_services(services), m_day(day)
{
    connect(&services.courier, &syncing::Courier::outboxChanged, this, &CasesModel::refresh);
    connect(&services.courier, &syncing::Courier::sent, this, &CasesModel::refresh);
    connect(&services.courier, &syncing::Courier::numberGivenAgain, this, [this](const QString& number) {
        Q_EMIT adviceGiven(adviceFor({core::ErrorKind::Conflict, u"case.number-again"_s, {number}}));
    });
    connect(&day, &WorkDay::signedIn, this, &CasesModel::refresh);
}

int CasesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_incoming.size() + m_drafts.size() + m_cases.size());
}

int CasesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

std::optional<core::IntakeDraft> CasesModel::draftAt(int row) const
{
    const qsizetype index = row - m_incoming.size();
    return index >= 0 && index < m_drafts.size() ? std::optional(m_drafts[index]) : std::nullopt;
}

std::optional<core::CaseRecord> CasesModel::recordAt(int row) const
{
    const qsizetype index = row - m_incoming.size() - m_drafts.size();
    return index >= 0 && index < m_cases.size() ? std::optional(m_cases[index].record) : std::nullopt;
}

/// Drafts and unsent cases of earlier days stand here as well: those say which day.
QString CasesModel::timeText(const QDateTime& time) const
{
    const QDateTime there = core::hallTime(time);
    return there.date() == m_day.today() ? there.toString(u"HH:mm"_s) : there.toString(u"M-d HH:mm"_s);
}

QVariant CasesModel::incomingText(const core::Handover& handover, int column) const
{
    switch (column) {
    case Time: return timeText(handover.since);
    case Item: return handover.itemName.isEmpty() ? tr("(no item yet)") : handover.itemName;
    case State: return tr("From %1").arg(handover.fromWindow);
    case Sync: return tr("Enter takes it");
    default: return {};
    }
}

void CasesModel::setIncoming(const QList<core::Handover>& incoming)
{
    beginResetModel();
    m_incoming = incoming;
    endResetModel();
    Q_EMIT refreshed();
}

QVariant CasesModel::draftText(const core::IntakeDraft& draft, int column) const
{
    switch (column) {
    case Time: return timeText(draft.receivedAt);
    case Number: return draft.ticketNumber;
    case Item: {
        const core::ServiceItem* item = m_day.catalogue() ? m_day.catalogue()->item(draft.itemCode) : nullptr;
        return item ? item->name : tr("(no item yet)");
    }
    case Applicant: return core::maskedName(draft.applicant.name);
    case State: return stateWords(core::CaseState::Draft);
    case Sync: return tr("On this machine");
    default: return {};
    }
}

QVariant CasesModel::caseText(const store::CaseSummary& summary, int column) const
{
    const core::CaseRecord& record = summary.record;
    switch (column) {
    case Time: return timeText(record.receivedAt);
    case Number: return record.number;
    case Item: return record.item.name;
    case Applicant:
        return record.applicant.kind == core::ApplicantKind::Organisation ? record.applicant.name : core::maskedName(record.applicant.name);
    case State: return stateWords(record.state);
    case Sync:
        switch (summary.sync) {
        case store::SyncState::Sent: return tr("Uploaded");
        case store::SyncState::Waiting:
            return summary.tries == 0 ? tr("To be sent") : tr("To be sent, tried %n time(s)", nullptr, summary.tries);
        case store::SyncState::Conflict: return tr("Changed elsewhere, needs a decision");
        case store::SyncState::Attention: return tr("Not taken: needs attention");
        }
        return {};
    default: return {};
    }
}

QVariant CasesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.row() < m_incoming.size()) {
        const core::Handover& handover = m_incoming[index.row()];
        switch (role) {
        case Qt::DisplayRole: return incomingText(handover, index.column());
        case CaseIdRole: return handover.caseId;
        case IncomingRole: return true;
        case AnswerRole: return handover.reason;
        default: return {};
        }
    }
    const bool isDraft = draftAt(index.row()).has_value();
    if (role == IsDraftRole)
        return isDraft;
    if (isDraft) {
        const core::IntakeDraft& draft = m_drafts[index.row() - m_incoming.size()];
        return role == Qt::DisplayRole ? draftText(draft, index.column()) : role == CaseIdRole ? QVariant(draft.caseId) : QVariant();
    }
    const store::CaseSummary& summary = m_cases[index.row() - m_incoming.size() - m_drafts.size()];
    switch (role) {
    case Qt::DisplayRole: return caseText(summary, index.column());
    case CaseIdRole: return summary.record.id;
    case SyncRole: return int(summary.sync);
    case AnswerRole: return summary.lastAnswer.isEmpty() ? QString() : adviceFor(store::lastError(summary.lastAnswer)).text();
    default: return {};
    }
}

QVariant CasesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time: return tr("Time");
    case Number: return tr("Number");
    case Item: return tr("Item");
    case Applicant: return tr("Applicant");
    case State: return tr("State");
    case Sync: return tr("Sending");
    default: return {};
    }
}

void CasesModel::discard(const QString& caseId)
{
    discardDraft(m_services, caseId).then(this, [this](const core::Result<void>& dropped) {
        if (!dropped)
            Q_EMIT adviceGiven(adviceFor(dropped.error()));
        refresh();
    });
}

void CasesModel::refresh()
{
    const qint64 midnight = core::hallMidnight(m_day.today()).toMSecsSinceEpoch();
    // A draft that was typed just now is still on its way: it belongs to the list, so this waits for its turn among the writers.
    m_services.store
        ->write([midnight](store::Session& session) -> core::Result<Rows> {
            auto drafts = store::loadDrafts(session);
            auto cases = store::casesSince(session, midnight, MostCases);
            if (!drafts || !cases)
                return tl::unexpected(drafts ? cases.error() : drafts.error());
            return Rows{*drafts, *cases, session.unreadable()};
        })
        .then(this, [this](const core::Result<Rows>& rows) {
            if (!rows) {
                Q_EMIT adviceGiven(adviceFor(rows.error()));
                return;
            }
            if (rows->unreadable > m_unreadable)
                Q_EMIT adviceGiven(adviceFor({core::ErrorKind::Corrupt, u"store.unsealable-rows"_s, {QString::number(rows->unreadable)}}));
            m_unreadable = rows->unreadable;
            beginResetModel();
            m_drafts = rows->drafts;
            m_cases = rows->cases;
            endResetModel();
            Q_EMIT refreshed();
        });
}

} // namespace desk
