// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/sync/queueclient.h"

#include "app/core/uuid7.h"
#include "app/store/outbox.h"
#include "app/sync/ticketjson.h"

#include <QDateTime>
#include <QJsonArray>
#include <QPromise>
#include <QTimer>

#include <array>

using namespace Qt::StringLiterals;

namespace syncing {

namespace {

constexpr int ShortWaitMs = 4'000;               ///< where something is leased, nobody waits long for an answer
constexpr std::array Patience{40, 80, 120, 200}; ///< milliseconds in which another window gives a ticket back

bool canWait(core::TicketAct act)
{
    return act == core::TicketAct::Finish || act == core::TicketAct::Hold || act == core::TicketAct::Start ||
           act == core::TicketAct::Recall || act == core::TicketAct::NoShow;
}

} // namespace

QueueClient::QueueClient(ApiClient& api, std::shared_ptr<store::Store> store) : m_api(api), m_store(std::move(store)), m_lease(api) {}

int QueueBoard::waiting() const
{
    int sum = 0;
    for (const ClassWaiting& entry : classes)
        sum += entry.waiting;
    return sum;
}

qint64 QueueBoard::longestSeconds() const
{
    qint64 longest = 0;
    for (const ClassWaiting& entry : classes)
        longest = std::max(longest, entry.longestSeconds);
    return longest;
}

QFuture<core::Result<CalledTicket>> QueueClient::callNext(const QString& window)
{
    return call(window, {}, {});
}

QFuture<core::Result<CalledTicket>> QueueClient::callNumber(const QString& window, const QString& number, const QString& reason)
{
    return call(window, number, reason);
}

QFuture<QueueClient::Called> QueueClient::call(const QString& window, const QString& number, const QString& reason, int tries)
{
    m_window = window;
    return isBehind()
        .then(this,
              [=, this](bool behind) -> QFuture<Called> {
                  if (behind && number.isEmpty() && m_lease.count() > 0)
                      return callLeased(window, {core::ErrorKind::Offline, u"net.offline"_s, {}});
                  if (behind) // the back office would call again whom this window called alone
                      return callBehind(window, number, reason, tries);
                  QString& callId = m_callIds[number];
                  if (callId.isEmpty())
                      callId = core::idText(core::newId());
                  QJsonObject body{{u"requestedAt"_s, m_api.now().toString(Qt::ISODateWithMs)}};
                  if (!number.isEmpty()) {
                      body[u"number"_s] = number;
                      body[u"reason"_s] = reason;
                  }
                  if (tries < int(Patience.size()))
                      body[u"patient"_s] = true;
                  ApiCall request = ApiCall::put(u"windows/%1/calls/%2"_s.arg(window, callId), body);
                  if (number.isEmpty() && m_lease.count() > 0)
                      request.timeoutMs = ShortWaitMs;
                  return m_api.call(request)
                      .then(this, [=, this](const ApiResult& reply) { return answered(reply, window, number, reason, tries); })
                      .unwrap();
              })
        .unwrap();
}

QFuture<QueueClient::Called> QueueClient::answered(const ApiResult& reply, const QString& window, const QString& number,
                                                   const QString& reason, int tries)
{
    if (!reply && reply.error().code == u"server.lease-wanted" && tries < int(Patience.size())) {
        return callLater(Patience[std::size_t(tries)], window, number, reason, tries + 1);
    }
    if (!reply && isUnanswered(reply.error()) && number.isEmpty())
        return callLeased(window, reply.error());
    if (reply || !isUnanswered(reply.error()))
        m_callIds.remove(number);
    if (!reply)
        return QtFuture::makeReadyFuture(Called(tl::unexpected(reply.error())));
    const QJsonObject json = reply->json();
    const auto ticket = ticketFrom(json[u"ticket"_s].toObject());
    if (!ticket)
        return QtFuture::makeReadyFuture(Called(tl::unexpected(ticket.error())));
    m_lease.drop(ticket->id, ticket->calls - 1);
    return QtFuture::makeReadyFuture(Called(CalledTicket{*ticket, core::callReasonFromWire(json[u"why"_s].toString())}));
}

QFuture<QueueClient::Called> QueueClient::callLater(int delayMs, const QString& window, const QString& number, const QString& reason,
                                                    int tries)
{
    auto later = std::make_shared<QPromise<Called>>();
    later->start();
    QTimer::singleShot(delayMs, this, [=, this] {
        call(window, number, reason, tries).then(this, [later](const Called& called) {
            later->addResult(called);
            later->finish();
        });
    });
    return later->future();
}

/// What was done alone is told first; that is a moment, unless the back office is still away.
QFuture<QueueClient::Called> QueueClient::callBehind(const QString& window, const QString& number, const QString& reason, int tries)
{
    if (tries >= int(Patience.size()))
        return QtFuture::makeReadyFuture(Called(core::fail(core::ErrorKind::Offline, u"queue.behind"_s)));
    Q_EMIT behind();
    return callLater(Patience[std::size_t(tries)], window, number, reason, tries + 1);
}

/// The call that was not answered is taken back, and the leased ticket called, as soon as the back office can be told.
QFuture<QueueClient::Called> QueueClient::callLeased(const QString& window, const core::Error& why)
{
    const auto ticket = m_lease.take();
    if (!ticket)
        return QtFuture::makeReadyFuture(Called(tl::unexpected(why)));
    const QDateTime now = m_api.now();
    const QString path = u"windows/%1/calls/%2"_s;
    const QStringList open = std::exchange(m_callIds, {}).values();
    QJsonObject called{{u"requestedAt"_s, now.toString(Qt::ISODateWithMs)},
                       {u"at"_s, now.toString(Qt::ISODateWithMs)},
                       {u"offline"_s, ticket->id},
                       {u"calls"_s, ticket->calls}};
    if (!m_clerk.isEmpty())
        called[u"clerk"_s] = m_clerk;
    const QString callId = core::idText(core::newId());
    const QString lane = store::queueLane(window);
    return m_store
        ->write([=](store::Session& session) -> core::Result<void> {
            using store::OutboxKind;
            const qint64 nowMs = QDateTime::currentMSecsSinceEpoch();
            for (const QString& unheard : open) {
                const QJsonObject abandon{{u"abandon"_s, core::idText(core::newId())}, {u"instead"_s, ticket->id}};
                if (auto kept = store::enqueue(session, {0, lane, OutboxKind::TicketAct, path.arg(window, unheard), abandon}, nowMs); !kept)
                    return kept;
            }
            return store::enqueue(session, {0, lane, OutboxKind::TicketAct, path.arg(window, callId), called}, nowMs);
        })
        .then(this, [this, ticket, now](const core::Result<void>& kept) -> Called {
            if (!kept)
                return tl::unexpected(kept.error());
            Q_EMIT behind();
            const auto next = core::afterAct(*ticket, core::TicketAct::Call, now, {});
            return CalledTicket{next.value_or(*ticket), core::CallReason::Offline};
        });
}

QFuture<bool> QueueClient::isBehind()
{
    return m_store->read([lane = store::queueLane(m_window)](store::Session& session) { return store::isWaiting(session, lane); })
        .then([](const core::Result<bool>& waiting) { return waiting.value_or(false); });
}

QFuture<QueueClient::Acted> QueueClient::keep(const QString& path, QJsonObject body, const Presser& presser)
{
    body[u"offline"_s] = true;
    if (!presser.clerk.isEmpty())
        body[u"clerk"_s] = presser.clerk;
    const QString lane = store::queueLane(presser.window);
    const qint64 nowMs = QDateTime::currentMSecsSinceEpoch();
    return m_store
        ->write(
            [=](store::Session& session) { return store::enqueue(session, {0, lane, store::OutboxKind::TicketAct, path, body}, nowMs); })
        .then(this, [this](const core::Result<void>& kept) -> Acted {
            if (!kept)
                return tl::unexpected(kept.error());
            Q_EMIT behind();
            return core::fail(core::ErrorKind::Offline, u"net.kept"_s);
        });
}

QString QueueClient::actId(const QString& key)
{
    QString& id = m_actIds[key];
    if (id.isEmpty())
        id = core::idText(core::newId());
    return id;
}

void QueueClient::forgetActs(const QString& ticketId)
{
    m_actIds.removeIf([&](const auto& entry) { return entry.key().startsWith(ticketId + u'/'); });
}

QFuture<core::Result<core::Ticket>> QueueClient::undo(const QString& ticketId)
{
    const QString key = ticketId + u"/undo"_s;
    const QJsonObject body{{u"act"_s, u"undo"_s}, {u"at"_s, m_api.now().toString(Qt::ISODateWithMs)}};
    return m_api.call(ApiCall::put(u"tickets/%1/acts/%2"_s.arg(ticketId, actId(key)), body))
        .then(this, [=, this](const ApiResult& reply) -> core::Result<core::Ticket> {
            if (reply || !isUnanswered(reply.error()))
                m_actIds.remove(key);
            if (!reply)
                return tl::unexpected(reply.error());
            const auto ticket = ticketFrom(reply->json());
            if (ticket && core::isWaiting(ticket->state))
                m_lease.callUndone(ticketId);
            return ticket;
        });
}

QFuture<core::Result<core::Ticket>> QueueClient::act(const QString& ticketId, core::TicketAct act, const ActWords& words)
{
    const QString key = QStringList{ticketId, core::toWire(act), words.toWindow, words.toClass, words.reason, words.note}.join(u'/');
    const QString path = u"tickets/%1/acts/%2"_s.arg(ticketId, actId(key));
    QJsonObject body{{u"act"_s, core::toWire(act)}, {u"at"_s, m_api.now().toString(Qt::ISODateWithMs)}};
    for (const auto& [name, value] : {std::pair(u"reason"_s, words.reason), std::pair(u"toWindow"_s, words.toWindow),
                                      std::pair(u"toClass"_s, words.toClass), std::pair(u"note"_s, words.note)}) {
        if (!value.isEmpty())
            body[name] = value;
    }
    const bool mayWait = canWait(act);
    const Presser presser{m_clerk, m_window};
    return isBehind()
        .then(this,
              [=, this](bool behind) -> QFuture<Acted> {
                  if (behind && mayWait) {
                      m_actIds.remove(key);
                      return keep(path, body, presser);
                  }
                  ApiCall request = ApiCall::put(path, body);
                  if (mayWait && m_lease.count() > 0)
                      request.timeoutMs = ShortWaitMs;
                  return m_api.call(request)
                      .then(this,
                            [=, this](const ApiResult& reply) -> QFuture<Acted> {
                                if (reply || !isUnanswered(reply.error()) || mayWait)
                                    m_actIds.remove(key); // answered, or the outbox has it
                                if (reply)
                                    return QtFuture::makeReadyFuture(ticketFrom(reply->json()));
                                if (!isUnanswered(reply.error()) || !mayWait)
                                    return QtFuture::makeReadyFuture(Acted(tl::unexpected(reply.error())));
                                return keep(path, body, presser);
                            })
                      .unwrap();
              })
        .unwrap();
}

QFuture<core::Result<void>> QueueClient::setWindowState(const QString& window, const QString& state, const QString& reason)
{
    m_window = window;
    if (state == u"closed")
        m_lease.end();
    return m_api.call(ApiCall::put(u"windows/%1/state"_s.arg(window), {{u"state"_s, state}, {u"reason"_s, reason}}))
        .then(this, [this, window, state](const ApiResult& reply) -> core::Result<void> {
            if (!reply)
                return tl::unexpected(reply.error());
            if (state == u"open")
                beginLease(window);
            else
                m_lease.end();
            return {};
        });
}

void QueueClient::followState(const QString& window, bool open)
{
    if (open == m_lease.isBegun())
        return;
    if (open)
        beginLease(window);
    else
        m_lease.end();
}

/// What was called alone before the program began anew is not leased once more.
void QueueClient::beginLease(const QString& window)
{
    m_store->read([](store::Session& session) { return store::outboxEntries(session); })
        .then(this, [this, window](const core::Result<QList<store::OutboxEntry>>& entries) {
            for (const store::OutboxEntry& entry : entries.value_or(QList<store::OutboxEntry>())) {
                if (entry.kind == store::OutboxKind::TicketAct && entry.body[u"offline"_s].isString())
                    m_lease.markTaken(entry.body[u"offline"_s].toString(), entry.body[u"calls"_s].toInt());
            }
            m_lease.begin(window);
        });
}

QFuture<core::Result<QueueBoard>> QueueClient::board(const QString& hall)
{
    return m_api.call({"GET", u"halls/%1/board"_s.arg(hall)}).then([own = m_window](const ApiResult& reply) -> core::Result<QueueBoard> {
        if (!reply)
            return tl::unexpected(reply.error());
        QueueBoard board;
        const QJsonArray classes = reply->json()[u"waiting"_s].toArray();
        for (const QJsonValue& entry : classes)
            board.classes.append({entry[u"class"_s].toString(), entry[u"waiting"_s].toInt(), entry[u"longestSeconds"_s].toInteger()});
        const QJsonArray windows = reply->json()[u"windows"_s].toArray();
        for (const QJsonValue& window : windows) {
            if (window[u"code"_s].toString() == own)
                board.state = window[u"state"_s].toString();
            const auto ticket = ticketFrom(window[u"ticket"_s].toObject());
            if (ticket)
                board.own = *ticket;
            if (const auto held = ticketFrom(window[u"held"_s].toObject()))
                board.held = *held;
        }
        return board;
    });
}

} // namespace syncing
