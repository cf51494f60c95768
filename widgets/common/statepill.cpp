// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/common/statepill.h"

#include <QPainter>

namespace widgets {

namespace {
constexpr int Dot = 8;
constexpr int PillGap = 7;
} // namespace

StatePill::StatePill(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
}

void StatePill::set(ColourRole role, bool troubled, const QString& text)
{
    m_role = role;
    m_troubled = troubled;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize StatePill::sizeHint() const
{
    return {Dot + PillGap + fontMetrics().horizontalAdvance(m_text) + 2, fontMetrics().height() + 4};
}

void StatePill::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = Theme::colour(m_role);
    painter.setPen(QPen(colour, 1.6));
    painter.setBrush(m_troubled ? QBrush(Qt::NoBrush) : QBrush(colour));
    painter.drawEllipse(QPointF(Dot / 2.0 + 1, height() / 2.0), Dot / 2.0 - 0.5, Dot / 2.0 - 0.5);
    painter.setPen(m_troubled ? colour : Theme::colour(ColourRole::Muted));
    painter.drawText(rect().adjusted(Dot + PillGap, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, m_text);
}

} // namespace widgets
