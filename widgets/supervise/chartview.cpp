// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/supervise/chartview.h"

#include <QPainter>

namespace widgets {

ChartView::ChartView(const QString& name, const QSize& least, QWidget* parent) : QWidget(parent), m_least(least)
{
    setAccessibleName(name);
}

void ChartView::show(const Paint& paint, const QString& words)
{
    m_paint = paint;
    setAccessibleDescription(words);
    update();
}

void ChartView::paintEvent(QPaintEvent*)
{
    if (!m_paint)
        return;
    QPainter painter(this);
    m_paint(painter, QRectF(rect()));
}

} // namespace widgets
