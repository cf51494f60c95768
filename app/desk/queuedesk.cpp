// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/queuedesk.h"

#include "app/desk/queuewords.h"
#include "app/sync/ticketjson.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {
constexpr auto BurstDelay = std::chrono::milliseconds(200); // a burst of events is one look at the board
constexpr auto RefreshInterval = std::chrono::seconds(30);

core::QueueSettings rulesOf(const WorkDay& day)
{
    return day.catalogue() ? day.catalogue()->settings().queue : core::QueueSettings();
}

int undoSeconds(const WorkDay& day)
{
    return rulesOf(day).undoSeconds;
}
} // namespace

QueueDesk::QueueDesk(Services& services, WorkDay& day) : m_services(services), m_day(day), m_refresh(this)
{
    m_refresh.setSingleShot(true);
    connect(&m_refresh, &QTimer::timeout, this, &QueueDesk::refreshBoard);
    const auto soon = [this] {
        if (!m_refresh.isActive() || m_refresh.remainingTimeAsDuration() > BurstDelay)
            m_refresh.start(BurstDelay);
    };
    connect(&services.events, &syncing::EventStream::received, this, [this, soon](const QString& kind, const QJsonObject& data) {
        if (kind == u"ticket" || kind == u"window")
            soon();
        if (!m_day.isSignedIn())
            return;
        if (kind == u"lease-wanted" && data[u"window"_s].toString() == m_day.workplace().window.code)
            giveBack(data[u"ticket"_s].toString());
        const auto state = core::ticketStateFromWire(data[u"state"_s].toString());
        if (kind == u"ticket" && state && !core::isWaiting(*state))
            m_services.queue.lease().calledElsewhere(data[u"id"_s].toString());
    });
    connect(&services.queue, &syncing::QueueClient::behind, &services.courier, &syncing::Courier::networkIsBack);
    connect(&services.courier, &syncing::Courier::leaseWasLost, this,
            [this] { Q_EMIT adviceGiven(adviceFor({core::ErrorKind::Conflict, u"queue.lease-lost"_s, {}})); });
    connect(&services.api, &syncing::ApiClient::onlineChanged, this, [this](bool online) {
        m_alone = !online;
        Q_EMIT changed();
    });
    connect(&services.queue.lease(), &syncing::LeaseKeeper::changed, this, &QueueDesk::changed);
    connect(&services.events, &syncing::EventStream::connected, this, soon);
    connect(&day, &WorkDay::signedIn, this, &QueueDesk::open);
    connect(&day, &WorkDay::signedOut, this, [this] { // whoever sits down next asks the board
        ++m_generation;
        ++m_stateChanges;
        m_ticket.reset();
        m_press.clear();
        m_pauseDue.clear();
        m_services.queue.lease().end();
        m_board = {};
        m_boardKnown = false;
        Q_EMIT changed();
    });
}

void QueueDesk::giveBack(const QString& ticketId)
{
    syncing::LeaseKeeper& lease = m_services.queue.lease();
    if (m_paused && m_settingState == 0) // what follows on its opening is leased to it again
        lease.release(m_day.workplace().window.code);
    else
        lease.giveBack(ticketId);
}

void QueueDesk::open()
{
    m_paused = false;
    m_chosen.clear();
    m_services.courier.serveAt(m_day.workplace().window.code);
    m_services.queue.setClerk(m_day.workplace().clerk.code);
    ++m_settingState;
    m_services.queue.setWindowState(m_day.workplace().window.code, u"open"_s, {}).then(this, [this](const core::Result<void>& done) {
        --m_settingState;
        ++m_stateChanges;
        if (!done)
            Q_EMIT adviceGiven(adviceFor(done.error()));
        refreshBoard();
    });
}

void QueueDesk::close()
{
    ++m_stateChanges;
    m_services.queue.setWindowState(m_day.workplace().window.code, u"closed"_s, {});
}

QString QueueDesk::why() const
{
    if (!m_ticket || !m_why)
        return {};
    const core::PriorityGroup* group = m_day.catalogue() ? m_day.catalogue()->settings().queue.group(m_ticket->group) : nullptr;
    return callWords(*m_why, group ? group->name : QString());
}

bool QueueDesk::mayUndo() const
{
    return !m_press.isEmpty() && !m_busy && m_pressedAt.secsTo(m_services.clock->now().time) < undoSeconds(m_day);
}

void QueueDesk::finishAndCallNext()
{
    finishThen([this] { callNext(); });
}

void QueueDesk::finishAndCall(const QString& number, const QString& reason)
{
    finishThen(
        [=, this] { follow([=, this] { return m_services.queue.callNumber(m_day.workplace().window.code, number, reason); }, number); });
}

void QueueDesk::finishThen(const std::function<void()>& after)
{
    if (m_busy || !m_day.isSignedIn())
        return;
    if (m_paused) // nobody would be called behind the number that was finished
        return Q_EMIT adviceGiven(adviceFor({core::ErrorKind::Conflict, u"server.window-not-open"_s, {}}));
    m_pressBegins = true;
    if (m_ticket)
        actOnOwn(core::TicketAct::Finish, {}, after);
    else
        after();
}

void QueueDesk::finish()
{
    m_pressBegins = true;
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
    m_pressBegins = true;
    if (m_ticket && (m_alone || m_why == core::CallReason::Offline)) { // nobody else can say that it is too early
        const auto next = core::afterAct(*m_ticket, core::TicketAct::NoShow, m_services.clock->now().time, rulesOf(m_day).noShow);
        if (!next)
            return Q_EMIT adviceGiven(adviceFor(next.error()));
    }
    actOnOwn(core::TicketAct::NoShow);
}

void QueueDesk::transfer(const QString& windowOrClass, const QString& note)
{
    m_pressBegins = true;
    const bool window = !windowOrClass.isEmpty() && windowOrClass.front().isDigit();
    actOnOwn(core::TicketAct::Transfer, {{}, window ? windowOrClass : QString(), window ? QString() : windowOrClass.toUpper(), note});
}

void QueueDesk::returnToQueue(const QString& reason)
{
    m_pressBegins = true;
    actOnOwn(core::TicketAct::ReturnToQueue, {reason, {}, {}, {}});
}

void QueueDesk::hold()
{
    m_pressBegins = true;
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

void QueueDesk::actOnOwn(core::TicketAct kind, const syncing::ActWords& words, const std::function<void()>& after)
{
    if (m_ticket && !m_busy)
        act(*m_ticket, kind, words, after);
}

void QueueDesk::callNext()
{
    if (m_day.isSignedIn())
        follow([this] { return m_services.queue.callNext(m_day.workplace().window.code); });
}

void QueueDesk::follow(const Call& call, const QString& number, bool openedAgain)
{
    setBusy(true);
    const int generation = ++m_generation;
    call().then(this, [=, this](const core::Result<syncing::CalledTicket>& called) {
        setBusy(false);
        if (generation != m_generation)
            return refreshBoard(); // locked meanwhile: whoever signs in next finds the ticket on the board
        if (!called && called.error().code == u"server.window-not-open" && !m_paused && !openedAgain)
            return openAgain([=, this] { follow(call, number, true); });
        if (!called) {
            if (called.error().code == u"server.ticket-in-service" || called.error().code == u"server.window-not-open")
                refreshBoard(); // which knows it better
            const bool unknown = !number.isEmpty() && called.error().code == u"server.not-found";
            Q_EMIT adviceGiven(
                adviceFor(unknown ? core::Error{core::ErrorKind::NotFound, u"queue.no-such-number"_s, {number}} : called.error()));
            pauseIfDue();
            return;
        }
        ++m_generation;
        m_ticket = called->ticket;
        m_why = called->why;
        m_since = m_services.clock->now().time;
        notePress(called->ticket.id);
        Q_EMIT this->called(called->ticket);
        Q_EMIT changed();
    });
}

/// A press that did nothing leaves the one before it to be taken back.
void QueueDesk::notePress(const QString& ticketId, bool finished)
{
    if (std::exchange(m_pressBegins, false))
        m_press.clear();
    m_press.append({ticketId, finished});
    m_pressedAt = m_services.clock->now().time;
    QTimer::singleShot(std::chrono::seconds(undoSeconds(m_day)), this, &QueueDesk::changed); // the key for it goes out
}

void QueueDesk::undo()
{
    if (!mayUndo())
        return;
    const Step step = m_press.takeLast();
    setBusy(true);
    ++m_generation;
    m_services.queue.undo(step.ticketId).then(this, [this, step](const core::Result<core::Ticket>& ticket) {
        setBusy(false);
        if (!ticket) {
            m_press.clear();
            refreshBoard();
            Q_EMIT adviceGiven(adviceFor(ticket.error()));
            return;
        }
        ++m_generation;
        takeBack(*ticket, step.finished);
        if (m_press.isEmpty())
            Q_EMIT undone(*ticket);
        else
            undo(); // the same press finished the one before
    });
}

/// What the window has after an undo: the ticket again, or nobody.
void QueueDesk::takeBack(const core::Ticket& ticket, bool finished)
{
    if (finished)
        --m_finished;
    const bool ours = ticket.state == core::TicketState::Called || ticket.state == core::TicketState::Serving;
    if (ours) {
        takeUp(ticket);
    } else if (m_ticket && m_ticket->id == ticket.id) {
        m_ticket.reset();
        Q_EMIT left();
    }
    refreshBoard();
    Q_EMIT changed();
}

void QueueDesk::act(const core::Ticket& before, core::TicketAct act, const syncing::ActWords& words, const std::function<void()>& after)
{
    setBusy(true);
    const int generation = ++m_generation;
    m_services.queue.act(before.id, act, words).then(this, [=, this](const core::Result<core::Ticket>& ticket) {
        setBusy(false);
        if (generation != m_generation)
            return refreshBoard();
        const bool kept = !ticket && ticket.error().code == u"net.kept";
        if (!ticket && !kept) {
            refreshBoard(); // the back office may know better what is in service here
            const bool nowhere = act == core::TicketAct::Transfer && ticket.error().code == u"server.invalid-body";
            Q_EMIT adviceGiven(
                adviceFor(nowhere ? core::Error{core::ErrorKind::InvalidInput, u"queue.no-such-place"_s, {}} : ticket.error()));
            return;
        }
        ++m_generation;
        if (act != core::TicketAct::Start && act != core::TicketAct::Recall) {
            if (kept)
                m_press.clear(); // nobody could take it back yet
            else
                notePress(before.id, act == core::TicketAct::Finish);
        }
        core::Ticket next = before;
        if (ticket)
            next = *ticket;
        else
            next = core::afterAct(before, act, m_services.clock->now().time, rulesOf(m_day).noShow).value_or(before);
        const bool ours = next.state == core::TicketState::Called || next.state == core::TicketState::Serving;
        if (ours && !m_ticket)
            takeUp(next);
        else if (ours)
            m_ticket = next;
        else
            leave(next);
        Q_EMIT changed();
        if (!pauseIfDue() && after)
            after();
    });
}

void QueueDesk::leave(const core::Ticket& ticket)
{
    m_ticket.reset();
    m_services.queue.forgetActs(ticket.id);
    if (ticket.state == core::TicketState::Held)
        m_board.held = ticket;
    if (ticket.state == core::TicketState::Done) {
        ++m_finished;
        Q_EMIT finished(ticket);
    }
    Q_EMIT left();
}

void QueueDesk::pause(const QString& reason)
{
    setState(u"paused"_s, reason);
}

void QueueDesk::pauseWhenFree(const QString& reason)
{
    m_pauseDue = reason;
    pauseIfDue();
}

bool QueueDesk::pauseIfDue()
{
    if (m_pauseDue.isEmpty() || m_ticket || m_busy || m_alone)
        return false;
    pause(m_pauseDue); // due until it is done
    return true;
}

void QueueDesk::resume()
{
    setState(u"open"_s, {});
}

void QueueDesk::setState(const QString& state, const QString& reason)
{
    ++m_settingState;
    ++m_stateChanges;
    m_chosen = reason;
    m_services.queue.setWindowState(m_day.workplace().window.code, state, reason).then(this, [this, state](const core::Result<void>& done) {
        --m_settingState;
        ++m_stateChanges;
        if (!done && !m_paused && !syncing::isUnanswered(done.error()))
            m_chosen.clear(); // it stays open
        if (!done)
            Q_EMIT adviceGiven(adviceFor(done.error()));
        else
            m_paused = state == u"paused";
        if (m_paused)
            m_pauseDue.clear();
        Q_EMIT changed();
    });
}

void QueueDesk::takeUp(const core::Ticket& ticket)
{
    m_ticket = ticket;
    m_why.reset();
    m_since = ticket.calledAt;
    if (m_board.held && m_board.held->id == ticket.id)
        m_board.held.reset();
    m_services.queue.forgetCall();
    m_services.queue.forgetActs(ticket.id);
    Q_EMIT pickedUp(ticket);
}

void QueueDesk::refreshBoard()
{
    m_refresh.start(RefreshInterval);
    if (!m_day.isSignedIn())
        return;
    const int generation = m_generation;
    const int changes = m_stateChanges;
    m_services.queue.board(m_day.workplace().hall.code)
        .then(this, [this, generation, changes](const core::Result<syncing::QueueBoard>& board) {
            if (!board || !m_day.isSignedIn())
                return; // the connection state says it; the figures stay as they were
            m_board = *board;
            m_boardKnown = true;
            reconcile(m_board.own, generation);
            if (changes == m_stateChanges) // otherwise it is about the state before
                followState();
            Q_EMIT changed();
        });
}

/// The back office took this window for deserted, or never heard that it is open: somebody sits here and calls.
void QueueDesk::openAgain(const std::function<void()>& after)
{
    setBusy(true);
    const int generation = m_generation;
    m_services.queue.setWindowState(m_day.workplace().window.code, u"open"_s, {}).then(this, [=, this](const core::Result<void>& done) {
        setBusy(false);
        ++m_stateChanges;
        if (!done)
            Q_EMIT adviceGiven(adviceFor(done.error()));
        else if (generation == m_generation)
            after();
    });
}

/// Where an answer was lost, the back office says whether this window is open; one that it closed is opened again: somebody sits here.
void QueueDesk::followState()
{
    if (m_settingState > 0 || m_board.state.isEmpty())
        return;
    if (m_board.state == u"closed")
        return setState(m_chosen.isEmpty() ? u"open"_s : u"paused"_s, m_chosen); // as it was left
    m_paused = m_board.state == u"paused";
    m_services.queue.followState(m_day.workplace().window.code, !m_paused);
    if (m_paused)
        m_pauseDue.clear(); // it has begun
}

/// What the back office has in service at this window is this window's ticket, and nothing else is; unless something
/// about it is still to be sent from here, or happened since the board was asked for. What is kept of another window says nothing of it.
void QueueDesk::reconcile(const std::optional<core::Ticket>& own, int generation)
{
    const QString here = m_ticket ? m_ticket->id : QString();
    const QString there = own ? own->id : QString();
    if (here == there)
        return;
    const QString lane = store::queueLane(m_day.workplace().window.code);
    m_services.store->read([](store::Session& session) { return store::outboxEntries(session); })
        .then(this, [=, this](const core::Result<QList<store::OutboxEntry>>& entries) {
            const auto isToldOf = [&](const store::OutboxEntry& entry) {
                return entry.kind == store::OutboxKind::TicketAct && entry.subject == lane;
            };
            if (m_busy || generation != m_generation || !entries || std::any_of(entries->begin(), entries->end(), isToldOf))
                return;
            if (m_ticket) {
                m_services.queue.forgetActs(m_ticket->id);
                m_ticket.reset();
                Q_EMIT left();
            }
            if (own)
                takeUp(*own);
            Q_EMIT changed();
            pauseIfDue();
        });
}

void QueueDesk::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT changed();
}

} // namespace desk
