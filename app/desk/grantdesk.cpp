// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/grantdesk.h"

#include "app/core/uuid7.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace desk {

GrantDesk::GrantDesk(Services& services, WorkDay& day, IntakeDesk& intake) : m_services(services), m_day(day), m_intake(intake)
{
    connect(&day, &WorkDay::signedIn, this, &GrantDesk::refresh);
    connect(&day, &WorkDay::signedOut, this, [this] { take({}); }); // the next one may be no supervisor
    connect(&services.events, &syncing::EventStream::connected, this, [this] { refresh(); });
    connect(&services.events, &syncing::EventStream::received, this, [this](const QString& kind, const QJsonObject&) {
        if (kind == u"grant")
            refresh();
    });
    connect(&intake, &IntakeDesk::visitBegun, this, [this] { refresh(); }); // a draft that waited for an answer
}

bool GrantDesk::isSupervisor() const
{
    return m_day.supervises();
}

void GrantDesk::refresh()
{
    if (!m_day.isSignedIn())
        return;
    const core::Grant* last = m_intake.lastGrant();
    if (last && last->answer == core::Grant::Answer::Open)
        look(last->id);
    if (!isSupervisor())
        return;
    m_services.api.call({"GET", u"grants?open=true"_s}).then(this, [this](const syncing::ApiResult& reply) {
        if (reply && isSupervisor()) // otherwise asked again with the next event or connection
            take(core::grantsFromJson(reply->json()[u"grants"_s].toArray()));
    });
}

void GrantDesk::take(const QList<core::Grant>& list)
{
    const QList<core::Grant> before = std::exchange(m_waiting, list);
    if (before == list)
        return;
    Q_EMIT waitingChanged();
    const auto isNew = [&](const core::Grant& one) {
        return std::none_of(before.begin(), before.end(), [&](const core::Grant& known) { return known.id == one.id; });
    };
    const auto arrival = std::find_if(list.begin(), list.end(), isNew);
    if (arrival != list.end())
        Q_EMIT arrived(*arrival);
}

void GrantDesk::look(const QString& id)
{
    m_services.api.call({"GET", u"grants/"_s + id}).then(this, [this](const syncing::ApiResult& reply) {
        const auto grant = reply ? core::Grant::fromJson(reply->json()) : core::Result<core::Grant>(tl::unexpected(reply.error()));
        if (grant && grant->answer != core::Grant::Answer::Open && m_intake.takeGrant(*grant))
            Q_EMIT answered(*grant);
    });
}

void GrantDesk::ask(const QString& reason)
{
    const auto refuse = [this](const QString& code) { Q_EMIT adviceGiven(adviceFor({core::ErrorKind::InvalidInput, code, {}})); };
    const auto kind = m_intake.grantable();
    const core::Grant* last = m_intake.lastGrant();
    if (!kind || !m_day.isSignedIn() || m_busy)
        return;
    if (last && last->answer == core::Grant::Answer::Open)
        return refuse(u"grant.waits"_s);
    if (reason.trimmed().isEmpty())
        return refuse(u"act.reason-needed"_s);
    core::Grant grant;
    grant.id = core::idText(core::newId());
    grant.caseId = m_intake.draft().caseId;
    grant.kind = *kind;
    grant.materials = *kind == core::GrantKind::MoreDeferred ? int(m_intake.verdict().missing.size()) : 0;
    grant.itemName = m_intake.item()->name;
    grant.windowName = m_day.workplace().window.name;
    grant.clerkName = m_day.workplace().clerk.name;
    grant.reason = reason.trimmed();
    grant.askedAt = m_day.now();
    send(grant);
}

/// It is an intake's only once the back office has it: nobody waits for what was never asked.
void GrantDesk::send(const core::Grant& grant)
{
    m_busy = true;
    m_services.api.call(syncing::ApiCall::put(u"grants/"_s + grant.id, grant.toJson())).then(this, [this](const syncing::ApiResult& reply) {
        m_busy = false;
        const auto kept = reply ? core::Grant::fromJson(reply->json()) : core::Result<core::Grant>(tl::unexpected(reply.error()));
        if (!kept)
            return Q_EMIT adviceGiven(adviceFor(kept.error()));
        if (m_intake.takeGrant(*kept))
            Q_EMIT asked();
    });
}

void GrantDesk::answer(const QString& id, bool granted, const QString& reason)
{
    const bool waits = std::any_of(m_waiting.begin(), m_waiting.end(), [&](const core::Grant& one) { return one.id == id; });
    if (!waits || m_busy || !isSupervisor())
        return;
    if (!granted && reason.trimmed().isEmpty())
        return Q_EMIT adviceGiven(adviceFor({core::ErrorKind::InvalidInput, u"act.reason-needed"_s, {}}));
    const QJsonObject body{{u"answer"_s, granted ? u"granted"_s : u"denied"_s}, {u"answerReason"_s, reason.trimmed()}};
    m_busy = true;
    m_services.api.call(syncing::ApiCall::put(u"grants/%1/answer"_s.arg(id), body)).then(this, [this](const syncing::ApiResult& reply) {
        m_busy = false;
        const auto kept = reply ? core::Grant::fromJson(reply->json()) : core::Result<core::Grant>(tl::unexpected(reply.error()));
        if (kept)
            Q_EMIT given(*kept);
        else
            Q_EMIT adviceGiven(adviceFor(kept.error()));
        refresh();
    });
}

} // namespace desk
