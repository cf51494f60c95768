// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/masking.h"

#include <QList>

namespace core {

namespace {
QString masked(const QString& text, qsizetype head, qsizetype tail)
{
    const QList<uint> points = text.toUcs4();
    if (points.size() <= head + tail)
        return QString(points.size(), u'*');
    QString result = QString::fromUcs4(reinterpret_cast<const char32_t*>(points.data()), head);
    result += QString(points.size() - head - tail, u'*');
    result += QString::fromUcs4(reinterpret_cast<const char32_t*>(points.data()) + (points.size() - tail), tail);
    return result;
}
} // namespace

QString maskedName(const QString& name)
{
    const qsizetype length = name.toUcs4().size();
    if (length <= 1)
        return name;
    return masked(name, 1, length == 2 ? 0 : 1);
}

QString maskedNumber(const QString& number)
{
    return number.toUcs4().size() == 18 ? masked(number, 6, 4) : masked(number, 2, 2);
}

QString maskedCreditCode(const QString& code)
{
    return masked(code, 8, 1);
}

QString maskedPhone(const QString& phone)
{
    return masked(phone, 3, 4);
}

} // namespace core
