// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/refusals.h"

using namespace Qt::StringLiterals;

namespace core {

QList<Refusal> lawfulRefusals()
{
    return {{u"申请事项依法不属于本机关职权范围"_s, u"《中华人民共和国行政许可法》第三十二条第一款第（二）项"_s},
            {u"申请事项依法不需要取得行政许可"_s, u"《中华人民共和国行政许可法》第三十二条第一款第（一）项"_s}};
}

bool namesAnotherOrgan(const Refusal& refusal)
{
    return refusal.reason == lawfulRefusals().constFirst().reason;
}

} // namespace core
