// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/queuedesk.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {
constexpr auto RefreshDelay = std::chrono::milliseconds(200); // a burst of events is one look at the board
constexpr auto RefreshInterval = std::chrono::seconds(30);
} // namespace

QueueDesk::QueueDesk(Services& services, WorkDay& day) : m_services(services), m_day(day), m_refresh(this)
{
    m_refresh.setSingleShot(true);
    connect(&m_refresh, &QTimer::timeout, this, &QueueDesk::refreshBoard);
    const auto soon = [this] {
        if (!m_refresh.isActive() || m_refresh.remainingTimeAsDuration() > RefreshDelay)
            m_refresh.start(RefreshDelay);
    };
    connect(&services.events, &syncing::EventStream::received, this, [soon](const QString& kind) {
        if (kind == u"ticket" || kind == u"window")
            soon();
    });
    connect(&services.events, &syncing::EventStream::connected, this, soon);
    connect(&day, &WorkDay::signedIn, this, &QueueDesk::open);
}

void QueueDesk::open()
{
    m_paused = false;
    m_services.queue.setWindowState(m_day.workplace().window.code, u"open"_s, {}).then(this, [this](const core::Result<void>& done) {
        if (!done)
            Q_EMIT adviceGiven(adviceFor(done.error()));
        refreshBoard();
    });
}

void QueueDesk::close()
{
    m_services.queue.setWindowState(m_day.workplace().window.code, u"closed"_s, {});
}

void QueueDesk::finishAndCallNext()
{
    if (m_busy)
        return;
    if (m_ticket)
        act(core::TicketAct::Finish, [this] { callNext(); });
    else
        callNext();
}

void QueueDesk::finish()
{
    if (m_ticket && !m_busy)
        act(core::TicketAct::Finish);
}

void QueueDesk::recall()
{
    if (m_ticket && !m_busy)
        act(core::TicketAct::Recall);
}

void QueueDesk::noShow()
{
    if (m_ticket && !m_busy)
        act(core::TicketAct::NoShow);
}

void QueueDesk::hold()
{
    if (m_ticket && !m_busy)
        act(core::TicketAct::Hold);
}

void QueueDesk::startService()
{
    if (m_ticket && m_ticket->state == core::TicketState::Called)
        act(core::TicketAct::Start);
}

void QueueDesk::callNext()
{
    if (!m_day.isSignedIn())
        return;
    setBusy(true);
    m_services.queue.callNext(m_day.workplace().window.code).then(this, [this](const core::Result<core::Ticket>& ticket) {
        setBusy(false);
        if (!ticket) {
            Q_EMIT adviceGiven(adviceFor(ticket.error()));
            return;
        }
        m_ticket = *ticket;
        m_since = m_services.clock->now().time;
        Q_EMIT called(*ticket);
        Q_EMIT changed();
    });
}

void QueueDesk::act(core::TicketAct act, const std::function<void()>& after)
{
    setBusy(true);
    const core::Ticket before = *m_ticket;
    m_services.queue.act(before.id, act).then(this, [=, this](const core::Result<core::Ticket>& ticket) {
        setBusy(false);
        const bool kept = !ticket && ticket.error().code == u"net.kept";
        if (!ticket && !kept) {
            Q_EMIT adviceGiven(adviceFor(ticket.error()));
            return;
        }
        core::Ticket next = before;
        if (ticket)
            next = *ticket;
        else
            next.state = core::afterAct(before, act, m_services.clock->now().time, {}).value_or(before).state;
        if (next.state == core::TicketState::Called || next.state == core::TicketState::Serving)
            m_ticket = next;
        else
            leave(next);
        Q_EMIT changed();
        if (after)
            after();
    });
}

void QueueDesk::leave(const core::Ticket& ticket)
{
    m_ticket.reset();
    if (ticket.state == core::TicketState::Done) {
        ++m_finished;
        Q_EMIT finished(ticket);
    }
    Q_EMIT left();
}

void QueueDesk::togglePause()
{
    const bool pause = !m_paused;
    m_services.queue.setWindowState(m_day.workplace().window.code, pause ? u"paused"_s : u"open"_s, pause ? u"break"_s : QString())
        .then(this, [this, pause](const core::Result<void>& done) {
            if (!done)
                Q_EMIT adviceGiven(adviceFor(done.error()));
            else
                m_paused = pause;
            Q_EMIT changed();
        });
}

void QueueDesk::refreshBoard()
{
    m_refresh.start(RefreshInterval);
    if (!m_day.isSignedIn())
        return;
    m_services.queue.board(m_day.workplace().hall.code).then(this, [this](const core::Result<syncing::QueueBoard>& board) {
        if (!board)
            return; // the connection state says it; the figures stay as they were
        m_board = *board;
        if (m_board.own && !m_ticket && !m_busy)
            pickUp(*m_board.own);
        Q_EMIT changed();
    });
}

/// A ticket that was in service when the program ended is this window's again, unless its end is still to be sent.
void QueueDesk::pickUp(const core::Ticket& ticket)
{
    m_services.store->read([](store::Session& session) { return store::outboxEntries(session); })
        .then(this, [this, ticket](const core::Result<QList<store::OutboxEntry>>& entries) {
            const auto isOfTicket = [&](const store::OutboxEntry& entry) { return entry.subject == ticket.id; };
            if (m_ticket || m_busy || !entries || std::any_of(entries->begin(), entries->end(), isOfTicket))
                return;
            m_ticket = ticket;
            m_since = ticket.calledAt;
            Q_EMIT changed();
        });
}

void QueueDesk::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT changed();
}

} // namespace desk
