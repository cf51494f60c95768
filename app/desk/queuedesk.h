// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/workday.h"

#include <QTimer>

namespace desk {

/// The queue as one window sees it: the board, the ticket in service and the commands on it. Lives on the UI thread.
class QueueDesk : public QObject
{
    Q_OBJECT

public:
    QueueDesk(Services& services, WorkDay& day);

    [[nodiscard]] const std::optional<core::Ticket>& ticket() const { return m_ticket; }
    [[nodiscard]] const syncing::QueueBoard& board() const { return m_board; }
    /// The board has been read since the program started.
    [[nodiscard]] bool isBoardKnown() const { return m_boardKnown; }
    [[nodiscard]] bool isPaused() const { return m_paused; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] qint64 secondsInService() const { return m_since.secsTo(m_services.clock->now().time); }
    [[nodiscard]] int finishedToday() const { return m_finished; }

    void open(); ///< the window opens
    void finishAndCallNext();
    void finish();
    void recall();
    void noShow();
    /// Puts the ticket in service on hold; without one, takes the held one up again.
    void hold();
    void startService();
    void togglePause();
    void close();

Q_SIGNALS:
    void changed();
    void called(const core::Ticket& ticket);
    /// The number in service is called once more.
    void recalled(const core::Ticket& ticket);
    /// A ticket was found in service, or came back from hold.
    void pickedUp(const core::Ticket& ticket);
    void finished(const core::Ticket& ticket);
    /// The ticket is no longer at this window, for whatever reason.
    void left();
    void adviceGiven(const desk::Advice& advice);

private:
    void callNext();
    void act(const core::Ticket& ticket, core::TicketAct act, const std::function<void()>& after = {});
    void actOnOwn(core::TicketAct act, const std::function<void()>& after = {});
    void leave(const core::Ticket& ticket);
    void takeUp(const core::Ticket& ticket);
    void refreshBoard();
    void reconcile(const std::optional<core::Ticket>& own, int generation);
    void setBusy(bool busy);

    Services& m_services;
    WorkDay& m_day;
    std::optional<core::Ticket> m_ticket;
    syncing::QueueBoard m_board;
    QTimer m_refresh;
    QDateTime m_since;
    int m_generation = 0; ///< raised by every act: an older look at the board says nothing about what is in service
    bool m_boardKnown = false;
    bool m_paused = false;
    bool m_busy = false;
    int m_finished = 0;
};

} // namespace desk
