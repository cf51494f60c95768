// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/reminder.h"
#include "app/desk/workday.h"

namespace desk {

/// Applicants of the hall whom no message has reached: a clerk calls them by phone. Lives on the UI thread.
class ReminderDesk : public QObject
{
    Q_OBJECT

public:
    /// Personal data: the phone.
    struct Call
    {
        QString id;
        core::ReminderKind kind = core::ReminderKind::Taken;
        bool failed = false; ///< a message was sent and did not arrive
        QString caseNumber;
        QString phone; ///< empty: nobody left one
        QString text;

        friend bool operator==(const Call&, const Call&) = default;
    };

    ReminderDesk(Services& services, WorkDay& day);

    [[nodiscard]] const QList<Call>& calls() const { return m_calls; }
    /// False while the back office has not been reached.
    [[nodiscard]] bool isKnown() const { return m_known; }
    void refresh();
    /// They were told, or need not be told.
    void settle(const QString& id, core::ReminderState outcome);

Q_SIGNALS:
    void changed();
    void settled(core::ReminderState outcome);
    void adviceGiven(const desk::Advice& advice);

private:
    Services& m_services;
    WorkDay& m_day;
    QList<Call> m_calls;
    bool m_known = false;
};

} // namespace desk
