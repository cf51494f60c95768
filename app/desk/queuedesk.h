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
    /// The back office cannot be reached.
    [[nodiscard]] bool isAlone() const { return m_alone; }
    /// Numbers that this window can call meanwhile.
    [[nodiscard]] int leased() const { return m_services.queue.lease().count(); }
    [[nodiscard]] int finishedToday() const { return m_finished; }
    /// Why the ticket in service was next; empty when nobody called it here.
    [[nodiscard]] QString why() const;
    /// The last press can still be taken back.
    [[nodiscard]] bool mayUndo() const;

    void open(); ///< the window opens
    void finishAndCallNext();
    /// Out of turn, with a reason.
    void finishAndCall(const QString& number, const QString& reason);
    void finish();
    void recall();
    void noShow();
    /// Puts the ticket in service on hold; without one, takes the held one up again.
    void hold();
    /// Sends the ticket in service to another window or class, with a note for whoever goes on.
    void transfer(const QString& windowOrClass, const QString& note);
    /// Back to the queue, to be called next.
    void returnToQueue(const QString& reason);
    /// Takes the last press back: a call, a finish, both.
    void undo();
    void startService();
    /// `reason`: meal, meeting, restroom, system.
    void pause(const QString& reason);
    /// Pauses as soon as no ticket is at hand; an empty reason: not any more.
    void pauseWhenFree(const QString& reason);
    void resume();
    void close();

Q_SIGNALS:
    void changed();
    void called(const core::Ticket& ticket);
    /// The number in service is called once more.
    void recalled(const core::Ticket& ticket);
    /// A ticket was found in service, or came back from hold.
    void pickedUp(const core::Ticket& ticket);
    void finished(const core::Ticket& ticket);
    void undone(const core::Ticket& ticket);
    /// The ticket is no longer at this window, for whatever reason.
    void left();
    void adviceGiven(const desk::Advice& advice);

private:
    /// Another window could call it at once.
    void giveBack(const QString& ticketId);
    void callNext();
    void finishThen(const std::function<void()>& after);
    using Call = std::function<QFuture<core::Result<syncing::CalledTicket>>()>;
    void follow(const Call& call, const QString& number = {}, bool openedAgain = false);
    void openAgain(const std::function<void()>& after);
    void act(const core::Ticket& ticket, core::TicketAct act, const syncing::ActWords& words = {}, const std::function<void()>& after = {});
    void actOnOwn(core::TicketAct act, const syncing::ActWords& words = {}, const std::function<void()>& after = {});
    bool pauseIfDue();
    void setState(const QString& state, const QString& reason);
    void notePress(const QString& ticketId, bool finished = false);
    void takeBack(const core::Ticket& ticket, bool finished);
    void leave(const core::Ticket& ticket);
    void takeUp(const core::Ticket& ticket);
    void refreshBoard();
    void reconcile(const std::optional<core::Ticket>& own, int generation);
    void followState();
    void setBusy(bool busy);

    Services& m_services;
    WorkDay& m_day;
    std::optional<core::Ticket> m_ticket;
    std::optional<core::CallReason> m_why;
    struct Step
    {
        QString ticketId;
        bool finished = false;
    };
    QList<Step> m_press;       ///< what the last press did, in that order
    bool m_pressBegins = true; ///< what is done next is of another press
    QDateTime m_pressedAt;
    syncing::QueueBoard m_board;
    QTimer m_refresh;
    QDateTime m_since;
    QString m_pauseDue;   ///< why it pauses once no ticket is at hand; empty: it does not
    int m_generation = 0; ///< raised by every act and its answer: an older look at the board says nothing about what is in service
    bool m_boardKnown = false;
    QString m_chosen;       ///< why the window pauses; empty: it is open
    int m_settingState = 0; ///< how often it is on its way
    int m_stateChanges = 0; ///< asked for or answered
    bool m_paused = false;
    bool m_alone = false;
    bool m_busy = false;
    int m_finished = 0;
};

} // namespace desk
