// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/handoverdesk.h"

#include "app/store/drafts.h"
#include "app/store/handovers.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace desk {

HandoverDesk::HandoverDesk(Services& services, WorkDay& day) : m_services(services), m_day(day)
{
    connect(&day, &WorkDay::signedIn, this, &HandoverDesk::refresh);
    connect(&services.events, &syncing::EventStream::connected, this, [this] { refresh(); });
    connect(&services.events, &syncing::EventStream::received, this, [this](const QString& kind, const QJsonObject&) {
        if (kind == u"holder")
            refresh();
    });
    connect(&services.courier, &syncing::Courier::handoverRefused, this, [this](const core::Error& error) {
        Q_EMIT adviceGiven(adviceFor({error.kind, u"handover.refused"_s, {adviceFor(error).what}}));
    });
}

void HandoverDesk::refresh()
{
    if (!m_day.isSignedIn())
        return;
    m_services.api.call({"GET", u"windows/%1/handovers"_s.arg(m_day.workplace().window.code)})
        .then(this, [this](const syncing::ApiResult& reply) {
            if (!reply)
                return; // asked again with the next event or connection
            QList<core::Handover> list;
            const QJsonArray array = reply->json()[u"handovers"_s].toArray();
            for (const QJsonValue& json : array) {
                if (const auto handover = core::Handover::fromJson(json.toObject()))
                    list.append(*handover);
            }
            if (std::exchange(m_incoming, list) != list)
                Q_EMIT incomingChanged();
        });
}

void HandoverDesk::handOver(const core::IntakeDraft& draft, const QString& window, const QString& reason)
{
    const QString to = window.trimmed();
    const auto refuse = [this](const QString& code) { Q_EMIT adviceGiven(adviceFor({core::ErrorKind::InvalidInput, code, {}})); };
    if (to.isEmpty() || reason.trimmed().isEmpty())
        return refuse(u"handover.words"_s);
    if (!m_day.isSignedIn() || to == m_day.workplace().window.code)
        return refuse(u"handover.own-window"_s);
    const store::HandoverWords words{to, reason.trimmed(), m_day.workplace().clerk.code};
    m_services.store
        ->write([draft, words, now = m_services.clock->now()](store::Session& session) {
            return store::commitHandover(session, draft, words, now);
        })
        .then(this, [this, caseId = draft.caseId, to](const core::Result<void>& done) {
            if (!done)
                return Q_EMIT adviceGiven(adviceFor(done.error()));
            m_services.courier.wake();
            Q_EMIT handedOver(caseId, to);
        });
}

void HandoverDesk::take(const QString& caseId)
{
    m_services.api.call({"GET", u"cases/%1/holder"_s.arg(caseId)}).then(this, [this](const syncing::ApiResult& reply) {
        const auto handover = reply ? core::Handover::fromJson(reply->json()) : core::Result<core::Handover>(tl::unexpected(reply.error()));
        if (!handover)
            return Q_EMIT adviceGiven(adviceFor(handover.error()));
        if (!handover->draft)
            return Q_EMIT adviceGiven(adviceFor({core::ErrorKind::NotFound, u"case.unknown"_s, {}}));
        hold(*handover, reply->header("etag"));
    });
}

/// It is a draft of this machine before the back office is told, so that a lost answer loses nothing; a refusal leaves what was here
/// before.
void HandoverDesk::hold(const core::Handover& handover, const QByteArray& etag)
{
    if (!m_day.isSignedIn())
        return; // locked meanwhile
    syncing::ApiCall call =
        syncing::ApiCall::put(u"cases/%1/holder"_s.arg(handover.caseId),
                              {{u"window"_s, m_day.workplace().window.code}, {u"at"_s, core::isoTime(m_services.clock->now().time)}});
    call.headers.insert("If-Match", etag);
    m_services.store
        ->write([draft = *handover.draft, nowMs = m_services.clock->now().time.toMSecsSinceEpoch()](store::Session& session) {
            return store::keepHandedOver(session, draft, nowMs);
        })
        .then(this, [this, call](const core::Result<store::HandedOver>& kept) {
            if (!kept)
                return Q_EMIT adviceGiven(adviceFor(kept.error()));
            m_services.api.call(call).then(this, [this, kept = *kept](const syncing::ApiResult& reply) { held(kept, reply); });
        });
}

void HandoverDesk::held(const store::HandedOver& kept, const syncing::ApiResult& reply)
{
    refresh();
    if (reply)
        return Q_EMIT taken(kept.draft);
    Q_EMIT adviceGiven(adviceFor(reply.error()));
    using core::ErrorKind;
    const ErrorKind kind = reply.error().kind;
    const bool refused =
        kind == ErrorKind::Conflict || kind == ErrorKind::Forbidden || kind == ErrorKind::NotFound || kind == ErrorKind::Refused;
    if (refused) // otherwise nobody knows whether it was taken: it stays a draft here, under Today
        m_services.store->write([kept, nowMs = m_services.clock->now().time.toMSecsSinceEpoch()](store::Session& session) {
            return kept.before ? store::saveDraft(session, *kept.before, nowMs) : store::dropDraft(session, kept.draft.caseId);
        });
}

} // namespace desk
