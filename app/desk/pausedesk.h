// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/pauserequest.h"
#include "app/desk/queuedesk.h"

namespace desk {

/// How this window comes to a pause: at once, or where the hall wants that, once the supervisor has approved it; meanwhile it goes on
/// serving. Where nobody can be asked it pauses without. Lives on the UI thread.
class PauseDesk : public QObject
{
    Q_OBJECT

public:
    PauseDesk(Services& services, WorkDay& day, QueueDesk& queue);

    /// `reason`: meal, meeting, restroom, system.
    void pause(const QString& reason);
    /// What was asked is asked no more, also when it has been approved.
    void takeBack();
    /// What was asked and has not come to a pause yet.
    [[nodiscard]] const std::optional<core::PauseRequest>& request() const { return m_request; }

Q_SIGNALS:
    void changed();
    void adviceGiven(const desk::Advice& advice);

private:
    void ask(const QString& reason);
    void look();
    void withdraw(const QString& id);
    void take(const core::PauseRequest& request);
    void forget();

    Services& m_services;
    WorkDay& m_day;
    QueueDesk& m_queue;
    std::optional<core::PauseRequest> m_request;
};

} // namespace desk
