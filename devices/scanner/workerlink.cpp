// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/scanner/workerlink.h"

#include <QCborValue>
#include <QtEndian>

namespace devices {

namespace {
constexpr qsizetype LengthSize = 4;
constexpr quint32 LargestFrame = 256U * 1024 * 1024;
} // namespace

QByteArray workFrame(const QCborMap& message)
{
    const QByteArray body = QCborValue(message).toCbor();
    QByteArray frame(LengthSize, '\0');
    qToBigEndian(quint32(body.size()), frame.data());
    return frame + body;
}

bool isLocalScanner(const QString& name)
{
    return !name.startsWith(u"airscan:") && !name.startsWith(u"escl:") && !name.startsWith(u"v4l:") && !name.startsWith(u"net:");
}

QList<QCborMap> WorkFrames::feed(const QByteArray& bytes)
{
    m_buffer += bytes;
    QList<QCborMap> messages;
    qsizetype at = 0;
    while (!m_broken && m_buffer.size() - at >= LengthSize) {
        const quint32 length = qFromBigEndian<quint32>(m_buffer.constData() + at);
        if (length > LargestFrame) {
            m_broken = true;
            break;
        }
        if (m_buffer.size() - at - LengthSize < qsizetype(length))
            break;
        const QCborValue value = QCborValue::fromCbor(m_buffer.constData() + at + LengthSize, qsizetype(length));
        m_broken = !value.isMap();
        if (!m_broken)
            messages.append(value.toMap());
        at += LengthSize + qsizetype(length);
    }
    m_buffer.remove(0, at);
    return messages;
}

void WorkFrames::clear()
{
    m_buffer.clear();
    m_broken = false;
}

} // namespace devices
