// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/supervise/hourbars.h"

#include "widgets/common/theme.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {
constexpr qreal TextHeight = 18;
constexpr qreal WidestBar = 72;
constexpr int FontSize = 12;
} // namespace

HourBars::HourBars(const QString& name, QWidget* parent) : QWidget(parent)
{
    setAccessibleName(name);
}

void HourBars::show(const QList<Bar>& bars)
{
    m_bars = bars;
    QStringList words;
    for (const Bar& bar : bars)
        words.append(bar.label + u' ' + QString::number(bar.value));
    setAccessibleDescription(words.join(u", "_s));
    update();
}

QSize HourBars::minimumSizeHint() const
{
    return {200, 120};
}

void HourBars::paintEvent(QPaintEvent*)
{
    if (m_bars.isEmpty())
        return;
    QPainter painter(this);
    QFont small = font();
    small.setPixelSize(FontSize);
    painter.setFont(small);
    const int highest = std::max_element(m_bars.begin(), m_bars.end(), [](const Bar& a, const Bar& b) { return a.value < b.value; })->value;
    const qreal slot = double(width()) / double(m_bars.size());
    const qreal bar = std::min(WidestBar, slot * 0.7);
    const qreal room = height() - 2 * TextHeight;
    for (qsizetype i = 0; i < m_bars.size(); ++i) {
        const Bar& one = m_bars[i];
        const qreal tall = highest > 0 ? room * one.value / highest : 0;
        const QRectF box(slot * (double(i) + 0.5) - bar / 2, TextHeight + room - tall, bar, tall);
        QColor colour = Theme::colour(ColourRole::Accent);
        colour.setAlphaF(one.expected ? 0.4F : 1.0F);
        painter.fillRect(box, colour);
        painter.setPen(Theme::colour(ColourRole::Muted));
        painter.drawText(QRectF(slot * double(i), box.top() - TextHeight, slot, TextHeight), Qt::AlignCenter, QString::number(one.value));
        painter.drawText(QRectF(slot * double(i), height() - TextHeight, slot, TextHeight), Qt::AlignCenter, one.label);
    }
}

} // namespace widgets
