// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/messagedesk.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace desk {

MessageDesk::MessageDesk(Services& services, WorkDay& day) : m_services(services), m_day(day)
{
    connect(&services.events, &syncing::EventStream::received, this, [this](const QString& kind, const QJsonObject& data) {
        if (kind == u"message" && m_day.isSignedIn() && data[u"window"_s].toString() == m_day.workplace().window.code)
            fetch();
    });
    connect(&day, &WorkDay::signedIn, this, &MessageDesk::fetch);
    connect(&services.events, &syncing::EventStream::connected, this, &MessageDesk::fetch); // what came while nobody listened
}

void MessageDesk::fetch()
{
    if (!m_day.isSignedIn())
        return;
    if (m_asked) {
        m_again = true;
        return;
    }
    m_asked = true;
    m_services.api.call({"GET", u"messages"_s}).then(this, [this](const syncing::ApiResult& reply) {
        m_asked = false;
        const QJsonArray messages = reply ? reply->json()[u"messages"_s].toArray() : QJsonArray();
        QStringList lines;
        for (const QJsonValue& message : messages) {
            lines.append(tr("%1: %2").arg(message[u"from"_s].toString(), message[u"text"_s].toString()));
            m_services.api.call(syncing::ApiCall::put(u"messages/%1/receipt"_s.arg(message[u"id"_s].toString()), {}));
        }
        if (!lines.isEmpty())
            Q_EMIT arrived(lines);
        if (std::exchange(m_again, false))
            fetch();
    });
}

} // namespace desk
