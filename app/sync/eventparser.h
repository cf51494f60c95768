// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace syncing {

struct ServerEvent
{
    QByteArray id;
    QString kind = QStringLiteral("message");
    QByteArray data;
};

/// Server-sent events (WHATWG HTML, 9.2.6) from bytes as they arrive.
class EventParser
{
public:
    QList<ServerEvent> feed(const QByteArray& bytes);
    /// A new connection: what the last one left unfinished is forgotten.
    void beginStream();
    [[nodiscard]] QByteArray lastId() const { return m_lastId; }

private:
    void line(const QByteArray& text, QList<ServerEvent>& events);

    static constexpr qsizetype LongestLine = 1024LL * 1024;
    QByteArray m_rest;
    ServerEvent m_event;
    QByteArray m_lastId;
    QByteArray m_nextId;
    bool m_hasData = false;
};

} // namespace syncing
