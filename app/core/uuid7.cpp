// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/uuid7.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QtEndian>

namespace core {

QUuid uuid7(qint64 unixMilliseconds, const std::array<quint64, 2>& random)
{
    const quint64 high = (quint64(unixMilliseconds) << 16) | 0x7000 | (random[0] & 0x0FFF);
    const quint64 low = 0x8000000000000000ULL | (random[1] & 0x3FFFFFFFFFFFFFFFULL);
    std::array<uchar, 16> bytes{};
    qToBigEndian(high, bytes.data());
    qToBigEndian(low, bytes.data() + 8);
    return QUuid::fromRfc4122(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
}

QUuid newId()
{
    auto* source = QRandomGenerator::system();
    return uuid7(QDateTime::currentMSecsSinceEpoch(), {source->generate64(), source->generate64()});
}

QString idText(const QUuid& id)
{
    return id.toString(QUuid::WithoutBraces);
}

QString idIn(const QString& text)
{
    const QUuid id = QUuid::fromString(text.trimmed());
    return id.isNull() ? QString() : idText(id);
}

} // namespace core
