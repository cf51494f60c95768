// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/common/keybutton.h"

#include "widgets/common/theme.h"

#include <QPainter>

namespace widgets {

namespace {
constexpr int PlainHeight = 36;
constexpr int PrimaryHeight = 44;
constexpr int Padding = 12;
constexpr int Radius = 6;
constexpr int KeyFontPixels = 11;
constexpr int BoxSide = 16;
} // namespace

KeyButton::KeyButton(const QString& text, const QString& key, QWidget* parent, Weight weight)
    : QAbstractButton(parent), m_key(key), m_weight(weight)
{
    setText(text);
    setFocusPolicy(Qt::NoFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleDescription(key); // its name is what it shows at the time
}

QSize KeyButton::sizeHint() const
{
    const int words = fontMetrics().horizontalAdvance(text()) + fontMetrics().horizontalAdvance(m_key);
    return {words + Padding * 4 + (isCheckable() ? BoxSide + 8 : 0), m_weight == Weight::Primary ? PrimaryHeight : PlainHeight};
}

void KeyButton::enterEvent(QEnterEvent* event)
{
    m_hovered = true;
    update();
    QAbstractButton::enterEvent(event);
}

void KeyButton::leaveEvent(QEvent* event)
{
    m_hovered = false;
    update();
    QAbstractButton::leaveEvent(event);
}

void KeyButton::paintEvent(QPaintEvent*)
{
    using R = ColourRole;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool filled = m_weight == Weight::Primary && isEnabled();
    const QColor ink = filled ? Theme::colour(R::AccentText) : isEnabled() ? Theme::colour(R::Text) : Theme::colour(R::Muted);
    QColor face = filled ? Theme::colour(R::Accent) : isChecked() ? Theme::colour(R::OkBackground) : Theme::colour(R::Surface);
    if (isEnabled() && (isDown() || m_hovered))
        face = isDown() ? face.darker(112) : filled ? face.lighter(108) : Theme::colour(R::AccentBackground);
    painter.setPen(filled ? face : Theme::colour(isChecked() ? R::Ok : R::Line));
    painter.setBrush(face);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Radius, Radius);

    QFont words = font();
    words.setBold(filled);
    QRect inner = rect().adjusted(Padding, 0, -Padding, 0);
    if (isCheckable()) {
        const QRectF box(inner.left() + 0.5, (height() - BoxSide) / 2.0 + 0.5, BoxSide - 1, BoxSide - 1);
        painter.setPen(QPen(Theme::colour(isChecked() ? R::Ok : R::Muted), 1.4));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box, 3, 3);
        if (isChecked())
            painter.drawPolyline(
                QPolygonF{box.topLeft() + QPointF(3, 8), box.topLeft() + QPointF(6.5, 11.5), box.topLeft() + QPointF(12, 4)});
        inner.adjust(BoxSide + 8, 0, 0, 0);
    }
    QFont small = font();
    small.setPixelSize(KeyFontPixels);
    const int keyWidth = m_key.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(m_key) + 12;
    painter.setFont(words);
    painter.setPen(ink);
    painter.drawText(inner.adjusted(0, 0, -keyWidth - 6, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(words).elidedText(text(), Qt::ElideRight, inner.width() - keyWidth - 6));
    if (m_key.isEmpty())
        return;
    const QRect cap(inner.right() - keyWidth + 1, (height() - 18) / 2, keyWidth, 18);
    painter.setPen(filled ? QColor(0, 0, 0, 0) : Theme::colour(R::Line));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setFont(small);
    painter.setPen(filled ? ink : Theme::colour(R::Muted));
    painter.drawText(cap, Qt::AlignCenter, m_key);
}

} // namespace widgets
