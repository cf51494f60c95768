// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/evaluation.h"
#include "app/desk/intakedesk.h"
#include "app/desk/queuedesk.h"

#include <QSet>
#include <QTimer>

namespace desk {

/// Asks the applicant on the second screen what they think of the service, once a visit, when something was taken in. It is theirs to
/// give or not: the clerk neither sets nor sees it, and nothing waits for it. Lives on the UI thread.
class EvaluationDesk : public QObject
{
    Q_OBJECT

public:
    EvaluationDesk(Services& services, WorkDay& day, QueueDesk& queue, IntakeDesk& intake);

    /// There is a screen to ask on.
    void setPadPresent(bool present);
    [[nodiscard]] bool isAsking() const { return !m_asked.subject.isEmpty(); }
    /// Once more, where nothing was given yet.
    void askAgain();
    void give(int level);
    void decline();

Q_SIGNALS:
    void askingChanged(bool asking);
    void given();
    void notPossible(); ///< nothing was taken in, it was given, or there is no screen
    void adviceGiven(const desk::Advice& advice);

private:
    void accepted(const core::CaseRecord& record);
    void ask(const core::GivenEvaluation& about);
    void stop();

    Services& m_services;
    WorkDay& m_day;
    QueueDesk& m_queue;
    core::GivenEvaluation m_asked; ///< without a level; no subject: nobody is asked
    core::GivenEvaluation m_last;  ///< of this visit
    QString m_visit;               ///< of `m_last`: its ticket, or the case where there is none
    QSet<QString> m_given;
    QTimer m_patience;
    bool m_padPresent = false;
};

} // namespace desk
