// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/casedifference.h"
#include "app/desk/workday.h"
#include "app/store/standoff.h"

namespace desk {

/// A case that the back office did not take as it was sent: what differs, who changed it, and what can be done. Lives on the UI
/// thread.
class ConflictDesk : public QObject
{
    Q_OBJECT

public:
    ConflictDesk(Services& services, WorkDay& day);

    /// Looks at a case; `changed` tells. A case without trouble shows nothing.
    void open(const QString& caseId);
    [[nodiscard]] const std::optional<store::Standoff>& standoff() const { return m_standoff; }
    /// What the back office said to it.
    [[nodiscard]] Advice why() const;
    /// What the back office has, once it has answered.
    [[nodiscard]] const std::optional<core::CaseRecord>& theirs() const { return m_theirs; }
    [[nodiscard]] const QList<core::ActRecord>& theirActs() const { return m_theirActs; }
    [[nodiscard]] QList<core::CaseDifference> differences() const;
    /// What was done here can be done to what they have.
    [[nodiscard]] bool canKeepOurs() const;
    [[nodiscard]] bool canTakeTheirs() const;
    /// Whoever sits here had no right to send it; it goes once a supervisor signs in here, and is nobody else's to give up.
    [[nodiscard]] bool needsSupervisor() const;
    /// The case itself was not taken, whatever was done to it since.
    [[nodiscard]] bool isCaseItself() const;
    /// The case itself was refused: what is wrong with it can be put right here.
    [[nodiscard]] bool canMend() const;
    /// The back office knows the case no more, and can have it again.
    [[nodiscard]] bool canSendWhole() const;
    /// JSON pointer to what the back office found wrong, or empty.
    [[nodiscard]] QString faultyField() const;
    [[nodiscard]] bool isBusy() const { return m_busy; }

    void keepOurs();
    void takeTheirs();
    void sendWhole();

Q_SIGNALS:
    void changed();
    void resolved(const core::CaseRecord& record);
    void adviceGiven(const desk::Advice& advice);

private:
    void askForTheirs(const QString& caseId);
    void settle(const core::Result<core::CaseRecord>& record);

    Services& m_services;
    WorkDay& m_day;
    QString m_wanted;
    std::optional<store::Standoff> m_standoff;
    std::optional<core::CaseRecord> m_theirs;
    QList<core::ActRecord> m_theirActs;
    bool m_busy = false;
};

} // namespace desk
