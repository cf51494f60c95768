// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/reminderdesk.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace desk {

ReminderDesk::ReminderDesk(Services& services, WorkDay& day) : m_services(services), m_day(day) {}

void ReminderDesk::refresh()
{
    if (!m_day.isSignedIn())
        return;
    m_services.api.call({"GET", u"reminders?open=true"_s}).then(this, [this](const syncing::ApiResult& reply) {
        m_known = reply.has_value();
        if (!reply) {
            Q_EMIT adviceGiven(adviceFor(reply.error()));
            return Q_EMIT changed();
        }
        m_calls.clear();
        const QJsonArray list = reply->json()[u"reminders"_s].toArray();
        for (const QJsonValue& one : list) {
            const auto kind = core::reminderKindFromWire(one[u"kind"_s].toString());
            if (kind)
                m_calls.append({one[u"id"_s].toString(), *kind, one[u"state"_s].toString() == u"failed", one[u"caseNumber"_s].toString(),
                                one[u"phone"_s].toString(), one[u"text"_s].toString()});
        }
        Q_EMIT changed();
    });
}

void ReminderDesk::settle(const QString& id, core::ReminderState outcome)
{
    m_services.api.call(syncing::ApiCall::put(u"reminders/"_s + id, {{u"state"_s, core::toWire(outcome)}}))
        .then(this, [this, outcome](const syncing::ApiResult& reply) {
            if (reply)
                Q_EMIT settled(outcome);
            else
                Q_EMIT adviceGiven(adviceFor(reply.error()));
            refresh();
        });
}

} // namespace desk
