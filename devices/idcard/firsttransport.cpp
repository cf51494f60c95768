// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/idcard/firsttransport.h"

namespace devices {

FirstTransport::FirstTransport(std::vector<std::unique_ptr<ByteTransport>> ways) : m_ways(std::move(ways))
{
    for (const auto& way : m_ways) {
        way->setParent(this); // goes along to another thread
        connect(way.get(), &ByteTransport::plugged, this, &FirstTransport::plugged);
        connect(way.get(), &ByteTransport::received, this, [this, from = way.get()](const QByteArray& bytes) {
            if (from == m_used)
                Q_EMIT received(bytes);
        });
        connect(way.get(), &ByteTransport::unplugged, this, [this, from = way.get()] {
            if (from == m_used)
                Q_EMIT unplugged();
        });
    }
}

FirstTransport::~FirstTransport()
{
    for (const auto& way : m_ways)
        way->setParent(nullptr); // owned by the pointer
}

OpenResult FirstTransport::open()
{
    close();
    OpenResult nearest = OpenResult::Absent;
    for (const auto& way : m_ways) {
        const OpenResult result = way->open();
        if (result == OpenResult::Opened) {
            m_used = way.get();
            return result;
        }
        if (nearest == OpenResult::Absent)
            nearest = result;
    }
    return nearest;
}

void FirstTransport::close()
{
    if (m_used)
        m_used->close();
    m_used = nullptr;
}

void FirstTransport::send(const QByteArray& bytes)
{
    if (m_used)
        m_used->send(bytes);
}

void FirstTransport::drain()
{
    if (m_used)
        m_used->drain();
}

} // namespace devices
