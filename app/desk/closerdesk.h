// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/hallview.h"
#include "app/desk/workday.h"

namespace desk {

/// One window or one class of the hall, looked at closely by its supervisor, and what they change there. What was read last stays when
/// the back office is silent, with its age. Lives on the UI thread.
class CloserDesk : public QObject
{
    Q_OBJECT

public:
    enum class Subject { Nothing, Window, TicketClass };

    CloserDesk(Services& services, WorkDay& day);

    void lookAtWindow(const QString& code);
    void lookAtClass(const QString& code);
    void leave();
    [[nodiscard]] Subject subject() const { return m_subject; }
    [[nodiscard]] const QString& code() const { return m_code; }
    /// What was read of the subject; nothing while it was not.
    [[nodiscard]] const std::optional<core::WindowView>& window() const { return m_window; }
    [[nodiscard]] const std::optional<core::ClassView>& ticketClass() const { return m_class; }
    [[nodiscard]] std::optional<qint64> ageSeconds() const;
    /// The last look failed.
    [[nodiscard]] bool isStale() const { return m_stale; }
    [[nodiscard]] bool isBusy() const { return m_acting; }

    /// The window in view serves these from now on.
    void setClasses(const QStringList& classes);
    /// Sends somebody who waits to wait for another class, or for one window.
    void move(const core::WaitingTicket& ticket, const QString& windowOrClass);
    /// The ticket that was left at the window in view, which has closed, waits again, to be called next.
    void sendBack();
    void refresh();

Q_SIGNALS:
    void changed();
    void subjectChanged();
    void classesSet(const QString& window, const QStringList& classes);
    void moved(const core::WaitingTicket& ticket, const QString& windowOrClass);
    void sentBack(const QString& number);
    /// The last act was not done.
    void refused(const desk::Advice& advice);

private:
    void look(Subject subject, const QString& code);
    void take(const syncing::ApiResult& reply);
    void send(const core::WaitingTicket& ticket, const QString& place, const QString& actId, int tries);

    Services& m_services;
    WorkDay& m_day;
    Subject m_subject = Subject::Nothing;
    QString m_code;
    std::optional<core::WindowView> m_window;
    std::optional<core::ClassView> m_class;
    QHash<QString, QString> m_actIds; ///< of moves that wait for their answer, by ticket and place
    int m_look = 0;                   ///< an answer to an earlier question is none any more
    bool m_asked = false;
    bool m_again = false;
    bool m_stale = false;
    bool m_acting = false;
};

} // namespace desk
