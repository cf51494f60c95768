// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/guidecode.h"

#include <algorithm>

namespace core {

namespace {

constexpr QChar Mark = u'#';

template<class List> auto* withCode(const List& list, const QString& code)
{
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const auto& entry) { return entry.code.compare(code, Qt::CaseInsensitive) == 0; });
    return found == list.end() ? nullptr : &*found;
}

} // namespace

QString guideCode(const ServiceItem& item, const Scenario& scenario)
{
    return item.code + Mark + scenario.code;
}

std::optional<GuideTarget> guideTarget(const Catalogue& catalogue, const QString& typed)
{
    const QString text = QString(typed).replace(u'＃', Mark).trimmed(); // as a Chinese input method may write it
    const qsizetype mark = text.lastIndexOf(Mark);
    if (mark <= 0)
        return std::nullopt;
    const ServiceItem* item = withCode(catalogue.items(), text.first(mark).trimmed());
    const Scenario* scenario = item ? withCode(item->scenarios, text.sliced(mark + 1).trimmed()) : nullptr;
    return scenario ? std::optional(GuideTarget{item, scenario}) : std::nullopt;
}

} // namespace core
