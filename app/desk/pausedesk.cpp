// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/pausedesk.h"

#include "app/core/uuid7.h"
#include "app/sync/ticketjson.h"

using namespace Qt::StringLiterals;

namespace desk {

PauseDesk::PauseDesk(Services& services, WorkDay& day, QueueDesk& queue) : m_services(services), m_day(day), m_queue(queue)
{
    connect(&services.events, &syncing::EventStream::received, this, [this](const QString& kind, const QJsonObject& data) {
        if (kind == u"pause" && m_request && data[u"id"_s].toString() == m_request->id)
            look();
    });
    connect(&services.events, &syncing::EventStream::connected, this, &PauseDesk::look); // what came while nobody listened
    connect(&queue, &QueueDesk::changed, this, [this] {
        if (m_queue.isPaused())
            forget();
    });
    connect(&day, &WorkDay::signedOut, this, &PauseDesk::forget);
}

void PauseDesk::pause(const QString& reason)
{
    if (!m_day.isSignedIn() || m_request)
        return;
    const bool asks = m_day.catalogue() && m_day.catalogue()->settings().queue.pauseApproval && core::needsApproval(reason);
    if (asks && !m_day.supervises() && !m_queue.isAlone())
        ask(reason);
    else
        m_queue.pause(reason);
}

void PauseDesk::ask(const QString& reason)
{
    core::PauseRequest asked;
    asked.id = core::idText(core::newId());
    asked.window = m_day.workplace().window.code;
    asked.reason = reason;
    m_request = asked;
    Q_EMIT changed();
    const QJsonObject body{{u"state"_s, core::toWire(asked.state)}, {u"reason"_s, reason}};
    m_services.api.call(syncing::ApiCall::put(u"pauses/"_s + asked.id, body)).then(this, [this, asked](const syncing::ApiResult& reply) {
        if (!m_request || m_request->id != asked.id)
            return withdraw(asked.id); // taken back meanwhile, which may have come before it
        if (reply)
            return look(); // it may have been answered meanwhile
        forget();
        if (syncing::isUnanswered(reply.error()) || reply.error().code == u"server.nobody-to-ask")
            m_queue.pause(asked.reason);
        else
            Q_EMIT adviceGiven(adviceFor(reply.error()));
    });
}

void PauseDesk::takeBack()
{
    if (!m_request)
        return;
    withdraw(m_request->id);
    forget();
}

void PauseDesk::withdraw(const QString& id)
{
    m_services.api.call(syncing::ApiCall::put(u"pauses/"_s + id, {{u"state"_s, core::toWire(core::PauseRequest::State::Withdrawn)}}));
}

void PauseDesk::look()
{
    if (!m_request || !m_day.isSignedIn())
        return;
    m_services.api.call({"GET", u"pauses/"_s + m_request->id}).then(this, [this](const syncing::ApiResult& reply) {
        const auto request =
            reply ? core::PauseRequest::fromJson(reply->json()) : core::Result<core::PauseRequest>(tl::unexpected(reply.error()));
        if (request && m_request && request->id == m_request->id)
            take(*request);
    });
}

/// A refusal comes with a message, which whoever sits here reads.
void PauseDesk::take(const core::PauseRequest& request)
{
    if (!request.isOpen())
        return forget();
    m_request = request;
    Q_EMIT changed();
    if (request.state == core::PauseRequest::State::Approved) // once more when it could not be taken
        m_queue.pauseWhenFree(request.reason);
}

void PauseDesk::forget()
{
    if (!m_request)
        return;
    m_request.reset();
    m_queue.pauseWhenFree({});
    Q_EMIT changed();
}

} // namespace desk
