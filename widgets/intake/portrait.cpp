// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "widgets/intake/portrait.h"

#include "widgets/common/theme.h"

#include <QPainter>

namespace widgets {

namespace {
constexpr QSize Size(68, 84); // as a card's photo: 102×126
constexpr int SmallPixels = 11;
} // namespace

Portrait::Portrait(QWidget* parent) : QWidget(parent)
{
    setFixedSize(Size);
    setAccessibleName(tr("Photo from the card"));
}

void Portrait::show(const QImage& photo)
{
    m_photo = photo;
    setToolTip(photo.isNull() ? tr("The photo cannot be shown here: compare the person with the card itself.") : QString());
    setVisible(true);
    update();
}

void Portrait::paintEvent(QPaintEvent*)
{
    using R = ColourRole;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (!m_photo.isNull()) {
        painter.drawImage(rect(), m_photo);
    } else {
        painter.fillRect(rect(), Theme::colour(R::Background));
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::colour(R::Line));
        painter.drawEllipse(QPointF(width() / 2.0, 26), 13, 13);
        painter.drawChord(QRectF(width() / 2.0 - 24, 42, 48, 48), 0, 180 * 16);
        QFont small = font();
        small.setPixelSize(SmallPixels);
        painter.setFont(small);
        painter.setPen(Theme::colour(R::Muted));
        painter.drawText(rect().adjusted(0, 0, 0, -3), Qt::AlignHCenter | Qt::AlignBottom, tr("No photo"));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(Theme::colour(R::Line));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace widgets
