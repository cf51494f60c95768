// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/contact.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

Result<QString> checkedPhone(const QString& text)
{
    QString digits = text.trimmed();
    digits.removeIf([](QChar c) { return c == u'-' || c == u' '; });
    const bool numeric = std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const bool mobile = digits.size() == 11 && digits.startsWith(u'1');
    const bool landline = !digits.startsWith(u'1') && digits.size() >= 7 && digits.size() <= 12;
    if (!numeric || !(mobile || landline))
        return fail(ErrorKind::InvalidInput, u"contact.phone"_s);
    return text.trimmed();
}

} // namespace core
