// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/citizenid.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace core {

namespace {
constexpr std::array<int, 17> Weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
constexpr std::u16string_view CheckCharacters = u"10X98765432";

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}
} // namespace

QChar citizenIdCheckCharacter(QStringView first17)
{
    if (first17.size() != qsizetype(Weights.size()) || !std::all_of(first17.begin(), first17.end(), isDigit))
        return {};
    int sum = 0;
    for (std::size_t i = 0; i < Weights.size(); ++i)
        sum += (first17[qsizetype(i)].unicode() - u'0') * Weights[i];
    return CheckCharacters[std::size_t(sum % 11)];
}

Result<CitizenId> CitizenId::parse(const QString& text, const QDate& today)
{
    const QString id = text.trimmed().toUpper();
    if (id.size() != 18)
        return fail(ErrorKind::InvalidInput, u"citizen-id.length"_s, {QString::number(id.toUcs4().size())});
    const QChar check = citizenIdCheckCharacter(QStringView(id).first(17));
    if (check.isNull() || (!isDigit(id[17]) && id[17] != u'X'))
        return fail(ErrorKind::InvalidInput, u"citizen-id.characters"_s);
    const QDate birth = QDate::fromString(id.sliced(6, 8), u"yyyyMMdd"_s);
    if (!birth.isValid())
        return fail(ErrorKind::InvalidInput, u"citizen-id.birth-date"_s);
    if (birth > today)
        return fail(ErrorKind::InvalidInput, u"citizen-id.future"_s);
    if (id[17] != check)
        return fail(ErrorKind::InvalidInput, u"citizen-id.check-digit"_s);
    return CitizenId(id);
}

QDate CitizenId::birthDate() const
{
    return QDate::fromString(m_text.sliced(6, 8), u"yyyyMMdd"_s);
}

Sex CitizenId::sex() const
{
    return (m_text[16].unicode() - u'0') % 2 == 1 ? Sex::Male : Sex::Female;
}

int CitizenId::age(const QDate& today) const
{
    const QDate birth = birthDate();
    const bool hadBirthday = std::pair(today.month(), today.day()) >= std::pair(birth.month(), birth.day());
    return today.year() - birth.year() - (hadBirthday ? 0 : 1);
}

} // namespace core
