// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/caseact.h"
#include "app/core/intakedraft.h"
#include "app/desk/caselistmodel.h"
#include "app/store/prints.h"

#include <QTimer>

namespace desk {

/// Cases after they were taken in: looked up, followed up, handed out. The lists hold what this machine has and, while the back
/// office can be reached, what the whole hall has. Lives on the UI thread.
class CaseDesk : public QObject
{
    Q_OBJECT

public:
    CaseDesk(Services& services, WorkDay& day);

    [[nodiscard]] CaseListModel& found() { return m_found; }
    [[nodiscard]] CaseListModel& followUps() { return m_followUps; }
    [[nodiscard]] CaseListModel& deliveries() { return m_deliveries; }
    [[nodiscard]] const std::optional<core::CaseRecord>& current() const { return m_current; }
    [[nodiscard]] const QList<core::ActRecord>& history() const { return m_history; }
    /// What this window printed of it.
    [[nodiscard]] const QList<store::PrintNote>& prints() const { return m_prints; }
    /// A paper of it was printed just now.
    void notePrints(const QString& caseId);
    [[nodiscard]] bool isBusy() const { return m_busy; }

    /// By number, certificate number, query code (typed, or the QR of a paper), or a part of name or item.
    void search(const QString& text);
    /// Reads what is owed, and what is ready to be handed out.
    void refresh();
    /// Shows a case with what was done to it.
    void open(const core::CaseRecord& record);
    void close();

    /// An act of the current case. `words`: the reason, or who takes the result, or with `byPost` its tracking number.
    void act(core::CaseAct act, const QString& words, bool byPost = false);
    /// This machine holds the case from now on; `ready` brings the visit that goes on with it, as it was begun before, or a new one.
    void take(const core::CaseRecord& record);

Q_SIGNALS:
    void listsChanged();
    void currentChanged();
    void acted(const core::CaseRecord& record);
    void ready(const core::IntakeDraft& draft);
    void busyChanged(bool busy);
    void adviceGiven(const desk::Advice& advice);

private:
    struct Answers;
    void show(CaseListModel& model, const std::shared_ptr<Answers>& answers);
    void list(CaseListModel& model, const QList<core::CaseState>& states);
    void loadHistory(const QString& caseId);
    void caseChanged(const QString& caseId);
    void refreshSoon();
    QFuture<void> ask(const std::shared_ptr<Answers>& answers, const QString& list, const QString& after = {}, int page = 1);
    void lookAgain(const Answers& answers);
    QFuture<std::optional<core::CaseRecord>> freshen(const QString& caseId);
    void hold(const core::CaseRecord& record);
    void setBusy(bool busy);
    [[nodiscard]] core::Result<std::optional<QDate>> extendedDeadline() const;
    [[nodiscard]] core::Result<void> takeWords(core::ActRecord& act, const QString& words) const;
    [[nodiscard]] core::Result<void> takeProcedure(core::ActRecord& act, const QString& words) const;

    Services& m_services;
    WorkDay& m_day;
    CaseListModel m_found;
    CaseListModel m_followUps;
    CaseListModel m_deliveries;
    std::optional<core::CaseRecord> m_current;
    QList<core::ActRecord> m_history;
    QList<store::PrintNote> m_prints;
    QHash<const CaseListModel*, int> m_looks; ///< at each list
    QTimer m_soon;
    QString m_wanted;
    bool m_busy = false;
};

/// What an act is called.
QString actWords(core::CaseAct act);

} // namespace desk
