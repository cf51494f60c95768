// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/creditcode.h"

#include <QStringView>

using namespace Qt::StringLiterals;

namespace core {

namespace {
constexpr QStringView Alphabet = u"0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr int Modulus = 31;
} // namespace

QChar creditCodeCheckCharacter(QStringView first17)
{
    if (first17.size() != 17)
        return {};
    int sum = 0;
    int weight = 1;
    for (const QChar c : first17) {
        const qsizetype value = Alphabet.indexOf(c);
        if (value < 0)
            return {};
        sum += int(value) * weight;
        weight = weight * 3 % Modulus;
    }
    return Alphabet[(Modulus - sum % Modulus) % Modulus];
}

Result<CreditCode> CreditCode::parse(const QString& text)
{
    const QString code = text.trimmed().toUpper();
    if (code.size() != 18)
        return fail(ErrorKind::InvalidInput, u"credit-code.length"_s, {QString::number(code.size())});
    const QChar check = creditCodeCheckCharacter(QStringView(code).first(17));
    if (check.isNull() || !Alphabet.contains(code[17]))
        return fail(ErrorKind::InvalidInput, u"credit-code.characters"_s);
    if (code[17] != check)
        return fail(ErrorKind::InvalidInput, u"credit-code.check-digit"_s);
    return CreditCode(code);
}

} // namespace core
