// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/intakedesk.h"

namespace desk {

/// Exceptions asked of a supervisor from a window, and answered at the supervisor's. Lives on the UI thread.
class GrantDesk : public QObject
{
    Q_OBJECT

public:
    GrantDesk(Services& services, WorkDay& day, IntakeDesk& intake);

    /// What waits for this supervisor; empty for a clerk.
    [[nodiscard]] const QList<core::Grant>& waiting() const { return m_waiting; }
    [[nodiscard]] bool isSupervisor() const;

    /// Asks for what stands in the way of the intake in hand.
    void ask(const QString& reason);
    /// The supervisor's answer to one that waits; a denial needs a reason.
    void answer(const QString& id, bool granted, const QString& reason);
    [[nodiscard]] bool isBusy() const { return m_busy; }

Q_SIGNALS:
    void asked();
    void answered(const core::Grant& grant); ///< to the clerk who asked
    void waitingChanged();
    void arrived(const core::Grant& grant); ///< waits for this supervisor since now
    void given(const core::Grant& grant);   ///< by this supervisor
    void adviceGiven(const desk::Advice& advice);

private:
    void refresh();
    void take(const QList<core::Grant>& list);
    void look(const QString& id);
    void send(const core::Grant& grant);

    Services& m_services;
    WorkDay& m_day;
    IntakeDesk& m_intake;
    QList<core::Grant> m_waiting;
    bool m_busy = false;
};

} // namespace desk
