// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/sync/courier.h"

#include "app/store/caseacts.h"
#include "app/store/handovers.h"

#include <QDateTime>
#include <QJsonArray>
#include <QRandomGenerator>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace syncing {

namespace {

constexpr int Connections = 4;
constexpr qint64 FirstDelayMs = 1'000;
constexpr qint64 LongestDelayMs = 300'000;
constexpr auto FullDiskDelay = std::chrono::seconds(30);
constexpr qint64 ForbiddenDelayMs = 3'600'000;
constexpr qint64 EvaluationKeptMs = 10LL * 24 * 3'600'000; ///< over a week of holidays

/// A page is known by its content: nothing about it can be in conflict, and an upload that went astray begins anew.
store::OutboxState stateAfter(store::OutboxKind kind, const core::Error& error)
{
    using core::ErrorKind;
    const bool astray = error.kind == ErrorKind::Conflict || error.kind == ErrorKind::NotFound;
    if (kind == store::OutboxKind::Page && astray && error.code != u"page.missing")
        return store::OutboxState::Waiting;
    if (kind == store::OutboxKind::Evaluation && error.kind == ErrorKind::Forbidden) // another window's: it may be its turn again
        return store::OutboxState::Waiting;
    switch (error.kind) {
    case ErrorKind::Conflict: return store::OutboxState::Conflict;
    case ErrorKind::Refused:
    case ErrorKind::Forbidden:
    case ErrorKind::NotFound:
    case ErrorKind::Corrupt:
    case ErrorKind::InvalidInput: return store::OutboxState::Attention;
    default: return store::OutboxState::Waiting;
    }
}

/// What cannot be handed over is not lost between two windows: where it is a visit that was refused, or a page of one, the visit is a
/// draft here again.
core::Result<bool> takenBack(store::Session& session, const store::OutboxEntry& refused)
{
    using Visit = std::optional<store::OutboxEntry>;
    auto visit = core::Result<Visit>();
    if (refused.kind == store::OutboxKind::Handover)
        visit = Visit(refused);
    else if (refused.kind == store::OutboxKind::Page)
        visit = store::handoverWith(session, refused.subject, refused.target);
    if (!visit || !*visit || !(*visit)->readable)
        return visit.map([](const Visit&) { return false; });
    return store::takeHandoverBack(session, **visit, QDateTime::currentMSecsSinceEpoch()).map([] { return true; });
}

} // namespace

qint64 retryDelayMs(int tries, double random, qint64 retryAfterSeconds)
{
    const double ceiling = std::min(double(LongestDelayMs), double(FirstDelayMs) * std::pow(2.0, std::min(tries, 20)));
    return std::max(qint64(ceiling * random), retryAfterSeconds * 1000);
}

Courier::Courier(ApiClient& api, std::shared_ptr<store::Store> store)
    : m_api(api), m_store(std::move(store)), m_pages(m_api, m_store, this), m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Courier::look);
}

void Courier::wake()
{
    QMetaObject::invokeMethod(this, [this] {
        m_changed = true;
        look();
    });
}

QFuture<core::Result<int>> Courier::sendNow()
{
    return m_store->write([](store::Session& session) { return store::makeAllDue(session); })
        .then(this, [this](const core::Result<int>& due) {
            m_changed = true;
            look();
            return due;
        });
}

void Courier::networkIsBack()
{
    m_store->write([](store::Session& session) { return store::makeReachableDue(session); }).then(this, [this](const core::Result<void>&) {
        look();
    });
}

void Courier::supervisorIsHere()
{
    m_store->write([](store::Session& session) { return store::makeForbiddenDue(session); }).then(this, [this](const core::Result<void>&) {
        m_changed = true;
        look();
    });
}

void Courier::serveAt(const QString& window)
{
    const QString lane = store::queueLane(window);
    QMetaObject::invokeMethod(this, [this, lane] { m_lane = lane; });
    m_store
        ->write([lane](store::Session& session) {
            return store::makeDue(session, lane).and_then([&] { return store::makeEvaluationsDue(session); });
        })
        .then(this, [this](const core::Result<void>&) { look(); });
}

void Courier::pause()
{
    QMetaObject::invokeMethod(this, [this] { m_paused = true; });
}

void Courier::resume()
{
    QMetaObject::invokeMethod(this, [this] {
        m_paused = false;
        look();
    });
}

void Courier::look()
{
    if (m_paused || m_looking) {
        m_lookAgain = m_looking;
        return announce();
    }
    m_looking = true;
    m_lookAgain = false;
    const qint64 nowMs = QDateTime::currentMSecsSinceEpoch();
    // Subjects under way come first in the answer as well, hence room for them.
    const int limit = Connections * 2;
    m_store->read([=](store::Session& session) { return store::dueEntries(session, nowMs, limit); })
        .then(this, [this](const core::Result<QList<store::OutboxEntry>>& due) {
            m_looking = false;
            for (const store::OutboxEntry& entry : due.value_or(QList<store::OutboxEntry>{})) {
                if (m_underWay.size() < Connections && !m_underWay.contains(entry.subject))
                    begin(entry);
            }
            announce();
            if (m_lookAgain)
                look();
            else
                rearm();
        });
}

void Courier::begin(const store::OutboxEntry& entry)
{
    m_underWay.insert(entry.subject);
    transmit(entry).then(this, [this, entry](const core::Result<void>& result) { settle(entry, result); });
}

QFuture<core::Result<void>> Courier::transmit(const store::OutboxEntry& entry)
{
    if (!entry.readable)
        return QtFuture::makeReadyFuture(core::Result<void>(core::fail(core::ErrorKind::Corrupt, u"store.unsealable"_s)));
    switch (entry.kind) {
    case store::OutboxKind::Page: return m_pages.upload({entry.subject, entry.target, entry.body[u"mediaType"_s].toString()});
    case store::OutboxKind::Case: return transmitCase(entry);
    case store::OutboxKind::TicketAct: return transmitTicketAct(entry);
    case store::OutboxKind::CaseAct: return transmitCaseAct(entry);
    case store::OutboxKind::Evaluation: return transmitEvaluation(entry);
    case store::OutboxKind::Handover:
    case store::OutboxKind::Transfer:
    case store::OutboxKind::Enquiry:
        return m_api.call(ApiCall::put(entry.target, entry.body)).then(this, [](const ApiResult& reply) -> core::Result<void> {
            return reply.map([](const ApiReply&) {});
        });
    }
    return QtFuture::makeReadyFuture(core::Result<void>());
}

QFuture<core::Result<void>> Courier::transmitTicketAct(const store::OutboxEntry& entry)
{
    const bool elsewhere = entry.subject != m_lane;
    return m_api.call(ApiCall::put(entry.target, entry.body)).then(this, [this, elsewhere](const ApiResult& reply) -> core::Result<void> {
        if (reply && reply->json()[u"id"_s].toString().isEmpty())
            return core::fail(core::ErrorKind::BadAnswer, u"server.nonsense"_s);
        if (reply)
            return {};
        using core::ErrorKind;
        // A queue that has moved on without this act holds up no other one.
        const ErrorKind kind = reply.error().kind;
        if (kind == ErrorKind::Forbidden && elsewhere) // it is nobody's to say here, and not lost
            return tl::unexpected(reply.error());
        if (kind == ErrorKind::Conflict || kind == ErrorKind::NotFound || kind == ErrorKind::Forbidden || kind == ErrorKind::InvalidInput ||
            kind == ErrorKind::Refused) {
            if (reply.error().facts.contains(u"ticket.lease-lost"_s))
                Q_EMIT leaseWasLost();
            return {};
        }
        return tl::unexpected(reply.error());
    });
}

/// What the back office cannot place is let go: nobody at the window is to look at it.
QFuture<core::Result<void>> Courier::transmitEvaluation(const store::OutboxEntry& entry)
{
    const QDateTime given = QDateTime::fromString(entry.body[u"at"_s].toString(), Qt::ISODate);
    const bool old = given.msecsTo(QDateTime::currentDateTime()) > EvaluationKeptMs;
    return m_api.call(ApiCall::put(entry.target, entry.body))
        .then(this, [kind = entry.kind, old](const ApiResult& reply) -> core::Result<void> {
            if (reply || stateAfter(kind, reply.error()) != store::OutboxState::Waiting)
                return {};
            if (old && reply.error().kind == core::ErrorKind::Forbidden)
                return {};
            return tl::unexpected(reply.error());
        });
}

QFuture<core::Result<void>> Courier::transmitCase(const store::OutboxEntry& entry)
{
    const QString caseId = entry.target;
    return m_api.call(ApiCall::put(u"cases/"_s + caseId, entry.body))
        .then(this,
              [this, caseId](const ApiResult& reply) {
                  if (!reply)
                      return QtFuture::makeReadyFuture(core::Result<void>(tl::unexpected(reply.error())));
                  const QString number = reply->json()[u"number"_s].toString();
                  if (number.isEmpty() || reply->json()[u"id"_s].toString() != caseId)
                      return QtFuture::makeReadyFuture(core::Result<void>(core::fail(core::ErrorKind::BadAnswer, u"server.nonsense"_s)));
                  return m_store->write([=](store::Session& session) { return store::setFinalNumber(session, caseId, number); })
                      .then(this, [this, number](const core::Result<bool>& alone) {
                          if (alone && !*alone)
                              Q_EMIT numberGivenAgain(number);
                          return alone.map([](bool) {});
                      });
              })
        .unwrap();
}

QFuture<core::Result<void>> Courier::transmitCaseAct(const store::OutboxEntry& entry)
{
    return m_api.call(ApiCall::put(entry.target, entry.body))
        .then(this, [this, caseId = entry.subject](const ApiResult& reply) -> core::Result<void> {
            if (!reply)
                return tl::unexpected(reply.error());
            const auto record = core::CaseRecord::fromJson(reply->json());
            if (!record || record->id != caseId)
                return core::fail(core::ErrorKind::BadAnswer, u"server.nonsense"_s);
            m_arrived.insert(caseId, *record);
            return {};
        });
}

void Courier::settle(const store::OutboxEntry& entry, const core::Result<void>& result)
{
    if (!result)
        return afterFailure(entry, result.error());
    m_store->write([id = entry.id](store::Session& session) { return store::markSent(session, id); })
        .then(this, [this, entry](const core::Result<void>& noted) {
            m_underWay.remove(entry.subject);
            m_changed = true;
            if (!noted) // what was sent goes again later, which changes nothing over there
                return m_timer.start(FullDiskDelay);
            if (entry.kind == store::OutboxKind::Case)
                Q_EMIT sent(entry.target);
            if (entry.kind == store::OutboxKind::CaseAct)
                adopt(m_arrived.take(entry.subject));
            look();
        });
}

/// Other windows and departments may have gone on with the case meanwhile.
void Courier::adopt(const core::CaseRecord& record)
{
    m_store->write([record](store::Session& session) { return store::adoptCase(session, record); })
        .then(this, [this, record](const core::Result<void>& kept) {
            if (kept)
                Q_EMIT actSent(record);
        });
}

void Courier::afterFailure(const store::OutboxEntry& entry, const core::Error& error)
{
    const qint64 retryAfter = error.code == u"server.busy" ? error.facts.value(0).toLongLong() : 0;
    const bool anothers = entry.kind == store::OutboxKind::Evaluation && error.kind == core::ErrorKind::Forbidden;
    const qint64 nextTry =
        QDateTime::currentMSecsSinceEpoch() +
        (anothers ? ForbiddenDelayMs : retryDelayMs(entry.tries, QRandomGenerator::global()->generateDouble(), retryAfter));
    // Pages the server does not have after all go first, then the case again.
    const bool pagesMissing = error.code == u"server.pages-missing";
    const store::OutboxState state = stateAfter(entry.kind, error);
    const bool givenUp = pagesMissing ? store::pagesAreLost(entry) : state != store::OutboxState::Waiting;
    m_store
        ->write([=](store::Session& session) -> core::Result<bool> {
            const auto back = givenUp ? takenBack(session, entry) : core::Result<bool>(false);
            if (!back || *back)
                return back;
            const auto noted = pagesMissing ? store::requeueWithPages(session, entry)
                               : anothers   ? store::setAside(session, entry, error, nextTry)
                                            : store::markFailed(session, entry.id, state, error, nextTry);
            return noted.map([] { return false; });
        })
        .then(this, [this, entry, error](const core::Result<bool>& back) {
            m_underWay.remove(entry.subject);
            m_changed = true;
            if (!back) // nothing says when to try again: not at once
                return m_timer.start(FullDiskDelay);
            if (*back)
                Q_EMIT handoverRefused(error);
            look();
        });
}

void Courier::rearm()
{
    const qint64 nowMs = QDateTime::currentMSecsSinceEpoch();
    m_store->read([nowMs](store::Session& session) { return store::nextDue(session, nowMs); })
        .then(this, [this](const core::Result<qint64>& due) {
            if (!due || *due < 0)
                return;
            const qint64 wait = *due - QDateTime::currentMSecsSinceEpoch();
            m_timer.start(std::chrono::milliseconds(std::clamp<qint64>(wait, m_underWay.isEmpty() ? 20 : FirstDelayMs, LongestDelayMs)));
        });
}

void Courier::announce()
{
    m_store->read([](store::Session& session) { return store::outboxCount(session); }).then(this, [this](const core::Result<int>& count) {
        if (count && (std::exchange(m_told, *count) != *count || std::exchange(m_changed, false)))
            Q_EMIT outboxChanged(*count);
    });
}

} // namespace syncing
