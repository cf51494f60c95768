// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/evaluation.h"

#include "app/core/halltime.h"

#include <array>

using namespace Qt::StringLiterals;

namespace core {

namespace {
constexpr int FollowUpDays = 15; // working days, 政务服务“好差评”制度
} // namespace

QJsonObject GivenEvaluation::toJson() const
{
    return {{u"of"_s, of == EvaluationOf::Case ? u"case"_s : u"ticket"_s},
            {u"level"_s, level},
            {u"item"_s, item},
            {u"at"_s, hallTime(at).toString(Qt::ISODate)}};
}

bool isBad(int level)
{
    return level < LeastGoodLevel;
}

Result<QDate> followedUpUntil(const QDate& given, const WorkCalendar& calendar)
{
    return calendar.addWorkingDays(given, FollowUpDays);
}

QString trimmedReason(const QString& text)
{
    QList<uint> kept;
    for (const uint character : text.trimmed().toUcs4()) {
        if (kept.size() == LongestReason)
            break;
        if (!QChar::isPrint(character) && character != u'\n')
            continue;
        kept.append(character);
    }
    return QString::fromUcs4(reinterpret_cast<const char32_t*>(kept.constData()), kept.size());
}

QString levelWords(int level)
{
    static const std::array words{u"非常不满意"_s, u"不满意"_s, u"基本满意"_s, u"满意"_s, u"非常满意"_s};
    return level >= WorstLevel && level <= BestLevel ? words[size_t(level - WorstLevel)] : QString();
}

} // namespace core
