// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/sync/apiclient.h"
#include "app/sync/eventparser.h"

#include <QTimer>

namespace syncing {

/// Follows GET /events and comes back where it left off. Lives on the network thread.
class EventStream : public QObject
{
    Q_OBJECT

public:
    explicit EventStream(ApiClient& api);

    void start(); ///< thread-safe
    void stop();  ///< thread-safe

Q_SIGNALS:
    void received(const QString& kind, const QJsonObject& data);
    /// The stream begins (again): whatever was cached from events has to be read anew.
    void connected();
    void lost();

private:
    void open();
    void read();
    void ended();

    ApiClient& m_api;
    QNetworkAccessManager m_network;
    QNetworkReply* m_reply = nullptr;
    EventParser m_parser;
    QTimer m_retry;
    QTimer m_silence;
    int m_failures = 0;
    bool m_running = false;
};

} // namespace syncing
