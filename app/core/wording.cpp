// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/wording.h"

#include "app/core/halltime.h"

using namespace Qt::StringLiterals;

namespace core {

QString chineseDate(const QDate& date)
{
    return date.toString(u"yyyy'年'M'月'd'日'"_s);
}

QString chineseDayAndWeekday(const QDate& date)
{
    static constexpr QStringView Days = u"一二三四五六日";
    if (!date.isValid())
        return {};
    return date.toString(u"M'月'd'日 星期'"_s) + Days[date.dayOfWeek() - 1];
}

QString chineseTime(const QDateTime& time)
{
    const QDateTime there = hallTime(time);
    return chineseDate(there.date()) + there.toString(u" HH:mm"_s);
}

QString plainNumber(const QString& code)
{
    bool isNumber = false;
    const int number = code.toInt(&isNumber);
    return isNumber ? QString::number(number) : code;
}

} // namespace core
