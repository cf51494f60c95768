// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/querycode.h"

#include <QRandomGenerator>

namespace core {

QString newQueryCode()
{
    static constexpr QStringView Alphabet = u"23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    QString code;
    for (int i = 0; i < 10; ++i)
        code += Alphabet[QRandomGenerator::system()->bounded(int(Alphabet.size()))];
    return code;
}

} // namespace core
