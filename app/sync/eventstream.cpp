// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/sync/eventstream.h"

#include <QJsonDocument>
#include <QNetworkReply>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncing {

namespace {
constexpr int LongestSilenceMs = 45'000; // three heartbeats
constexpr int FirstRetryMs = 500;
constexpr int LongestRetryMs = 15'000;
} // namespace

EventStream::EventStream(ApiClient& api) : m_api(api), m_network(this), m_retry(this), m_silence(this)
{
    m_retry.setSingleShot(true);
    m_silence.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &EventStream::open);
    connect(&m_silence, &QTimer::timeout, this, [this] {
        if (m_reply)
            m_reply->abort();
    });
}

void EventStream::start()
{
    QMetaObject::invokeMethod(this, [this] {
        m_running = true;
        if (!m_reply)
            open();
    });
}

void EventStream::stop()
{
    QMetaObject::invokeMethod(this, [this] {
        m_running = false;
        m_retry.stop();
        if (m_reply)
            m_reply->abort();
    });
}

void EventStream::open()
{
    m_retry.stop();
    if (m_reply)
        return;
    m_parser.beginStream();
    QNetworkRequest request = m_api.request(u"events"_s);
    request.setRawHeader("Accept", "text/event-stream");
    if (!m_parser.lastId().isEmpty())
        request.setRawHeader("Last-Event-ID", m_parser.lastId());
    m_reply = m_network.get(request);
    m_silence.start(LongestSilenceMs);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, [this] {
        if (m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 200) {
            m_failures = 0;
            Q_EMIT connected();
        }
    });
    connect(m_reply, &QNetworkReply::readyRead, this, &EventStream::read);
    connect(m_reply, &QNetworkReply::finished, this, &EventStream::ended);
}

void EventStream::read()
{
    m_silence.start(LongestSilenceMs);
    if (m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() != 200)
        return;
    const QList<ServerEvent> events = m_parser.feed(m_reply->readAll());
    for (const ServerEvent& event : events) {
        if (event.kind == u"reset")
            Q_EMIT connected();
        else
            Q_EMIT received(event.kind, QJsonDocument::fromJson(event.data).object());
    }
}

void EventStream::ended()
{
    const bool unauthorized = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 401;
    m_reply->deleteLater();
    m_reply = nullptr;
    m_silence.stop();
    Q_EMIT lost();
    if (!m_running)
        return;
    if (unauthorized) // an ordinary call refreshes the token for the next attempt
        m_api.call({"GET", u"calendar/1970"_s});
    m_retry.start(std::min(LongestRetryMs, FirstRetryMs << std::min(m_failures++, 6)));
}

} // namespace syncing
