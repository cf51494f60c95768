// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/sync/queueclient.h"

#include "app/core/uuid7.h"
#include "app/store/outbox.h"

#include <QDateTime>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace syncing {

namespace {

core::Result<core::Ticket> ticketFrom(const QJsonObject& json)
{
    const auto state = core::ticketStateFromWire(json[u"state"_s].toString());
    core::Ticket ticket;
    ticket.id = json[u"id"_s].toString();
    ticket.number = json[u"number"_s].toString();
    if (!state || ticket.id.isEmpty() || ticket.number.isEmpty())
        return core::fail(core::ErrorKind::BadAnswer, u"server.nonsense"_s);
    ticket.ticketClass = json[u"class"_s].toString();
    ticket.state = *state;
    ticket.calls = json[u"calls"_s].toInt();
    ticket.takenAt = QDateTime::fromString(json[u"takenAt"_s].toString(), Qt::ISODate);
    ticket.calledAt = QDateTime::fromString(json[u"calledAt"_s].toString(), Qt::ISODate);
    ticket.holderName = json[u"holderName"_s].toString();
    ticket.group = json[u"group"_s].toString();
    ticket.note = json[u"note"_s].toString();
    ticket.misses = json[u"misses"_s].toInt();
    return ticket;
}

bool unanswered(const core::Error& error)
{
    return error.kind == core::ErrorKind::Offline || error.kind == core::ErrorKind::Timeout || error.kind == core::ErrorKind::Busy;
}

bool canWait(core::TicketAct act)
{
    return act == core::TicketAct::Finish || act == core::TicketAct::Hold || act == core::TicketAct::Start;
}

} // namespace

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

QFuture<core::Result<CalledTicket>> QueueClient::call(const QString& window, const QString& number, const QString& reason)
{
    QString& callId = m_callIds[number];
    if (callId.isEmpty())
        callId = core::idText(core::newId());
    QJsonObject body{{u"requestedAt"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)}};
    if (!number.isEmpty()) {
        body[u"number"_s] = number;
        body[u"reason"_s] = reason;
    }
    return m_api.call(ApiCall::put(u"windows/%1/calls/%2"_s.arg(window, callId), body))
        .then(this, [this, number](const ApiResult& reply) -> core::Result<CalledTicket> {
            if (reply || !unanswered(reply.error()))
                m_callIds.remove(number);
            if (!reply)
                return tl::unexpected(reply.error());
            const QJsonObject json = reply->json();
            return ticketFrom(json[u"ticket"_s].toObject()).map([&](const core::Ticket& ticket) {
                return CalledTicket{ticket, core::callReasonFromWire(json[u"why"_s].toString())};
            });
        });
}

QString QueueClient::actId(const QString& key)
{
    QString& id = m_actIds[key];
    if (id.isEmpty())
        id = core::idText(core::newId());
    return id;
}

QFuture<core::Result<core::Ticket>> QueueClient::undo(const QString& ticketId)
{
    const QString key = ticketId + u"/undo"_s;
    const QJsonObject body{{u"act"_s, u"undo"_s}, {u"at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)}};
    return m_api.call(ApiCall::put(u"tickets/%1/acts/%2"_s.arg(ticketId, actId(key)), body))
        .then(this, [this, key](const ApiResult& reply) -> core::Result<core::Ticket> {
            if (reply || !unanswered(reply.error()))
                m_actIds.remove(key);
            if (!reply)
                return tl::unexpected(reply.error());
            return ticketFrom(reply->json());
        });
}

QFuture<core::Result<core::Ticket>> QueueClient::act(const QString& ticketId, core::TicketAct act, const ActWords& words)
{
    const QString key = ticketId + u'/' + core::toWire(act);
    const QString path = u"tickets/%1/acts/%2"_s.arg(ticketId, actId(key));
    QJsonObject body{{u"act"_s, core::toWire(act)}, {u"at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)}};
    for (const auto& [name, value] : {std::pair(u"reason"_s, words.reason), std::pair(u"toWindow"_s, words.toWindow),
                                      std::pair(u"toClass"_s, words.toClass), std::pair(u"note"_s, words.note)}) {
        if (!value.isEmpty())
            body[name] = value;
    }
    return m_api.call(ApiCall::put(path, body))
        .then(this,
              [=, this](const ApiResult& reply) -> QFuture<core::Result<core::Ticket>> {
                  if (reply || !unanswered(reply.error()) || canWait(act))
                      m_actIds.remove(key); // answered, or the outbox has it
                  if (reply)
                      return QtFuture::makeReadyFuture(ticketFrom(reply->json()));
                  if (!unanswered(reply.error()) || !canWait(act))
                      return QtFuture::makeReadyFuture(core::Result<core::Ticket>(tl::unexpected(reply.error())));
                  const qint64 nowMs = QDateTime::currentMSecsSinceEpoch();
                  return m_store
                      ->write([=](store::Session& session) {
                          return store::enqueue(session, {0, ticketId, store::OutboxKind::TicketAct, path, body}, nowMs);
                      })
                      .then([](const core::Result<void>& kept) -> core::Result<core::Ticket> {
                          if (!kept)
                              return tl::unexpected(kept.error());
                          return core::fail(core::ErrorKind::Offline, u"net.kept"_s);
                      });
              })
        .unwrap();
}

QFuture<core::Result<void>> QueueClient::setWindowState(const QString& window, const QString& state, const QString& reason)
{
    return m_api.call(ApiCall::put(u"windows/%1/state"_s.arg(window), {{u"state"_s, state}, {u"reason"_s, reason}}))
        .then([](const ApiResult& reply) -> core::Result<void> {
            if (!reply)
                return tl::unexpected(reply.error());
            return {};
        });
}

QFuture<core::Result<QueueBoard>> QueueClient::board(const QString& hall)
{
    return m_api.call({"GET", u"halls/%1/board"_s.arg(hall)}).then([](const ApiResult& reply) -> core::Result<QueueBoard> {
        if (!reply)
            return tl::unexpected(reply.error());
        QueueBoard board;
        const QJsonArray classes = reply->json()[u"waiting"_s].toArray();
        for (const QJsonValue& entry : classes)
            board.classes.append({entry[u"class"_s].toString(), entry[u"waiting"_s].toInt(), entry[u"longestSeconds"_s].toInteger()});
        const QJsonArray windows = reply->json()[u"windows"_s].toArray();
        for (const QJsonValue& window : windows) {
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
