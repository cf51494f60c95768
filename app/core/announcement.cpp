// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/announcement.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// A0123 → "A，零，一，二，三": nobody hears "twelve hundred" as a number that they hold.
QString oneByOne(const QString& text)
{
    static constexpr QStringView Digits = u"零一二三四五六七八九";
    QString spoken;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool digit = text[i] >= u'0' && text[i] <= u'9';
        const bool counted = digit || (text[i] >= u'A' && text[i] <= u'Z');
        if (counted && i > 0)
            spoken += u'，';
        spoken += digit ? Digits[text[i].unicode() - u'0'] : text[i];
    }
    return spoken;
}

} // namespace

QString calledText(const QString& ticketNumber, const QString& windowName)
{
    return u"请%1号到%2办理"_s.arg(ticketNumber, windowName);
}

QString spokenText(const QString& ticketNumber, const QString& windowName)
{
    return u"请，%1号，到，%2，办理"_s.arg(oneByOne(ticketNumber), oneByOne(windowName));
}

} // namespace core
