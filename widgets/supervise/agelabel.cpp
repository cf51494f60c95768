// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/supervise/agelabel.h"

#include "widgets/common/label.h"

using namespace Qt::StringLiterals;

namespace widgets {

AgeLabel::AgeLabel(QWidget* parent) : QLabel(parent)
{
    setProperty("role", QLatin1String("muted"));
    setTextFormat(Qt::PlainText);
}

void AgeLabel::say(std::optional<qint64> seconds, const QString& lost)
{
    restyle(this, "tone", lost.isEmpty() ? QLatin1String("") : QLatin1String("warn"));
    if (!seconds)
        return setText(lost.isEmpty() ? tr("Is being read") : lost);
    const QString words = *seconds < 60 ? tr("Data %n s old", nullptr, int(*seconds)) : tr("Data %n min old", nullptr, int(*seconds / 60));
    setText(lost.isEmpty() ? words : words + u" · "_s + lost);
}

} // namespace widgets
