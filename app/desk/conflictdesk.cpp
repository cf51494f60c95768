// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/conflictdesk.h"

#include "app/store/outbox.h"
#include "app/store/resend.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace desk {

ConflictDesk::ConflictDesk(Services& services, WorkDay& day) : m_services(services), m_day(day)
{
    connect(&day, &WorkDay::signedIn, this, &ConflictDesk::changed); // another one may decide
    connect(&services.api, &syncing::ApiClient::onlineChanged, this, [this](bool online) {
        if (online && m_standoff && !m_theirs)
            askForTheirs(m_standoff->ours.id);
    });
}

void ConflictDesk::open(const QString& caseId)
{
    m_wanted = caseId;
    m_services.store->read([caseId](store::Session& session) { return store::standoffOf(session, caseId); })
        .then(this, [this, caseId](const core::Result<std::optional<store::Standoff>>& standoff) {
            if (m_wanted != caseId)
                return;
            const auto found = standoff.value_or(std::nullopt);
            if (m_standoff == found) {
                if (m_standoff && !m_theirs)
                    askForTheirs(caseId);
                return;
            }
            m_standoff = found;
            m_theirs.reset();
            m_theirActs.clear();
            Q_EMIT changed();
            if (m_standoff)
                askForTheirs(caseId);
        });
}

void ConflictDesk::askForTheirs(const QString& caseId)
{
    m_services.api.call({"GET", u"cases/"_s + caseId}).then(this, [this, caseId](const syncing::ApiResult& reply) {
        const auto record =
            reply ? core::CaseRecord::fromJson(reply->json()) : core::Result<core::CaseRecord>(tl::unexpected(reply.error()));
        if (m_wanted != caseId || !record)
            return; // offline: it is asked for again with the network, or when somebody comes back to it
        m_theirs = *record;
        Q_EMIT changed();
    });
    m_services.api.call({"GET", u"cases/%1/acts"_s.arg(caseId)}).then(this, [this, caseId](const syncing::ApiResult& reply) {
        if (m_wanted != caseId || !reply)
            return;
        m_theirActs.clear();
        const QJsonArray acts = reply->json()[u"acts"_s].toArray();
        for (const QJsonValue& json : acts) {
            if (const auto act = core::ActRecord::fromJson(json.toObject()))
                m_theirActs.append(*act);
        }
        Q_EMIT changed();
    });
}

Advice ConflictDesk::why() const
{
    return m_standoff ? adviceFor(store::lastError(m_standoff->answer)) : Advice{};
}

QList<core::CaseDifference> ConflictDesk::differences() const
{
    return m_standoff && m_theirs ? core::differences(m_standoff->ours, *m_theirs) : QList<core::CaseDifference>{};
}

bool ConflictDesk::canTakeTheirs() const
{
    return m_standoff && m_theirs && (isCaseItself() || !m_standoff->acts.isEmpty()) && !needsSupervisor() && !m_busy;
}

bool ConflictDesk::needsSupervisor() const
{
    return m_standoff && !m_day.supervises() && store::lastError(m_standoff->answer).code == u"server.forbidden";
}

bool ConflictDesk::canKeepOurs() const
{
    if (!canTakeTheirs() || m_standoff->acts.isEmpty())
        return false;
    core::Result<core::CaseRecord> record = *m_theirs;
    for (const core::ActRecord& act : m_standoff->acts)
        record = record.and_then([&](const core::CaseRecord& before) { return core::applyAct(before, act); });
    return record.has_value();
}

bool ConflictDesk::isCaseItself() const
{
    return m_standoff && m_standoff->kind == store::OutboxKind::Case;
}

bool ConflictDesk::canMend() const
{
    if (!isCaseItself() || store::lastError(m_standoff->answer).code != u"server.invalid-body")
        return false;
    const bool putRightSince = std::any_of(m_standoff->acts.begin(), m_standoff->acts.end(),
                                           [](const core::ActRecord& act) { return act.act == core::CaseAct::Correct; });
    if (putRightSince) // two corrections of one case would undo each other
        return false;
    const QString field = faultyField();
    const bool correctable =
        field.isEmpty() || field == u"/number" || field == u"/postTo" || field.startsWith(u"/applicant"_s) || field.startsWith(u"/agent"_s);
    return correctable && !m_busy;
}

bool ConflictDesk::canSendWhole() const
{
    return m_standoff && !m_standoff->acts.isEmpty() && !m_theirs && !m_busy &&
           store::lastError(m_standoff->answer).code == u"server.not-found";
}

QString ConflictDesk::faultyField() const
{
    const QString pointer = m_standoff ? store::lastError(m_standoff->answer).facts.value(2) : QString();
    return pointer.startsWith(u'/') ? pointer : QString();
}

void ConflictDesk::sendWhole()
{
    if (!canSendWhole() || !m_day.isSignedIn())
        return;
    m_busy = true;
    m_services.store
        ->write([caseId = m_standoff->ours.id, now = m_services.clock->now(),
                 clerk = m_day.workplace().clerk.code](store::Session& session) { return store::sendWhole(session, caseId, now, clerk); })
        .then(this, [this](const core::Result<core::CaseRecord>& record) { settle(record); });
}

void ConflictDesk::keepOurs()
{
    if (!canTakeTheirs() || m_standoff->acts.isEmpty() || !m_day.isSignedIn())
        return;
    m_busy = true;
    m_services.store
        ->write([theirs = *m_theirs, now = m_services.clock->now(), clerk = m_day.workplace().clerk.code](store::Session& session) {
            return store::keepOurs(session, theirs, now, clerk);
        })
        .then(this, [this](const core::Result<core::CaseRecord>& record) { settle(record); });
}

void ConflictDesk::takeTheirs()
{
    if (!canTakeTheirs() || !m_day.isSignedIn())
        return;
    m_busy = true;
    m_services.store
        ->write([theirs = *m_theirs, now = m_services.clock->now(), clerk = m_day.workplace().clerk.code](store::Session& session) {
            return store::takeTheirs(session, theirs, now, clerk).map([&] { return theirs; });
        })
        .then(this, [this](const core::Result<core::CaseRecord>& record) { settle(record); });
}

void ConflictDesk::settle(const core::Result<core::CaseRecord>& record)
{
    m_busy = false;
    if (!record)
        return Q_EMIT adviceGiven(adviceFor(record.error()));
    m_standoff.reset();
    m_theirs.reset();
    m_services.courier.wake();
    Q_EMIT changed();
    Q_EMIT resolved(*record);
}

} // namespace desk
