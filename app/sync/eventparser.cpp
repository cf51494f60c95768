// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/sync/eventparser.h"

namespace syncing {

QList<ServerEvent> EventParser::feed(const QByteArray& bytes)
{
    QList<ServerEvent> events;
    m_rest += bytes;
    qsizetype begin = 0;
    for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n', begin)) {
        QByteArray text = m_rest.sliced(begin, end - begin);
        if (text.endsWith('\r'))
            text.chop(1);
        line(text, events);
        begin = end + 1;
    }
    m_rest.remove(0, begin);
    if (m_rest.size() > LongestLine)
        m_rest.clear();
    return events;
}

void EventParser::beginStream()
{
    m_rest.clear();
    m_event = {};
    m_nextId = m_lastId;
    m_hasData = false;
}

void EventParser::line(const QByteArray& text, QList<ServerEvent>& events)
{
    if (text.isEmpty()) {
        m_lastId = m_nextId; // an event that was cut off is asked for again
        if (m_hasData) {
            m_event.id = m_lastId;
            m_event.data.chop(1);
            events.append(m_event);
        }
        m_event = {};
        m_hasData = false;
        return;
    }
    const qsizetype colon = text.indexOf(':');
    const QByteArray field = colon < 0 ? text : text.first(colon);
    QByteArray value = colon < 0 ? QByteArray() : text.sliced(colon + 1);
    if (value.startsWith(' '))
        value.remove(0, 1);
    if (field == "event")
        m_event.kind = QString::fromUtf8(value);
    else if (field == "id")
        m_nextId = value;
    else if (field == "data") {
        m_event.data += value + '\n';
        m_hasData = true;
    }
}

} // namespace syncing
