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
    connect(&day, &WorkDay::signedOut, this, [this] { // whoever sits down next asks the board
        ++m_generation;
        m_ticket.reset();
        m_board = {};
        m_boardKnown = false;
        Q_EMIT changed();
    });
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
        actOnOwn(core::TicketAct::Finish, [this] { callNext(); });
    else
        callNext();
}

void QueueDesk::finish()
{
    actOnOwn(core::TicketAct::Finish);
}

void QueueDesk::recall()
{
    if (!m_ticket || m_busy)
        return;
    const core::Ticket ticket = *m_ticket;
    actOnOwn(core::TicketAct::Recall);
    if (ticket.state == core::TicketState::Called) // whoever is served already is not called
        Q_EMIT recalled(ticket);
}

void QueueDesk::noShow()
{
    actOnOwn(core::TicketAct::NoShow);
}

void QueueDesk::hold()
{
    if (m_ticket)
        actOnOwn(core::TicketAct::Hold);
    else if (m_board.held && !m_busy)
        act(*m_board.held, core::TicketAct::Resume);
}

void QueueDesk::startService()
{
    if (m_ticket && m_ticket->state == core::TicketState::Called)
        actOnOwn(core::TicketAct::Start);
}

void QueueDesk::actOnOwn(core::TicketAct kind, const std::function<void()>& after)
{
    if (m_ticket && !m_busy)
        act(*m_ticket, kind, after);
}

void QueueDesk::callNext()
{
    if (!m_day.isSignedIn())
        return;
    setBusy(true);
    ++m_generation;
    m_services.queue.callNext(m_day.workplace().window.code).then(this, [this](const core::Result<core::Ticket>& ticket) {
        setBusy(false);
        if (!ticket) {
            if (ticket.error().code == u"server.ticket-in-service")
                refreshBoard();
            Q_EMIT adviceGiven(adviceFor(ticket.error()));
            return;
        }
        m_ticket = *ticket;
        m_since = m_services.clock->now().time;
        Q_EMIT called(*ticket);
        Q_EMIT changed();
    });
}

void QueueDesk::act(const core::Ticket& before, core::TicketAct act, const std::function<void()>& after)
{
    setBusy(true);
    ++m_generation;
    m_services.queue.act(before.id, act).then(this, [=, this](const core::Result<core::Ticket>& ticket) {
        setBusy(false);
        const bool kept = !ticket && ticket.error().code == u"net.kept";
        if (!ticket && !kept) {
            refreshBoard(); // the back office may know better what is in service here
            Q_EMIT adviceGiven(adviceFor(ticket.error()));
            return;
        }
        core::Ticket next = before;
        if (ticket)
            next = *ticket;
        else
            next.state = core::afterAct(before, act, m_services.clock->now().time, {}).value_or(before).state;
        const bool ours = next.state == core::TicketState::Called || next.state == core::TicketState::Serving;
        if (ours && !m_ticket)
            takeUp(next);
        else if (ours)
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
    if (ticket.state == core::TicketState::Held)
        m_board.held = ticket;
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

void QueueDesk::takeUp(const core::Ticket& ticket)
{
    m_ticket = ticket;
    m_since = ticket.calledAt;
    if (m_board.held && m_board.held->id == ticket.id)
        m_board.held.reset();
    m_services.queue.forgetCall();
    Q_EMIT pickedUp(ticket);
}

void QueueDesk::refreshBoard()
{
    m_refresh.start(RefreshInterval);
    if (!m_day.isSignedIn())
        return;
    const int generation = m_generation;
    m_services.queue.board(m_day.workplace().hall.code).then(this, [this, generation](const core::Result<syncing::QueueBoard>& board) {
        if (!board)
            return; // the connection state says it; the figures stay as they were
        m_board = *board;
        m_boardKnown = true;
        reconcile(m_board.own, generation);
        Q_EMIT changed();
    });
}

/// What the back office has in service at this window is this window's ticket, and nothing else is; unless something
/// about it is still to be sent, or happened since the board was asked for.
void QueueDesk::reconcile(const std::optional<core::Ticket>& own, int generation)
{
    const QString here = m_ticket ? m_ticket->id : QString();
    const QString there = own ? own->id : QString();
    if (here == there)
        return;
    m_services.store->read([](store::Session& session) { return store::outboxEntries(session); })
        .then(this, [=, this](const core::Result<QList<store::OutboxEntry>>& entries) {
            const auto isToldOf = [&](const store::OutboxEntry& entry) { return entry.subject == here || entry.subject == there; };
            if (m_busy || generation != m_generation || !entries || std::any_of(entries->begin(), entries->end(), isToldOf))
                return;
            if (m_ticket) {
                m_ticket.reset();
                Q_EMIT left();
            }
            if (own)
                takeUp(*own);
            Q_EMIT changed();
        });
}

void QueueDesk::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT changed();
}

} // namespace desk
